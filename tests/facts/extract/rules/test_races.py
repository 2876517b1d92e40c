"""Races: when they are run, and who organises and shows them."""

from __future__ import annotations

import pytest

from facts.model import Language
from tests.facts.telling import EN, FR, statuses, told

GIRO, VUELTA = "race/giro-ditalia", "race/vuelta-a-espana"
RCS, EUROSPORT = "organisation/rcs-sport", "organisation/eurosport"
MAY = "2024-05-04..2024-05-26 day"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (FR, "Le Giro 2024 se déroulera du 4 au 26 mai.", {f"{GIRO}/2024 dates {MAY}"}),
        (FR, "Le Giro se déroulera du 4 au 26 mai 2024.", {f"{GIRO}/2024 dates {MAY}"}),
        (FR, "Le Giro 2024 (4-26 mai) sera beau.", {f"{GIRO}/2024 dates {MAY}"}),
        (FR, "Le Giro 2024 (du 4 au 26 mai) sera beau.", {f"{GIRO}/2024 dates {MAY}"}),
        (FR, "Le Giro 2024 se tiendra le 4 mai.",
         {f"{GIRO}/2024 dates 2024-05-04..2024-05-04 day"}),
        (FR, "Le Tour de Zubrowkie a lieu du 3 au 9 juin 2024.",
         {"name/tour-de-zubrowkie/2024 dates 2024-06-03..2024-06-09 day"}),
        (EN, "The 2024 Giro d'Italia takes place from 4 to 26 May.", {f"{GIRO}/2024 dates {MAY}"}),
        (EN, "The 2024 Giro d'Italia (4-26 May) starts in Turin.", {f"{GIRO}/2024 dates {MAY}"}),
        (EN, "The Giro d'Italia will be held from 4 to 26 May 2024.", {f"{GIRO}/2024 dates {MAY}"}),
        (FR, "RCS Sport, organisateur du Giro, se réjouit.", {f"{GIRO} organiser {RCS}"}),
        (FR, "RCS Sport organise le Giro.", {f"{GIRO} organiser {RCS}"}),
        (FR, "Le Giro est organisé par RCS Sport.", {f"{GIRO} organiser {RCS}"}),
        (FR, "Eurosport, diffuseur et producteur de la Vuelta, se réjouit.",
         {f"{VUELTA} broadcaster {EUROSPORT}", f"{VUELTA} producer {EUROSPORT}"}),
        (FR, "La Vuelta est diffusée par Eurosport.", {f"{VUELTA} broadcaster {EUROSPORT}"}),
        (FR, "La Vuelta sera retransmise par la chaîne Sporta.",
         {f"{VUELTA} broadcaster name/sporta"}),
        (EN, "RCS Sport, organiser of the Giro d'Italia, is happy.", {f"{GIRO} organiser {RCS}"}),
        (EN, "RCS Sport organises the Giro d'Italia.", {f"{GIRO} organiser {RCS}"}),
        (EN, "The Giro d'Italia organiser RCS Sport is happy.", {f"{GIRO} organiser {RCS}"}),
        (EN, "The Vuelta is broadcast by Eurosport.", {f"{VUELTA} broadcaster {EUROSPORT}"}),
    ],
)  # fmt: skip
def test_told(language: Language, text: str, found: set[str]) -> None:
    assert told(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le Giro 2024 n’aura pas lieu du 4 au 26 mai."),
        (FR, "RCS Sport n’organise pas la Vuelta."),
        (FR, "La Vuelta ne sera pas diffusée par Eurosport."),
        (FR, "Le Giro 2023 (4-26 mai 2024) sera beau."),
        (FR, "RCS Sport organise un dîner."),
        (FR, "L’organisateur de la soirée, Jean Bon, se réjouit."),
        (FR, "Le Giro est beau le 4 mai 2024."),
        (EN, "The 2024 Giro d'Italia will not take place from 4 to 26 May."),
        (EN, "RCS Sport doesn't organise the Vuelta."),
        (EN, "The Vuelta isn't broadcast by Eurosport."),
    ],
)
def test_not_told(language: Language, text: str) -> None:
    assert told(text, language) == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le Giro 2024 se déroulera du 4 au 26 mai.", "planned"),
        ("Le Giro 2024 pourrait se dérouler du 4 au 26 mai.", "possible"),
        ("Le Giro 2024 s’est déroulé du 4 au 26 mai 2024.", "done"),
    ],
)
def test_planned_possible_or_done(text: str, status: str) -> None:
    assert statuses(text) == {f"{GIRO}/2024 dates {MAY}": status}


@pytest.mark.xfail(strict=True, reason="a name set beside a role with a complement is not seen")
def test_a_role_before_its_holder() -> None:
    text = "L’organisateur du Giro, RCS Sport, se réjouit."
    assert told(text) == {f"{GIRO} organiser {RCS}"}


@pytest.mark.xfail(strict=True, reason='"runs from" is not read as the dates of a race')
def test_a_race_that_runs() -> None:
    text = "The 2024 Giro d'Italia runs from 4 to 26 May."
    assert told(text, EN) == {f"{GIRO}/2024 dates {MAY}"}
