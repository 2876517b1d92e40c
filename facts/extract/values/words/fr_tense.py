"""French verbs: what sets a clause in the past or in the future."""

from __future__ import annotations

from facts.extract.values.words.kinds import TenseWords

TENSE = TenseWords(
    future=frozenset(
        {
            *("va", "vont", "sera", "seront", "aura", "auront", "fera", "feront", "ira", "iront"),
            *("doit", "doivent", "devrait", "devraient", "serait", "seraient", "prevu", "prevue"),
            *("prevus", "prevues", "attendu", "attendue", "attendus", "attendues", "fixe", "fixee"),
            *("reporte", "reportee", "repousse", "repoussee", "decale", "decalee", "programme"),
            *(
                "programmee",
                "programmes",
                "programmees",
                "annonce",
                "annoncee",
                "avance",
                "avancee",
            ),
        }
    ),
    future_endings=(
        "era",
        "eront",
        "ira",
        "iront",
        "dra",
        "dront",
        "tra",
        "tront",
        "rait",
        "raient",
    ),
    past=frozenset(
        {"etait", "etaient", "avait", "avaient", "fut", "furent", "eut", "eurent", "fit", "vit"}
    ),
    past_endings=(),
    passive=frozenset(),
    perfect=frozenset({"a", "ont", "avons", "ai"}),
    no_perfect_after=frozenset({"y", "on", "n"}),
    participles=("é", "ée", "és", "ées", "u", "ue", "us", "i", "is", "it", "ert", "int", "aint"),
    be=frozenset({"est", "sont"}),
    moved=frozenset(
        {
            *("sorti", "sortie", "sortis", "sorties", "parti", "partie", "partis", "arrive"),
            *("arrivee", "arrives", "venu", "venue", "devenu", "devenue", "ne", "nee", "mort"),
            *("decede", "decedee", "entre", "entree", "reste", "passe", "tombe", "revenu"),
        }
    ),
    no_verbs=frozenset(
        {"opera", "camera", "extra", "ultra", "contra", "mantra", "entrait", "portrait", "retrait"}
        | {"attrait", "extrait", "trait", "contrait"}
    ),
    relatives=frozenset({"qui", "que", "qu", "dont", "mais", "car", "donc", "tandis"}),
    asides=frozenset({"(", ",", "-", "qui", "que", "qu", "dont"}),
)
