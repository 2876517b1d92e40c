"""The phrases of answers, read from `facts/texts/fr.toml` and `en.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from facts.model import Language


@cache
def phrases(language: Language) -> Mapping[str, str]:
    """All phrases of a language by dotted key ("fact.release.planned")."""
    source = files("facts").joinpath("texts", f"{language.value}.toml").read_text(encoding="utf-8")
    return MappingProxyType(dict(_flat(tomllib.loads(source), "")))


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
