"""Misspelt words of a question, put right by what was read."""

from __future__ import annotations

import pytest

from facts.ask.question import parse
from facts.ask.typos import corrected
from facts.glossary import glossary
from facts.model import Language

VOCABULARY = frozenset({"granon", "galibier", "quadbox", "peloton", "cohesion", "adhesion"})


def _words(text: str, vocabulary: frozenset[str] = VOCABULARY) -> list[str]:
    question = parse(text, Language.EN)
    return [asked.word for asked in corrected(question, vocabulary).asked]


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("who won on the granonn", "granon"),
        ("who won on the gallibier", "galibier"),
        ("what is qaudbox", "quadbox"),
    ],
)
def test_a_misspelt_word_becomes_the_one_that_was_read(misspelt: str, meant: str) -> None:
    assert _words(misspelt)[-1] == meant


def test_a_misspelt_word_of_the_glossary_gains_its_ideas() -> None:
    question = corrected(parse("combien d'épisdoes", Language.FR), frozenset())
    assert "i:episode" in question.asked[0].terms


def test_a_short_word_is_left_alone() -> None:
    assert _words("what is qub", frozenset({"quba"}))[-1] == "qub"


def test_a_word_like_none_that_is_known_is_left_alone() -> None:
    assert _words("what is zzyzx")[-1] == "zzyzx"


def test_a_word_that_was_read_is_left_alone_whatever_resembles_it() -> None:
    assert _words("what is granon", frozenset({"granon", "granonn", "granone"}))[-1] == "granon"


def test_a_word_whose_stem_was_read_is_left_alone() -> None:
    assert _words("what is granons", frozenset({"granon"}))[-1] == "granons"


@pytest.mark.parametrize("language", Language)
def test_no_word_of_the_glossary_is_changed(language: Language) -> None:
    known = sorted(word for word in glossary(language).words if word.isalpha())
    for word in known[::40]:
        question = parse(word, language)
        near = frozenset({f"{word}z", f"z{word}"})
        assert corrected(question, near).asked == question.asked, word


def test_names_are_never_changed() -> None:
    question = parse("is Cofidis in it")
    assert corrected(question, frozenset({"cofidise", "confidis"})).asked == question.asked


def test_of_equally_like_words_the_first_in_the_alphabet_is_meant() -> None:
    for vocabulary in (["zadbox", "yadbox", "xadbox"], ["xadbox", "yadbox", "zadbox"]):
        assert _words("what is wadbox", frozenset(vocabulary))[-1] == "xadbox"
