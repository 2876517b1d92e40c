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
    READ = "read"
    ASK = "ask"
    SOURCE = "source"
    LANGUAGE = "language"
    HELP = "help"


class OptionKind(StrEnum):
    """What may stand behind a command."""

    WORDS = "words"
    ADDRESS = "address"
    PAGE = "page"
    COMMAND = "command"
    CHOICE = "choice"


Bilingual = Mapping[Language, str]


def _both(fr: str, en: str) -> Bilingual:
    return MappingProxyType({Language.FR: fr, Language.EN: en})


@dataclass(frozen=True, slots=True)
class Option:
    """An optional argument of a command; `choices` are (value, label in each language).

    `example` is what one might write there, empty where the option needs none to be understood.
    """

    name: Bilingual
    description: Bilingual
    kind: OptionKind
    choices: tuple[tuple[str, Bilingual], ...] = ()
    example: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """A row of the table.

    `key` is its stable name. `aliases_fr` and `aliases_en` are more names; a name that both
    languages have stands in both. `spoken` are words that point to this row inside a whole
    sentence ("quand *sort* la série ?") but are no command. `title` heads the answer where the
    name itself would not do. A row for `moderators` is, on Discord, for those alone who may manage
    the server, on which it is called; at the terminal everybody may.
    """

    key: str
    name: Bilingual
    description: Bilingual
    topic: str | None = None
    action: Action | None = None
    aliases_fr: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    title: Bilingual | None = None
    moderators: bool = False

    @property
    def aliases(self) -> tuple[str, ...]:
        """The names beside `name`, each once, of either language."""
        return tuple(dict.fromkeys((*self.aliases_fr, *self.aliases_en)))

    def names(self, language: Language) -> tuple[str, ...]:
        """Every name of the row in one language, its own name first."""
        aliases = self.aliases_fr if language is Language.FR else self.aliases_en
        return (self.name[language], *aliases)

    def heading(self, language: Language) -> str:
        """A few words to stand over the answer."""
        return self.title[language] if self.title else self.name[language].capitalize()


_TOPIC = Option(
    _both("sujet", "topic"),
    _both(
        "Une course, un programme, une équipe ou une personne", "A race, programme, team or person"
    ),
    OptionKind.WORDS,
)
_ADDRESS = Option(
    _both("url", "url"),
    _both("L’adresse de l’article", "The address of the article"),
    OptionKind.ADDRESS,
    example=_both("https://www.letour.fr/fr/actus", "https://www.letour.fr/en/news"),
)
_PAGE = Option(
    _both("page", "page"),
    _both("Quelle page", "Which page"),
    OptionKind.PAGE,
    example=_both("2", "2"),
)
_COMMAND = Option(
    _both("commande", "command"),
    _both("Une commande à expliquer", "A command to explain"),
    OptionKind.COMMAND,
    example=_both("équipes", "teams"),
)
_QUESTION = Option(
    _both("question", "question"),
    _both("Votre question", "Your question"),
    OptionKind.WORDS,
    example=_both("qui a refusé d’être filmé ?", "who refused to be filmed?"),
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
    example=_both("français", "English"),
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
        "ask",
        _both("demande", "ask"),
        _both("Poser une question en toutes lettres", "Ask anything in your own words"),
        action=Action.ASK,
        aliases_fr=("question", "demander"),
        aliases_en=("question",),
        options=(_QUESTION,),
        title=_both("Question", "Question"),
    ),
    Command(
        "about",
        _both("apropos", "about"),
        _both("Tout en quelques lignes", "The whole in a few lines"),
        topic="about",
        aliases_fr=("résumé", "info"),
        aliases_en=("summary", "info"),
        options=(_TOPIC,),
        title=_both("À propos", "About"),
    ),
    Command(
        "teams",
        _both("équipes", "teams"),
        _both(
            "Les équipes suivies, et celles qui ont dit non",
            "The teams followed, and those that said no",
        ),
        topic="teams",
        aliases_fr=("formations",),
        aliases_en=("squads",),
        spoken=("suivie", "suit", "followed", "follow"),
        options=(_TOPIC,),
    ),
    Command(
        "refused",
        _both("refus", "refused"),
        _both("Qui a refusé", "Who refused"),
        topic="refused",
        aliases_fr=("refusé", "refusée"),
        aliases_en=("refuse", "refusals", "declined"),
        options=(_TOPIC,),
    ),
    Command(
        "release",
        _both("sortie", "release"),
        _both("Quand et où la série sort", "When and where the series comes out"),
        topic="release",
        aliases_fr=("date", "parution"),
        aliases_en=("date",),
        spoken=("sort", "sorti", "sortira", "released", "come", "out"),
        options=(_TOPIC,),
    ),
    Command(
        "episodes",
        _both("épisodes", "episodes"),
        _both("Combien d’épisodes, et de quelle durée", "How many episodes, and how long"),
        topic="episodes",
        aliases_fr=("durée",),
        aliases_en=("length", "duration"),
        options=(_TOPIC,),
    ),
    Command(
        "production",
        _both("production", "production"),
        _both("Qui fabrique la série", "Who makes the series"),
        topic="production",
        aliases_fr=("producteurs",),
        aliases_en=("producers", "makers"),
        spoken=("produit", "produisent", "fabrique", "produces", "produced", "makes", "made"),
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
        aliases_en=("shooting",),
        spoken=("tourne", "filme", "filmed"),
        options=(_TOPIC,),
    ),
    Command(
        "race",
        _both("course", "race"),
        _both("La course, ses dates, son organisateur", "The race, its dates, its organiser"),
        topic="race",
        aliases_fr=("tour", "tourdefrance", "épreuve"),
        aliases_en=("tour", "tourdefrance"),
        options=(_TOPIC,),
    ),
    Command(
        "broadcast",
        _both("diffusion", "broadcast"),
        _both("Qui diffuse quoi, et quand", "Who shows what, and when"),
        topic="broadcast",
        aliases_fr=("tv", "télé", "chaîne"),
        aliases_en=("tv", "channel"),
        spoken=("diffuse", "diffusé", "diffusera", "airs"),
        options=(_TOPIC,),
    ),
    Command(
        "series",
        _both("séries", "series"),
        _both("Ce que ses auteurs ont fait d’autre", "What else its makers did and do"),
        topic="series",
        spoken=("autre", "other"),
        options=(_TOPIC,),
    ),
    Command(
        "quote",
        _both("citation", "quote"),
        _both("Qui a dit quoi", "Who said what"),
        topic="quote",
        aliases_fr=("déclaration",),
        aliases_en=("statement",),
        spoken=("dit", "déclaré", "said"),
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
        "read",
        _both("lire", "read"),
        _both("Lire un article (modération)", "Read an article (moderators)"),
        action=Action.READ,
        aliases_fr=("lis",),
        options=(_ADDRESS,),
        title=_both("Lecture", "Reading"),
        moderators=True,
    ),
    Command(
        "source",
        _both("source", "source"),
        _both("La phrase derrière la dernière réponse", "The sentence behind the last answer"),
        action=Action.SOURCE,
        aliases_fr=("preuve",),
        aliases_en=("evidence",),
    ),
    Command(
        "language",
        _both("langue", "language"),
        _both("Choisir la langue des réponses", "Choose the language of the answers"),
        action=Action.LANGUAGE,
        aliases_fr=("lang",),
        aliases_en=("lang",),
        options=(_LANGUAGE, _SCOPE),
    ),
    Command(
        "help",
        _both("aide", "help"),
        _both("Ce que l’on peut demander", "What you can ask"),
        action=Action.HELP,
        aliases_fr=("commandes",),
        aliases_en=("commands",),
        options=(_COMMAND,),
    ),
)

BY_KEY: Mapping[str, Command] = MappingProxyType({command.key: command for command in COMMANDS})
