"""Free questions on the article that the product starts from."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable

import pytest
from _pytest.mark import ParameterSet

from facts.ask.engine import ask
from facts.ask.question import parse
from facts.model import AnswerStatus, Language
from facts.wording.phrases import phrase
from tests.facts.ask.asking import first_library, says
from tests.facts.ask.rows import ABSTAINED, ANSWERED, ASKED_OTHERWISE, CLOSE, EN, FR, WRONG, Row

ALL = (*ANSWERED, *ASKED_OTHERWISE)


def _cases(rows: Iterable[Row | tuple[Language, str]]) -> list[ParameterSet]:
    return [
        pytest.param(
            *row,
            marks=[pytest.mark.xfail(strict=True, reason=WRONG[row[1]])] if row[1] in WRONG else [],
            id=f"{row[0]}: {row[1]}",
        )
        for row in rows
    ]


@pytest.mark.parametrize(("language", "question", "wanted"), _cases(ALL))
def test_the_answer_says_what_the_article_says(
    language: Language, question: str, wanted: tuple[str, ...]
) -> None:
    answer = ask(question, first_library(), language)
    assert answer.status is not AnswerStatus.UNKNOWN
    assert answer.language is language
    assert [group for group in wanted if not says(answer, group)] == [], answer.text


@pytest.mark.parametrize(("language", "question"), _cases((*ABSTAINED, *CLOSE)))
def test_what_the_article_does_not_say_is_not_answered(language: Language, question: str) -> None:
    answer = ask(question, first_library(), language)
    assert (answer.status, answer.facts, answer.passages) == (AnswerStatus.UNKNOWN, (), ()), (
        answer.text
    )
    key = "ask.unknown_near" if answer.items else "ask.unknown"
    assert answer.text == phrase(language, key)


def test_no_question_stands_twice_and_every_failure_is_of_one() -> None:
    asked = [question for _, question, _ in ALL] + [q for _, q in (*ABSTAINED, *CLOSE)]
    assert len(asked) == len(set(asked))
    assert set(WRONG) <= set(asked)


@pytest.mark.parametrize("form", [str.upper, str.lower])
def test_capitals_change_no_answer(form: Callable[[str], str]) -> None:
    changed = [
        question
        for language, question, _ in ALL
        if ask(form(question), first_library(), language)
        != ask(question, first_library(), language)
    ]
    assert changed == []


def test_final_marks_change_no_answer() -> None:
    changed = [
        question
        for language, question, _ in ALL
        if ask(question.rstrip(" ?") + " ?!?", first_library(), language)
        != ask(question.rstrip(" ?"), first_library(), language)
    ]
    assert changed == []


def test_the_language_of_the_answer_changes_no_fact() -> None:
    clear = [q for _, q, _ in ALL if parse(q, Language.FR).spoken is parse(q, Language.EN).spoken]
    assert len(clear) > len(ALL) / 2
    for question in clear:
        french = ask(question, first_library(), Language.FR)
        english = ask(question, first_library(), Language.EN)
        assert (french.language, english.language) == (Language.FR, Language.EN)
        assert (french.status, french.facts) == (english.status, english.facts), question


def test_without_a_language_the_answer_is_in_that_of_the_question() -> None:
    assert ask("qui produit la série", first_library()).language is FR
    assert ask("who makes the series", first_library()).language is EN


_PRINT = """
from facts.ask.engine import ask
from tests.facts.ask.asking import first_library
from tests.facts.ask.rows import ABSTAINED, ANSWERED, ASKED_OTHERWISE, CLOSE
for language, question, *_ in (*ANSWERED, *ASKED_OTHERWISE, *ABSTAINED, *CLOSE):
    answer = ask(question, first_library(), language)
    facts = [known.id for known in answer.facts]
    print(ascii((question, answer.status, answer.text, answer.items, facts)))
"""


def test_the_answers_do_not_hang_on_the_order_of_sets() -> None:
    printed = [
        subprocess.run(
            [sys.executable, "-c", _PRINT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "4242")
    ]
    assert printed[0].count("\n") == len((*ALL, *ABSTAINED, *CLOSE))
    assert printed[0] == printed[1]
