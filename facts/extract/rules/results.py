"""Who won a race or a stage, ahead of whom, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.extract.classes import OVERALL, classification
from facts.extract.contest import Event
from facts.extract.discourse import Draft
from facts.extract.events import edition as edition_at
from facts.extract.events import (
    event_in,
    is_past,
    is_pluperfect,
    note,
    of_women,
    race_places,
)
from facts.extract.predicates import Predicate
from facts.extract.racers import is_certain, racer, racers_from, team_or_racer
from facts.extract.reading import Reading
from facts.extract.units import Unit, UnitKind
from facts.model import Entity, EntityKind, Quantity, Status, Value

_REACH = 12
_FILLERS = frozenset({UnitKind.WORD, UnitKind.DETERMINER})
_LINKS = frozenset({UnitKind.PREPOSITION, UnitKind.COMMA, UnitKind.COLON, UnitKind.OPEN})
_SIDE_PRIZES = frozenset(
    "sprint prize prix intermediaire intermediate points point bonus medal medaille time temps "
    "bonification seconds secondes combativity combativite battle duel place".split()
)
_MANNER = frozenset({"ahead"})
_ORDER = ("second", "third")


def results(reading: Reading) -> Iterator[Draft]:
    """All that a sentence tells of winners, and of those right behind them."""
    note(reading)
    told = list(_winners(reading))
    for at, draft in told:
        yield draft
        yield from _behind(reading, at, draft)


def _winners(reading: Reading) -> Iterator[tuple[int, Draft]]:
    """Each winner with the unit that says so."""
    if is_certain(reading):
        for predicate in reading.predicates:
            for draft in _by_verb(reading, predicate):
                yield predicate.at, draft
    for at, unit in enumerate(reading.units):
        if unit.kind is UnitKind.NOUN and unit.has("winner") and not unit.plural:
            titled = _by_title(reading, at)
            if titled:
                yield at, titled


def _by_verb(reading: Reading, predicate: Predicate) -> Iterator[Draft]:
    if not _tells_a_win(reading, predicate):
        return
    winner = _agent(reading, predicate)
    event = _event(reading, predicate)
    if winner is None or event is None:
        return
    fitting = _of_winner(reading, event, winner)
    if fitting is None:
        return
    draft = _won(reading, fitting, winner, "winner/verb", affirmed=predicate.verb.affirmed)
    if draft:
        yield draft


def _of_winner(reading: Reading, event: Event, winner: Entity) -> Event | None:
    """The event, in the race of the winner's gender where both are known."""
    entry = reading.discourse.entries.get(winner.key)
    gender = entry.details.get("gender", "") if entry else ""
    if gender == "women":
        race = of_women(reading, event.race)
        return replace(event, race=race) if race else None
    own = reading.discourse.entries.get("/".join(event.race.key.split("/")[:2]))
    of_race = own.details.get("gender", "") if own else ""
    return None if gender == "men" and of_race == "women" else event


def _won(
    reading: Reading, event: Event, winner: Entity, pattern: str, *, affirmed: bool = True
) -> Draft | None:
    """The draft, unless the article already gave the event to somebody else."""
    winners = reading.discourse.contest.winners
    if affirmed and winners.setdefault(event.key, winner).key != winner.key:
        return None
    if not affirmed and winners.get(event.key) == winner:
        return None
    if affirmed and event.stage and event.race == reading.discourse.contest.race:
        if pattern == "winner/verb" and not is_past(reading, 0, len(reading.units)):
            reading.discourse.contest.stage = event.stage
    return Draft(
        event.race, "winner", winner, pattern,
        affirmed=affirmed, status=Status.DONE, qualifiers=event.qualifiers,
    )  # fmt: skip


def _tells_a_win(reading: Reading, predicate: Predicate) -> bool:
    """Whether a verb says that somebody has won something, rather than wants or is to."""
    verb = predicate.verb
    if not predicate.has("win", "claim", "ride_to"):
        return False
    if _in_relative(reading, predicate):
        return False
    if verb.infinitive or not (verb.finite or verb.participle):
        if not _succeeds(reading, predicate):
            return False
    elif verb.status not in {Status.DONE, Status.UNDER_WAY} and not verb.passive:
        return False
    prize = _prize(reading, predicate)
    if predicate.has("win"):
        return prize in {"", "event", "victory", "classification"}
    prize = "victory" if prize == "count" and verb.affirmed else prize
    return prize == "victory" or (prize == "event" and predicate.has("claim") and not verb.passive)


def _in_relative(reading: Reading, predicate: Predicate) -> bool:
    """As in "everything he has won since", "the races that X won", "celui qui gagne"."""
    units = reading.units
    first = min(predicate.subjects, default=predicate.at)
    between = units[first + 1 : predicate.at] if predicate.subjects else ()
    named = bool(predicate.subjects) and units[first].kind is UnitKind.NAME
    if any(u.kind is UnitKind.RELATIVE for u in between):
        return not named
    before = units[first - 1] if first else None
    pronoun = bool(predicate.subjects) and units[first].kind is UnitKind.PRONOUN
    loose = before is not None and before.kind in {UnitKind.WORD, UnitKind.NOUN, UnitKind.NAME}
    object_first = (
        before is not None
        and before.kind is UnitKind.RELATIVE
        and (reading.tokens[before.start].norm in {"que", "qu'", "that", "which", "where", "où"})
    )
    return (pronoun and loose) or object_first


def _succeeds(reading: Reading, predicate: Predicate) -> bool:
    """As in "a réussi à s'imposer", "went on to win", "en remportant", "beat X to win"."""
    units = reading.units
    first = reading.tokens[units[predicate.at].start].norm
    earlier = [p for p in reading.predicates if p.at < predicate.at and not p.verb.participle]
    governor = earlier[-1] if earlier else None
    if governor and governor.verb.affirmed and _happened(governor):
        between = units[governor.at + 1 : predicate.at]
        near = all(u.kind in {UnitKind.WORD, UnitKind.PREPOSITION} for u in between)
        if near and governor.has("succeed", "ride_to"):
            return True
        if governor.has("beat") and not governor.verb.passive and _is_one_clause(between):
            return True
        recent = reading.tokens[units[governor.at].start].norm in {"vient", "viennent"}
        if recent and near and units[predicate.at - 1].word == "of":
            return True
    gerund = first.endswith(("ant", "ing"))
    led = predicate.at > 0 and units[predicate.at - 1].word in {"in", "by", ","}
    main = next((p for p in reading.predicates if p.verb.finite and p.at != predicate.at), None)
    done = main is not None and main.verb.affirmed and _happened(main)
    return gerund and led and done


def _happened(predicate: Predicate) -> bool:
    return predicate.verb.status in {Status.DONE, Status.UNDER_WAY} or predicate.verb.passive


def _is_one_clause(units: Sequence[Unit]) -> bool:
    stops = {UnitKind.RELATIVE, UnitKind.SEMICOLON, UnitKind.CONTRAST, UnitKind.QUOTATION}
    return not any(u.kind in stops for u in units)


def _prize(reading: Reading, predicate: Predicate) -> str:
    """What is won: "event", "victory", something "else", or "" where nothing is said."""
    units = reading.units
    if predicate.verb.passive:
        return next((_sort(reading, at) for at in predicate.subjects), "else")
    to_victory = predicate.has("ride_to")
    position = predicate.at + 1
    determined = False
    while position < len(units):
        unit = units[position]
        sort = _sort(reading, position)
        if unit.kind is UnitKind.VALUE and unit.value and unit.value.kind == "date":
            position += 1
            continue
        if to_victory and unit.kind is UnitKind.PREPOSITION and unit.word == "to":
            to_victory, position = False, position + 1
            continue
        if (
            unit.kind is UnitKind.PREPOSITION
            and unit.word in {"'s", "of"}
            and position > predicate.at + 1
        ):
            position += 1
            continue
        if sort in {"event", "victory", "count", "classification"}:
            return "" if to_victory else _unless_counted(reading, position, sort)
        if (
            unit.kind is UnitKind.NAME
            and determined is False
            and unit.known
            and reading.entities(position, EntityKind.PLACE)
        ):
            return ""
        if unit.kind is UnitKind.DETERMINER:
            determined = True
        elif unit.kind is UnitKind.WORD:
            word = reading.tokens[unit.start].fold
            if word in _SIDE_PRIZES:
                return "else"
        elif (
            unit.kind is UnitKind.NAME
            and reading.tokens[min(unit.end, len(reading.tokens) - 1)].norm == "'s"
        ):
            pass
        elif determined or unit.kind in {UnitKind.NAME, UnitKind.NOUN, UnitKind.VALUE}:
            gap = unit.value is not None and unit.value.kind in {"gap", "duration"}
            return "else" if determined or not gap else ""
        else:
            return ""
        position += 1
    return "else" if determined else ""


def _unless_counted(reading: Reading, at: int, sort: str) -> str:
    """A prize, unless it is several ("two stages") or none of the day's ("his first race")."""
    unit = reading.units[at]
    return "else" if unit.plural else sort


def _sort(reading: Reading, at: int) -> str:  # noqa: PLR0911
    unit = reading.units[at]
    if unit.kind is UnitKind.NAME and reading.entities(at, EntityKind.RACE):
        return "event"
    if unit.kind is UnitKind.VALUE and unit.value and isinstance(unit.value.value, Quantity):
        kind, number = unit.value.kind, unit.value.value
        if kind == "ordinal" and number.unit in {"stage", "edition"}:
            return "event"
        return "count" if kind == "ordinal" and number.unit == "victory" else "else"
    if unit.kind is UnitKind.NOUN:
        if unit.has("victory", "stage_win"):
            return "victory"
        if unit.has("stage", "race", "prologue", "time_trial"):
            return "event"
        return "classification" if _class_of(reading, at) else "else"
    return ""


def _class_of(reading: Reading, at: int) -> str:
    race = reading.discourse.contest.race
    return classification(reading, at, race.key.split("/")[1]) if race else ""


def _agent(reading: Reading, predicate: Predicate) -> Entity | None:
    """Who won: the one person (or team) that is the verb's subject, or its agent."""
    if predicate.verb.passive:
        places: tuple[int, ...] = tuple(a.at for a in predicate.arguments if a.role == "by")
        places = tuple(p for p in places if reading.units[p].kind is not UnitKind.VALUE)[:1]
    else:
        places = predicate.subjects
    found = [entity for at in places if (entity := team_or_racer(reading, at))]
    return found[0] if found else None


def _event(reading: Reading, predicate: Predicate) -> Event | None:
    """The event that the clause names, before or behind its verb."""
    units = reading.units
    past = is_pluperfect(reading, units[predicate.at])
    places = [*_lead(reading, predicate), *_tail(reading, predicate)]
    named = any(at in set(race_places(reading)) for at in places)
    event = _class_event(reading, places) or event_in(reading, places)
    if event and (past or is_past(reading, 0, len(units))):
        contest = reading.discourse.contest
        if not named or (event.stage is contest.stage and contest.stage is not None):
            return None
    return event


def _class_event(reading: Reading, places: list[int]) -> Event | None:
    """The classification that is won, where the clause names one of the article's race."""
    kinds = [kind for at in places if (kind := _class_of(reading, at))]
    race = reading.discourse.contest.race
    if not kinds or race is None:
        return None
    named = [edition_at(reading, at) for at in places if at in set(race_places(reading))]
    if any(other != race for other in named):
        return None
    return Event(race, None, "" if kinds[0] == OVERALL else kinds[0])


def _lead(reading: Reading, predicate: Predicate) -> list[int]:
    """The units at the sentence's front: "Sur la 11e étape du Tour, ..."."""
    if predicate.verb.passive:
        start = min(predicate.subjects, default=predicate.at)
        return list(range(start, predicate.at))
    first = min(predicate.subjects, default=predicate.at)
    front = reading.units[:first]
    if front and front[0].kind in {UnitKind.PREPOSITION, UnitKind.PHRASE}:
        return list(range(first))
    return []


def _tail(reading: Reading, predicate: Predicate) -> list[int]:
    """The units behind the verb up to those whom it was won against, or the next clause."""
    units = reading.units
    found: list[int] = []
    for at in range(predicate.at + 1, min(len(units), predicate.at + 1 + 2 * _REACH)):
        unit = units[at]
        if unit.kind in {
            UnitKind.RELATIVE,
            UnitKind.SEMICOLON,
            UnitKind.QUOTATION,
            UnitKind.CONTRAST,
        }:
            break
        if (
            unit.kind is UnitKind.VERB
            and unit.verb
            and (unit.verb.finite or not unit.verb.participle)
        ):
            break
        if unit.has("ahead") or (unit.kind is UnitKind.NAME and racer(reading, at)):
            break
        found.append(at)
    return found


def _by_title(reading: Reading, at: int) -> Draft | None:
    """As in "X, vainqueur du Tour 2020", "stage 6 winner X", "Winner: X"."""
    units = reading.units
    person, places = _titled(reading, at)
    if person is None:
        return None
    races = [p for p in places if p in set(race_places(reading))]
    event = event_in(reading, places, titled=True)
    if event is None:
        return None
    if event.stage is None and races:
        year = edition_at(reading, races[0])
        told = units[races[0]].season or _year_is_told(reading, races[0])
        if year is None or not told:
            return None  # "vainqueur du Tour": nobody knows of which year
    elif event.stage is None and not _labelled(reading, at):
        return None
    return _won(reading, event, person, "winner/title")


def _labelled(reading: Reading, at: int) -> bool:
    """As in "Winner: X"."""
    return at == 0 and len(reading.units) > 1 and reading.units[1].kind is UnitKind.COLON


def _year_is_told(reading: Reading, at: int) -> bool:
    units = reading.units
    for position in range(at + 1, min(at + 4, len(units))):
        dates = reading.date(position)
        if dates and dates.start:
            return True
        if units[position].kind not in {UnitKind.PREPOSITION, UnitKind.DETERMINER, UnitKind.OPEN}:
            return False
    return False


def _titled(reading: Reading, at: int) -> tuple[Entity | None, list[int]]:
    """The person called a winner, and the units that say of what."""
    units = reading.units
    if _former(reading, at):
        return None, []
    before: list[int] = []
    position = at - 1
    while position >= 0 and _describes(reading, position):
        before.append(position)
        position -= 1
    behind = _complement(reading, at)
    after = at + 1
    if after < len(units) and units[after].kind is UnitKind.COLON:
        after += 1
    person = racer(reading, after) if after < len(units) else None
    if person and not behind:
        return person, before
    comma = position >= 1 and units[position].kind is UnitKind.COMMA
    person = _before_comma(reading, position - 1) if comma else None
    return person, [*before, *behind]


def _before_comma(reading: Reading, at: int) -> Entity | None:
    units = reading.units
    if units[at].kind is UnitKind.CLOSE:
        while at > 0 and units[at].kind is not UnitKind.OPEN:
            at -= 1
        at -= 1
    return racer(reading, at) if at >= 0 and units[at].kind is UnitKind.NAME else None


def _former(reading: Reading, at: int) -> bool:
    unit = reading.units[at]
    words = {t.fold for t in reading.tokens[max(unit.start - 3, 0) : unit.start]}
    return bool(
        words
        & {
            "former",
            "ancien",
            "ancienne",
            "ex",
            "double",
            "triple",
            "possible",
            "potential",
            "likely",
            "fois",
            "times",
            "time",
            "futur",
            "future",
            "multiple",
            "virtual",
            "deux",
        }
    )


def _describes(reading: Reading, at: int) -> bool:
    unit = reading.units[at]
    if unit.kind is UnitKind.VALUE:
        return True
    race = unit.kind is UnitKind.NAME and bool(reading.entities(at, EntityKind.RACE))
    owner = reading.tokens[unit.start].norm == "'s"
    return (
        race
        or unit.has("stage")
        or owner
        or (unit.kind is UnitKind.WORD and unit.word.isalnum())
        or unit.kind is UnitKind.DETERMINER
    )


def _complement(reading: Reading, at: int) -> list[int]:
    """The units of "du Tour 2020", "de la 11e étape du Tour", "of stage 5"."""
    units = reading.units
    found: list[int] = []
    for position in range(at + 1, min(at + _REACH, len(units))):
        unit = units[position]
        race = unit.kind is UnitKind.NAME and reading.entities(position, EntityKind.RACE)
        if not (
            race
            or unit.kind in _FILLERS | {UnitKind.VALUE, UnitKind.PREPOSITION}
            or unit.has("stage", "race")
        ):
            break
        found.append(position)
    return found


def _behind(reading: Reading, at: int, draft: Draft) -> Iterator[Draft]:
    """Those whom the winner left behind: "devant X et Y", "ahead of X and Y", "beating X"."""
    if not draft.affirmed:
        return
    start = _mark(reading, at)
    if start is None:
        return
    mark, first = start
    people = racers_from(reading, first)
    for (place, person), relation in zip(people, _ORDER, strict=False):
        if person == draft.value:
            return
        gap = _gap(reading, mark, place, first=relation == "second")
        qualifiers: tuple[tuple[str, Value], ...] = draft.qualifiers
        if gap:
            qualifiers = (*qualifiers, ("gap", gap))
        yield Draft(
            draft.subject, relation, person, "second/ahead",
            status=Status.DONE, qualifiers=qualifiers,
        )  # fmt: skip


def _mark(reading: Reading, at: int) -> tuple[int, int] | None:
    """Where "ahead of", or a verb of beating, stands behind; and where its list begins."""
    units = reading.units
    for earlier in reading.predicates:
        if earlier.at < at and earlier.has("beat") and not earlier.verb.passive:
            if earlier.verb.affirmed and _is_one_clause(units[earlier.at : at]):
                return earlier.at, earlier.at + 1
    for position in range(at + 1, len(units)):
        unit = units[position]
        if unit.kind in {
            UnitKind.SEMICOLON,
            UnitKind.QUOTATION,
            UnitKind.RELATIVE,
            UnitKind.CONTRAST,
        }:
            return None
        if unit.has("ahead"):
            return position, position + 1
        if unit.kind is UnitKind.VERB and unit.verb:
            beats = unit.has("beat") and unit.verb.affirmed and not unit.verb.passive
            if beats and not unit.verb.participle:
                return position, position + 1
            if unit.verb.finite:
                return None
        gap = unit.value is not None and unit.value.kind == "gap"
        if gap and (found := _over(reading, position)):
            return position, found
    return None


def _over(reading: Reading, at: int) -> int | None:
    """Behind "59 secondes d'avance sur": where the names begin."""
    units = reading.units
    for position in range(at + 1, min(at + 6, len(units))):
        unit = units[position]
        if unit.kind is UnitKind.PREPOSITION and unit.word == "on":
            return position + 1
        if reading.tokens[unit.start].norm == "over":
            return position + 1
        if unit.kind in {UnitKind.COMMA, UnitKind.NAME, UnitKind.VERB}:
            return None
    return None


def _gap(reading: Reading, mark: int, at: int, *, first: bool) -> Quantity | None:
    """The gap told for one of those behind: beside the name, or before "ahead of" for the first."""
    units = reading.units
    own = gap_behind(reading, at)
    if own:
        return own
    if not first:
        return None
    for position in range(mark, max(mark - 5, -1), -1):
        mention = units[position].value
        if mention and mention.kind == "gap" and isinstance(mention.value, Quantity):
            return None if mention.approximate else mention.value
        if units[position].kind is UnitKind.NAME or (
            position < mark and units[position].kind is UnitKind.VERB
        ):
            break
    return None


def gap_behind(reading: Reading, at: int) -> Quantity | None:
    """The gap behind a name, before the next one: "X (Team) à 12 secondes", "X at 1:05"."""
    units = reading.units
    for position in range(at + 1, min(at + 9, len(units))):
        unit: Unit = units[position]
        mention = unit.value
        if mention and mention.kind in {"gap", "duration"} and isinstance(mention.value, Quantity):
            value = mention.value
            return value if value.unit == "second" and not mention.approximate else None
        team = unit.kind is UnitKind.NAME and reading.entities(position, EntityKind.TEAM)
        inside = units[position - 1].kind is UnitKind.OPEN
        link = unit.kind in {
            UnitKind.OPEN,
            UnitKind.CLOSE,
            UnitKind.COMMA,
            UnitKind.PREPOSITION,
            UnitKind.VALUE,
        }
        if unit.kind is UnitKind.NAME and not team and not inside:
            return None
        if not link and unit.kind not in {UnitKind.NAME, UnitKind.DETERMINER, UnitKind.WORD}:
            return None
    return None
