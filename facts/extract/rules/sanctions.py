"""Suspensions, positive tests, acquittals and appeals."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.discourse import Draft
from facts.extract.predicates import Predicate
from facts.extract.reading import Reading
from facts.extract.rules.bodies import is_illness, words
from facts.extract.rules.certainty import Certainty, certainty
from facts.extract.rules.terms import clause, dates, kept, quantity, role_of, until
from facts.extract.units import UnitKind
from facts.model import DateInterval, Entity, EntityKind, Quantity, Status, Text

_PERSON, _ORGANISATION = EntityKind.PERSON, EntityKind.ORGANISATION
_TERMS = frozenset({"day", "week", "month", "year"})
_PROVISIONAL = frozenset({"provisionally", "provisoirement", "provisional", "provisoire"})
_RISKS = frozenset({"face", "risk", "risquer", "encourir"})
_SINCE = frozenset({"since", "from", "starting"})
_LEADS = frozenset({"for", "to", "of", "à", "a"})
_STOP_WORDS = frozenset(
    (
        "hors lors sans out during at on following last in a an the la le les l' une un dans sur "
        "after"
    ).split()
)
_LONGEST_NAME = 3
_NEGATIONS = frozenset({"not", "never", "n't", "pas", "jamais"})


def sanctions(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of somebody suspended, tested positive, cleared or appealing."""
    for predicate in reading.predicates:
        if not predicate.has("suspend", "get_ban", "clear", "appeal"):
            continue
        sure = certainty(reading, predicate)
        if sure is None:
            continue
        if predicate.has("suspend", "get_ban"):
            yield from _suspended(reading, predicate, sure)
        if predicate.has("clear"):
            for person in _concerned(reading, predicate)[:1]:
                found = Text(words(reading, predicate.at, predicate.at), reading.discourse.language)
                yield Draft(
                    person, "cleared", found, "cleared/verb", affirmed=sure.affirmed,
                    status=sure.status, qualifiers=kept(by=_body(reading, predicate)),
                )  # fmt: skip
        if predicate.has("appeal"):
            yield from _appeals(reading, predicate, sure)
    yield from _tested(reading)


def _concerned(reading: Reading, predicate: Predicate) -> list[Entity]:
    """Who undergoes it: the passive's subjects, or the object."""
    if predicate.verb.passive:
        return [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    for at in clause(reading, predicate):
        found = reading.entities(at, _PERSON)
        if found:
            return found if role_of(reading, at) in {"", "to"} else []
    subjects = [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    headline = reading.sentence.heading and predicate.has("suspend")
    return subjects if headline else []  # "X banned for two years"


def _suspended(reading: Reading, predicate: Predicate, sure: Certainty) -> Iterator[Draft]:
    places = clause(reading, predicate)
    noun = next((n for n in places if reading.units[n].has("ban")), None)
    if predicate.has("suspend") or predicate.verb.lemma in {"hand", "give", "impose", "infliger"}:
        people = _concerned(reading, predicate)
    else:
        people = [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    if not predicate.has("suspend") and noun is None:
        return
    if len(people) != 1:
        return
    status = Status.POSSIBLE if predicate.verb.lemma in _RISKS else sure.status
    terms = kept(
        from_=_since(reading, places), until=until(reading, places),
        by=_body(reading, predicate), substance=_substance(reading),
    )  # fmt: skip
    term = _term(reading, places)
    if _is_provisional(reading, predicate):
        said = Text(words(reading, predicate.at, predicate.at), reading.discourse.language)
        yield Draft(
            people[0], "provisional_suspension", said, "suspended/provisional",
            affirmed=sure.affirmed, status=status, qualifiers=terms,
        )  # fmt: skip
    elif term:
        yield Draft(
            people[0], "suspended", term, "suspended/verb", affirmed=sure.affirmed, status=status,
            qualifiers=terms,
        )  # fmt: skip


def _term(reading: Reading, places: range) -> Quantity | None:
    for at in places:
        found = quantity(reading.units[at])
        if found and found.unit in _TERMS and role_of(reading, at) in {"", "for", "of", "to"}:
            return found
    return None


def _since(reading: Reading, places: range) -> DateInterval | None:
    return next((found for role, found in dates(reading, places) if role in _SINCE), None)


def _is_provisional(reading: Reading, predicate: Predicate) -> bool:
    unit = reading.units[predicate.at]
    near = reading.tokens[max(unit.start - 2, 0) : unit.end + 3]
    behind = reading.units[predicate.at + 1 : predicate.at + 5]
    return any(t.norm in _PROVISIONAL for t in near) or any(u.has("provisional") for u in behind)


def _body(reading: Reading, predicate: Predicate) -> Entity | None:
    """Who decides: the subject, or the agent behind "by"."""
    if predicate.verb.passive:
        found = [
            e
            for n in clause(reading, predicate)
            if role_of(reading, n) == "by"
            for e in reading.entities(n, _ORGANISATION, EntityKind.TEAM)
        ]
    else:
        found = [
            e for at in predicate.subjects
            for e in reading.entities(at, _ORGANISATION, EntityKind.TEAM)
        ]  # fmt: skip
    return found[0] if found else None


def _substance(reading: Reading) -> Text | None:
    """What was found: the words behind "traces of", "positive for", "positif à"."""
    tokens = reading.tokens
    for number, token in enumerate(tokens[:-1]):
        if token.norm not in {"traces", "positive", "positif", "trace"}:
            continue
        if tokens[number + 1].norm not in {"for", "of", "de", "d'", "à", "a", "au", "aux"}:
            continue
        first = number + 2
        while first < len(tokens) and tokens[first].norm in {"the", "l'", "la", "le"}:
            first += 1
        last = first
        while last < min(first + _LONGEST_NAME, len(tokens)) and _is_name_of_drug(
            tokens[last].norm
        ):
            last += 1
        if last > first:
            text = " ".join(reading.text[tokens[first].start : tokens[last - 1].end].split())
            return Text(text, reading.discourse.language)
    return None


def _is_name_of_drug(word: str) -> bool:
    small = len(word) <= 2 or word in _STOP_WORDS | _LEADS  # noqa: PLR2004
    verbal = word in {"were", "was", "have", "has", "ont", "avaient", "après", "after", "pendant"}
    numbered = word.isdigit()
    return (
        word[0].isalnum() and not (small or verbal or numbered) and word not in {"test", "sample"}
    )


def _tested(reading: Reading) -> Iterator[Draft]:
    """As in "X tested positive for Y", "X, contrôlé positif à l'EPO"."""
    cues = [p.at for p in reading.predicates if p.has("test_positive")]
    cues += [
        n for n, u in enumerate(reading.units) if u.kind is UnitKind.PHRASE and u.has("positive")
    ]
    substance = _substance(reading)
    if not cues or substance is None:
        return
    before = [e for n in range(min(cues)) for e in reading.entities(n, _PERSON)]
    negated = any(t.norm in _NEGATIONS for t in reading.tokens)
    if len({e.key for e in before}) == 1 and not negated:
        doubtful = any(p.verb.status is Status.POSSIBLE for p in reading.predicates)
        status = Status.POSSIBLE if doubtful else Status.DONE
        ill = is_illness(substance.text)
        relation = "illness" if ill else "doping_test"
        yield Draft(before[0], relation, substance, f"{relation}/positive", status=status)


def _appeals(reading: Reading, predicate: Predicate, sure: Certainty) -> Iterator[Draft]:
    """As in "X a fait appel devant le TAS", "X will appeal to the Court of Arbitration"."""
    people = [e for at in predicate.subjects for e in reading.entities(at, _PERSON)]
    for at in clause(reading, predicate):
        for court in reading.entities(at, _ORGANISATION):
            if len(people) == 1:
                yield Draft(
                    people[0], "appeal", court, "appeal/verb", affirmed=sure.affirmed,
                    status=sure.status,
                )  # fmt: skip
                return
