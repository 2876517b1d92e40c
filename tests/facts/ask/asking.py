"""Libraries to ask, and how an answer is held against what it must say."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from facts.article import read_article
from facts.ask.library import Library, library_of
from facts.model import Answer, Language
from tests.facts.telling import article

SHIPPED = Path(str(files("facts"))) / "articles" / "2022-03-31-netflix-tour-de-france.md"
VERDICTS = ("Yes:", "No:", "Oui :", "Non :", "That is not certain:", "Ce n’est pas certain :")


@cache
def first_library() -> Library:
    """The shipped article, laid out once for all the tests."""
    return library_of([read_article(SHIPPED)])


@cache
def library(*texts: str, language: Language = Language.EN) -> Library:
    """A library of short articles."""
    return library_of([article(text, language) for text in texts])


def says(answer: Answer, wanted: str) -> bool:
    """Whether an answer says one of the alternatives, as whole words, a verdict at its start."""
    words = " ".join(" ".join((answer.text, *answer.items)).split())  # no-break spaces too
    return any(
        words.startswith(one)
        if one in VERDICTS
        else re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words, re.IGNORECASE)
        for one in wanted.split("|")
    )
