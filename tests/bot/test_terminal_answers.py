"""What the real program answers on the shipped article, word for word where it counts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.commands import COMMANDS
from facts.model import Language
from tests.bot.running import run

FR, EN = Language.FR, Language.EN
LOCALES = {FR: "fr_FR.UTF-8", EN: "en_GB.UTF-8"}
EIGHT_FR = (
    "Jumbo-Visma, Ineos Grenadiers, Groupama-FDJ, AG2R Citroën, Bora-hansgrohe, Alpecin-Fenix, "
    "Quick-Step Alpha Vinyl et EF Education-EasyPost"
)
UAE = "UAE Team Emirates"
EIGHT_EN = EIGHT_FR.replace(" et ", " and ")
SERIES_FR, SERIES_EN = (
    "la série de Netflix sur le Tour de France",
    "the Netflix series on the Tour de France",
)

# The first lines of each answer, as they stand, in French and in English.
ANSWERS: dict[str, tuple[str, str]] = {
    "teams": (
        f"Huit équipes suivies par {SERIES_FR} : {EIGHT_FR}. {UAE} a refusé d’y figurer.",
        f"Eight teams followed by {SERIES_EN}: {EIGHT_EN}. {UAE} refused to appear in it.",
    ),
    "refused": (
        f"{UAE} a refusé de figurer dans {SERIES_FR}. Sont suivies : {EIGHT_FR}.",
        f"{UAE} refused to appear in {SERIES_EN}. Followed: {EIGHT_EN}.",
    ),
    "release": (
        f"L{SERIES_FR[1:]} doit sortir au premier semestre 2023 sur Netflix.",
        f"T{SERIES_EN[1:]} is due out in the first half of 2023 on Netflix.",
    ),
    "episodes": (
        "Huit épisodes de 45 minutes, soit 6 heures en tout (calculé).",
        "Eight episodes of 45 minutes, 6 hours in all (computed).",
    ),
    "production": (
        (
            f"L{SERIES_FR[1:]} est l’œuvre de Quadbox. Quadbox réunit QUAD et Box to Box Films. "
            "QUAD et Box to Box Films sont connus pour Drive to Survive."
        ),
        (
            f"T{SERIES_EN[1:]} is made by Quadbox. Quadbox unites QUAD and Box to Box Films. "
            "QUAD and Box to Box Films are known for Drive to Survive."
        ),
    ),
    "filming": (
        (
            "Le tournage est en cours ; il a commencé avec les équipes. Il doit durer jusqu’à fin "
            "juillet 2022."
        ),
        "Filming is under way; it began with the teams. It is to go on until late July 2022.",
    ),
    "race": (
        "Le Tour de France 2022 se court du 1er au 24 juillet 2022.",
        "The Tour de France 2022 runs from 1 to 24 July 2022.",
    ),
}
# What stands somewhere in the answer.
PARTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "partners": (
        ("Netflix (plateforme)", "Amaury Sport Organisation (organisateur)",
         "et France Télévisions (diffuseur et producteur)"),
        ("Netflix (platform)", "Amaury Sport Organisation (organiser)",
         "and France Télévisions (broadcaster and producer)"),
    ),
    "race": (
        ("Organisateur : Amaury Sport Organisation.",
         "Diffuseur et producteur : France Télévisions."),
        ("Organiser: Amaury Sport Organisation.", "Broadcaster and producer: France Télévisions."),
    ),
    "broadcast": (
        ("au premier semestre 2023 sur Netflix", "avant le Tour de France 2023",
         "France Télévisions diffusera son propre film (52 minutes) sur le Tour de France",
         "France Télévisions diffuse le Tour de France."),
        ("in the first half of 2023 on Netflix", "before the Tour de France 2023",
         "France Télévisions will broadcast its own film (52 minutes) on the Tour de France",
         "The Tour de France is broadcast by France Télévisions."),
    ),
    "series": (
        ("Drive to Survive (sur Netflix, sur la Formule 1, saison 4 déjà sortie)",
         "Box to Box Films tourne aussi une série sur le golf et une série sur le tennis",
         "Box to Box Films est britannique."),
        ("Drive to Survive (on Netflix, about Formula 1, season 4 already out)",
         "Box to Box Films is also filming a series on golf and a series on tennis",
         "Box to Box Films is British."),
    ),
    "quote": (
        ("Yann Le Moënner, directeur général d’Amaury Sport Organisation, à 20 Minutes Sport",
         "« rendre notre sport encore plus accessible »"),
        ("Yann Le Moënner, managing director of Amaury Sport Organisation, to 20 Minutes Sport",
         "in French", "“rendre notre sport encore plus accessible”"),
    ),
    "about": (
        ("Tour de France 2022", "Quadbox", "premier semestre 2023", "Huit épisodes", EIGHT_FR,
         "en cours", "France Télévisions"),
        ("Tour de France 2022", "Quadbox", "first half of 2023", "Eight episodes", EIGHT_EN,
         "under way", "France Télévisions"),
    ),
}  # fmt: skip

ASKED = tuple(dict.fromkeys((*ANSWERS, *PARTS)))


def _plain(text: str) -> str:
    return re.sub(r"[\u00a0\u202f]", " ", text)


def _blocks(home: Path, *lines: str, language: Language = FR) -> list[str]:
    done = run(home, typed="".join(f"{line}\n" for line in lines), LC_ALL=LOCALES[language])
    assert (done.returncode, done.stderr) == (0, "")
    blocks = _plain(done.stdout).rstrip("\n").split("\n\n")
    assert len(blocks) == len(lines)
    return blocks


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose store has read the shipped articles once, and is asked again and again."""
    return tmp_path_factory.mktemp("home")


def _names(key: str, language: Language) -> tuple[str, ...]:
    return next(command for command in COMMANDS if command.key == key).names(language)


Answers = dict[tuple[str, Language], list[str]]


@pytest.fixture(scope="module")
def answers(home: Path) -> Answers:
    """What each name of each command is answered with: one run of the program a language."""
    found: Answers = {}
    for language in Language:
        names = [(key, name) for key in ASKED for name in _names(key, language)]
        blocks = _blocks(home, *(f"!{name}" for _, name in names), language=language)
        for (key, _), block in zip(names, blocks, strict=True):
            found.setdefault((key, language), []).append(block)
    return found


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", ANSWERS)
def test_the_answer_is_this(answers: Answers, key: str, language: Language) -> None:
    expected = ANSWERS[key][0 if language is FR else 1]
    assert answers[key, language][0].splitlines()[0] == expected


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", PARTS)
def test_the_answer_says_this(answers: Answers, key: str, language: Language) -> None:
    for words in PARTS[key][0 if language is FR else 1]:
        assert words in answers[key, language][0]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", ASKED)
def test_every_name_is_answered_alike(answers: Answers, key: str, language: Language) -> None:
    assert len(set(answers[key, language])) == 1


def test_accents_case_and_plurals_do_not_matter(home: Path) -> None:
    blocks = _blocks(home, "!ÉQUIPES", "equipes", "!équipe", "  !Equipes  ")
    assert all(block.startswith("Huit équipes suivies") for block in blocks)


@pytest.mark.parametrize("language", Language)
def test_the_source_is_the_sentence_behind_the_last_answer(home: Path, language: Language) -> None:
    refused, source = ("refus", "source") if language is FR else ("refused", "source")
    block = _blocks(home, f"!{refused}", f"!{source}", language=language)[1]
    assert "UAE Team Emirates, en revanche, a décliné la proposition" in block
    assert ("31 mars 2022" if language is FR else "31 March 2022") in block
    assert "Musette" in block


def test_an_answer_can_be_narrowed(home: Path) -> None:
    own, main = _blocks(home, "!sortie france télévisions", "!sortie netflix")
    assert "avant le Tour de France 2023" in own
    assert "premier semestre 2023" in main


@pytest.mark.parametrize("language", Language)
def test_nothing_is_guessed(home: Path, language: Language) -> None:
    name = "sortie" if language is FR else "release"
    (block,) = _blocks(home, f"!{name} Paris-Roubaix", language=language)
    assert "Paris-Roubaix" in block
    assert "2023" not in block
    assert "Source" not in block


def test_all_the_facts_stand_on_the_pages(home: Path) -> None:
    first = _blocks(home, "!faits")[0]
    found = re.search(r"(\d+) faits lus, page 1 sur (\d+)", first)
    assert found is not None
    count, pages = int(found[1]), int(found[2])
    blocks = _blocks(home, *(f"!faits {page}" for page in range(1, pages + 1)))
    items = [line for block in blocks for line in block.splitlines() if line.startswith("- ")]
    assert len(items) == len(set(items)) == count


def test_the_language_can_be_changed_between_two_questions(home: Path) -> None:
    blocks = _blocks(home, "!langue en", "!sortie", "!language fr", "!release", "!langue auto")
    assert "is due out" in blocks[1]
    assert "doit sortir" in blocks[3]


@pytest.mark.parametrize(
    ("typed", "answered"),
    [
        ("sorti", "Je ne connais pas"),
        ("teems", "Did you mean teams?"),
        ("facts 0", "There is no page 0: they go from 1 to"),
        ("facts -1", "There is no page -1: they go from 1 to"),
        ("faits 99", "Il n’y a pas de page 99\u00a0: elles vont de 1 à"),
        ("facts 99 golf", "There is no page 99, but one alone."),
    ],
)
def test_a_near_miss_is_met_kindly(home: Path, typed: str, answered: str) -> None:
    assert answered in _raw(home, typed)


def test_a_number_behind_a_name_that_takes_none_is_passed_over(home: Path) -> None:
    assert "UAE Team Emirates" in _blocks(home, "!refused", "source 2")[1]


def _raw(home: Path, typed: str) -> str:
    return run(home, typed=f"{typed}\n").stdout
