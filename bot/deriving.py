"""`musette derive FILE`: the facts of one article, printed and not kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from bot.cite import quoted
from bot.streams import clean, escape_json
from bot.texts import say
from facts.article import MAX_PAGE_BYTES, article_from_bytes, read_article
from facts.describe import describe
from facts.errors import UsageError
from facts.model import Article, Fact, Language
from facts.reading import derive
from facts.serial import fact_to_json

STANDARD_INPUT = "-"


def derived(name: str, source: BinaryIO, language: Language, *, as_json: bool = False) -> str:
    """The facts of the article in a file: in words with their sentences, or as a JSON array.

    `source` is what `-` stands for.

    Raises:
        UnreadableArticleError: the file cannot be read as an article.
        UsageError: no file is named.
    """
    facts = derive(_article(name, source))
    if as_json:
        data = [fact_to_json(fact) for fact in facts]
        return escape_json(json.dumps(data, ensure_ascii=False, indent=2))
    return in_words(facts, language)


def _article(name: str, source: BinaryIO) -> Article:
    if not name.strip():
        raise UsageError("There is no article to read: name a file, or - for standard input.")
    if name == STANDARD_INPUT:
        return article_from_bytes(source.read(MAX_PAGE_BYTES + 1), name="Standard input")
    return read_article(Path(name))


def in_words(facts: Sequence[Fact], language: Language) -> str:
    """Each fact on a line, and under it the sentences it was read in."""
    if not facts:
        return say(language, "derive.none")
    return "\n".join(line for fact in facts for line in _lines(fact, language))


def _lines(fact: Fact, language: Language) -> list[str]:
    sentences = dict.fromkeys(evidence.sentence for evidence in fact.evidence)
    return [
        f"- {clean(describe(fact, language))}",
        *(f"    {quoted(clean(sentence), language)}" for sentence in sentences),
    ]
