"""Which texts a database can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facts.errors import StoreError
from facts.model import Article, Fact
from facts.serial import fact_to_json


def can_be_kept(text: str) -> bool:
    """Whether a database can hold the text: PostgreSQL takes no NUL, none takes half a pair."""
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def check(article: Article, facts: Iterable[Fact]) -> None:
    """See that the article and its facts can be kept.

    Raises:
        StoreError: a text holds a NUL or half of a surrogate pair.
        ValueError: the evidence of a fact stands in another article.
    """
    told = [fact_to_json(fact) for fact in facts]
    if any(item["article"] != article.key for data in told for item in data["evidence"]):
        raise ValueError("the evidence of a fact stands in another article")
    heads = [article.key, article.text, article.title, article.outlet, article.url]
    if not all(map(can_be_kept, _texts([heads, told]))):
        raise StoreError(
            "The article holds a NUL character or half of a surrogate pair, which no database can "
            "hold; save it as UTF-8 text without it."
        )


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts([key, value])
    elif isinstance(data, list):
        for item in data:
            yield from _texts(item)
