"""`musette ask`: questions answered one by one, in words or as a JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, TextIO

from bot.cite import answer_citations
from bot.reply import Citation, Reply
from bot.streams import escape_json
from bot.texts import say
from facts.article import read_article
from facts.ask.engine import ask
from facts.ask.library import Library, library_of
from facts.ask.question import LONGEST
from facts.errors import UsageError
from facts.model import Answer, AnswerStatus, Language
from facts.ports import FactStore
from facts.serial import fact_to_json

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, and the milliseconds that answering took."""

    question: str
    answer: Answer
    elapsed_ms: float


def library_in_files(paths: Iterable[Path]) -> Library:
    """A library of the articles in these files, and of nothing else.

    Raises:
        UnreadableArticleError: a file cannot be read as an article.
    """
    return library_of([read_article(path) for path in paths])


async def library_in(store: FactStore) -> Library:
    """A library of every article that the store has read.

    Raises:
        StoreError: the store cannot be read.
    """
    from facts.questions import Questions

    return await Questions(store).library()


def questions(given: str, source: TextIO) -> Iterable[str]:
    """The question given; for `-` one a line of `source`, without the empty lines.

    Raises:
        UsageError: there is nothing in the question.
    """
    if given == STANDARD_INPUT:
        from bot.console import lines_of

        return (_printable(line) for line in lines_of(source) if line.strip())
    if not given.strip():
        raise UsageError('There is no question: write one, as in musette ask "who won?".')
    return [_printable(given)]


def answer_all(
    asked: Iterable[str],
    library: Library,
    language: Language | None,
    out: TextIO,
    *,
    as_json: bool,
) -> None:
    """Answer each question on `out`: a block of plain lines, or a JSON object on a line.

    Raises:
        OSError: the output cannot be written; BrokenPipeError where nobody reads any more.
    """
    separator = ""
    for question in asked:
        done = answered(question, library, language)
        if as_json:
            line = json.dumps(as_data(done), ensure_ascii=False)
            out.write(f"{escape_json(line)}\n")
        else:
            out.write(f"{separator}{_in_words(done.answer)}\n")
            separator = "\n"
        out.flush()


def answered(question: str, library: Library, language: Language | None) -> Asked:
    """Answer one question; one that is too long is told so, and counts as unknown."""
    start = perf_counter()
    if len(question) > LONGEST:
        spoken = language or ask(question[:LONGEST], library).language
        answer = Answer(AnswerStatus.UNKNOWN, spoken, say(spoken, "ask.too_long", most=LONGEST))
    else:
        answer = ask(question, library, language)
    return Asked(question, answer, (perf_counter() - start) * 1000)


def as_data(done: Asked) -> dict[str, Any]:
    """What `--json` prints: question, language, status, text, facts, evidence, elapsed_ms."""
    answer = done.answer
    return {
        "question": done.question,
        "language": str(answer.language),
        "status": str(answer.status),
        "text": "\n".join((answer.text, *answer.items)),
        "facts": [fact_to_json(known.fact) for known in answer.facts],
        "evidence": [_evidence(citation) for citation in answer_citations(answer)],
        "elapsed_ms": round(done.elapsed_ms, 3),
    }


def _evidence(citation: Citation) -> dict[str, str | None]:
    return {
        "sentence": citation.sentence,
        "outlet": citation.outlet,
        "title": citation.title,
        "url": citation.url,
        "published": citation.published.isoformat() if citation.published else None,
    }


def _in_words(answer: Answer) -> str:
    # The terminal brings the whole desk with it, which data do not need.
    from bot.console import plain

    return plain(_reply(answer))


def _reply(answer: Answer) -> Reply:
    found = answer.status is not AnswerStatus.UNKNOWN
    proofs = answer_citations(answer)
    return Reply(answer.language, answer.text, items=answer.items, citations=proofs, found=found)


def _printable(text: str) -> str:
    """The text in one line, with "?" for bytes that were no UTF-8."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
