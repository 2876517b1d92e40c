"""Whatever is asked, there is an answer, the same each time, that rests on what was read."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from facts.ask.engine import ask
from facts.ask.library import Library
from facts.model import Answer, AnswerStatus, Language
from tests.facts.ask.asking import first_library
from tests.facts.ask.rows import ABSTAINED, ANSWERED, ASKED_OTHERWISE, CLOSE

_ROWS = [q for _, q, _ in (*ANSWERED, *ASKED_OTHERWISE)] + [q for _, q in (*ABSTAINED, *CLOSE)]
_WORDS = sorted({word for question in _ROWS for word in question.split()} | {"?", ",", "et", "and"})
_MIXED = st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join)
_QUESTIONS = st.one_of(_MIXED, st.text(max_size=80), st.text("?!.,'’ éàA1²½\u200b\n-", max_size=30))
_LANGUAGES = st.sampled_from([*Language, None])
EMPTY = Library((), (), {})


def _check(answer: Answer, library: Library) -> None:
    assert answer.text
    if answer.status is AnswerStatus.ANSWERED:
        assert answer.facts
        assert not answer.passages
    elif answer.status is AnswerStatus.PASSAGE:
        assert answer.passages
    else:
        assert (answer.facts, answer.passages) == ((), ())
    assert all(known in library.facts for known in answer.facts)
    sentences = {passage.text for passage in library.passages}
    assert {proof.evidence.sentence for proof in answer.passages} <= sentences


@settings(max_examples=300, deadline=None)
@given(text=_QUESTIONS, language=_LANGUAGES)
@example(text="", language=None)
@example(text="\0", language=None)
@example(text="\ud800 qui", language=Language.FR)
@example(text="qui " * 5000, language=None)
@example(text="?" * 600, language=Language.EN)
@example(text="who, who, who and who", language=Language.EN)
@example(text="²³ ½ ٣ épisodes", language=Language.FR)
def test_any_text_is_answered_from_what_was_read(text: str, language: Language | None) -> None:
    answer = ask(text, first_library(), language)
    _check(answer, first_library())
    assert language is None or answer.language is language
    assert ask(text, first_library(), language) == answer


@settings(max_examples=60, deadline=None)
@given(text=_QUESTIONS, language=_LANGUAGES)
def test_nothing_is_answered_where_nothing_was_read(text: str, language: Language | None) -> None:
    answer = ask(text, EMPTY, language)
    assert (answer.status, answer.items) == (AnswerStatus.UNKNOWN, ())
