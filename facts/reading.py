"""Reading an article: every fact that its sentences state, with the sentence as evidence.

Pure: no clock, no files, no store. The order of the facts is that of the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from facts.extract.discourse import Discourse, Draft, settle
from facts.extract.events import scene
from facts.extract.focus import focus
from facts.extract.grammar import GRAMMARS
from facts.extract.mentions import resolve
from facts.extract.namebook import name_book
from facts.extract.names import NameFinder
from facts.extract.reading import Reading
from facts.extract.rules import RULES
from facts.extract.rules.computed import computed
from facts.extract.scan import Scanner
from facts.extract.segment import Sentence, blank_markup, sentences
from facts.extract.settling import in_tense, with_roles, without_vaguer
from facts.extract.survey import survey
from facts.extract.tokens import Token, tokenise
from facts.extract.values import ValueMention, read_values
from facts.model import Article, DateInterval, Evidence, Fact, Precision, Span, Status
from facts.passages import Passage

_DATELINE = 60  # characters


@dataclass(frozen=True, slots=True)
class Read:
    """What an article holds: its facts, and its sentences for questions that no fact answers."""

    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...]


def derive(article: Article) -> tuple[Fact, ...]:
    """The facts of an article, each once, with all the sentences that state it."""
    return _read(article)[0]


def read(article: Article) -> Read:
    """All that an article holds."""
    from facts.extract.passages import passage

    facts, readings = _read(article)
    return Read(facts, tuple(passage(reading, article) for reading in readings))


def _read(article: Article) -> tuple[tuple[Fact, ...], list[Reading]]:
    reading_text = blank_markup(article.text)
    found = sentences(article, reading_text)
    reference = article.published or _dateline(reading_text, found, article)
    discourse = Discourse(
        article.language,
        reference.year if reference else None,
        published=reference,
        entries=name_book().gazetteer.by_key,
        article=article.key[:8],
    )
    readings: list[Reading] = []
    drafts: list[tuple[Draft, Sentence]] = []
    for reading in _readings(article, reading_text, found, discourse):
        readings.append(reading)
        drafts.extend((draft, reading.sentence) for rule in RULES for draft in rule(reading))
    drafts = [(draft, sentence) for draft, sentence in drafts if not _is_guess(draft, discourse)]
    settled = (with_roles(in_tense(draft, reference), discourse) for draft, _ in drafts)
    facts = _merged(article, list(zip(settled, (s for _, s in drafts), strict=True)))
    facts = without_vaguer(facts)
    return (*facts, *computed(facts)), readings


def _dateline(text: str, found: tuple[Sentence, ...], article: Article) -> date | None:
    """The day that an article without one begins with: "MILAN, 3 March 2024 - ..."."""
    if not found:
        return None
    start = found[0].span.start
    for value in read_values(text[start : start + _DATELINE], article.language, None):
        dates = value.value
        day = isinstance(dates, DateInterval) and dates.precision is Precision.DAY
        if day and dates.year_written and dates.start == dates.end:  # type: ignore[union-attr]
            return dates.start  # type: ignore[union-attr]
    return None


def _is_guess(draft: Draft, discourse: Discourse) -> bool:
    """Whether the year of an event to come was only taken from another year of its sentence."""
    dates = draft.value
    if discourse.published is not None or not isinstance(dates, DateInterval):
        return False
    to_come = draft.status in {Status.PLANNED, Status.POSSIBLE} and not dates.year_written
    day = dates.start or dates.end
    return to_come and day is not None and day.year != discourse.year


def _readings(
    article: Article, text: str, found: tuple[Sentence, ...], discourse: Discourse
) -> Iterator[Reading]:
    season = discourse.season
    names = NameFinder(name_book(), article.language, GRAMMARS[article.language], season)
    scanner = Scanner(article.language)
    tokens = [tokenise(text, sentence.span) for sentence in found]
    for sentence, words in zip(found, tokens, strict=True):
        if not sentence.heading:
            names.learn(words)
    readings: list[Reading] = []
    for number, (sentence, words) in enumerate(zip(found, tokens, strict=True)):
        values = _values(text, sentence, article, discourse)
        units = scanner.scan(words, values, names)
        _remember_year(discourse, units)
        readings.append(Reading(sentence, number, text, words, units, discourse))
    survey(readings, discourse)
    scene(readings, discourse, article.title or "")
    for reading in readings:
        resolve(reading)
        focus(reading)
        yield reading


def _values(
    text: str, sentence: Sentence, article: Article, discourse: Discourse
) -> tuple[ValueMention, ...]:
    """The values of a sentence, with offsets into the article.

    A date without a year takes the article's date; where that is unknown, a year of the same
    sentence or of the article's first race stands in for it (`year_written` is then False).
    """
    piece = text[sentence.span.start : sentence.span.end]
    reference = discourse.published
    if reference is None:
        year = _year_in(piece, article) or discourse.year
        reference = date(year, 7, 1) if year else None
    shift = sentence.span.start
    return tuple(
        replace(value, span=Span(value.span.start + shift, value.span.end + shift))
        for value in read_values(piece, article.language, reference)
    )


def _year_in(piece: str, article: Article) -> int | None:
    years = [
        value.value.start.year  # type: ignore[union-attr]
        for value in read_values(piece, article.language, None)
        if value.kind == "year"
    ]
    return years[0] if years else None


def _remember_year(discourse: Discourse, units: Iterable[object]) -> None:
    for unit in units:
        season = getattr(unit, "season", None)
        if season and discourse.year is None:
            discourse.year = season


def _merged(article: Article, drafts: list[tuple[Draft, Sentence]]) -> tuple[Fact, ...]:
    """Facts with the same identity become one, with the evidence of each sentence."""
    merged: dict[tuple[object, ...], Fact] = {}
    for draft, sentence in drafts:
        fact = settle(draft, article.language)
        evidence = _evidence(article, sentence, draft.pattern)
        known = merged.get(fact.identity)
        if known is None:
            merged[fact.identity] = replace(fact, evidence=(evidence,))
        elif all(e.span != evidence.span for e in known.evidence):
            merged[fact.identity] = replace(known, evidence=(*known.evidence, evidence))
    return tuple(merged.values())


def _evidence(article: Article, sentence: Sentence, pattern: str) -> Evidence:
    span = sentence.span
    words = " ".join(article.text[span.start : span.end].split())
    return Evidence(article.key, span, words, pattern)


__all__ = ["Token", "derive"]
