"""What holds for every text: no error, exact spans, no overlaps, linear time."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import facts
from facts.extract.values import read_values
from facts.extract.values.words import WORDS
from facts.model import DateInterval, Language, Quantity
from facts.relations import UNITS
from tests.facts.extract.values.reading import readings

PIECES = (
    *"1er 2e 3rd 21st 1 8 12 24 31 32 45 60 100 2022 2023 1899 007 1.5 1,5 1,234 1 234".split(),
    *"le la les du au de d' à en et - – ' '' \" : . , ( ) / + € $ M m km km/h % h min s x".split(),
    *"juillet mai mars sept. sept août July May may March Sept. 07 mardi Tuesday dimanche".split(),
    *"un une deux trois quatre vingt vingts cent mille million millions d'euros milliard".split(),
    *"one a an two twenty hundred thousand million and half dozen demi demie dizaine".split(),
    *"épisodes épisode équipes teams team stage stages étape saison season series an ans".split(),
    *"heure heures hours hour minutes Minutes MINUTES seconds secondes second".split(),
    *"premier première first last next this prochain dernier cette fin early late mid end".split(),
    *"semestre trimestre half quarter summer été winter hiver hier today demain week".split(),
    *"of the in from to until between entre jusqu'au seul only plus moins environ about".split(),
    *"sera a was will , ; \n \n\n \u00a0 \u202f ² ½ 1ᵉʳ é e\u0301 🚴 #TDF a@b.fr www.a.fr".split(
        " "
    ),
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)
DATES = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max]))


@settings(max_examples=600, deadline=None)
@given(TEXTS, st.sampled_from(list(Language)), DATES)
def test_any_text_is_read_without_error_and_spans_are_exact(
    text: str, language: Language, reference: date | None
) -> None:
    end = 0
    for found in read_values(text, language, reference):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end
        written = text[found.span.start : found.span.end]
        assert written == written.strip()
        if isinstance(found.value, DateInterval):
            assert found.value.start is not None
            assert found.value.end is not None
            assert found.value.start <= found.value.end
        if isinstance(found.value, Quantity):
            assert found.value.unit in UNITS
            assert found.value.number >= 0


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(list(Language)))
def test_without_a_reference_every_date_has_its_year_written(text: str, language: Language) -> None:
    for found in read_values(text, language, None):
        assert not isinstance(found.value, DateInterval) or found.value.year_written


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(list(Language)), DATES)
def test_a_paragraph_is_read_whatever_follows_it(
    first: str, second: str, language: Language, reference: date | None
) -> None:
    alone = read_values(first + "\n\n", language, reference)
    together = read_values(f"{first}\n\n{second}", language, reference)
    assert [each for each in together if each.span.end <= len(first)] == list(alone)


REPEATED = {
    Language.FR: (
        *("1", " ", "-", "'", ":", "1,", "1:", "1h", "+1", "\n", "€1", "1er ", "du 1er au "),
        *("un ", "deux ", "cent ", "mille ", "vingt-", "une demi", "quatre-vingt-", "20 ", "111 "),
        *("1 à ", "2022, ", "mars ", "fin de ", "mardi ", "deux et ", "e\u0301", "de ", "AB12 "),
    ),
    Language.EN: (
        *('"', "(", ".", "1.", "1'", "1-", "$", "%", "9:", "2022-", "2022 ", "00", "01 ", "0"),
        *("one hundred and ", "a ", "the ", "May ", "first ", "Team ", "M", "x"),
        *("a@", "a.", "a-", "www.", "#", "a.b@"),
    ),
}


@pytest.mark.parametrize(
    ("language", "piece"), [(key, piece) for key, pieces in REPEATED.items() for piece in pieces]
)
def test_reading_takes_linear_time(language: Language, piece: str) -> None:
    def calls(length: int) -> int:
        """How many functions are called: unlike seconds, the same on a busy machine."""
        text = piece * (length // len(piece))
        counted = 0

        def count(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal counted
            counted += event in {"call", "c_call"}

        sys.setprofile(count)
        try:
            read_values(text, language, date(2022, 7, 5))
        finally:
            sys.setprofile(None)
        return counted

    short, long = 1_500, 6_000
    assert calls(long) < 1.5 * (long / short) * calls(short) + 1_000


ARTICLE = Path(__file__).parents[5] / "shared/articles/netflix-tour-de-france-2022.txt"


def test_every_value_of_the_first_article_is_read_and_nothing_else() -> None:
    if not ARTICLE.exists():
        pytest.skip("the shared article is not there")
    text = ARTICLE.read_text(encoding="utf-8")
    assert readings(text, "fr", date(2022, 6, 23)) == [
        ("2022", "year 2022-01-01/2022-12-31 year"),
        ("1er-24 juillet", "date 2022-07-01/2022-07-24 day"),
        ("premier semestre 2023", "date 2023-01-01/2023-06-30 half"),
        ("2022", "year 2022-01-01/2022-12-31 year"),
        ("fin du mois de juillet", "date 2022-07-01/2022-07-31 month late ?"),
        ("8 équipes", "quantity 8 team"),
        ("2023", "date 2023-01-01/2023-12-31 year"),
        ("huit épisodes", "quantity 8 episode"),
        ("45 minutes", "duration 45 minute"),
        ("quatrième saison", "ordinal 4 season"),
        ("deux autres docu-séries", "quantity 2 series"),
        ("premier semestre 2023", "date 2023-01-01/2023-06-30 half"),
        ("52 minutes", "duration 52 minute"),
        ("2023", "year 2023-01-01/2023-12-31 year"),
    ]


def test_the_longest_reading_wins() -> None:
    assert readings("du 1er au 24 juillet 2022") == [
        ("1er au 24 juillet 2022", "date 2022-07-01/2022-07-24 day")
    ]
    assert readings("45,3 km/h") == [("45,3 km/h", "speed 45.3 km/h")]


def test_a_blank_line_parts_values_and_a_line_end_does_not() -> None:
    assert readings("le 12\nmai 2022") == [("12\nmai 2022", "date 2022-05-12 day")]
    assert readings("le 12\n\nmai 2022") == [("mai 2022", "date 2022-05-01/2022-05-31 month")]
    assert readings("8\n\néquipes") == []
    assert readings("Groupe 5\n180 km") == [("180 km", "quantity 180 km")]


@pytest.mark.parametrize("language", list(Language))
def test_the_tables_name_known_units_alone(language: Language) -> None:
    units = WORDS[language].units
    named = {noun.unit for _, noun in units.nouns} | {noun.unit for _, noun in units.times}
    named |= {unit for _, unit in units.speeds} | {unit for _, unit in units.attributive}
    named |= {unit for unit in units.labels.values() if unit} | {u for _, u in units.rank_nouns}
    assert named <= UNITS


def test_importing_the_readers_loads_no_other_library() -> None:
    root = str(Path(facts.__file__).parents[1])
    code = (
        f"import sys; sys.path.insert(0, {root!r}); import facts.extract.values\n"
        "print(*{n.partition('.')[0] for n in sys.modules} - set(sys.stdlib_module_names))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) <= {"facts", "__main__"}
