"""Numbers in digits: "8", "1 234,5", "1,234.5", as each language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from facts.extract.values.tokens import Gap, Kind, Token
from facts.extract.values.words.kinds import NumberWords, UnitWords

MAX_DIGITS = 12
_GROUP = 3
_MAX_GROUPS = 4
_CLOSING = frozenset("./_#°:*=&@\\^|")
_DECIMAL_SIGNS = frozenset(".,")


class Literal(NamedTuple):
    """A number in digits that ends before token `end`; `grouped` where thousands are set apart."""

    value: Decimal
    end: int
    grouped: bool


def opens_number(tokens: Sequence[Token], i: int, labels: UnitWords) -> bool:
    """Whether a number may begin at token `i`: it is no part of a name or of a longer number."""
    token = tokens[i]
    if not token.glued:
        return not _continues_group(tokens, i, labels)
    before, further = tokens[i - 1], tokens[i - 2] if i > 1 else None
    if before.kind is not Kind.SIGN:
        return False
    joined = further is not None and before.glued
    if before.key == "-":
        return False
    if before.key in ",:'\"":
        return not (joined and further is not None and further.is_number)
    return before.key not in _CLOSING


def _continues_group(tokens: Sequence[Token], i: int, words: UnitWords) -> bool:
    """Whether token `i` is "500" of "3 500"."""
    token, before = tokens[i], tokens[i - 1]
    return (
        i > 0
        and len(token.key) == _GROUP
        and token.kind is before.kind is Kind.NUMBER
        and len(before.key) <= _GROUP
        and _one_space(before, token)
        and not follows_label(tokens, i - 1, words)
    )


def follows_label(tokens: Sequence[Token], i: int, words: UnitWords) -> bool:
    """Whether token `i` is the number of a thing named in front: "stage 5", "dossard 51"."""
    return i > 0 and tokens[i - 1].key in words.labels


def read_literal(
    tokens: Sequence[Token], i: int, words: NumberWords, *, grouping: bool = True
) -> Literal | None:
    """The number in digits at token `i`; None where two readings are possible.

    Without `grouping`, white space never joins digits.
    """
    first = tokens[i].key
    if len(first) > MAX_DIGITS:
        return None
    digits, end, grouped = first, i + 1, False
    if len(first) <= _GROUP and first[0] != "0":
        digits, end = _groups(tokens, i, words, spaces=grouping)
        grouped = end > i + 1
        if len(digits) > MAX_DIGITS:
            return None
    decimals = _decimals(tokens, end, words)
    if decimals is None:
        return None
    end += 2 if decimals else 0
    fraction = tokens[end].key == "/" and tokens[end + 1].is_number and tokens[end + 1].glued
    if fraction or (len(first) > 1 and first[0] == "0"):
        return None
    return Literal(Decimal(f"{digits}.{decimals or 0}"), end, grouped)


def _groups(
    tokens: Sequence[Token], i: int, words: NumberWords, *, spaces: bool
) -> tuple[str, int]:
    digits, end = tokens[i].key, i + 1
    for _ in range(_MAX_GROUPS):
        token = tokens[end]
        if spaces and token.kind is Kind.NUMBER and _is_group(tokens, end):
            digits, end = digits + token.key, end + 1
        elif (
            token.key == words.group_sign
            and token.glued
            and tokens[end + 1].glued
            and tokens[end + 1].kind is Kind.NUMBER
            and len(tokens[end + 1].key) == _GROUP
        ):
            digits, end = digits + tokens[end + 1].key, end + 2
        else:
            break
    return digits, end


def _is_group(tokens: Sequence[Token], i: int) -> bool:
    return len(tokens[i].key) == _GROUP and _one_space(tokens[i - 1], tokens[i])


def _one_space(before: Token, token: Token) -> bool:
    return token.gap is Gap.SPACE and token.start - before.end == 1


def _decimals(tokens: Sequence[Token], i: int, words: NumberWords) -> str | None:
    """The digits behind the decimal sign at token `i`: "" without any, None if they are unclear."""
    sign, behind = tokens[i], tokens[i + 1] if sign_stands(tokens, i) else None
    if behind is None:
        return ""
    after = tokens[i + 2]
    if after.glued and sign_stands(tokens, i + 2):
        return None
    plain_point = sign.key == "." and len(behind.key) < _GROUP
    if sign.key == words.decimal_sign or plain_point:
        return behind.key if len(behind.key) <= MAX_DIGITS else None
    return None


def sign_stands(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is a point or comma between two digits."""
    return (
        tokens[i].key in _DECIMAL_SIGNS
        and tokens[i].kind is Kind.SIGN
        and tokens[i].glued
        and tokens[i + 1].glued
        and tokens[i + 1].kind is Kind.NUMBER
    )
