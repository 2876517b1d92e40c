"""The table of commands. The terminal, the `!` prefix and the slash menu all serve these rows.

A row is data: its names and aliases in both languages, its description in both, and what it asks:
either a topic of the facts (`facts.topics`) or something of the bot itself (`Action`). To add a
command, add a row; nothing else names a command.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from facts.model import Language


class Action(StrEnum):
    """What a command asks of the bot itself instead of the facts."""

    FACTS = "facts"
    SOURCE = "source"
    LANGUAGE = "language"
    HELP = "help"


class OptionKind(StrEnum):
    """What may stand behind a command."""

    WORDS = "words"
    PAGE = "page"
    COMMAND = "command"
    CHOICE = "choice"


Bilingual = Mapping[Language, str]


def _both(fr: str, en: str) -> Bilingual:
    return MappingProxyType({Language.FR: fr, Language.EN: en})


@dataclass(frozen=True, slots=True)
class Option:
    """An optional argument of a command; `choices` are (value, label in each language)."""

    name: Bilingual
    description: Bilingual
    kind: OptionKind
    choices: tuple[tuple[str, Bilingual], ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A row of the table. `key` is its stable name; `aliases` are more names, of any language."""

    key: str
    name: Bilingual
    description: Bilingual
    topic: str | None = None
    action: Action | None = None
    aliases: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()


_TOPIC = Option(
    _both("sujet", "topic"),
    _both(
        "Une course, un programme, une équipe ou une personne", "A race, programme, team or person"
    ),
    OptionKind.WORDS,
)
_PAGE = Option(_both("page", "page"), _both("Quelle page", "Which page"), OptionKind.PAGE)
_COMMAND = Option(
    _both("commande", "command"),
    _both("Une commande à expliquer", "A command to explain"),
    OptionKind.COMMAND,
)
_LANGUAGE = Option(
    _both("langue", "language"),
    _both("La langue des réponses", "The language of the answers"),
    OptionKind.CHOICE,
    (
        ("fr", _both("français", "French")),
        ("en", _both("anglais", "English")),
        ("auto", _both("automatique", "automatic")),
    ),
)
_SCOPE = Option(
    _both("pour", "for"),
    _both(
        "Pour vous, ou pour tout le serveur (modération)",
        "For you, or for the whole server (moderators)",
    ),
    OptionKind.CHOICE,
    (("me", _both("moi", "me")), ("server", _both("serveur", "server"))),
)


COMMANDS: tuple[Command, ...] = (
    Command(
        "about",
        _both("apropos", "about"),
        _both("Tout en quelques lignes", "The whole in a few lines"),
        topic="about",
        aliases=("résumé", "summary", "info"),
        options=(_TOPIC,),
    ),
    Command(
        "teams",
        _both("équipes", "teams"),
        _both(
            "Les équipes suivies, et celles qui ont dit non",
            "The teams followed, and those that said no",
        ),
        topic="teams",
        aliases=("formations", "squads"),
        options=(_TOPIC,),
    ),
    Command(
        "refused",
        _both("refus", "refused"),
        _both("Qui a refusé", "Who refused"),
        topic="refused",
        aliases=("refusé", "refusals", "declined"),
        options=(_TOPIC,),
    ),
    Command(
        "release",
        _both("sortie", "release"),
        _both("Quand et où la série sort", "When and where the series comes out"),
        topic="release",
        aliases=("date", "parution"),
        options=(_TOPIC,),
    ),
    Command(
        "episodes",
        _both("épisodes", "episodes"),
        _both("Combien d'épisodes, et de quelle durée", "How many episodes, and how long"),
        topic="episodes",
        aliases=("durée", "length", "duration"),
        options=(_TOPIC,),
    ),
    Command(
        "production",
        _both("production", "production"),
        _both("Qui fabrique la série", "Who makes the series"),
        topic="production",
        aliases=("producteurs", "producers", "makers"),
        options=(_TOPIC,),
    ),
    Command(
        "partners",
        _both("partenaires", "partners"),
        _both("Les partenaires et leur rôle", "The partners and their roles"),
        topic="partners",
        options=(_TOPIC,),
    ),
    Command(
        "filming",
        _both("tournage", "filming"),
        _both("Où en est le tournage", "How far the filming is"),
        topic="filming",
        aliases=("shooting",),
        options=(_TOPIC,),
    ),
    Command(
        "race",
        _both("course", "race"),
        _both("La course, ses dates, son organisateur", "The race, its dates, its organiser"),
        topic="race",
        aliases=("tour", "épreuve"),
        options=(_TOPIC,),
    ),
    Command(
        "broadcast",
        _both("diffusion", "broadcast"),
        _both("Qui diffuse quoi, et quand", "Who shows what, and when"),
        topic="broadcast",
        aliases=("tv", "télé", "chaîne", "channel"),
        options=(_TOPIC,),
    ),
    Command(
        "series",
        _both("séries", "series"),
        _both("Ce que ses auteurs ont fait d'autre", "What else its makers did and do"),
        topic="series",
        options=(_TOPIC,),
    ),
    Command(
        "quote",
        _both("citation", "quote"),
        _both("Qui a dit quoi", "Who said what"),
        topic="quote",
        aliases=("déclaration", "statement"),
        options=(_TOPIC,),
    ),
    Command(
        "facts",
        _both("faits", "facts"),
        _both("Parcourir tous les faits lus", "Browse all the facts read"),
        action=Action.FACTS,
        options=(_PAGE, _TOPIC),
    ),
    Command(
        "source",
        _both("source", "source"),
        _both("La phrase derrière la dernière réponse", "The sentence behind the last answer"),
        action=Action.SOURCE,
        aliases=("preuve", "evidence"),
    ),
    Command(
        "language",
        _both("langue", "language"),
        _both("Choisir la langue des réponses", "Choose the language of the answers"),
        action=Action.LANGUAGE,
        aliases=("lang",),
        options=(_LANGUAGE, _SCOPE),
    ),
    Command(
        "help",
        _both("aide", "help"),
        _both("Ce que l'on peut demander", "What you can ask"),
        action=Action.HELP,
        aliases=("commandes", "commands"),
        options=(_COMMAND,),
    ),
)

BY_KEY: Mapping[str, Command] = MappingProxyType({command.key: command for command in COMMANDS})
