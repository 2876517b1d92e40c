"""From the tables to a Gazetteer: pure (`build_gazetteer`), and read from the package's files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from facts.gazetteer.entry import Alias, Entry, Gazetteer, fold, fold_all
from facts.gazetteer.table import Row, Season, read_rows, read_words
from facts.gazetteer.tables import COUNTRIES, FILES, TABLES, WORD_LISTS, Table
from facts.model import EntityKind, Language

_MIN_SURNAME = 3
_LANGUAGES = tuple(Language)
# Made from a dict, `dict.fromkeys` takes over the hashes, which an Enum works out slowly.
_EVERY_LANGUAGE = dict.fromkeys(Language)


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
    rows = {table.file: _rows(table.file, table.columns, texts) for table in TABLES}
    given_names, common_words = (
        read_words(file, texts.get(file, column), column) for file, column in WORD_LISTS.items()
    )
    demonyms = _demonyms(rows[COUNTRIES.file])
    countries = frozenset(row.slug().upper() for row in rows[COUNTRIES.file])
    drafts = [
        draft
        for table in TABLES
        for draft in _drafts(table, rows[table.file], countries, given_names)
    ]
    entries = _entries(drafts, given_names | common_words | demonyms.keys())
    return Gazetteer(
        entries=entries,
        by_key=MappingProxyType({entry.key: entry for entry in entries}),
        demonyms=MappingProxyType(demonyms),
        given_names=given_names,
        common_words=common_words,
    )


def _rows(file: str, columns: tuple[str, ...], texts: Mapping[str, str]) -> list[Row]:
    return read_rows(file, texts[file], columns) if file in texts else []


def _demonyms(rows: list[Row]) -> dict[str, str]:
    demonyms: dict[str, str] = {}
    for row in rows:
        key = f"{EntityKind.PLACE}/{row.slug()}"
        forms = [
            demonym for language in _LANGUAGES for demonym in row.items(f"demonyms_{language}")
        ]
        for form, folded in zip(forms, fold_all(forms), strict=True):
            if demonyms.setdefault(folded, key) != key:
                raise row.bad(f"the demonym {form!r} belongs to another country already")
    return demonyms


@dataclass(slots=True)
class _Draft:
    """An entry before its family name is weighed."""

    row: Row
    kind: EntityKind
    key: str
    names: Mapping[Language, str]
    forms: list[Alias]
    seasons: tuple[Season, ...]
    details: Mapping[str, str]
    surname: str


def _drafts(
    table: Table, rows: list[Row], countries: Collection[str], given_names: Collection[str]
) -> Iterator[_Draft]:
    # Thousands of rows share a few dozen combinations of role, gender and country.
    known: dict[object, Mapping[str, str]] = {}
    for row in rows:
        key = table.detail_key(row.cells)
        if key not in known:
            known[key] = MappingProxyType(_details(table, row, countries))
        yield _draft(table, row, known[key], given_names)


def _draft(
    table: Table, row: Row, details: Mapping[str, str], given_names: Collection[str]
) -> _Draft:
    seasons = row.seasons("names") if table.has_seasons else ()
    names = _names(table, row, seasons)
    surname = ""
    if seasons:
        forms = [Alias(name, (first, last)) for first, last, name in seasons]
    elif table.has_surnames:
        forms = [Alias(row.cells["name"])]
        surname = _surname(row.cells["name"], given_names)
    else:
        forms = _canonical(names)
    if row.cells["aliases"]:
        forms += row.aliases("aliases")
    return _Draft(
        row, table.kind, f"{table.prefix}{row.slug()}", names, forms, seasons, details, surname
    )


def _names(table: Table, row: Row, seasons: tuple[Season, ...]) -> Mapping[Language, str]:
    if table.has_seasons:
        row.text("names")
        return dict.fromkeys(_EVERY_LANGUAGE, seasons[-1][2])
    if table.has_surnames:
        return dict.fromkeys(_EVERY_LANGUAGE, row.text("name"))
    french = row.text("name_fr")
    # An English name that is left out is the same as the French one.
    return {language: row.cells[f"name_{language}"] or french for language in _LANGUAGES}


def _canonical(names: Mapping[Language, str]) -> list[Alias]:
    # "Israël" and "Israel" are one form.
    forms = {fold(name): name for name in dict.fromkeys(names.values())}
    return [Alias(name) for name in forms.values()]


def _details(table: Table, row: Row, countries: Collection[str]) -> dict[str, str]:
    if table is COUNTRIES:
        details = {"type": "country", "country": row.slug().upper()}
        for language in _LANGUAGES:
            for demonym in row.items(f"demonyms_{language}")[:1]:
                details[f"demonym_{language}"] = demonym
        return details
    details = {column: row.choice(column, allowed) for column, allowed in table.choices.items()}
    if "country" in table.columns and (row.cells["country"] or not table.optional_country):
        country = row.text("country")
        if country not in countries:
            raise row.bad(f"the country {country!r} is not in countries.tsv (in capitals)")
        details["country"] = country
    return details


def _surname(name: str, given_names: Collection[str]) -> str:
    """What follows the first name, and those of the next words that are first names too."""
    words = name.split()
    start = 1
    while start < len(words) - 1 and fold(words[start]) in given_names:
        start += 1
    return " ".join(words[start:])


def _entries(drafts: list[_Draft], ordinary: Collection[str]) -> tuple[Entry, ...]:
    """The entries, each person's family name added where it can only mean that person.

    `ordinary` holds folded words that are nobody's name by themselves.
    """
    taken = _check_unique(drafts)
    surnames = fold_all([draft.surname for draft in drafts])
    bearers = Counter(surnames)

    def finished(draft: _Draft, surname: str) -> Entry:
        own = bearers[surname] == 1 and len(surname) >= _MIN_SURNAME
        if own and surname not in taken and surname not in ordinary:
            draft.forms.append(Alias(draft.surname))
        return Entry(
            draft.key,
            draft.kind,
            MappingProxyType(draft.names),
            tuple(draft.forms),
            draft.seasons,
            draft.details,
        )

    return tuple(map(finished, drafts, surnames))


def _check_unique(drafts: list[_Draft]) -> set[str]:
    """Every folded form, after a check that none stands for two things of a kind, nor any slug.

    Raises:
        ValueError: a slug or a form stands twice; says file and line.
    """
    folded = iter(fold_all([form.text for draft in drafts for form in draft.forms]))
    keys: set[str] = set()
    by_kind: dict[str, dict[str, list[Alias]]] = {kind: {} for kind in EntityKind}
    for draft in drafts:
        if draft.key in keys:
            raise draft.row.bad(f"the slug {draft.row.slug()!r} stands twice")
        keys.add(draft.key)
        _claim(draft, folded, by_kind[draft.kind])
    return {form for forms in by_kind.values() for form in forms}


def _claim(draft: _Draft, folded: Iterator[str], taken: dict[str, list[Alias]]) -> None:
    for form in draft.forms:
        others = taken.setdefault(next(folded), [])
        if any(_overlap(form, other) for other in others):
            raise draft.row.bad(f"the name {form.text!r} stands twice among {draft.kind} names")
        others.append(form)


def _overlap(one: Alias, other: Alias) -> bool:
    if one.seasons is None or other.seasons is None:
        return True
    return one.seasons[0] <= other.seasons[1] and other.seasons[0] <= one.seasons[1]
