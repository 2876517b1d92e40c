"""The token stands in no log record, whoever writes it and whoever shows it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot.redaction import HIDDEN, SecretFilter, hidden_from_logs

SECRET = "not-a-real-token"


@pytest.fixture
def shown() -> Iterator[io.StringIO]:
    """What an ordinary handler on the root logger shows."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield stream
    finally:
        root.removeHandler(handler)


def test_the_secret_is_hidden_in_messages_and_arguments(shown: io.StringIO) -> None:
    log = logging.getLogger("some.library")
    with hidden_from_logs(SECRET):
        log.warning("token not-a-real-token")
        log.warning("headers %s", {"Authorization": f"Bot {SECRET}"})
        log.warning("%(a)s", {"a": SECRET})
    assert SECRET not in shown.getvalue()
    assert shown.getvalue().count(HIDDEN) == 3


def _fail(words: str) -> None:
    raise ValueError(words)


def test_the_secret_is_hidden_in_tracebacks_and_their_causes(shown: io.StringIO) -> None:
    with hidden_from_logs(SECRET):
        try:
            try:
                _fail(f"bad header Bot {SECRET}")
            except ValueError as cause:
                raise RuntimeError("no luck") from cause
        except RuntimeError:
            logging.getLogger("some.library").exception("It failed")
    assert SECRET not in shown.getvalue()
    assert "RuntimeError: no luck" in shown.getvalue()
    assert f"bad header Bot {HIDDEN}" in shown.getvalue()


def test_everything_else_is_left_as_it_was(shown: io.StringIO) -> None:
    with hidden_from_logs(SECRET):
        logging.getLogger("some.library").warning("%s of %d", "one", 2)
        try:
            _fail("plain")
        except ValueError:
            logging.getLogger("some.library").exception("It failed")
    assert shown.getvalue().startswith("one of 2\nIt failed\nTraceback")


def test_a_record_that_does_not_fit_its_arguments_stops_nothing() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 1, "%d", ("no number",), None)
    assert SecretFilter(SECRET).filter(record)


def test_nothing_is_hidden_after_the_end(shown: io.StringIO) -> None:
    with hidden_from_logs(SECRET):
        pass
    logging.getLogger("some.library").warning("not-a-real-token")
    assert SECRET in shown.getvalue()


def test_an_empty_secret_hides_nothing() -> None:
    assert SecretFilter("").hide("text") == "text"
