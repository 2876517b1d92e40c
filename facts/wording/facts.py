"""A fact's value and parts as words, ready for a phrase."""

from __future__ import annotations

from decimal import Decimal

from facts.model import (
    DateInterval,
    Entity,
    Fact,
    Language,
    Money,
    Part,
    Phase,
    Precision,
    Quantity,
    RelativeDate,
    SourcedFact,
    Status,
    Text,
    Value,
)
from facts.wording.labels import label
from facts.wording.phrases import phrase, phrases
from facts.wording.positions import is_position, translate_position
from facts.wording.values import say_dates, say_money, say_period, say_quantity, season_number


def say_value(value: Value, language: Language, *, year: bool = True) -> str:
    """Any value in words. `year` False leaves out a year that the article did not write."""
    if isinstance(value, Entity):
        return label(value, language)
    if isinstance(value, Quantity):
        return say_quantity(value, language)
    if isinstance(value, Money):
        return say_money(value, language)
    if isinstance(value, DateInterval | RelativeDate):
        return say_when(value, language, year=year)
    if isinstance(value, Phase):
        return value.value
    return value.text


def say_when(when: DateInterval | RelativeDate, language: Language, *, year: bool = True) -> str:
    """A date with its preposition: "au premier semestre 2023", "avant le Tour de France 2023"."""
    if isinstance(when, RelativeDate):
        event = label(when.anchor, language)
        return phrase(language, f"date.{when.side.value}", event=event)
    if when.precision.value == "day" or None in {when.start, when.end}:
        return say_dates(when, language, year=year)
    period = say_period(when, language, year=year)
    return phrase(language, f"preposition.{_sort(when)}", period=period)


def _sort(when: DateInterval) -> str:
    """Which preposition a period takes: by its part, its season or its precision."""
    if when.part:
        return "middle" if when.part is Part.MIDDLE else "part"
    if when.precision is Precision.SEASON and when.start:
        return f"season.{season_number(when.start)}"
    return when.precision.value


def say_bare(when: DateInterval | RelativeDate, language: Language, *, year: bool = True) -> str:
    """A date for behind "until": "fin juillet 2022", "the 24 July 2022"."""
    if isinstance(when, RelativeDate) or when.precision.value == "day":
        return say_when(when, language, year=year)
    return say_period(when, language, year=year)


def say_phase(fact: Fact, language: Language) -> str:
    """As in "le tournage est en cours"."""
    if not isinstance(fact.value, Phase):
        return ""
    status = fact.status or Status.UNDER_WAY
    return phrase(language, f"phase.{fact.value.value}.{status.value}")


def say_roles(fact: Fact, language: Language) -> str:
    """The roles of a partner, as in "diffuseur et producteur"; empty where none was read."""
    from facts.wording.values import say_list

    role = fact.qualifier("role")
    if not isinstance(role, Text):
        return ""
    known = phrases(language)
    words = [known.get(f"role.{name}", name) for name in role.text.split(", ")]
    return say_list(words, language)


def say_position(fact: Fact, language: Language) -> tuple[str, str]:
    """A position and where it is held: ("directeur général", "d'ASO")."""
    from facts.wording.french import of

    house = fact.qualifier("of")
    words = fact.value.text if isinstance(fact.value, Text) else ""
    name = label(house, language) if isinstance(house, Entity) else ""
    where = of(name) if language is Language.FR else f"of {name}"
    return _position_words(fact.value, words, language), where if name else ""


def _position_words(value: Value, words: str, language: Language) -> str:
    """The position in `language`; one that the table does not know is quoted as foreign."""
    said = translate_position(words, language)
    own = value.language if isinstance(value, Text) else None
    if own in {None, language} or is_position(said, language):
        return said
    return phrase(language, "fact.position_foreign", words=said)


def tells_year(known: SourcedFact) -> bool:
    """Whether an unwritten year is safe to tell: the article has a date to reckon it from."""
    return any(source.published for source in known.sources.values())


def number_words(number: Decimal, language: Language) -> str:
    """A small number in words, a larger one in digits."""
    from facts.wording.values import say_number

    return say_number(number, language, words=True)
