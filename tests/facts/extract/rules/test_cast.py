"""Whom a programme follows, and who said no to it."""

from __future__ import annotations

import pytest

from facts.model import Language, Text
from tests.facts.telling import EN, FR, facts_in, statuses, told_of

ABOUT = {
    FR: "Zubrowka Studios produit un documentaire sur le Giro. ",
    EN: "Moon Films produces a documentary about the Giro d'Italia. ",
}
JUMBO, COFIDIS = "team/jumbo-visma", "team/cofidis"
INVENTED = {"name/team-zubrowka", "name/lampions-brume"}


def _cast(text: str, language: Language) -> set[str]:
    return told_of("features", ABOUT[language] + text, language)


@pytest.mark.parametrize(
    ("language", "text", "cast"),
    [
        (FR, "Le documentaire suivra trois équipes : Jumbo-Visma, Team Zubrowka et Lampions-Brume.",
         {JUMBO, *INVENTED}),
        (FR, "Le documentaire suivra deux équipes : Lampions-Brume et Team Zubrowka.", INVENTED),
        (FR, "Les huit équipes suivies sont Cofidis, Arkéa et Jumbo-Visma.",
         {COFIDIS, "team/arkea", JUMBO}),
        (FR, "Le documentaire suit Tadej Pogacar.", {"person/tadej-pogacar"}),
        (FR, "Cofidis apparaîtra dans le documentaire.", {COFIDIS}),
        (FR, "Cofidis sera suivie par le documentaire.", {COFIDIS}),
        (EN, "The documentary follows three teams: Jumbo-Visma, Team Zubrowka and Lampions-Brume.",
         {JUMBO, *INVENTED}),
        (EN, "Cofidis is followed by the documentary.", {COFIDIS}),
        (EN, "Cofidis will appear in the documentary.", {COFIDIS}),
    ],
)  # fmt: skip
def test_followed(language: Language, text: str, cast: set[str]) -> None:
    assert _cast(text, language) == cast


@pytest.mark.parametrize(
    ("language", "text", "manner"),
    [
        (FR, "Cofidis a refusé de participer au documentaire.", "refused"),
        (FR, "Cofidis a décliné l’offre d’apparaître dans le documentaire.", "refused"),
        (FR, "Cofidis a renoncé à participer au documentaire.", "refused"),
        (FR, "Cofidis n’a pas souhaité apparaître dans le documentaire.", "refused"),
        (FR, "Cofidis n’a pas accepté d’apparaître dans le documentaire.", "refused"),
        (FR, "Cofidis ne figurera pas dans le documentaire.", "absent"),
        (FR, "Cofidis est absente du documentaire.", "absent"),
        (EN, "Cofidis refused to appear in the documentary.", "refused"),
        (EN, "Cofidis did not want to take part in the documentary.", "refused"),
        (EN, "Cofidis turned down the chance to be in the documentary.", "refused"),
        (EN, "Cofidis won’t appear in the documentary.", "absent"),
        (EN, "Cofidis doesn't appear in the documentary.", "absent"),
        (EN, "Cofidis is absent from the documentary.", "absent"),
    ],
)
def test_said_no(language: Language, text: str, manner: str) -> None:
    (fact,) = (f for f in facts_in(ABOUT[language] + text, language) if f.relation == "features")
    assert not fact.affirmed
    assert fact.subject.kind == "programme"
    assert getattr(fact.value, "key", "") == COFIDIS
    assert fact.qualifier("manner") == Text(manner)


def test_several_said_no() -> None:
    text = "Cofidis et Jumbo-Visma ont refusé d’apparaître dans le documentaire."
    assert _cast(text, FR) == {f"not {COFIDIS}", f"not {JUMBO}"}


def test_who_is_not_followed_is_denied() -> None:
    assert _cast("Le documentaire ne suivra pas Cofidis.", FR) == {f"not {COFIDIS}"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Cofidis pourrait apparaître dans le documentaire."),
        (FR, "Le documentaire pourrait suivre Cofidis."),
        (EN, "Cofidis could appear in the documentary."),
        (EN, "The documentary might follow Cofidis."),
    ],
)
def test_perhaps(language: Language, text: str) -> None:
    found = statuses(ABOUT[language] + text, language)
    assert [status for line, status in found.items() if COFIDIS in line] == ["possible"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Jumbo-Visma a refusé de signer un nouveau contrat avec son leader."),
        (FR, "Jonas Vingegaard a refusé de se soumettre au contrôle."),
        (FR, "Cofidis n’a pas souhaité prolonger son leader."),
        (FR, "Jumbo-Visma n’a pas refusé d’apparaître dans le documentaire."),
        (FR, "Cofidis hésite à apparaître dans le documentaire."),
        (FR, "Cofidis n’est pas absente du documentaire."),
        (FR, "Cofidis suit de près le jeune Jean Lunaire."),
        (FR, "Les équipes sont attendues à Turin : Cofidis et Arkéa arriveront tôt."),
        (EN, "Jumbo-Visma refused to sign a new contract."),
        (EN, "Jonas Vingegaard declined to comment."),
        (EN, "Cofidis hesitates to appear in the documentary."),
        (EN, "Cofidis is not absent from the documentary."),
    ],
)
def test_nothing_about_the_cast(language: Language, text: str) -> None:
    assert _cast(text, language) == set()


def test_without_any_programme_nobody_is_followed() -> None:
    assert told_of("features", "Netflix suivra huit équipes : Cofidis et Arkéa.") == set()


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        (FR, "Le documentaire suivra huit équipes.", {"8 team"}),
        (FR, "Le documentaire suivra huit des 22 équipes.", set()),
        (FR, "Le documentaire suivra une dizaine d’équipes.", set()),
        (EN, "The documentary will follow eight teams.", {"8 team"}),
    ],
)
def test_how_many_teams(language: Language, text: str, count: set[str]) -> None:
    assert told_of("team_count", ABOUT[language] + text, language) == count


def test_two_programmes_keep_their_casts_apart() -> None:
    text = (
        "Arte tourne une série sur le Giro. Cette série suivra Cofidis. Eurosport tourne un film "
        "sur la Vuelta. Ce film suivra Jumbo-Visma."
    )
    cast = {
        (f.subject.key, getattr(f.value, "key", ""))
        for f in facts_in(text)
        if f.relation == "features"
    }
    assert cast == {
        ("programme/~arte/giro-ditalia", COFIDIS),
        ("programme/~eurosport/vuelta-a-espana", JUMBO),
    }
