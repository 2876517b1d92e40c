"""Questions for yes or no."""

from __future__ import annotations

import pytest

from facts.ask.engine import ask
from facts.ask.question import parse
from facts.ask.yes_no import yes_no_answer
from facts.model import Answer, AnswerStatus, Language
from tests.facts.ask.asking import first_library, library, says

EN = Language.EN
RUMOUR = "Wout van Aert could leave Jumbo-Visma in 2024. Cofidis may sign Guillaume Martin."
PRESS = "The 2022 Tour de France crossed the Galibier. The mechanics did not sleep in Bourg."


def _first(question: str) -> Answer:
    return ask(question, first_library(), EN)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("is Jumbo-Visma followed?", "Yes:"),
        ("did UAE refuse?", "Yes:"),
        ("did UAE accept?", "No:"),
        ("is UAE in the series?", "No:"),
        pytest.param(
            "did Jumbo-Visma refuse?",
            "No:",
            marks=pytest.mark.xfail(
                strict=True, reason="a refusal is held against refusals, not against acceptance"
            ),
        ),
        ("has filming started?", "Yes:"),
    ],
)
def test_a_fact_or_its_denial_says_yes_or_no(question: str, verdict: str) -> None:
    answer = _first(question)
    assert says(answer, verdict)


@pytest.mark.parametrize(
    ("question", "verdict", "told"),
    [
        ("are there eight episodes?", "Yes:", "8 episodes"),
        ("are there 12 episodes?", "No:", "8 episodes"),
        ("does each episode last 45 minutes?", "Yes:", "45 minutes"),
        ("does each episode last 30 minutes?", "No:", "45 minutes"),
        ("are ten teams followed?", "No:", "8 teams"),
    ],
)
def test_a_number_is_held_against_the_number_read(question: str, verdict: str, told: str) -> None:
    answer = _first(question)
    assert says(answer, verdict)
    assert says(answer, told)
    assert len(answer.facts) == 1


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("will the series be released in 2023?", "Yes:"),
        ("will the series be released in March 2023?", "Yes:"),
        ("will the series be released in 2022?", "No:"),
        ("will the series be released in 2024?", "No:"),
    ],
)
def test_a_date_is_held_against_the_date_read(question: str, verdict: str) -> None:
    answer = _first(question)
    assert says(answer, verdict)
    assert says(answer, "first half of 2023")


@pytest.mark.parametrize("team", ["Movistar", "Cofidis", "Astana", "Lotto", "TotalEnergies"])
def test_who_is_not_in_a_closed_list_is_not_in_it(team: str) -> None:
    answer = _first(f"is {team} in the series?")
    assert says(answer, "No:")
    assert len(answer.facts) == 8
    assert all(known.fact.relation == "features" for known in answer.facts)
    assert says(answer, "Groupama-FDJ")


def test_the_list_says_nothing_about_anything_else() -> None:
    assert _first("did Movistar win the race?").status is AnswerStatus.UNKNOWN
    assert _first("does Movistar ride with Canyon?").status is AnswerStatus.UNKNOWN


def test_one_team_alone_is_no_list() -> None:
    shelf = library("Netflix will follow Jumbo-Visma in a new series about the Tour de France.")
    assert ask("is Movistar in the series?", shelf, EN).status is AnswerStatus.UNKNOWN


@pytest.mark.parametrize("screen", ["Disney+", "Amazon Prime", "Eurosport"])
def test_another_screen_than_the_one_read_is_denied(screen: str) -> None:
    answer = _first(f"is it on {screen}?")
    assert says(answer, "No:")
    assert [known.fact.relation for known in answer.facts] == ["platform"]


def test_a_screen_is_not_denied_for_another_matter() -> None:
    assert _first("did Disney+ sponsor the team?").status is AnswerStatus.UNKNOWN


def test_what_is_only_possible_is_called_not_certain() -> None:
    answer = ask("could Wout van Aert leave Jumbo-Visma?", library(RUMOUR), EN)
    assert says(answer, "That is not certain:"), answer.text
    assert answer.facts


def test_a_sentence_says_yes_or_no_where_no_fact_does() -> None:
    answer = ask("did the mechanics sleep in Bourg?", library(PRESS), EN)
    assert (answer.status, len(answer.passages)) == (AnswerStatus.PASSAGE, 1)
    assert says(answer, "No:")
    crossed = ask("did the Tour cross the Galibier?", library(PRESS), EN)
    assert says(crossed, "Yes:")


def test_a_sentence_that_speaks_of_half_of_it_says_nothing() -> None:
    answer = ask("did the mechanics sleep in Nice?", library(PRESS), EN)
    assert answer.status is AnswerStatus.UNKNOWN


def test_a_word_of_the_sentence_before_is_not_enough_for_yes() -> None:
    shelf = library("The kazoo broke. The bakers of Bourg baked forty tarts beside the old church.")
    rest = "the bakers of Bourg bake tarts beside the church"
    assert says(ask(f"did {rest}?", shelf, EN), "Yes:")
    assert ask(f"did {rest} with the kazoo?", shelf, EN).status is AnswerStatus.UNKNOWN


def test_without_fact_and_sentence_there_is_no_answer() -> None:
    question = parse("is the moon round?", EN)
    assert yes_no_answer(question, None, None, first_library()) is None
