"""Words that carry no question of their own, as data: they may stand around a command's name."""

from __future__ import annotations

from facts.model import Language

FILLERS = {
    Language.FR: frozenset(
        "le la les l un une des du de d au aux en et est sont etait c ce cet cette ces ca quel "
        "quelle quels quelles quoi que qu qui quand combien je j tu vous me m moi nous on il elle "
        "ils elles se s y a ont ete sera seront va vont svp stp te t plait merci bonjour salut "
        "donne donnez dis dites montre montrez liste affiche affichez voir veux voudrais savoir "
        "connaitre peux peut pouvez sur pour par dans avec chez son sa ses leur leurs tout tous "
        "toute toutes alors donc bien hein hey ou cest ki koi commence commencent finit termine "
        "debute".split()
    ),
    Language.EN: frozenset(
        "the a an of to in on at for from by with is are was were be been do does did has have "
        "will can you me i we it its they them their this that these those what which who whose "
        "when where please pls thanks thank hi hello hey tell show give list see know want would "
        "like about all any many how s re ll and there start starts begin begins end ends".split()
    ),
}
"""Folded words, by language. No negation stands here: "not the teams" is another question."""

NEUTRAL = frozenset(
    "serie series docu docuserie documentaire documentary programme program emission "
    "musette".split()
)
"""What everything is about anyway: never a topic of its own."""

PREPOSITIONS = frozenset(
    "de du des d sur pour dans au aux en chez of for in on about at from by".split()
)
"""Behind a command's name they lead to its topic: "les équipes *du* Tour"."""

VAGUE = frozenset(
    "about date fait info infos duree length duration evidence lang read lire lis".split()
)
"""Names of commands that mean too many things inside a sentence to be taken for the command."""

NARROWER = {"refused": frozenset({"teams"}), "series": frozenset({"production"})}
"""A row that answers more exactly than another: both in one sentence mean the first."""

QUESTIONS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("quand", "when"), frozenset({"release", "race", "filming", "broadcast", "about"})
    ),
    **dict.fromkeys(
        ("combien", "many"), frozenset({"episodes", "teams", "partners", "refused", "facts"})
    ),
    "how": frozenset({"episodes", "teams", "partners", "refused", "facts"}),
    "where": frozenset({"release", "broadcast"}),
    "ou": frozenset({"release", "broadcast"}),
    "who": frozenset({"teams", "refused", "production", "partners", "broadcast", "quote"}),
    "qui": frozenset({"teams", "refused", "production", "partners", "broadcast", "quote"}),
    **dict.fromkeys(
        ("qu", "what", "quoi", "que"),
        frozenset({"teams", "refused", "release", "episodes", "production", "partners"})
        | frozenset({"filming", "race", "broadcast", "series", "quote", "facts", "source"})
        | frozenset({"help", "language"}),
    ),
}
"""Which rows may answer which question words; a row outside leaves the sentence not understood."""
