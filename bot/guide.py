"""What the bot says about its own commands: the help, "did you mean", what to try."""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands import BY_KEY, COMMANDS, Command, Option
from bot.names import nearest, resolve
from bot.phrases import Request
from bot.reply import Reply
from bot.texts import Style, join, say
from facts.model import Language

EXAMPLES = ("teams", "release", "race")
"""Keys of the commands that a newcomer is shown first."""

_LONGEST_ECHO = 40


def shown(command: Command, language: Language, prefix: str) -> str:
    """A command as it is typed in a language: "!équipes"."""
    return f"{prefix}{command.name[language]}"


def try_these(language: Language, prefix: str, style: Style = "or") -> str:
    """The first commands to try, as a list in words."""
    return join([shown(BY_KEY[key], language, prefix) for key in EXAMPLES], language, style)


def ask_hint(language: Language, prefix: str) -> str:
    """What can be asked, in a line."""
    help_line = shown(BY_KEY["help"], language, prefix)
    return say(language, "unknown.hint", examples=try_these(language, prefix), help=help_line)


def help_reply(name: str, language: Language, prefix: str) -> Reply:
    """All the commands, or one of them explained."""
    if not name.strip():
        return _overview(language, prefix)
    command = resolve(name)
    if command is None:
        request = Request(None, name, near=nearest(name))
        return not_understood(request, language, prefix, lead=shown(BY_KEY["help"], language, ""))
    return _explained(command, language, prefix)


def _overview(language: Language, prefix: str) -> Reply:
    return Reply(
        language,
        say(language, "help.text"),
        heading=BY_KEY["help"].heading(language),
        items=tuple(
            say(
                language,
                "help.item",
                name=shown(command, language, prefix),
                description=command.description[language],
            )
            for command in COMMANDS
        ),
        hint=say(language, "help.hint", example=example(BY_KEY["help"], language, prefix)),
        command="help",
    )


def _explained(command: Command, language: Language, prefix: str) -> Reply:
    items = [_option_line(option, language) for option in command.options]
    other = dict.fromkeys(name for each in (language, *Language) for name in command.names(each))
    if names := [name for name in other if name != command.name[language]]:
        items.insert(0, say(language, "help.names", names=", ".join(names)))
    return Reply(
        language,
        f"{command.description[language]}.",
        heading=shown(command, language, prefix),
        items=tuple(items),
        hint=say(language, "help.example", example=example(command, language, prefix)),
        command="help",
        argument=command.name[language],
    )


def _option_line(option: Option, language: Language) -> str:
    name, description = option.name[language], option.description[language]
    if not option.choices:
        return say(language, "help.option", name=name, description=description)
    labels = join([label[language] for _, label in option.choices], language, "or")
    return say(language, "help.choice", name=name, description=description, choices=labels)


def example(command: Command, language: Language, prefix: str) -> str:
    """A command as one might type it, with its first option where that has an example."""
    line = shown(command, language, prefix)
    examples = [option.example[language] for option in command.options if option.example]
    return f"{line} {examples[0]}" if examples else line


def not_understood(request: Request, language: Language, prefix: str, lead: str = "") -> Reply:
    """What is said to a line that names no command.

    `lead` is a command that stood before the word: "help" in "help teems".
    """
    names = [shown(command, language, prefix) for command in request.near]
    if lead:
        names = [f"{prefix}{lead} {command.name[language]}" for command in request.near]
    elif request.argument:
        names = [f"{name} {request.argument}" for name in names]
    return Reply(
        language,
        _why_not(request, names, language),
        hint="" if names else ask_hint(language, prefix),
        found=False,
        suggestions=tuple(names),
    )


def _why_not(request: Request, names: Sequence[str], language: Language) -> str:
    either = join(names, language, "or") if names else ""
    if request.ambiguous:
        return say(language, "unknown.choice", names=either)
    if request.whole:
        key = "unknown.sentence_near" if names else "unknown.sentence"
        return say(language, key, names=either)
    if not any(character.isalnum() for character in request.word):
        return say(language, "unknown.nothing")
    word = request.word
    word = word if len(word) <= _LONGEST_ECHO else f"{word[: _LONGEST_ECHO - 1]}…"
    return say(language, "unknown.near" if names else "unknown.word", word=word, names=either)
