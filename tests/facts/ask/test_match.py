"""How well facts and sentences answer a question."""

from __future__ import annotations

import pytest

from facts.ask.library import Library
from facts.ask.match import Match, Weights, frequencies, matches
from facts.ask.question import Asked, parse
from facts.model import Language
from tests.facts.ask.asking import first_library, library

EN = Language.EN
CLIMB = (
    "Eleven riders crashed at Saint-Chély. The bakers of Bourg baked forty tarts for the riders."
)
STAGES = (
    "Tadej Pogačar won stage 10 of the 2022 Tour de France. "
    "Jonas Vingegaard won stage 11 of the 2022 Tour de France."
)


def _facts(question: str, shelf: Library) -> list[Match]:
    return matches(parse(question, EN), shelf.fact_documents, shelf.weights)


def _sentences(question: str, shelf: Library) -> list[Match]:
    return matches(parse(question, EN), shelf.passage_documents, shelf.weights)


def _told(match: Match) -> tuple[str, bool]:
    assert match.document.known is not None
    return match.document.known.fact.relation, match.document.known.fact.affirmed


def test_the_best_match_comes_first() -> None:
    found = _facts("who refused?", first_library())
    assert _told(found[0]) == ("features", False)
    assert [m.score for m in found] == sorted((m.score for m in found), reverse=True)


def test_a_word_that_a_document_does_not_speak_of_is_missed() -> None:
    best = _sentences("which bakers of Bourg baked forty pizzas?", library(CLIMB))[0]
    assert best.missed == ("pizzas",)
    assert best.score < 1
    assert best.weakest == 0


def test_nothing_is_missed_where_all_is_spoken_of() -> None:
    best = _sentences("which bakers of Bourg baked tarts?", library(CLIMB))[0]
    assert (best.missed, best.weakest) == ((), 1.0)
    assert best.score == pytest.approx(1)


def test_a_document_that_speaks_of_nothing_asked_for_is_no_match() -> None:
    assert _facts("what is the recipe of ratatouille?", first_library()) == []


def test_a_strong_word_counts_more_than_one_of_the_sentence_or_title() -> None:
    shelf = library(CLIMB)
    own, before = _sentences("what did bakers and Bourg do", shelf)[0], _sentences("crashed", shelf)
    assert own.score > 0.9
    by_text = {m.document.passage.text[:6]: m.score for m in before if m.document.passage}
    assert by_text["Eleven"] > by_text["The ba"] > 0


def test_a_fact_is_not_found_by_the_word_of_another_relation() -> None:
    found = _facts("who broadcasts Drive to Survive?", first_library())
    assert all("broadcasts" in m.missed for m in found if _told(m)[0] == "known_for")


def test_what_answers_is_of_the_kind_asked_for_and_not_in_the_question() -> None:
    for match in _facts("who are the partners of ASO?", first_library()):
        assert match.slot is not None
        assert match.slot.kind in {"person", "organisation", "team"}
        assert getattr(match.slot.value, "key", "") != "organisation/aso"


def test_a_document_without_the_kind_asked_for_is_no_match() -> None:
    kinds = {m.slot.kind for m in _facts("when is the series?", first_library()) if m.slot}
    assert kinds == {"date"}


def test_a_subject_answers_only_where_its_value_is_named() -> None:
    shelf = first_library()
    named = [m.slot for m in _facts("who made Drive to Survive?", shelf) if m.slot]
    assert "organisation/box-to-box-films" in {getattr(s.value, "key", "") for s in named}
    for match in _facts("who refused?", shelf):
        assert match.document.known is not None
        assert match.slot is not None
        assert match.slot.value is not match.document.known.fact.subject


def test_who_a_person_is_is_not_answered_by_the_name_itself() -> None:
    for match in _facts("who is Yann Le Moënner?", first_library()):
        assert match.slot is None or getattr(match.slot.value, "name", "") != "Yann Le Moënner"


def test_a_fact_without_a_programme_is_off_the_topic_of_a_question_on_one() -> None:
    relations = {_told(m)[0] for m in _facts("who made the series?", first_library())}
    assert "maker" in relations
    assert "organiser" not in relations


def test_a_stage_is_answered_by_that_stage_alone() -> None:
    shelf = library(STAGES)
    for stage, winner in ((10, "Tadej Pogačar"), (11, "Jonas Vingegaard")):
        found = _facts(f"who won stage {stage} of the Tour?", shelf)
        names = {getattr(m.slot.value, "name", "") for m in found if m.slot}
        assert winner in names
        assert names & {"Tadej Pogačar", "Jonas Vingegaard"} == {winner}


def test_the_race_is_not_answered_by_one_of_its_stages() -> None:
    assert [
        m for m in _facts("who won the Tour?", library(STAGES)) if _told(m)[0] == "winner"
    ] == []


def test_another_season_of_a_race_is_off_topic() -> None:
    shelf = library(STAGES)
    asked = "who won stage 10 of the Tour in 2022?"
    assert "winner" in {_told(m)[0] for m in _facts(asked, shelf)}
    assert "winner" not in {_told(m)[0] for m in _facts(asked.replace("2022", "2023"), shelf)}


def test_an_optional_word_helps_and_is_never_missed() -> None:
    shelf = first_library()
    plain = _facts("which series are filmed?", shelf)
    other = _facts("which other series are filmed?", shelf)
    assert {m.missed for m in other} == {m.missed for m in plain}
    assert max(m.score for m in other) > max(m.score for m in plain)


def test_a_rare_word_weighs_more_and_one_never_read_weighs_most() -> None:
    weights = Weights({"w:often": 90, "w:seldom": 2}, 100)
    often, seldom, never = (
        weights.of(Asked(word, frozenset({f"w:{word}"}))) for word in ("often", "seldom", "never")
    )
    assert often < seldom < never
    name = Asked("often", frozenset({"w:often"}), "name")
    assert weights.of(name) == pytest.approx(2 * often)
    assert weights.of(Asked("x", frozenset(), "name")) > never
    assert Weights({}, 0).of(Asked("x", frozenset({"w:x"}))) == never


def test_a_term_is_counted_once_for_each_document_that_holds_it() -> None:
    shelf = library(CLIMB)
    counted = frequencies(shelf.passage_documents)
    assert (counted["w:bourg"], counted["w:saint"]) == (1, 1)
    assert max(counted.values()) == len(shelf.passage_documents)
