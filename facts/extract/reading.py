"""One sentence, with its units, whom they speak of, and its verbs: what the rules see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from facts.extract.arguments import NOMINAL, Argument
from facts.extract.discourse import Discourse, Programme, Referent
from facts.extract.predicates import Predicate, predicates
from facts.extract.segment import Sentence
from facts.extract.tokens import Token
from facts.extract.units import Unit, UnitKind
from facts.extract.values import ValueMention
from facts.model import DateInterval, Entity, EntityKind, Quantity


@dataclass
class Reading:
    """A sentence under reading.

    `mentions` maps the number of a unit to those it speaks of, and `topics` tells what programmes
    are said to be about, with the season; `facts.extract.mentions` fills both before any rule runs.
    """

    sentence: Sentence
    number: int
    text: str
    tokens: Sequence[Token]
    units: Sequence[Unit]
    discourse: Discourse
    mentions: dict[int, tuple[Referent, ...]] = field(default_factory=dict)
    topics: list[tuple[Programme, Entity]] = field(default_factory=list)

    @cached_property
    def predicates(self) -> tuple[Predicate, ...]:
        """The verbs with their arguments."""
        return predicates(self.units)

    def entities(self, at: int, *kinds: EntityKind) -> list[Entity]:
        """The entities of these kinds that the unit at `at` speaks of."""
        found = (m for m in self.mentions.get(at, ()) if isinstance(m, Entity))
        shown = (m if m.kind is self.kind(m) else replace(m, kind=self.kind(m)) for m in found)
        return [m for m in shown if not kinds or m.kind in kinds]

    def kind(self, entity: Entity) -> EntityKind:
        """The kind of an entity, as far as the article told."""
        return self.discourse.kind_of(entity)

    def programme(self, at: int) -> Programme | None:
        """The programme that the unit at `at` speaks of."""
        found = (m for m in self.mentions.get(at, ()) if isinstance(m, Programme))
        return next(found, None)

    def programmes(self) -> list[tuple[int, Programme]]:
        """All the programmes of the sentence, with their units."""
        pairs = ((at, self.programme(at)) for at in sorted(self.mentions))
        return [(at, programme) for at, programme in pairs if programme]

    def nearest_programme(self, at: int) -> Programme | None:
        """The programme spoken of nearest to the left of `at`, else to its right.

        A value is said of the noun that it stands before: "a *four-part* series".
        """
        counted = self._counted(at)
        if counted is not None:
            return self.programme(counted)
        found = self.programmes()
        left = [programme for position, programme in found if position <= at]
        return left[-1] if left else (found[0][1] if found else None)

    def _counted(self, at: int) -> int | None:
        """The noun for programmes that a value stands right before."""
        if self.units[at].kind is not UnitKind.VALUE:
            return None
        behind = next((n for n in range(at + 1, len(self.units)) if not self._is_word(n)), None)
        noun = self.units[behind] if behind is not None else None
        told = noun is not None and noun.kind is UnitKind.NOUN and noun.has("programme")
        return behind if told else None

    def _is_word(self, at: int) -> bool:
        return self.units[at].kind is UnitKind.WORD and self.units[at].word.isalpha()

    def context_programme(self, at: int) -> Programme | None:
        """The programme that a clause without one is about: the sentence's, else the article's."""
        return self.nearest_programme(at) or self.discourse.main

    def subjects(self, predicate: Predicate, *kinds: EntityKind) -> list[Entity]:
        """The entities of these kinds that do it (its agents, where the verb is passive)."""
        if predicate.verb.passive:
            return self.arguments(predicate, {"by"}, *kinds)
        return list(self._gathered(predicate.subjects, kinds))

    def undergoers(self, predicate: Predicate, *kinds: EntityKind) -> list[Entity]:
        """The entities of these kinds that it is done to."""
        if predicate.verb.passive:
            return list(self._gathered(predicate.subjects, kinds))
        return self.arguments(predicate, {"object", "list"}, *kinds)

    def arguments(
        self, predicate: Predicate, roles: Iterable[str], *kinds: EntityKind
    ) -> list[Entity]:
        """The entities of these kinds that stand in one of the roles, in order."""
        places = [a.at for a in predicate.arguments if a.role in roles]
        return list(self._gathered(places, kinds))

    def _gathered(self, places: Iterable[int], kinds: tuple[EntityKind, ...]) -> Iterator[Entity]:
        seen: set[str] = set()
        for at in places:
            for entity in self.entities(at, *kinds):
                if entity.key not in seen:
                    seen.add(entity.key)
                    yield entity

    def values(self, predicate: Predicate, kind: str) -> list[tuple[Argument, ValueMention]]:
        """The values of a kind ("date", "quantity"...) among the arguments."""
        found = ((a, self.units[a.at].value) for a in predicate.arguments)
        return [(a, value) for a, value in found if value and value.kind == kind]

    def quantity(self, at: int, unit: str) -> Quantity | None:
        """The count at `at`, if it is one of this unit."""
        mention = self.units[at].value
        if mention and mention.kind in {"quantity", "duration"} and not mention.approximate:
            value = mention.value
            if isinstance(value, Quantity) and value.unit == unit:
                return value
        return None

    def date(self, at: int) -> DateInterval | None:
        """The date or period at `at`."""
        mention = self.units[at].value
        if mention and isinstance(mention.value, DateInterval):
            return mention.value
        return None

    def apposed(self, at: int) -> int | None:
        """The noun set beside a name behind a comma ("Quadbox, *une société*"), if there is one."""
        position = self._past_fillers(at + 1, {UnitKind.COMMA, UnitKind.OPEN})
        if position is None or position == at + 1:
            return None
        if self.units[position].kind is not UnitKind.NOUN:
            return None
        last = len(self.units) - 1
        while position < last and self.units[position + 1].kind is UnitKind.NOUN:
            position += 1  # an English compound is named by its last noun
        made = at > 0 and self.units[at - 1].word == "by"
        if made and self.units[position].has("programme"):
            return None  # "produite par X, la série": X is no title
        return position

    def name_before_comma(self, at: int) -> int | None:
        """The name that the noun at `at` is set beside: before a comma, brackets passed over."""
        position = at - 1
        while position >= 0 and self.units[position].kind in {UnitKind.WORD, UnitKind.DETERMINER}:
            position -= 1
        if position < 1 or self.units[position].kind is not UnitKind.COMMA:
            return None
        position -= 1
        if self.units[position].kind is UnitKind.CLOSE:
            while position > 0 and self.units[position].kind is not UnitKind.OPEN:
                position -= 1
            position -= 1
        named = position >= 0 and self.units[position].kind is UnitKind.NAME
        return position if named else None

    def noun_before(self, at: int) -> Unit | None:
        """The noun that stands directly before a name ("la société X")."""
        before = self.units[at - 1] if at else None
        return before if before and before.kind is UnitKind.NOUN else None

    def _past_fillers(self, at: int, opening: set[UnitKind]) -> int | None:
        if at >= len(self.units) or self.units[at].kind not in opening:
            return None
        at += 1
        while at < len(self.units) and self.units[at].kind in {UnitKind.WORD, UnitKind.DETERMINER}:
            at += 1
        return at if at < len(self.units) else None

    def nominals(self) -> list[int]:
        """The numbers of all units that can speak of somebody or something."""
        return [at for at, unit in enumerate(self.units) if unit.kind in NOMINAL]
