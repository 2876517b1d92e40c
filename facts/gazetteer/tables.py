"""The tables of the gazetteer: which columns each file has, and what may stand in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from facts.model import EntityKind

_GENDERS = frozenset({"men", "women"})
_CATEGORIES = frozenset(
    {"grand-tour", "monument", "worldtour", "women-worldtour", "proseries", "championship"}
    | {"olympics", "other"}
)
_ROLES = frozenset(
    {"rider", "director", "manager", "official", "executive", "coach", "journalist", "actor"}
    | {"filmmaker", "politician", "athlete"}
)
_TYPES = frozenset(
    {"federation", "broadcaster", "platform", "producer", "organiser", "press", "sponsor"}
    | {"agency", "union", "equipment"}
)


@dataclass(frozen=True, slots=True)
class Table:
    """A file of entries: its columns, and the values that some of them are held to.

    `optional_country` is True where an entry may belong to no country (a world championship).
    `detail_key` takes a row's cells; rows for which it gives the same have the same details.
    """

    file: str
    kind: EntityKind
    columns: tuple[str, ...]
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    optional_country: bool = False
    prefix: str = field(init=False)
    has_seasons: bool = field(init=False)
    has_surnames: bool = field(init=False)
    detail_key: Callable[[Mapping[str, str]], object] = field(init=False)

    def __post_init__(self) -> None:
        # Worked out once: the loader asks for each row.
        object.__setattr__(self, "prefix", f"{self.kind}/")
        object.__setattr__(self, "has_seasons", "names" in self.columns)
        object.__setattr__(self, "has_surnames", "name" in self.columns)
        shared = tuple(c for c in self.columns if c == "country" or c in self.choices)
        object.__setattr__(self, "detail_key", itemgetter(*(shared or ("slug",))))


COUNTRIES = Table(
    "countries.tsv",
    EntityKind.PLACE,
    ("slug", "name_fr", "name_en", "demonyms_fr", "demonyms_en", "aliases"),
)
TABLES = (
    COUNTRIES,
    Table(
        "teams.tsv",
        EntityKind.TEAM,
        ("slug", "gender", "country", "names", "aliases"),
        {"gender": _GENDERS},
    ),
    Table(
        "races.tsv",
        EntityKind.RACE,
        ("slug", "gender", "category", "country", "name_fr", "name_en", "aliases"),
        {"gender": _GENDERS | {"both"}, "category": _CATEGORIES},
        optional_country=True,
    ),
    Table(
        "people.tsv",
        EntityKind.PERSON,
        ("slug", "role", "gender", "country", "name", "aliases"),
        {"role": _ROLES, "gender": _GENDERS},
    ),
    Table(
        "organisations.tsv",
        EntityKind.ORGANISATION,
        ("slug", "type", "country", "name_fr", "name_en", "aliases"),
        {"type": _TYPES},
        optional_country=True,
    ),
    Table("sports.tsv", EntityKind.SPORT, ("slug", "name_fr", "name_en", "aliases")),
    Table("places.tsv", EntityKind.PLACE, ("slug", "country", "name_fr", "name_en", "aliases")),
    Table("programmes.tsv", EntityKind.PROGRAMME, ("slug", "name_fr", "name_en", "aliases")),
)
WORD_LISTS = {"given_names.tsv": "name", "common_words.tsv": "word"}
FILES = (*(table.file for table in TABLES), *WORD_LISTS)
