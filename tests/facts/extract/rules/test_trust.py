"""What a sentence asks, supposes, denies or takes back is never told as certain."""

from __future__ import annotations

import pytest

from facts.model import Language, Status
from tests.facts.telling import EN, FR, facts_in, told_of

ABOUT = {
    FR: "Zubrowka Studios produit un documentaire sur le Giro. ",
    EN: "Moon Films produces a documentary about the Giro d'Italia. ",
}
CAST, COUNT, MAKER = "features", "episode_count", "maker"


def _certain(relation: str, text: str, language: Language) -> set[str]:
    """The values that a sentence states without a doubt, beside what its article began with."""
    known = {"organisation/zubrowka-studios", "organisation/moon-films"}
    return {
        str(getattr(fact.value, "key", fact.value))
        for fact in facts_in(ABOUT[language] + text, language)
        if fact.relation == relation and fact.status is not Status.POSSIBLE
    } - known - {"name/zubrowka-studios", "name/moon-films"}  # fmt: skip


@pytest.mark.parametrize(
    ("relation", "language", "text"),
    [
        (CAST, FR, "UAE a-t-elle refusé de participer au documentaire ?"),
        (CAST, EN, "Did UAE refuse to take part in the documentary?"),
        (COUNT, FR, "Le documentaire comptera-t-il dix épisodes ?"),
        (COUNT, EN, "Will the documentary have ten episodes?"),
        (CAST, FR, "Si Cofidis accepte, Arkéa apparaîtra dans le documentaire."),
        (CAST, EN, "Cofidis will appear in the documentary if Arkéa agrees."),
        (CAST, EN, "Had Cofidis refused to appear in the documentary, it would have been dropped."),
        (COUNT, FR, "Le documentaire comptera dix épisodes si le budget le permet."),
        (COUNT, FR, "Le documentaire comptera dix épisodes, sous réserve d’un accord."),
        (COUNT, EN, "The documentary will have ten episodes if the budget allows."),
        (COUNT, EN, "Unless money runs out, the documentary will have ten episodes."),
        (CAST, FR, "UAE a failli refuser de participer au documentaire."),
        (CAST, FR, "UAE a menacé de refuser d’apparaître dans le documentaire."),
        (CAST, EN, "UAE nearly refused to appear in the documentary."),
        (CAST, EN, "UAE almost declined to appear in the documentary."),
        (CAST, FR, "Il est faux que UAE a refusé d’apparaître dans le documentaire."),
        (CAST, FR, "UAE aurait refusé d’apparaître dans le documentaire, une rumeur démentie."),
        (CAST, FR, "La rumeur du refus est infondée : UAE a refusé, dit-on, le documentaire."),
        (CAST, FR, "UAE dément avoir refusé d’apparaître dans le documentaire."),
        (CAST, EN, "UAE denied that it had refused to appear in the documentary."),
        (CAST, EN, "It is not true that UAE refused to appear in the documentary."),
        (CAST, FR, "UAE avait refusé d’apparaître dans le documentaire, mais a changé d’avis."),
        (CAST, FR, "UAE a refusé une première proposition pour le documentaire, puis a signé."),
        (CAST, FR, "UAE a d’abord refusé d’apparaître dans le documentaire."),
        (CAST, EN, "UAE had refused to appear in the documentary before changing its mind."),
        (CAST, EN, "UAE initially refused to appear in the documentary but then agreed."),
        (COUNT, EN, "Moon Films had planned eight episodes but settled on six hours of film."),
        (COUNT, FR, "Le documentaire devait compter huit épisodes, mais le budget a fondu."),
        (COUNT, EN, "The documentary reportedly has eight episodes."),
        (COUNT, FR, "Le documentaire compterait huit épisodes."),
        (COUNT, FR, "Selon la rumeur, le documentaire comptera huit épisodes."),
        (MAKER, FR, "Lunatik Films espère produire le documentaire."),
        (MAKER, EN, "Lunatic Films wants to produce the documentary."),
        (MAKER, FR, "France Télévisions a refusé de coproduire le documentaire."),
        (MAKER, FR, "France Télévisions a renoncé à produire le documentaire."),
        (MAKER, FR, "France Télévisions n’a pas pu produire le documentaire."),
        (MAKER, EN, "Netflix has decided against producing the documentary."),
        (MAKER, EN, "Netflix refused to produce the documentary."),
        ("broadcaster", EN, "Eurosport no longer broadcasts the documentary."),
        ("broadcaster", FR, "Eurosport ne diffuse plus le documentaire."),
        ("broadcaster", FR, "Eurosport a cessé de diffuser le documentaire."),
        ("partner", EN, "Did Netflix team up with ASO for the documentary?"),
        ("phase", FR, "Le tournage a-t-il commencé ?"),
        ("phase", FR, "Le tournage a failli commencer."),
        ("release", EN, "Will the documentary come out in June 2024?"),
    ],
)  # fmt: skip
def test_nothing_is_certain(relation: str, language: Language, text: str) -> None:
    assert _certain(relation, text, language) == set()


@pytest.mark.parametrize(
    ("relation", "language", "text"),
    [
        (CAST, FR, "Même si Arkéa hésite, UAE a refusé d’apparaître dans le documentaire."),
        (CAST, EN, "UAE had refused to appear in the documentary."),
        (CAST, FR, "UAE a refusé d’apparaître dans le documentaire ; Cofidis dément un conflit."),
        (COUNT, FR, "Le documentaire comptera dix épisodes, mais le lieu est inconnu."),
        (COUNT, EN, "The documentary has ten episodes, but none is out."),
        ("broadcaster", EN, "Eurosport still broadcasts the documentary."),
    ],
)
def test_what_is_said_plainly_stays_certain(relation: str, language: Language, text: str) -> None:
    assert len(_certain(relation, text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Only Cofidis, Arkéa and Jumbo-Visma have not signed up for the documentary."),
        (EN, "Cofidis has not yet agreed to appear in the documentary."),
        (FR, "Cofidis n’a pas encore accepté d’apparaître dans le documentaire."),
    ],
)
def test_no_answer_is_no_refusal(language: Language, text: str) -> None:
    assert told_of(CAST, ABOUT[language] + text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Toutes sauf Cofidis et Arkéa ont accepté d’apparaître dans le documentaire."),
        (FR, "Toutes les équipes, hormis Cofidis et Arkéa, apparaîtront dans le documentaire."),
        (EN, "All teams except Cofidis and Arkéa have agreed to appear in the documentary."),
        (EN, "All teams apart from Cofidis and Arkéa will appear in the documentary."),
    ],
)  # fmt: skip
def test_all_the_exceptions_are_left_out(language: Language, text: str) -> None:
    assert told_of(CAST, ABOUT[language] + text, language) == set()


def test_a_programme_that_does_not_exist_is_about_nothing() -> None:
    text = "Moon Films sued Netflix, which has no series on the Dakar."
    assert told_of("about", text, EN) == told_of("platform", text, EN) == set()
