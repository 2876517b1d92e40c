"""Each kind of bad row is refused with the file, the line and the reason."""

from __future__ import annotations

import pytest

from facts.gazetteer import build_gazetteer
from tests.facts.gazetteer.test_loader import COUNTRIES, HEADS, build

BAD = [
    ("teams", "|men|FR|2022=A|", "slug is empty"),
    ("teams", "A b|men|FR|2022=A|", "is no slug"),
    ("teams", "a|both|FR|2022=A|", "gender 'both' is none of men, women"),
    ("teams", "a||FR|2022=A|", "gender is empty"),
    ("teams", "a|men|XX|2022=A|", "country 'XX' is not in countries.tsv"),
    ("teams", "a|men|fr|2022=A|", "country 'fr' is not in countries.tsv"),
    ("teams", "a|men||2022=A|", "country is empty"),
    ("teams", "a|men|FR||A", "names is empty"),
    ("teams", "a|men|FR|A|", "is no season name"),
    ("teams", "a|men|FR|2022=|", "is no season name"),
    ("teams", "a|men|FR|22=A|", "is no year or range of years"),
    ("teams", "a|men|FR|2023-2022=A|", "is no possible range"),
    ("teams", "a|men|FR|1066=A|", "is no possible range"),
    ("teams", "a|men|FR|2022=A; 2024=B|", "a gap or an overlap"),
    ("teams", "a|men|FR|2022-2024=A; 2024=B|", "a gap or an overlap"),
    ("teams", "a|men|FR|2022=A|B@", "is no year or range of years"),
    ("teams", "a|men|FR|2022=A|@2022", "has years but no name"),
    ("teams", "a|men|FR|2022=A|B; ; C", "pieces are not parted"),
    ("teams", "a|men|FR|2022=A|B;C", "pieces are not parted"),
    ("teams", "a|men|FR|2022=A|B;", "pieces are not parted"),
    ("teams", "a|men|FR|2022=A|B ; C", "pieces are not parted"),
    ("teams", "a|men|FR|2022=A|;B", "pieces are not parted"),
    ("teams", "a |men|FR|2022=A|B", "spaces around a cell"),
    ("teams", " a|men|FR|2022=A|B", "spaces around a cell"),
    ("teams", "a| men|FR|2022=A|B", "spaces around a cell"),
    ("teams", "a|men|FR|2022=A|B ", "spaces around a cell"),
    ("teams", "a|men|FR|2022=A|B|C", "6 cells instead of 5"),
    ("teams", "a|men|FR|2022=A|B; b", "'b' stands twice"),
    ("teams", "a|men|FR|2022-2024=A|A@2024-2025", "'A' stands twice"),
    ("races", "a|men|classic|FR|A|B|", "category 'classic' is none of"),
    ("races", "a|men|monument|FR||B|", "name_fr is empty"),
    ("people", "a|boss|men|FR|A B|", "role 'boss' is none of"),
    ("people", "a|rider|men|FR||", "name is empty"),
    ("organisations", "a|club|FR|A||", "type 'club' is none of"),
    ("organisations", "a|press|ZZ|A||", "country 'ZZ' is not in"),
    ("countries", "fr|France|France|||", "the slug 'fr' stands twice"),
    ("countries", "nl|Pays-Bas|Netherlands|belge||", "belongs to another country"),
    ("given_names", "a|b", "a word stands alone"),
    ("given_names", "a ", "a word stands alone"),
]


@pytest.mark.parametrize(("file", "row", "reason"), BAD)
def test_a_bad_row_is_refused_with_its_place_and_the_reason(
    file: str, row: str, reason: str
) -> None:
    good = COUNTRIES if file == "countries" else ("# a comment",)
    with pytest.raises(ValueError, match=rf"^{file}\.tsv, line {len(good) + 2}: ") as caught:
        build(**{file: (*good, row)})
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("file", "rows", "reason"),
    [
        ("sports", ("a|A||", "a|B||"), "the slug 'a' stands twice"),
        ("sports", ("a|A||", "b|B||á"), "the name 'á' stands twice among sport names"),
        ("teams", ("a|men|FR|2022=A|", "b|men|FR|2023=B|a"), "'a' stands twice"),
        ("teams", ("a|men|FR|2022=A|X@2015-2019", "b|men|FR|2023=B|X@2019"), "'X' stands twice"),
        ("given_names", ("Zoé", "zoe"), "'zoe' stands twice"),
    ],
)
def test_what_stands_twice_is_refused_at_its_second_place(
    file: str, rows: tuple[str, ...], reason: str
) -> None:
    with pytest.raises(ValueError, match=rf"^{file}\.tsv, line 3: ") as caught:
        build(**{file: rows})
    assert reason in str(caught.value)


def test_a_place_must_not_take_the_slug_or_the_name_of_a_country() -> None:
    with pytest.raises(ValueError, match="slug 'fr' stands twice"):
        build(places=("fr|FR|Somewhere||",))
    with pytest.raises(ValueError, match="'france' stands twice"):
        build(places=("somewhere|FR|Somewhere||france",))


@pytest.mark.parametrize("file", sorted(HEADS))
def test_a_first_line_with_other_columns_is_refused(file: str) -> None:
    with pytest.raises(ValueError, match=rf"^{file}, line 1: the columns must be "):
        build_gazetteer({file: "slug\tname"})
