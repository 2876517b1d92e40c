"""Typed value readers: dates, quantities, durations, money in French and English text."""

from __future__ import annotations

from facts.extract.values.mention import NumberMention, ReadValue, ValueMention
from facts.extract.values.reader import read_numbers, read_values

__all__ = ["NumberMention", "ReadValue", "ValueMention", "read_numbers", "read_values"]
