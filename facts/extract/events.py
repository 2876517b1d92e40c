"""Which event a place in a sentence belongs to: a race's edition, or a stage of it.

What the sentence names comes first, then what the article is about. Where neither tells, or where
a mention is of another year than the article's, there is no event rather than a wrong one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from facts.extract.contest import Event
from facts.extract.discourse import Discourse
from facts.extract.programmes import base_race, with_season
from facts.extract.reading import Reading
from facts.extract.tokens import fold
from facts.extract.units import Unit, UnitKind
from facts.model import DateInterval, Entity, EntityKind, Precision, Quantity

_YEAR_REACH = 4
_TOP = 3
_PAST = timedelta(days=45)
_OPENING = frozenset({"opening", "inaugurale", "initiale"})
_COUNTED = frozenset({"his", "her", "their", "its", "sa", "son", "leur", "a", "une"})
_WOMEN = frozenset("women womens feminine feminin femmes dames ladies feminines".split())
_OF_WOMEN = ("women", "femmes", "ladies", "feminin")
_PLUPERFECT = frozenset({"had", "avait", "avaient", "étaient", "était"})
_WINS = frozenset({"win", "wins", "victory", "victories", "success", "triumph"})
_YEARS_BACK = {
    ("l'", "an", "dernier"): 1, ("l'", "an", "passe"): 1, ("l'", "annee", "derniere"): 1,
    ("la", "saison", "derniere"): 1, ("l'", "ete", "dernier"): 1, ("last", "year"): 1,
    ("last", "season"): 1, ("last", "summer"): 1, ("il", "y", "a", "un", "an"): 1,
    ("il", "y", "a", "deux", "ans"): 2, ("two", "years", "ago"): 2, ("a", "year", "ago"): 1,
    ("previous", "year"): 1,
}  # fmt: skip
_OTHER_DAYS = frozenset({"veille", "yesterday", "tomorrow", "demain", "lendemain"})
_PREVIEWS = frozenset(
    "preview presentation guide favoris favourites favorites pronostic parcours route".split()
)
_SEVERAL = frozenset({"twice", "times", "fois", "doublé", "triplé", "double", "triple"})
# Words that make a time trial or stage without a number another one than the day's.
_OTHER_ONES = frozenset(
    "first second third premier premiere deuxieme last dernier derniere previous other".split()
)


def note(reading: Reading) -> None:
    """Let the discourse know of the race and stage that a sentence speaks of."""
    contest = reading.discourse.contest
    races = [edition(reading, at) for at in race_places(reading)]
    stages = [stage_at(reading, at) for at in range(len(reading.units))]
    contest.staged = contest.staged or any(stages) or any(u.has("stage") for u in reading.units)
    known = [race for race in races if race]
    told = [stage for stage in stages if stage]
    opens = contest.stage is None or reading.sentence.heading
    words = {token.fold for token in reading.tokens}
    if any(unit.has("winner") for unit in reading.units) or words & _PREVIEWS:
        return
    if any(_is_to_come(reading, at) for at, stage in enumerate(stages) if stage):
        return
    if told and opens and _is_now(reading) and all(race == contest.race for race in known):
        only = {stage.number for stage in told}
        if len(only) == 1:
            contest.stage = told[0]
            days = [d.start for at in range(len(reading.units)) if (d := _day(reading, at))]
            contest.day = days[0] if len(days) == 1 else contest.day


def _day(reading: Reading, at: int) -> DateInterval | None:
    dates = reading.date(at)
    return (
        dates if dates and dates.precision is Precision.DAY and dates.start == dates.end else None
    )


def _is_to_come(reading: Reading, at: int) -> bool:
    """As in "goes into stage 13", "avant la 13e étape"."""
    position = at - 1
    while position >= 0 and reading.units[position].kind is UnitKind.DETERMINER:
        position -= 1
    if position < 0:
        return False
    unit = reading.units[position]
    return unit.has("before") or unit.word == "before" or reading.tokens[unit.start].norm == "into"


def scene(readings: Sequence[Reading], discourse: Discourse, title: str) -> None:
    """Let the discourse know which race an article is about: the one it names most.

    A race in the heading or title counts for more. Its year is the one written there, or the only
    one written anywhere, or the year of publication.
    """
    discourse.contest.staged = any(
        stage_at(reading, at) or reading.units[at].has("stage")
        for reading in readings
        for at in range(len(reading.units))
    )
    votes: Counter[str] = Counter()
    years: dict[str, list[int]] = defaultdict(list)
    first: dict[str, Entity] = {}
    for reading in readings:
        for unit in reading.units:
            if unit.entity is None or not _is_race(unit):
                continue
            key = unit.entity.key
            first.setdefault(key, replace(unit.entity, kind=EntityKind.RACE))
            top = reading.number == 0 and reading.sentence.heading
            votes[key] += (_TOP if top else 1) + _has_stage(reading, unit)
            years[key] += [unit.season or 0] * (_TOP if top else 1)
    for key, race in first.items():
        votes[key] += _TOP if race.name and fold(race.name) in fold(title) else 0
    discourse.contest.races = len(votes)
    if not votes:
        return
    best = max(votes, key=lambda key: votes[key])
    written = {year for year in years[best] if year}
    only = written.pop() if len(written) == 1 else 0
    coming = only >= (discourse.season or only)
    told = years[best][0] or (only if coming or all(years[best]) else 0)
    discourse.contest.race = with_season(first[best], told or discourse.season or discourse.year)


def _has_stage(reading: Reading, race: Unit) -> bool:
    """Whether a numbered stage stands right before a race's name: "stage 4 of the X"."""
    at = reading.units.index(race)
    return any(stage_at(reading, n) for n in range(max(at - 3, 0), at))


def _is_race(unit: Unit) -> bool:
    if unit.kind is not UnitKind.NAME:
        return False
    return unit.may_be(EntityKind.RACE) if unit.known else unit.kinds == {EntityKind.RACE}


def _is_now(reading: Reading) -> bool:
    """Whether a sentence may set the scene: no plan, no other day, no look back."""
    if is_past(reading, 0, len(reading.units)):
        return False
    planned = any(
        p.verb.finite and p.verb.status in {"planned", "possible"} for p in reading.predicates
    )
    return not planned


def race_places(reading: Reading, start: int = 0, end: int | None = None) -> list[int]:
    """The units that name a race, from `start` to `end`."""
    units = reading.units
    stop = len(units) if end is None else min(end, len(units))
    return [
        at
        for at in range(start, stop)
        if units[at].kind is UnitKind.NAME and reading.entities(at, EntityKind.RACE)
    ]


def edition(reading: Reading, at: int, *, past: bool = False) -> Entity | None:
    """The race at `at` in its year: written beside it, told by a date nearby, or the article's.

    None where the sentence speaks of several years. `past` is True for what is over: a month
    without a year is then the last one of that name.
    """
    race = next(iter(reading.entities(at, EntityKind.RACE)), None)
    if race is None or race.key.count("/") > 1:
        return race
    years = _years(reading)
    year = _year_near(reading, at, past=past) or (years.pop() if len(years) == 1 else None)
    if year is None and years:
        return None
    home = reading.discourse.contest.race
    if year is None and home and home.key.split("/")[:2] == race.key.split("/"):
        return home
    year = year or reading.discourse.season or reading.discourse.year
    return with_season(replace(race, kind=EntityKind.RACE), year)


def _year_near(reading: Reading, at: int, *, past: bool) -> int | None:
    """The year that the words behind a race's name give it: "in 2020", "(2019)", "last year"."""
    units = reading.units
    for position in range(at + 1, min(at + 1 + _YEAR_REACH, len(units))):
        unit = units[position]
        dates = reading.date(position)
        if dates and dates.start:
            return _year_of(reading, dates, past=past) if _is_clear(dates) else None
        if unit.kind in {UnitKind.VERB, UnitKind.NAME, UnitKind.QUOTATION, UnitKind.COMMA}:
            break
    if at and (dates := reading.date(at - 1)) and dates.start:
        return dates.start.year
    back = years_back(reading, max(at - 4, 0), min(at + 6, len(units)))
    season = reading.discourse.season
    return season - back if back and season else None


def _years(reading: Reading) -> set[int]:
    """The bare years that a sentence speaks of."""
    return {
        dates.start.year
        for at in range(len(reading.units))
        if (dates := reading.date(at)) and dates.start and dates.precision is Precision.YEAR
    }


def _year_of(reading: Reading, dates: DateInterval, *, past: bool) -> int | None:
    published = reading.discourse.published
    if dates.start is None:
        return None
    ahead = published is not None and dates.start > published and not dates.year_written
    return dates.start.year - 1 if past and ahead else dates.start.year


def _is_clear(dates: DateInterval) -> bool:
    return dates.start is not None and (dates.end is None or dates.end.year == dates.start.year)


def years_back(reading: Reading, start: int, end: int) -> int:
    """How many years ago the words from unit `start` to `end` look: "last year" is 1."""
    units = reading.units
    if start >= end:
        return 0
    words = [t.fold for t in reading.tokens[units[start].start : units[end - 1].end]]
    for phrase, years in _YEARS_BACK.items():
        if years and any(tuple(words[i : i + len(phrase)]) == phrase for i in range(len(words))):
            return years
    return 0


def is_past(reading: Reading, start: int, end: int) -> bool:
    """Whether the units from `start` to `end` look back further than a race of today does."""
    units = reading.units[start:end]
    if years_back(reading, start, end):
        return True
    newest = reading.discourse.season
    for unit in units:
        dates = unit.value.value if unit.value else None
        if isinstance(dates, DateInterval) and dates.start and newest:
            if dates.start.year != newest:
                return True
            if dates.precision is Precision.DAY and _is_old(reading, dates):
                return True
        if unit.kind is UnitKind.VERB and is_pluperfect(reading, unit):
            return True
    words = [t.fold for t in reading.tokens[units[0].start : units[-1].end]] if units else []
    return any(
        word in _OTHER_DAYS and words[max(i - 2, 0) : i] != ["a", "la"]
        for i, word in enumerate(words)
    )


def _is_old(reading: Reading, dates: DateInterval) -> bool:
    published = reading.discourse.published
    return bool(published and dates.end and published - dates.end > _PAST)


def is_pluperfect(reading: Reading, unit: Unit) -> bool:
    """Whether a verb tells what came before the story: "had won", "s'était imposé"."""
    tokens = reading.tokens[unit.start : unit.end]
    return len(tokens) > 1 and any(token.norm in _PLUPERFECT for token in tokens)


def stage_at(reading: Reading, at: int) -> Quantity | None:
    """The number of the stage that the unit at `at` names: "stage 11", "la 11e étape"."""
    unit = reading.units[at]
    if unit.value and unit.value.kind == "ordinal":
        value = unit.value.value
        if isinstance(value, Quantity) and value.unit == "stage" and not _is_count(reading, at):
            return value
    if unit.has("stage") and unit.kind is UnitKind.NOUN and not unit.plural:
        return _labelled(reading, at)
    return None


def _is_count(reading: Reading, at: int) -> bool:
    """As in "his third stage win", "sa troisième étape": wins are counted, no stage is numbered."""
    unit = reading.units[at]
    tokens = reading.tokens
    label = tokens[unit.start].fold in {"stage", "etape"}
    before = tokens[unit.start - 1].norm if unit.start else ""
    after = tokens[unit.end].norm if unit.end < len(tokens) else ""
    return not label and (before in _COUNTED or after in _WINS)


def _labelled(reading: Reading, at: int) -> Quantity | None:
    tokens, unit = reading.tokens, reading.units[at]
    behind = tokens[unit.end] if unit.end < len(tokens) else None
    before = tokens[unit.start - 1] if unit.start else None
    number = behind.text if behind and behind.text.isdigit() and not behind.glued else ""
    if number and 0 < int(number) < 30:  # noqa: PLR2004
        return Quantity(Decimal(number), "stage")
    opening = (before and before.fold in _OPENING) or (behind and behind.fold in _OPENING)
    return Quantity(Decimal(1), "stage") if opening else None


def in_gender(reading: Reading, race: Entity | None, places: Iterable[int]) -> Entity | None:
    """The race, or its women's namesake where the words say so; None where that is not known."""
    words = {reading.tokens[reading.units[at].start].fold for at in places}
    if race is None or not words & _WOMEN:
        return race
    return of_women(reading, race)


def of_women(reading: Reading, race: Entity) -> Entity | None:
    """The women's race of the same name, or the race itself where it is one of women."""
    kind, slug, *year = race.key.split("/")
    entries = reading.discourse.entries
    own = entries.get(f"{kind}/{slug}")
    if own is None or own.details.get("gender") == "women":
        return race
    for ending in _OF_WOMEN:
        entry = entries.get(f"{kind}/{slug}-{ending}")
        if entry:
            name = entry.names[reading.discourse.language]
            season = int(year[0]) if year else None
            return with_season(Entity(entry.key, EntityKind.RACE, name), season)
    return None


def is_staged(reading: Reading, race: Entity) -> bool:
    """Whether a race has stages, as far as the gazetteer or the article tells."""
    discourse = reading.discourse
    entry = discourse.entries.get("/".join(race.key.split("/")[:2]))
    category = entry.details.get("category", "") if entry else ""
    return discourse.contest.is_staged(race, category)


def event_in(reading: Reading, places: Iterable[int], *, titled: bool = False) -> Event | None:  # noqa: PLR0911
    """The event that the units at `places` name, the article's race or stage filling in.

    `titled` is True where a race's name alone means the whole of it ("winner of the Tour").

    None where a stage is meant but not told, or where the words look back to another time.
    """
    places = list(places)
    contest = reading.discourse.contest
    if any(_is_any_stage(reading, at) for at in places) or _is_several(reading, places):
        return None
    races = [
        race
        for at in places
        if at in set(race_places(reading)) and (race := edition(reading, at, past=True))
    ]
    stages = [stage for at in places if (stage := stage_at(reading, at))]
    whole = any(reading.units[at].has("whole", "overall") for at in places) or _says_overall(
        reading, places
    )
    if len({race.key for race in races}) > 1 or len({s.number for s in stages}) > 1:
        return None
    race = in_gender(reading, races[0] if races else contest.race, places)
    if race is None:
        return None
    if whole:
        return Event(race)
    if stages:
        return Event(race, stages[0])
    if races and titled and not any(reading.units[at].has("stage") for at in places):
        return Event(race)
    return _unnumbered(reading, race, places, named=bool(races))


def _is_any_stage(reading: Reading, at: int) -> bool:
    """As in "a stage", "his stage", "two stages": not one that the article is about."""
    unit = reading.units[at]
    if not unit.has("stage") or unit.kind is not UnitKind.NOUN or stage_at(reading, at):
        return False
    dated = at > 1 and bool(reading.date(at - 2)) and unit.determiner == "possessive"
    return unit.plural or not (unit.determiner in {"definite", "demonstrative"} or dated)


def _is_several(reading: Reading, places: list[int]) -> bool:
    """As in "has won the Tour twice", or a race whose year cannot be told."""
    words = {reading.tokens[reading.units[at].start].fold for at in places}
    named = set(race_places(reading)) & set(places)
    return bool(words & _SEVERAL) or any(edition(reading, at, past=True) is None for at in named)


def _says_overall(reading: Reading, places: list[int]) -> bool:
    words = {reading.tokens[reading.units[at].start].fold for at in places}
    return not words.isdisjoint({"overall", "finale", "final"}) and not words & {"stage", "etape"}


def _unnumbered(reading: Reading, race: Entity, places: list[int], *, named: bool) -> Event | None:
    contest = reading.discourse.contest
    meant = any(reading.units[at].has("stage", "stage_win", "time_trial") for at in places)
    home = in_gender(reading, contest.race, places)
    same = home is not None and home.key == race.key
    if any(reading.units[at].has("race") for at in places) and not named:
        return _race_again(reading, race)
    if not is_staged(reading, race) and not meant:
        return Event(race) if named or same else None
    if named and not meant and _is_object(reading, places):
        return Event(race)
    fits = same and contest.stage is not None and _is_that_stage(reading, places)
    return Event(race, contest.stage) if fits else None


def _race_again(reading: Reading, race: Entity) -> Event | None:
    """What "the race" is: the article's, or another year's; not told while stages are on."""
    years = _years(reading)
    if len(years) > 1:
        return None
    if years:
        return Event(with_season(base_race(race), years.pop()))
    staged = is_staged(reading, race) and reading.discourse.contest.stage is not None
    return None if staged else Event(race)


def _is_that_stage(reading: Reading, places: list[int]) -> bool:
    """Whether a stage without a number is the article's: of its day, and no "first time trial"."""
    words = {
        token.fold
        for at in places
        for token in reading.tokens[reading.units[at].start : reading.units[at].end]
    }
    if words & _OTHER_ONES and any(reading.units[at].has("time_trial", "stage") for at in places):
        return False
    days = {d.start for at in places if (d := reading.date(at)) and d.precision is Precision.DAY}
    day = reading.discourse.contest.day or reading.discourse.published
    return not days or day is None or days == {day}


def _is_object(reading: Reading, places: list[int]) -> bool:
    """Whether a race itself is what is won: "remporte le Tour", not "s'impose sur le Tour"."""
    at = next((at for at in places if at in set(race_places(reading))), -1)
    position = at - 1
    while position >= 0 and reading.units[position].kind in {UnitKind.DETERMINER, UnitKind.WORD}:
        position -= 1
    return position >= 0 and reading.units[position].kind is UnitKind.VERB
