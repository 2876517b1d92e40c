"""Every command, by both names, in the real program, on the shipped articles alone."""

from __future__ import annotations

import re

import pytest

from bot.commands import COMMANDS
from facts.model import Language
from tests.bot.running import run

EIGHT = (
    "Alpecin-Fenix",
    "AG2R Citroën",
    "Bora-hansgrohe",
    "EF Education-EasyPost",
    "Groupama-FDJ",
    "Ineos Grenadiers",
    "Jumbo-Visma",
    "Quick-Step Alpha Vinyl",
)
PARTNERS = ("Netflix", "Amaury Sport Organisation", "France Télévisions")

WHOLE = (
    ("La série de Netflix sur le Tour de France 2022.", "du 1er au 24 juillet 2022", "45 minutes",
     "en cours", "diffuseur", "son propre film (52 minutes)", "tennis", "« rendre notre sport"),
    ("The Netflix series on the Tour de France 2022.", "from 1 to 24 July 2022", "45 minutes",
     "under way", "broadcaster", "its own film (52 minutes)", "tennis", "“rendre notre sport"),
)  # fmt: skip
"""What `about` tells beside the makers, the release and the teams."""

# What must stand in the answer, in French and in English, whatever the wording around it.
EXPECTED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "ask": (
        ("Posez votre question", "demande qui a refusé"),
        ("Ask your question", "ask who refused"),
    ),
    "teams": (
        (*EIGHT, "UAE Team Emirates a refusé"),
        (*EIGHT, "UAE Team Emirates refused"),
    ),
    "refused": (("UAE Team Emirates a refusé",), ("UAE Team Emirates refused",)),
    "release": (("premier semestre 2023", "Netflix"), ("first half of 2023", "Netflix")),
    "episodes": (
        ("Huit épisodes", "45 minutes", "6 heures", "calculé"),
        ("Eight episodes", "45 minutes", "6 hours", "computed"),
    ),
    "production": (
        ("Quadbox", "Quad", "Box to Box Films", "Drive to Survive"),
        ("Quadbox", "Quad", "Box to Box Films", "Drive to Survive"),
    ),
    "partners": (
        (*PARTNERS, "organisateur", "diffuseur"),
        (*PARTNERS, "organiser", "broadcaster"),
    ),
    "filming": (
        ("en cours", "équipes", "fin juillet 2022"),
        ("under way", "teams", "July 2022"),
    ),
    "race": (
        ("du 1er au 24 juillet 2022", "Amaury Sport Organisation"),
        ("from 1 to 24 July 2022", "Amaury Sport Organisation"),
    ),
    "broadcast": (
        ("France Télévisions", "52 minutes", "avant le Tour de France 2023"),
        ("France Télévisions", "52 minutes", "before the"),
    ),
    "series": (
        ("Drive to Survive", "Formule 1", "golf", "tennis"),
        ("Drive to Survive", "Formula 1", "golf", "tennis"),
    ),
    "quote": (
        ("Yann Le Moënner", "directeur général", "20 Minutes Sport", "« "),
        ("Yann Le Moënner", "managing director", "20 Minutes Sport", "“"),
    ),
    "about": (
        ("Quadbox", "Netflix", "premier semestre 2023", "UAE Team Emirates", *EIGHT, *WHOLE[0]),
        ("Quadbox", "Netflix", "first half of 2023", "UAE Team Emirates", *EIGHT, *WHOLE[1]),
    ),
    "facts": (("page 1", "- "), ("page 1", "- ")),
    "read": (("Quel article", "lire https://"), ("Which article", "read https://")),
    "source": (("« ", "Musette, 31 mars 2022"), ("“", "Musette, 31 March 2022")),
    "language": (("français", "langue en"), ("English", "language fr")),
    "help": (("équipes", "sortie", "aide"), ("teams", "release", "help")),
}


def test_every_command_is_expected_something_of() -> None:
    assert EXPECTED.keys() == {command.key for command in COMMANDS}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, Language], str]:
    """What each name is answered with: one run of the program a language."""
    found: dict[tuple[str, Language], str] = {}
    for language in Language:
        home = tmp_path_factory.mktemp("home")
        names = [command.name[language] for command in COMMANDS]
        typed = "".join(f"!{name}\n" for name in names)
        done = run(home, typed=typed, LC_ALL=f"{language}.UTF-8")
        assert (done.returncode, done.stderr) == (0, "")
        blocks = re.sub(r"[\u00a0\u202f]", " ", done.stdout).split("\n\n")
        assert len(blocks) == len(COMMANDS)
        found |= {
            (command.key, language): block for command, block in zip(COMMANDS, blocks, strict=True)
        }
    return found


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", EXPECTED)
def test_the_answer_says_it(
    answers: dict[tuple[str, Language], str], key: str, language: Language
) -> None:
    french, english = EXPECTED[key]
    answer = answers[key, language]
    for words in french if language is Language.FR else english:
        assert words in answer


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", [command.key for command in COMMANDS if command.topic])
def test_the_answer_names_its_source(
    answers: dict[tuple[str, Language], str], key: str, language: Language
) -> None:
    source = answers[key, language].splitlines()[-1]
    assert source.startswith("Source")
    assert "2022" in source
    # It is told in our own words: no outlet's page holds these sentences.
    assert "https://" not in source


def test_the_teams_are_the_eight_and_no_other(
    answers: dict[tuple[str, Language], str],
) -> None:
    answer = answers["teams", Language.EN].splitlines()[0]
    followed = answer.partition(": ")[2].partition(". ")[0]
    names = followed.replace(" and ", ", ").split(", ")
    assert sorted(names, key=str.casefold) == sorted(EIGHT, key=str.casefold)
