"""The small words of each language, as data: auxiliaries, determiners, prepositions, negation."""

from __future__ import annotations

from dataclasses import dataclass

from facts.model import Language, Status


@dataclass(frozen=True, slots=True)
class Auxiliary:
    """What a helping verb adds: `verb` is "have", "be", "go" or "modal"; `status` what it says of
    the main verb, or None where another auxiliary decides.
    """

    verb: str
    status: Status | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed word classes of a language; all forms are lower-case, with accents.

    `determiners` maps a form to "definite", "indefinite", "demonstrative" or "possessive";
    `prepositions` to the English preposition that stands for the role; `contracted` names the
    forms that hold a definite article ("du"). `subject_verbs` are verbs that form their past with
    "be" and are active all the same ("est sorti").
    """

    auxiliaries: dict[str, Auxiliary]
    determiners: dict[str, str]
    prepositions: dict[str, str]
    contracted: frozenset[str]
    relatives: frozenset[str]
    pronouns: dict[str, str]
    conjunctions: frozenset[str]
    contrasts: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    clitics: frozenset[str]
    subject_verbs: frozenset[str]
    starters: frozenset[str]


def _table(rows: dict[str, str]) -> dict[str, str]:
    return {word: value for value, words in rows.items() for word in words.split()}


def _auxiliaries(rows: tuple[tuple[str, Status | None, str], ...]) -> dict[str, Auxiliary]:
    return {word: Auxiliary(verb, status) for verb, status, words in rows for word in words.split()}


_FRENCH = Grammar(
    auxiliaries=_auxiliaries(
        (
            ("have", Status.DONE, "a ont avait avaient ayant avoir eut eurent ait aient"),
            ("have", Status.PLANNED, "aura auront"),
            ("have", Status.POSSIBLE, "aurait auraient"),
            ("be", None, "est sont être étant soit soient"),
            ("be", Status.DONE, "été était étaient fut furent"),
            ("be", Status.PLANNED, "sera seront"),
            ("be", Status.POSSIBLE, "serait seraient"),
            ("go", Status.PLANNED, "va vont"),
            ("go", Status.DONE, "vient viennent venait"),
            ("modal", Status.PLANNED, "doit doivent devra devront devrait devraient"),
            ("modal", Status.POSSIBLE, "peut peuvent pourra pourront pourrait pourraient"),
        )
    ),
    determiners=_table(
        {
            "definite": "le la les l'",
            "indefinite": "un une des quelques plusieurs certains certaines",
            "demonstrative": "ce cet cette ces",
            "possessive": "son sa ses leur leurs notre nos mon ma mes votre vos",
        }
    ),
    prepositions=_table(
        {
            "to": "à au aux",
            "of": "de du d' des",
            "by": "par",
            "for": "pour",
            "on": "sur",
            "with": "avec auprès",
            "in": "dans en dès lors courant",
            "at": "chez",
            "between": "entre",
            "against": "contre face",
            "since": "depuis",
            "from": "depuis",
            "until": "jusqu' jusque",
            "before": "avant",
            "after": "après",
            "during": "pendant durant",
            "according": "selon",
            "as": "comme",
            "without": "sans",
            "towards": "vers",
        }
    ),
    contracted=frozenset({"du", "au", "aux", "des"}),
    relatives=frozenset({"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels"}),
    pronouns=_table(
        {
            "he": "il lui celui-ci",
            "she": "elle celle-ci",
            "they": "ils elles ceux-ci celles-ci eux",
            "one": "on",
            "we": "nous je j'",
        }
    ),
    conjunctions=frozenset({"et", "ou", "ainsi", "puis", "&", "ni"}),
    contrasts=frozenset({"mais", "cependant", "toutefois", "néanmoins", "pourtant", "sauf"}),
    negations=frozenset({"ne", "n'", "pas", "jamais", "aucun", "aucune", "nullement"}),
    adverbs=frozenset(
        (
            "d' ores et déjà également aussi bien encore toujours désormais enfin bientôt alors "
            "ainsi donc même tout toute ensuite actuellement déjà d'abord presque quasiment très "
            "plus pas ne jamais hier aujourd'hui demain ici là peu beaucoup finalement d'ailleurs "
            "quant soit parfois souvent ensemble seul seule seuls bel notamment point guère rien"
        ).split()
    ),
    clitics=frozenset("se s' le la les l' lui leur y en ne n' me m' nous vous".split()),
    subject_verbs=frozenset(
        (
            "sortir arriver partir venir naître tomber rester devenir passer retourner entrer "
            "monter descendre mourir revenir apparaître aller débarquer"
        ).split()
    ),
    starters=frozenset(
        (
            "le la les l' un une des du de d' au aux ce cet cette ces son sa ses leur leurs et "
            "mais ou or donc car ni il elle ils elles on nous vous je j' c' en dans pour par sur "
            "avec sans sous chez vers entre depuis pendant durant après avant dès lors selon "
            "malgré quant cependant toutefois néanmoins pourtant enfin ainsi alors aussi puis "
            "ensuite ailleurs outre si quand lorsque comme comment pourquoi où qui que quoi "
            "quel quelle hier aujourd'hui demain désormais déjà bientôt voici voilà celui "
            "celle ceux celles "
            "tout tous toute toutes chaque plusieurs quelques certains certaines aucun aucune "
            "notre nos votre vos mon ma mes ne n' s' se qu' afin grâce jusqu' parmi côté "
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
            "lundi mardi mercredi jeudi vendredi samedi dimanche deux trois quatre cinq six sept "
            "huit neuf dix premier première selon commentaires photo vidéo ces derniers dernières "
            "non oui produit produite réalisé réalisée intitulé interrogé peu plus moins très bien "
            "prévu attendu présent disponible diffusé a est sont y"
        ).split()
    ),
)

_ENGLISH = Grammar(
    auxiliaries=_auxiliaries(
        (
            ("have", Status.DONE, "has have had having 've"),
            ("be", None, "is are be being am 're"),
            ("be", Status.DONE, "was were been"),
            ("do", None, "do does"),
            ("do", Status.DONE, "did"),
            ("modal", Status.PLANNED, "will 'll shall should must wo"),
            ("modal", Status.POSSIBLE, "would could might may can ca 'd"),
        )
    ),
    determiners=_table(
        {
            "definite": "the",
            "indefinite": "a an some several another",
            "demonstrative": "this these that those",
            "possessive": "its their his her our my your",
        }
    ),
    prepositions=_table(
        {
            "to": "to",
            "of": "of",
            "'s": "'s",
            "by": "by",
            "for": "for",
            "on": "on upon onto",
            "with": "with alongside",
            "in": "in inside within into",
            "at": "at",
            "between": "between",
            "against": "against",
            "since": "since",
            "from": "from",
            "until": "until till through",
            "before": "before",
            "after": "after following",
            "during": "during",
            "according": "according",
            "as": "as",
            "about": "about",
            "without": "without",
            "towards": "towards toward",
        }
    ),
    contracted=frozenset(),
    relatives=frozenset({"who", "which", "that", "whose", "where", "whom"}),
    pronouns=_table(
        {"he": "he him", "she": "she her", "they": "they them", "it": "it", "we": "we i"}
    ),
    conjunctions=frozenset({"and", "or", "&", "plus", "nor"}),
    contrasts=frozenset({"but", "however", "though", "although", "yet", "except"}),
    negations=frozenset({"not", "n't", "never", "no"}),
    adverbs=frozenset(
        (
            "also already now not n't never still soon then just only even currently recently "
            "officially finally reportedly previously always again yet both all each too as well "
            "being first once since so far"
        ).split()
    ),
    clitics=frozenset(),
    subject_verbs=frozenset(),
    starters=frozenset(
        (
            "the a an this these that those its their his her our my your and but or nor so yet he "
            "she it they we you i in on at by for from with without to of as if when while where "
            "who what why how which after before during since until under over between about "
            "according despite however meanwhile moreover also then now there here not no yes "
            "only just even still once both all each every some many most several few such "
            "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow "
            "one two three four five six seven eight nine ten first last next another other "
            "produced made created filming shooting filmed shot available set asked speaking "
            "january february march april may june july august september october november december "
            "comments photo video following ahead alongside although though because unlike "
            "instead rather will can could would may might does did do has have had is are was were"
        ).split()
    ),
)

GRAMMARS = {Language.FR: _FRENCH, Language.EN: _ENGLISH}
