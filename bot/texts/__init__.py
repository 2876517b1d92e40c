"""Everything that a user sees of the bot's own words: one table a language, `fr.toml`, `en.toml`.

Tables are read when first spoken from. The source is typed with plain spaces and apostrophes; the
typographic ones are set here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Literal

from facts.model import Language

Style = Literal["standard", "or"]

_NO_BREAK = "\u00a0"
_LOCALES = {Language.FR: "fr", Language.EN: "en_GB"}


def say(language: Language, key: str, /, **values: object) -> str:
    """The sentence called `key` ("source.none"), with its places filled.

    Raises:
        KeyError: no such sentence, or a place without a value (a mistake in the program).
    """
    return table(language)[key].format_map(values)


@cache
def table(language: Language) -> Mapping[str, str]:
    """All the sentences of a language by their keys, as they are shown."""
    raw = resources.files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return {key: _typeset(text, language) for key, text in _flat(tomllib.loads(raw))}


def join(words: Iterable[str], language: Language, style: Style = "standard") -> str:
    """Words as a list in a sentence: "a, b et c"; style "or" joins by "ou" and "or"."""
    from babel.lists import format_list

    return format_list(list(words), style=style, locale=_LOCALES[language])


def _flat(node: Mapping[str, object], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in node.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", str(value)


def _typeset(text: str, language: Language) -> str:
    text = text.replace("'", "’")
    if language is Language.FR:
        text = re.sub(r" (?=[;:!?»])", _NO_BREAK, text).replace("« ", f"«{_NO_BREAK}")
    return text
