"""What a language's tables hold.

Sets of single words hold folded words (lower case, no accents); phrases are folded when built.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from facts.extract.values.phrases import Phrases
from facts.model import Part

Keys = frozenset[str]


class Period(Enum):
    """A period that is counted from the article's date, or a part of a year."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


class Shift(NamedTuple):
    """A period seen from the article's date: 0 is the present one, 1 the next, -1 the last."""

    period: Period
    by: int


class Slice(NamedTuple):
    """The `number`th of the periods that a year has; seasons count from spring (1 to 4)."""

    period: Period
    number: int


class Noun(NamedTuple):
    """A noun that counts something; `plural` is None where one form serves for both.

    `sign` is True for a sign of a unit ("km"), which may be written in capitals.
    """

    unit: str
    plural: bool | None = None
    sign: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Numbers in words and the signs of numbers in digits.

    `articles` are numerals that mostly are articles; with one of `only_after` behind or
    `only_before` in front they count. Those in `bare` ("cent", "mille") need no numeral in front,
    others do. `joiner` may stand behind hundreds and scales ("one hundred and five").
    `collectives` are whole ("une dizaine"), `multiples` follow a numeral ("two dozen").
    `before` and `after` say "about", "at_least", "at_most", or "over", which may be either a
    measure or a place. `ratio_joiners` part two numbers of a share ("one in three riders"),
    `ratio_after` the noun and the second one ("neuf coureurs sur dix").
    """

    below_hundred: Phrases[int]
    hundred: Keys
    thousand: Mapping[str, int]
    bare: Keys
    multiples: Mapping[str, int]
    scales: Mapping[str, int]
    joiner: str
    articles: Keys
    scale_articles: Keys
    only_before: Keys
    only_after: Keys
    collectives: Phrases[int]
    fractions: Phrases[Decimal]
    and_a_half: Phrases[Decimal]
    of: Keys
    decimal_sign: str
    group_sign: str
    ordinals: Phrases[int]
    ordinal_suffixes: Keys
    before: Phrases[str]
    after: Phrases[str]
    range_joiners: Keys
    ratio_joiners: Keys
    ratio_after: Keys
    between: Keys
    no_ordinals: Phrases[bool]
    listing_signs: Keys
    fraction_before: Keys
    adverb_before: Keys
    determiners: Keys


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What is counted and measured.

    `adjectives` may stand between number and noun; `selecting` ones (first, last, next) make it a
    choice among several instead of a count. `labels` are nouns that a number follows ("stage 5"),
    with their unit or None. With `noun_last`, attributes and names stand in front of the noun and
    are told from it by its plural ("three stage wins"). With `short_millions`, "3m" may be such.
    With `title_case`, headlines may have capitals throughout; `headline_names` are names even
    there. `ordinal_like` nouns are ordinals as well ("second").

    With `bare_ages`, years may be an age by themselves ("23 ans"). `lasting` words make "an hour" a
    length. `gap_lead` in front of a length or `gap_tail` behind it make it a gap; `gap_before` only
    one in seconds ("at 32 seconds").
    """

    nouns: Phrases[Noun]
    attributive: Phrases[str]
    climbs: Phrases[bool]
    times: Phrases[Noun]
    short_hours: Keys
    time_joiner: str
    fixed_times: Phrases[int]
    ages: Phrases[bool]
    bare_ages: bool
    age_before: Phrases[bool]
    bare_age_before: Phrases[bool]
    span_before: Phrases[bool]
    span_after: Phrases[bool]
    speeds: Phrases[str]
    percent: Phrases[bool]
    adjectives: Keys
    selecting: Keys
    noun_last: bool
    short_millions: bool
    title_case: bool
    headline_names: Keys
    ordinal_like: Keys
    name_links: Keys
    labels: Mapping[str, str | None]
    number_nouns: Keys
    rank_nouns: Phrases[str]
    after_rank: Keys
    gap_before: Phrases[bool]
    gap_lead: Phrases[bool]
    gap_tail: Phrases[bool]
    same_time: Phrases[bool]
    same_time_words: Keys
    clock_before: Phrases[bool]
    clock_after: Phrases[bool]
    lasting: Keys
    length_articles: Keys
    symbols: Phrases[str]
    currencies: Phrases[str]
    money_scales: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Days, months, periods.

    Alone, a month in `wary_months` (a word of another meaning too) needs one of `month_before` in
    front, and one in `short_months` is never read; those in `capital_months` need a capital letter
    wherever day and year do not prove them. `slices` in `wary_slices` need a year. `turns_before`
    and `turns_after` say which way a date without year lies: next (True), last (False), this
    (None). `generic_before` makes "today" a way of speaking ("le vélo d'aujourd'hui"), and
    `habitual_before` a weekday a habit ("le dimanche"). A year is one behind `year_strong` words
    whatever follows it, behind `year_before` where no noun follows. With `day_first`, "01/07" is
    the first of July; without, only dates that can be read in one way are. With `this_is_coming`,
    "this Sunday" is the coming one.
    """

    months: Phrases[int]
    wary_months: Keys
    short_months: Keys
    capital_months: Keys
    month_before: Keys
    weekdays: Phrases[int]
    habitual_before: Keys
    parts: Phrases[Part | None]
    slices: Phrases[Slice]
    wary_slices: Phrases[bool]
    of_year: Phrases[bool]
    shifts: Phrases[Shift]
    year_shifts: Phrases[int]
    bare_periods: Phrases[Shift]
    turns_before: Mapping[str, bool | None]
    turns_after: Mapping[str, bool | None]
    generic_before: Keys
    articles: Keys
    day_of: Keys
    range_joiners: Phrases[bool]
    between: Keys
    and_joiners: Keys
    context: Keys
    year_strong: Keys
    year_before: Keys
    year_nouns: Keys
    function_words: Keys
    month_first: bool
    day_first: bool
    this_is_coming: bool


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Verbs that set a clause in the past or in the future.

    `future` and `past` words decide by themselves (plans count as future), endings do in small
    letters unless the word is one of `no_verbs` or, for a past form, follows one of `passive`.
    `perfect` auxiliaries need a participle behind, `be` one of `moved` ("est sorti"). `relatives`
    part clauses; a date behind one of `asides` stands for itself. `participles` are endings with
    their accents.
    """

    future: Keys
    future_endings: tuple[str, ...]
    past: Keys
    past_endings: tuple[str, ...]
    passive: Keys
    perfect: Keys
    no_perfect_after: Keys
    participles: tuple[str, ...]
    be: Keys
    moved: Keys
    no_verbs: Keys
    relatives: Keys
    asides: Keys


@dataclass(frozen=True, slots=True)
class Words:
    """All tables of a language."""

    numbers: NumberWords
    units: UnitWords
    dates: DateWords
    tense: TenseWords
