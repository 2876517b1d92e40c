"""Keeps a secret out of the log, whoever writes the record and whoever shows it."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

HIDDEN = "[hidden]"


class SecretFilter(logging.Filter):
    """Replaces the secrets in a record's message, arguments and traceback; lets every one pass."""

    def __init__(self, *secrets: str) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record where a secret stands in it."""
        message = _message(record)
        if self._is_in(message):
            record.msg, record.args = self.hide(message), ()
        if record.exc_info and record.exc_info[0] is not None:
            text = "".join(traceback.format_exception(*record.exc_info)).rstrip("\n")
            if self._is_in(text):
                # Without the exception itself no formatter can print it again.
                record.exc_text, record.exc_info = self.hide(text), None
        return True

    def hide(self, text: str) -> str:
        """The text without the secrets."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return text

    def _is_in(self, text: str) -> bool:
        return any(secret in text for secret in self._secrets)


@contextmanager
def hidden_from_logs(*secrets: str) -> Iterator[None]:
    """Pass every log record through a SecretFilter, in all loggers, while the context is open.

    A filter on a logger misses the records of its children, and one on a handler the handlers that
    are added later; the factory of records misses none.
    """
    factory = logging.getLogRecordFactory()
    secret_filter = SecretFilter(*secrets)

    def make(*args: object, **kwargs: object) -> logging.LogRecord:
        record = factory(*args, **kwargs)
        secret_filter.filter(record)
        return record

    logging.setLogRecordFactory(make)
    try:
        yield
    finally:
        logging.setLogRecordFactory(factory)


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:  # noqa: BLE001 -- as logging does: a bad record must not stop the program
        return ""
