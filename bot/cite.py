"""Citations: the sentences behind an answer, and how a source is named."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain, zip_longest

from bot.reply import Citation
from facts.model import Answer, Evidence, Language, Source, SourcedFact

_LOCALES = {Language.FR: "fr", Language.EN: "en_GB"}


def citations(facts: Iterable[SourcedFact]) -> tuple[Citation, ...]:
    """The sentences behind the facts, each once.

    Every fact's first evidence comes before any fact's second.
    """
    proofs = [[(known, evidence) for evidence in known.fact.evidence] for known in facts]
    ordered = chain.from_iterable(zip_longest(*proofs))
    found: dict[str, Citation] = {}
    for proof in ordered:
        if proof is not None:
            found.setdefault(" ".join(proof[1].sentence.split()), _citation(*proof))
    return tuple(found.values())


def answer_citations(answer: Answer) -> tuple[Citation, ...]:
    """The sentences that an answer rests on, each once: those of its facts, then its passages."""
    found = {citation.sentence: citation for citation in citations(answer.facts)}
    for proof in answer.passages:
        sentence = " ".join(proof.evidence.sentence.split())
        found.setdefault(sentence, _stands_in(proof.source, sentence))
    return tuple(found.values())


def _stands_in(source: Source, sentence: str) -> Citation:
    return Citation(sentence, source.outlet, source.title, source.url, source.published)


def _citation(known: SourcedFact, evidence: Evidence) -> Citation:
    source = known.sources.get(evidence.article_key)
    return Citation(
        sentence=" ".join(evidence.sentence.split()),
        outlet=source.outlet if source else None,
        title=source.title if source else None,
        url=source.url if source else None,
        published=source.published if source else None,
    )


def date_words(day: date, language: Language) -> str:
    """A day as one writes it: "1er avril 2022", "1 April 2022"."""
    from babel.dates import format_date

    words = format_date(day, "long", locale=_LOCALES[language])
    return f"1er{words[1:]}" if language is Language.FR and day.day == 1 else words


def quoted(text: str, language: Language) -> str:
    """A sentence or a title in its language's quotation marks."""
    return f"«\u00a0{text}\u00a0»" if language is Language.FR else f"“{text}”"


def source_parts(
    citation: Citation, language: Language, *, title: bool = False, link: bool = True
) -> tuple[str, ...]:
    """Outlet, date, title and link of a source, as far as they are known."""
    parts = (
        citation.outlet,
        date_words(citation.published, language) if citation.published else None,
        quoted(citation.title, language) if title and citation.title else None,
        citation.url if link else None,
    )
    return tuple(part for part in parts if part)


def sources(found: Iterable[Citation]) -> tuple[Citation, ...]:
    """One citation of each source, in the order of the sentences."""
    heads: dict[tuple[object, ...], Citation] = {}
    for citation in found:
        key = (citation.outlet, citation.title, citation.url, citation.published)
        heads.setdefault(key, citation)
    return tuple(heads.values())
