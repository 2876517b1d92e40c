"""Reading articles into the store: `musette read`, and the command behind `/read`."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bot.arguments import LONGEST_ADDRESS
from bot.desk import Desk
from bot.phrases import read_line
from bot.progress import shown_while
from bot.reading_in import Reader, on_screen, read_all
from bot.reply import Asker
from facts.errors import FetchError, StoreError, Trouble
from facts.model import Language
from facts.ports import Page
from tests.bot.desks import MEMBER
from tests.bot.desks import TERMINAL as AT_TERMINAL
from tests.bot.running import run
from tests.fakes.stores import MemoryStore
from tests.fakes.web import QUICK, LoopbackWeb, loopback_web

TEXT = """---
title: Netflix suit huit équipes
outlet: La Gazette
published: 2022-03-31
---
Netflix tourne une série documentaire sur le Tour de France 2022. La série suit Groupama-FDJ.
"""
OTHER = TEXT.replace("Groupama-FDJ", "Movistar").replace("2022", "2024")
SECOND = TEXT.replace("La Gazette", "Le Vélo").replace("03-31", "04-01")
PAGE = """<!doctype html><html><head><title>Netflix suit huit équipes</title>
<meta property="og:site_name" content="La Gazette"></head><body><article>
<p>Netflix tourne une série documentaire sur le Tour de France 2022. La série suit Groupama-FDJ.</p>
</article></body></html>"""
MODERATOR = replace(MEMBER, may_manage=True)


@pytest_asyncio.fixture
async def served() -> AsyncIterator[LoopbackWeb]:
    async with loopback_web() as server:
        yield server


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    (tmp_path / "b.md").write_text(SECOND, "utf-8")
    (tmp_path / "p.html").write_text(PAGE, "utf-8")
    return tmp_path


async def offline(url: str) -> Page:
    """A web that a test must not go to."""
    raise AssertionError(f"fetched {url}")


def shown(text: str) -> str:
    """A text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class TestProgram:
    def test_an_article_is_learned_once(self, home: Path) -> None:
        first = run(home, "read", "a.md")
        assert (first.returncode, first.stderr) == (0, "")
        for words in ("“Netflix suit huit équipes”", "La Gazette", "31 March 2022", "new fact"):
            assert words in first.stdout
        again = run(home, "read", "a.md")
        assert again.returncode == 0
        assert "before: nothing changes" in again.stdout

    def test_what_another_outlet_told_is_known(self, home: Path) -> None:
        done = run(home, "read", "a.md", "b.md", LC_ALL="fr_FR.UTF-8")
        assert done.returncode == 0
        first, second = shown(done.stdout).splitlines()
        assert "nouveau" in first
        assert "1er avril 2022" in second
        assert "aucun fait nouveau" in second
        assert "déjà connu" in second

    def test_a_page_and_standard_input(self, home: Path) -> None:
        done = run(home, "read", "p.html", "-", typed=PAGE)
        assert (done.returncode, done.stderr) == (0, "")
        page, piped = done.stdout.splitlines()
        assert "La Gazette" in page
        assert "nothing changes" in piped

    def test_one_bad_place_does_not_stop_the_others(self, home: Path) -> None:
        done = run(home, "read", "none.md", "a.md", "http://127.0.0.1/x", "p.html")
        assert done.returncode == 1
        assert len(done.stdout.splitlines()) == 2
        missing, private = done.stderr.splitlines()
        assert missing == "There is no file none.md: check the path."
        assert "private network" in private

    def test_the_language_can_be_chosen(self, home: Path) -> None:
        done = run(home, "read", "none.md", "--lang", "fr")
        assert shown(done.stderr) == "Il n’y a pas de fichier none.md : vérifiez le chemin.\n"

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b" \n\n",
            bytes(range(256)) * 99,
            b"word " * 2_100_000,
            b"word " * 41_000,
            "يبدأ سباق فرنسا للدراجات في يوليو".encode(),
            b"<html>" + b"<b>" * 1_000_000,
            b"<html><body></body></html>",
        ],
        ids="empty blank binary 10MB 200KB right-to-left bomb no-article".split(),
    )
    def test_what_cannot_be_read_is_one_sentence(self, home: Path, data: bytes) -> None:
        (home / "bad").write_bytes(data)
        run(home, "read", "a.md")
        before = run(home, typed="facts\n").stdout
        for arguments, typed in ((("read", "bad"), b""), (("read", "-"), data)):
            done = run(home, *arguments, typed=typed)
            assert (done.returncode, done.stdout) == (1, "")
            assert len(done.stderr.splitlines()) == 1
            assert done.stderr.endswith(".\n")
        assert run(home, typed="facts\n").stdout == before

    def test_no_place_is_a_usage_error(self, home: Path) -> None:
        assert run(home, "read").returncode == 2

    def test_files_are_read_inside_the_terminal(self, home: Path) -> None:
        done = run(home, typed="read a.md\n!lire a.md\nread\nlire rien.md\n")
        new, again, which, missing = done.stdout.split("\n\n")
        assert "31 March 2022" in new
        assert "rien ne change" in shown(again)
        assert "Which article" in which
        assert "pas de fichier rien.md" in missing

    def test_what_was_read_is_answered_from(self, home: Path) -> None:
        (home / "c.md").write_text(OTHER, "utf-8")
        run(home, "read", "c.md")
        assert "Movistar" in run(home, typed="facts movistar\n").stdout


class TestReader:
    async def test_an_address_is_read(self, served: LoopbackWeb) -> None:
        store = MemoryStore()
        url = served.page("/a", PAGE)
        learned = await Reader(store, served.fetcher())(url)
        (article,) = await store.articles()
        assert learned.article == article
        assert (article.url, article.outlet) == (url, "La Gazette")
        assert learned.new == len(store.facts) > 0
        assert (await Reader(store, served.fetcher())(url)).again

    async def test_plain_text_from_the_web(self, served: LoopbackWeb) -> None:
        store = MemoryStore()
        url = served.page("/a.md", TEXT, kind="text/markdown")
        learned = await Reader(store, served.fetcher())(url)
        assert (learned.article.text, learned.article.url) == (TEXT, url)

    @pytest.mark.parametrize("text", ["", "<html><body></body></html>", "\x00\x01"])
    async def test_a_page_that_cannot_be_read_leaves_the_store(
        self, served: LoopbackWeb, text: str
    ) -> None:
        store = MemoryStore()
        out, errors = io.StringIO(), io.StringIO()
        reader = Reader(store, served.fetcher())
        url = served.page("/a", text)
        assert await read_all([url], reader, Language.EN, out, errors) == 1
        assert len(errors.getvalue().splitlines()) == 1
        assert (out.getvalue(), await store.articles()) == ("", [])

    async def test_where_no_files_may_be_read_a_name_is_an_address(self, home: Path) -> None:
        asked = []

        async def fetch(url: str) -> Page:
            asked.append(url)
            raise FetchError("No.", Trouble.GONE)

        reader = Reader(MemoryStore(), fetch)
        for place in ("www.x.example/a", str(home / "a.md"), "-", "https://y.example"):
            with pytest.raises(FetchError):
                await reader(place)
        assert asked == [
            "https://www.x.example/a",
            f"https://{home / 'a.md'}",
            "https://-",
            "https://y.example",
        ]

    async def test_a_name_in_quotes_or_of_a_home(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(home))
        (home / "two words.md").write_text(TEXT, "utf-8")
        reader = Reader(MemoryStore(), offline, files=True)
        assert not (await reader("'~/two words.md'")).again
        assert (await reader(f'"{home}/two words.md"')).again

    async def test_a_store_that_fails_ends_it(self, home: Path) -> None:
        class Broken(MemoryStore):
            async def has(self, article_key: str) -> bool:
                raise StoreError("The disk is gone.")

        reader = Reader(Broken(), offline, files=True)
        places = [str(home / "a.md"), "none.md"]
        errors = io.StringIO()
        with pytest.raises(StoreError):
            await read_all(places, reader, Language.EN, io.StringIO(), errors)
        assert errors.getvalue() == ""

    @pytest.mark.parametrize("trouble", Trouble)
    @pytest.mark.parametrize("language", Language)
    async def test_each_trouble_has_its_sentence(
        self, trouble: Trouble, language: Language
    ) -> None:
        async def fails(url: str) -> Page:
            raise FetchError("never shown", trouble)

        errors = io.StringIO()
        reader = Reader(MemoryStore(), fails)
        name = "https://x.example/" + "y" * 500 + "\x1b[2J"
        assert await read_all([name], reader, language, io.StringIO(), errors) == 1
        (sentence,) = errors.getvalue().splitlines()
        assert "https://x.example/" in sentence
        assert sentence.endswith(".")
        assert len(sentence) < 300
        assert "\x1b" not in sentence


class TestDesk:
    def desk(self, served: LoopbackWeb, store: MemoryStore | None = None) -> Desk:
        store = store or MemoryStore()
        return Desk(store, store, language=Language.EN, read=Reader(store, served.fetcher(QUICK)))

    @pytest.mark.parametrize("line", ["!read {}", "!lire {}", "lis <{}>", "/read   {}"])
    async def test_a_moderator_has_it_read(self, served: LoopbackWeb, line: str) -> None:
        store = MemoryStore()
        url = served.page("/le-tour/de-la/fin", PAGE)
        reply = await self.desk(served, store).handle(line.format(url), MODERATOR)
        assert reply is not None
        assert reply.found
        assert reply.command == "read"
        assert "La Gazette" in reply.text
        assert [article.url for article in await store.articles()] == [url]

    @pytest.mark.parametrize("asker", [MEMBER, Asker("7", "7/1")])
    async def test_a_member_does_not(self, served: LoopbackWeb, asker: Asker) -> None:
        store = MemoryStore()
        url = served.page("/a", PAGE)
        reply = await self.desk(served, store).handle(f"!read {url}", asker)
        assert reply is not None
        assert not reply.found
        assert "manage the server" in reply.text
        assert (served.requests, await store.articles()) == ([], [])

    async def test_whoever_sits_at_the_terminal_may(self, served: LoopbackWeb) -> None:
        reply = await self.desk(served).handle(f"read {served.page('/a', PAGE)}", AT_TERMINAL)
        assert reply is not None
        assert reply.found

    async def test_a_failure_is_a_sentence_in_the_askers_language(
        self, served: LoopbackWeb
    ) -> None:
        url = served.stalls("/a")
        reply = await self.desk(served).handle(f"!lire {url}", MODERATOR)
        assert reply is not None
        assert (reply.language, reply.found) == (Language.FR, False)
        assert reply.text.startswith(f"{url} met trop longtemps")

    async def test_nothing_to_read_is_asked_for(self, served: LoopbackWeb) -> None:
        reply = await self.desk(served).handle("!read", MODERATOR)
        assert reply is not None
        assert reply.text.startswith("Which article")

    async def test_an_address_is_never_cut(self, served: LoopbackWeb) -> None:
        url = served.page("/a", PAGE) + "?x=" + "y" * 1_500
        reply = await self.desk(served).handle(f"!read {url}", MODERATOR)
        assert reply is not None
        assert reply.found
        assert served.requests[0].path_qs.endswith("y" * 1_500)
        far = await self.desk(served).handle(f"!read {url}{'y' * LONGEST_ADDRESS}", MODERATOR)
        assert far is not None
        assert "not the address of a page" in far.text

    async def test_a_desk_without_a_reader_reads_nothing(self) -> None:
        store = MemoryStore()
        desk = Desk(store, store, language=Language.EN)
        reply = await desk.handle("!read https://x.example", MODERATOR)
        assert reply is not None
        assert not reply.found

    @pytest.mark.parametrize("line", ["what did you read about the teams", "have you read it"])
    def test_the_word_in_a_sentence_is_no_command(self, line: str) -> None:
        request = read_line(line, "!")
        assert request is not None
        assert request.command is None or request.command.key != "read"


class FakeScreen(io.StringIO):
    """A terminal that keeps what it was shown."""

    def isatty(self) -> bool:
        return True


class TestProgress:
    @pytest.fixture(autouse=True)
    def plain_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.delenv("NO_COLOR", raising=False)

    async def test_what_takes_long_shows_a_line(self) -> None:
        screen, done, loop = FakeScreen(), asyncio.Event(), asyncio.get_running_loop()

        class Screen(FakeScreen):
            def write(self, text: str, /) -> int:
                if "Reading" in text:
                    loop.call_soon_threadsafe(done.set)
                return screen.write(text)

        async def work() -> int:
            await done.wait()
            return 7

        assert await shown_while(work(), "Reading [x]…", Screen(), patience=0) == 7
        assert "Reading [x]…" in screen.getvalue()

    async def test_what_is_quick_shows_nothing(self) -> None:
        async def work() -> int:
            return 7

        screen = FakeScreen()
        assert await shown_while(work(), "Reading", screen) == 7
        assert screen.getvalue() == ""

    async def test_where_nobody_looks_nothing_is_shown(self) -> None:
        pipe = io.StringIO()
        assert await shown_while(asyncio.sleep(0, 7), "Reading", pipe, patience=0) == 7
        assert pipe.getvalue() == ""

    async def test_a_failure_passes(self, home: Path) -> None:
        async def fails(url: str) -> Page:
            raise FetchError("No.", Trouble.GONE)

        read = on_screen(Reader(MemoryStore(), fails), Language.EN, FakeScreen())
        with pytest.raises(FetchError):
            await read("https://x.example/")
