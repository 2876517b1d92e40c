"""Which programme a sentence speaks of, where an article tells of several; else none."""

from __future__ import annotations

import pytest

from facts.model import Language
from tests.facts.telling import EN, FR, told, told_of

_GIRO = "race/giro-ditalia"


class TestTwoOwners:
    def test_a_rival_has_its_own(self) -> None:
        text = (
            "Prime Video said it was done with its film on the Giro, while rival Discovery+ plans "
            "a six-part series on the Giro d'Italia 2024."
        )
        assert told(text, EN) == {
            f"programme/~prime-video/giro-ditalia about {_GIRO}",
            f"programme/~discovery/giro-ditalia about {_GIRO}/2024",
            "programme/~discovery/giro-ditalia episode_count 6 episode",
        }

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            (FR, "Netflix prépare une série sur la Vuelta tandis qu’Arte tourne un film à Nice."),
            (FR, "Netflix prépare une série sur la Vuelta, et Arte en veut une autre."),
            (EN, "Netflix plans a series on the Vuelta and Arte one on the Giro."),
            (EN, "Netflix plans a series on the Vuelta, Arte one on the Giro."),
            (EN, "Netflix plans a series on the Vuelta as Arte gives up the Giro."),
        ],
    )
    def test_what_follows_is_not_added_to_the_first(self, language: Language, text: str) -> None:
        lines = told(text, language)
        assert "programme/~netflix/vuelta-a-espana about race/vuelta-a-espana" in lines
        assert not any("arte" in line and "vuelta" in line for line in lines)
        assert not any("netflix" in line and "giro" in line for line in lines)

    def test_one_programme_may_have_three_topics(self) -> None:
        text = "Arte prépare une série sur le Tour, le Giro et la Vuelta."
        assert len(told_of("about", text)) == 3

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            (EN, "Zoltan Fell, who left Fjord Films, plans a film on the Giro."),
            (FR, "L’Équipe a révélé une série sur le Giro."),
        ],
    )
    def test_neither_a_person_nor_a_paper_owns_one(self, language: Language, text: str) -> None:
        assert told(text, language) <= {f"programme/~giro-ditalia about {_GIRO}"}


def test_partners_with_their_trades_stand_in_no_way() -> None:
    text = (
        "Netflix s’associe à RCS Sport, l’organisateur du Giro, et à Eurosport, diffuseur du Giro, "
        "pour une série sur le Giro."
    )
    assert f"programme/~netflix/giro-ditalia about {_GIRO}" in told(text)


class TestTakenUp:
    @pytest.mark.parametrize(
        ("language", "text"),
        [
            (FR, ("Canal+ garde sa série sur Paris-Roubaix. Movistar Plus+ prépare une série sur "
                  "la Vuelta. Le tournage a débuté en août.")),
            (EN, ("Netflix plans a series on the Vuelta. Arte plans a series on the Giro. "
                  "Filming began in May.")),
        ],
    )  # fmt: skip
    def test_filming_is_not_of_the_first_of_two(self, language: Language, text: str) -> None:
        assert not {line for line in told(text, language) if " about " not in line}

    def test_filming_is_of_the_only_one(self) -> None:
        text = "Netflix plans a series on the Vuelta. Filming began in May."
        assert "programme/~netflix/vuelta-a-espana phase filming" in told(text, EN)

    def test_a_series_is_no_film(self) -> None:
        text = (
            "Netflix prépare une série sur la Vuelta. Arte prépare un film sur le Giro. "
            "La série sortira en juin 2024."
        )
        released = {line for line in told(text) if " release " in line}
        assert released == {
            "programme/~netflix/vuelta-a-espana release 2024-06-01..2024-06-30 month"
        }

    def test_of_two_alike_the_one_of_the_subject(self) -> None:
        text = (
            "Netflix prépare une série sur la Vuelta. Arte prépare une série sur le Giro.\n\n"
            "Netflix diffusera la série en juin 2024."
        )
        released = {line.split()[0] for line in told(text) if " release " in line}
        assert released == {"programme/~netflix/vuelta-a-espana"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, ("Paul Martin, co-founder of Oslo-based Fjord Films, denied that a golf series was "
              "in production. Filming began in May.")),
        (FR, "Arte dément qu’un film sur le Giro soit en préparation. Le tournage a débuté."),
    ],
)  # fmt: skip
def test_a_denied_programme_is_none(language: Language, text: str) -> None:
    assert not {line for line in told(text, language) if line.startswith("programme/")}
