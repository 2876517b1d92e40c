"""What each topic asks of the facts: rows of data that commands name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facts.model import EntityKind


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: the relations that answer it, and the kind of subject that it is about.

    `needs` names the relations of which at least one must have been read; `more` are told along.
    """

    name: str
    about: EntityKind
    needs: tuple[str, ...]
    more: tuple[str, ...] = ()


_SCREEN = ("release", "platform", "broadcaster")
_WORKS = ("known_for", "maker", "unites", "about", "season", "platform", "nationality")

_ROWS = (
    Topic("teams", EntityKind.PROGRAMME, ("features",), ("team_count",)),
    Topic("refused", EntityKind.PROGRAMME, ("features",)),
    Topic("release", EntityKind.PROGRAMME, ("release", "platform"), ("broadcaster",)),
    Topic("episodes", EntityKind.PROGRAMME, ("episode_count", "episode_length", "length")),
    Topic("production", EntityKind.PROGRAMME, ("maker",), ("unites", "known_for")),
    Topic("partners", EntityKind.PROGRAMME, ("partner",)),
    Topic("filming", EntityKind.PROGRAMME, ("phase", "filming_end"), ("filming_start",)),
    Topic("race", EntityKind.RACE, ("dates", "organiser"), ("broadcaster", "producer")),
    Topic("broadcast", EntityKind.PROGRAMME, _SCREEN, ("length",)),
    Topic("series", EntityKind.PROGRAMME, ("known_for", "maker"), _WORKS),
    Topic("quote", EntityKind.PERSON, ("said",), ("position",)),
    Topic("about", EntityKind.PROGRAMME, ("about", "release", "maker", "features")),
)

TOPICS: Mapping[str, Topic] = MappingProxyType({topic.name: topic for topic in _ROWS})
