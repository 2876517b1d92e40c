"""Whatever the text, reading it ends, repeats itself, and points at what stands there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.article import article_from_text
from facts.errors import UnreadableArticleError
from facts.extract.lexicon import lexicon
from facts.gazetteer import load_gazetteer
from facts.model import Entity, Fact, Language, Quantity
from facts.reading import derive
from facts.relations import BY_NAME, UNITS
from facts.serial import fact_from_json, fact_to_json
from tests.facts.telling import article

_SIGNS = (
    ", . : ; ( ) « » “ ” \" - – … ! ? ' ’ 's & /\n\n \n # ** _ [ ] * 2022 2023 45 8 45-minute 1er "
    "24 juillet July 2,5 % € fin mi- H1 premier first semestre half of"
).split(" ")


def _lexicon_words(language: Language) -> list[str]:
    known = lexicon(language)
    groups = {" ".join(form.words) for forms in known.words.values() for form in forms}
    return sorted({*known.verbs, *groups})


_WORDS = {language: _lexicon_words(language) for language in Language}
_SMALL = {
    Language.FR: (
        "le la les un une de du des d’ l’ et ou qui que dont à au sur dans pour par avec a ont est "
        "sont a été sera serait ne pas n’ se s’ il elle ils ces derniers huit deux autres épisodes "
        "minutes équipes saison quatrième britannique Britanniques selon avant après jusqu’à"
    ).split(" "),
    Language.EN: (
        "the a an of and or who which that to on in for by with is are was were has been will "
        "would not n't it they he she its eight two other episodes minutes teams season fourth "
        "British according before after until"
    ).split(" "),
}
_NAMES = sorted({alias.text for e in load_gazetteer().entries for alias in e.aliases})
_UNKNOWN = [
    "Vélorama",
    "Box Four Films",
    "Team Zubrowka",
    "Tour of Elsewhere",
    "Zoé Lunaire",
    "XYZ",
]


@st.composite
def _sentences(draw: st.DrawFn) -> tuple[str, Language]:
    language = draw(st.sampled_from(Language))
    words = st.one_of(
        st.sampled_from(_SMALL[language]),
        st.sampled_from(_WORDS[language]),
        st.sampled_from(_NAMES),
        st.sampled_from(_UNKNOWN),
        st.sampled_from(_SIGNS),
    )
    text = " ".join(draw(st.lists(words, min_size=1, max_size=40)))
    return draw(st.sampled_from([text, text[:1].upper() + text[1:] + "."])) + "\noui", language


def _check(facts: tuple[Fact, ...], text: str) -> None:
    assert len({fact.identity for fact in facts}) == len(facts)
    for fact in facts:
        relation = BY_NAME[fact.relation]
        assert fact.subject.kind in relation.subjects
        assert fact_from_json(fact_to_json(fact)) == fact
        if relation.value == "entity":
            assert isinstance(fact.value, Entity)
        if isinstance(fact.value, Quantity):
            assert fact.value.unit in UNITS
        assert fact.evidence
        for evidence in fact.evidence:
            piece = text[evidence.span.start : evidence.span.end]
            assert piece == piece.strip()
            assert " ".join(piece.split()) == evidence.sentence
            assert evidence.sentence


@given(_sentences())
@settings(max_examples=400, deadline=None)
def test_words_in_any_order(drawn: tuple[str, Language]) -> None:
    read = article(*drawn)
    facts = derive(read)
    _check(facts, read.text)
    assert derive(read) == facts


@given(st.lists(_sentences(), min_size=2, max_size=4))
@settings(max_examples=100, deadline=None)
def test_several_sentences(drawn: list[tuple[str, Language]]) -> None:
    read = article("\n\n".join(text for text, _ in drawn), drawn[0][1], None)
    _check(derive(read), read.text)


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    try:
        read = article_from_text(text)
    except UnreadableArticleError:
        return
    _check(derive(read), text)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "text",
    [
        "a " * 50_000 + "oui",
        "Netflix, Tour de France et " * 4_000,
        "La série suit huit équipes : " + "Jumbo-Visma, " * 9_000,
        "« " * 30_000 + "oui",
        "“oui” " * 15_000,
        "(" * 50_000 + "oui",
        "[oui](" * 4_000,
        "<a " * 20_000 + "oui",
        "le 1er " * 10_000,
        "a. " * 20_000 + "oui",
        "oui\n" * 2_000,
        "\n" * 100_000 + "oui",
        "x" * 100_000,
        "d’" * 50_000 + "oui",
        "-oui" * 30_000,
        "<!--" * 20_000 + "oui",
        "---\n" + "a: b\n" * 2_000 + "oui",
    ],
    ids=lambda text: text[:12],
)
def test_endless_texts_end(text: str, language: Language) -> None:
    derive(article(text, language))
