"""English inflection: present, past, participle and gerund of any verb; plurals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.morphology.tense import Tense

_IRREGULAR = {
    "be": ("was", "been"), "beat": ("beat", "beaten"), "become": ("became", "become"),
    "begin": ("began", "begun"), "break": ("broke", "broken"),
    "broadcast": ("broadcast", "broadcast"), "bring": ("brought", "brought"),
    "build": ("built", "built"), "buy": ("bought", "bought"), "catch": ("caught", "caught"),
    "choose": ("chose", "chosen"), "come": ("came", "come"), "cost": ("cost", "cost"),
    "cut": ("cut", "cut"), "do": ("did", "done"), "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"), "fall": ("fell", "fallen"), "fight": ("fought", "fought"),
    "find": ("found", "found"), "get": ("got", "got"), "give": ("gave", "given"),
    "go": ("went", "gone"), "grow": ("grew", "grown"), "have": ("had", "had"),
    "hear": ("heard", "heard"), "hit": ("hit", "hit"), "hold": ("held", "held"),
    "keep": ("kept", "kept"), "know": ("knew", "known"), "lead": ("led", "led"),
    "leave": ("left", "left"), "lose": ("lost", "lost"), "make": ("made", "made"),
    "mean": ("meant", "meant"), "meet": ("met", "met"), "outsprint": ("outsprinted", "outsprinted"),
    "pay": ("paid", "paid"), "put": ("put", "put"), "read": ("read", "read"),
    "ride": ("rode", "ridden"), "rise": ("rose", "risen"), "run": ("ran", "run"),
    "say": ("said", "said"), "see": ("saw", "seen"), "sell": ("sold", "sold"),
    "send": ("sent", "sent"), "set": ("set", "set"), "shoot": ("shot", "shot"),
    "show": ("showed", "shown"), "shut": ("shut", "shut"), "sit": ("sat", "sat"),
    "speak": ("spoke", "spoken"), "spend": ("spent", "spent"), "stand": ("stood", "stood"),
    "strike": ("struck", "struck"), "take": ("took", "taken"), "tell": ("told", "told"),
    "think": ("thought", "thought"), "understand": ("understood", "understood"),
    "undergo": ("underwent", "undergone"), "wear": ("wore", "worn"), "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"), "write": ("wrote", "written"),
}  # fmt: skip
_DOUBLED = frozenset(
    (
        "plan commit admit drop stop slip wrap begin win get cut set hit run put shut sit ban slot "
        "transfer refer confer prefer submit permit regret embed chat step tap top trip quit "
        "cancel travel"
    ).split()
)
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


def verb(base: str) -> Iterator[tuple[str, Tense]]:
    """The forms of a verb; a base stands for present and infinitive."""
    yield base, Tense.INFINITIVE
    yield _with_s(base), Tense.PRESENT
    yield _stem(base) + "ing", Tense.GERUND
    past, participle = _IRREGULAR.get(base) or (_regular_past(base),) * 2
    yield past, Tense.PAST
    yield participle, Tense.PARTICIPLE


def _stem(base: str) -> str:
    if base in _DOUBLED:
        return base + base[-1]
    if base.endswith("ie"):
        return base[:-2] + "y"
    return base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base


def _regular_past(base: str) -> str:
    if base in _DOUBLED:
        return base + base[-1] + "ed"
    if _CONSONANT_Y.search(base):
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def _with_s(word: str) -> str:
    if word in {"have", "be"}:
        return {"have": "has", "be": "is"}[word]
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.search(word) or word in {"go", "do", "undergo"} else "s")


def plurals(noun: str) -> tuple[str, ...]:
    """The plural of a noun, where it differs."""
    irregular = {"man": "men", "woman": "women", "series": "", "docuseries": "", "docu-series": ""}
    if noun in irregular:
        return (irregular[noun],) if irregular[noun] else ()
    return (_with_s(noun),)
