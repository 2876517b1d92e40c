"""Tables that all languages share, and the small functions that spell tables out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from facts.extract.values.words.kinds import Noun

SYMBOLS = {
    **dict.fromkeys(("€", "EUR"), "EUR"),
    **dict.fromkeys(("$", "US$", "$US", "USD"), "USD"),
    **dict.fromkeys(("£", "GBP"), "GBP"),
    **dict.fromkeys(("A$", "AU$", "AUD"), "AUD"),
    **dict.fromkeys(("C$", "CA$", "CAD"), "CAD"),
    **dict.fromkeys(("¥", "JPY"), "JPY"),
    "CHF": "CHF",
}

SIGNS = {
    "km": Noun("km", sign=True),
    "kms": Noun("km", sign=True),
    "m": Noun("m", sign=True),
    "pts": Noun("point", sign=True),
    "pt": Noun("point", sign=True),
}

TIME_SIGNS = {
    **dict.fromkeys(("h", "hr", "hrs"), Noun("hour", sign=True)),
    **dict.fromkeys(("min", "mins", "mn", "mns"), Noun("minute", sign=True)),
    **dict.fromkeys(("sec", "secs"), Noun("second", plural=True)),
    "s": Noun("second", sign=True),
}

SPEEDS = {"km/h": "km/h", "kmh": "km/h", "kph": "km/h", "mph": "mph"}

QUARTERS = {f"Q{number}": number for number in range(1, 5)}
HALVES = {f"H{number}": number for number in range(1, 3)}


def nouns(table: Mapping[str, tuple[str, str]]) -> dict[str, Noun]:
    """Nouns by phrase, from "singular forms" and "plural forms", each parted by bars.

    A form that stands on both sides serves for both.
    """
    found: dict[str, Noun] = {}
    for unit, (singular, plural) in table.items():
        one, many = forms(singular), forms(plural)
        for form in {*one, *many}:
            both = form in one and form in many
            found[form] = Noun(unit, None if both else form in many)
    return found


def forms(bars: str) -> tuple[str, ...]:
    """The phrases between bars."""
    return tuple(part.strip() for part in bars.split("|") if part.strip())


def flags(bars: str) -> dict[str, bool]:
    """A table in which each phrase between bars is True."""
    return dict.fromkeys(forms(bars), True)


def crossed(leads: Iterable[str], links: Iterable[str]) -> Iterable[str]:
    """Every lead with every link behind it."""
    links = tuple(links)
    return (f"{lead} {link.strip()}".strip() for lead in leads for link in links)
