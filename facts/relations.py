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
_PERSON = frozenset({EntityKind.PERSON})
_TEAM = frozenset({EntityKind.TEAM})
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
    Relation("rides_for", _PERSON, "entity", single=True),
    # Results: of the whole race, or of the stage or classification that a qualifier names
    Relation("winner", _RACE, "entity", single=False),
    Relation("second", _RACE, "entity", single=False),
    Relation("third", _RACE, "entity", single=False),
    Relation("rank", _RACE, "entity", single=False),
    Relation("leader", _RACE, "entity", single=False),
    Relation("victory_count", _PERSON, "quantity", single=False),
    # Routes and calendars: of the whole race, or of the stage that a qualifier names
    Relation("stage_count", _RACE, "quantity", single=True),
    Relation("start_place", _RACE, "entity", single=False),
    Relation("finish_place", _RACE, "entity", single=False),
    Relation("distance", _RACE, "quantity", single=False),
    Relation("climbing", _RACE, "quantity", single=False),
    Relation("climb", _RACE, "entity", single=False),
    Relation("rest_day", _RACE, "date", single=False),
    Relation("rest_day_count", _RACE, "quantity", single=True),
    Relation("time_trial_distance", _RACE, "quantity", single=True),
    Relation("cancelled", _RACE, "text", single=True),
    Relation("moved", _RACE, "date", single=True),
    Relation("postponed", _RACE, "text", single=True),
    # People: where they ride, for how long, what befalls them
    Relation("joins", _PERSON, "entity", single=False),
    Relation("leaves", _PERSON, "entity", single=False),
    Relation("extends", _PERSON, "entity", single=False),
    Relation("contract_until", _PERSON, "date", single=True),
    Relation("salary", _PERSON, "money", single=True),
    Relation("transfer_fee", _PERSON, "money", single=True),
    Relation("abandons", _PERSON, "entity", single=False),
    Relation("misses", _PERSON, "entity", single=False),
    Relation("injury", _PERSON, "text", single=False),
    Relation("illness", _PERSON, "text", single=False),
    Relation("absence", _PERSON, "quantity", single=True),
    Relation("returns", _PERSON, "date", single=True),
    Relation("returns_at", _PERSON, "entity", single=False),
    Relation("retires", _PERSON, "date", single=True),
    Relation("age", _PERSON, "quantity", single=True),
    Relation("suspended", _PERSON, "quantity", single=True),
    Relation("provisional_suspension", _PERSON, "text", single=True),
    Relation("doping_test", _PERSON, "text", single=False),
    Relation("cleared", _PERSON, "text", single=True),
    Relation("appeal", _PERSON, "entity", single=False),
    Relation("selected_for", _PERSON, "entity", single=False),
    # Teams
    Relation("renamed", _TEAM, "text", single=False),
    Relation("sponsor", _TEAM, "entity", single=False),
    Relation("merges_with", _TEAM, "entity", single=False),
    Relation("folds", _TEAM, "date", single=True),
    Relation("level", _TEAM, "text", single=True),
    Relation("budget", _TEAM | _RACE, "money", single=True),
)

BY_NAME = {relation.name: relation for relation in RELATIONS}
