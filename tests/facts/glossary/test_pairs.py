"""The two languages meet where their words mean the same, and only there."""

from __future__ import annotations

import pytest

from facts.extract.tokens import words_of
from facts.glossary import glossary
from facts.model import Language
from tests.facts.glossary.pairs import MEET, PART


def concepts(text: str, language: Language) -> set[str]:
    found = glossary(language).read(words_of(text))
    return {idea.concept for _, _, ideas in found for idea in ideas}


def shared(pair: str) -> set[str]:
    french, english = pair.split("|")
    assert concepts(french, Language.FR), french
    assert concepts(english, Language.EN), english
    return concepts(french, Language.FR) & concepts(english, Language.EN)


@pytest.mark.parametrize("pair", MEET.splitlines())
def test_words_of_equal_meaning_meet(pair: str) -> None:
    assert shared(pair)


@pytest.mark.parametrize("pair", PART.splitlines())
def test_words_of_near_or_opposite_meaning_do_not_meet(pair: str) -> None:
    assert not shared(pair)


# A question in one language, a sentence in the other, and the ideas that they must have in common.
SENTENCES = [
    (
        "Qui s'est cassé la clavicule pendant le stage en altitude ?",
        "The climber broke his collarbone on a training ride during an altitude camp.",
        {"fracture", "collarbone", "altitude_camp"},
    ),
    (
        "Combien coûte l'abonnement à la plateforme ?",
        "The streaming service's subscription will cost more next spring.",
        {"price", "subscription", "platform"},
    ),
    (
        "Quelle équipe a refusé d'être filmée ?",
        "One squad declined to be filmed by the crew.",
        {"team", "refuse", "shooting"},
    ),
    (
        "Pourquoi la fédération a-t-elle suspendu le médecin ?",
        "The doctor was banned by his federation for two years.",
        {"federation", "ban", "doctor"},
    ),
    (
        "La réalisatrice a-t-elle choisi la musique ?",
        "Its director picked the music herself.",
        {"film_director", "decide", "music"},
    ),
    (
        "Le maire a-t-il annulé le grand départ ?",
        "The mayor called off the Grand Départ.",
        {"mayor", "cancel", "grand_depart"},
    ),
]


@pytest.mark.parametrize(("french", "english", "ideas"), SENTENCES)
def test_running_sentences_share_their_ideas(french: str, english: str, ideas: set[str]) -> None:
    assert ideas <= concepts(french, Language.FR)
    assert ideas <= concepts(english, Language.EN)


def test_a_reflexive_verb_is_told_from_the_plain_one() -> None:
    assert concepts("la course passe par ici", Language.FR) >= {"go_through"}
    assert "happen" not in concepts("la course passe par ici", Language.FR)
    assert "happen" in concepts("que s'est il passé", Language.FR)


def test_the_longest_expression_wins() -> None:
    assert concepts("maillot jaune", Language.FR) == {"yellow_jersey"}
    assert concepts("team time trial", Language.EN) == {"team_time_trial"}
    assert concepts("time trial", Language.EN) == {"time_trial"}
