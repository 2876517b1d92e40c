"""English verbs: what sets a clause in the past or in the future."""

from __future__ import annotations

from facts.extract.values.words.kinds import TenseWords

TENSE = TenseWords(
    future=frozenset(
        {
            *("will", "shall", "ll", "scheduled", "planned", "expected", "due", "slated"),
            *("upcoming", "postponed", "rescheduled", "moved", "delayed", "would", "should"),
            *("may", "might", "could", "going"),
        }
    ),
    future_endings=(),
    past=frozenset(
        {
            *("was", "were", "had", "did", "began", "came", "won", "took", "went", "ran", "saw"),
            *("made", "held", "told", "said", "became", "left", "got", "rode"),
        }
    ),
    past_endings=("ed",),
    passive=frozenset({"be", "is", "are", "being", "to", "the", "a", "an", "get", "gets"}),
    perfect=frozenset({"has", "have"}),
    no_perfect_after=frozenset({"to", "will", "would", "should", "may", "must"}),
    participles=("ed", "en", "un", "wn", "ld", "ght", "one", "ade", "out", "come", "won"),
    be=frozenset(),
    moved=frozenset(),
    no_verbs=frozenset({"indeed", "hundred", "embed", "united", "speed", "exceed", "proceed"}),
    relatives=frozenset({"which", "who", "that", "but", "while", "because", "where", "whose"}),
    asides=frozenset({"(", ",", "-", "which", "who", "that", "whose"}),
)
