"""French days, months and periods."""

from __future__ import annotations

from facts.extract.values.phrases import Phrases
from facts.extract.values.words.kinds import DateWords, Period, Shift, Slice
from facts.extract.values.words.shared import crossed, flags, forms
from facts.model import Part

_MONTHS = (
    "janvier | janv | jan",
    "février | fév | févr",
    "mars",
    "avril | avr",
    "mai",
    "juin",
    "juillet | juil",
    "août",
    "septembre | sept | sep",
    "octobre | oct",
    "novembre | nov",
    "décembre | déc",
)
_WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_LINKS = (
    *("", "de", "d'", "du mois de", "du mois d'", "le mois de", "le mois d'", "de l'année"),
    *("de la saison", "de l'", "du", "de la"),
)
_LEADS = {
    Part.EARLY: forms("début | commencement | première semaine | première quinzaine"),
    Part.MIDDLE: forms("mi | milieu"),
    Part.LATE: forms("fin | dernière semaine | seconde quinzaine | deuxième quinzaine"),
    None: forms("courant | au cours | mois"),
}
_ORDINALS = (
    "premier | 1er",
    "deuxième | second | 2e | 2ème | 2nd",
    "troisième | 3e | 3ème",
    "quatrième | dernier | 4e | 4ème",
)


def _slices() -> dict[str, Slice]:
    table = {
        f"{ordinal} trimestre": Slice(Period.QUARTER, number)
        for number, words in enumerate(_ORDINALS, 1)
        for ordinal in forms(words)
    }
    for number, words in enumerate(_ORDINALS[:2], 1):
        table |= {f"{ordinal} semestre": Slice(Period.HALF, number) for ordinal in forms(words)}
    table |= {
        "dernier semestre": Slice(Period.HALF, 2),
        "première moitié": Slice(Period.HALF, 1),
        "seconde moitié": Slice(Period.HALF, 2),
        "deuxième moitié": Slice(Period.HALF, 2),
        "printemps": Slice(Period.SEASON, 1),
        "été": Slice(Period.SEASON, 2),
        "automne": Slice(Period.SEASON, 3),
        "hiver": Slice(Period.SEASON, 4),
    }
    table |= {f"{sign}{n}": Slice(Period.QUARTER, n) for sign in "TQ" for n in range(1, 5)}
    return table | {f"{sign}{n}": Slice(Period.HALF, n) for sign in "SH" for n in (1, 2)}


def _shifts() -> dict[str, Shift]:
    table = {
        "avant-hier": Shift(Period.DAY, -2),
        "hier": Shift(Period.DAY, -1),
        "aujourd'hui": Shift(Period.DAY, 0),
        "demain": Shift(Period.DAY, 1),
        "après-demain": Shift(Period.DAY, 2),
        "cette saison": Shift(Period.SEASON, 0),
        "saison prochaine": Shift(Period.SEASON, 1),
        "saison dernière": Shift(Period.SEASON, -1),
        "saison passée": Shift(Period.SEASON, -1),
        "saison en cours": Shift(Period.SEASON, 0),
        "mois en cours": Shift(Period.MONTH, 0),
        "année en cours": Shift(Period.YEAR, 0),
    }
    for moment in forms("ce matin | ce midi | cet après-midi | ce soir | cette nuit | ce jour"):
        table[moment] = Shift(Period.DAY, 0)
    for period, noun, this, feminine in (
        (Period.WEEK, "semaine", "cette", True),
        (Period.WEEKEND, "week-end", "ce", False),
        (Period.WEEKEND, "weekend", "ce", False),
        (Period.MONTH, "mois", "ce", False),
        (Period.YEAR, "an", "cet", False),
        (Period.YEAR, "année", "cette", True),
    ):
        ending = "e" if feminine else ""
        table[f"{this} {noun}"] = Shift(period, 0)
        table[f"{this} {noun}-ci"] = Shift(period, 0)
        table[f"{noun} prochain{ending}"] = Shift(period, 1)
        table[f"{noun} dern{'ière' if feminine else 'ier'}"] = Shift(period, -1)
        table[f"{noun} passé{ending}"] = Shift(period, -1)
    return table


_SLICES = _slices()

DATES = DateWords(
    months=Phrases(
        {name: number for number, names in enumerate(_MONTHS, 1) for name in forms(names)}
    ),
    wary_months=frozenset({"mars", "avril", "mai"}),
    short_months=frozenset(
        {"janv", "jan", "fev", "fevr", "avr", "juil", "sept", "sep", "oct", "nov", "dec"}
    ),
    capital_months=frozenset(),
    month_before=frozenset(
        {"en", "de", "d", "depuis", "avant", "apres", "ici", "dès", "des", "jusqu", "fin", "debut"}
        | {"mi", "courant", "a", "au", "pour", "entre", "et", "vers", "ce", "mois", "des"}
    ),
    weekdays=Phrases({name: number for number, name in enumerate(_WEEKDAYS)}),
    habitual_before=frozenset({"le", "les", "chaque", "un", "du", "au", "aux", "des"}),
    parts=Phrases(
        {phrase: part for part, leads in _LEADS.items() for phrase in crossed(leads, _LINKS)}
    ),
    slices=Phrases(_SLICES),
    wary_slices=Phrases(
        dict.fromkeys(
            (
                phrase
                for phrase, piece in _SLICES.items()
                if piece.period is Period.SEASON or phrase[-1].isdigit() or "moitié" in phrase
            ),
            True,
        )
    ),
    of_year=Phrases(flags("de | de l'année | de l'an | de la saison | d' | de l' | l'")),
    shifts=Phrases(_shifts()),
    year_shifts=Phrases(
        {
            "an prochain": 1,
            "année prochaine": 1,
            "an dernier": -1,
            "année dernière": -1,
            "année passée": -1,
            "cette année": 0,
            "année en cours": 0,
        }
    ),
    bare_periods=Phrases(
        {
            "année": Shift(Period.YEAR, 0),
            "mois": Shift(Period.MONTH, 0),
            "semaine": Shift(Period.WEEK, 0),
        }
    ),
    turns_before={"ce": None, "cet": None, "cette": None},
    turns_after={
        "prochain": True,
        "prochaine": True,
        "dernier": False,
        "derniere": False,
        "passe": False,
        "passee": False,
    },
    generic_before=frozenset({"de", "d"}),
    articles=frozenset({"le", "la", "les", "l"}),
    day_of=frozenset({"de", "du", "d"}),
    range_joiners=Phrases(flags("au | à | jusqu'au | jusqu'à | - | jusqu'en | aux")),
    between=frozenset({"entre"}),
    and_joiners=frozenset({"et"}),
    context=frozenset(
        {"(", ",", "du", "le", "les", "entre", "au", "de", "en", "se", "a", "des", "-", ":"}
    ),
    year_strong=frozenset({"en", "depuis", "ici", "des", "courant", "annee", "an"}),
    year_before=frozenset(
        {"de", "d", "avant", "apres", "pour", "jusqu", "a", "entre", "fin", "debut", "saison"}
        | {"edition", "millesime", "exercice", "calendrier", "des"}
    ),
    year_nouns=frozenset(
        {"saison", "horizon", "edition", "millesime", "exercice", "annee", "an", "campagne"}
    ),
    function_words=frozenset(
        {
            *("sur", "a", "au", "aux", "de", "du", "des", "d", "et", "ou", "mais", "avec", "par"),
            *("pour", "dans", "en", "le", "la", "les", "l", "un", "une", "est", "sera", "se"),
            *("qui", "que", "qu", "ne", "n", "il", "elle", "ils", "elles", "on", "nous", "vous"),
            *("son", "sa", "ses", "leur", "leurs", "ce", "cette", "cet", "ces", "c", "s", "y"),
            *("avant", "apres", "puis", "donc", "car", "si", "lors", "chez", "aura", "ont"),
            *("sera", "seront", "avait", "etait", "sont", "fut", "dont", "ou", "comme", "sans"),
            *("entre", "vers", "contre", "quand", "alors", "afin", "grace", "selon", "sous"),
            *("jusqu", "depuis", "pendant", "durant", "deja", "deux", "trois", "notamment"),
        }
    ),
    month_first=False,
    day_first=True,
    this_is_coming=False,
)
