"""What the gazetteer is made of. Everything is frozen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from facts.model import EntityKind, Language

# Letters that Unicode does not take apart into a base letter and an accent, and the signs that the
# press writes in several ways.
_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
    "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "—": "-",
    "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ",
}  # fmt: skip
_LETTER = re.compile(f"[{''.join(_LETTERS)}]")
_ACCENT = re.compile("[\N{COMBINING GRAVE ACCENT}-\N{COMBINING LATIN SMALL LETTER X}]+")


def fold(text: str) -> str:
    """The text without accents and case, with plain apostrophes, hyphens and spaces.

    Hyphens and spaces stay apart ("Groupama-FDJ" is not "Groupama FDJ"). The result may differ in
    length from the text.
    """
    text = text.casefold()
    if text.isascii():
        return text
    text = _LETTER.sub(lambda match: _LETTERS[match[0]], text)
    return _ACCENT.sub("", unicodedata.normalize("NFD", text))


def fold_all(texts: Sequence[str]) -> list[str]:
    """Each of the texts folded; they hold no line ends. Much faster than one by one."""
    return fold("\n".join(texts)).split("\n") if texts else []


@dataclass(frozen=True, slots=True)
class Alias:
    """A form of a name, as the press writes it.

    `seasons` are the first and the last year (both included) in which the form named its entry;
    None where that is not bound to years. Later texts may still use the form of an earlier season.
    """

    text: str
    seasons: tuple[int, int] | None = None


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something with a name of its own.

    `key` is the kind and the row's slug ("team/bora-hansgrohe", "place/fr" for a country); `names`
    holds a canonical name in every language; `aliases` every form, the canonical and the season
    names included; `seasons` the names of a team as (first year, last year, name), in order and
    without a gap. `details` holds the row's other columns where they are filled: country (ISO 3166
    alpha-2, upper case), gender, category, type, role; for a country also its first demonym in each
    language (demonym_fr, demonym_en).
    """

    key: str
    kind: EntityKind
    names: Mapping[Language, str] = field(hash=False)
    aliases: tuple[Alias, ...]
    seasons: tuple[tuple[int, int, str], ...] = ()
    details: Mapping[str, str] = field(default_factory=_nothing, hash=False)

    def name_in(self, language: Language, season: int | None = None) -> str:
        """The name in a language, and in a year where the name changes from season to season.

        Before the first season known it is the first name, after the last one the last name.
        """
        if season is None or not self.seasons:
            return self.names[language]
        return next((name for _, last, name in self.seasons if season <= last), self.seasons[-1][2])


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All the entries, in the order of the files.

    `demonyms` maps a folded demonym of either language ("britannique", "british") to the key of its
    country. `given_names` holds folded first names, `common_words` folded words and family names
    that are too common to name one person by themselves.
    """

    entries: tuple[Entry, ...]
    by_key: Mapping[str, Entry]
    demonyms: Mapping[str, str]
    given_names: frozenset[str]
    common_words: frozenset[str]
