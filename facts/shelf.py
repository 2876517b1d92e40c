"""The articles that come with Musette: Markdown files in `facts/articles/`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from facts.article import article_from_text
from facts.model import Article


def shipped_articles() -> Iterator[Article]:
    """Every shipped article, oldest first (the file's name begins with its date)."""
    folder = files("facts").joinpath("articles")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".md"))
    for name in names:
        text = folder.joinpath(name).read_text(encoding="utf-8")
        yield article_from_text(text, name=name)
