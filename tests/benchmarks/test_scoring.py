"""The marks themselves: what counts as right, wrong, and told as a fact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.ask import main
from tests.benchmarks.outcomes import Found, Outcome, best_threshold, quantile, share_right
from tests.benchmarks.peers import PEERS
from tests.benchmarks.scoring import (
    Expected,
    is_right,
    is_wrong_fact,
    occurs,
    plain,
    read_set,
    share,
)

DATA = Path(__file__).parents[1] / "data" / "ask"


def expected(
    *choices: tuple[str, ...], none: tuple[str, ...] = (), answerable: bool = True, id_: str = "q"
) -> Expected:
    return Expected(id_, "en", "who", "Who?", ("a.md",), answerable, choices, none)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("Émile", "it was emile"),
        ("4 h 10", "4\u202fh\u00a010 in all"),
        ("l'équipe", "L\u2019EQUIPE"),
        ("Groupama-FDJ", "groupama fdj, of course"),
        ("3'12", "by 3\u203212"),
        ("50", "fifty (50)"),
    ],
)
def test_typography_case_and_accents_do_not_count(wanted: str, text: str) -> None:
    assert occurs(wanted, text)


@pytest.mark.parametrize(
    ("wanted", "text"), [("5", "50"), ("5", "15 parts"), ("Ann", "Anna"), ("no", "not now")]
)
def test_whole_words_count(wanted: str, text: str) -> None:
    assert not occurs(wanted, text)


def test_plain_text_stays_plain() -> None:
    assert plain(plain("  L\u2019Été\u00a0: 3-1 ")) == plain("  L\u2019Été\u00a0: 3-1 ")


def test_one_of_each_list_must_occur() -> None:
    question = expected(("5", "five"), ("Ghent",))
    assert is_right(question, "answered", "Five, in Ghent.")
    assert is_right(question, "passage", "5 in Ghent")
    assert not is_right(question, "answered", "Five.")


def test_a_forbidden_word_makes_it_wrong() -> None:
    question = expected(("Ghent",), none=("Bristol",))
    assert not is_right(question, "answered", "Ghent or Bristol")
    assert is_wrong_fact(question, "answered", "Ghent or Bristol")


def test_silence_is_right_only_where_there_is_no_answer() -> None:
    assert is_right(expected(answerable=False), "unknown", "not read; the nearest: Bristol")
    assert not is_right(expected(answerable=False), "answered", "anything")
    assert not is_right(expected(("Ghent",)), "unknown", "Ghent")
    assert not is_wrong_fact(expected(("Ghent",)), "unknown", "Ghent")


def test_the_share_of_nothing_is_nothing() -> None:
    assert share([]) == 0.0
    assert share([True, False]) == 0.5


def test_a_wrong_fact_is_told_apart_from_a_wrong_sentence() -> None:
    question = expected(("Ghent",))
    fact, sentence = (
        Outcome(question, status, "In Bristol.", 1.0) for status in ("answered", "passage")
    )
    assert [fact.wrong_fact, fact.wrong_sentence] == [True, False]
    assert [sentence.wrong_fact, sentence.wrong_sentence] == [False, True]


def test_the_threshold_is_the_best_for_these_questions() -> None:
    found = [
        Found(expected(("Ghent",)), 9.0, "In Ghent.", 1.0),
        Found(expected(("Ghent",)), 5.0, "In Ghent.", 1.0),
        Found(expected(answerable=False), 3.0, "In Bristol.", 1.0),
        Found(expected(answerable=False), None, "", 1.0),
    ]
    threshold = best_threshold(found)
    assert 3.0 < threshold <= 5.0
    assert share_right(row.above(threshold) for row in found) == 1.0


def test_a_peer_that_is_always_wrong_does_best_in_silence() -> None:
    found = [Found(expected(answerable=False), 7.0, "In Bristol.", 1.0)]
    assert found[0].above(best_threshold(found)).status == "unknown"


@pytest.mark.parametrize(("part", "time"), [(0.5, 50.0), (0.99, 99.0), (1.0, 100.0), (0.001, 1.0)])
def test_quantiles_are_times_that_were_measured(part: float, time: float) -> None:
    assert quantile([float(number) for number in range(100, 0, -1)], part) == time
    assert quantile([], part) == 0.0


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_finds_the_sentence_that_shares_most(name: str) -> None:
    peer = PEERS[name](["The race starts in Ghent.", "L\u2019équipe a refusé d\u2019être filmée."])
    try:
        best = peer.best('"refuse" (equipe): -x * AND')
        assert best
        assert best[0] > 0
        assert "refusé" in best[1]
        assert peer.best("zxqw") is None
        assert peer.best("?!") is None
    finally:
        peer.close()


def test_the_set_is_what_its_readme_says() -> None:
    questions = list(read_set(DATA))
    assert len(questions) >= 250
    assert len({question.id for question in questions}) == len(questions)
    assert {name for question in questions for name in question.articles} == {
        path.name for path in (DATA / "articles").glob("*.md")
    }
    unanswerable = [question for question in questions if not question.answerable]
    assert len(unanswerable) * 4 >= len(questions)
    assert all(question.all == () for question in unanswerable)
    assert all(question.all for question in questions if question.answerable)
    french = sum(question.language == "fr" for question in questions)
    assert abs(2 * french - len(questions)) <= len(questions) / 10


def test_the_benchmark_prints_shares_of_any_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "articles").mkdir()
    text = "The cook, Anna Dupont, peels the potatoes in Ghent."
    for name in ("a.md", "b.md"):
        (tmp_path / "articles" / name).write_text(f"{text} {name}", "utf-8")
    rows = [
        _row("1", "Who peels the potatoes?", ["a.md"], [["Anna Dupont"]]),
        _row("2", "Who painted the chapel?", ["a.md", "b.md"], []),
    ]
    (tmp_path / "questions.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    main(tmp_path)
    shown = capsys.readouterr().out
    assert "2 questions (0 French, 2 English; 1 answerable, 1 not) on 2 articles" in shown
    assert "One article at a time (1 questions)" in shown
    whole = shown[shown.index("All (2 questions)") :].splitlines()
    assert whole[1].split() == ["handled", "right", "100.0%", "100.0%", "100.0%"]


def _row(number: str, question: str, articles: list[str], wanted: list[list[str]]) -> object:
    return {
        "id": number,
        "language": "en",
        "kind": "who",
        "question": question,
        "articles": articles,
        "answerable": bool(wanted),
        "expect": {"all": wanted, "none": []},
    }
