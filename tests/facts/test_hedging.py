"""What is merely spoken of is never told as certain: in one sentence, and in every answer."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from facts.describe import describe
from facts.model import (
    DateInterval,
    Entity,
    EntityKind,
    Fact,
    Language,
    Money,
    Phase,
    Precision,
    Quantity,
    Source,
    SourcedFact,
    Status,
    Text,
    Value,
)
from facts.relations import RELATIONS, Relation
from facts.respond import COMPOSERS, Material
from tests.facts.telling import EN, FR

HEDGES = re.compile(
    r"\b(?:may|might|perhaps|possible|not certain|talked about|it is said|peut-être|évoqué|"
    r"sans certitude|dit-on|on dit|\w+rai(?:t|ent))\b",
    re.IGNORECASE,
)
LANGUAGES = pytest.mark.parametrize("language", [FR, EN])
SUBJECTS = {
    EntityKind.PROGRAMME: "programme/moon",
    EntityKind.RACE: "race/moon-tour",
    EntityKind.PERSON: "person/zoe-moonie",
    EntityKind.TEAM: "team/moon",
    EntityKind.ORGANISATION: "organisation/moon",
}
VALUES: dict[str, Value] = {
    "entity": Entity("team/cofidis", EntityKind.TEAM, "Cofidis"),
    "quantity": Quantity(Decimal(8), "episode"),
    "money": Money(Decimal(100), "EUR"),
    "date": DateInterval(date(2024, 6, 1), date(2024, 6, 30), Precision.MONTH),
    "text": Text("refused"),
    "phase": Phase.FILMING,
}


def _fact(relation: Relation, status: Status | None, *, affirmed: bool = True) -> Fact:
    kind = next(kind for kind in SUBJECTS if kind in relation.subjects)
    subject = Entity(SUBJECTS[kind], kind, "Moon")
    qualifiers: tuple[tuple[str, Value], ...] = ()
    if relation.name == "features" and not affirmed:
        qualifiers = (("manner", Text("refused")),)
    if relation.name == "phase":
        qualifiers = (("with", Text("teams")),)
    if relation.name == "partner":
        qualifiers = (("role", Text("organiser")),)
    value = VALUES[relation.value]
    return Fact(subject, relation.name, value, (), affirmed, status, qualifiers)


@LANGUAGES
@pytest.mark.parametrize("affirmed", [True, False])
@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.name)
def test_a_possible_fact_is_hedged(relation: Relation, affirmed: bool, language: Language) -> None:
    said = describe(_fact(relation, Status.POSSIBLE, affirmed=affirmed), language)
    assert HEDGES.search(said), said


@LANGUAGES
@pytest.mark.parametrize("status", [None, Status.PLANNED, Status.UNDER_WAY, Status.DONE])
@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.name)
def test_a_certain_fact_is_not(
    relation: Relation, status: Status | None, language: Language
) -> None:
    said = describe(_fact(relation, status), language)
    assert not HEDGES.search(said), said


@LANGUAGES
@pytest.mark.parametrize("affirmed", [True, False])
@pytest.mark.parametrize("topic", sorted(set(COMPOSERS) - {"quote"}))
@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.name)
def test_an_answer_hedges_what_is_possible(
    relation: Relation, topic: str, affirmed: bool, language: Language
) -> None:
    known = _known(_fact(relation, Status.POSSIBLE, affirmed=affirmed))
    told = COMPOSERS[topic](Material(known.fact.subject, [known], [known], language))
    if known in told.facts:
        assert all(HEDGES.search(each) for each in told.sentences if "Cofidis" in each)
        assert HEDGES.search(" ".join(told.sentences)), told.sentences


def _known(fact: Fact) -> SourcedFact:
    head = Source("a", None, None, None, date(2024, 2, 10), EN)
    return SourcedFact(1, fact, {"a": head})
