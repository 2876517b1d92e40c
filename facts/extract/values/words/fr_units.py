"""What is counted and measured in French."""

from __future__ import annotations

from facts.extract.values.phrases import Phrases
from facts.extract.values.words.kinds import UnitWords
from facts.extract.values.words.shared import (
    SIGNS,
    SPEEDS,
    SYMBOLS,
    TIME_SIGNS,
    flags,
    forms,
    nouns,
)

_NOUNS = {
    "episode": ("épisode", "épisodes"),
    "team": ("équipe | formation | team", "équipes | formations | teams"),
    "rider": (
        "coureur | coureuse | cycliste | partant | partante",
        "coureurs | coureuses | cyclistes | partants | partantes",
    ),
    "stage": ("étape", "étapes"),
    "season": ("saison", "saisons"),
    "series": (
        "série | docu-série | docusérie | mini-série | minisérie | web-série | télé-série",
        "séries | docu-séries | docuséries | mini-séries | miniséries | web-séries | télé-séries",
    ),
    "documentary": ("documentaire | docu", "documentaires | docus"),
    "film": ("film | long-métrage", "films | longs-métrages"),
    "edition": ("édition", "éditions"),
    "victory": ("victoire | succès", "victoires | succès"),
    "point": ("point", "points"),
    "day": ("jour | journée", "jours | journées"),
    "week": ("semaine", "semaines"),
    "month": ("mois", "mois"),
    "year": ("an | année", "ans | années"),
    "km": ("kilomètre", "kilomètres"),
    "m": ("mètre", "mètres"),
    "mile": ("mile", "miles"),
    "viewer": ("téléspectateur | téléspectatrice", "téléspectateurs | téléspectatrices"),
}

UNITS = UnitWords(
    nouns=Phrases(nouns(_NOUNS) | SIGNS),
    attributive=Phrases({}),
    climbs=Phrases(
        flags(
            "de dénivelé positif | de dénivelé | de dénivelée | de dénivellation | de D+ | D+"
            " | de dénivelés"
        )
    ),
    times=Phrases(
        nouns(
            {
                "hour": ("heure", "heures"),
                "minute": ("minute", "minutes"),
                "second": ("seconde", "secondes"),
            }
        )
        | TIME_SIGNS
    ),
    short_hours=frozenset({"h", "heure", "heures"}),
    time_joiner="et",
    fixed_times=Phrases(
        {
            "demi-heure": 30,
            "quart d'heure": 15,
            "trois quarts d'heure": 45,
        }
    ),
    ages=Phrases({"ans d'âge": True}),
    bare_ages=True,
    age_before=Phrases(
        flags("âgé de | âgée de | âgés de | âgées de | à l'âge de | âgé d' | âgée d'")
    ),
    bare_age_before=Phrases({}),
    span_before=Phrases(
        flags(
            "depuis | pendant | durant | il y a | dans | en | sur | pour | après | d'ici"
            " | contrat de | bail de | accord de | absence de | carrière de | attente de"
            " | suspension de | partenariat de | prolongation de | tous les | toutes les | les"
        )
    ),
    span_after=Phrases(
        flags(
            "plus tard | plus tôt | après | avant | d'absence | de suspension | de carrière"
            " | de contrat | d'attente | de présence | de collaboration | de partenariat"
            " | d'existence | d'histoire | d'affilée | de prison"
        )
    ),
    speeds=Phrases(
        SPEEDS
        | dict.fromkeys(
            forms(
                "kilomètres à l'heure | kilomètres-heure | kilomètre-heure | kilomètres par heure"
                " | kilomètres/heure | km à l'heure | km/heure | km par heure"
            ),
            "km/h",
        )
    ),
    percent=Phrases(flags("% | pour cent | pourcents | pourcent")),
    adjectives=frozenset(
        {
            *("autre", "autres", "nouveau", "nouvel", "nouvelle", "nouveaux", "nouvelles"),
            *("premier", "premiers", "premiere", "premieres", "dernier", "derniers"),
            *("derniere", "dernieres", "prochain", "prochains", "prochaine", "prochaines"),
            *("grand", "grands", "grande", "grandes", "petit", "petits", "petite", "petites"),
            *("long", "longs", "longue", "longues", "bon", "bons", "bonne", "bonnes"),
            *("seul", "seule", "unique", "jeune", "jeunes", "meilleur", "meilleurs"),
            *("meilleure", "meilleures", "belle", "belles", "beaux", "gros", "grosses"),
            *("courts", "courtes", "differents", "differentes", "courageux", "petites"),
            *("magnifiques", "superbes", "futurs", "futures", "anciens", "anciennes", "vraies"),
            *("memes", "demi", "fameux", "fameuses", "passionnants", "passionnantes"),
        }
    ),
    selecting=frozenset(
        {
            *("premier", "premiers", "premiere", "premieres", "dernier", "derniers"),
            *("derniere", "dernieres", "prochain", "prochains", "prochaine", "prochaines"),
            *("meilleur", "meilleurs", "meilleure", "meilleures", "memes"),
        }
    ),
    noun_last=False,
    short_millions=False,
    title_case=False,
    headline_names=frozenset(),
    ordinal_like=frozenset(),
    name_links=frozenset({"de", "du", "la", "d"}),
    labels={
        "etape": "stage",
        "episode": "episode",
        "saison": "season",
        **dict.fromkeys(
            ("dossard", "numero", "no", "n", "page", "chapitre", "groupe", "zone", "categorie")
        ),
        **dict.fromkeys(("article", "commentaires", "commentaire", "team", "chaine", "lot")),
    },
    number_nouns=frozenset({"numero", "no"}),
    rank_nouns=Phrases(dict.fromkeys(forms("place | rang | position"), "rank")),
    after_rank=frozenset(
        {
            *("a", "au", "aux", "de", "du", "des", "d", "en", "sur", "dans", "derriere", "devant"),
            *("et", "ou", "mais", "avec", "pour", "par", "qui", "puis", "hier", "ce", "cette"),
            *("lors", "apres", "avant", "chez", "ex", "aequo", "scratch", "seulement", "l", "le"),
            *("la", "les", "general"),
        }
    ),
    gap_before=Phrases(flags("à")),
    gap_lead=Phrases(
        flags(
            "écart de | retard de | avance de | relégué à | reléguée à | concède | concédé | perd"
            " | perdu | repris | reprend | pointe à | retard, | écart est de | battu de"
        )
    ),
    gap_tail=Phrases(
        flags(
            "de retard | d'avance | d'écart | derrière | devant | du maillot | du leader"
            " | du vainqueur | de la tête | du peloton | des échappés | de débours"
        )
    ),
    same_time=Phrases(flags("dans le même temps | même temps | m.t.")),
    same_time_words=frozenset(
        {"classe", "classes", "arrive", "termine", "devance", "sprint", "que"}
    ),
    clock_before=Phrases(
        flags("à | dès | vers | à partir de | jusqu'à | entre | avant | aux alentours de | dès les")
    ),
    clock_after=Phrases(
        flags("du matin | du soir | de l'après-midi | heure française | heure locale | GMT | CET")
    ),
    lasting=frozenset(
        {"d", "pendant", "durant", "dure", "durera", "durer", "dureront", "environ", "en"}
    ),
    length_articles=frozenset(),
    symbols=Phrases(SYMBOLS),
    currencies=Phrases(
        dict.fromkeys(forms("euro | euros"), "EUR")
        | dict.fromkeys(forms("dollar | dollars | dollars américains"), "USD")
        | dict.fromkeys(forms("livre sterling | livres sterling"), "GBP")
        | dict.fromkeys(forms("dollars australiens"), "AUD")
        | dict.fromkeys(forms("dollars canadiens"), "CAD")
        | dict.fromkeys(forms("franc suisse | francs suisses"), "CHF")
        | dict.fromkeys(forms("yen | yens"), "JPY")
    ),
    money_scales={"k": 10**3, "m": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9},
)
