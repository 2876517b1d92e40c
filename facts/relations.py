"""The closed vocabulary of relations, as data.

A relation says which kinds of subject and value it joins, and whether it holds one value at a time
(a second value is then a successor or a contradiction) or many (a second value is an addition).
"""

from __future__ import annotations

from dataclasses import dataclass

from facts.model import EntityKind

UNITS = frozenset(
    {"episode", "season", "minute", "second", "hour", "team", "series", "stage", "km", "m", "rider"}
    | {"day", "week", "month", "year", "edition", "victory", "point", "rank", "percent"}
    | {"mile", "km/h", "mph", "film", "documentary", "viewer"}
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A row of the vocabulary.

    `value` names the value's type: "entity", "quantity", "money", "date" (a DateInterval or a
    RelativeDate), "text" or "phase". `single` is True where one value holds at a time.
    """

    name: str
    subjects: frozenset[EntityKind]
    value: str
    single: bool


_PROGRAMME = frozenset({EntityKind.PROGRAMME})
_RACE = frozenset({EntityKind.RACE})
_ACTORS = frozenset({EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.TEAM})
_ANY = frozenset(EntityKind)

RELATIONS: tuple[Relation, ...] = (
    # Programmes
    Relation("title", _PROGRAMME, "text", single=True),
    Relation("about", _PROGRAMME, "entity", single=False),
    Relation("platform", _PROGRAMME, "entity", single=False),
    Relation("broadcaster", _PROGRAMME | _RACE, "entity", single=False),
    Relation("partner", _PROGRAMME, "entity", single=False),
    Relation("maker", _PROGRAMME, "entity", single=False),
    Relation("features", _PROGRAMME, "entity", single=False),
    Relation("team_count", _PROGRAMME, "quantity", single=True),
    Relation("episode_count", _PROGRAMME, "quantity", single=True),
    Relation("episode_length", _PROGRAMME, "quantity", single=True),
    Relation("length", _PROGRAMME, "quantity", single=True),
    Relation("season", _PROGRAMME, "quantity", single=True),
    Relation("phase", _PROGRAMME, "phase", single=True),
    Relation("filming_start", _PROGRAMME, "date", single=True),
    Relation("filming_end", _PROGRAMME, "date", single=True),
    Relation("release", _PROGRAMME, "date", single=True),
    # Organisations and people
    Relation("unites", frozenset({EntityKind.ORGANISATION}), "entity", single=False),
    Relation("known_for", _ACTORS, "entity", single=False),
    Relation("nationality", _ACTORS, "entity", single=False),
    Relation("position", frozenset({EntityKind.PERSON}), "text", single=True),
    Relation("said", _ACTORS, "text", single=False),
    # Races
    Relation("dates", _RACE, "date", single=True),
    Relation("organiser", _RACE, "entity", single=False),
    Relation("producer", _RACE, "entity", single=False),
)

BY_NAME = {relation.name: relation for relation in RELATIONS}
