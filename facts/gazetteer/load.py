"""From the tables to a Gazetteer: pure (`build_gazetteer`), and read from the package's files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from types import MappingProxyType

from facts.gazetteer.entry import Alias, Entry, Gazetteer, fold
from facts.gazetteer.table import Row, Season, read_rows
from facts.model import EntityKind, Language

_MIN_SURNAME = 3

_CATEGORIES = frozenset(
    {"grand-tour", "monument", "worldtour", "proseries", "championship", "olympics"}
    | {"women-worldtour", "other"}
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
    """

    file: str
    kind: EntityKind
    columns: tuple[str, ...]
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    optional_country: bool = False


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
        {"gender": frozenset({"men", "women"})},
    ),
    Table(
        "races.tsv",
        EntityKind.RACE,
        ("slug", "gender", "category", "country", "name_fr", "name_en", "aliases"),
        {"gender": frozenset({"men", "women", "both"}), "category": _CATEGORIES},
        optional_country=True,
    ),
    Table(
        "people.tsv",
        EntityKind.PERSON,
        ("slug", "role", "gender", "country", "name", "aliases"),
        {"role": _ROLES, "gender": frozenset({"men", "women"})},
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


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package's own files; read once, then kept.

    Raises:
        ValueError: a row cannot be used; says file and line.
    """
    folder = resources.files("facts.gazetteer")
    return build_gazetteer({file: (folder / file).read_text("utf-8") for file in FILES})


def build_gazetteer(texts: Mapping[str, str]) -> Gazetteer:
    """The gazetteer of the given files, from file name to text; a file not given is empty.

    Raises:
        ValueError: a row cannot be used; says file and line.
    """
    countries = frozenset(row.slug().upper() for row in _rows(COUNTRIES, texts))
    words = {file: _words(file, column, texts) for file, column in WORD_LISTS.items()}
    index = _Index()
    for table in TABLES:
        for row in _rows(table, texts):
            index.add(row, _entry(table, row, countries))
    entries = _with_surnames(index, words["given_names.tsv"], words["common_words.tsv"])
    return Gazetteer(
        entries=entries,
        by_key=MappingProxyType({entry.key: entry for entry in entries}),
        demonyms=MappingProxyType(_demonyms(_rows(COUNTRIES, texts))),
        given_names=words["given_names.tsv"],
        common_words=words["common_words.tsv"],
    )


def _rows(table: Table, texts: Mapping[str, str]) -> Iterable[Row]:
    text = texts.get(table.file)
    return () if text is None else read_rows(table.file, text, table.columns)


def _words(file: str, column: str, texts: Mapping[str, str]) -> frozenset[str]:
    words: set[str] = set()
    if file in texts:
        for row in read_rows(file, texts[file], (column,)):
            word = fold(row.text(column))
            if word in words:
                raise row.bad(f"{row.text(column)!r} stands twice")
            words.add(word)
    return frozenset(words)


def _entry(table: Table, row: Row, countries: frozenset[str]) -> Entry:
    slug = row.slug()
    seasons = row.seasons("names") if "names" in row.cells else ()
    names = _names(row, seasons)
    forms = [Alias(name, (first, last)) for first, last, name in seasons]
    if not seasons:
        # "Israël" and "Israel" are one form.
        forms = [Alias(name) for name in {fold(name): name for name in names.values()}.values()]
    return Entry(
        key=f"{table.kind}/{slug}",
        kind=table.kind,
        names=MappingProxyType(names),
        aliases=(*forms, *row.aliases("aliases")),
        seasons=seasons,
        details=MappingProxyType(_details(table, row, countries)),
    )


def _names(row: Row, seasons: tuple[Season, ...]) -> dict[Language, str]:
    if "names" in row.cells:
        row.text("names")
        return dict.fromkeys(Language, seasons[-1][2])
    if "name" in row.cells:
        return dict.fromkeys(Language, row.text("name"))
    french = row.text("name_fr")
    # An English name that is left out is the same as the French one.
    return {language: row.cells[f"name_{language}"] or french for language in Language}


def _details(table: Table, row: Row, countries: frozenset[str]) -> dict[str, str]:
    details = {column: row.choice(column, allowed) for column, allowed in table.choices.items()}
    if table is COUNTRIES:
        details = {"type": "country", "country": row.slug().upper()}
        for language in Language:
            for demonym in row.items(f"demonyms_{language}")[:1]:
                details[f"demonym_{language}"] = demonym
    elif "country" in row.cells and (row.cells["country"] or not table.optional_country):
        country = row.text("country")
        if country not in countries:
            raise row.bad(f"the country {country!r} is not in countries.tsv (in capitals)")
        details["country"] = country
    return details


class _Index:
    """The entries so far, and which forms are taken, kind by kind."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.forms: dict[tuple[EntityKind, str], list[Alias]] = {}

    def add(self, row: Row, entry: Entry) -> None:
        if entry.key in self.entries:
            raise row.bad(f"the slug {row.slug()!r} stands twice")
        self.entries[entry.key] = entry
        for alias in entry.aliases:
            taken = self.forms.setdefault((entry.kind, fold(alias.text)), [])
            if any(_overlap(alias, other) for other in taken):
                raise row.bad(f"the name {alias.text!r} stands twice among {entry.kind} names")
            taken.append(alias)


def _overlap(one: Alias, other: Alias) -> bool:
    if one.seasons is None or other.seasons is None:
        return True
    return one.seasons[0] <= other.seasons[1] and other.seasons[0] <= one.seasons[1]


def _with_surnames(
    index: _Index, given_names: frozenset[str], common_words: frozenset[str]
) -> tuple[Entry, ...]:
    """The entries, each person's family name added where it can only mean that person."""
    surnames = {
        entry.key: _surname(entry.names[Language.FR], given_names)
        for entry in index.entries.values()
        if entry.kind is EntityKind.PERSON
    }
    bearers = Counter(fold(surname) for surname in surnames.values())
    taken = {form for _, form in index.forms} | given_names | common_words

    def extended(entry: Entry) -> Entry:
        surname = surnames.get(entry.key, "")
        folded = fold(surname)
        if len(surname) < _MIN_SURNAME or folded in taken or bearers[folded] > 1:
            return entry
        return replace(entry, aliases=(*entry.aliases, Alias(surname)))

    return tuple(extended(entry) for entry in index.entries.values())


def _surname(name: str, given_names: frozenset[str]) -> str:
    """What follows the first name, and those of the next words that are first names too."""
    words = name.split()
    start = 1
    while start < len(words) - 1 and fold(words[start]) in given_names:
        start += 1
    return " ".join(words[start:])


def _demonyms(rows: Iterable[Row]) -> dict[str, str]:
    demonyms: dict[str, str] = {}
    for row in rows:
        key = f"{EntityKind.PLACE}/{row.slug()}"
        for language in Language:
            for demonym in row.items(f"demonyms_{language}"):
                if demonyms.setdefault(fold(demonym), key) != key:
                    raise row.bad(f"the demonym {demonym!r} belongs to another country already")
    return demonyms
