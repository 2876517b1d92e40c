"""English."""

from __future__ import annotations

from facts.extract.values.words.en_dates import DATES
from facts.extract.values.words.en_numbers import NUMBERS
from facts.extract.values.words.en_tense import TENSE
from facts.extract.values.words.en_units import UNITS
from facts.extract.values.words.kinds import Words

ENGLISH = Words(NUMBERS, UNITS, DATES, TENSE)
