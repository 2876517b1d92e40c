"""One member's flood gets one notice, then silence until it cools; others are answered."""

from __future__ import annotations

from bot.flood import Flood, Verdict
from tests.bot.discord.support import Clock

ANSWER, WARN, IGNORE = Verdict.ANSWER, Verdict.WARN, Verdict.IGNORE


def test_five_are_answered_one_is_warned_the_rest_ignored() -> None:
    flood = Flood(Clock())
    assert [flood.judge(7) for _ in range(8)] == [ANSWER] * 5 + [WARN, IGNORE, IGNORE]


def test_one_members_flood_is_not_another_s() -> None:
    flood = Flood(Clock(), limit=1)
    assert [flood.judge(7), flood.judge(7), flood.judge(8)] == [ANSWER, WARN, ANSWER]


def test_a_member_is_answered_again_when_the_oldest_request_is_old_enough() -> None:
    clock = Clock(0.0)
    flood = Flood(clock, limit=2, seconds=10.0)
    assert flood.judge(7) is ANSWER
    clock.seconds = 4.0
    assert [flood.judge(7), flood.judge(7)] == [ANSWER, WARN]
    assert flood.wait(7) == 6.0
    clock.seconds = 9.9
    assert flood.judge(7) is IGNORE
    clock.seconds = 10.0
    assert flood.wait(7) == 0.0
    assert [flood.judge(7), flood.judge(7)] == [ANSWER, WARN]


def test_who_never_asked_need_not_wait() -> None:
    assert Flood(Clock()).wait(7) == 0.0


def test_only_the_latest_members_are_remembered() -> None:
    flood = Flood(Clock(), limit=1, members=2)
    for member in (1, 2, 1, 3, 4):
        flood.judge(member)
    assert flood.judge(4) is WARN
    assert flood.judge(1) is ANSWER
