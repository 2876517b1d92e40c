"""Who "he", "le Slovène", "the 27-year-old" or "le grimpeur" is: somebody certain, or nobody.

People are told apart by country, age, team and gender, as the gazetteer or the article gives them.
Where two would fit, a word that takes somebody up again is left alone: no fact comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facts.extract.discourse import Discourse, Person
from facts.extract.reading import Reading
from facts.extract.riders import apposed_noun, described_age, described_country, team_of
from facts.extract.units import Unit, UnitKind
from facts.model import Entity, EntityKind, Language, Quantity

_GENDERS = {"he": "men", "she": "women"}
_REGIONAL = ("ien", "ienne", "ais", "aise", "ois", "oise", "ard", "arde", "comtois", "andin")
_ON_BIKES = frozenset({"rider"})
_TAKEN_UP = frozenset({"definite", "demonstrative"})
Fits = Callable[[Person], bool | None]


def focus(reading: Reading) -> None:
    """Fill `reading.mentions` with the people that pronouns and descriptions speak of."""
    here: list[str] = []
    for at in reading.nominals():
        unit = reading.units[at]
        if unit.kind is UnitKind.NAME and not _is_regional(reading, unit):
            found = _named(reading, at)
        else:
            found = _taken_up(reading, at, unit, here)
        if found and not _is_owner(reading, at):
            here.append(found.entity.key)
        elif found is None and _may_be_somebody(reading, unit):
            here.append("")
    if here:
        discourse = reading.discourse
        discourse.recent = tuple(dict.fromkeys(here))
        discourse.focus = _subject(reading)


def _may_be_somebody(reading: Reading, unit: Unit) -> bool:
    """Whether a name of unknown kind could be a person's: with one about, nobody is certain."""
    if unit.kind is not UnitKind.NAME or unit.known or unit.kinds or not unit.entity:
        return False
    words = unit.entity.name.split()
    undecided = unit.entity.key not in reading.discourse.kinds
    return undecided and len(words) > 1 and "-" not in words[-1]


def _named(reading: Reading, at: int) -> Person | None:
    """The person that a name is of, with what is said of them beside the name."""
    people = reading.entities(at, EntityKind.PERSON)
    if not people:
        return None
    discourse = reading.discourse
    person = discourse.persons.setdefault(people[0].key, _known(discourse, people[0]))
    person.country = person.country or described_country(reading, at)
    person.age = person.age or described_age(reading, at)
    person.official = person.official or _holds_position(reading, at)
    team = team_of(reading, at)
    if team and not person.team:
        person.team, discourse.teams[team.key] = team.key, team
    return person


def _known(discourse: Discourse, entity: Entity) -> Person:
    entry = discourse.entries.get(entity.key)
    details = entry.details if entry else {}
    country = details.get("country", "").casefold()
    official = details.get("role", "rider") not in {"rider", ""}
    place = f"place/{country}" if country else ""
    return Person(entity, place, gender=details.get("gender", ""), official=official)


def _holds_position(reading: Reading, at: int) -> bool:
    """Whether a position stands beside a name: "le manager X", "X, directeur sportif"."""
    before = reading.units[at - 1] if at else None
    noun = apposed_noun(reading, at)
    beside = [u for u in (before, reading.units[noun] if noun is not None else None) if u]
    return any(unit.kind is UnitKind.NOUN and unit.has("position", "manager") for unit in beside)


def _taken_up(reading: Reading, at: int, unit: Unit, here: list[str]) -> Person | None:
    """The person that a pronoun, a demonym, an age or a noun takes up again, if one is certain."""
    if unit.kind is UnitKind.PRONOUN:
        gender = _GENDERS.get(unit.word)
        found = (
            _one(reading, at, here, lambda person: _same(person.gender, gender)) if gender else None
        )
        if gender:
            _set(reading, at, found)
        return found
    fits = _trait(reading, at, unit)
    if fits is None:
        return None
    found = _matching(reading, at, here, fits)
    if found or unit.has("somebody"):
        _set(reading, at, found)
    if found and unit.has("somebody") and unit.entity:
        found.country = found.country or unit.entity.key
    return found


def _set(reading: Reading, at: int, person: Person | None) -> None:
    if person:
        reading.mentions[at] = (person.entity,)
    elif any(
        isinstance(m, Entity) and reading.kind(m) is EntityKind.PERSON
        for m in reading.mentions.get(at, ())
    ):
        del reading.mentions[at]


def _trait(reading: Reading, at: int, unit: Unit) -> Fits | None:
    """What a description says of its person: True, False, or None where that is not known."""
    if unit.has("somebody") and unit.entity:
        country = unit.entity.key
        return lambda person: _same(person.country, country)
    if unit.kind is UnitKind.VALUE and unit.value and unit.value.kind == "age":
        value = unit.value.value
        if not isinstance(value, Quantity) or not _is_bare_age(reading, at):
            return None
        age = int(value.number)
        return lambda person: None if person.age is None else person.age == age
    if unit.kind is UnitKind.NOUN and unit.has(*_ON_BIKES) and _stands_alone(reading, at, unit):
        country, team = described_country(reading, at), team_of(reading, at)
        key = team.key if team else ""
        return lambda person: _all(_same(person.country, country), _same(person.team, key))
    if unit.kind is UnitKind.NAME and _is_regional(reading, unit):
        return _unknown
    return None


def _unknown(_: Person) -> bool | None:
    return None


def _same(known: str, asked: str | None) -> bool | None:
    return None if not known or not asked else known == asked


def _all(*answers: bool | None) -> bool | None:
    if False in answers:
        return False
    return True if True in answers else None


def _is_bare_age(reading: Reading, at: int) -> bool:
    """As in "the 27-year-old", with no noun behind."""
    before = reading.units[at - 1] if at else None
    after = reading.units[at + 1] if at + 1 < len(reading.units) else None
    definite = (
        before is not None and before.kind is UnitKind.DETERMINER and before.word == "definite"
    )
    if reading.discourse.language is Language.FR:
        return False
    blocked = after is not None and (
        after.kind in {UnitKind.NAME, UnitKind.NOUN} or after.has("demonym")
    )
    plain = after is not None and after.kind is UnitKind.WORD and after.word.isalpha()
    return definite and not blocked and not plain


def _stands_alone(reading: Reading, at: int, unit: Unit) -> bool:
    """Whether a noun for riders names nobody beside it, and speaks of one that is known."""
    if unit.plural or unit.determiner not in _TAKEN_UP or at in reading.mentions:
        return False
    units = reading.units
    position = at - 1
    while position >= 0 and units[position].kind in {UnitKind.WORD, UnitKind.DETERMINER}:
        position -= 1
    if position >= 0 and units[position].kind is UnitKind.COMMA and position > 0:
        return False
    after = units[at + 1] if at + 1 < len(units) else None
    return after is None or after.kind not in {UnitKind.NAME, UnitKind.NOUN}


def _is_regional(reading: Reading, unit: Unit) -> bool:
    """As in "le Finistérien": an unknown word for where somebody is from."""
    if reading.discourse.language is not Language.FR or unit.known or unit.end - unit.start > 1:
        return False
    token = reading.tokens[unit.start]
    before = reading.tokens[unit.start - 1].norm if unit.start else ""
    alone = unit.entity is not None and " " not in unit.entity.name
    return alone and before in {"le", "la", "l'"} and token.fold.endswith(_REGIONAL)


def _matching(reading: Reading, at: int, here: list[str], fits: Fits) -> Person | None:
    """The one person of whom the description is known to hold, else the one in view."""
    persons = reading.discourse.persons
    matching = [person for person in persons.values() if fits(person)]
    if len(matching) > 1:
        near = {*here, *reading.discourse.recent}
        matching = [person for person in matching if person.entity.key in near]
    if matching:
        return matching[0] if len(matching) == 1 else None
    return _one(reading, at, here, fits)


def _one(reading: Reading, at: int, here: list[str], fits: Fits) -> Person | None:
    """The one person in view: of the sentence so far, else of the last one; else its subject."""
    discourse = reading.discourse
    view = list(dict.fromkeys(here)) or list(discourse.recent)
    fitting = [key for key in view if not key or fits(discourse.persons[key]) is not False]
    if len(fitting) == 1:
        found = discourse.persons.get(fitting[0])
        return None if found and here and _speaks_of_another(discourse, found, fits) else found
    leads = not here and discourse.focus in fitting and _begins(reading, at)
    return discourse.persons.get(discourse.focus) if leads else None


def _speaks_of_another(discourse: Discourse, person: Person, fits: Fits) -> bool:
    """Whether an official is named while a rider is in view: "the manager said he would sign"."""
    others = [discourse.persons[key] for key in discourse.recent if key]
    return person.official and any(
        not other.official and other is not person and fits(other) is not False for other in others
    )


def _begins(reading: Reading, at: int) -> bool:
    """Whether a nominal is the sentence's first, but for words of time and place."""
    return all(
        unit.kind not in {UnitKind.NAME, UnitKind.NOUN, UnitKind.PRONOUN}
        for unit in reading.units[:at]
    )


def _is_owner(reading: Reading, at: int) -> bool:
    """Whether somebody is named as an owner alone: "X's team-mate"."""
    after = reading.units[at + 1] if at + 1 < len(reading.units) else None
    return after is not None and reading.tokens[after.start].norm == "'s"


def _subject(reading: Reading) -> str:
    """The key of the person who is the sentence's subject, where that is one alone."""
    for predicate in reading.predicates:
        if not predicate.verb.finite:
            continue
        people = set(_people(reading, predicate.subjects))
        if people:
            return people.pop() if len(people) == 1 else ""
    return ""


def _people(reading: Reading, places: tuple[int, ...]) -> Iterator[str]:
    for at in places:
        for entity in reading.entities(at, EntityKind.PERSON):
            yield entity.key
