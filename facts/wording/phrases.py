"""The phrases of answers, read from `facts/texts/fr.toml` and `en.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from facts.model import Language

_BEFORE = re.compile(r" (?=[:;!?»])")


@cache
def phrases(language: Language) -> Mapping[str, str]:
    """All phrases of a language by dotted key ("fact.release.planned")."""
    source = files("facts").joinpath("texts", f"{language.value}.toml").read_text(encoding="utf-8")
    rows = _flat(tomllib.loads(source), "")
    if language is Language.FR:
        return MappingProxyType({key: french_spaces(text) for key, text in rows})
    return MappingProxyType(dict(rows))


def french_spaces(text: str) -> str:
    """The text with the no-break spaces that French asks for before and inside its signs."""
    return _BEFORE.sub("\u00a0", text).replace("« ", "«\u00a0")


def _flat(table: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            found.extend(_flat(value, f"{prefix}{key}."))
        else:
            found.append((prefix + key, str(value)))
    return found


def phrase(language: Language, *keys: str, **parts: str) -> str:
    """The first of the phrases that exists, with its parts filled in.

    Raises:
        KeyError: none of the keys is in the texts.
    """
    known = phrases(language)
    for key in keys:
        if key in known:
            return known[key].format(**parts)
    raise KeyError(keys[-1])
