"""Sentences as a question meets them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from facts.model import Language, Quantity
from facts.passages import Passage
from facts.reading import read
from tests.facts.telling import article

FR, EN = Language.FR, Language.EN


def _passages(text: str, language: Language = EN) -> tuple[Passage, ...]:
    return read(article(text, language)).passages


def _kinds(text: str, language: Language = EN) -> set[str]:
    return {slot.kind for passage in _passages(text, language) for slot in passage.slots}


def test_each_sentence_is_a_passage_in_the_order_of_the_article() -> None:
    text = "# The Granon\n\nThe race went over it.   It was\nhot. Jumbo-Visma won."
    kept = article(text, EN)
    passages = read(kept).passages
    assert [p.number for p in passages] == list(range(len(passages)))
    assert [p.text for p in passages] == [
        "The Granon",
        "The race went over it.",
        "It was hot.",
        "Jumbo-Visma won.",
    ]
    assert [p.heading for p in passages] == [True, False, False, False]
    for passage in passages:
        assert passage.article_key == kept.key
        written = kept.text[passage.span.start : passage.span.end]
        assert passage.text == " ".join(written.split())


def test_a_sentence_speaks_of_names_ideas_verbs_and_other_words() -> None:
    (passage,) = _passages("UAE Team Emirates refused to be filmed on a kazoo.")
    assert {"e:team/uae-team-emirates", "i:refuse", "c:refuse", "w:kazoo"} <= passage.terms
    assert [e.key for e in passage.entities] == ["team/uae-team-emirates"]
    assert "w:the" not in passage.terms


def test_what_is_said_in_two_languages_meets_in_the_same_terms() -> None:
    (french,) = _passages("Jumbo-Visma a refusé.", FR)
    (english,) = _passages("Jumbo-Visma refused.", EN)
    shared = french.terms & english.terms
    assert {"e:team/jumbo-visma", "i:refuse"} <= shared


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The budget is 15 million euros.", "money"),
        ("The film lasts 52 minutes.", "duration"),
        ("The film lasts 52 minutes.", "quantity:minute"),
        ("The series has 8 episodes.", "quantity:episode"),
        ("It starts on 3 July 2022.", "date"),
        ("It comes out in 2023.", "date"),
        ("Jumbo-Visma came.", "team"),
        ("The Tour de France came.", "race"),
        ("Netflix came.", "organisation"),
        ("Tadej Pogačar came.", "person"),
        ("He won by 32 seconds.", "gap:second"),
        ("The fourth season is out.", "ordinal:season"),
        ("The 23-year-old Tadej Pogačar came.", "age:year"),
        ("He needed nine stitches.", "quantity:number"),
    ],
)
def test_what_could_answer_is_found_with_its_kind(text: str, kind: str) -> None:
    assert kind in _kinds(text)


def test_a_number_without_unit_stands_where_it_is_written() -> None:
    (passage,) = _passages("He needed nine stitches.")
    (slot,) = (s for s in passage.slots if s.kind == "quantity:number")
    assert slot.value == Quantity(Decimal(9), "number")
    assert passage.text[slot.at :].startswith("nine")


def test_a_number_with_its_unit_is_not_counted_twice() -> None:
    (passage,) = _passages("The series has 8 episodes.")
    assert [s.kind for s in passage.slots if s.kind.startswith("quantity")] == ["quantity:episode"]


def test_about_marks_what_is_approximate() -> None:
    (rough,) = _passages("The film lasts about 52 minutes.")
    (exact,) = _passages("The film lasts 52 minutes.")
    assert {s.approximate for s in rough.slots} == {True}
    assert {s.approximate for s in exact.slots} == {False}


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [("Jumbo-Visma will appear.", True), ("Jumbo-Visma will not appear.", False)],
)
def test_a_denial_is_no_affirmation(text: str, affirmed: bool) -> None:
    (passage,) = _passages(text)
    assert passage.affirmed is affirmed
