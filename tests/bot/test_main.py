"""The command line: what it puts together, and how each failure ends."""

from __future__ import annotations

import json
import logging
import re
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import bot.__main__ as program
from bot.desk import Desk
from bot.settings import Settings
from facts.errors import DiscordStartError, StoreError
from facts.model import Language
from facts.ports import PreferenceStore
from tests.bot.running import is_one_sentence, run

TOKEN = "MTIz.secret.token"
SHARED = Path(__file__).parents[3] / "shared" / "articles" / "netflix-tour-de-france-2022.txt"

Fails = Callable[[BaseException], None]


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty folder, a data folder of one's own, no token, and the logging as it was."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MUSETTE_DATA_DIR", str(tmp_path / "bag"))
    for name in ("DISCORD_TOKEN", "MUSETTE_DATABASE_URL", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Fails:
    """Makes whatever the program would run fail with an error."""

    def with_error(error: BaseException) -> None:
        def broken(*_: object) -> int:
            raise error

        monkeypatch.setattr(program, "_run", broken)

    return with_error


class TestFailures:
    def test_an_error_that_its_reader_can_mend_is_its_sentence(
        self, fails: Fails, capsys: pytest.CaptureFixture[str]
    ) -> None:
        fails(StoreError("The disk is gone."))
        assert program.main([]) == 1
        assert capsys.readouterr() == ("", "The disk is gone.\n")

    def test_a_bad_setting_names_its_variable(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("MUSETTE_LANGUAGE", "de")
        assert program.main([]) == 2
        shown = capsys.readouterr().err
        assert shown.startswith("MUSETTE_LANGUAGE")
        assert is_one_sentence(shown)

    def test_a_mistake_in_the_program_is_one_sentence(
        self, fails: Fails, capsys: pytest.CaptureFixture[str]
    ) -> None:
        fails(ValueError("inner workings"))
        assert program.main([]) == 70
        shown = capsys.readouterr().err
        assert is_one_sentence(shown)
        assert "ValueError" in shown
        assert "--debug" in shown
        assert "inner workings" not in shown

    @pytest.mark.parametrize("error", [ValueError, StoreError])
    def test_debug_shows_where_without_any_secret(
        self,
        fails: Fails,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        error: type[Exception],
    ) -> None:
        monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
        monkeypatch.setenv("MUSETTE_DATABASE_URL", "postgresql://me:hunter2@host/db")
        cause = RuntimeError(f"{TOKEN} at hunter2")
        failure = error("Oh.")
        failure.__cause__ = cause
        fails(failure)
        program.main(["--debug"])
        shown = capsys.readouterr().err
        assert "Traceback" in shown
        assert "RuntimeError" in shown
        assert TOKEN not in shown
        assert "hunter2" not in shown

    def test_a_password_is_hidden_as_it_is_and_as_it_is_written(
        self,
        fails: Fails,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setenv("MUSETTE_DATABASE_URL", "postgresql://me:hunter%2F2@host/db")
        fails(ValueError("hunter/2 or hunter%2F2"))
        program.main(["--debug"])
        shown = capsys.readouterr().err
        assert "Traceback" in shown
        assert "hunter" not in shown

    def test_ctrl_c_is_quiet(self, fails: Fails, capsys: pytest.CaptureFixture[str]) -> None:
        fails(KeyboardInterrupt())
        assert program.main([]) == 130
        assert capsys.readouterr() == ("", "")

    @pytest.mark.parametrize(
        "arguments", [["--lang", "de"], ["--nonsense"], ["derive"], ["nonsense"]]
    )
    def test_a_command_line_that_cannot_be_used(
        self, arguments: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert program.main(arguments) == 2
        assert "usage: musette" in capsys.readouterr().err

    @pytest.mark.parametrize(("argument", "shown"), [("--version", r"\Amusette \d"), ("-h", "usa")])
    def test_asking_the_program_about_itself(
        self, argument: str, shown: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert program.main([argument]) == 0
        assert re.search(shown, capsys.readouterr().out)


class FakeDiscord:
    """Takes the place of `bot.client`, which would go to Discord."""

    def __init__(self) -> None:
        self.started: list[tuple[Settings, Desk]] = []
        self.error: Exception | None = None

    async def run_discord(self, settings: Settings, desk: Desk, store: PreferenceStore) -> None:
        self.started.append((settings, desk))
        await store.remember("seen", "yes")
        logging.getLogger("discord").warning("the token is %s", settings.token)
        if self.error:
            raise self.error


@pytest.fixture
def discord(monkeypatch: pytest.MonkeyPatch) -> FakeDiscord:
    fake = FakeDiscord()
    module = types.ModuleType("bot.client")
    module.__dict__["run_discord"] = fake.run_discord
    monkeypatch.setitem(sys.modules, "bot.client", module)
    return fake


class TestDiscord:
    def test_a_token_leads_there_and_stays_out_of_the_log(
        self,
        discord: FakeDiscord,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
        assert program.main(["--lang", "fr"]) == 0
        ((settings, _),) = discord.started
        assert (settings.token, settings.language) == (TOKEN, Language.FR)
        assert "the token is" in caplog.text
        assert TOKEN not in caplog.text

    def test_a_start_that_fails_is_one_sentence(
        self,
        discord: FakeDiscord,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
        monkeypatch.setenv("MUSETTE_LOG_LEVEL", "error")
        discord.error = DiscordStartError("DISCORD_TOKEN is wrong: make a new one.")
        assert program.main([]) == 1
        assert is_one_sentence(capsys.readouterr().err)

    def test_the_terminal_can_be_had_though_a_token_is_set(
        self, tmp_path: Path, discord: FakeDiscord
    ) -> None:
        done = run(tmp_path, "--terminal", typed="!help\n", DISCORD_TOKEN=TOKEN)
        assert (done.returncode, done.stderr) == (0, "")
        assert "!help" not in done.stdout
        assert "teams" in done.stdout


class TestDerive:
    @pytest.mark.parametrize("kind", ["missing", "folder", "empty", "binary", "10 MB"])
    def test_a_bad_file_is_one_sentence(self, tmp_path: Path, kind: str) -> None:
        path = tmp_path / "article.txt"
        if kind == "folder":
            path.mkdir()
        elif kind != "missing":
            contents = {"empty": b"", "binary": bytes(range(256)) * 99, "10 MB": b"word " * 2**21}
            path.write_bytes(contents[kind])
        for options in ((), ("--json",)):
            done = run(tmp_path, "derive", str(path), *options)
            assert (done.returncode, done.stdout) == (1, "")
            assert is_one_sentence(done.stderr)
            assert "article.txt" in done.stderr

    def test_a_pdf_is_refused_however_much_text_it_holds(self, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + b"The riders arrive in Paris. " * 400)
        done = run(tmp_path, "derive", "a.pdf")
        assert (done.returncode, done.stdout) == (1, "")
        assert is_one_sentence(done.stderr)

    def test_standard_input_stands_for_a_file(self, tmp_path: Path) -> None:
        done = run(tmp_path, "derive", "-", "--lang", "fr", typed="Netflix tourne une série.")
        assert (done.returncode, done.stderr) == (0, "")
        nothing = run(tmp_path, "derive", "-")
        assert nothing.returncode == 1
        assert is_one_sentence(nothing.stderr)

    def test_no_name_at_all_asks_for_one(self, tmp_path: Path) -> None:
        done = run(tmp_path, "derive", "")
        assert done.returncode == 2
        assert is_one_sentence(done.stderr)
        assert "name a file" in done.stderr

    def test_options_may_stand_before_the_command(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "a.txt").write_text("Il fait beau ce matin dans la vallée.", "utf-8")
        assert program.main(["--lang", "fr", "derive", "a.txt"]) == 0
        assert "Aucun fait" in capsys.readouterr().out
        assert program.main(["--debug", "derive", "nowhere.txt"]) == 1
        assert "Traceback" in capsys.readouterr().err

    def test_an_article_without_facts_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Il fait beau ce matin dans la vallée.", "utf-8")
        done = run(tmp_path, "derive", "a.txt", "--lang", "fr")
        assert done.returncode == 0
        assert done.stdout == "Aucun fait n’a été trouvé dans cet article.\n"
        assert run(tmp_path, "derive", "--json", "a.txt").stdout == "[]\n"

    def test_nothing_is_kept(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Il fait beau ce matin dans la vallée.", "utf-8")
        run(tmp_path, "derive", "a.txt")
        assert not (tmp_path / "bag").exists()

    @pytest.mark.skipif(not SHARED.is_file(), reason="the shared press article is not here")
    def test_the_first_article_in_words_and_as_data(self, tmp_path: Path) -> None:
        text = SHARED.read_text("utf-8")
        facts = json.loads(run(tmp_path, "derive", str(SHARED), "--json").stdout)
        assert any(fact["value"].get("key") == "team/uae-team-emirates" for fact in facts)
        for fact in facts:
            for evidence in fact["evidence"]:
                sentence = text[evidence["start"] : evidence["end"]]
                assert " ".join(sentence.split()) == evidence["sentence"]
        words = run(tmp_path, "derive", str(SHARED), "--lang", "en").stdout.splitlines()
        assert sum(line.startswith("- ") for line in words) == len(facts)
        assert all(line.startswith(("- ", "    “")) for line in words)
