"""What a sentence is made of once its words are known: names, nouns, values, verbs, small words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from facts.extract.values import ValueMention
from facts.model import Entity, EntityKind, Status


class UnitKind(StrEnum):
    """The sort of a unit."""

    NAME = "name"
    NOUN = "noun"
    PHRASE = "phrase"
    VALUE = "value"
    VERB = "verb"
    PREPOSITION = "preposition"
    RELATIVE = "relative"
    PRONOUN = "pronoun"
    CONJUNCTION = "conjunction"
    CONTRAST = "contrast"
    COMMA = "comma"
    COLON = "colon"
    SEMICOLON = "semicolon"
    OPEN = "open"
    CLOSE = "close"
    QUOTATION = "quotation"
    DETERMINER = "determiner"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: what it means, and how it is said.

    `finite` is True where the group can have a subject of its own; `participle` where it modifies
    the noun before it ("produced by"); `passive` where the subject undergoes.
    """

    concepts: frozenset[str]
    lemma: str
    status: Status | None
    affirmed: bool = True
    passive: bool = False
    finite: bool = True
    infinitive: bool = False
    participle: bool = False
    copula: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a sentence: tokens `[start, end)`.

    `entity` is set for names; its kind may still be open (`kinds` empty: any). `word` is the
    canonical form of a small word ("of"), or the text of any other. `determiner` tells how a noun
    is introduced; `season` is the year written behind a race's name.
    """

    kind: UnitKind
    start: int
    end: int
    word: str = ""
    concepts: frozenset[str] = frozenset()
    entity: Entity | None = None
    known: bool = False
    kinds: frozenset[EntityKind] = frozenset()
    value: ValueMention | None = field(default=None, compare=False)
    verb: VerbGroup | None = None
    determiner: str = ""
    plural: bool = False
    season: int | None = None

    def has(self, *concepts: str) -> bool:
        """Whether the unit carries any of these concepts."""
        return not self.concepts.isdisjoint(concepts)

    def may_be(self, kind: EntityKind) -> bool:
        """Whether a name is, or could be, of this kind."""
        return self.entity is not None and (
            self.entity.kind is kind if self.known else not self.kinds or kind in self.kinds
        )
