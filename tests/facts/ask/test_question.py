"""What a question asks for: its kind, the answers that fit, its words and names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from facts.ask.question import LONGEST, default_relations, gives_reason, parse, split_questions
from facts.model import DateInterval, Language, Quantity

FR, EN = Language.FR, Language.EN


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Qui produit la série ?", "who"),
        ("ki produit la serie", "who"),
        ("Quand sort la série ?", "when"),
        ("kan sort la serie", "when"),
        ("jusqu'à quand dure le tournage", "when"),
        ("Où se court le Tour ?", "where"),
        ("c'est où ?", "where"),
        ("l'arrivée est jugée où", "where"),
        ("Pourquoi UAE a refusé ?", "why"),
        ("Comment finit la série ?", "how"),
        ("Combien d'équipes ?", "how_many"),
        ("Combien de temps dure un épisode ?", "how_long"),
        ("Combien coûte la série ?", "how_much"),
        ("Quelle distance pour l'étape ?", "how_far"),
        ("Quel écart entre les deux ?", "gap"),
        ("Quelle équipe a refusé ?", "which"),
        ("Qu'a dit le patron ?", "what"),
        ("c'est quoi Quadbox", "what"),
        ("est-ce que Jumbo est suivie ?", "yes_no"),
        ("Est il vrai que UAE a refusé ?", "yes_no"),
        ("le tournage a commencé ?", "yes_no"),
        ("un épisode dure 60 minutes ?", "yes_no"),
        ("le Tour 2022 finit le 24 juillet ?", "yes_no"),
        ("Quadbox ?", ""),
        ("la série de Netflix ou du Tour", ""),
        ("Who makes the series?", "who"),
        ("whos the maker of the series", "who"),
        ("wen is the series out", "when"),
        ("Where can the series be seen?", "where"),
        ("Why did the team refuse?", "why"),
        ("How many episodes are there?", "how_many"),
        ("How long is the film?", "how_long"),
        ("How much does the series cost?", "how_much"),
        ("How far is the stage?", "how_far"),
        ("By how much did he win the race?", "gap"),
        ("wich teams are in the series", "which"),
        ("What is the series about?", "what"),
        ("Is the team in the series?", "yes_no"),
        ("the series and the peloton", ""),
        ("", ""),
    ],
)
def test_the_kind_of_a_question_is_told_by_its_words(question: str, kind: str) -> None:
    language = FR if question.startswith(("Quadbox", "c'est")) else None
    assert parse(question, language).kind == kind


def test_the_longest_phrase_tells_the_kind() -> None:
    assert parse("combien de temps dure le film").kind == "how_long"
    assert parse("combien de films").kind == "how_many"


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("Qui produit la série ?", {"person", "organisation", "team"}),
        ("Quand sort la série ?", {"date"}),
        ("Où voir la série ?", {"place", "screen"}),
        ("Combien dure le film ?", {"duration", "age:year"}),
        ("Combien coûte la série ?", {"money", "percent"}),
        ("Quelle distance pour cette étape ?", {"quantity:km", "quantity:mile"}),
        ("Combien d'équipes sont suivies ?", {"quantity:team"}),
        ("How many riders are followed?", {"quantity:rider"}),
        ("How many episodes are there?", {"quantity:episode"}),
        ("How many bananas are there?", {"quantity"}),
        ("Quelle équipe a refusé ?", {"team"}),
        ("Which team refused?", {"team"}),
        ("Which bananas refused?", set()),
        ("Why did the team refuse?", set()),
        ("Is the team in the series?", set()),
    ],
)
def test_a_question_tells_which_kinds_of_answer_fit(question: str, wants: set[str]) -> None:
    assert parse(question).wants == wants


def test_the_noun_that_tells_what_is_wanted_is_not_looked_for() -> None:
    assert [asked.word for asked in parse("Which team refused?").asked] == ["refused"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("dis moi stp qui produit la série", ["produit", "serie"]),
        ("hey please tell me who makes the series now", ["makes", "series"]),
        ("what is it about", ["about"]),
        ("tell me about the series", ["series"]),
        ("which team turned it down", ["turned"]),
        ("Qui ?", []),
    ],
)
def test_courtesy_and_fillers_are_not_looked_for(question: str, words: list[str]) -> None:
    assert [asked.word for asked in parse(question).asked] == words


def test_words_that_help_are_optional() -> None:
    kinds = {asked.word: asked.kind for asked in parse("quelles autres séries sont tournées").asked}
    assert kinds["autres"] == "optional"


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("is UAE in the series?", "team/uae-team-emirates"),
        ("is uae in the series?", "team/uae-team-emirates"),
        ("jumbo est dans la série ?", "team/jumbo-visma"),
        ("que fait FTV ?", "organisation/france-televisions"),
        ("que fait ASO ?", "organisation/aso"),
        ("who organises le tour", "race/tour-de-france"),
        ("qui court la grande boucle", "race/tour-de-france"),
    ],
)
def test_an_alias_names_what_it_stands_for(question: str, key: str) -> None:
    names = [asked for asked in parse(question).asked if asked.kind == "name"]
    assert [f"e:{key}" in asked.terms for asked in names] == [True]


def test_a_common_word_is_no_name_by_itself() -> None:
    assert [a.word for a in parse("what direct energy is this").asked if a.kind == "name"] != [
        "energy"
    ]
    assert not [a for a in parse("is the sky blue").asked if a.kind == "name"]


def test_a_name_of_several_words_is_one_thing_asked_for() -> None:
    asked = parse("is Ineos Grenadiers in it?").asked
    assert [(a.word, a.kind) for a in asked] == [("ineos grenadiers", "name")]
    assert not any(term.startswith("w:") for term in asked[0].terms)


def test_numbers_and_dates_are_weighed_and_not_looked_for() -> None:
    question = parse("are there ten episodes?")
    assert [value.value for value in question.values] == [Quantity(Decimal(10), "episode")]
    assert [asked.word for asked in question.asked] == ["episodes"]
    dated = parse("la série sort en 2022 ?")
    first, last = date(2022, 1, 1), date(2022, 12, 31)
    assert [
        (v.value.start, v.value.end) for v in dated.values if isinstance(v.value, DateInterval)
    ] == [(first, last)]
    assert "2022" not in [asked.word for asked in dated.asked]


def test_numbers_are_looked_for_where_no_yes_or_no_is_asked() -> None:
    assert "2022" in [asked.word for asked in parse("who won the race in 2022?").asked]


def test_a_question_is_read_in_its_language_and_answered_in_the_other() -> None:
    question = parse("qui produit la série", EN)
    assert (question.spoken, question.language, question.kind) == (FR, EN, "who")
    assert parse("qui produit la série").language is FR
    assert parse("Quadbox").spoken is EN
    assert parse("Quadbox", FR).spoken is FR


def test_accents_and_capitals_make_no_difference() -> None:
    plain, written = (
        parse("quelle equipe a refuse la serie"),
        parse("QUELLE ÉQUIPE A REFUSÉ LA SÉRIE"),
    )
    assert (plain.kind, plain.wants, plain.asked) == (written.kind, written.wants, written.asked)


def test_what_comes_after_the_longest_question_is_left_out() -> None:
    question = parse("qui " + "produit " * 200)
    assert len(question.text) <= LONGEST


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("qui produit la série et quand sort-elle", ["qui produit la série", "quand sort-elle"]),
        ("Who made it? When is it out?", ["Who made it", "When is it out?"]),
        ("who made it and when is it out", ["who made it", "when is it out"]),
        ("how many teams, who refused", ["how many teams", "who refused"]),
        ("who made the film and the series?", ["who made the film and the series?"]),
        ("is it out and who made it?", ["is it out and who made it?"]),
        ("who made it, and when is it out?", ["who made it", "and when is it out?"]),
        ("who made it", ["who made it"]),
        ("", [""]),
    ],
)
def test_two_questions_are_parted_where_each_has_its_question_word(
    text: str, parts: list[str]
) -> None:
    assert split_questions(text) == parts


def test_bare_questions_ask_for_the_relations_of_their_kind() -> None:
    assert default_relations("when")[0] == "release"
    assert default_relations("why") == []


def test_a_reason_is_shown_by_its_words_and_not_by_a_part_of_one() -> None:
    assert gives_reason("Elle a refusé en raison d'un autre film.", FR)
    assert gives_reason("Elle a refusé, faute d’accord.", FR)
    assert gives_reason("It refused because of another film.", EN)
    assert gives_reason("Il abandonne à cause du froid.", FR)
    assert not gives_reason("Les cars de la course partent.", FR)
