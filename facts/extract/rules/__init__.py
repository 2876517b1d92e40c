"""The rules that read facts: each looks at one sentence and yields what it found there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facts.extract.discourse import Draft
from facts.extract.reading import Reading
from facts.extract.rules.calendars import calendars
from facts.extract.rules.careers import careers
from facts.extract.rules.cast import cast
from facts.extract.rules.counts import counts
from facts.extract.rules.filming import filming
from facts.extract.rules.health import health
from facts.extract.rules.makers import makers
from facts.extract.rules.partners import partners
from facts.extract.rules.people import people
from facts.extract.rules.races import races
from facts.extract.rules.results import results
from facts.extract.rules.routes import routes
from facts.extract.rules.sanctions import sanctions
from facts.extract.rules.screens import screens
from facts.extract.rules.selections import selections
from facts.extract.rules.squads import squads
from facts.extract.rules.standings import standings
from facts.extract.rules.tallies import tallies
from facts.extract.rules.transfers import transfers

Rule = Callable[[Reading], Iterator[Draft]]

RULES: tuple[Rule, ...] = (
    partners, races, screens, makers, filming, cast, counts, people,
    results, standings, routes, calendars, tallies,
    transfers, health, careers, sanctions, selections, squads,
)  # fmt: skip
