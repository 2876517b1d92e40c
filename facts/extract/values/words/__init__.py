"""The words of each language as tables. To add a language, write a table like `fr` and a row here.

Everything is written as a person would; `phrases.Phrases` folds accents, capitals and hyphens.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from facts.extract.values.words.en import ENGLISH
from facts.extract.values.words.fr import FRENCH
from facts.extract.values.words.kinds import Words
from facts.model import Language

WORDS: Mapping[Language, Words] = MappingProxyType({Language.FR: FRENCH, Language.EN: ENGLISH})
