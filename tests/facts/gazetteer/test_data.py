"""What holds for every row of the gazetteer's own files."""

from __future__ import annotations

from collections import defaultdict
from importlib import resources

import pytest
from babel import Locale

from facts.gazetteer import Entry, fold, load_gazetteer
from facts.gazetteer.tables import FILES
from facts.model import EntityKind, Language

# Words of every sports page: none of them, nor their plain or accentless forms, names anything.
ORDINARY = frozenset(
    (
        "a an the and or of in on at by for with from to he she it we you they this that who what "
        "is are was were be been will would could may has have had not no yes all one two three "
        "first last stage race rider riders team teams win wins winner lead leader time gap break "
        "breakaway sprint climb climber finish start day week month year season today yesterday "
        "tomorrow jersey yellow green white red pink final podium victory contract transfer crash "
        "sky total picnic canyon movie series episode film programme network channel news "
        "discovery trek specialized continental variety deadline rouleur velo velos pedale "
        "education "
        "un une le la les des du de et ou ou a au aux en dans sur par pour avec sans il elle nous "
        "vous ils elles ce cette ces qui que quoi est sont etait sera serait ont avait pas non oui "
        "tout tous toute toutes premier premiere dernier derniere etape course coureur coureurs "
        "equipe equipes victoire vainqueur tete temps ecart echappee arrivee depart jour semaine "
        "mois annee saison aujourd'hui hier demain maillot jaune vert blanc rouge rose finale "
        "podium contrat transfert chute tour tours col cols mur mont cote sommet plaine ville "
        "serie film chaine monde presse journal groupe patron directeur porte verre bouts rousse "
        "nos vos mes ses notre votre leur leurs mais donc car ni or si plus moins tres bien "
        "worst wild wood strong small king young brown hunt page power champion cousin petit gros"
    ).split()
)
# A channel that papers call by this word alone.
WORDS_THAT_ARE_NAMES = frozenset({"discovery"})

TOUR_2022 = (
    "AG2R Citroën Team", "Alpecin-Deceuninck", "Arkéa-Samsic", "Astana Qazaqstan Team",
    "B&B Hotels-KTM", "Bahrain Victorious", "BikeExchange-Jayco", "Bora-hansgrohe", "Cofidis",
    "EF Education-EasyPost", "Groupama-FDJ", "Ineos Grenadiers",
    "Intermarché-Wanty-Gobert Matériaux", "Israel-Premier Tech", "Jumbo-Visma", "Lotto Soudal",
    "Movistar Team", "Quick-Step Alpha Vinyl Team", "Team DSM", "TotalEnergies", "Trek-Segafredo",
    "UAE Team Emirates",
)  # fmt: skip
MEN_2026 = (
    "Alpecin-Premier Tech", "Bahrain Victorious", "Decathlon CMA CGM Team",
    "EF Education-EasyPost", "Groupama-FDJ United", "Lidl-Trek", "Lotto-Intermarché",
    "Movistar Team", "Netcompany Ineos", "NSN Cycling Team", "Red Bull-Bora-hansgrohe",
    "Soudal Quick-Step", "Team Jayco AlUla", "Team Picnic PostNL", "UAE Team Emirates-XRG",
    "Uno-X Mobility", "Visma-Lease a Bike", "XDS Astana Team",
)  # fmt: skip
WOMEN_2026 = (
    "AG Insurance-Soudal", "Canyon-SRAM zondacrypto", "EF Education-Oatly", "FDJ United-Suez",
    "Fenix-Premier Tech", "Human Powered Health", "Lidl-Trek Women", "Liv AlUla Jayco",
    "Movistar Team Women", "SD Worx-Protime", "Team Picnic PostNL Women", "UAE Team ADQ",
    "Uno-X Mobility Women", "Visma-Lease a Bike Women",
)  # fmt: skip

ENTRIES = load_gazetteer().entries


def of_kind(kind: EntityKind) -> list[Entry]:
    return [entry for entry in ENTRIES if entry.kind is kind]


def named(form: str, kind: EntityKind, season: int | None = None) -> set[str]:
    """The keys of those whom a form names, in a season where one is given."""
    return {
        entry.key
        for entry in of_kind(kind)
        for alias in entry.aliases
        if fold(alias.text) == fold(form)
        and (not season or not alias.seasons or alias.seasons[0] <= season <= alias.seasons[1])
    }


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_tidy_and_not_large(file: str) -> None:
    data = (resources.files("facts.gazetteer") / file).read_bytes()
    assert len(data) < 1 << 20
    assert data.endswith(b"\n")
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")


def test_no_two_of_a_kind_share_a_name_when_hyphens_are_levelled() -> None:
    holders: dict[tuple[EntityKind, str], list[tuple[Entry, tuple[int, int]]]] = defaultdict(list)
    clashes = []
    for entry in ENTRIES:
        for alias in entry.aliases:
            form = (entry.kind, fold(alias.text).replace("-", " "))
            first, last = alias.seasons or (0, 9999)
            clashes += [
                (alias.text, entry.key, other.key)
                for other, (begin, end) in holders[form]
                if other is not entry and first <= end and begin <= last
            ]
            holders[form].append((entry, (first, last)))
    assert clashes == []


def test_no_name_is_an_ordinary_word() -> None:
    forms = {fold(alias.text) for entry in ENTRIES for alias in entry.aliases}
    assert forms & ORDINARY == ORDINARY & WORDS_THAT_ARE_NAMES
    assert load_gazetteer().given_names & ORDINARY == set()


def test_names_have_two_letters_at_least_and_no_stray_signs() -> None:
    for entry in ENTRIES:
        for alias in entry.aliases:
            assert len(alias.text) > 1
            assert not set(alias.text) & set('\t@=;"“”«»’')
            assert alias.text == " ".join(alias.text.split(" ")).strip()


def test_every_country_code_is_an_iso_code() -> None:
    territories = {str(code) for code in Locale("en").territories} - {"EU", "UN", "ZZ"}
    codes = {entry.details["country"] for entry in ENTRIES if "country" in entry.details}
    assert codes <= territories
    assert all(len(code) == 2 for code in codes)


def test_countries_are_many_and_named_in_both_languages_with_their_people() -> None:
    countries = [entry for entry in ENTRIES if entry.details.get("type") == "country"]
    assert len(countries) >= 120
    assert len({fold(entry.names[Language.FR]) for entry in countries}) == len(countries)
    for entry in countries:
        assert entry.key == f"place/{entry.details['country'].lower()}"
        assert {"demonym_fr", "demonym_en"} <= entry.details.keys()
    demonyms = load_gazetteer().demonyms
    assert demonyms["britannique"] == demonyms["britanniques"] == demonyms["britons"] == "place/gb"
    assert demonyms["slovene"] == demonyms["slovenian"] == "place/si"


@pytest.mark.parametrize(
    ("season", "gender", "names"),
    [(2022, "men", TOUR_2022), (2026, "men", MEN_2026), (2026, "women", WOMEN_2026)],
)
def test_the_teams_of_a_season_bear_that_seasons_names(
    season: int, gender: str, names: tuple[str, ...]
) -> None:
    keys = [named(name, EntityKind.TEAM, season) for name in names]
    assert all(len(key) == 1 for key in keys), names
    assert len(set.union(*keys)) == len(names)
    for key in set.union(*keys):
        assert load_gazetteer().by_key[key].details["gender"] == gender


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("AG2R Citroën", "team/ag2r"),
        ("Alpecin-Fenix", "team/alpecin"),
        ("Bora-hansgrohe", "team/bora-hansgrohe"),
        ("EF Education-EasyPost", "team/ef-education"),
        ("Ineos", "team/ineos"),
        ("Jumbo", "team/jumbo-visma"),
        ("Visma", "team/jumbo-visma"),
        ("Groupama FDJ", "team/groupama-fdj"),
        ("FDJ", "team/groupama-fdj"),
        ("Quick-Step", "team/quick-step"),
        ("UAE", "team/uae-team-emirates"),
        ("UAE Team ADQ", "team/uae-team-adq"),
        ("Movistar", "team/movistar"),
        ("Visma femmes", "team/visma-women"),
        ("la Grande Boucle", "race/tour-de-france"),
        ("the Tour", "race/tour-de-france"),
        ("le Giro", "race/giro-ditalia"),
        ("la Vuelta", "race/vuelta-a-espana"),
        ("la Doyenne", "race/liege-bastogne-liege"),
        ("la Primavera", "race/milan-san-remo"),
        ("the Hell of the North", "race/paris-roubaix"),
        ("De Ronde", "race/tour-of-flanders"),
        ("ASO", "organisation/aso"),
        ("Amaury Sport Organisation", "organisation/aso"),
        ("France Télévisions", "organisation/france-televisions"),
        ("20 Minutes Sport", "organisation/20-minutes"),
        ("Box to Box", "organisation/box-to-box-films"),
        ("Formule 1", "sport/formula-1"),
        ("Drive to Survive", "programme/drive-to-survive"),
        ("Tour de France : Au cœur du peloton", "programme/tour-de-france-unchained"),
        ("Pogi", "person/tadej-pogacar"),
        ("Prudhomme", "person/christian-prudhomme"),
        ("Le Moënner", "person/yann-le-moenner"),
        ("Van der Poel", "person/mathieu-van-der-poel"),
        ("Vingegaard", "person/jonas-vingegaard"),
        ("l'Alpe d'Huez", "place/alpe-d-huez"),
        ("le Ventoux", "place/mont-ventoux"),
    ],
)
def test_a_well_known_form_names_one_of_its_kind(form: str, key: str) -> None:
    assert named(form, EntityKind(key.split("/", maxsplit=1)[0])) == {key}


def test_a_renamed_team_answers_to_the_name_of_the_season() -> None:
    team = load_gazetteer().by_key["team/jumbo-visma"]
    assert team.name_in(Language.FR, 2018) == "LottoNL-Jumbo"
    assert team.name_in(Language.FR, 2022) == "Jumbo-Visma"
    assert team.name_in(Language.EN, 2026) == "Visma-Lease a Bike"


def test_family_names_that_are_words_or_shared_name_nobody() -> None:
    for form in ("Velo", "Yates", "Porte", "Worst", "Thomas", "Milan", "Martinez", "Quick"):
        assert named(form, EntityKind.PERSON) == set(), form


@pytest.mark.parametrize("name", ["Yann", "Tadej", "Mathieu", "Annemiek", "Egan", "Primož"])
def test_common_first_names_are_known(name: str) -> None:
    assert fold(name) in load_gazetteer().given_names
