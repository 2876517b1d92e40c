"""Facts go to JSON and come back as they were."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from facts.model import (
    DateInterval,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    Language,
    Money,
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
from facts.serial import (
    evidence_from_json,
    evidence_to_json,
    fact_from_json,
    fact_to_json,
    identity_digest,
    value_from_json,
    value_to_json,
)
from tests.facts import strategies

RACE = Entity("race/tour-de-france/2022", EntityKind.RACE, "Tour de France 2022")
SERIES = Entity("programme/netflix/tour", EntityKind.PROGRAMME, "the series")
FACT = Fact(
    subject=SERIES,
    relation="episode_count",
    value=Quantity(Decimal(8), "episode"),
    evidence=(Evidence("a", Span(3, 9), "Eight.", "count"),),
    status=Status.PLANNED,
    qualifiers=(("part_of", RACE),),
)

SHAPES: list[tuple[Value, dict[str, Any]]] = [
    (RACE, {"type": "entity", "key": RACE.key, "kind": "race", "name": RACE.name}),
    (Quantity(Decimal(8), "episode"), {"type": "quantity", "number": 8, "unit": "episode"}),
    (Quantity(Decimal("3.5"), "km"), {"type": "quantity", "number": "3.5", "unit": "km"}),
    (Money(Decimal("1E+20"), "EUR"), {"type": "money", "amount": "1E+20", "currency": "EUR"}),
    (
        DateInterval(date(2022, 7, 1), None, Precision.DAY),
        {
            "type": "date",
            "start": "2022-07-01",
            "end": None,
            "precision": "day",
            "part": None,
            "year_written": True,
        },
    ),
    (
        RelativeDate(Side.BEFORE, RACE),
        {"type": "relative_date", "side": "before", "anchor": value_to_json(RACE)},
    ),
    (Text("Oui.", Language.FR), {"type": "text", "text": "Oui.", "language": "fr"}),
    (Text("Yes."), {"type": "text", "text": "Yes.", "language": None}),
    (Phase.FILMING, {"type": "phase", "phase": "filming"}),
]


def through_json(data: dict[str, Any]) -> dict[str, Any]:
    again: dict[str, Any] = json.loads(json.dumps(data))
    return again


@pytest.mark.parametrize(("value", "data"), SHAPES)
def test_a_value_has_the_documented_shape(value: Value, data: dict[str, Any]) -> None:
    assert value_to_json(value) == data
    assert value_from_json(data) == value


@given(strategies.values)
def test_a_value_comes_back_as_it_was(value: Value) -> None:
    again = value_from_json(through_json(value_to_json(value)))
    assert again == value
    assert type(again) is type(value)


@given(strategies.intervals)
def test_whether_the_year_was_written_is_kept(value: DateInterval) -> None:
    again = value_from_json(through_json(value_to_json(value)))
    assert isinstance(again, DateInterval)
    assert again.year_written == value.year_written


@given(strategies.evidence())
def test_evidence_comes_back_as_it_was(evidence: Evidence) -> None:
    assert evidence_from_json(through_json(evidence_to_json(evidence))) == evidence


@given(strategies.facts())
def test_a_fact_comes_back_as_it_was(fact: Fact) -> None:
    again = fact_from_json(through_json(fact_to_json(fact)))
    assert again == fact
    assert identity_digest(again) == identity_digest(fact)


def test_a_fact_has_the_documented_keys() -> None:
    assert fact_to_json(FACT) == {
        "subject": value_to_json(SERIES),
        "relation": "episode_count",
        "value": {"type": "quantity", "number": 8, "unit": "episode"},
        "affirmed": True,
        "status": "planned",
        "qualifiers": {"part_of": value_to_json(RACE)},
        "computed": False,
        "evidence": [
            {"article": "a", "start": 3, "end": 9, "sentence": "Eight.", "pattern": "count"}
        ],
    }


def test_a_qualifier_may_stand_several_times() -> None:
    twice = replace(FACT, qualifiers=(("role", Text("broadcaster")), ("role", Text("producer"))))
    data = through_json(fact_to_json(twice))
    assert [item["text"] for item in data["qualifiers"]["role"]] == ["broadcaster", "producer"]
    assert fact_from_json(data) == twice


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"type": "colour"},
        {"type": "quantity", "number": "many", "unit": "episode"},
        {"type": "quantity", "number": None, "unit": "episode"},
        {"type": "date", "start": "soon", "end": None, "precision": "day", "part": None},
        {"type": "entity", "key": "x", "kind": "planet", "name": "X"},
        {"type": "relative_date", "side": "before", "anchor": None},
        {"type": ["entity"]},
        {"type": "phase", "phase": "lunch"},
    ],
)
def test_data_that_are_no_value_are_refused(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        value_from_json(data)


@pytest.mark.parametrize("key", sorted(fact_to_json(FACT)))
def test_data_without_a_key_are_no_fact(key: str) -> None:
    data = fact_to_json(FACT)
    del data[key]
    with pytest.raises(ValueError, match="no fact"):
        fact_from_json(data)


def test_qualifiers_that_are_a_list_are_no_fact() -> None:
    with pytest.raises(ValueError, match="no fact"):
        fact_from_json({**fact_to_json(FACT), "qualifiers": [1]})


def test_data_that_are_no_evidence_are_refused() -> None:
    with pytest.raises(ValueError, match="no evidence"):
        evidence_from_json({"article": "a"})


@given(strategies.facts(), strategies.facts())
def test_digests_are_equal_where_identities_are(one: Fact, other: Fact) -> None:
    assert (identity_digest(one) == identity_digest(other)) == (one.identity == other.identity)


@given(strategies.facts(), strategies.names)
def test_the_names_of_entities_do_not_count(fact: Fact, name: str) -> None:
    renamed = replace(fact, subject=replace(fact.subject, name=name), evidence=(), computed=True)
    if isinstance(fact.value, Entity):
        renamed = replace(renamed, value=replace(fact.value, name=name))
    assert renamed.identity == fact.identity
    assert identity_digest(renamed) == identity_digest(fact)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Quantity(Decimal(10), "km"), Quantity(Decimal("1E+1"), "km")),
        (Quantity(Decimal("0.50"), "km"), Quantity(Decimal("0.5"), "km")),
        (Quantity(Decimal("-0"), "km"), Quantity(Decimal(0), "km")),
        (Money(Decimal(5), "EUR"), Money(Decimal("5.00"), "EUR")),
        (
            DateInterval(date(2022, 7, 1), None, Precision.DAY, year_written=True),
            DateInterval(date(2022, 7, 1), None, Precision.DAY, year_written=False),
        ),
    ],
)
def test_the_way_a_value_is_written_does_not_count(one: Value, other: Value) -> None:
    assert replace(FACT, value=one).identity == replace(FACT, value=other).identity
    assert identity_digest(replace(FACT, value=one)) == identity_digest(replace(FACT, value=other))


@pytest.mark.parametrize(
    "change",
    [
        {"value": Quantity(Decimal(9), "episode")},
        {"value": Quantity(Decimal(80), "episode")},
        {"value": Quantity(Decimal("0.8"), "episode")},
        {"value": Quantity(Decimal(-8), "episode")},
        {"value": Quantity(Decimal("NaN"), "episode")},
        {"value": Quantity(Decimal("8E+999999"), "episode")},
        {"value": Text("8")},
        {"affirmed": False},
        {"status": None},
        {"relation": "season"},
        {"subject": RACE},
        {"qualifiers": ()},
    ],
)
def test_what_a_fact_says_counts(change: dict[str, Any]) -> None:
    assert identity_digest(replace(FACT, **change)) != identity_digest(FACT)


def test_many_digits_are_not_rounded() -> None:
    one, other = Decimal(10**30 + 1), Decimal(10**30 + 2)
    assert identity_digest(replace(FACT, value=Quantity(one, "km"))) != identity_digest(
        replace(FACT, value=Quantity(other, "km"))
    )


def test_a_digest_is_the_same_in_every_process() -> None:
    program = (
        "from tests.facts.test_serial import FACT, identity_digest; print(identity_digest(FACT))"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert digests == {identity_digest(FACT)}


def test_a_digest_is_the_same_in_every_version() -> None:
    # Databases hold it: a change here asks for a migration.
    assert identity_digest(FACT) == (
        "a75e5585c3dc2eaa66822d1a5262c9348598cee83d69f4d10a334484080d84b1"
    )
