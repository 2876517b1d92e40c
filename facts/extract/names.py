"""Names in a sentence: those of the gazetteer, and unknown ones recognised by how they look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from facts.extract.grammar import Grammar
from facts.extract.namebook import Known, NameBook, spelled
from facts.extract.slug import slug
from facts.extract.titles import titles
from facts.extract.tokens import Token
from facts.extract.units import Unit, UnitKind
from facts.model import Entity, EntityKind, Language

_LAST_WORDS = {
    EntityKind.ORGANISATION: frozenset(
        (
            "films film production productions studio studios media medias pictures entertainment "
            "television televisions tv group groupe organisation organization organisations "
            "federation agency sa sas ltd inc company network news times journal sport sports "
            "media press broadcasting communications foundation union association panel tribunal "
            "court commission committee council ministry board league"
        ).split()
    ),
    EntityKind.TEAM: frozenset("cycling racing team procycling".split()),
    EntityKind.RACE: frozenset("classic classica classique tour race rundfahrt".split()),
}
_FIRST_WORDS = {
    EntityKind.RACE: frozenset(
        (
            "tour giro vuelta volta gp critérium criterium trofeo trophée trophee circuit ronde "
            "omloop étoile etoile flèche fleche boucles paris milan milano coppa strade clasica"
        ).split()
    ),
    EntityKind.TEAM: frozenset({"team", "equipe"}),
    EntityKind.ORGANISATION: frozenset(
        {"federation", "agence", "groupe", "union", "association", "societe", "fondation"}
    ),
}
# Words that stay small inside a name, of no use for anything else in that article's language.
_LINKS = {
    Language.FR: frozenset("of the to van der den von di y and for in ter".split()),
    Language.EN: frozenset("de la le du des les et en van der den von di y ter d' l' of".split()),
}
_RACE_LINKS = frozenset("de du des d' of de la the l' et e".split())
_TRIMMED = _LAST_WORDS[EntityKind.ORGANISATION] | {"team", "cycling"}
_TEAM_WORDS = frozenset({"Team", "Equipe", "Équipe"})
_TRIMMED_TEAM = frozenset({"pro", "cycling", "team", "continental"})
_LONGEST = 8
_LONGEST_PERSON = 4
_SHORTEST = 3
_WEAK_WORDS = frozenset().union(*_LAST_WORDS.values(), *_FIRST_WORDS.values())
# Words that make a name with a demonym in it that of a body: "Italian Cycling Federation".
_HOUSE_WORDS = _WEAK_WORDS | frozenset(
    "anti agency board commission committee court panel council ministry league olympic".split()
)
# What somebody is, in front of a name and with a capital where the sentence begins.
_CALLINGS = frozenset(
    (
        "rider sprinter climber puncheur rouleur domestique veteran manager coach champion leader "
        "compatriot coureur coureuse sprinteur sprinteuse grimpeur grimpeuse baroudeur "
        "coequipier compatriote entraineur selectionneur"
    ).split()
)
# The desk of a paper or channel that may follow its name: "20 Minutes Sport".
_SECTIONS = frozenset({"Sport", "Sports"})
# What a hyphen ties to a place to make an adjective of it: "Rome-based", "London-born".
_ADJECTIVES = frozenset(
    "based born bred backed led owned listed registered headquartered centred centered".split()
)


# Whose name is told in its short form where an article writes that: "RMC", no "RMC Sport".
_OUTLETS = frozenset({"broadcaster", "press", "platform"})
_BEHIND_PLUS = frozenset(".,;:!?…)»”’'\"") | {"'s", "’s"}


@dataclass(frozen=True, slots=True)
class _Local:
    words: tuple[str, ...]
    entity: Entity
    kinds: frozenset[EntityKind]


class NameFinder:
    """Finds names in the sentences of one article, and learns the unknown ones as it goes.

    `season` is the year in which the article was written, where that is known; it decides between
    teams that bore the same name in different years.
    """

    def __init__(
        self, book: NameBook, language: Language, grammar: Grammar, season: int | None
    ) -> None:
        self._book = book
        self._language = language
        self._grammar = grammar
        self._season = season
        self._local: dict[str, list[_Local]] = defaultdict(list)
        self._seen_small: set[str] = set()
        self._shorts: dict[tuple[str, ...], str] = {}

    @property
    def demonyms(self) -> Mapping[str, Entity]:
        """Folded demonyms of either language, each with its country."""
        return self._book.demonyms(self._language)

    def learn(self, tokens: Sequence[Token]) -> None:
        """Remember the unknown names of a sentence, with the short forms they may come back in."""
        self._seen_small.update(t.fold for t in tokens if t.is_word and t.text[0].islower())
        taken = [False] * len(tokens)
        for title in titles(tokens, self._language):
            taken[title.start : title.end] = [True] * (title.end - title.start)
        for unit in self.find(tokens, taken):
            if not unit.known and unit.entity and unit.end - unit.start > 1:
                self._remember(tuple(t.fold for t in tokens[unit.start : unit.end]), unit)

    def _remember(self, words: tuple[str, ...], unit: Unit) -> None:
        if not unit.entity:
            return
        forms = {words}
        while len(words) > 1 and words[-1] in _TRIMMED:
            words = words[:-1]
            forms.add(words)
        if EntityKind.PERSON in unit.kinds and len(words) > 1:
            forms.add(words[1:])
        elif not unit.kinds:
            forms.update(self._short_forms(words, unit))
        for form in forms:
            if all(local.words != form for local in self._local[form[0]]):
                self._local[form[0]].append(_Local(form, unit.entity, unit.kinds))
                self._local[form[0]].sort(key=lambda local: -len(local.words))

    def _short_forms(self, words: tuple[str, ...], unit: Unit) -> Iterator[tuple[str, ...]]:
        """What a name of unknown kind may come back as: a surname, or a team's first word.

        A short form that two names claim names neither.
        """
        if not 1 < len(words) <= _LONGEST_PERSON or not unit.entity:
            return
        shorts = {words[1:]}
        if words[0] not in self._book.gazetteer.given_names:
            shorts.add(words[:1])
        for short in shorts:
            if len(short[-1]) < _SHORTEST or short[-1] in _WEAK_WORDS:
                continue
            owner = self._shorts.setdefault(short, unit.entity.key)
            if owner == unit.entity.key:
                yield short
            else:
                rivals = self._local[short[0]]
                rivals[:] = [local for local in rivals if local.words != short]

    def find(self, tokens: Sequence[Token], taken: Sequence[bool]) -> Iterator[Unit]:
        """The names, from left to right; known ones win over unknown ones."""
        at = 0
        while at < len(tokens):
            unit = None if taken[at] else self._at(tokens, at)
            if unit and not any(taken[unit.start : unit.end]):
                yield unit
                at = unit.end
            else:
                at += 1

    def _at(self, tokens: Sequence[Token], at: int) -> Unit | None:
        if tokens[at].text in _TEAM_WORDS and at + 1 < len(tokens):
            named = self._book.match(tokens, at + 1, self._season)
            if named and named.entry.kind is EntityKind.TEAM:
                return replace(self._known_unit(named, tokens, at + 1), start=at)
        known = self._book.match(tokens, at, self._season)
        unknown = self._unknown(tokens, at)
        if known and unknown and self._adds_plus(known, unknown, tokens, at):
            return unknown
        if known and known.needs_article and self._goes_on(known, tokens, at):
            return None if len(known.words) > 1 else unknown
        if known and not (unknown and self._outgrows(known, unknown, tokens, at)):
            return self._known_unit(known, tokens, at)
        return self._local_unit(tokens, at) or unknown

    def _adds_plus(self, known: Known, unknown: Unit, tokens: Sequence[Token], at: int) -> bool:
        """Whether a plus makes another name of a known one: "Movistar" is a team, "Movistar+" none.

        A broadcaster with a plus behind its own name stays itself.
        """
        end = at + len(known.words)
        own = known.entry.kind is EntityKind.ORGANISATION and unknown.end == end + 1
        return tokens[unknown.end - 1].text == "+" and unknown.end > end and not own

    def _goes_on(self, known: Known, tokens: Sequence[Token], at: int) -> bool:
        """Whether a longer name begins behind the article: "the Tour", but "the Tour of Norway"."""
        at += len(known.words) - 1
        longer = self._book.match(tokens, at, self._season)
        unknown = self._unknown(tokens, at)
        end = at + len(longer.words) if longer else (unknown.end if unknown else 0)
        return end > at + 1

    def _outgrows(self, known: Known, unknown: Unit, tokens: Sequence[Token], at: int) -> bool:
        """Whether a longer unknown name only begins like the known one ("Paris Match").

        Races and teams are often followed by a capital of their own; a place, sport or surname that
        goes on in capitals is part of another name.
        """
        longer = unknown.end - at > len(known.words)
        if known.entry.kind is EntityKind.PERSON:
            # "Marit" is a rider's surname, and "Marit Solhaug" somebody else
            if not longer or len(known.words) > 1:
                return False
            return self._book.match(tokens, at + 1, self._season) is None
        return longer and known.entry.kind in {EntityKind.PLACE, EntityKind.SPORT}

    def _known_unit(self, known: Known, tokens: Sequence[Token], at: int) -> Unit:
        entry = known.entry
        end = at + len(known.words)
        name = entry.name_in(self._language, self._season)
        if entry.kind is EntityKind.PROGRAMME:
            name = known.text  # a title or a team's name is told as this article tells it
        if entry.kind is EntityKind.TEAM:
            name = spelled(known, tokens[at:end]) if end - at > 1 else name
        elif _squeezed(known.text).startswith(_squeezed(name)):
            name = known.text  # "20 Minutes Sport" is more than "20 Minutes"
        elif entry.details.get("type") in _OUTLETS and name.startswith(f"{known.text} "):
            name = known.text  # and "RMC" less than "RMC Sport"
        if entry.kind is EntityKind.TEAM:
            end = _past_team_words(tokens, end)
        if entry.kind is EntityKind.ORGANISATION:
            while end < len(tokens) and tokens[end].text in _SECTIONS:
                end += 1
                name = _text(tokens[at:end])
            if _is_plus(tokens, end):
                end += 1
                name = name if name.endswith("+") else _text(tokens[at:end])
        entity = Entity(entry.key, entry.kind, name)
        kinds = frozenset({entry.kind})
        return Unit(UnitKind.NAME, at, end, entity=entity, known=True, kinds=kinds)

    def _local_unit(self, tokens: Sequence[Token], at: int) -> Unit | None:
        if not tokens[at].is_capital:
            return None
        for local in self._local.get(tokens[at].fold, ()):
            end = at + len(local.words)
            if tuple(t.fold for t in tokens[at:end]) == local.words:
                return Unit(UnitKind.NAME, at, end, entity=local.entity, kinds=local.kinds)
        return None

    def _unknown(self, tokens: Sequence[Token], at: int) -> Unit | None:
        if not _name_like(tokens[at]) or tokens[at].glued:
            return None
        end = self._extent(tokens, at)
        if at + 1 < end and tokens[at + 1].glued and tokens[at + 1].text in _ADJECTIVES:
            return None
        if self._is_people(tokens, at, end) or self._ends_known(tokens, at, end):
            return None
        if at == 0 and not self._may_begin(tokens, end):
            return None
        if end - at == 1 and self._ordinary(tokens[at]):
            return None
        text = _text(tokens[at:end])
        kinds = self._kinds(tokens[at:end])
        kind = next(iter(kinds)) if len(kinds) == 1 else EntityKind.ORGANISATION
        return Unit(
            UnitKind.NAME, at, end, entity=Entity(f"name/{slug(text)}", kind, text), kinds=kinds
        )

    def _ends_known(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether all but the first word is a known person: "le Breton X Y"."""
        known = self._book.match(tokens, at + 1, self._season) if end - at > 2 else None  # noqa: PLR2004
        person = known is not None and known.entry.kind is EntityKind.PERSON
        return person and known is not None and at + 1 + len(known.words) == end

    def _is_people(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a demonym stands before somebody's name: "le Portugais X Y", "Dutchman X Y"."""
        first = tokens[at].fold
        if at + 1 < end and tokens[at + 1].glued:  # "Sud-Africain"
            first = f"{first}-{tokens[at + 1].fold}"
        if end - at < 2 or first not in self._book.gazetteer.demonyms:  # noqa: PLR2004
            return False
        return not any(token.fold in _HOUSE_WORDS for token in tokens[at:end])

    def _ordinary(self, token: Token) -> bool:
        return (
            token.norm in self._grammar.starters
            or token.fold in self._book.gazetteer.demonyms
            or len(token.text) == 1
        )

    def _may_begin(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether a capital at the start of a sentence belongs to a name."""
        first = tokens[0]
        if first.norm in self._grammar.starters or first.fold in self._seen_small | _CALLINGS:
            return False
        return end > 1 or not first.text[1:].islower() or first.fold in self._local

    def _extent(self, tokens: Sequence[Token], at: int) -> int:
        links = _LINKS[self._language]
        if tokens[at].fold in _FIRST_WORDS[EntityKind.RACE]:
            links = links | _RACE_LINKS
        end = at + 1
        while end < min(len(tokens), at + _LONGEST):
            token = tokens[end]
            if _is_plus(tokens, end):
                return end + 1
            if (
                token.glued
                or _name_like(token)
                or (token.text == "&" and _capital_at(tokens, end + 1))
            ):
                end += 1
                continue
            link_end = end
            while link_end < len(tokens) and tokens[link_end].norm in links:
                link_end += 1
            if link_end == end or not _capital_at(tokens, link_end):
                break
            if tokens[end].norm == "of" and self._is_whole(tokens[at:end]):
                break
            end = link_end
        return end

    def _is_whole(self, tokens: Sequence[Token]) -> bool:
        """Whether what stands before "of" is a person's name, no body's: "X Y of Team Z"."""
        if tokens[0].fold in self._book.gazetteer.given_names and len(tokens) > 1:
            return True
        return len(tokens) > 1 and not any(token.fold in _HOUSE_WORDS for token in tokens)

    def _kinds(self, tokens: Sequence[Token]) -> frozenset[EntityKind]:
        """The kinds that the look of a name allows; empty where it tells nothing."""
        if tokens[-1].text == "+":
            return frozenset({EntityKind.ORGANISATION})
        if len(tokens) > 1:
            for kind, words in _LAST_WORDS.items():
                if tokens[-1].fold in words:
                    return frozenset({kind})
            for kind, words in _FIRST_WORDS.items():
                if tokens[0].fold in words:
                    return frozenset({kind})
            if tokens[0].fold in self._book.gazetteer.given_names:
                return frozenset({EntityKind.PERSON})
        return frozenset()


def _past_team_words(tokens: Sequence[Token], end: int) -> int:
    """Behind a team's name: "Groupama-FDJ *cycling Team*"."""
    position = end
    while position < len(tokens) and tokens[position].fold in _TRIMMED_TEAM:
        position += 1
    return position if position > end and tokens[position - 1].text in _TEAM_WORDS else end


def _is_plus(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plus ends the name before it: "Canal+", but no sum ("A+B")."""
    if not 0 < at < len(tokens) or tokens[at].text != "+":
        return False
    apart = at + 1 == len(tokens) or tokens[at + 1].start > tokens[at].end
    follows = tokens[at - 1].end == tokens[at].start
    return follows and (apart or tokens[at + 1].text in _BEHIND_PLUS)


def _squeezed(text: str) -> str:
    return text.replace(" ", "")


def _name_like(token: Token) -> bool:
    return token.is_capital or (token.text[0].isdigit() and any(c.isupper() for c in token.text))


def _capital_at(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and _name_like(tokens[at])


def _text(tokens: Sequence[Token]) -> str:
    """The name as it is written, hyphens kept, white space folded."""
    parts: list[str] = []
    for number, token in enumerate(tokens):
        before = tokens[number - 1] if number else None
        glue = "-" if token.glued else " "
        if before is None or before.end == token.start:
            glue = ""
        parts.append(glue + token.text)
    return "".join(parts)
