"""The things that facts are made of. Everything is frozen, and compares by value.

Offsets count characters of the article's whole text, as it stands in the file (front matter, markup
and line ends included). Dates are calendar dates of the event, without a time zone. Shapes follow
Wikidata's statements: a main value, qualifiers, and references.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Language(StrEnum):
    """A language that Musette reads and speaks (ISO 639-1)."""

    FR = "fr"
    EN = "en"


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    TEAM = "team"
    RACE = "race"
    PERSON = "person"
    ORGANISATION = "organisation"
    PROGRAMME = "programme"
    SPORT = "sport"
    PLACE = "place"


class Precision(StrEnum):
    """How exactly a date interval is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"


class Part(StrEnum):
    """The part of a period that a date interval was narrowed to: "late July", "mid-2023"."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"


class Side(StrEnum):
    """Where a moment stands, seen from an event."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Status(StrEnum):
    """Whether what a fact tells is to come, goes on, has happened, or is merely spoken of."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    POSSIBLE = "possible"


class Phase(StrEnum):
    """A step in the making of a programme."""

    FILMING = "filming"
    EDITING = "editing"
    RELEASED = "released"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `[start, end)`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that facts are about.

    `key` is stable across articles and languages ("team/bora-hansgrohe",
    "race/tour-de-france/2022"); `name` is how it is called at the time of the fact.
    """

    key: str
    kind: EntityKind
    name: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, one of `facts.relations.UNITS` ("episode", "minute", "km"...)."""

    number: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money; `currency` is an ISO 4217 code."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class DateInterval:
    """From `start` to `end`, both included; None where that side is open or was not said.

    `precision` says what was written: a day, a month, a half-year; `part` narrows it further. A
    range of days ("1 to 24 July 2022") has precision DAY. `year_written` is False where the year
    was worked out from the article's date.
    """

    start: date | None
    end: date | None
    precision: Precision
    part: Part | None = None
    year_written: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A moment told by an event: before, during or after `anchor` (a race edition, mostly)."""

    side: Side
    anchor: Entity


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand for themselves: a quotation, a role, a title."""

    text: str
    language: Language | None = None


Value = Entity | Quantity | Money | DateInterval | RelativeDate | Text | Phase


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read.

    `text` is the whole of the file as characters; `body` is the range in it that holds the article.
    `published` is the outlet's calendar date; None where neither front matter nor reader told.
    """

    key: str
    text: str
    body: Span
    language: Language
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that a fact was read in.

    `sentence` equals `article.text[span.start:span.end]` with white space folded. `pattern` names
    the rule that read it.
    """

    article_key: str
    span: Span
    sentence: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: subject, relation, value, with how sure and when it holds.

    `affirmed` is False for a denial or a refusal. `computed` is True where Musette worked the value
    out of other facts ("8 episodes of 45 minutes": six hours). Two facts that say the same have the
    same `identity`, whatever their evidence.
    """

    subject: Entity
    relation: str
    value: Value
    evidence: tuple[Evidence, ...]
    affirmed: bool = True
    status: Status | None = None
    qualifiers: tuple[tuple[str, Value], ...] = ()
    computed: bool = False

    @property
    def identity(self) -> tuple[object, ...]:
        """What the fact says, without who said it: equal for two reports of the same."""
        return (
            self.subject.key,
            self.relation,
            _identity(self.value),
            self.affirmed,
            self.status,
            tuple((name, _identity(value)) for name, value in self.qualifiers),
        )

    def qualifier(self, name: str) -> Value | None:
        """The value of the qualifier called `name`, or None."""
        return next((value for key, value in self.qualifiers if key == name), None)


def _identity(value: Value) -> object:
    if isinstance(value, Entity):
        return value.key
    if isinstance(value, RelativeDate):
        return (value.side, value.anchor.key)
    return value


@dataclass(frozen=True, slots=True)
class SourcedFact:
    """A fact as the store returns it: with its number there and the articles of its evidence.

    `sources` maps `Evidence.article_key` to the article's head (title, outlet, url, published).
    """

    id: int
    fact: Fact
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sentence stands: the head of an article, without its text."""

    article_key: str
    title: str | None
    outlet: str | None
    url: str | None
    published: date | None
    language: Language


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence with the head of its article: what an answer quotes where no fact answers."""

    evidence: Evidence
    source: Source


class AnswerStatus(StrEnum):
    """How well a question could be answered."""

    ANSWERED = "answered"
    PASSAGE = "passage"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """What Musette says, in plain text without any markup.

    `text` is one sentence or a few; `items` are shown under it as a list, in order. `facts` are the
    facts that it rests on, the most telling one first; an answer with status ANSWERED has at least
    one. `passages` are the sentences behind an answer with status PASSAGE. `page` counts from 1.
    """

    status: AnswerStatus
    language: Language
    text: str
    items: tuple[str, ...] = ()
    facts: tuple[SourcedFact, ...] = ()
    page: int = 1
    pages: int = 1
    passages: tuple[Proof, ...] = ()
