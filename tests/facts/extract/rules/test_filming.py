"""How far the making of a programme is."""

from __future__ import annotations

import pytest

from facts.model import Language, Text
from tests.facts.telling import EN, FR, facts_in, told, value_words

ABOUT = {
    FR: "Zubrowka Studios produit un documentaire sur le Giro. ",
    EN: "Moon Films produces a documentary about the Giro d'Italia. ",
}
MAY = "2023-05-01..2023-05-31 month"
MARCH = "2024-03-01..2024-03-31 month"
DECEMBER = "2023-12-01..2023-12-31 month"
JUNE = "2024-06-01..2024-06-30 month late"


def _filming(text: str, language: Language) -> set[tuple[str, str, str]]:
    return {
        (fact.relation, value_words(fact.value), str(fact.status))
        for fact in facts_in(ABOUT[language] + text, language)
        if fact.relation in {"phase", "filming_start", "filming_end"}
    }


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (FR, "Le tournage est en cours.", {("phase", "filming", "under_way")}),
        (FR, "Le tournage a commencé en mai 2023.",
         {("phase", "filming", "under_way"), ("filming_start", MAY, "done")}),
        (FR, "La production a d’ores et déjà débuté.", {("phase", "filming", "under_way")}),
        (FR, "Le tournage commencera en mars 2024.",
         {("phase", "filming", "planned"), ("filming_start", MARCH, "planned")}),
        (FR, "Le tournage pourrait commencer en mars 2024.",
         {("phase", "filming", "possible"), ("filming_start", MARCH, "possible")}),
        (FR, "Le tournage s’est terminé en décembre 2023.",
         {("phase", "filming", "done"), ("filming_end", DECEMBER, "done")}),
        (FR, "Le tournage durera jusqu’à fin juin 2024.", {("filming_end", JUNE, "planned")}),
        (FR, "Le tournage pourrait durer jusqu’à fin juin 2024.",
         {("filming_end", JUNE, "possible")}),
        (FR, "Le tournage est en cours. Il s’achèvera fin juin 2024.",
         {("phase", "filming", "under_way"), ("filming_end", JUNE, "planned")}),
        (FR, "Le montage est en cours.", {("phase", "editing", "under_way")}),
        (FR, "Le montage a commencé en mai 2023.", {("phase", "editing", "under_way")}),
        (FR, "Le montage est en cours. Il s’achèvera en mars 2024.",
         {("phase", "editing", "under_way")}),
        (EN, "Filming is under way.", {("phase", "filming", "under_way")}),
        (EN, "Filming began in May 2023.",
         {("phase", "filming", "under_way"), ("filming_start", MAY, "done")}),
        (EN, "Filming will begin in March 2024.",
         {("phase", "filming", "planned"), ("filming_start", MARCH, "planned")}),
        (EN, "Filming might begin in March 2024.",
         {("phase", "filming", "possible"), ("filming_start", MARCH, "possible")}),
        (EN, "Filming ended in December 2023.",
         {("phase", "filming", "done"), ("filming_end", DECEMBER, "done")}),
        (EN, "Filming goes on until the end of June 2024.", {("filming_end", JUNE, "planned")}),
        (EN, "Editing is under way. It will end in March 2024.",
         {("phase", "editing", "under_way")}),
    ],
)  # fmt: skip
def test_told(language: Language, text: str, found: set[tuple[str, str, str]]) -> None:
    assert _filming(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le tournage n’est pas en cours."),
        (FR, "Le tournage n’a pas commencé."),
        (FR, "Le tournage ne s’achèvera pas en mars 2024."),
        (FR, "La course commencera le 3 mars 2024."),
        (FR, "Le tournage est en cours. La course est belle. Elle se terminera en juin 2024."),
        (EN, "Filming is not under way."),
        (EN, "Filming isn’t under way."),
        (EN, "Filming has not begun."),
        (EN, "The race will begin on 3 March 2024."),
    ],
)
def test_not_told(language: Language, text: str) -> None:
    dated = {found for found in _filming(text, language) if found[0] != "phase"}
    denied = "cours. La course" not in text
    assert dated == set()
    assert not denied or _filming(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "group"),
    [
        (FR, "Le tournage a commencé auprès des équipes.", "teams"),
        (FR, "Le tournage a débuté avec les coureurs.", "riders"),
        (EN, "Filming began with the teams.", "teams"),
        (EN, "Filming began with the riders in May 2023.", "riders"),
    ],
)
def test_with_whom(language: Language, text: str, group: str) -> None:
    (phase,) = (f for f in facts_in(ABOUT[language] + text, language) if f.relation == "phase")
    assert phase.qualifier("with") == Text(group)


def test_the_filming_of_another_programme() -> None:
    text = "Arte tourne une série sur le Giro. Le tournage du film sur la Vuelta est en cours."
    assert "programme/~arte/giro-ditalia phase filming" not in told(text)


def test_without_a_programme_nothing_is_filmed() -> None:
    assert told("Le tournage est en cours.") == set()


def test_a_day_without_year_follows_the_tense() -> None:
    told_lines = told(ABOUT[FR] + "Le tournage s’est terminé en décembre.")
    assert any("filming_end 2023-12-01" in line for line in told_lines)


SEPTEMBER = "2012-09-01..2012-09-30 month"
BEGAN = "2012-06-01..2012-06-30 month"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le tournage est terminé."),
        (FR, "Les tournages sont terminés."),
        (FR, "Le tournage du documentaire est bouclé."),
        (FR, "Le tournage est terminé, et non en cours."),
        (EN, "Filming has finished."),
        (EN, "Filming is finished and no longer under way."),
    ],
)
def test_what_is_finished_is_over(language: Language, text: str) -> None:
    assert _filming(text, language) == {("phase", "filming", "done")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le tournage, commencé en juin 2012, s’était achevé en septembre 2012."),
        (EN, "Filming, which began in June 2012, had wrapped in September 2012."),
    ],
)
def test_what_began_and_ended_is_over(language: Language, text: str) -> None:
    assert _filming(text, language) == {
        ("phase", "filming", "done"),
        ("filming_start", BEGAN, "done"),
        ("filming_end", SEPTEMBER, "done"),
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le tournage n’est pas terminé."),
        (FR, "Le tournage n’est plus en cours."),
        (EN, "Filming is not finished."),
        (EN, "Filming is paused, not under way."),
    ],
)
def test_what_is_denied_is_no_phase(language: Language, text: str) -> None:
    assert _filming(text, language) == set()
