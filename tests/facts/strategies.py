"""Hypothesis strategies for the things that facts are made of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from facts.model import (
    Article,
    DateInterval,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    Language,
    Money,
    Part,
    Phase,
    Precision,
    Quantity,
    RelativeDate,
    Side,
    Span,
    Status,
    Text,
    Value,
)
from facts.relations import BY_NAME, UNITS

# Whatever a database can hold: no NUL, no half of a surrogate pair.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
names = texts.filter(str.strip)

_slugs = st.text("abcdefghijklmnopqrstuvwxyz-'", min_size=1, max_size=6)
dates = st.dates(min_value=date(1869, 1, 1), max_value=date(2100, 12, 31))
spans = st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)).map(
    lambda ends: Span(min(ends), max(ends))
)
numbers = st.one_of(
    st.integers(-300, 300).map(Decimal), st.decimals(allow_nan=False, allow_infinity=False)
)


@st.composite
def entities(draw: st.DrawFn) -> Entity:
    kind = draw(st.sampled_from(EntityKind))
    return Entity(f"{kind}/{draw(_slugs)}", kind, draw(names))


quantities = st.builds(Quantity, numbers, st.sampled_from(sorted(UNITS)))
money = st.builds(Money, numbers, st.sampled_from(["EUR", "GBP", "USD"]))
intervals = st.builds(
    DateInterval,
    st.none() | dates,
    st.none() | dates,
    st.sampled_from(Precision),
    st.none() | st.sampled_from(Part),
    st.booleans(),
)
relative_dates = st.builds(RelativeDate, st.sampled_from(Side), entities())
words = st.builds(Text, texts, st.none() | st.sampled_from(Language))
phases = st.sampled_from(Phase)

values: st.SearchStrategy[Value] = st.one_of(
    entities(), quantities, money, intervals, relative_dates, words, phases
)


def evidence(article_key: str = "article") -> st.SearchStrategy[Evidence]:
    """Evidence that stands in the article with this key."""
    return st.builds(Evidence, st.just(article_key), spans, texts, _slugs)


def facts(article_key: str = "article") -> st.SearchStrategy[Fact]:
    """Facts read in the article with this key."""
    return st.builds(
        Fact,
        subject=entities(),
        relation=st.sampled_from(sorted(BY_NAME)),
        value=values,
        evidence=st.lists(evidence(article_key), max_size=3).map(tuple),
        affirmed=st.booleans(),
        status=st.none() | st.sampled_from(Status),
        qualifiers=st.dictionaries(_slugs, values, max_size=3).map(
            lambda kept: tuple(kept.items())
        ),
        computed=st.booleans(),
    )


def articles(key: str = "article") -> st.SearchStrategy[Article]:
    """Articles with this key."""
    return st.builds(
        Article,
        key=st.just(key),
        text=texts,
        body=spans,
        language=st.sampled_from(Language),
        title=st.none() | texts,
        outlet=st.none() | names,
        url=st.none() | _slugs.map(lambda slug: f"https://example.org/{slug}"),
        published=st.none() | dates,
    )
