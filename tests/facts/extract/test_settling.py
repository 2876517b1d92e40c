"""What is decided once the whole article is read; whom nouns and pronouns speak of."""

from __future__ import annotations

from datetime import date

import pytest

from facts.extract.discourse import Draft, Programme
from facts.extract.settling import contains, in_tense
from facts.model import DateInterval, Language, Phase, Precision, Status
from tests.facts.telling import EN, FR, facts_in, told, told_of, value_words

DAY = Precision.DAY


def _days(start: date | None, end: date | None, *, written: bool = False) -> DateInterval:
    return DateInterval(start, end, DAY, year_written=written)


def _settled(dates: DateInterval, status: Status | None, published: date | None) -> DateInterval:
    draft = Draft(Programme(0), "release", dates, "test", status=status)
    value = in_tense(draft, published).value
    assert isinstance(value, DateInterval)
    return value


class TestTense:
    JULY = _days(date(2022, 7, 1), date(2022, 7, 2))
    LEAP = _days(date(2024, 2, 29), date(2024, 2, 29))

    def test_what_is_to_come_is_not_past(self) -> None:
        settled = _settled(self.JULY, Status.PLANNED, date(2022, 10, 1))
        assert settled == _days(date(2023, 7, 1), date(2023, 7, 2))

    def test_what_is_done_is_not_to_come(self) -> None:
        settled = _settled(self.JULY, Status.DONE, date(2022, 3, 31))
        assert settled == _days(date(2021, 7, 1), date(2021, 7, 2))

    @pytest.mark.parametrize("status", [Status.PLANNED, Status.DONE])
    def test_there_is_not_always_a_29_february(self, status: Status) -> None:
        published = date(2024, 1, 1) if status is Status.DONE else date(2024, 6, 1)
        settled = _settled(self.LEAP, status, published)
        assert settled.start is not None
        assert (settled.start.month, settled.start.day) == (2, 28)

    def test_an_open_side_stays_open(self) -> None:
        settled = _settled(_days(None, date(2022, 7, 2)), Status.PLANNED, date(2022, 10, 1))
        assert settled == _days(None, date(2023, 7, 2))

    @pytest.mark.parametrize(
        ("status", "published"),
        [(None, date(2022, 10, 1)), (Status.PLANNED, date(2022, 3, 1)), (Status.PLANNED, None)],
    )
    def test_else_it_stays(self, status: Status | None, published: date | None) -> None:
        assert _settled(self.JULY, status, published) == self.JULY

    def test_a_written_year_stays(self) -> None:
        written = _days(date(2022, 7, 1), date(2022, 7, 2), written=True)
        assert _settled(written, Status.PLANNED, date(2030, 1, 1)) == written

    def test_anything_but_a_date_stays(self) -> None:
        draft = Draft(Programme(0), "phase", Phase.FILMING, "test", status=Status.PLANNED)
        assert in_tense(draft, date(2030, 1, 1)) is draft


class TestVaguer:
    @pytest.mark.parametrize(
        ("outer", "inner", "within"),
        [
            ((date(2022, 1, 1), date(2022, 12, 31)), (date(2022, 7, 1), date(2022, 7, 2)), True),
            ((date(2022, 7, 1), date(2022, 7, 2)), (date(2022, 7, 1), date(2022, 7, 2)), False),
            ((date(2022, 7, 1), date(2022, 7, 2)), (date(2022, 7, 2), date(2022, 7, 3)), False),
            ((None, date(2022, 7, 2)), (date(2022, 7, 1), date(2022, 7, 1)), False),
            ((date(2022, 7, 1), date(2022, 7, 2)), (date(2022, 7, 1), None), False),
        ],
    )
    def test_periods_inside_others(
        self,
        outer: tuple[date | None, date | None],
        inner: tuple[date | None, date | None],
        within: bool,
    ) -> None:
        assert contains(_days(*outer), _days(*inner)) is within

    def test_two_programmes_keep_their_dates(self) -> None:
        text = (
            "Arte tourne une série sur le Giro. La série sortira en 2025. Eurosport tourne un film "
            "sur la Vuelta. Le film sortira le 8 mai 2025."
        )
        assert told_of("release", text) == {
            "2025-01-01..2025-12-31 year",
            "2025-05-08..2025-05-08 day",
        }

    def test_a_denial_is_no_repetition(self) -> None:
        text = "Arte tourne un film sur le Giro. Le film suivra Cofidis. Le film suivra Cofidis."
        (fact,) = (f for f in facts_in(text) if f.relation == "features")
        assert len(fact.evidence) == 2


class TestYears:
    def test_without_a_date_of_publication_the_year_of_the_race_helps(self) -> None:
        text = "Arte tourne une série sur le Giro 2024. Le tournage s’achèvera fin mai."
        (end,) = (f for f in facts_in(text, FR, None) if f.relation == "filming_end")
        assert value_words(end.value) == "2024-05-01..2024-05-31 month late"
        assert isinstance(end.value, DateInterval)
        assert not end.value.year_written

    def test_without_any_year_there_is_no_date(self) -> None:
        text = "Arte tourne une série sur le Giro. Le tournage s’achèvera fin mai."
        assert told_of("filming_end", text, FR, None) == set()


class TestReferents:
    SERIES = "programme/~netflix/giro-ditalia"

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            (FR, "Netflix tourne une série sur le Giro. La plateforme diffusera la série en 2025."),
            (FR, ("Netflix tourne une série sur le Giro. La plateforme américaine diffusera cette "
                  "série en 2025.")),
            (EN, ("Netflix makes a series about the Giro d'Italia. The platform will release the "
                  "series in 2025.")),
        ],
    )  # fmt: skip
    def test_a_definite_noun_takes_up_what_was_named(self, language: Language, text: str) -> None:
        assert f"{self.SERIES} platform organisation/netflix" in told(text, language)

    @pytest.mark.parametrize(
        "text",
        [
            "Netflix produit une série sur le Giro. La plateforme britannique diffusera la série.",
            "Netflix produit une série sur le Giro. Une plateforme diffusera la série.",
            "Netflix et Prime Video aiment le Giro. La plateforme diffusera une série sur le Giro.",
        ],
        ids=["of another country", "indefinite", "one of two"],
    )
    def test_an_unclear_noun_takes_up_nobody(self, text: str) -> None:
        assert told_of("platform", text) == set()

    @pytest.mark.parametrize(
        "text",
        [
            "La série sur le Giro sortira le 8 juin 2024 sur Netflix.",
            "Le documentaire suivra huit équipes.",
            "Arte aime le Giro. Le film sortira en 2025.",
        ],
    )
    def test_a_programme_that_nobody_introduced(self, text: str) -> None:
        assert {line for line in told(text) if line.startswith("programme/")} == set()

    def test_two_programmes_in_one_sentence(self) -> None:
        text = "Arte tourne deux séries, l’une sur le Giro, l’autre sur la Vuelta."
        assert told_of("about", text) == {"race/giro-ditalia", "race/vuelta-a-espana"}
        assert {f.subject.key for f in facts_in(text)} == {
            "programme/~arte/giro-ditalia",
            "programme/~arte/vuelta-a-espana",
        }

    def test_a_programme_of_which_nothing_is_known_is_its_articles_own(self) -> None:
        texts = ("It is a six-episode series.", "They show a six-episode series.")
        keys = [{f.subject.key for f in facts_in(text, EN)} for text in texts]
        assert keys[0].isdisjoint(keys[1])
