"""Values, names and facts as a person says them, in French and in English."""

from __future__ import annotations

import re
import string
from datetime import date
from decimal import Decimal

import pytest

from facts.describe import describe
from facts.model import (
    DateInterval,
    Entity,
    EntityKind,
    Fact,
    Language,
    Money,
    Part,
    Phase,
    Precision,
    Quantity,
    RelativeDate,
    Side,
    Status,
    Text,
    Value,
)
from facts.relations import RELATIONS, UNITS
from facts.wording.facts import number_words, say_bare, say_phase, say_value, say_when
from facts.wording.french import definite, of
from facts.wording.labels import capital, label, programme_sort
from facts.wording.phrases import phrase, phrases
from facts.wording.positions import translate_position
from facts.wording.values import (
    say_dates,
    say_day,
    say_list,
    say_money,
    say_period,
    say_quantity,
)
from tests.facts.telling import EN, FR

TOUR = Entity("race/tour-de-france/2022", EntityKind.RACE, "Tour de France 2022")
GIRO = Entity("race/giro-ditalia", EntityKind.RACE, "Giro")
SHOW = Entity("programme/last-wheel", EntityKind.PROGRAMME, "Last Wheel")
UNTITLED = Entity("programme/~netflix/tour-de-france", EntityKind.PROGRAMME, "série de Netflix")
TEAM = Entity("team/cofidis", EntityKind.TEAM, "Cofidis")
ASO = Entity("organisation/aso", EntityKind.ORGANISATION, "Amaury Sport Organisation")
GOLF = Entity("programme/~zubrowka-studios/golf", EntityKind.PROGRAMME, "film")
STUDIO = Entity("name/zubrowka-studios", EntityKind.ORGANISATION, "Zubrowka Studios")
ZOE = Entity("name/zoe-lunaire", EntityKind.PERSON, "Zoé Lunaire")

# Relations that have no phrase of their own: they are told as "subject – relation : value".
TOLD_PLAINLY = {"title"}


def _plain(text: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", text)


def _days(start: str | None, end: str | None, **more: object) -> DateInterval:
    first, last = (date.fromisoformat(d) if d else None for d in (start, end))
    return DateInterval(first, last, Precision.DAY, **more)  # type: ignore[arg-type]


def _period(
    start: str, end: str, precision: Precision, part: Part | None = None, *, written: bool = True
) -> DateInterval:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return DateInterval(first, last, precision, part, written)


class TestDates:
    @pytest.mark.parametrize(
        ("start", "end", "french", "english"),
        [
            ("2022-07-01", "2022-07-24", "du 1er au 24 juillet 2022", "from 1 to 24 July 2022"),
            ("2022-06-28", "2022-07-01", "du 28 juin au 1er juillet 2022",
             "from 28 June to 1 July 2022"),
            ("2022-12-30", "2023-01-01", "du 30 décembre 2022 au 1er janvier 2023",
             "from 30 December 2022 to 1 January 2023"),
            ("2023-06-08", "2023-06-08", "le 8 juin 2023", "on 8 June 2023"),
            ("2023-06-01", "2023-06-01", "le 1er juin 2023", "on 1 June 2023"),
            ("2023-06-01", None, "à partir du 1er juin 2023", "from 1 June 2023"),
            (None, "2023-06-08", "jusqu’au 8 juin 2023", "until 8 June 2023"),
            (None, None, "", ""),
        ],
    )  # fmt: skip
    def test_days(self, start: str | None, end: str | None, french: str, english: str) -> None:
        assert say_when(_days(start, end), FR) == french
        assert say_when(_days(start, end), EN) == english

    @pytest.mark.parametrize(
        ("when", "french", "english"),
        [
            (_period("2023-01-01", "2023-06-30", Precision.HALF),
             "au premier semestre 2023", "in the first half of 2023"),
            (_period("2023-07-01", "2023-12-31", Precision.HALF),
             "au second semestre 2023", "in the second half of 2023"),
            (_period("2023-04-01", "2023-06-30", Precision.QUARTER),
             "au deuxième trimestre 2023", "in the second quarter of 2023"),
            (_period("2023-10-01", "2023-12-31", Precision.QUARTER),
             "au quatrième trimestre 2023", "in the fourth quarter of 2023"),
            (_period("2023-06-01", "2023-06-30", Precision.MONTH), "en juin 2023", "in June 2023"),
            (_period("2023-07-01", "2023-07-31", Precision.MONTH, Part.LATE),
             "fin juillet 2023", "in late July 2023"),
            (_period("2023-07-01", "2023-07-31", Precision.MONTH, Part.EARLY),
             "début juillet 2023", "in early July 2023"),
            (_period("2023-07-01", "2023-07-31", Precision.MONTH, Part.MIDDLE),
             "à la mi-juillet 2023", "in mid-July 2023"),
            (_period("2023-01-01", "2023-12-31", Precision.YEAR), "en 2023", "in 2023"),
            (_period("2023-01-01", "2024-12-31", Precision.YEAR), "en 2023-2024", "in 2023-2024"),
            (_period("2023-01-01", "2023-12-31", Precision.YEAR, Part.LATE),
             "fin 2023", "in late 2023"),
            (_period("2025-03-01", "2025-05-31", Precision.SEASON),
             "au printemps 2025", "in spring 2025"),
            (_period("2025-06-01", "2025-08-31", Precision.SEASON),
             "à l’été 2025", "in summer 2025"),
            (_period("2025-09-01", "2025-11-30", Precision.SEASON),
             "à l’automne 2025", "in autumn 2025"),
        ],
    )  # fmt: skip
    def test_periods(self, when: DateInterval, french: str, english: str) -> None:
        assert say_when(when, FR) == french
        assert say_when(when, EN) == english

    def test_a_year_that_was_not_written_can_be_left_out(self) -> None:
        when = _days("2022-07-01", "2022-07-24", year_written=False)
        assert say_dates(when, FR, year=False) == "du 1er au 24 juillet"
        assert say_dates(when, EN) == "from 1 to 24 July 2022"
        month = _period("2022-07-01", "2022-07-31", Precision.MONTH, written=False)
        assert say_period(month, EN, year=False) == "July"
        half = _period("2022-01-01", "2022-06-30", Precision.HALF, written=False)
        assert say_period(half, EN, year=False) == "first half"

    def test_a_year_that_was_written_is_told(self) -> None:
        assert say_dates(_days("2022-07-01", "2022-07-01"), FR, year=False) == "le 1er juillet 2022"

    def test_a_period_without_any_day(self) -> None:
        nothing = DateInterval(None, None, Precision.MONTH)
        assert say_period(nothing, FR) == ""
        assert say_when(nothing, EN) == ""

    def test_behind_until(self) -> None:
        late = _period("2022-07-01", "2022-07-31", Precision.MONTH, Part.LATE)
        assert say_bare(late, FR) == "fin juillet 2022"
        assert say_bare(late, EN) == "late July 2022"
        assert say_bare(RelativeDate(Side.BEFORE, TOUR), EN) == "before the Tour de France 2022"

    @pytest.mark.parametrize(
        ("side", "french", "english"),
        [
            (Side.BEFORE, "avant le Tour de France 2022", "before the Tour de France 2022"),
            (Side.DURING, "pendant le Tour de France 2022", "during the Tour de France 2022"),
            (Side.AFTER, "après le Tour de France 2022", "after the Tour de France 2022"),
        ],
    )
    def test_told_by_an_event(self, side: Side, french: str, english: str) -> None:
        assert say_when(RelativeDate(side, TOUR), FR) == french
        assert say_when(RelativeDate(side, TOUR), EN) == english

    def test_a_day_alone(self) -> None:
        assert say_day(date(2022, 7, 1), FR, year=False, month=False) == "1er"
        assert say_day(date(2022, 7, 2), EN, year=False) == "2 July"


class TestNumbers:
    @pytest.mark.parametrize(
        ("number", "unit", "french", "english"),
        [
            ("8", "episode", "8 épisodes", "8 episodes"),
            ("1", "episode", "1 épisode", "1 episode"),
            ("0", "episode", "0 épisode", "0 episodes"),
            ("1.5", "hour", "1,5 heure", "1.5 hours"),
            ("45", "minute", "45 minutes", "45 minutes"),
            ("60", "minute", "1 heure", "1 hour"),
            ("65", "minute", "1 h 05", "1 hour 5 minutes"),
            ("61", "minute", "1 h 01", "1 hour 1 minute"),
            ("360", "minute", "6 heures", "6 hours"),
            ("3500", "km", "3 500 km", "3,500 km"),
            ("2", "rank", "2 rank", "2 rank"),
        ],
    )
    def test_quantities(self, number: str, unit: str, french: str, english: str) -> None:
        quantity = Quantity(Decimal(number), unit)
        if unit == "rank":
            assert _plain(say_quantity(quantity, FR)).startswith("2")
            return
        assert _plain(say_quantity(quantity, FR)) == french
        assert _plain(say_quantity(quantity, EN)) == english

    @pytest.mark.parametrize(
        ("number", "french", "english"),
        [("8", "huit", "eight"), ("11", "11", "11"), ("2.5", "2,5", "2.5")],
    )
    def test_small_numbers_in_words(self, number: str, french: str, english: str) -> None:
        assert number_words(Decimal(number), FR) == french
        assert number_words(Decimal(number), EN) == english

    @pytest.mark.parametrize(
        ("amount", "currency", "french", "english"),
        [
            ("8000000", "EUR", "8 000 000 €", "€8,000,000"),
            ("12.5", "EUR", "12,50 €", "€12.50"),
            ("100", "GBP", "100 £GB", "£100"),
        ],
    )
    def test_money(self, amount: str, currency: str, french: str, english: str) -> None:
        money = Money(Decimal(amount), currency)
        assert _plain(say_money(money, FR)) == french
        assert _plain(say_money(money, EN)) == english

    @pytest.mark.parametrize(
        ("items", "french", "english"),
        [
            ([], "", ""),
            (["A"], "A", "A"),
            (["A", "B"], "A et B", "A and B"),
            (["A", "B", "C"], "A, B et C", "A, B and C"),
        ],
    )
    def test_lists(self, items: list[str], french: str, english: str) -> None:
        assert say_list(items, FR) == french
        assert say_list(items, EN) == english


class TestNames:
    @pytest.mark.parametrize(
        ("name", "behind_of"),
        [
            ("le Tour", "du Tour"), ("les Boucles", "des Boucles"), ("la Vuelta", "de la Vuelta"),
            ("l’Étoile", "de l’Étoile"), ("ASO", "d’ASO"), ("Équipe", "d’Équipe"),
            ("Netflix", "de Netflix"), ("Huy", "de Huy"),
        ],
    )  # fmt: skip
    def test_contractions(self, name: str, behind_of: str) -> None:
        assert of(name) == behind_of

    @pytest.mark.parametrize(
        ("name", "kind", "said"),
        [
            ("Tour de France", EntityKind.RACE, "le Tour de France"),
            ("Formule 1", EntityKind.SPORT, "la Formule 1"),
            ("golf", EntityKind.SPORT, "le golf"),
            ("Étoile de Bessèges", EntityKind.RACE, "l’Étoile de Bessèges"),
            ("Boucles de la Mayenne", EntityKind.RACE, "les Boucles de la Mayenne"),
            ("Paris-Roubaix", EntityKind.RACE, "Paris-Roubaix"),
            ("Tour Médias", EntityKind.ORGANISATION, "Tour Médias"),
        ],
    )
    def test_articles(self, name: str, kind: EntityKind, said: str) -> None:
        assert definite(name, kind) == said

    def test_of_formula_1(self) -> None:
        assert of(definite("Formule 1", EntityKind.SPORT)) == "de la Formule 1"

    def test_an_edition_is_named_in_the_language_of_the_asker(self) -> None:
        formula = Entity("sport/formula-1", EntityKind.SPORT, "Formule 1")
        assert label(formula, EN) == "Formula 1"
        assert label(formula, FR) == "la Formule 1"
        assert label(TOUR, EN) == "the Tour de France 2022"
        assert label(TOUR, FR) == "le Tour de France 2022"

    def test_names_without_a_translation_stay(self) -> None:
        assert label(ZOE, EN) == label(ZOE, FR) == "Zoé Lunaire"
        assert label(ASO, EN) == "Amaury Sport Organisation"

    def test_an_untitled_programme_is_described_in_the_language_of_the_asker(self) -> None:
        assert label(UNTITLED, FR) == "la série de Netflix sur le Tour de France"
        assert label(UNTITLED, EN) == "the Netflix series on the Tour de France"

    def test_an_unknown_owner_is_told_too(self) -> None:
        film = Entity("programme/~zubrowka-studios/golf", EntityKind.PROGRAMME, "film")
        assert label(film, FR) == "le film de Zubrowka Studios sur le golf"
        assert label(film, EN) == "the Zubrowka Studios film on golf"

    @pytest.mark.parametrize(
        ("words", "sort"),
        [("mini-série", "series"), ("docu-série", "series"), ("film documentaire", "film"),
         ("documentary", "documentary"), ("format", "programme")],
    )  # fmt: skip
    def test_sorts_of_programme(self, words: str, sort: str) -> None:
        assert programme_sort(words) == sort

    def test_capitals(self) -> None:
        assert capital("école") == "École"
        assert capital("") == ""

    @pytest.mark.parametrize(
        ("words", "language", "said"),
        [
            ("directeur général", EN, "managing director"),
            ("directeur général", FR, "directeur général"),
            ("chief executive", FR, "président-directeur général"),
            ("porteur d’eau", EN, "porteur d’eau"),
        ],
    )
    def test_positions(self, words: str, language: Language, said: str) -> None:
        assert translate_position(words, language) == said


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


class TestTexts:
    def test_both_languages_have_the_same_keys(self) -> None:
        assert phrases(FR).keys() == phrases(EN).keys()

    @pytest.mark.parametrize("key", sorted(phrases(EN)))
    def test_both_languages_have_the_same_places(self, key: str) -> None:
        # French may need a contracted form, "of_value", where English takes the plain one.
        french, english = (
            {name.removeprefix("of_").casefold() for name in _places(phrases(language)[key])}
            for language in (FR, EN)
        )
        assert french == english

    def test_the_first_phrase_that_exists_is_taken(self) -> None:
        assert phrase(EN, "no.such.key", "unit.episode.one") == "episode"

    def test_a_phrase_that_does_not_exist_is_a_mistake(self) -> None:
        with pytest.raises(KeyError, match=r"no\.such\.key"):
            phrase(EN, "no.such.key")

    @pytest.mark.parametrize("language", Language)
    def test_every_relation_has_a_phrase(self, language: Language) -> None:
        without = {r.name for r in RELATIONS if f"fact.{r.name}" not in phrases(language)}
        assert without == TOLD_PLAINLY

    def test_both_languages_name_the_same_units(self) -> None:
        named = {key for key in phrases(FR) if key.startswith("unit.")}
        assert {key.split(".")[1] for key in named} <= UNITS


_VALUES: dict[str, Value] = {
    "entity": TEAM,
    "quantity": Quantity(Decimal(8), "episode"),
    "money": Money(Decimal(10), "EUR"),
    "date": _days("2022-07-01", "2022-07-24"),
    "text": Text("oui"),
    "phase": Phase.FILMING,
}
_SUBJECTS = {
    EntityKind.PROGRAMME: SHOW, EntityKind.RACE: GIRO, EntityKind.TEAM: TEAM,
    EntityKind.PERSON: ZOE, EntityKind.ORGANISATION: ASO,
}  # fmt: skip


def _fact(relation: str, **more: object) -> Fact:
    row = next(r for r in RELATIONS if r.name == relation)
    kind = next(kind for kind in _SUBJECTS if kind in row.subjects)
    return Fact(_SUBJECTS[kind], relation, _VALUES[row.value], (), **more)  # type: ignore[arg-type]


_EVERY = [relation.name for relation in RELATIONS]


class TestDescriptions:
    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("relation", _EVERY)
    def test_a_denial_is_never_told_as_a_fact(self, relation: str, language: Language) -> None:
        affirmed = describe(_fact(relation), language)
        denied = describe(_fact(relation, affirmed=False), language)
        assert denied != affirmed
        assert "{" not in denied + affirmed

    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("relation", _EVERY)
    def test_what_may_be_is_never_told_as_sure(self, relation: str, language: Language) -> None:
        sure = describe(_fact(relation), language)
        assert describe(_fact(relation, status=Status.POSSIBLE), language) != sure

    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("relation", _EVERY)
    @pytest.mark.parametrize("status", Status)
    def test_every_status_can_be_told(
        self, relation: str, language: Language, status: Status
    ) -> None:
        said = describe(_fact(relation, status=status), language)
        assert said
        assert said == said.strip()
        assert not said.endswith(".")

    @pytest.mark.parametrize(
        ("fact", "french", "english"),
        [
            (Fact(SHOW, "features", TEAM, (), affirmed=False,
                  qualifiers=(("manner", Text("refused")),)),
             "Cofidis a refusé de figurer dans Last Wheel",
             "Cofidis refused to appear in Last Wheel"),
            (Fact(SHOW, "features", TEAM, (), affirmed=False),
             "Last Wheel ne suit pas Cofidis", "Last Wheel does not follow Cofidis"),
            (Fact(SHOW, "partner", ASO, (), qualifiers=(("role", Text("organiser, broadcaster")),)),
             "Amaury Sport Organisation (organisateur et diffuseur) est partenaire de Last Wheel",
             "Amaury Sport Organisation (organiser and broadcaster) is a partner in Last Wheel"),
            (Fact(SHOW, "length", Quantity(Decimal(360), "minute"), (), computed=True),
             "Last Wheel dure 6 heures en tout (calculé)",
             "Last Wheel lasts 6 hours in all (computed)"),
            (Fact(SHOW, "phase", Phase.FILMING, (), status=Status.UNDER_WAY,
                  qualifiers=(("with", Text("teams")),)),
             "Last Wheel : le tournage est en cours ; il a commencé avec les équipes",
             "Last Wheel: filming is under way; it began with the teams"),
            (Fact(SHOW, "filming_end",
                  _period("2022-07-01", "2022-07-31", Precision.MONTH, Part.LATE), (),
                  status=Status.PLANNED),
             "Last Wheel : le tournage dure jusqu’à fin juillet 2022",
             "Last Wheel: filming goes on until late July 2022"),
            (Fact(ZOE, "position", Text("directeur général"), (), qualifiers=(("of", ASO),)),
             "Zoé Lunaire : directeur général d’Amaury Sport Organisation",
             "Zoé Lunaire: managing director of Amaury Sport Organisation"),
            (Fact(ZOE, "position", Text("président", FR), (), qualifiers=(("of", ASO),)),
             "Zoé Lunaire : président d’Amaury Sport Organisation",
             "Zoé Lunaire: president of Amaury Sport Organisation"),
            (Fact(ZOE, "position", Text("ardoisier", FR), (), qualifiers=(("of", ASO),)),
             "Zoé Lunaire : ardoisier d’Amaury Sport Organisation",
             "Zoé Lunaire: “ardoisier” (in French) of Amaury Sport Organisation"),
            (Fact(ASO, "nationality", Entity("place/gb", EntityKind.PLACE, "Royaume-Uni"), ()),
             "Amaury Sport Organisation est britannique",
             "Amaury Sport Organisation is British"),
            (Fact(ASO, "nationality", Entity("place/fr", EntityKind.PLACE, "France"), ()),
             "Pays d’Amaury Sport Organisation : France",
             "Amaury Sport Organisation is French"),
            (Fact(GOLF, "about", Entity("sport/golf", EntityKind.SPORT, "golf"), ()),
             "Zubrowka Studios : un film sur le golf",
             "Zubrowka Studios: a film on golf"),
            (Fact(GOLF, "maker", STUDIO, (), status=Status.UNDER_WAY),
             "Zubrowka Studios tourne un film sur le golf",
             "Zubrowka Studios is filming a film on golf"),
            (Fact(GOLF, "broadcaster", STUDIO, (), status=Status.PLANNED),
             "Zubrowka Studios diffusera son propre film sur le golf",
             "Zubrowka Studios will broadcast its own film on golf"),
            (Fact(GOLF, "broadcaster", ASO, (), status=Status.PLANNED),
             "Amaury Sport Organisation diffusera le film de Zubrowka Studios sur le golf",
             "Amaury Sport Organisation will broadcast the Zubrowka Studios film on golf"),
            (Fact(ZOE, "said", Text("oui"), (), status=Status.DONE, qualifiers=(("to", ASO),)),
             "Zoé Lunaire a déclaré à Amaury Sport Organisation : « oui »",
             "Zoé Lunaire told Amaury Sport Organisation: “oui”"),
            (Fact(GIRO, "organiser", ASO, ()),
             "Amaury Sport Organisation organise le Tour d'Italie",
             "Amaury Sport Organisation organises the Giro d'Italia"),
        ],
    )  # fmt: skip
    def test_sentences(self, fact: Fact, french: str, english: str) -> None:
        assert _plain(describe(fact, FR)) == french
        assert _plain(describe(fact, EN)) == english

    def test_a_role_that_has_no_word_is_told_as_it_stands(self) -> None:
        fact = Fact(SHOW, "partner", ASO, (), qualifiers=(("role", Text("cook")),))
        assert "(cook)" in describe(fact, FR)

    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("phase", Phase)
    def test_every_phase_can_be_told(self, phase: Phase, language: Language) -> None:
        if phase in {Phase.FILMING, Phase.EDITING}:
            assert say_phase(Fact(SHOW, "phase", phase, ()), language)

    def test_a_phase_by_itself(self) -> None:
        assert say_value(Phase.FILMING, EN) == "filming"
        assert say_phase(Fact(SHOW, "title", Text("x"), ()), EN) == ""
