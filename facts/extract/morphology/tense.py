"""The tenses that tell whether something is planned, under way or done."""

from __future__ import annotations

from enum import StrEnum


class Tense(StrEnum):
    """A form's tense or mood; English bases count as PRESENT and INFINITIVE alike."""

    INFINITIVE = "infinitive"
    PRESENT = "present"
    IMPERFECT = "imperfect"
    PAST = "past"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    PARTICIPLE = "participle"
    GERUND = "gerund"
