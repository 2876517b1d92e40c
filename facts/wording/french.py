"""French articles and contractions: "de" + "le Tour" is "du Tour", "de" + "ASO" is "d'ASO"."""

from __future__ import annotations

from facts.extract.tokens import fold
from facts.model import EntityKind

# The article that a race's or sport's first word takes; a name without a row takes none.
_ARTICLES = {
    "le": "tour critérium giro grand gp circuit trophée trofeo mémorial eschborn golf "
    "tennis cyclisme football rugby ski basket handball motogp triathlon biathlon judo surf "
    "dauphiné",
    "la": "vuelta flèche route course classica clásica ronde formule boxe natation volta "
    "gymnastique primavera coupe classique",
    "les": "boucles quatre trois championnats jeux strade",
    "l'": "étoile amstel athlétisme eroica",
}
_BY_WORD = {fold(word): article for article, words in _ARTICLES.items() for word in words.split()}
_VOWELS = tuple("aeiouyh")


def definite(name: str, kind: EntityKind) -> str:
    """The name with its article, where names of its kind take one: "le Tour de France"."""
    if kind not in {EntityKind.RACE, EntityKind.SPORT}:
        return name
    article = _BY_WORD.get(fold(name.split(" ", maxsplit=1)[0].split("-", maxsplit=1)[0]))
    if article is None or ("-" in name.split(" ", maxsplit=1)[0] and kind is EntityKind.RACE):
        return name
    return f"l’{name}" if article == "l'" else f"{article} {name}"


def of(name: str) -> str:
    """The name behind "de", contracted or elided as it must be."""
    if name.startswith("le "):
        return f"du {name[3:]}"
    if name.startswith("les "):
        return f"des {name[4:]}"
    if name.startswith(("la ", "l’")):
        return f"de {name}"
    first = fold(name[:1])
    return f"d’{name}" if first in _VOWELS and first != "h" else f"de {name}"
