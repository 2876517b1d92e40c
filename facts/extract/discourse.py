"""What the reader keeps in mind from sentence to sentence of one article.

Programmes often have no title yet ("un docu-série sur le Tour"): they live as mutable `Programme`
records while the article is read, and become entities once everything about them is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from facts.extract.contest import Contest
from facts.extract.slug import slug
from facts.gazetteer import Entry
from facts.model import Entity, EntityKind, Fact, Language, Status, Value
from facts.wording.labels import UNTITLED, label, programme_words


@dataclass(eq=False, slots=True)
class Programme:
    """A programme under discussion.

    `topics` are races (without season), sports, teams or people; `owners` the platforms,
    broadcasters and companies that the article ties to it.
    """

    number: int
    article: str = "x"
    title: Entity | None = None
    topics: list[Entity] = field(default_factory=list)
    owners: list[Entity] = field(default_factory=list)
    platforms: list[Entity] = field(default_factory=list)
    words: str = ""
    last_block: int = -1
    last_sentence: int = -1

    def is_about(self, topics: Iterable[Entity]) -> bool:
        """Whether it shares a topic with these."""
        keys = {topic.key for topic in self.topics}
        return any(topic.key in keys for topic in topics)

    def entity(self, language: Language) -> Entity:
        """The programme as an entity: by its title, or by who shows it and what it is about."""
        if self.title:
            return self.title
        shown = [*self.platforms, *self.owners][:1]
        about = sorted(self.topics, key=lambda topic: topic.key)[:2]
        parts = [slug(e.key.split("/")[1]) for e in (*shown, *about)] or [
            f"{self.article}-{self.number}"
        ]
        owner = shown[0].name if shown else ""
        words = programme_words(self.words, owner, [label(t, language) for t in about], language)
        return Entity(UNTITLED + "/".join(parts), EntityKind.PROGRAMME, words)


Referent = Entity | Programme
Object = Value | Programme


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact before its programmes have become entities; `pattern` names the rule that read it."""

    subject: Referent
    relation: str
    value: Object
    pattern: str
    affirmed: bool = True
    status: Status | None = None
    qualifiers: tuple[tuple[str, Value], ...] = ()
    computed: bool = False


def settle(draft: Draft, language: Language) -> Fact:
    """The draft as a fact, its evidence still to be added; `language` is the article's."""
    subject, value = draft.subject, draft.value
    return Fact(
        subject=subject.entity(language) if isinstance(subject, Programme) else subject,
        relation=draft.relation,
        value=value.entity(language) if isinstance(value, Programme) else value,
        evidence=(),
        affirmed=draft.affirmed,
        status=draft.status,
        qualifiers=draft.qualifiers,
        computed=draft.computed,
    )


@dataclass(slots=True)
class Person:
    """Somebody whom the article speaks of, with what it or the gazetteer tells apart by.

    `country` is a place's key, `team` a team's; `gender` is "men" or "women". Empty where unknown.
    `official` is True for managers, directors and the like.
    """

    entity: Entity
    country: str = ""
    team: str = ""
    gender: str = ""
    age: int | None = None
    official: bool = False


@dataclass(slots=True)
class Discourse:
    """The state of reading one article; `entries` is the gazetteer by key.

    `persons` and `teams` are all so far by key, `recent` the people of the last sentence with any,
    and `focus` the one that was its subject; `selection` is the race that riders were last chosen
    for.
    """

    language: Language
    season: int | None = None
    article: str = "x"
    programmes: list[Programme] = field(default_factory=list)
    kinds: dict[str, EntityKind] = field(default_factory=dict)
    last: dict[EntityKind, Entity] = field(default_factory=dict)
    spoken_of: dict[str, set[str]] = field(default_factory=dict)
    last_platform: Entity | None = None
    last_broadcaster: Entity | None = None
    last_group: tuple[Entity, ...] = ()
    last_company: Entity | None = None
    last_event: str = ""
    last_event_programme: Programme | None = None
    roles: dict[str, list[str]] = field(default_factory=dict)
    year: int | None = None
    persons: dict[str, Person] = field(default_factory=dict)
    teams: dict[str, Entity] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    focus: str = ""
    selection: Entity | None = None
    published: date | None = None
    contest: Contest = field(default_factory=Contest)
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def sort(self, entity: Entity) -> str:
        """What the gazetteer says an organisation is ("platform", "press"...); else empty."""
        entry = self.entries.get("/".join(entity.key.split("/")[:2]))
        return entry.details.get("type", "") if entry else ""

    def is_platform(self, entity: Entity) -> bool:
        """Whether the gazetteer knows it as a streaming platform."""
        return self.sort(entity) == "platform"

    @property
    def main(self) -> Programme | None:
        """The programme that words without one are about: the article's first.

        None where another was spoken of last, or along with it: it is not clear then which one is
        meant.
        """
        if not self.programmes:
            return None
        latest = max(programme.last_sentence for programme in self.programmes)
        last = [p for p in self.programmes if p.last_sentence == latest]
        return self.programmes[0] if last == self.programmes[:1] else None

    def new_programme(self, words: str) -> Programme:
        """Take up a programme that was not spoken of before."""
        programme = Programme(len(self.programmes), self.article, words=words)
        self.programmes.append(programme)
        return programme

    def titled(self, name: Entity) -> Programme:
        """The programme that bears this title, known or new."""
        key = name.key if name.key.startswith("programme/") else f"programme/{slug(name.name)}"
        for programme in self.programmes:
            if programme.title and programme.title.key == key:
                return programme
        programme = self.new_programme(name.name)
        programme.title = Entity(key, EntityKind.PROGRAMME, name.name)
        return programme

    def kind_of(self, entity: Entity) -> EntityKind:
        """The kind that this article showed a name to have, or the one it looked like."""
        return self.kinds.get(entity.key, entity.kind)
