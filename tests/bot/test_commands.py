"""The table itself: every row in both languages, within Discord's limits, without a clash."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.arguments import parse
from bot.commands import BY_KEY, COMMANDS, Command, Option
from bot.names import fold, forms, resolve
from facts.model import Language

# https://docs.discord.com/developers/interactions/application-commands
_NAME = re.compile(r"[-_'\w]{1,32}")

ASKED_FOR = {
    "teams": "équipes",
    "refused": "refus",
    "release": "sortie",
    "episodes": "épisodes",
    "production": "production",
    "partners": "partenaires",
    "filming": "tournage",
    "race": "course",
    "broadcast": "diffusion",
    "series": "séries",
    "quote": "citation",
    "about": "apropos",
    "facts": "faits",
    "read": "lire",
    "source": "source",
    "language": "langue",
    "help": "aide",
}


def _all_names() -> Iterator[tuple[Command, str]]:
    for command in COMMANDS:
        for language in Language:
            for name in command.names(language):
                yield command, name


def _options() -> Iterator[tuple[Command, Option]]:
    for command in COMMANDS:
        for option in command.options:
            yield command, option


@pytest.mark.parametrize(("english", "french"), list(ASKED_FOR.items()))
def test_each_command_is_there_under_both_names(english: str, french: str) -> None:
    assert BY_KEY[english].name == {Language.FR: french, Language.EN: english}


@pytest.mark.parametrize(("command", "name"), list(_all_names()))
def test_every_name_and_alias_resolves_to_its_own_row(command: Command, name: str) -> None:
    for spelling in (name, name.upper(), f" {name} ", fold(name), f"{name} !"):
        assert resolve(spelling) is command


def test_no_two_rows_clash() -> None:
    owners: dict[str, set[str]] = {}
    for command, name in _all_names():
        for form in forms(fold(name)):
            owners.setdefault(form, set()).add(command.key)
    assert [form for form, keys in owners.items() if len(keys) > 1] == []


@pytest.mark.parametrize(("command", "name"), list(_all_names()))
def test_names_are_within_discords_limits(command: Command, name: str) -> None:
    assert _NAME.fullmatch(name)
    assert name == name.lower()


@pytest.mark.parametrize("language", Language)
def test_names_shown_in_a_language_are_unique(language: Language) -> None:
    names = [command.name[language] for command in COMMANDS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.key)
@pytest.mark.parametrize("language", Language)
def test_descriptions_are_within_discords_limits(command: Command, language: Language) -> None:
    assert 1 <= len(command.description[language]) <= 100
    assert 1 <= len(command.heading(language)) <= 100


@pytest.mark.parametrize(("command", "option"), list(_options()))
@pytest.mark.parametrize("language", Language)
def test_options_are_within_discords_limits(
    command: Command, option: Option, language: Language
) -> None:
    assert _NAME.fullmatch(option.name[language])
    assert option.name[language] == option.name[language].lower()
    assert 1 <= len(option.description[language]) <= 100
    assert len(option.choices) <= 25
    assert all(1 <= len(label[language]) <= 100 for _, label in option.choices)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.key)
def test_each_row_asks_one_thing(command: Command) -> None:
    assert (command.topic is None) != (command.action is None)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.key)
@pytest.mark.parametrize("language", Language)
def test_each_example_is_understood(command: Command, language: Language) -> None:
    for option in command.options:
        if option.example:
            found = parse(command, option.example[language])
            assert option.name[Language.EN] in found


def test_a_title_that_is_not_the_name_is_used() -> None:
    assert BY_KEY["about"].heading(Language.FR) == "À propos"
    assert BY_KEY["teams"].heading(Language.FR) == "Équipes"
