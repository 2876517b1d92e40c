"""French numbers, those of Belgium and Switzerland included."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from facts.extract.values.phrases import Phrases
from facts.extract.values.words.kinds import NumberWords
from facts.extract.values.words.shared import forms

_SMALL = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf"
).split()
_TENS = {
    20: ("vingt", 9),
    30: ("trente", 9),
    40: ("quarante", 9),
    50: ("cinquante", 9),
    60: ("soixante", 19),
    70: ("septante", 9),
    80: ("huitante", 9),
    90: ("nonante", 9),
}


def below_hundred() -> dict[str, int]:
    """The numerals from 0 to 99, by phrase."""
    table = {word: number for number, word in enumerate(_SMALL)}
    for ten, (word, reach) in _TENS.items():
        table[word] = ten
        table.update({f"{word} {_SMALL[unit]}": ten + unit for unit in range(2, reach + 1)})
        for unit in (1, 11):
            if unit <= reach:
                table[f"{word} et {_SMALL[unit]}"] = ten + unit
    for word in ("quatre-vingt", "quatre-vingts"):
        table[word] = 80
        table.update({f"{word} {_SMALL[unit]}": 80 + unit for unit in range(1, 20)})
    table["octante"] = 80
    feminine = {f"{phrase}e": value for phrase, value in table.items() if phrase.endswith("un")}
    return table | feminine


def _ordinals() -> Iterator[tuple[str, int]]:
    for word in forms("premier | première"):
        yield word, 1
    for word in forms("second | seconde"):
        yield word, 2
    for phrase, value in (below_hundred() | {"cent": 100, "mille": 1000}).items():
        if value > 1 and not phrase.endswith("une"):
            yield _ordinal(phrase), value


def _ordinal(phrase: str) -> str:
    if phrase.endswith("cinq"):
        return f"{phrase}uième"
    if phrase.endswith("neuf"):
        return f"{phrase[:-1]}vième"
    if phrase.endswith("vingts"):
        phrase = phrase.removesuffix("s")
    return f"{phrase.removesuffix('e')}ième"


_COLLECTIVES = {
    "huitaine": 8,
    "dizaine": 10,
    "douzaine": 12,
    "demi-douzaine": 6,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
}

NUMBERS = NumberWords(
    below_hundred=Phrases(below_hundred()),
    hundred=frozenset({"cent", "cents"}),
    thousand={"mille": 1_000},
    bare=frozenset({"cent", "mille"}),
    multiples={"dizaines": 10, "douzaines": 12, "centaines": 100, "milliers": 1_000},
    scales={
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "billion": 10**12,
        "billions": 10**12,
    },
    joiner="",
    articles=frozenset({"un", "une"}),
    scale_articles=frozenset(),
    only_before=frozenset(),
    only_after=frozenset({"seul", "seule", "unique"}),
    collectives=Phrases(
        {
            f"{article} {word}": value
            for word, value in {**_COLLECTIVES, "millier": 1_000}.items()
            for article in ("un", "une", "un petit", "une petite", "une bonne")
        }
    ),
    fractions=Phrases(dict.fromkeys(("un demi", "une demi", "une demie"), Decimal("0.5"))),
    and_a_half=Phrases(dict.fromkeys(("et demi", "et demie"), Decimal("0.5"))),
    of=frozenset({"de", "d"}),
    decimal_sign=",",
    group_sign=".",
    ordinals=Phrases(dict(_ordinals())),
    ordinal_suffixes=frozenset({"er", "ere", "re", "e", "eme", "ieme", "nd", "nde"}),
    before=Phrases(
        dict.fromkeys(
            forms(
                "environ | près de | près d' | quelque | autour de | autour d' | presque | ~ | ≈"
                " | à peu près | approximativement | aux alentours de | pas loin de"
                " | pas loin d' | environ de | quasiment"
            ),
            "about",
        )
        | dict.fromkeys(
            forms("plus de | plus d' | au moins | au minimum | minimum | pas moins de | > | ≥"),
            "at_least",
        )
        | dict.fromkeys(
            forms(
                "moins de | moins d' | au plus | au maximum | maximum | jusqu'à | pas plus de"
                " | tout au plus | < | ≤"
            ),
            "at_most",
        )
    ),
    after=Phrases(
        {
            "environ": "about",
            "à peu près": "about",
            "au moins": "at_least",
            "au minimum": "at_least",
            "ou plus": "at_least",
            "au plus": "at_most",
            "au maximum": "at_most",
            "maximum": "at_most",
            "ou moins": "at_most",
        }
    ),
    range_joiners=frozenset({"a", "-", "ou", "voire"}),
    ratio_joiners=frozenset({"sur"}),
    ratio_after=frozenset({"sur"}),
    no_ordinals=Phrases({}),
    listing_signs=frozenset(),
    between=frozenset({"entre"}),
    fraction_before=frozenset({"un", "le"}),
    adverb_before=frozenset({"en"}),
    determiners=frozenset(
        "le la les l un une du au des sa son ses ce cette cet leur notre chaque".split()
    ),
)
