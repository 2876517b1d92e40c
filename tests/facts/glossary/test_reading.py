"""What the reader promises for any words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.extract.tokens import words_of
from facts.glossary import Glossary, Idea, glossary
from facts.glossary.rows import rows
from facts.model import Language

LANGUAGES = st.sampled_from(list(Language))
WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(sorted(glossary(Language.FR).words | glossary(Language.EN).words)),
)


@given(LANGUAGES, st.lists(WORDS, max_size=25))
def test_spans_stand_in_order_and_apart(language: Language, words: list[str]) -> None:
    last = 0
    for start, end, ideas in glossary(language).read(words):
        assert last <= start < end <= len(words)
        assert 1 <= len(ideas) <= 2
        last = end


@given(LANGUAGES, st.text(max_size=200))
def test_any_text_is_read(language: Language, text: str) -> None:
    words = words_of(text)
    assert all(end <= len(words) for _, end, _ in glossary(language).read(words))


def test_a_span_tells_the_concept_and_what_is_asked_for() -> None:
    known = glossary(Language.FR)
    assert known.read(("quelle", "equipe")) == ((1, 2, (Idea("team", "team"),)),)
    assert known.read(words_of("Quel contre-la-montre par équipes ?")) == (
        (1, 6, (Idea("team_time_trial", ""),)),
    )
    assert glossary(Language.EN).read(("which", "stage")) == (
        (1, 2, (Idea("stage", "quantity:stage"),)),
    )


def test_no_words_carry_no_idea() -> None:
    assert glossary(Language.FR).read(()) == ()
    assert glossary(Language.EN).read(("zzz", "")) == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.FR, "le la qui que quoi dont est sont avoir fait d' l' combien pourquoi svp"),
        (Language.EN, "the who what is are were have does gets how why whose pls n't"),
    ],
)
def test_function_words_are_stop_words(language: Language, words: str) -> None:
    known = glossary(language)
    for word in words.split():
        assert known.is_stop(word), word
        assert known.read((word,)) == ()


def test_summer_is_told_from_having_been() -> None:
    known = glossary(Language.FR)
    assert known.read(words_of("il a été")) == ()
    assert known.read(words_of("cet été"))[0][2] == (Idea("summer", ""),)


def test_words_hold_every_form_for_the_correction_of_typos() -> None:
    french, english = glossary(Language.FR).words, glossary(Language.EN).words
    assert {"remporte", "championnes", "jaunes", "qui", "montre"} <= french
    assert {"won", "collarbones", "crashed", "who", "trial"} <= english
    assert not any(" " in word for word in french | english)


def test_a_fresh_glossary_reads_what_one_with_all_its_forms_reads() -> None:
    words = words_of("Qui a remporté l'étape reine et mis pied à terre avant l'arrivée ?")
    known = glossary(Language.FR)
    assert known.words
    assert Glossary(Language.FR, rows()).read(words) == known.read(words)


def test_the_glossary_is_made_once() -> None:
    assert glossary(Language.FR) is glossary(Language.FR)
