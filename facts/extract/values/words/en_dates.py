"""English days, months and periods."""

from __future__ import annotations

from facts.extract.values.phrases import Phrases
from facts.extract.values.words.kinds import DateWords, Period, Shift, Slice
from facts.extract.values.words.shared import HALVES, QUARTERS, crossed, flags, forms
from facts.model import Part

_MONTHS = (
    "January | Jan",
    "February | Feb",
    "March | Mar",
    "April | Apr",
    "May",
    "June | Jun",
    "July | Jul",
    "August | Aug",
    "September | Sept | Sep",
    "October | Oct",
    "November | Nov",
    "December | Dec",
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_LEADS: tuple[tuple[Part | None, str, str], ...] = (
    (Part.EARLY, "early", " | in | in the month of | in the"),
    (Part.EARLY, "beginning | start | first days | first week", "of | of the | of the month of"),
    (Part.MIDDLE, "mid", ""),
    (Part.MIDDLE, "middle", "of | of the | of the month of"),
    (Part.LATE, "late", " | in | in the month of | in the"),
    (Part.LATE, "end | last days | last week | final week", "of | of the | of the month of"),
    (None, "later", " | in"),
    (None, "the course", "of"),
)
_ORDINALS = ("first | 1st", "second | 2nd", "third | 3rd", "fourth | 4th | final | last")


def _slices() -> dict[str, Slice]:
    table = {
        f"{ordinal} quarter": Slice(Period.QUARTER, number)
        for number, words in enumerate(_ORDINALS, 1)
        for ordinal in forms(words)
    }
    table |= {
        "first half": Slice(Period.HALF, 1),
        "1st half": Slice(Period.HALF, 1),
        "second half": Slice(Period.HALF, 2),
        "2nd half": Slice(Period.HALF, 2),
        "latter half": Slice(Period.HALF, 2),
        "spring": Slice(Period.SEASON, 1),
        "summer": Slice(Period.SEASON, 2),
        "autumn": Slice(Period.SEASON, 3),
        "fall": Slice(Period.SEASON, 3),
        "winter": Slice(Period.SEASON, 4),
    }
    table |= {sign: Slice(Period.QUARTER, number) for sign, number in QUARTERS.items()}
    return table | {sign: Slice(Period.HALF, number) for sign, number in HALVES.items()}


def _shifts() -> dict[str, Shift]:
    table = {
        "day before yesterday": Shift(Period.DAY, -2),
        "yesterday": Shift(Period.DAY, -1),
        "today": Shift(Period.DAY, 0),
        "tonight": Shift(Period.DAY, 0),
        "this morning": Shift(Period.DAY, 0),
        "this afternoon": Shift(Period.DAY, 0),
        "this evening": Shift(Period.DAY, 0),
        "last night": Shift(Period.DAY, -1),
        "tomorrow": Shift(Period.DAY, 1),
        "day after tomorrow": Shift(Period.DAY, 2),
    }
    for period in (
        (Period.WEEK, "week"),
        (Period.WEEKEND, "weekend"),
        (Period.WEEKEND, "week-end"),
        (Period.MONTH, "month"),
        (Period.SEASON, "season"),
        (Period.YEAR, "year"),
    ):
        for word, by in (("this", 0), ("next", 1), ("last", -1), ("the following", 0)):
            if word != "the following":
                table[f"{word} {period[1]}"] = Shift(period[0], by)
    return table


_SLICES = _slices()

DATES = DateWords(
    months=Phrases(
        {name: number for number, names in enumerate(_MONTHS, 1) for name in forms(names)}
    ),
    wary_months=frozenset({"march", "april", "may", "june", "august"}),
    short_months=frozenset(
        {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"}
    ),
    capital_months=frozenset({"may", "march", "mar", "sep", "dec", "jan", "august"}),
    month_before=frozenset(
        {"in", "of", "by", "since", "until", "till", "from", "before", "after", "during", "early"}
        | {"late", "mid", "end", "through", "throughout", "for", "between", "and", "to", "around"}
    ),
    weekdays=Phrases({name: number for number, name in enumerate(_WEEKDAYS)}),
    habitual_before=frozenset({"every", "each", "black", "good", "a", "the", "most"}),
    parts=Phrases(
        {
            phrase: part
            for part, leads, links in _LEADS
            for phrase in crossed(forms(leads), links.split("|"))
        }
    ),
    slices=Phrases(_SLICES),
    wary_slices=Phrases(
        dict.fromkeys(
            (
                phrase
                for phrase, piece in _SLICES.items()
                if piece.period is not Period.QUARTER or phrase[-1].isdigit()
            ),
            True,
        )
    ),
    of_year=Phrases(flags("of | of the year | in | of the | of the season")),
    shifts=Phrases(_shifts()),
    year_shifts=Phrases({"this year": 0, "next year": 1, "last year": -1}),
    bare_periods=Phrases(
        {
            "the year": Shift(Period.YEAR, 0),
            "year": Shift(Period.YEAR, 0),
            "the month": Shift(Period.MONTH, 0),
            "month": Shift(Period.MONTH, 0),
            "week": Shift(Period.WEEK, 0),
        }
    ),
    turns_before={"this": None, "next": True, "last": False},
    turns_after={},
    generic_before=frozenset(),
    articles=frozenset({"the"}),
    day_of=frozenset({"of"}),
    range_joiners=Phrases(flags("to | until | till | through | thru | - | up to")),
    between=frozenset({"between"}),
    and_joiners=frozenset({"and"}),
    context=frozenset({"(", ",", "from", "the", "between", "of", "in", "on", "-", ":", "runs"}),
    year_strong=frozenset({"in", "since", "by", "until", "till", "during"}),
    year_before=frozenset(
        {"of", "before", "after", "through", "for", "from", "to", "year", "early", "late", "mid"}
        | {"season", "edition", "between", "and", "than"}
    ),
    year_nouns=frozenset({"season", "edition", "vintage", "calendar", "campaign"}),
    function_words=frozenset(
        {
            *("and", "or", "but", "with", "by", "for", "in", "on", "at", "to", "from", "of", "as"),
            *("the", "a", "an", "is", "was", "were", "will", "are", "has", "had", "have", "who"),
            *("that", "which", "when", "where", "while", "after", "before", "it", "he", "she"),
            *("they", "we", "his", "her", "their", "its", "this", "these", "until", "through"),
            *("would", "could", "should", "can", "may", "not", "also", "then", "so", "if"),
            *("because", "since", "during", "between", "against", "onwards", "onward", "there"),
        }
    ),
    month_first=True,
    day_first=False,
    this_is_coming=True,
)
