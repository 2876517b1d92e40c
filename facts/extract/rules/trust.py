"""How far what a sentence tells of a programme can be trusted: fully, perhaps, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import IntEnum

from facts.extract.discourse import Draft
from facts.extract.reading import Reading
from facts.extract.rules.certainty import is_rumour
from facts.extract.units import Unit, UnitKind
from facts.model import Status


class Trust(IntEnum):
    """What may be made of a statement."""

    NONE = 0
    PERHAPS = 1
    FULL = 2


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)")


# All look at folded words with single spaces: "s' il", "n' a pas", "co produire".
_FALSE = _any(
    r"faux", r"fausses?", r"infonde\w*", r"dement\w*", r"nie(?:nt|e|es)?", r"niait", r"refut\w*",
    r"contrairement", r"a tort", r"intox", r"canular", r"inexact\w*", r"pas vrai", r"mensong\w*",
    r"den(?:y|ies|ied|ying)", r"untrue", r"false(?:ly)?", r"wrongly", r"unfounded", r"hoax",
    r"debunked", r"contrary to", r"not true", r"no truth", r"inaccurate",
    r"(?:dismiss|reject)\w* (?:the |all |any )?(?:reports?|rumou?rs?|claims?|suggestions?)",
)  # fmt: skip
_NEARLY = _any(
    r"failli", r"manque de", r"nearly", r"almost", r"presque", r"(?:came|come|comes) close",
    r"menac(?:e|ent|ait|aient) de", r"threaten(?:s|ed|ing)?", r"hesit\w*",
    r"aur(?:ait|aient) pu", r"(?:could|might) have", r"tout pres de", r"ignor(?:e|ent) si",
)  # fmt: skip
_WISHED = _any(
    r"esper\w*", r"veut", r"veulent", r"voudrai\w*", r"voulait", r"souhait\w*", r"aimerai\w*",
    r"envisag\w*", r"song(?:e|ent|eait|eaient)", r"rev(?:e|ent|ait|aient) de", r"tent(?:e|ent) de",
    r"cherch(?:e|ent) a", r"hop(?:e|es|ed|ing) to", r"wants?(?: to)?", r"would like",
    r"consider(?:s|ed|ing)?", r"dreams? of", r"tries to", r"trying to", r"keen to",
)  # fmt: skip
_HEDGE = _any(
    r"reportedly", r"allegedly", r"apparently", r"perhaps", r"maybe", r"probabl[ye]", r"possibly",
    r"likely", r"rumou?r\w*", r"rumeurs?", r"peut etre", r"probablement", r"vraisemblable\w*",
    r"sembl(?:e|ent|erait|eraient)", r"seems?", r"appears? (?:to|that)", r"il parait", r"dit on",
    r"believed to", r"thought to", r"said to", r"en negociations?", r"in talks",
)  # fmt: skip
_CONDITION = _any(
    r"(?<!meme )(?<!comme )si(?! bien)(?! peu)", r"s' ils?", r"a moins que?", r"a moins qu'",
    r"pourvu que?", r"a condition", r"au cas ou", r"sous reserve", r"a supposer",
    r"(?<!even )(?<!as )if", r"unless", r"whether", r"provided", r"assuming", r"in case",
)  # fmt: skip
_INVERTED = re.compile(
    r"(?:^|, )(?:[Hh]ad|[Ss]hould|[Ww]ere) (?:[A-ZÀ-Ý]|(?:the|a|an|it|they|he|she|its|their) )"
)
_CHANGED = _any(
    r"chang\w+ (?:its|their|his|her) minds?", r"chang\w+ d' avis", r"s' (?:est|etait) ravise\w*",
    r"se sont ravise\w*", r"sur (?:sa|leur) decision", r"volte face", r"u turn", r"relented",
    r"reversed (?:its|their|his|course)", r"fini(?:t|ssent)? par", r"settled (?:on|for)",
    r"(?:eventually|finally|then|later|since|has) (?:agreed|accepted|signed|said yes)",
    r"before (?:agreeing|accepting|signing|settling|relenting)", r"avant d' accepter",
    r"(?:finalement|depuis|puis)(?: \w+){0,2} (?:accepte|signe|dit oui|donne son accord)",
    r"avant de (?:signer|se raviser|dire oui|changer)", r"a finalement", r"ont finalement",
)  # fmt: skip
_FIRST = _any(
    r"initially", r"originally", r"at first", r"d' abord", r"initialement", r"au depart",
    r"dans un premier temps", r"a l' origine", r"premiere (?:proposition|offre|approche)",
    r"first (?:offer|proposal|approach)", r"had", r"avai(?:t|ent)", r"devai(?:t|ent)",
    r"(?:was|were) (?:to|due|set|supposed)", r"prevoyai(?:t|ent)",
)  # fmt: skip
_TURN = _any(
    r"mais", r"but", r"however", r"puis", r"then", r"before", r"avant", r"depuis", r"since",
    r"finalement", r"instead", r"eventually", r"toutefois", r"cependant", r"pourtant", r"yet",
)  # fmt: skip
_GOVERNED_AWAY = _any(
    r"refus\w*", r"renonc\w*", r"declin\w*", r"reject\w*", r"against", r"turned down", r"opted not",
    r"stop\w*", r"ceas\w*", r"cesse\w*", r"arret\w*", r"(?:gave|give|gives|given) up",
    r"instead of", r"rather than", r"au lieu d['e]", r"plutot que?", r"sans", r"without",
    r"fail\w* to", r"unable", r"incapable", r"pas pu", r"prevent\w*", r"empech\w*",
    r"abandon\w*", r"interdi\w*", r"forb\w+", r"banned", r"pulled out", r"exclu\w*", r"ruled out",
)  # fmt: skip
_PARTS = frozenset({UnitKind.SEMICOLON, UnitKind.CONTRAST})
_CLAUSES = _PARTS | {UnitKind.COMMA}


def weighed(reading: Reading, at: int, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts read at a unit, as sure as their sentence is; none where it is not trusted."""
    trust = trust_in(reading, at)
    if trust is Trust.NONE:
        return
    for draft in drafts:
        yield replace(draft, status=Status.POSSIBLE) if trust is Trust.PERHAPS else draft


def trust_in(reading: Reading, at: int) -> Trust:
    """How far the statement at a unit can be trusted, by the words of its sentence."""
    if _is_asked(reading) or _is_overturned(reading, at):
        return Trust.NONE
    segment = _words(reading, *_bounds(reading, at, _PARTS))
    if _FALSE.search(segment):
        return Trust.NONE
    start, end = _bounds(reading, at, _CLAUSES)
    clause = _words(reading, start, end)
    supposed = _CONDITION.search(clause) or _is_inverted(reading, start, end)
    nearly = _NEARLY.search(_words(reading, start, at + 1))
    if supposed or nearly or _governed_away(reading, at):
        return Trust.NONE
    whole = _bounds(reading, at, _PARTS)
    conditional = _CONDITION.search(segment) or _is_inverted(reading, *whole)
    if conditional or _HEDGE.search(segment) or _is_wished(reading, at) or is_rumour(reading):
        return Trust.PERHAPS
    return Trust.FULL


def _is_inverted(reading: Reading, start: int, end: int) -> bool:
    """As in "Had X refused, ...": a condition without "if"."""
    first, last = reading.units[start].start, reading.units[end - 1].end
    text = " ".join(token.text for token in reading.tokens[first:last])
    opens = start == 0 or reading.units[start - 1].kind is UnitKind.COMMA
    return bool(_INVERTED.search(text if opens else f"- {text}".replace(" ,", ",")))


def _is_unconjugated(unit: Unit) -> bool:
    return unit.verb is not None and not unit.verb.finite and not unit.verb.participle


def _is_wished(reading: Reading, at: int) -> bool:
    """Whether a wish stands before it: in its clause, or for an infinitive anywhere before."""
    kinds = _PARTS if _is_unconjugated(reading.units[at]) else _CLAUSES
    return bool(_WISHED.search(_words(reading, _bounds(reading, at, kinds)[0], at)))


def _governed_away(reading: Reading, at: int) -> bool:
    """Whether an infinitive is not to be: "a refusé de produire", "n'a pas pu produire"."""
    if not _is_unconjugated(reading.units[at]):
        return False
    if _GOVERNED_AWAY.search(_words(reading, _bounds(reading, at, _CLAUSES)[0], at)):
        return True
    return any(
        p.complement == at and (not p.verb.affirmed or p.has("refuse", "deny", "abort"))
        for p in reading.predicates
    )


def _is_asked(reading: Reading) -> bool:
    return any(token.text == "?" for token in reading.tokens[-2:])


def _is_overturned(reading: Reading, at: int) -> bool:
    """Whether the same sentence takes it back: "avait refusé, mais a changé d'avis"."""
    start, end = _bounds(reading, at, frozenset({UnitKind.SEMICOLON}))
    behind = _words(reading, at + 1, end)
    if _CHANGED.search(behind):
        return True
    anchor = _anchor(reading, at, start)
    clause = _words(reading, _bounds(reading, anchor, _CLAUSES)[0], at + 1)
    if not _FIRST.search(clause) and not _FIRST.search(_words(reading, anchor, at + 1)):
        return False
    return bool(_TURN.search(behind)) or (
        reading.units[at].has("refuse") and not re.search(r"had|avai", clause)
    )


def _anchor(reading: Reading, at: int, start: int) -> int:
    """The verb of the clause in which something stands: itself, or the last one before it."""
    verbs = [n for n in range(start, at + 1) if (v := reading.units[n].verb) and v.finite]
    return verbs[-1] if verbs else at


def _bounds(reading: Reading, at: int, kinds: frozenset[UnitKind]) -> tuple[int, int]:
    units = reading.units
    start, end = at, at + 1
    while start > 0 and units[start - 1].kind not in kinds:
        start -= 1
    while end < len(units) and units[end].kind not in kinds:
        end += 1
    return start, end


def _words(reading: Reading, start: int, end: int) -> str:
    """The folded words of units, quotations left out."""
    told: list[str] = []
    units: list[Unit] = [u for u in reading.units[start:end] if u.kind is not UnitKind.QUOTATION]
    for unit in units:
        told.extend(token.fold for token in reading.tokens[unit.start : unit.end])
    return " ".join(told)


__all__ = ["Trust", "trust_in", "weighed"]
