"""Episodes, lengths and seasons, and what follows from them."""

from __future__ import annotations

import pytest

from facts.model import Language
from tests.facts.telling import EN, FR, facts_in, statuses, told_of

ABOUT = {
    FR: "Arte tourne un documentaire sur le Giro. ",
    EN: "Arte is making a documentary about the Giro d'Italia. ",
}


def _counts(text: str, language: Language) -> tuple[set[str], ...]:
    return tuple(
        told_of(relation, ABOUT[language] + text, language)
        for relation in ("episode_count", "episode_length", "length")
    )


@pytest.mark.parametrize(
    ("language", "text", "count", "each", "total"),
    [
        (FR, "Le documentaire comptera six épisodes de 52 minutes.",
         "6", "52 minute", "312 minute"),
        (FR, "Le documentaire comptera six épisodes, de 52 minutes chacun.", "6", "52 minute",
         "312 minute"),
        (FR, "Le documentaire se compose de dix épisodes d’une heure.",
         "10", "1 hour", "600 minute"),
        (EN, "The documentary will have six episodes of 52 minutes.",
         "6", "52 minute", "312 minute"),
        (EN, "The documentary has six 52-minute episodes.", "6", "52 minute", "312 minute"),
        (EN, "The documentary has six episodes, 52 minutes each.", "6", "52 minute", "312 minute"),
    ],
)  # fmt: skip
def test_episodes_and_how_long(
    language: Language, text: str, count: str, each: str, total: str
) -> None:
    assert _counts(text, language) == ({f"{count} episode"}, {each}, {total})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le documentaire comptera six épisodes."),
        (EN, "The documentary will have six episodes."),
        (EN, "The documentary is told in six episodes."),
        (EN, "The documentary has only six episodes."),
    ],
)
def test_episodes_alone(language: Language, text: str) -> None:
    assert _counts(text, language) == ({"6 episode"}, set(), set())


def test_the_sum_rests_on_both_sentences() -> None:
    text = ABOUT[FR] + "Le documentaire comptera six épisodes de 52 minutes."
    (total,) = (f for f in facts_in(text) if f.relation == "length")
    assert total.computed
    patterns = {e.pattern for e in total.evidence}
    assert patterns == {"episodes/count", "episodes/length"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le documentaire ne comptera pas six épisodes."),
        (FR, "Les deux premiers épisodes sont prêts."),
        (FR, "Environ six épisodes sont prévus."),
        (FR, "Plus de six épisodes sont prévus."),
        (FR, "Le coureur a roulé 52 minutes."),
        (EN, "The documentary doesn't have six episodes."),
        (EN, "The first two episodes are ready."),
        (EN, "Some six episodes are planned."),
        (EN, "The rider led for 52 minutes."),
    ],
)
def test_no_count(language: Language, text: str) -> None:
    assert _counts(text, language) == (set(), set(), set())


def test_without_a_programme_nothing_is_counted() -> None:
    assert told_of("episode_count", "Il y aura six épisodes de 52 minutes.") == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Arte produit un film de 52 minutes sur la Vuelta."),
        (EN, "Arte produces a film of 52 minutes about the Vuelta."),
        (EN, "Arte produces a 52-minute film about the Vuelta."),
    ],
)
def test_the_length_of_a_film(language: Language, text: str) -> None:
    (length,) = (f for f in facts_in(text, language) if f.relation == "length")
    assert not length.computed
    assert told_of("length", text, language) == {"52 minute"}


@pytest.mark.parametrize(
    ("language", "text", "season", "status"),
    [
        (FR, "La deuxième saison de Drive to Survive est sortie en 2020.", "2", "done"),
        (FR, "La sixième saison de Drive to Survive sortira en 2025.", "6", "planned"),
        (
            FR,
            "Arte a acheté Drive to Survive, dont la sixième saison est en ligne.",
            "6",
            "under_way",
        ),
        (EN, "The second season of Drive to Survive came out in 2020.", "2", "done"),
        (EN, "The sixth season of Drive to Survive will come out in 2025.", "6", "planned"),
    ],
)
def test_seasons(language: Language, text: str, season: str, status: str) -> None:
    line = f"programme/drive-to-survive season {season} season"
    assert statuses(text, language)[line] == status


def test_a_rider_has_no_season_of_a_programme() -> None:
    assert told_of("season", "Il entame sa deuxième saison chez Cofidis.") == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le documentaire sur le Giro comptera six à huit épisodes."),
        (FR, "Le documentaire sur le Giro comptera entre six et huit épisodes."),
        (EN, "A documentary on the Giro d'Italia will have between six and eight episodes."),
        (EN, "A documentary on the Giro d'Italia will have 8-10 episodes."),
    ],
)
def test_a_range_is_no_count(language: Language, text: str) -> None:
    about = "Arte produit un documentaire sur le Giro. " if language is FR else ""
    assert told_of("episode_count", about + text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Drive to Survive will return for a seventh season."),
        (FR, "Drive to Survive reviendra pour une septième saison."),
    ],
)
def test_a_season_to_come_is_planned(language: Language, text: str) -> None:
    assert statuses(text, language) == {"programme/drive-to-survive season 7 season": "planned"}
