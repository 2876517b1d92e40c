"""French inflection: the third persons, infinitive, past participle and gerund of any verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.morphology.tense import Tense

# Irregular families by ending: (ending, present he, present they, imperfect stem, past he,
# past they, future stem, participle). The longest ending that fits wins; "" stands for nothing.
_FAMILIES = (
    ("être", "est", "sont", "ét", "fut", "furent", "ser", "été"),
    ("avoir", "a", "ont", "av", "eut", "eurent", "aur", "eu"),
    ("aller", "va", "vont", "all", "alla", "allèrent", "ir", "allé"),
    ("faire", "fait", "font", "fais", "fit", "firent", "fer", "fait"),
    ("dire", "dit", "disent", "dis", "dit", "dirent", "dir", "dit"),
    ("pouvoir", "peut", "peuvent", "pouv", "put", "purent", "pourr", "pu"),
    ("vouloir", "veut", "veulent", "voul", "voulut", "voulurent", "voudr", "voulu"),
    ("savoir", "sait", "savent", "sav", "sut", "surent", "saur", "su"),
    ("devoir", "doit", "doivent", "dev", "dut", "durent", "devr", "dû"),
    ("cevoir", "çoit", "çoivent", "cev", "çut", "çurent", "cevr", "çu"),
    ("prévoir", "prévoit", "prévoient", "prévoy", "prévit", "prévirent", "prévoir", "prévu"),
    ("voir", "voit", "voient", "voy", "vit", "virent", "verr", "vu"),
    ("tenir", "tient", "tiennent", "ten", "tint", "tinrent", "tiendr", "tenu"),
    ("venir", "vient", "viennent", "ven", "vint", "vinrent", "viendr", "venu"),
    ("courir", "court", "courent", "cour", "courut", "coururent", "courr", "couru"),
    ("mourir", "meurt", "meurent", "mour", "mourut", "moururent", "mourr", "mort"),
    ("quérir", "quiert", "quièrent", "quér", "quit", "quirent", "querr", "quis"),
    ("eillir", "eille", "eillent", "eill", "eillit", "eillirent", "eiller", "eilli"),
    ("ouvrir", "ouvre", "ouvrent", "ouvr", "ouvrit", "ouvrirent", "ouvrir", "ouvert"),
    ("ffrir", "ffre", "ffrent", "ffr", "ffrit", "ffrirent", "ffrir", "ffert"),
    ("partir", "part", "partent", "part", "partit", "partirent", "partir", "parti"),
    ("sortir", "sort", "sortent", "sort", "sortit", "sortirent", "sortir", "sorti"),
    ("servir", "sert", "servent", "serv", "servit", "servirent", "servir", "servi"),
    ("sentir", "sent", "sentent", "sent", "sentit", "sentirent", "sentir", "senti"),
    ("prendre", "prend", "prennent", "pren", "prit", "prirent", "prendr", "pris"),
    ("mettre", "met", "mettent", "mett", "mit", "mirent", "mettr", "mis"),
    ("battre", "bat", "battent", "batt", "battit", "battirent", "battr", "battu"),
    ("rompre", "rompt", "rompent", "romp", "rompit", "rompirent", "rompr", "rompu"),
    ("vaincre", "vainc", "vainquent", "vainqu", "vainquit", "vainquirent", "vaincr", "vaincu"),
    ("conclure", "conclut", "concluent", "conclu", "conclut", "conclurent", "conclur", "conclu"),
    ("suivre", "suit", "suivent", "suiv", "suivit", "suivirent", "suivr", "suivi"),
    ("vivre", "vit", "vivent", "viv", "vécut", "vécurent", "vivr", "vécu"),
    ("crire", "crit", "crivent", "criv", "crivit", "crivirent", "crir", "crit"),
    ("lire", "lit", "lisent", "lis", "lut", "lurent", "lir", "lu"),
    ("uire", "uit", "uisent", "uis", "uisit", "uisirent", "uir", "uit"),
    ("croire", "croit", "croient", "croy", "crut", "crurent", "croir", "cru"),
    ("plaire", "plaît", "plaisent", "plais", "plut", "plurent", "plair", "plu"),
    ("naître", "naît", "naissent", "naiss", "naquit", "naquirent", "naîtr", "né"),
    ("aître", "aît", "aissent", "aiss", "ut", "urent", "aîtr", "u"),
    ("aindre", "aint", "aignent", "aign", "aignit", "aignirent", "aindr", "aint"),
    ("eindre", "eint", "eignent", "eign", "eignit", "eignirent", "eindr", "eint"),
    ("oindre", "oint", "oignent", "oign", "oignit", "oignirent", "oindr", "oint"),
    ("dre", "d", "dent", "d", "dit", "dirent", "dr", "du"),
    ("tendre", "tend", "tendent", "tend", "tendit", "tendirent", "tendr", "tendu"),
)  # fmt: skip
_GRAVE = re.compile(r"^(.*)[eé]([bcdfgjlmnprstv]|gn|gu|ch|[bcdgt]r|gl)er$")
_DOUBLING = ("appeler", "jeter", "rappeler", "rejeter", "projeter")
_SOFT = {"g": "ge", "c": "ç"}


def verb(infinitive: str) -> Iterator[tuple[str, Tense]]:
    """Every third-person and unconjugated form, with its tense."""
    yield infinitive, Tense.INFINITIVE
    family = max(
        (row for row in _FAMILIES if infinitive.endswith(row[0])),
        key=lambda row: len(row[0]),
        default=None,
    )
    if family and not (infinitive.endswith("er") and family[0] != infinitive):
        yield from _irregular(infinitive[: -len(family[0])], family)
    elif infinitive.endswith("er"):
        yield from _first_group(infinitive)
    else:
        yield from _second_group(infinitive)


def _irregular(root: str, family: tuple[str, ...]) -> Iterator[tuple[str, Tense]]:
    _, he, they, imperfect, past, past_they, future, participle = family
    yield root + he, Tense.PRESENT
    yield root + they, Tense.PRESENT
    yield from _common(root + imperfect, root + future, root + participle)
    yield root + past, Tense.PAST
    yield root + past_they, Tense.PAST


def _first_group(infinitive: str) -> Iterator[tuple[str, Tense]]:
    stem = infinitive[:-2]
    soft = stem[:-1] + _SOFT.get(stem[-1], stem[-1])
    strong, future = stem, infinitive
    grave = _GRAVE.match(infinitive)
    if infinitive.endswith(_DOUBLING):
        strong = stem + stem[-1]
        future = strong + "er"
    elif grave:
        strong = f"{grave[1]}è{grave[2]}"
        future = strong + "er"
    elif infinitive.endswith(("oyer", "uyer")):
        strong = stem[:-1] + "i"
        future = strong + "er" if not infinitive.endswith("envoyer") else infinitive[:-4] + "err"
    yield strong + "e", Tense.PRESENT
    yield strong + "ent", Tense.PRESENT
    yield from _common(soft, future, stem + "é")
    yield soft + "a", Tense.PAST
    yield stem + "èrent", Tense.PAST


def _second_group(infinitive: str) -> Iterator[tuple[str, Tense]]:
    stem = infinitive[:-1]
    yield stem + "t", Tense.PRESENT
    yield stem + "ssent", Tense.PRESENT
    yield from _common(stem + "ss", stem + "r", stem)
    yield stem + "rent", Tense.PAST


def _common(imperfect: str, future: str, participle: str) -> Iterator[tuple[str, Tense]]:
    for ending in ("ait", "aient"):
        yield imperfect + ending, Tense.IMPERFECT
        yield future + ending, Tense.CONDITIONAL
    for ending in ("a", "ont"):
        yield future + ending, Tense.FUTURE
    yield "ayant" if imperfect == "av" else imperfect + "ant", Tense.GERUND
    base = participle.replace("û", "u")
    yield participle, Tense.PARTICIPLE
    plural = "" if base.endswith("s") else "s"
    for ending in ("e", plural, "es"):
        yield base + ending, Tense.PARTICIPLE


def plurals(noun: str) -> tuple[str, ...]:
    """The plural of a noun or adjective, where it differs."""
    if noun.endswith(("s", "x", "z")):
        return ()
    if noun.endswith("al"):
        return (noun[:-2] + "aux",)
    return (noun + ("x" if noun.endswith("eau") else "s"),)
