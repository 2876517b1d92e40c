"""The bot's own words: the same in both languages, all used, well set."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import bot
from bot.texts import join, say, table
from facts.model import Language

BOT = Path(bot.__file__).parent
_KEY = re.compile(r"[a-z]+\.[a-z_]+")


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _nodes() -> Iterator[ast.AST]:
    for path in BOT.rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


@cache
def _named() -> frozenset[str]:
    """Every literal text in the bot's code that looks like a key."""
    return frozenset(
        node.value
        for node in _nodes()
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _KEY.fullmatch(node.value)
    )


@cache
def _built() -> tuple[re.Pattern[str], ...]:
    """Patterns of the keys that the bot's code puts together: f"language.{code}"."""
    found = []
    for node in _nodes():
        if isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_]+"
                for part in node.values
            ]
            # An f-string that is all places, or has no dot, builds no key.
            if any("." in part for part in parts) or "_" in parts[-1]:
                found.append(re.compile("".join(parts)))
    return tuple(found)


def test_both_languages_say_the_same_things() -> None:
    assert table(Language.FR).keys() == table(Language.EN).keys()


@pytest.mark.parametrize("key", sorted(table(Language.EN)))
def test_both_languages_have_the_same_places(key: str) -> None:
    assert _places(table(Language.FR)[key]) == _places(table(Language.EN)[key])


@pytest.mark.parametrize("key", sorted(table(Language.EN)))
def test_every_text_is_used(key: str) -> None:
    built = any(pattern.fullmatch(key) for pattern in _built())
    varied = any(key == f"{name}_auto" for name in _named())
    assert key in _named() or built or varied


def test_every_text_that_the_code_names_exists() -> None:
    groups = {key.partition(".")[0] for key in table(Language.EN)}
    named = {
        text for text in _named() if text.partition(".")[0] in groups and not text.endswith("_")
    }
    assert named - table(Language.EN).keys() == set()


@pytest.mark.parametrize("text", list(table(Language.FR).values()))
def test_french_signs_have_their_spaces(text: str) -> None:
    assert not re.search(r"(?<!\u00a0)[;!?»]|(?<!\u00a0):(?!//)|«(?!\u00a0)|'| [;:!?»]", text)


@pytest.mark.parametrize("text", list(table(Language.EN).values()))
def test_english_signs_have_none(text: str) -> None:
    assert not re.search(r"\s[;:!?]|'", text)


def test_lists_in_words() -> None:
    assert join(["a"], Language.FR) == "a"
    assert join(["a", "b", "c"], Language.FR) == "a, b et c"
    assert join(["a", "b", "c"], Language.EN) == "a, b and c"
    assert join(["a", "b"], Language.FR, "or") == "a ou b"


def test_places_are_filled_and_braces_from_outside_are_left_alone() -> None:
    said = say(Language.EN, "unknown.word", word="{word} {0}")
    assert said == "I don’t know “{word} {0}”."
