"""Values, facts and evidence as plain data that JSON can hold, and back, without loss.

Each value is an object whose "type" names it:

    {"type": "entity", "key": "team/fdj", "kind": "team", "name": "Groupama-FDJ"}
    {"type": "quantity", "number": 8, "unit": "episode"}
    {"type": "money", "amount": "1.5", "currency": "EUR"}
    {"type": "date", "start": "2022-07-01", "end": null, "precision": "day", "part": null,
     "year_written": true}
    {"type": "relative_date", "side": "before", "anchor": {an entity}}
    {"type": "text", "text": "...", "language": "fr"}
    {"type": "phase", "phase": "filming"}

A number is a JSON integer where it is whole and below 2**53, else a string of decimal digits.
Dates are ISO 8601.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, assert_never

from facts.model import (
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

Json = dict[str, Any]

_EXACT_JSON_INTEGERS = 2**53


def value_to_json(value: Value) -> Json:
    """The value as an object with a "type"."""
    data: Json
    match value:
        case Entity():
            data = {"type": "entity", "key": value.key, "kind": str(value.kind), "name": value.name}
        case Quantity():
            data = {"type": "quantity", "number": _number_to_json(value.number), "unit": value.unit}
        case Money():
            amount = _number_to_json(value.amount)
            data = {"type": "money", "amount": amount, "currency": value.currency}
        case DateInterval():
            data = _date_to_json(value)
        case RelativeDate():
            anchor = value_to_json(value.anchor)
            data = {"type": "relative_date", "side": str(value.side), "anchor": anchor}
        case Text():
            data = {"type": "text", "text": value.text, "language": _or_null(value.language)}
        case Phase():
            data = {"type": "phase", "phase": str(value)}
        case _:
            assert_never(value)
    return data


def value_from_json(data: Mapping[str, Any]) -> Value:
    """The value that `value_to_json` made `data` of.

    Raises:
        ValueError: `data` does not have that shape.
    """
    try:
        return _READERS[data["type"]](data)
    except (KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise ValueError("these data are no value of a fact") from error


def evidence_to_json(evidence: Evidence) -> Json:
    """The evidence as an object: article, start, end (characters), sentence, pattern."""
    return {
        "article": evidence.article_key,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "sentence": evidence.sentence,
        "pattern": evidence.pattern,
    }


def evidence_from_json(data: Mapping[str, Any]) -> Evidence:
    """The evidence that `evidence_to_json` made `data` of.

    Raises:
        ValueError: `data` does not have that shape.
    """
    try:
        return Evidence(
            article_key=data["article"],
            span=Span(data["start"], data["end"]),
            sentence=data["sentence"],
            pattern=data["pattern"],
        )
    except (KeyError, TypeError) as error:
        raise ValueError("these data are no evidence") from error


def fact_to_json(fact: Fact) -> Json:
    """The fact as an object.

    Its keys: subject, relation, value, affirmed (bool), status (null, "planned", "under_way",
    "done" or "possible"), qualifiers (an object), computed (bool), evidence (a list). The values
    of a qualifier that stands several times are a list under its name.
    """
    return {
        "subject": value_to_json(fact.subject),
        "relation": fact.relation,
        "value": value_to_json(fact.value),
        "affirmed": fact.affirmed,
        "status": _or_null(fact.status),
        "qualifiers": _qualifiers_to_json(fact.qualifiers),
        "computed": fact.computed,
        "evidence": [evidence_to_json(evidence) for evidence in fact.evidence],
    }


def fact_from_json(data: Mapping[str, Any]) -> Fact:
    """The fact that `fact_to_json` made `data` of.

    Raises:
        ValueError: `data` does not have that shape.
    """
    try:
        status = data["status"]
        return Fact(
            subject=_entity_from_json(data["subject"]),
            relation=data["relation"],
            value=value_from_json(data["value"]),
            evidence=tuple(evidence_from_json(item) for item in data["evidence"]),
            affirmed=data["affirmed"],
            status=None if status is None else Status(status),
            qualifiers=tuple(_qualifiers_from_json(data["qualifiers"])),
            computed=data["computed"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("these data are no fact") from error


def identity_digest(fact: Fact) -> str:
    """`Fact.identity` as 64 hexadecimal digits, the same in every process and version.

    Two facts have the same digest where their identities are equal: names of entities, the way in
    which a number is written (8 or 8.0) and `DateInterval.year_written` do not count.
    """
    said = [
        fact.subject.key,
        fact.relation,
        _canonical(fact.value),
        fact.affirmed,
        fact.status,
        [[name, _canonical(value)] for name, value in fact.qualifiers],
    ]
    text = json.dumps(said, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _canonical(value: Value) -> Json:
    data = value_to_json(value)
    match value:
        case Entity():
            return {"type": data["type"], "key": value.key}
        case RelativeDate():
            return {**data, "anchor": value.anchor.key}
        case DateInterval():
            del data["year_written"]
        case Quantity():
            data["number"] = _canonical_number(value.number)
        case Money():
            data["amount"] = _canonical_number(value.amount)
        case _:
            pass
    return data


def _canonical_number(number: Decimal) -> str:
    """The same text for equal numbers. Not `normalize`, which rounds to the context's precision."""
    if not number.is_finite():
        return str(number)
    if number == 0:
        return "0"
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # noqa: S101 (it is a letter for NaN and infinity alone)
    kept = "".join(map(str, digits)).rstrip("0")
    return f"{'-' * sign}{kept}e{exponent + len(digits) - len(kept)}"


def _number_to_json(number: Decimal) -> int | str:
    small = number.is_finite() and number.copy_abs() < _EXACT_JSON_INTEGERS
    return int(number) if small and number == int(number) else str(number)


def _or_null(name: StrEnum | None) -> str | None:
    return None if name is None else str(name)


def _date_to_json(value: DateInterval) -> Json:
    return {
        "type": "date",
        "start": value.start.isoformat() if value.start else None,
        "end": value.end.isoformat() if value.end else None,
        "precision": str(value.precision),
        "part": _or_null(value.part),
        "year_written": value.year_written,
    }


def _entity_from_json(data: Mapping[str, Any]) -> Entity:
    return Entity(data["key"], EntityKind(data["kind"]), data["name"])


def _date_from_json(data: Mapping[str, Any]) -> DateInterval:
    start, end, part = data["start"], data["end"], data["part"]
    return DateInterval(
        start=None if start is None else date.fromisoformat(start),
        end=None if end is None else date.fromisoformat(end),
        precision=Precision(data["precision"]),
        part=None if part is None else Part(part),
        year_written=data["year_written"],
    )


def _text_from_json(data: Mapping[str, Any]) -> Text:
    language = data["language"]
    return Text(data["text"], None if language is None else Language(language))


_READERS: dict[str, Callable[[Mapping[str, Any]], Value]] = {
    "entity": _entity_from_json,
    "quantity": lambda data: Quantity(Decimal(data["number"]), data["unit"]),
    "money": lambda data: Money(Decimal(data["amount"]), data["currency"]),
    "date": _date_from_json,
    "relative_date": lambda data: RelativeDate(
        Side(data["side"]), _entity_from_json(data["anchor"])
    ),
    "text": _text_from_json,
    "phase": lambda data: Phase(data["phase"]),
}


def _qualifiers_to_json(qualifiers: Iterable[tuple[str, Value]]) -> Json:
    lists: dict[str, list[Json]] = {}
    for name, value in qualifiers:
        lists.setdefault(name, []).append(value_to_json(value))
    return {name: found[0] if len(found) == 1 else found for name, found in lists.items()}


def _qualifiers_from_json(data: Mapping[str, Any]) -> Iterable[tuple[str, Value]]:
    for name, found in data.items():
        for item in found if isinstance(found, list) else [found]:
            yield name, value_from_json(item)
