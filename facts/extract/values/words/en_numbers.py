"""English numbers."""

from __future__ import annotations

from decimal import Decimal

from facts.extract.values.phrases import Phrases
from facts.extract.values.words.kinds import NumberWords
from facts.extract.values.words.shared import flags, forms

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def below_hundred() -> dict[str, int]:
    """The numerals from 0 to 99, by phrase."""
    table = {word: number for number, word in enumerate(_SMALL)}
    for place, word in enumerate(_TENS):
        ten = 20 + 10 * place
        table[word] = ten
        table.update({f"{word} {_SMALL[unit]}": ten + unit for unit in range(1, 10)})
    return table


def _ordinals() -> dict[str, int]:
    table = {_ordinal(phrase): value for phrase, value in below_hundred().items() if value > 0}
    return table | {"hundredth": 100, "one hundredth": 100, "thousandth": 1_000}


def _ordinal(phrase: str) -> str:
    *lead, last = phrase.split(" ")
    if last not in _IRREGULAR:
        last = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return " ".join([*lead, _IRREGULAR.get(last, last)])


NUMBERS = NumberWords(
    below_hundred=Phrases(below_hundred()),
    hundred=frozenset({"hundred"}),
    thousand={"thousand": 1_000},
    bare=frozenset(),
    multiples={"dozen": 12},
    scales={"million": 10**6, "billion": 10**9, "trillion": 10**12},
    joiner="and",
    articles=frozenset({"one", "a", "an"}),
    scale_articles=frozenset({"a"}),
    only_before=frozenset({"only", "just"}),
    only_after=frozenset({"single", "only", "sole"}),
    collectives=Phrases(
        {
            "a dozen": 12,
            "half a dozen": 6,
            "a half-dozen": 6,
            "half-dozen": 6,
            "a couple": 2,
            "a score": 20,
        }
    ),
    fractions=Phrases(dict.fromkeys(("half a", "one half", "a half"), Decimal("0.5"))),
    and_a_half=Phrases({"and a half": Decimal("0.5")}),
    of=frozenset({"of"}),
    decimal_sign=".",
    group_sign=",",
    ordinals=Phrases(_ordinals()),
    ordinal_suffixes=frozenset({"st", "nd", "rd", "th"}),
    before=Phrases(
        dict.fromkeys(
            forms(
                "about | around | some | nearly | almost | roughly | approximately | close to"
                " | circa | ~ | ≈ | in the region of"
            ),
            "about",
        )
        | dict.fromkeys(
            forms(
                "more than | at least | upwards of | no fewer than | no less than | > | ≥"
                " | a minimum of"
            ),
            "at_least",
        )
        | dict.fromkeys(
            forms(
                "less than | fewer than | under | up to | at most | no more than | a maximum of"
                " | < | ≤"
            ),
            "at_most",
        )
        | {"over": "over"}
    ),
    after=Phrases(
        {
            "or so": "about",
            "or thereabouts": "about",
            "or more": "at_least",
            "at least": "at_least",
            "at most": "at_most",
            "or less": "at_most",
            "or fewer": "at_most",
            "at the most": "at_most",
        }
    ),
    range_joiners=frozenset({"to", "-", "or"}),
    ratio_joiners=frozenset({"in"}),
    ratio_after=frozenset({"in"}),
    no_ordinals=Phrases(flags("first of all | first and foremost | second to none | first off")),
    listing_signs=frozenset({","}),
    between=frozenset({"between"}),
    fraction_before=frozenset({"a", "one"}),
    adverb_before=frozenset({"at"}),
    determiners=frozenset(
        "the a an one his her its their this that our each every my your".split()
    ),
)
