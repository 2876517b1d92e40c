"""Made-up news in any amount: the same number always gives the same article.

Half of the articles are French; a third of the names are the gazetteer's, the others invented.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from babel.dates import format_date

from facts.article import article_from_text
from facts.extract.namebook import name_book
from facts.model import Article, EntityKind, Language

_TEMPLATES = Path(__file__).with_name("news.toml")
_FIRST_DAY = date(2016, 1, 1)
_DAYS = 4_000
_SEED = "musette"
_KNOWN = 0.33


@dataclass(frozen=True, slots=True)
class Story:
    """An article with a question about it, and what its answer must hold; "" for unanswerable."""

    article: Article
    question: str
    answer: str


def story(number: int) -> Story:
    """The article with this number, and a question: one in four is close to it and unanswerable."""
    random = Random(f"{_SEED}/{number}")  # noqa: S311 -- no secret is made of it
    language = random.choice(list(Language))
    kind = random.choice(_kinds())
    published = _FIRST_DAY + timedelta(days=random.randrange(_DAYS))
    places = _places(random, language, published)
    row = _table()[kind][language]
    head = {
        "title": _filled(row["title"], places),
        "outlet": _named(random, random.choice(_words("outlet"))),
        "url": f"https://news.example/{number}",
        "published": published.isoformat(),
        "language": language,
    }
    front = "\n".join(f"{name}: {value}" for name, value in head.items())
    body = "\n\n".join(_filled(line, places) for line in row["text"])
    article = article_from_text(f"---\n{front}\n---\n\n{body}\n", name=str(number))
    question, answer = random.choice(row["questions"]), places[_table()[kind]["answer"]]
    if random.random() < 0.25:
        question, answer = random.choice(_table()["unread"][language]), ""
    return Story(article, _filled(question, places), answer)


def _places(random: Random, language: Language, published: date) -> dict[str, str]:
    day = published + timedelta(days=random.randrange(1, 90))
    style = "d MMMM y"
    return {
        "rider": _rider(random),
        "other_rider": _rider(random),
        "rider_unread": f"{random.choice(_given())} {_invented(random)}{_invented(random).lower()}",
        "person": f"{random.choice(_given())} {_invented(random)}",
        "team": _team(random, published.year),
        "other_team": _team(random, published.year),
        "race": _race(random, language),
        "race_unread": f"Grand Prix {_invented(random)}{_invented(random).lower()}",
        "place": _place(random, language),
        "other_place": _place(random, language),
        "show": _named(random, random.choice(_words("show"))),
        "studio": _named(random, random.choice(_words("studio"))),
        "bone": random.choice(_words(f"bone_{language}")),
        "year": str(published.year),
        "until": str(published.year + random.randrange(1, 5)),
        "day": format_date(day, style, locale=str(language)),
        "age": str(random.randrange(18, 41)),
        "years": str(random.randrange(2, 6)),
        "stage": str(random.randrange(4, 22)),
        "climbs": str(random.randrange(4, 40)),
        "count": str(random.randrange(20, 190)),
        "seconds": str(random.randrange(2, 59)),
        "lead": str(random.randrange(2, 59)),
        "weeks": str(random.randrange(2, 30)),
        "km": str(random.randrange(90, 3_500)),
        "money": str(random.randrange(20, 990) * 1_000),
    }


def _rider(random: Random) -> str:
    if random.random() < _KNOWN:
        return _known_name(random, EntityKind.PERSON, Language.EN)
    return f"{random.choice(_given())} {_invented(random)}"


def _team(random: Random, year: int) -> str:
    if random.random() < _KNOWN:
        name: str = random.choice(_entries(EntityKind.TEAM)).name_in(Language.EN, year)
        return name
    return _named(random, random.choice(_words("team")))


def _race(random: Random, language: Language) -> str:
    if random.random() < _KNOWN:
        return _known_name(random, EntityKind.RACE, language)
    return _named(random, random.choice(_words(f"race_{language}")))


def _place(random: Random, language: Language) -> str:
    if random.random() < _KNOWN:
        return _known_name(random, EntityKind.PLACE, language)
    return _invented(random)


def _known_name(random: Random, kind: EntityKind, language: Language) -> str:
    name: str = random.choice(_entries(kind)).name_in(language)
    return name


def _named(random: Random, form: str) -> str:
    return form.format(name=_invented(random), other=_invented(random))


def _invented(random: Random) -> str:
    parts = _table()["syllables"]
    name = random.choice(parts["first"].split())
    name += "".join(random.choice(parts["middle"].split()) for _ in range(random.randrange(1, 3)))
    return f"{name}{random.choice(parts['last'].split())}".capitalize()


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_TEMPLATES.read_text(encoding="utf-8"))


@cache
def _kinds() -> list[str]:
    return [name for name, row in _table().items() if "answer" in row]


@cache
def _given() -> list[str]:
    names: list[str] = _table()["syllables"]["given"].split()
    return names


def _words(name: str) -> list[str]:
    words: list[str] = _table()["words"][name]
    return words


@cache
def _entries(kind: EntityKind) -> list[Any]:
    return [entry for entry in name_book().gazetteer.entries if entry.kind is kind]


def _filled(form: str, places: Mapping[str, str]) -> str:
    """The form with its places filled, articles contracted as in French."""
    text = form.format_map(places).replace(" de le ", " du ").replace(" à le ", " au ")
    return text[:1].upper() + text[1:]
