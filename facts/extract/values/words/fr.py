"""French."""

from __future__ import annotations

from facts.extract.values.words.fr_dates import DATES
from facts.extract.values.words.fr_numbers import NUMBERS
from facts.extract.values.words.fr_tense import TENSE
from facts.extract.values.words.fr_units import UNITS
from facts.extract.values.words.kinds import Words

FRENCH = Words(NUMBERS, UNITS, DATES, TENSE)
