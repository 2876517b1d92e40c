"""Every row of the glossary's files is in order."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from facts.extract.tokens import words_of
from facts.glossary import glossary
from facts.glossary.forms import Entry, Mark, folded, forms_of, stem_of
from facts.glossary.rows import STOP, Row, cells_of, rows
from facts.model import EntityKind, Language
from facts.relations import UNITS

CONCEPTS = [row for row in rows() if row.concept != STOP]
KINDS = {kind.value for kind in EntityKind} | {"date", "duration", "money", "text", ""}
KINDS |= {f"quantity:{unit}" for unit in UNITS}
LANGUAGES = list(Language)


def key(entry: Entry) -> str:
    return " ".join(words_of(entry.text))


def test_the_size_is_what_a_reader_of_the_news_needs() -> None:
    assert 900 <= len(CONCEPTS) <= 1300


def test_a_concept_has_one_row() -> None:
    assert [name for name, n in Counter(row.concept for row in CONCEPTS).items() if n > 1] == []


@pytest.mark.parametrize("row", CONCEPTS, ids=lambda row: row.concept)
def test_a_row_is_valid(row: Row) -> None:
    assert row.concept.replace("_", "a").isalnum()
    assert row.concept == row.concept.lower()
    assert row.kind in KINDS
    for language in Language:
        entries = row.words[language]
        assert entries, language
        assert len({(entry.mark, entry.reflexive, entry.text) for entry in entries}) == len(entries)
        for entry in entries:
            assert entry.text == " ".join(entry.text.split())
            assert entry.text[0].isalnum()
    assert all(entry.mark is not Mark.GENDERED for entry in row.words[Language.EN])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_is_read_as_its_concept(language: Language) -> None:
    known = glossary(language)
    for row in CONCEPTS:
        for entry in row.words[language]:
            words = words_of(("se " if entry.reflexive else "") + entry.text)
            read = known.read(words)
            assert any(
                idea.concept == row.concept and end == len(words)
                for _, end, ideas in read
                for idea in ideas
            ), (row.concept, entry.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_in_three_concepts(language: Language) -> None:
    held: defaultdict[str, set[str]] = defaultdict(set)
    for row in CONCEPTS:
        for entry in row.words[language]:
            for form in folded(forms_of(entry, language, frozenset())):
                held[form].add(row.concept)
    assert {form: found for form, found in held.items() if len(found) > 2} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_words_stand_in_two_concepts(language: Language) -> None:
    held: defaultdict[str, set[str]] = defaultdict(set)
    for row in CONCEPTS:
        for entry in row.words[language]:
            held[key(entry)].add(row.concept)
    assert sum(len(found) > 1 for found in held.values()) < len(held) / 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_stop_word_is_a_concept(language: Language) -> None:
    known = glossary(language)
    for row in CONCEPTS:
        for entry in row.words[language]:
            assert not known.is_stop(key(entry)), (row.concept, entry.text)
    for word in known.words:
        assert not (known.is_stop(word) and known.read((word,))), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_folded_forms_are_what_a_text_shows(language: Language) -> None:
    for row in CONCEPTS:
        for entry in row.words[language]:
            assert folded([entry.text]) == [key(entry)], (row.concept, entry.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_forms_of_a_word_begin_with_its_stem(language: Language) -> None:
    for row in CONCEPTS:
        for entry in row.words[language]:
            stem = stem_of(entry, language)
            for form in folded(forms_of(entry, language, frozenset())):
                first = form.split(" ")[0]
                assert stem in ("", first[:1], first[:2]), (entry.text, form)


def test_a_line_with_a_cell_too_few_is_refused_with_its_place() -> None:
    text = "concept\ttype\tfr\ten\n# a comment\nwin\t\tgagner\twin\nlose\t\tperdre\n"
    with pytest.raises(ValueError, match=r"^glossary\.tsv, line 4: 3 cells instead of 4$"):
        list(cells_of("glossary.tsv", text, 4))
