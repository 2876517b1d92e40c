"""The project's only HTTP client: gets the page of an article, from public places alone."""

from facts.fetch.rules import Rules
from facts.fetch.web import Limits, Web

__all__ = ["Limits", "Rules", "Web"]
