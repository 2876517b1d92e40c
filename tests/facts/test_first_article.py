"""The article that the product starts from, and its retelling: all it says, and nothing false."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from facts.article import read_article
from facts.model import Article, Fact, Text
from facts.reading import derive
from facts.serial import fact_from_json
from tests.bot.running import ROOT, run
from tests.facts.telling import line, value_words

ORIGINAL = ROOT.parent / "shared" / "articles" / "netflix-tour-de-france-2022.txt"
RETOLD = Path(str(files("facts"))) / "articles" / "2022-03-31-netflix-tour-de-france.md"

SERIES = "programme/~netflix/tour-de-france"
OWN_FILM = "programme/~france-televisions/tour-de-france"
GOLF, TENNIS = (f"programme/~box-to-box-films/{sport}" for sport in ("golf", "tennis"))
DRIVE = "programme/drive-to-survive"
EIGHT = (
    "ag2r", "alpecin", "bora-hansgrohe", "ef-education", "groupama-fdj", "ineos", "jumbo-visma",
    "quick-step",
)  # fmt: skip

# Everything that the article says, under what it answers. Quotations are compared apart.
EXPECTED: dict[str, set[str]] = {
    "the race and its dates": {
        "race/tour-de-france/2022 dates 2022-07-01..2022-07-24 day",
        "race/tour-de-france organiser organisation/aso",
        "race/tour-de-france broadcaster organisation/france-televisions",
        "race/tour-de-france producer organisation/france-televisions",
    },
    "the partners": {
        f"{SERIES} partner organisation/netflix",
        f"{SERIES} partner organisation/aso",
        f"{SERIES} partner organisation/france-televisions",
    },
    "the filming": {
        f"{SERIES} phase filming",
        f"{SERIES} filming_end 2022-07-01..2022-07-31 month late",
    },
    "the teams": {
        f"{SERIES} team_count 8 team",
        *(f"{SERIES} features team/{team}" for team in EIGHT),
    },
    "the refusal": {f"not {SERIES} features team/uae-team-emirates"},
    "the episodes": {
        f"{SERIES} episode_count 8 episode",
        f"{SERIES} episode_length 45 minute",
        f"{SERIES} length 360 minute",
    },
    "the makers": {
        f"{SERIES} maker organisation/quadbox",
        "organisation/quadbox unites organisation/quad",
        "organisation/quadbox unites organisation/box-to-box-films",
        "organisation/box-to-box-films nationality place/gb",
    },
    "what they are known for": {
        f"organisation/quad known_for {DRIVE}",
        f"organisation/box-to-box-films known_for {DRIVE}",
        f"{DRIVE} platform organisation/netflix",
        f"{DRIVE} about sport/formula-1",
        f"{DRIVE} season 4 season",
    },
    "the other two series": {
        f"{GOLF} maker organisation/box-to-box-films",
        f"{GOLF} about sport/golf",
        f"{TENNIS} maker organisation/box-to-box-films",
        f"{TENNIS} about sport/tennis",
    },
    "the release": {
        f"{SERIES} about race/tour-de-france/2022",
        f"{SERIES} platform organisation/netflix",
        f"{SERIES} release 2023-01-01..2023-06-30 half",
    },
    "the broadcaster's own programme": {
        f"{OWN_FILM} about race/tour-de-france",
        f"{OWN_FILM} broadcaster organisation/france-televisions",
        f"{OWN_FILM} length 52 minute",
        f"{OWN_FILM} release before race/tour-de-france/2023",
    },
    "the one who spoke": {"person/yann-le-moenner position “directeur général”"},
}
STATUSES = {
    f"{SERIES} filming_end 2022-07-01..2022-07-31 month late": "planned",
    f"{SERIES} phase filming": "under_way",
    f"{SERIES} release 2023-01-01..2023-06-30 half": "planned",
    f"{OWN_FILM} broadcaster organisation/france-televisions": "planned",
    f"{OWN_FILM} release before race/tour-de-france/2023": "planned",
    f"{GOLF} maker organisation/box-to-box-films": "under_way",
    f"{TENNIS} maker organisation/box-to-box-films": "under_way",
    f"not {SERIES} features team/uae-team-emirates": "done",
}

NEEDS_ORIGINAL = pytest.mark.skipif(
    not ORIGINAL.is_file(), reason="the shared press article is not here"
)
BOTH = pytest.mark.parametrize(
    "path",
    [
        pytest.param(ORIGINAL, marks=NEEDS_ORIGINAL, id="original"),
        pytest.param(RETOLD, id="retold"),
    ],
)


@cache
def _read(path: Path) -> tuple[Article, tuple[Fact, ...]]:
    article = read_article(path)
    return article, derive(article)


def _lines(path: Path) -> set[str]:
    """Every fact of an article but the quotation."""
    return {line(fact) for fact in _read(path)[1] if fact.relation != "said"}


@BOTH
@pytest.mark.parametrize("answering", EXPECTED)
def test_it_is_found(path: Path, answering: str) -> None:
    assert EXPECTED[answering] - _lines(path) == set()


@BOTH
def test_nothing_else_is_found(path: Path) -> None:
    assert _lines(path) - set().union(*EXPECTED.values()) == set()


@BOTH
def test_eight_teams_and_one_refusal(path: Path) -> None:
    cast = [fact for fact in _read(path)[1] if fact.relation == "features"]
    assert sum(fact.affirmed for fact in cast) == 8
    (refusal,) = (fact for fact in cast if not fact.affirmed)
    assert refusal.qualifier("manner") == Text("refused")
    assert value_words(refusal.value) == "team/uae-team-emirates"


@BOTH
def test_partners_have_their_roles(path: Path) -> None:
    roles = {
        value_words(fact.value): fact.qualifier("role")
        for fact in _read(path)[1]
        if fact.relation == "partner"
    }
    assert roles == {
        "organisation/netflix": Text("platform"),
        "organisation/aso": Text("organiser"),
        "organisation/france-televisions": Text("broadcaster, producer"),
    }


@BOTH
def test_filming_has_begun_with_the_teams(path: Path) -> None:
    groups = [f.qualifier("with") for f in _read(path)[1] if f.relation == "phase"]
    assert Text("teams") in groups


@BOTH
@pytest.mark.parametrize("fact_line", STATUSES)
def test_planned_under_way_or_done(path: Path, fact_line: str) -> None:
    found = {str(fact.status) for fact in _read(path)[1] if line(fact) == fact_line}
    assert found == {STATUSES[fact_line]}


@BOTH
def test_the_season_that_is_out_is_no_plan(path: Path) -> None:
    (season,) = (fact for fact in _read(path)[1] if fact.relation == "season")
    assert str(season.status) in {"under_way", "done"}


@BOTH
def test_only_the_length_in_all_is_computed(path: Path) -> None:
    assert [line(f) for f in _read(path)[1] if f.computed] == [f"{SERIES} length 360 minute"]


@BOTH
def test_the_quotation_has_speaker_position_and_listener(path: Path) -> None:
    found = _read(path)[1]
    (said,) = (fact for fact in found if fact.relation == "said")
    (position,) = (fact for fact in found if fact.relation == "position")
    listener, house = said.qualifier("to"), position.qualifier("of")
    assert said.subject.name == position.subject.name == "Yann Le Moënner"
    assert listener is not None
    assert house is not None
    assert value_words(listener) == "organisation/20-minutes"
    assert value_words(house) == "organisation/aso"
    assert isinstance(said.value, Text)
    assert "rendre notre sport encore plus accessible" in said.value.text


@NEEDS_ORIGINAL
def test_both_say_the_same() -> None:
    assert _lines(ORIGINAL) == _lines(RETOLD)


@BOTH
def test_evidence_is_the_sentence_in_the_file(path: Path) -> None:
    article, found = _read(path)
    text = path.read_bytes().decode("utf-8")
    assert article.text == text
    for fact in found:
        assert fact.evidence
        for evidence in fact.evidence:
            start, end = evidence.span.start, evidence.span.end
            assert evidence.article_key == article.key
            assert evidence.sentence == " ".join(text[start:end].split())
            _assert_at_bounds(text, start, end)


def _assert_at_bounds(text: str, start: int, end: int) -> None:
    """A sentence begins and ends with a sign of its own, between two others or two lines."""
    sentence = text[start:end]
    assert sentence == sentence.strip()
    assert re.match(r"[«\w]", sentence)
    assert re.search(r"(?:^|[.!?»]\s|\n|\n#+ )\Z", text[:start])
    heading = text[end : end + 1] == "\n" and "." not in sentence
    assert sentence.endswith(".") or heading
    inner = re.sub(r"«.*?»", "", sentence, flags=re.DOTALL)
    assert not re.search(r"[.!?]\s+[A-ZÀ-Ý]", inner)


@NEEDS_ORIGINAL
def test_the_comment_count_yields_nothing() -> None:
    text = ORIGINAL.read_text("utf-8")
    start = text.index("Commentaires")
    assert all(e.span.end <= start for fact in _read(ORIGINAL)[1] for e in fact.evidence)
    assert not any("Commentaires" in fact.subject.name for fact in _read(ORIGINAL)[1])


def _tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        pytest.skip("the tests do not stand in a Git checkout")
    return [ROOT / name for name in done.stdout.decode("utf-8").split("\0") if name]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@NEEDS_ORIGINAL
def test_no_nine_words_of_the_original_stand_here() -> None:
    words = _words(ORIGINAL.read_text("utf-8"))
    runs = {" ".join(words[at : at + 9]) for at in range(len(words) - 8)}
    copied = {}
    for path in _tracked():
        if path.is_file():
            own = _words(path.read_bytes().decode("utf-8", "replace"))
            shared = {
                run for at in range(len(own) - 8) if (run := " ".join(own[at : at + 9])) in runs
            }
            if shared:
                copied[path.name] = shared
    assert copied == {}


@BOTH
def test_derive_prints_them_as_data(path: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "derive", str(path), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    data: list[dict[str, Any]] = json.loads(done.stdout)
    text = path.read_bytes().decode("utf-8")
    for each in data:
        assert each.keys() == {
            "subject", "relation", "value", "affirmed", "status", "qualifiers", "computed",
            "evidence",
        }  # fmt: skip
        assert each["status"] in {None, "planned", "under_way", "done", "possible"}
        assert isinstance(each["affirmed"], bool)
        assert each["evidence"]
        for evidence in each["evidence"]:
            sentence = text[evidence["start"] : evidence["end"]]
            assert " ".join(sentence.split()) == evidence["sentence"]
    assert {line(fact_from_json(each)) for each in data if each["relation"] != "said"} == _lines(
        path
    )
