"""A desk for tests: a store in memory, and answers that show what they were asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.desk import CONVERSATIONS, Asker, Desk
from facts.model import (
    Answer,
    AnswerStatus,
    Article,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    Language,
    SourcedFact,
    Span,
)
from facts.ports import FactQuery, FactStore
from tests.fakes.stores import MemoryStore

TERMINAL = Asker("terminal", "terminal")
MEMBER = Asker("7", "7/1", guild="1", guild_locale="en-US")

SENTENCES = ("Les coureurs arrivent.", "Une équipe dit non.")
ARTICLE = Article(
    key="one",
    text=" ".join(SENTENCES),
    body=Span(0, 42),
    language=Language.FR,
    title="Le départ",
    outlet="La Gazette",
    url="https://gazette.example/depart",
    published=date(2022, 4, 1),
)
OTHER = Article(
    key="two",
    text="Riders arrive.",
    body=Span(0, 14),
    language=Language.EN,
    outlet="The Wheel",
    published=date(2022, 4, 3),
)
_SHOW = Entity("programme/show", EntityKind.PROGRAMME, "Le film")


def fact(name: str, *sentences: str, article: str = "one") -> Fact:
    """A fact about a team called `name`, read in these sentences."""
    proofs = tuple(Evidence(article, Span(0, len(text)), text, "test") for text in sentences)
    team = Entity(f"team/{name}", EntityKind.TEAM, name)
    return Fact(_SHOW, "features", team, proofs)


async def stocked() -> MemoryStore:
    """A store that has read two facts in two sentences."""
    store = MemoryStore()
    await store.add(ARTICLE, [fact("A", SENTENCES[0]), fact("B", SENTENCES[1], SENTENCES[0])])
    return store


@dataclass
class Answers:
    """Takes the place of `respond` and `browse`; an unknown topic is `about` "nothing"."""

    asked: list[tuple[object, ...]] = field(default_factory=list)

    async def respond(
        self, store: FactStore, topic: str, language: Language, about: str = ""
    ) -> Answer:
        self.asked.append((topic, language, about))
        if about == "nothing":
            return Answer(AnswerStatus.UNKNOWN, language, "Not read.")
        return await _answer(store, language, topic)

    async def browse(
        self, store: FactStore, language: Language, page: int = 1, about: str = ""
    ) -> Answer:
        self.asked.append((page, language, about))
        found = tuple(await store.find(FactQuery()))
        page = min(page, 3)
        return Answer(AnswerStatus.ANSWERED, language, "facts", ("x",), found, page, 3)


async def _answer(store: FactStore, language: Language, topic: str) -> Answer:
    found: tuple[SourcedFact, ...] = tuple(await store.find(FactQuery()))
    return Answer(AnswerStatus.ANSWERED, language, topic, ("A", "B"), found)


def desk(
    store: MemoryStore,
    answers: Answers | None = None,
    *,
    language: Language = Language.EN,
    prefix: str = "!",
    conversations: int = CONVERSATIONS,
) -> Desk:
    """A desk over a store in memory."""
    answers = answers or Answers()
    return Desk(
        store,
        store,
        language=language,
        prefix=prefix,
        respond=answers.respond,
        browse=answers.browse,
        conversations=conversations,
    )
