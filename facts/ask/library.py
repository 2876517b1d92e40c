"""What a question is held against: facts, sentences and the words that occur in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from facts.ask.documents import Document, fact_documents, passage_documents
from facts.ask.match import Weights, frequencies
from facts.knowledge import reported
from facts.model import Article, Evidence, Fact, Source, SourcedFact
from facts.passages import Passage
from facts.reading import read


@dataclass(slots=True)
class Library:
    """Facts and sentences of some articles, ready for questions.

    `sources` maps article keys to heads.
    """

    facts: Sequence[SourcedFact]
    passages: Sequence[Passage]
    sources: Mapping[str, Source]
    fact_documents: list[Document] = field(init=False)
    passage_documents: list[Document] = field(init=False)
    weights: Weights = field(init=False)
    vocabulary: frozenset[str] = field(init=False)
    amounts: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        places = {(p.article_key, p.span.start): p for p in self.passages}
        titles = {key: source.title for key, source in self.sources.items()}
        self.fact_documents = list(fact_documents(self.facts, places))
        self.passage_documents = list(passage_documents(self.passages, titles))
        counted = frequencies([*self.passage_documents, *self.fact_documents])
        self.weights = Weights(counted, len(self.passage_documents))
        self.amounts = Counter(known.fact.subject.key for known in self.facts)
        self.vocabulary = frozenset(term[2:] for term in counted if term.startswith("w:"))

    def amount(self, document: Document) -> int:
        """How much was read of a fact's subject."""
        known = document.known
        return self.amounts[known.fact.subject.key] if known else 0

    def day(self, document: Document) -> int:
        """When a fact was last reported, as a day number."""
        return reported(document.known).toordinal() if document.known else 0


def library_of(articles: Iterable[Article]) -> Library:
    """A library of articles that are in no store: each is read, equal facts are joined."""
    facts: dict[tuple[object, ...], Fact] = {}
    passages: list[Passage] = []
    sources: dict[str, Source] = {}
    for article in articles:
        if article.key in sources:
            continue
        sources[article.key] = source_of(article)
        held = read(article)
        passages.extend(held.passages)
        for fact in held.facts:
            known = facts.get(fact.identity)
            facts[fact.identity] = _joined(known, fact.evidence) if known else fact
    known_facts = [
        SourcedFact(number, fact, {e.article_key: sources[e.article_key] for e in fact.evidence})
        for number, fact in enumerate(facts.values(), 1)
    ]
    return Library(known_facts, passages, sources)


def _joined(fact: Fact, evidence: tuple[Evidence, ...]) -> Fact:
    return replace(fact, evidence=(*fact.evidence, *evidence))


def source_of(article: Article) -> Source:
    """The head of an article."""
    return Source(
        article.key, article.title, article.outlet, article.url, article.published, article.language
    )
