"""Numbers in digits and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.extract.values import read_numbers, read_values
from facts.model import Language, Quantity

FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf"
).split()
FRENCH_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def french_below_hundred(number: int, belgian: bool) -> str:
    if number < 20:
        return FRENCH[number]
    ten, unit = divmod(number, 10)
    if belgian and ten in {7, 9}:
        word, rest = {7: "septante", 9: "nonante"}[ten], unit
    elif ten >= 8:
        return f"quatre-vingt-{FRENCH[number - 80]}" if number > 80 else "quatre-vingts"
    else:
        word = FRENCH_TENS[min(ten, 6)]
        rest = number - 10 * min(ten, 6)
    if rest == 0:
        return word
    return f"{word} et {FRENCH[rest]}" if rest in {1, 11} else f"{word}-{FRENCH[rest]}"


def in_french(number: int, belgian: bool = False) -> str:
    words = []
    for scale, name in ((10**9, "milliard"), (10**6, "million"), (1000, "mille"), (1, "")):
        chunk, number = divmod(number, scale)
        if not chunk:
            continue
        hundreds, rest = divmod(chunk, 100)
        if hundreds:
            words += [FRENCH[hundreds]] * (hundreds > 1)
            words.append("cents" if hundreds > 1 and not rest and scale != 1000 else "cent")
        if rest and not (scale == 1000 and chunk == 1):
            below = french_below_hundred(rest, belgian)
            words.append(below.removesuffix("s") if scale == 1000 and rest == 80 else below)
        if name:
            words.append(name + "s" * (scale > 1000 and chunk > 1))
    return " ".join(words) or "zéro"


def in_english(number: int, joiner: str = " and ") -> str:
    parts = []
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (1, "")):
        chunk, number = divmod(number, scale)
        if not chunk:
            continue
        hundreds, rest = divmod(chunk, 100)
        text = f"{ENGLISH[hundreds]} hundred" if hundreds else ""
        if rest:
            ten, unit = divmod(rest, 10)
            below = ENGLISH[rest] if rest < 20 else ENGLISH_TENS[ten - 2]
            below += f"-{ENGLISH[unit]}" if rest >= 20 and unit else ""
            text = f"{text}{joiner}{below}" if text else below
        parts.append(f"{text} {name}".strip())
    return " ".join(parts) or "zero"


NUMBERS = st.one_of(st.integers(2, 200), st.integers(2, 10**4), st.integers(2, 10**12 - 1))


@given(NUMBERS, st.booleans(), st.sampled_from(["", "spaces", "hyphens", "capitals", "plain"]))
def test_every_number_in_french_words_reads_back(number: int, belgian: bool, manner: str) -> None:
    words = in_french(number, belgian)
    if manner == "spaces":
        words = words.replace("-", " ")
    elif manner == "hyphens":
        words = words.replace(" ", "-")
    elif manner == "capitals":
        words = words.upper()
    elif manner == "plain":
        words = words.replace("é", "e")
    text = f"Il y a {words} ici."
    (found,) = read_numbers(text, Language.FR)
    assert text[found.span.start : found.span.end] == words
    assert found.number == number


@given(
    NUMBERS, st.sampled_from([" and ", " "]), st.sampled_from(["", "spaces", "hyphens", "title"])
)
def test_every_number_in_english_words_reads_back(number: int, joiner: str, manner: str) -> None:
    words = in_english(number, joiner)
    if manner == "spaces":
        words = words.replace("-", " ")
    elif manner == "hyphens":
        words = words.replace(" ", "-")
    elif manner == "title":
        words = words.title()
    text = f"There are {words} here."
    (found,) = read_numbers(text, Language.EN)
    assert text[found.span.start : found.span.end] == words
    assert found.number == number


@given(
    st.integers(0, 10**9),
    st.integers(0, 99),
    st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", ""]),
)
def test_every_number_in_digits_reads_back(whole: int, decimals: int, space: str) -> None:
    for language, point, group in ((Language.FR, ",", "."), (Language.EN, ".", ",")):
        for sign in {space, group, ""}:
            written = f"{whole:,}".replace(",", sign) + (
                f"{point}{decimals:02}" if decimals else ""
            )
            (found,) = read_values(f"Ils ont {written} points", language, None)
            assert isinstance(found.value, Quantity)
            assert found.value.number == Decimal(whole) + Decimal(decimals) / 100


@pytest.mark.parametrize(
    ("language", "written", "number"),
    [
        ("fr", "huit", 8),
        ("fr", "soixante et onze", 71),
        ("fr", "soixante-et-onze", 71),
        ("fr", "vingt et une", 21),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "quatre vingt dix sept", 97),
        ("fr", "quatre‑vingt‑dix‑sept", 97),
        ("fr", "nonante-sept", 97),
        ("fr", "huitante", 80),
        ("fr", "octante", 80),
        ("fr", "cent un", 101),
        ("fr", "mille", 1000),
        ("fr", "deux mille", 2000),
        ("fr", "un million", 10**6),
        ("fr", "1,2 milliard", 1_200_000_000),
        ("fr", "12 mille", 12_000),
        ("fr", "un demi", Decimal("0.5")),
        ("en", "one half", Decimal("0.5")),
        ("fr", "trois et demi", Decimal("3.5")),
        ("fr", "1 234,5", Decimal("1234.5")),
        ("fr", "1.234", 1234),
        ("fr", "1.5", Decimal("1.5")),
        ("fr", "1,234", Decimal("1.234")),
        ("en", "a hundred", 100),
        ("en", "a thousand", 1000),
        ("en", "a million", 10**6),
        ("en", "fifteen hundred", 1500),
        ("en", "one hundred and five", 105),
        ("en", "two and a half", Decimal("2.5")),
        ("en", "1,234.5", Decimal("1234.5")),
        ("en", "1.234", Decimal("1.234")),
        ("en", "3 million", 3 * 10**6),
        ("en", "500 thousand", 500_000),
    ],
)
def test_a_number(language: str, written: str, number: Decimal | int) -> None:
    text = f"C ({written})."
    (found,) = read_numbers(text, Language(language))
    assert (text[found.span.start : found.span.end], found.number) == (written, number)
    assert not found.approximate


@pytest.mark.parametrize(
    ("language", "written", "number"),
    [
        ("fr", "une dizaine", 10),
        ("fr", "une demi-douzaine", 6),
        ("fr", "un millier", 1000),
        ("fr", "une bonne vingtaine", 20),
        ("fr", "deux douzaines", 24),
        ("en", "a dozen", 12),
        ("en", "half a dozen", 6),
        ("en", "two dozen", 24),
        ("en", "a couple", 2),
    ],
)
def test_a_round_number_is_approximate(language: str, written: str, number: int) -> None:
    (found,) = read_numbers(f"C {written}.", Language(language))
    assert found.number == number
    assert found.approximate


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "un, une, F1, AG2R, 20Minutes, des dizaines, des millions, B2B, U23"),
        ("fr", "007, 1,5,6, 1.2.3, 192.168.1.1, 12/3x, #8, n°8, Covid-19, peloton-deux"),
        ("fr", "1234567890123, 1 234 567 890 123 456, 12,1234567890123"),
        ("en", "a, an, one, hundreds, dozens, 1,23 or 1.234,5, @8, thousand, a day"),
        ("fr", "01 23 45 67 89 +33 1 23 45 67 89 00 33 1 23 45 67 89 0123456789"),
        ("fr", "FR76 3000 6000 0112 3456 7890 189, www.site.fr/8, http://a.b/8, a8@b.fr, 8.fr"),
    ],
)
def test_what_is_no_number(language: str, text: str) -> None:
    assert read_numbers(text, Language(language)) == ()
