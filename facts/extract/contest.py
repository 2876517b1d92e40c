"""Which race, in which year, and which of its stages a sentence speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from facts.model import Entity, Quantity, Text, Value

# Races that are run in stages, by the slug of the gazetteer; where a race is in neither list, the
# article's own words decide.
_STAGED = frozenset(
    (
        "tour-de-france giro-ditalia vuelta-a-espana tour-de-france-femmes giro-ditalia-women "
        "vuelta-femenina tour-down-under uae-tour paris-nice tirreno-adriatico volta-a-catalunya "
        "itzulia-basque-country tour-de-romandie criterium-du-dauphine tour-de-suisse "
        "tour-de-pologne renewi-tour tour-of-guangxi tour-of-california tour-down-under-women "
        "uae-tour-women itzulia-women vuelta-a-burgos-feminas ridelondon-classique "
        "tour-of-britain-women tour-de-suisse-women tour-of-scandinavia simac-ladies-tour "
        "tour-de-romandie-feminin tour-of-chongming-island thuringen-ladies-tour "
        "volta-comunitat-valenciana etoile-de-besseges tour-de-la-provence "
        "tour-des-alpes-maritimes volta-ao-algarve vuelta-a-andalucia tour-of-oman alula-tour "
        "gran-camino coppi-e-bartali tour-of-the-alps giro-dabruzzo giro-di-sicilia "
        "vuelta-a-asturias vuelta-a-castilla-y-leon dunkerque tour-of-turkey tour-de-hongrie "
        "tour-of-norway boucles-de-la-mayenne tour-of-slovenia baloise-belgium-tour "
        "route-d-occitanie tour-de-wallonie vuelta-a-burgos arctic-race tour-of-denmark "
        "deutschland-tour tour-of-britain tour-du-limousin tour-poitou-charentes tour-de-l-ain "
        "tour-de-luxembourg tour-of-austria czech-tour tour-de-langkawi tour-du-rwanda "
        "tropicale-amissa-bongo vuelta-a-san-juan tour-colombia volta-a-portugal "
        "tour-de-l-avenir giro-next-gen"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Event:
    """What riders are placed in: a race's edition, one stage of it, or one of its classifications.

    `classification` is "overall", "points", "mountains", "youth", or empty for the finish itself.
    """

    race: Entity
    stage: Quantity | None = None
    classification: str = ""

    @property
    def key(self) -> tuple[str, int, str]:
        """What two mentions of the same event have in common."""
        number = int(self.stage.number) if self.stage else 0
        return self.race.key, number, self.classification

    @property
    def qualifiers(self) -> tuple[tuple[str, Value], ...]:
        """The stage and the classification as a fact's qualifiers."""
        stage: tuple[tuple[str, Value], ...] = (("stage", self.stage),) if self.stage else ()
        kind = (("classification", Text(self.classification)),) if self.classification else ()
        return (*stage, *kind)


@dataclass(slots=True)
class Contest:
    """What the article has told so far of the racing.

    `race` and `stage` are those of the article, `day` that of the stage; `races` counts those that
    it names; `staged` is whether it speaks of stages at all; `winners` holds who won what, by
    `Event.key`, and `leader` who leads.
    """

    race: Entity | None = None
    stage: Quantity | None = None
    day: date | None = None
    races: int = 0
    staged: bool = False
    winners: dict[tuple[str, int, str], Entity] = field(default_factory=dict)
    leader: Entity | None = None

    def is_staged(self, race: Entity, category: str) -> bool:
        """Whether a race is run in stages; `category` is the gazetteer's, empty where unknown."""
        return race.key.split("/")[1] in _STAGED or (self.staged and not category)
