"""What is counted and measured in English."""

from __future__ import annotations

from facts.extract.values.phrases import Phrases
from facts.extract.values.words.kinds import UnitWords
from facts.extract.values.words.shared import (
    SIGNS,
    SPEEDS,
    SYMBOLS,
    TIME_SIGNS,
    flags,
    forms,
    nouns,
)

_NOUNS = {
    "episode": ("episode", "episodes"),
    "team": ("team | squad", "teams | squads"),
    "rider": ("rider | cyclist | starter", "riders | cyclists | starters"),
    "stage": ("stage", "stages"),
    "season": ("season", "seasons"),
    "series": (
        "series | docuseries | docu-series | mini-series | miniseries",
        "series | docuseries | docu-series | mini-series | miniseries",
    ),
    "documentary": ("documentary", "documentaries"),
    "film": ("film | movie", "films | movies"),
    "edition": ("edition", "editions"),
    "victory": ("victory | win", "victories | wins"),
    "point": ("point", "points"),
    "day": ("day", "days"),
    "week": ("week", "weeks"),
    "month": ("month", "months"),
    "year": ("year", "years"),
    "km": ("kilometre | kilometer", "kilometres | kilometers"),
    "m": ("metre | meter", "metres | meters"),
    "mile": ("mile", "miles"),
    "viewer": ("viewer", "viewers"),
}
_TIMES = {
    "hour": ("hour", "hours"),
    "minute": ("minute", "minutes"),
    "second": ("second", "seconds"),
}

UNITS = UnitWords(
    nouns=Phrases(
        nouns(_NOUNS) | SIGNS | dict.fromkeys(("mi",), SIGNS["km"]._replace(unit="mile"))
    ),
    attributive=Phrases(
        {form: unit for unit, (singular, _) in _NOUNS.items() for form in forms(singular)}
        | {form: noun.unit for form, noun in SIGNS.items()}
        | {"part": "episode", "man": "rider"}
    ),
    climbs=Phrases(
        flags(
            "of climbing | of elevation gain | of elevation | of vertical gain | of ascent"
            " | of altitude gain | of vert | elevation gain"
        )
    ),
    times=Phrases(nouns(_TIMES) | TIME_SIGNS),
    short_hours=frozenset({"h", "hr", "hrs"}),
    time_joiner="and",
    fixed_times=Phrases(
        {
            "half an hour": 30,
            "half-hour": 30,
            "quarter of an hour": 15,
            "three quarters of an hour": 45,
            "hour-long": 60,
            "hourlong": 60,
        }
    ),
    ages=Phrases(flags("year-old | years old | year-olds | years of age")),
    bare_ages=False,
    age_before=Phrases({}),
    bare_age_before=Phrases(flags("aged | at age | at the age of")),
    span_before=Phrases({}),
    span_after=Phrases({}),
    speeds=Phrases(
        SPEEDS
        | dict.fromkeys(
            forms(
                "km per hour | km an hour | kilometres per hour | kilometres an hour"
                " | kilometers per hour | kilometers an hour"
            ),
            "km/h",
        )
        | dict.fromkeys(forms("miles per hour | miles an hour"), "mph")
    ),
    percent=Phrases(flags("% | percent | per cent | per-cent")),
    adjectives=frozenset(
        {
            *("other", "new", "more", "further", "additional", "different", "full", "whole"),
            *("first", "last", "next", "final", "opening", "closing", "previous", "past"),
            *("professional", "documentary", "cycling", "live", "short", "long", "big", "small"),
            *("great", "young", "consecutive", "straight", "mountain", "flat", "hilly", "race"),
            *("single", "only", "sole", "major", "separate", "feature", "top", "best", "original"),
            *("women's", "brand", "extra", "remaining", "individual", "bonus", "overall"),
            *("successive", "career", "professional", "sporting", "tv", "television", "feature"),
            *("successful", "official", "participating", "invited", "half", "key", "decisive"),
        }
    ),
    selecting=frozenset(
        {"first", "last", "next", "final", "opening", "closing", "previous", "past", "remaining"}
        | {"top", "best"}
    ),
    noun_last=True,
    short_millions=True,
    title_case=True,
    headline_names=frozenset({"minutes", "minute", "hours", "days", "seconds"}),
    ordinal_like=frozenset({"second"}),
    name_links=frozenset({"de", "of"}),
    labels={
        "stage": "stage",
        "episode": "episode",
        "season": "season",
        **dict.fromkeys(
            ("team", "number", "no", "bib", "jersey", "page", "chapter", "group", "zone", "article")
        ),
        **dict.fromkeys(("category", "comments", "channel", "formula", "room", "route")),
    },
    number_nouns=frozenset({"number", "no"}),
    rank_nouns=Phrases(dict.fromkeys(forms("place | position | overall"), "rank")),
    after_rank=frozenset(
        {
            *("at", "in", "on", "of", "to", "from", "behind", "ahead", "and", "or", "but", "with"),
            *("for", "by", "after", "before", "as", "while", "when", "overall", "yesterday"),
            *("today", "last", "this", "despite", "again", "there"),
        }
    ),
    gap_before=Phrases(flags("at | by")),
    gap_lead=Phrases(
        flags(
            "gap of | gap is | lead of | lead is | advantage of | deficit of | margin of | lost"
            " | loses | gained | gains | trails by | leads by | won by | behind by | ahead by"
            " | gap to | within | conceded | concedes"
        )
    ),
    gap_tail=Phrases(
        flags(
            "behind | ahead | down | adrift | back | clear | lead | gap | advantage | deficit"
            " | slower | faster | off the pace | quicker"
        )
    ),
    same_time=Phrases(flags("in the same time | on the same time | same time as | s.t.")),
    same_time_words=frozenset({"as", "finished", "finishing", "crossed", "home", "sprint"}),
    clock_before=Phrases(flags("at | from | by | until | around | before | after | till")),
    clock_after=Phrases(flags("am | pm | a.m. | p.m. | BST | CET | CEST | GMT | UTC | local time")),
    lasting=frozenset({"of", "for", "lasts", "last", "lasting", "lasted", "about", "in"}),
    length_articles=frozenset({"a", "an"}),
    symbols=Phrases(SYMBOLS),
    currencies=Phrases(
        dict.fromkeys(forms("euro | euros"), "EUR")
        | dict.fromkeys(forms("dollar | dollars | US dollars"), "USD")
        | dict.fromkeys(forms("pounds sterling | pound sterling"), "GBP")
        | dict.fromkeys(forms("Australian dollars"), "AUD")
        | dict.fromkeys(forms("Canadian dollars"), "CAD")
        | dict.fromkeys(forms("Swiss franc | Swiss francs"), "CHF")
        | dict.fromkeys(forms("yen"), "JPY")
    ),
    money_scales={"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9},
)
