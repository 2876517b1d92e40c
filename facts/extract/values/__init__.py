"""Typed value readers: dates, quantities, durations, money in French and English text."""

from __future__ import annotations

from facts.extract.values.mention import ReadValue, ValueMention
from facts.extract.values.reader import read_values

__all__ = ["ReadValue", "ValueMention", "read_values"]
