"""Who makes a programme and with whom, whom a company unites, what it is known for."""

from __future__ import annotations

import pytest

from facts.model import Language, Text
from tests.facts.telling import EN, FR, facts_in, statuses, told_of

ZUBROWKA, SPORTA = "name/zubrowka-studios", "name/sporta-medias"
MOON, MIST = "name/moon-films", "name/mist-studios"
LUNE, BRUME = "name/lune-films", "name/studio-brume"
DRIVE = "programme/drive-to-survive"


@pytest.mark.parametrize(
    ("language", "text", "makers"),
    [
        (FR, "Zubrowka Studios produit une série sur le Giro.", {ZUBROWKA}),
        (FR, "Une série sur le Giro est produite par Zubrowka Studios.", {ZUBROWKA}),
        (FR, "Pour réaliser un film sur le Giro, Arte a fait appel à Zubrowka Studios.",
         {ZUBROWKA}),
        (FR, "Arte a confié la réalisation d’une série sur le Giro à Zubrowka Studios.",
         {ZUBROWKA}),
        (FR, "Lune Films et Studio Brume produisent un film sur le Giro.", {LUNE, BRUME}),
        (FR, "Le film Dernière Roue, produit par Zubrowka Studios, raconte le Giro.", {ZUBROWKA}),
        (FR, ("Zubrowka Studios, une société qui réunit Lune Films et Studio Brume, tourne un film "
              "sur le Giro."), {ZUBROWKA}),
        (FR, "Netflix, dont le siège est loin, produit une série sur le Giro.",
         {"organisation/netflix"}),
        (EN, "Moon Films is producing a series about the Giro d'Italia.", {MOON}),
        (EN, "A series about the Giro d'Italia is being made by Moon Films.", {MOON}),
        (EN, "Arte has commissioned Moon Films to make a series about the Giro d'Italia.", {MOON}),
        (EN, "Arte has hired Moon Films to film a series about the Giro d'Italia.", {MOON}),
        (EN, ("The documentary Last Wheel, produced by Moon Films, tells the story of the "
               "Giro d'Italia."),
         {MOON}),
        (EN, ("Moon Films, a company that unites Mist Studios and Fog Studios, is making a "
              "film about the Giro d'Italia."), {MOON}),
    ],
)  # fmt: skip
def test_makers(language: Language, text: str, makers: set[str]) -> None:
    assert told_of("maker", text, language) == makers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Zubrowka Studios ne produit pas de série sur le Giro."),
        (FR, "Zubrowka Studios produit des vélos."),
        (FR, "Arte n’a pas confié la réalisation d’une série sur le Giro à Zubrowka Studios."),
        (FR, "La société américaine a produit un film sur le Giro."),
        (EN, "Moon Films is not making a series about the Giro d'Italia."),
        (EN, "Moon Films doesn't make the series about the Giro d'Italia."),
    ],
)
def test_no_maker(language: Language, text: str) -> None:
    assert told_of("maker", text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Zubrowka Studios pourrait produire une série sur le Giro."),
        (EN, "Moon Films could produce a series about the Giro d'Italia."),
    ],
)
def test_perhaps_a_maker(language: Language, text: str) -> None:
    found = {line: status for line, status in statuses(text, language).items() if " maker " in line}
    assert list(found.values()) == ["possible"]


@pytest.mark.xfail(strict=True, reason="one unknown word at the start of a sentence is no name yet")
def test_a_new_name_at_the_start_is_not_passed_over() -> None:
    text = "Vélorama, une société qui réunit Lune Films et Studio Brume, tourne une série."
    assert told_of("maker", text) <= {"name/velorama"}


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        (FR, "Zubrowka Studios, une société qui réunit Lune Films et Studio Brume, est née.",
         {LUNE, BRUME}),
        (FR, "Zubrowka Studios regroupe Lune Films et Studio Brume.", {LUNE, BRUME}),
        (FR, "Zubrowka Studios ne regroupe pas Lune Films et Studio Brume.", set()),
        (FR, "Zubrowka Studios réunit ses coureurs.", set()),
        (EN, ("Zubrowka Studios, a company that brings together Moon Films and Mist Studios, "
               "is new."),
         {MOON, MIST}),
        (EN, "Zubrowka Studios unites Moon Films and Mist Studios.", {MOON, MIST}),
    ],
)  # fmt: skip
def test_unites(language: Language, text: str, parts: set[str]) -> None:
    assert told_of("unites", text, language) == parts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Lune Films est à l’origine de Drive to Survive."),
        (FR, "Lune Films est connu pour avoir produit Drive to Survive."),
        (FR, "Lune Films doit sa notoriété à Drive to Survive."),
        (EN, "Moon Films is best known for Drive to Survive."),
        (EN, "Moon Films is the team behind Drive to Survive."),
    ],
)
def test_known_for(language: Language, text: str) -> None:
    (fact,) = (f for f in facts_in(text, language) if f.relation == "known_for")
    assert fact.subject.key in {LUNE, MOON}
    assert getattr(fact.value, "key", "") == DRIVE


def test_the_latter_are_the_two_named_last() -> None:
    text = (
        "Lune Films et Studio Brume produisent un film sur le Giro. Ces derniers sont connus pour "
        "avoir produit Drive to Survive."
    )
    known = {f.subject.key for f in facts_in(text) if f.relation == "known_for"}
    assert known == {LUNE, BRUME}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Lune Films n’est pas connu pour Drive to Survive."),
        (FR, "Lune Films est connu pour ses vélos."),
        (EN, "Moon Films is not known for Drive to Survive."),
        (EN, "Moon Films is known for its bikes."),
    ],
)
def test_not_known_for(language: Language, text: str) -> None:
    assert told_of("known_for", text, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        (FR, "La société belge Lune Films tourne un film sur la Vuelta.", {"place/be"}),
        (FR, "Lune Films, une société belge, tourne un film sur la Vuelta.", {"place/be"}),
        (FR, "Les Belges de Lune Films tournent un film sur la Vuelta.", {"place/be"}),
        (FR, "Lune Films tourne un film belge sur la Vuelta.", set()),
        (FR, "Netflix aime la Vuelta. La plateforme britannique est fière.", set()),
        (EN, "The Belgian company Moon Films is shooting a film about the Vuelta.", {"place/be"}),
        (EN, "Moon Films, a Belgian company, is shooting a film about the Vuelta.", {"place/be"}),
        (EN, "Moon Films is shooting a Belgian film about the Vuelta.", set()),
    ],
)
def test_nationality(language: Language, text: str, country: set[str]) -> None:
    assert told_of("nationality", text, language) == country


@pytest.mark.parametrize(
    ("language", "text", "partners"),
    [
        (FR, "Netflix s’associe à Zubrowka Studios pour un documentaire sur le Giro.",
         {"organisation/netflix", ZUBROWKA}),
        (FR, ("Netflix s’associe à Zubrowka Studios, en collaboration avec Eurosport, pour un "
              "documentaire sur le Giro."),
         {"organisation/netflix", ZUBROWKA, "organisation/eurosport"}),
        (FR, "Zubrowka Studios et Sporta Médias collaborent pour une série sur Paris-Roubaix.",
         {ZUBROWKA, SPORTA}),
        (FR, "Arte produit un film sur la Vuelta, en partenariat avec Eurosport.",
         {"organisation/eurosport"}),
        (FR, "Netflix ne s’associera pas à Zubrowka Studios pour un documentaire sur le Giro.",
         set()),
        (FR, "Netflix s’associe à Zubrowka Studios.", set()),
        (EN, "Netflix has teamed up with Moon Films for a documentary about the Giro d'Italia.",
         {"organisation/netflix", MOON}),
        (EN, "Moon Films and Mist Studios will partner on a series about Paris-Roubaix.",
         {MOON, MIST}),
        (EN, "Arte produces a film about the Vuelta in partnership with RCS Sport.",
         {"organisation/rcs-sport"}),
        (EN, "Netflix did not team up with Moon Films for a documentary about the Giro d'Italia.",
         set()),
        (EN, "Netflix doesn’t partner with Moon Films on a film about the Vuelta.", set()),
    ],
)  # fmt: skip
def test_partners(language: Language, text: str, partners: set[str]) -> None:
    assert told_of("partner", text, language) == partners


def test_a_partner_has_the_roles_that_the_article_gives_it() -> None:
    text = (
        "Netflix s’associe à RCS Sport, l’organisateur du Giro, pour un documentaire sur le Giro. "
        "Le documentaire sortira sur Netflix en 2025."
    )
    roles = {
        getattr(f.value, "key", ""): f.qualifier("role")
        for f in facts_in(text)
        if f.relation == "partner"
    }
    assert roles == {
        "organisation/netflix": Text("platform"),
        "organisation/rcs-sport": Text("organiser"),
    }


def test_a_participle_at_the_start_has_its_own_agent() -> None:
    text = (
        "Arte montre un documentaire sur le Giro. Produit par Banijay, le documentaire suit "
        "Jasper Philipsen."
    )
    assert "organisation/banijay" in told_of("maker", text)
    assert told_of("features", text) == {"person/jasper-philipsen"}


def test_what_somebody_is_known_for_is_not_what_they_lost() -> None:
    text = (
        "Moon Films, known for Drive to Survive, lost the contract for the series on the Tour "
        "de France."
    )
    assert told_of("about", text, EN) == set()


def test_who_makes_it_now_does_not_film_it() -> None:
    found = statuses("TF1 produit une série sur la Vuelta.")
    assert [found[each] for each in found if " maker " in each] == [""]
