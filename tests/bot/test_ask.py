"""`musette ask`: answers from files or from the store, in words or as data."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.asking import answer_all, answered, as_data, library_in, library_in_files, questions
from facts.article import article_from_text, read_article
from facts.ask.library import Library, library_of
from facts.ask.question import LONGEST
from facts.errors import UnreadableArticleError, UsageError
from facts.model import Language
from facts.reading import derive
from facts.wording.phrases import phrase
from tests.bot.running import environment, is_one_sentence, run
from tests.fakes.stores import MemoryStore

KEYS = ["question", "language", "status", "text", "facts", "evidence", "elapsed_ms"]
ARTICLE = """---
title: A film about bottles
outlet: The Wheel
url: https://wheel.example/film
published: 2023-02-21
language: en
---

Netflix is making a series about the Tour de France.
UAE Team Emirates refused to be filmed for the series.

The cook, Anna Dupont, peels the potatoes in Ghent.
"""
UNWANTED = {"discord", "aiohttp", "prompt_toolkit", "rich", "trafilatura", "alembic"}
OTHER = "La série de Netflix sur le Tour de France 2022 compte huit épisodes de 45 minutes."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "film.md"
    path.write_text(ARTICLE, "utf-8")
    return path


def said(question: str, *paths: Path, language: Language | None = None) -> dict[str, Any]:
    """What `--json` prints for one question over these files."""
    out = io.StringIO()
    answer_all([question], library_in_files(paths), language, out, as_json=True)
    (line,) = out.getvalue().splitlines()
    data: dict[str, Any] = json.loads(line)
    assert list(data) == KEYS
    return data


def test_an_answer_from_a_fact_comes_with_the_fact_and_its_sentence(article: Path) -> None:
    data = said("Which team refused?", article)
    assert (data["status"], data["language"]) == ("answered", "en")
    assert "UAE Team Emirates" in data["text"]
    assert any(fact["value"].get("key") == "team/uae-team-emirates" for fact in data["facts"])
    text = article.read_text("utf-8")
    for fact in data["facts"]:
        for place in fact["evidence"]:
            assert " ".join(text[place["start"] : place["end"]].split()) == place["sentence"]
    assert {
        "sentence": "UAE Team Emirates refused to be filmed for the series.",
        "outlet": "The Wheel",
        "title": "A film about bottles",
        "url": "https://wheel.example/film",
        "published": "2023-02-21",
    } in data["evidence"]
    assert isinstance(data["elapsed_ms"], float)


def test_an_answer_from_a_sentence_shows_the_sentence_as_evidence(article: Path) -> None:
    data = said("Who peels the potatoes?", article)
    assert (data["status"], data["facts"]) == ("passage", [])
    assert "Anna Dupont" in data["text"]
    (proof,) = data["evidence"]
    assert proof["sentence"] == "The cook, Anna Dupont, peels the potatoes in Ghent."
    assert proof["outlet"] == "The Wheel"


def test_what_was_not_read_is_unknown_and_proves_nothing(article: Path) -> None:
    data = said("Who painted the ceiling of the chapel?", article)
    assert (data["status"], data["facts"], data["evidence"]) == ("unknown", [], [])
    assert data["text"]


@pytest.mark.parametrize("language", Language)
def test_the_language_can_be_told(article: Path, language: Language) -> None:
    data = said("Zxqw ?", article, language=language)
    assert data["language"] == language
    assert data["text"] == phrase(language, "ask.unknown")


def test_several_articles_are_one_library(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(OTHER, "utf-8")
    question = "How many episodes does the Netflix series have?"
    assert said(question, article)["status"] == "unknown"
    data = said(question, article, other)
    assert data["status"] != "unknown"
    assert {proof["sentence"] for proof in data["evidence"]} == {OTHER}
    assert {proof["outlet"] for proof in data["evidence"]} == {None}


async def test_a_library_holds_all_that_the_store_has_read(article: Path) -> None:
    store = MemoryStore()
    kept = read_article(article)
    await store.add(kept, derive(kept))
    out = io.StringIO()
    answer_all(["which team refused?"], await library_in(store), None, out, as_json=False)
    answer, source = out.getvalue().splitlines()
    assert "UAE Team Emirates" in answer
    assert source == "Source: The Wheel, 21 February 2023, https://wheel.example/film"


def test_empty_lines_are_passed_over_and_blocks_are_apart(article: Path) -> None:
    asked = questions("-", io.StringIO("\nwhich team refused?\n   \nWho peels the potatoes?"))
    out = io.StringIO()
    answer_all(asked, library_in_files([article]), None, out, as_json=False)
    blocks = out.getvalue().rstrip("\n").split("\n\n")
    assert ["UAE Team Emirates" in blocks[0], "Anna Dupont" in blocks[1]] == [True, True]
    assert len(blocks) == 2


@pytest.mark.parametrize("given", ["", " \t\n "])
def test_a_question_with_nothing_in_it_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="no question"):
        questions(given, io.StringIO())


@pytest.mark.parametrize("language", [None, *Language])
def test_a_question_that_is_too_long_is_told_so(article: Path, language: Language | None) -> None:
    data = said("which team refused " * 600, article, language=language)
    assert (data["status"], data["evidence"]) == ("unknown", [])
    assert str(LONGEST) in data["text"]


@pytest.mark.parametrize(
    "junk", ["\0\x07\x1b[31m", "\udcff\udcfe?", "؟؟؟", "🚴" * 50, "'\"\\--%s{}"]
)
def test_junk_is_abstained_from(article: Path, junk: str) -> None:
    (question,) = questions(junk, io.StringIO())
    question.encode("utf-8")
    assert said(question, article)["status"] == "unknown"


@cache
def fixed_library() -> Library:
    return library_of(
        [article_from_text(text, name=name) for name, text in (("a", ARTICLE), ("b", OTHER))]
    )


_WORDS = sorted({*ARTICLE.split(), *OTHER.split(), "who", "qui", "when", "combien", "did", "?"})


@settings(deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_no_question_fails_and_no_answer_lacks_evidence(question: str) -> None:
    data = as_data(answered(question, fixed_library(), None))
    assert data["text"]
    assert (data["status"] == "unknown") == (data["evidence"] == [])
    assert (data["status"] == "answered") == bool(data["facts"])
    for proof in data["evidence"]:
        assert proof["sentence"] in " ".join(f"{ARTICLE} {OTHER}".split())


class TestCommand:
    def test_files_are_answered_from_alone_and_nothing_is_kept(
        self, tmp_path: Path, article: Path
    ) -> None:
        done = run(tmp_path, "ask", "Which team refused?", "--article", str(article))
        assert (done.returncode, done.stderr) == (0, "")
        answer, source = done.stdout.splitlines()
        assert "UAE Team Emirates" in answer
        assert source.startswith("Source: The Wheel, 21 February 2023")
        assert not (tmp_path / "bag").exists()

    def test_the_store_is_answered_from(self, tmp_path: Path) -> None:
        done = run(tmp_path, "ask", "Quelles équipes sont suivies ?", "--json")
        assert (done.returncode, done.stderr) == (0, "")
        data = json.loads(done.stdout)
        assert (data["status"], data["language"]) == ("answered", "fr")
        assert "Groupama-FDJ" in data["text"]

    def test_a_question_a_line_from_standard_input(self, tmp_path: Path, article: Path) -> None:
        typed = b"which team refused?\n\n \nwho paints?\n" + b"\xff\xfe\x00junk\n"
        done = run(tmp_path, "ask", "-", "--json", "--article", str(article), typed=typed)
        assert (done.returncode, done.stderr) == (0, "")
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert [row["status"] for row in rows] == ["answered", "unknown", "unknown"]
        assert rows[0]["question"] == "which team refused?"

    def test_an_answer_that_is_unknown_is_no_failure(self, tmp_path: Path, article: Path) -> None:
        done = run(tmp_path, "ask", "--lang", "fr", "--article", str(article), "Zxqw ?")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout

    @pytest.mark.parametrize("kind", ["missing", "folder", "empty", "binary", "10 MB"])
    def test_a_bad_file_is_one_sentence(self, tmp_path: Path, kind: str) -> None:
        path = tmp_path / "bad.txt"
        if kind == "folder":
            path.mkdir()
        elif kind != "missing":
            contents = {"empty": b"", "binary": bytes(range(256)) * 99, "10 MB": b"word " * 2**21}
            path.write_bytes(contents[kind])
        done = run(tmp_path, "ask", "who?", "--article", str(path))
        assert (done.returncode, done.stdout) == (1, "")
        assert is_one_sentence(done.stderr)
        assert "bad.txt" in done.stderr

    def test_it_loads_neither_discord_nor_a_store_that_it_does_not_need(
        self, tmp_path: Path, article: Path
    ) -> None:
        tail = f"'--json', '--article', {str(article)!r}"
        for options, unwanted in (("'--json'", UNWANTED), (tail, {*UNWANTED, "sqlalchemy"})):
            code = f"from bot.__main__ import main; assert main(['ask', 'who?', {options}]) == 0"
            done = subprocess.run(
                [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)"],
                capture_output=True,
                text=True,
                cwd=tmp_path,
                env=environment(tmp_path),
                check=True,
            )
            assert {name.partition(".")[0] for name in done.stderr.split()} & unwanted == set()

    def test_an_empty_question_is_one_sentence(self, tmp_path: Path) -> None:
        done = run(tmp_path, "ask", "")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("There is no question")


def test_one_bad_file_among_several_is_told(article: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticleError, match="nowhere"):
        library_in_files([article, tmp_path / "nowhere.md"])
