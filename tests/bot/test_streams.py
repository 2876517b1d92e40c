"""What goes to a terminal cannot steer it, and says the same."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.streams import clean, escape_json

_STEERING = frozenset("\x1b\x07\x08\x7f\x9b\x9d\u202e\u2066")


@given(st.text())
def test_clean_text_steers_nothing_and_stays_on_its_line(text: str) -> None:
    shown = clean(text)
    assert not _STEERING & set(shown)
    assert len(shown.splitlines()) <= 1
    assert clean(shown) == shown


@given(st.recursive(st.text(), st.lists))
def test_json_steers_nothing_and_says_the_same(data: object) -> None:
    written = escape_json(json.dumps(data, ensure_ascii=False))
    assert not _STEERING & set(written)
    assert json.loads(written) == data
