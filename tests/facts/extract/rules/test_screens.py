"""Where and when a programme is shown, and what it is about."""

from __future__ import annotations

import pytest

from facts.model import Language
from tests.facts.telling import EN, FR, facts_in, told, told_of, value_words

ABOUT = {
    FR: "Arte tourne une série sur le Giro. ",
    EN: "Arte is making a series about the Giro d'Italia. ",
}
NETFLIX, PRIME = "organisation/netflix", "organisation/prime-video"
JUNE_8 = "2024-06-08..2024-06-08 day"
MAY_2023 = "2023-05-01..2023-05-31 month"
SPRING = "2025-03-01..2025-05-31 season"
GIRO, VUELTA = "race/giro-ditalia", "race/vuelta-a-espana"


@pytest.mark.parametrize(
    ("language", "text", "platforms", "when", "status"),
    [
        (FR, "La série sortira le 8 juin 2024 sur Netflix.", {NETFLIX}, JUNE_8, "planned"),
        (FR, "La série pourrait sortir le 8 juin 2024 sur Netflix.", {NETFLIX}, JUNE_8, "possible"),
        (FR, "La série est sortie en mai 2023 sur Prime Video.", {PRIME}, MAY_2023, "done"),
        (FR, "La sortie de la série est prévue pour le printemps 2025.", set(), SPRING, "planned"),
        (FR, "La sortie est prévue pour le printemps 2025.", set(), SPRING, "planned"),
        (FR, "La série sera disponible le 8 juin 2024 sur Netflix.", {NETFLIX}, JUNE_8, "planned"),
        (FR, "Netflix diffusera la série le 8 juin.", {NETFLIX}, JUNE_8, "planned"),
        (FR, "La série sera diffusée par Netflix le 8 juin 2024.", {NETFLIX}, JUNE_8, "planned"),
        (
            EN,
            "The series will be released on 8 June 2024 on Netflix.",
            {NETFLIX},
            JUNE_8,
            "planned",
        ),
        (EN, "The series could come out on 8 June 2024 on Netflix.", {NETFLIX}, JUNE_8, "possible"),
        (EN, "The series came out in May 2023 on Prime Video.", {PRIME}, MAY_2023, "done"),
        (EN, "The release of the series is scheduled for spring 2025.", set(), SPRING, "planned"),
        (EN, "Netflix will release the series on 8 June 2024.", {NETFLIX}, JUNE_8, "planned"),
    ],
)
def test_release(
    language: Language, text: str, platforms: set[str], when: str, status: str
) -> None:
    text = ABOUT[language] + text
    assert told_of("platform", text, language) == platforms
    (release,) = (f for f in facts_in(text, language) if f.relation == "release")
    assert (value_words(release.value), str(release.status)) == (when, status)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "La série ne sortira pas le 8 juin 2024 sur Netflix."),
        (FR, "Netflix ne diffusera pas la série en mai 2024."),
        (FR, "La série n’est pas disponible sur Netflix."),
        (FR, "La sortie de la série n’est pas prévue pour mai 2024."),
        (FR, "La sortie du film sur la Vuelta est prévue pour mai 2024."),
        (FR, "Le coureur est sorti de la course le 8 juin 2024."),
        (EN, "The series will not come out on 8 June 2024."),
        (EN, "The series isn't available on Netflix."),
        (EN, "The series won't come out on Netflix."),
        (EN, "Netflix doesn’t stream the series."),
    ],
)
def test_no_release(language: Language, text: str) -> None:
    text = ABOUT[language] + text
    assert told_of("release", text, language) | told_of("platform", text, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        (FR, "Eurosport diffusera un film sur la Vuelta avant le Giro 2024.",
         f"before {GIRO}/2024"),
        (FR, "Eurosport diffusera un film sur la Vuelta après le Giro 2024.", f"after {GIRO}/2024"),
        (FR, "Eurosport diffusera un film sur la Vuelta pendant le Giro.", f"during {GIRO}"),
        (EN, "Eurosport will broadcast a film about the Vuelta ahead of the 2024 Giro d'Italia.",
         f"before {GIRO}/2024"),
        (EN, "Eurosport will broadcast a film about the Vuelta after the 2024 Giro d'Italia.",
         f"after {GIRO}/2024"),
    ],
)  # fmt: skip
def test_told_by_a_race(language: Language, text: str, when: str) -> None:
    assert told_of("release", text, language) == {when}
    assert told_of("broadcaster", text, language) == {"organisation/eurosport"}
    assert told_of("about", text, language) == {VUELTA}


@pytest.mark.parametrize(
    ("language", "text", "topics"),
    [
        (FR, "Arte produit un film sur la Vuelta.", {VUELTA}),
        (FR, "Arte produit un film consacré aux coulisses de la Vuelta 2024.", {f"{VUELTA}/2024"}),
        (FR, "Arte produit un film sur le Tour de Zubrowkie.", {"name/tour-de-zubrowkie"}),
        (FR, "Arte produit un film sur la Vuelta. Ce film raconte la Vuelta 2024.",
         {f"{VUELTA}/2024"}),
        (FR, "Arte produit un film sur Tadej Pogacar.", {"person/tadej-pogacar"}),
        (EN, "Arte produces a film about the Vuelta.", {VUELTA}),
        (EN, "Arte produces a film following the Giro d'Italia.", {GIRO}),
        (EN, "The documentary Last Wheel tells the story of the Giro d'Italia.", {GIRO}),
    ],
)  # fmt: skip
def test_topics(language: Language, text: str, topics: set[str]) -> None:
    assert told_of("about", text, language) == topics


def test_the_more_precise_date_of_an_article_is_kept() -> None:
    text = ABOUT[FR] + "La série sortira en 2024. La série sortira le 8 juin 2024."
    assert told_of("release", text) == {JUNE_8}


def test_a_denied_programme_is_about_nothing() -> None:
    assert told("Eurosport ne diffusera pas de documentaire sur la Vuelta.") == set()


@pytest.mark.xfail(strict=True, reason="pronouns are not taken for programmes")
@pytest.mark.parametrize(
    ("language", "text"),
    [(FR, "Elle sortira le 8 juin 2024."), (EN, "It will come out on 8 June 2024.")],
)
def test_a_pronoun_speaks_of_the_programme(language: Language, text: str) -> None:
    assert told_of("release", ABOUT[language] + text, language) == {JUNE_8}
