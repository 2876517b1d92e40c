"""What the loader makes of rows: names, forms, seasons, family names, demonyms."""

from __future__ import annotations

import pytest

from facts.gazetteer import Alias, Entry, Gazetteer, build_gazetteer, fold, load_gazetteer
from facts.model import EntityKind, Language

HEADS = {
    "countries.tsv": "slug name_fr name_en demonyms_fr demonyms_en aliases",
    "teams.tsv": "slug gender country names aliases",
    "races.tsv": "slug gender category country name_fr name_en aliases",
    "people.tsv": "slug role gender country name aliases",
    "organisations.tsv": "slug type country name_fr name_en aliases",
    "sports.tsv": "slug name_fr name_en aliases",
    "places.tsv": "slug country name_fr name_en aliases",
    "programmes.tsv": "slug name_fr name_en aliases",
    "given_names.tsv": "name",
    "common_words.tsv": "word",
}
COUNTRIES = ("fr|France|France|français; française|French|", "be|Belgique|Belgium|belge|Belgian|")


def build(**rows: tuple[str, ...]) -> Gazetteer:
    """A gazetteer of rows by file (without ".tsv"), with "|" for the tabs."""
    texts = {"countries": COUNTRIES, **rows}
    return build_gazetteer(
        {
            f"{name}.tsv": "\n".join(
                [
                    HEADS[f"{name}.tsv"].replace(" ", "\t"),
                    *(line.replace("|", "\t") for line in lines),
                ]
            )
            for name, lines in texts.items()
        }
    )


def forms(entry: Entry) -> list[str]:
    return [alias.text for alias in entry.aliases]


def test_a_team_is_one_entry_with_its_names_season_by_season() -> None:
    gazetteer = build(
        teams=("jumbo|men|BE|2019-2023=Jumbo-Visma; 2024=Visma|Jumbo; Lotto-Jumbo@2015-2018",)
    )
    team = gazetteer.by_key["team/jumbo"]
    assert team.kind is EntityKind.TEAM
    assert team.seasons == ((2019, 2023, "Jumbo-Visma"), (2024, 2024, "Visma"))
    assert team.aliases == (
        Alias("Jumbo-Visma", (2019, 2023)),
        Alias("Visma", (2024, 2024)),
        Alias("Jumbo"),
        Alias("Lotto-Jumbo", (2015, 2018)),
    )
    assert team.details == {"gender": "men", "country": "BE"}


@pytest.mark.parametrize(
    ("season", "name"),
    [
        (2010, "Jumbo-Visma"),
        (2019, "Jumbo-Visma"),
        (2023, "Jumbo-Visma"),
        (2024, "Visma"),
        (2031, "Visma"),
        (None, "Visma"),
    ],
)
def test_a_team_is_called_as_in_the_season_asked_for(season: int | None, name: str) -> None:
    gazetteer = build(teams=("jumbo|men|BE|2019-2023=Jumbo-Visma; 2024=Visma|",))
    assert gazetteer.by_key["team/jumbo"].name_in(Language.FR, season) == name


def test_a_race_has_a_name_in_each_language_whatever_the_season() -> None:
    gazetteer = build(races=("ronde|men|monument|BE|Tour des Flandres|Tour of Flanders|De Ronde",))
    race = gazetteer.by_key["race/ronde"]
    assert race.name_in(Language.FR, 2022) == "Tour des Flandres"
    assert race.name_in(Language.EN) == "Tour of Flanders"
    assert forms(race) == ["Tour des Flandres", "Tour of Flanders", "De Ronde"]
    assert race.details == {"gender": "men", "category": "monument", "country": "BE"}


def test_an_english_name_left_out_is_the_french_one_and_one_form() -> None:
    gazetteer = build(sports=("judo|judo||", "israel|Israël|Israel|"))
    assert gazetteer.by_key["sport/judo"].names[Language.EN] == "judo"
    assert forms(gazetteer.by_key["sport/judo"]) == ["judo"]
    assert len(forms(gazetteer.by_key["sport/israel"])) == 1


def test_a_race_may_belong_to_no_country() -> None:
    gazetteer = build(races=("worlds|both|championship||Mondiaux|Worlds|",))
    assert "country" not in gazetteer.by_key["race/worlds"].details


def test_a_country_is_a_place_with_demonyms() -> None:
    gazetteer = build()
    country = gazetteer.by_key["place/fr"]
    assert country.kind is EntityKind.PLACE
    assert country.details == {
        "type": "country",
        "country": "FR",
        "demonym_fr": "français",
        "demonym_en": "French",
    }
    assert gazetteer.demonyms["francaise"] == "place/fr"
    assert gazetteer.demonyms["belgian"] == "place/be"


def test_countries_without_demonyms_keep_their_own_details() -> None:
    gazetteer = build(countries=("aa|Aa|Aa|||", "bb|Bb|Bb|||"))
    assert gazetteer.by_key["place/bb"].details == {"type": "country", "country": "BB"}


def test_comments_empty_lines_and_lost_trailing_tabs_do_no_harm() -> None:
    gazetteer = build(sports=("# Wheels", "", "bmx|BMX", "golf|golf|golf|"))
    assert [entry.key for entry in gazetteer.entries if entry.kind is EntityKind.SPORT] == [
        "sport/bmx",
        "sport/golf",
    ]


def surname_forms(*names: str, **rows: tuple[str, ...]) -> list[list[str]]:
    people = tuple(f"p{n}|rider|men|FR|{name}|" for n, name in enumerate(names))
    gazetteer = build(people=people, **rows)
    return [forms(gazetteer.by_key[f"person/p{n}"])[1:] for n in range(len(names))]


def test_a_family_name_that_one_person_bears_names_that_person() -> None:
    assert surname_forms("Tadej Pogačar", "Mathieu van der Poel") == [["Pogačar"], ["van der Poel"]]


def test_a_family_name_that_two_bear_names_neither() -> None:
    assert surname_forms("Adam Yates", "Simon Yates") == [[], []]
    assert surname_forms("Lenny Martinez", "Daniel Martínez") == [[], []]


def test_a_second_first_name_is_no_part_of_the_family_name() -> None:
    assert surname_forms("Juan Sebastián Molano", given_names=("Sebastian",)) == [["Molano"]]
    assert surname_forms("Juan Sebastián Molano") == [["Sebastián Molano"]]


def test_a_family_name_that_means_something_else_is_left_out() -> None:
    assert surname_forms("Marco Velo", common_words=("Vélo",)) == [[]]
    assert surname_forms("Geraint Thomas", given_names=("Thomas",)) == [[]]
    assert surname_forms("Jonathan Milan", places=("milan|FR|Milan|Milan|",)) == [[]]
    assert surname_forms("Ann Belge") == [[]]
    assert surname_forms("Ji Ho") == [[]]
    assert surname_forms("Prince") == [[]]


def test_an_alias_in_the_row_stays_though_the_family_name_is_shared() -> None:
    gazetteer = build(people=("a|rider|men|FR|Peter Sagan|Sagan", "b|rider|men|FR|Juraj Sagan|"))
    assert forms(gazetteer.by_key["person/a"]) == ["Peter Sagan", "Sagan"]
    assert forms(gazetteer.by_key["person/b"]) == ["Juraj Sagan"]


def test_a_name_may_pass_from_one_team_to_another_between_seasons() -> None:
    gazetteer = build(teams=("a|men|FR|2015=Sky|", "b|men|FR|2016=Other|Sky@2016-2017"))
    assert len(gazetteer.entries) == len(COUNTRIES) + 2


def test_two_kinds_may_share_a_name() -> None:
    gazetteer = build(
        organisations=("hn|press|BE|Het Nieuwsblad||",),
        races=("hn|men|worldtour|BE|Omloop|Omloop|Het Nieuwsblad",),
    )
    assert len(gazetteer.entries) == len(COUNTRIES) + 2


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Pogačar", "pogacar"),
        ("SØREN Kragh", "soren kragh"),
        ("Łukasz", "lukasz"),
        ("Straße", "strasse"),
        ("l’Équipe", "l'equipe"),
        ("Cœur", "coeur"),
        ("Jumbo–Visma", "jumbo-visma"),
        ("Alpe\N{NO-BREAK SPACE}d'Huez", "alpe d'huez"),
        ("Plain", "plain"),
    ],
)
def test_folding_levels_accents_case_and_signs(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_entries_compare_by_value_and_can_be_kept_in_sets() -> None:
    one, other = (build(sports=("golf|golf||",)).by_key["sport/golf"] for _ in range(2))
    assert one == other
    assert len({one, other}) == 1


def test_a_file_that_is_not_given_is_an_empty_one() -> None:
    assert build_gazetteer({}).entries == ()


def test_the_shipped_gazetteer_is_read_once() -> None:
    assert load_gazetteer() is load_gazetteer()


def test_an_entry_may_be_made_without_details() -> None:
    names = {Language.FR: "golf", Language.EN: "golf"}
    assert Entry("sport/golf", EntityKind.SPORT, names, (Alias("golf"),)).details == {}
