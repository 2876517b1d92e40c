"""Which language a text is written in, by its commonest words."""

from __future__ import annotations

import re

from facts.model import Language

_COMMON = {
    Language.FR: frozenset(
        (
            "le la les l un une des du de d et est a à au aux en dans pour par sur que qui qu il "
            "elle ne n pas ce cette ces son sa ses s se avec plus été sont ont mais où leur leurs "
            "après avant c j combien quand quel quelle quelles quels quoi comment pourquoi y t je "
            "tu nous vous ils elles"
        ).split()
    ),
    Language.EN: frozenset(
        (
            "the a an of and is are was were to in for by on that which who it he she not this "
            "these his her its with more been has have but where their after before at as will "
            "from be how when what why does did do many much i you we they there about"
        ).split()
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 5_000


def detect_language(text: str, default: Language = Language.FR) -> Language:
    """The likelier of the languages known, looking at the first 5,000 characters."""
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    counts = {language: sum(w in common for w in words) for language, common in _COMMON.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > counts[default] else default
