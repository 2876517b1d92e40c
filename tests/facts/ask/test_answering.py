"""The words of an answer: of a fact, of a sentence, of several, of none."""

from __future__ import annotations

import pytest

from facts.ask.answering import fact_answer, joined, passage_answer, passage_words, proofs_of
from facts.ask.engine import ask
from facts.ask.match import Match, matches
from facts.ask.question import parse
from facts.model import Answer, AnswerStatus, Language
from tests.facts.ask.asking import first_library, library

FR, EN = Language.FR, Language.EN
GRANON = (
    "The Tour de France 2022 went over the Col du Granon. "
    "Nine stitches were needed after the crash of Primož Roglič."
)


def _fact_and_sentence() -> tuple[Match, Match]:
    shelf, question = first_library(), parse("who refused?")
    fact = matches(question, shelf.fact_documents, shelf.weights)[0]
    return fact, matches(question, shelf.passage_documents, shelf.weights)[0]


def test_a_fact_is_told_with_all_of_its_topic() -> None:
    answer = ask("who makes the series?", first_library(), EN)
    assert answer.status is AnswerStatus.ANSWERED
    assert {known.fact.relation for known in answer.facts} >= {"maker", "unites"}
    assert answer.facts[0].fact.relation == "maker"


def test_who_somebody_is_begins_with_the_person() -> None:
    answer = ask("who is Yann Le Moënner?", first_library(), EN)
    assert answer.text.startswith("Yann Le Moënner")


def test_who_holds_a_position_is_the_person() -> None:
    answer = ask("who is ASO's managing director?", first_library(), EN)
    assert answer.text.startswith("Yann Le Moënner")
    assert answer.facts[0].fact.relation == "position"


def test_what_is_asked_for_beside_the_value_stands_in_front() -> None:
    answer = ask("à qui a parlé Yann Le Moënner", first_library(), FR)
    assert answer.text.startswith("20 Minutes Sport. ")


def test_a_sentence_is_quoted_with_its_proof_where_no_fact_answers() -> None:
    shelf = library(GRANON)
    answer = ask("how many stitches were needed?", shelf, EN)
    assert answer.status is AnswerStatus.PASSAGE
    assert answer.text.startswith("9. “Nine stitches")
    (proof,) = answer.passages
    assert proof.evidence.sentence == "Nine stitches were needed after the crash of Primož Roglič."
    assert proof.source.article_key == proof.evidence.article_key == shelf.passages[0].article_key
    assert not answer.facts


def test_no_value_is_named_where_the_sentence_holds_several_of_its_kind() -> None:
    asked = "who was at the bakery of Bourg?"
    one = ask(asked, library("Tadej Pogačar was at the bakery of Bourg."), EN)
    two = ask(asked, library("Tadej Pogačar and Primož Roglič were at the bakery of Bourg."), EN)
    assert (one.status, two.status) == (AnswerStatus.PASSAGE, AnswerStatus.PASSAGE)
    assert one.text.startswith("Tadej Pogačar. “")
    assert two.text.startswith("“Tadej Pogačar and Primož Roglič")


def test_a_sentence_is_no_fact_and_a_fact_no_sentence() -> None:
    fact, sentence = _fact_and_sentence()
    question, shelf = parse("who refused?"), first_library()
    with pytest.raises(ValueError, match="no fact"):
        fact_answer(question, sentence, shelf)
    with pytest.raises(ValueError, match="no sentence"):
        passage_words(fact, EN)
    with pytest.raises(ValueError, match="no sentence"):
        passage_answer(question, fact, shelf)
    assert proofs_of(fact, shelf) == ()


def test_what_was_read_nearest_is_listed_where_nothing_answers() -> None:
    answer = ask("who founded Box to Box?", first_library(), EN)
    assert answer.status is AnswerStatus.UNKNOWN
    assert 1 <= len(answer.items) <= 3
    assert len(set(answer.items)) == len(answer.items)


def test_nothing_is_listed_where_nothing_is_near() -> None:
    answer = ask("what is the recipe of ratatouille?", first_library(), EN)
    assert (answer.status, answer.text, answer.items) == (
        AnswerStatus.UNKNOWN,
        "I have not read that.",
        (),
    )


def test_two_answers_are_as_sure_as_the_less_sure_one() -> None:
    fact = ask("who refused?", first_library(), EN)
    quoted = ask("how many stitches were needed?", library(GRANON), EN)
    assert (fact.status, quoted.status) == (AnswerStatus.ANSWERED, AnswerStatus.PASSAGE)
    both = joined([fact, quoted])
    assert both.status is AnswerStatus.PASSAGE
    assert both.text == f"{fact.text} {quoted.text}"
    assert (both.facts, both.passages) == (fact.facts, quoted.passages)
    assert joined([fact, fact]) == fact


def test_of_two_questions_the_one_that_was_read_is_answered() -> None:
    one = ask("who refused?", first_library(), EN)
    both = ask("who refused and what is the budget?", first_library(), EN)
    assert (both.text, both.status) == (one.text, AnswerStatus.ANSWERED)
    neither: Answer = ask("who directs it and what is the budget?", first_library(), EN)
    assert neither.status is AnswerStatus.UNKNOWN
