"""Who holds which position, and who said what to whom."""

from __future__ import annotations

import pytest

from facts.model import Fact, Language, Text
from tests.facts.telling import EN, FR, facts_in, told_of, value_words

ZOE, ZOE_EN = "name/zoe-lunaire", "name/zoe-moonie"
HOUSE, HOUSE_EN = "name/zubrowka-studios", "name/moon-films"


def _of(relation: str, text: str, language: Language) -> Fact:
    (fact,) = (f for f in facts_in(text, language) if f.relation == relation)
    return fact


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            FR,
            "Zoé Lunaire, la directrice générale de Zubrowka Studios, part.",
            "directrice générale",
        ),
        (FR, "Le patron de Zubrowka Studios, Zoé Lunaire, part.", "patron"),
        (FR, "Zoé Lunaire, présidente de Zubrowka Studios, part.", "présidente"),
        (EN, "Zoe Moonie, the chief executive of Moon Films, leaves.", "chief executive"),
        (EN, "Moon Films managing director Zoe Moonie leaves.", "managing director"),
        (EN, "The managing director of Moon Films, Zoe Moonie, leaves.", "managing director"),
    ],
)
def test_positions(language: Language, text: str, words: str) -> None:
    fact = _of("position", text, language)
    assert fact.subject.key in {ZOE, ZOE_EN}
    assert fact.value == Text(words, language)
    house = fact.qualifier("of")
    assert house is not None
    assert value_words(house) in {HOUSE, HOUSE_EN}


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur général est content.",
        "Zoé Lunaire, directrice, part.",
        "Zubrowka Studios cherche un directeur général.",
    ],
)
def test_no_position(text: str) -> None:
    assert told_of("position", text) == set()


SAID = "Nous sommes ravis de ce projet"
SAID_EN = "We are delighted with this"


@pytest.mark.parametrize(
    ("language", "text", "words", "listener"),
    [
        (FR, f"« {SAID} », a déclaré Zoé Lunaire.", SAID, None),
        (FR, f"« {SAID} », explique Zoé Lunaire à L’Équipe.", SAID, "organisation/lequipe"),
        (FR, f"« {SAID} », a déclaré Zoé Lunaire, directrice de Zubrowka Studios, à L’Équipe.",
         SAID,
         "organisation/lequipe"),
        (FR, "Zoé Lunaire a dit : « Nous sommes ravis. Nous partons demain. »",
         "Nous sommes ravis. Nous partons demain.", None),
        (FR, f"Selon Zoé Lunaire, « {SAID} ».", SAID, None),
        (EN, f"“{SAID_EN},” said Zoe Moonie.", SAID_EN, None),
        (EN, f'"{SAID_EN}," said Zoe Moonie.', SAID_EN, None),
        (EN, f"Zoe Moonie told L'Équipe: “{SAID_EN}.”", f"{SAID_EN}.", "organisation/lequipe"),
        (EN, f"According to Zoe Moonie, “{SAID_EN}”.", SAID_EN, None),
        (EN, "Zoe Moonie said: “We are delighted. We leave now.”",
         "We are delighted. We leave now.", None),
    ],
)  # fmt: skip
def test_quotations(language: Language, text: str, words: str, listener: str | None) -> None:
    fact = _of("said", text, language)
    assert fact.subject.key in {ZOE, ZOE_EN}
    assert fact.value == Text(words, language)
    to = fact.qualifier("to")
    assert (value_words(to) if to else None) == listener


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, f"« {SAID}. » Le film sort demain."),
        (FR, "Zoé Lunaire aime « le bon pain »."),
        (FR, f"On entend « {SAID} » dans la rue."),
        (FR, f"« {SAID} », dit une voix."),
        (EN, f"“{SAID_EN},” a voice said."),
        (EN, "Zoe Moonie likes “good bread”."),
    ],
)
def test_nobody_said_it(language: Language, text: str) -> None:
    assert told_of("said", text, language) == set()


def test_two_speakers_keep_their_words() -> None:
    text = (
        f"« {SAID} », a déclaré Zoé Lunaire. « Nous ne le sommes pas du tout », a répondu "
        "Jean Brumeux."
    )
    said = {(f.subject.key, value_words(f.value)) for f in facts_in(text) if f.relation == "said"}
    assert said == {
        (ZOE, f"“{SAID}”"),
        ("name/jean-brumeux", "“Nous ne le sommes pas du tout”"),
    }


@pytest.mark.xfail(strict=True, reason="a listener behind the verb hides the speaker")
def test_a_listener_before_the_speaker() -> None:
    text = f"« {SAID} », a expliqué à L’Équipe Zoé Lunaire."
    assert _of("said", text, FR).subject.key == ZOE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Zoé Lunaire, l’ancienne directrice générale d’ASO, est partie."),
        (FR, "Zoé Lunaire, future directrice générale d’ASO, est arrivée."),
        (FR, "Zoé Lunaire, l’ex-directrice générale d’ASO, est partie."),
        (EN, "Zoe Moonie, the former managing director of ASO, has left."),
        (EN, "Former ASO managing director Zoe Moonie has left."),
    ],
)
def test_a_position_of_another_time_is_none(language: Language, text: str) -> None:
    assert told_of("position", text, language) == set()
