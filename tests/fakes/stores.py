"""A store in memory, which keeps the promises of the ports as the databases do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from facts.errors import StoreError
from facts.model import Article, Entity, Evidence, Fact, Language, Source, SourcedFact, Span
from facts.ports import FactQuery
from facts.serial import fact_to_json


@dataclass
class MemoryStore:
    """Implements `FactStore` and `PreferenceStore`."""

    texts: dict[str, Article] = field(default_factory=dict)
    facts: dict[tuple[object, ...], Fact] = field(default_factory=dict)
    members: dict[str, Language] = field(default_factory=dict)
    guilds: dict[str, Language] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    async def add(self, article: Article, facts: Iterable[Fact]) -> bool:
        facts = tuple(facts)
        if any(item.article_key != article.key for fact in facts for item in fact.evidence):
            raise ValueError("the evidence of a fact stands in another article")
        _refuse_what_no_database_holds(repr(article), *(repr(fact_to_json(f)) for f in facts))
        if article.key in self.texts:
            return False
        self.texts[article.key] = article
        for fact in facts:
            known = self.facts.get(fact.identity, replace(fact, evidence=()))
            self.facts[fact.identity] = replace(
                known,
                evidence=_places(known.evidence + fact.evidence),
                computed=known.computed and fact.computed,
            )
        return True

    async def has(self, article_key: str) -> bool:
        return article_key in self.texts

    async def find(self, query: FactQuery) -> Sequence[SourcedFact]:
        found = [
            SourcedFact(number, fact, self._sources_of(fact))
            for number, fact in enumerate(self.facts.values(), start=1)
            if _is_wanted(number, fact, query)
        ]
        return tuple(found[: max(0, min(query.limit, 10_000))])

    async def articles(self) -> Sequence[Article]:
        found = self.texts.values()
        return sorted(found, key=lambda article: (article.published or date.max, article.key))

    async def sources(self) -> Sequence[Source]:
        heads = [_source(article) for article in self.texts.values()]
        heads.sort(key=lambda head: head.article_key)
        dated = [head for head in heads if head.published]
        dated.sort(key=lambda head: head.published or 0, reverse=True)
        return tuple(dated + [head for head in heads if not head.published])

    async def member_language(self, member: str) -> Language | None:
        return self.members.get(member)

    async def set_member_language(self, member: str, language: Language | None) -> None:
        _choose(self.members, member, language)

    async def guild_language(self, guild: str) -> Language | None:
        return self.guilds.get(guild)

    async def set_guild_language(self, guild: str, language: Language | None) -> None:
        _choose(self.guilds, guild, language)

    async def remembered(self, name: str) -> str | None:
        return self.notes.get(name)

    async def remember(self, name: str, text: str) -> None:
        _refuse_what_no_database_holds(repr(name), repr(text))
        self.notes[name] = text

    def _sources_of(self, fact: Fact) -> dict[str, Source]:
        return {item.article_key: _source(self.texts[item.article_key]) for item in fact.evidence}


def _places(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    places: dict[tuple[str, Span, str], Evidence] = {}
    for item in evidence:
        places.setdefault((item.article_key, item.span, item.pattern), item)
    return tuple(places.values())


def _choose(choices: dict[str, Language], name: str, language: Language | None) -> None:
    _refuse_what_no_database_holds(repr(name))
    if language is None:
        choices.pop(name, None)
    else:
        choices[name] = language


def _is_wanted(number: int, fact: Fact, query: FactQuery) -> bool:
    value = fact.value.key if isinstance(fact.value, Entity) else None
    sides: tuple[tuple[object, frozenset[object]], ...] = (
        (fact.relation, frozenset(query.relations)),
        (fact.subject.key, frozenset(query.subjects)),
        (value, frozenset(query.values)),
        (number, frozenset(query.ids)),
    )
    return all(not asked or found in asked for found, asked in sides)


def _source(article: Article) -> Source:
    return Source(
        article.key,
        article.title,
        article.outlet,
        article.url,
        article.published,
        article.language,
    )


def _refuse_what_no_database_holds(*representations: str) -> None:
    # repr writes a NUL as \x00 and half of a surrogate pair as \ud800 to \udfff.
    text = " ".join(representations).replace("\\\\", "")
    if "\\x00" in text or any(f"\\ud{digit}" in text for digit in "89abcdef"):
        raise StoreError("A NUL character or half of a surrogate pair cannot be kept.")
