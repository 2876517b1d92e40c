"""The made-up news, and the benchmark on a handful of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from facts.model import Language
from tests.benchmarks.ask_growth import ask_all, read_in
from tests.benchmarks.news import story

SOME = 400


def test_the_same_number_gives_the_same_story() -> None:
    assert story(7) == story(7)
    assert story(7) != story(8)


def test_news_is_varied_and_in_both_languages() -> None:
    told = [story(number) for number in range(SOME)]
    assert len({each.article.key for each in told}) == SOME
    assert len({each.question for each in told}) > SOME * 0.95
    french = sum(each.article.language is Language.FR for each in told)
    assert SOME * 0.4 < french < SOME * 0.6
    unanswerable = sum(not each.answer for each in told)
    assert SOME * 0.15 < unanswerable < SOME * 0.35


def test_every_place_is_filled_and_every_answer_told() -> None:
    for each in (story(number) for number in range(SOME)):
        assert "{" not in each.article.text + each.question
        assert each.answer in each.article.text


async def test_a_handful_is_read_and_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = f"sqlite:///{tmp_path}/growth.db"
    await read_in(database, 0, 4)
    assert "articles a second" in capsys.readouterr().out
    found = await ask_all(database, 4, 2, profile=False)
    assert 0 < found.median_ms <= found.p99_ms
    assert 0 <= found.right + found.wrong <= 1
    assert 0 < found.bare_mb <= found.memory_mb
