"""Lengths of time, gaps between riders, and the time of day, which is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facts.extract.values.reading import readings

LENGTHS = [
    ("fr", "45 minutes", "45 minute"),
    ("fr", "quarante-cinq minutes", "45 minute"),
    ("fr", "52 min", "52 minute"),
    ("fr", "52min", "52 minute"),
    ("fr", "52 Min", "52 minute"),
    ("fr", "45 mn", "45 minute"),
    ("fr", "1 h 30", "90 minute"),
    ("fr", "1h30", "90 minute"),
    ("fr", "1 h 30 min", "90 minute"),
    ("fr", "1 heure 30", "90 minute"),
    ("fr", "2 heures et 15 minutes", "135 minute"),
    ("fr", "une heure et demie", "90 minute"),
    ("fr", "deux heures et demie", "150 minute"),
    ("fr", "2 h", "2 hour"),
    ("fr", "six heures", "6 hour"),
    ("fr", "1,5 heure", "90 minute"),
    ("fr", "demi-heure", "30 minute"),
    ("fr", "trois quarts d'heure", "45 minute"),
    ("fr", "12 secondes", "12 second"),
    ("fr", "4h12'33\"", "15153 second"),
    ("fr", "4h12'33''", "15153 second"),
    ("fr", "4h12’33’’", "15153 second"),
    ("fr", "4h12′33″", "15153 second"),
    ("fr", "4 h 12 min 33 s", "15153 second"),
    ("fr", "4:12:33", "15153 second"),
    ("fr", "42 heures, 15 minutes et 23 secondes", "152123 second"),
    ("fr", "58 min 12 s", "3492 second"),
    ("fr", "1min32", "92 second"),
    ("en", "52-minute", "52 minute"),
    ("en", "45 minutes", "45 minute"),
    ("en", "90 mins", "90 minute"),
    ("en", "an hour and a half", "90 minute"),
    ("en", "one and a half hours", "90 minute"),
    ("en", "five-and-a-half hours", "330 minute"),
    ("en", "two minutes and a half", "150 second"),
    ("en", "half an hour", "30 minute"),
    ("en", "hour-long", "1 hour"),
    ("en", "one-hour", "1 hour"),
    ("en", "3 hours 25 minutes", "205 minute"),
    ("en", "3 hours and 25 minutes", "205 minute"),
    ("en", "3h 25m", "205 minute"),
    ("en", "3h25m12s", "12312 second"),
    ("en", "6 hrs", "6 hour"),
    ("en", "six hours", "6 hour"),
    ("en", "1m32s", "92 second"),
    ("en", "90-second", "90 second"),
    ("en", "4:12:33", "15153 second"),
]


@pytest.mark.parametrize(("language", "written", "value"), LENGTHS)
def test_a_duration(language: str, written: str, value: str) -> None:
    assert readings(f"[{written}]", language) == [(written, f"duration {value}")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "un film d'une heure", "1 hour"),
        ("fr", "elle dure une heure", "1 hour"),
        ("en", "it lasts one hour", "1 hour"),
        ("en", "for an hour", "1 hour"),
        ("en", "only one hour", "1 hour"),
        ("fr", "un 52 minutes", "52 minute"),
        ("en", "a 45 minute episode", "45 minute"),
        ("fr", "en 9 h 30", "570 minute"),
        ("en", "in 35:12", "2112 second"),
        ("fr", "en 8'32''", "512 second"),
        ("en", "a 52-minute behind-the-scenes film", "52 minute"),
        ("en", "52 minutes ahead of the Tour", "52 minute"),
    ],
)
def test_words_around_say_that_a_length_is_meant(language: str, text: str, value: str) -> None:
    assert [each[1] for each in readings(text, language)] == [f"duration {value}"]


GAPS = [
    ("fr", "Vingegaard à 1'32''", "1'32''", 92),
    ("fr", "Vingegaard à 1’32”", "1’32”", 92),
    ("fr", "2. Vingegaard 1'32''", "1'32''", 92),
    ("fr", "Vingegaard, à 1:32", "1:32", 92),
    ("fr", "à 32''", "32''", 32),
    ("fr", "+0:45", "+0:45", 45),
    ("fr", "+1h05'12''", "+1h05'12''", 3912),
    ("fr", "à 12 secondes", "12 secondes", 12),
    ("fr", "une minute de retard", "une minute", 60),
    ("fr", "une seconde devant Pogačar", "une seconde", 1),
    ("en", "a minute behind", "a minute", 60),
    ("en", "one minute behind", "one minute", 60),
    ("fr", "12 secondes d'avance", "12 secondes", 12),
    ("fr", "trois minutes de retard", "trois minutes", 180),
    ("fr", "1 min 12 s d'avance", "1 min 12 s", 72),
    ("fr", "un écart de 2 minutes", "2 minutes", 120),
    ("en", "Vingegaard at 32 seconds", "32 seconds", 32),
    ("en", "won by 12 seconds", "12 seconds", 12),
    ("en", "1:32 behind", "1:32", 92),
    ("en", "at 8:35 behind", "8:35", 515),
    ("en", "a 10-second gap", "10-second", 10),
    ("en", "two minutes ahead", "two minutes", 120),
    ("en", "a lead of 15:40", "15:40", 940),
    ("en", "+1m32s", "+1m32s", 92),
]


@pytest.mark.parametrize(("language", "text", "written", "seconds"), GAPS)
def test_a_gap_is_in_seconds(language: str, text: str, written: str, seconds: int) -> None:
    assert readings(text, language) == [(written, f"gap {seconds} second")]


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("fr", "classé 3e dans le même temps", "dans le même temps"),
        ("fr", "deuxième, dans le même temps", "dans le même temps"),
        ("fr", "il a fini dans le même temps que Pogačar", "dans le même temps"),
        ("en", "he finished in the same time", "in the same time"),
        ("en", "in the same time as Pogačar", "in the same time"),
    ],
)
def test_the_same_time_is_a_gap_of_nothing(language: str, text: str, written: str) -> None:
    assert readings(text, language)[-1] == (written, "gap 0 second")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "à 20h45, dès 20 h, vers 9h, jusqu'à 2 heures, 20h50, à 20:45, 20:45, 9 h du matin"),
        ("fr", "à 1:30, à 8:05 ; une heure, une minute, une seconde, la minute"),
        ("fr", "Dans le même temps, Netflix tourne. Il court dans le même temps."),
        (
            "fr",
            "12 s, 45', 32'', 1'72'', 1'321'', 1'3x, 1h305, à 1h 5, 5 minutes9, 1:3, 1:02:03:04",
        ),
        ("fr", "20 Minutes, 24 Heures, 12 S, 1:32x, 123:45, 75'' à 75''"),
        ("en", "at 8pm, at 9:30, from 14:30, 14:30 CET, 9:30 am, an hour, at the same time"),
        ("en", "the two second places, one second, a minute"),
    ],
)
def test_what_is_neither_duration_nor_gap(language: str, text: str) -> None:
    assert readings(text, language) == []


@given(st.integers(0, 9), st.integers(0, 59), st.integers(0, 59))
def test_every_time_reads_back_from_every_form(hours: int, minutes: int, seconds: int) -> None:
    total = hours * 3600 + minutes * 60 + seconds
    forms = (
        f"{hours}h{minutes:02}'{seconds:02}\"",
        f"{hours} h {minutes:02} min {seconds:02} s",
        f"{hours}:{minutes:02}:{seconds:02}",
        f"{hours} h {minutes:02}’{seconds:02}’’",
    )
    for form in forms:
        assert readings(f"({form})") == [(form, f"duration {total} second")]
