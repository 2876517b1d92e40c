"""The real program with its real terminal: through pipes, and through a screen."""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from tests.bot.running import COMMAND, environment, is_one_sentence, run

EIGHT = (
    "AG2R Citroën",
    "Alpecin",
    "Bora-hansgrohe",
    "EF Education-EasyPost",
    "Groupama",
    "Ineos",
    "Jumbo-Visma",
    "Quick-Step",
)
CTRL_C, CTRL_D, UP, TAB = "\x03", "\x04", "\x1b[A", "\t"


class TestPiped:
    def test_one_block_a_line(self, tmp_path: Path) -> None:
        done = run(tmp_path, typed="!teams\n!sortie\n")
        assert (done.returncode, done.stderr) == (0, "")
        teams, release = done.stdout.rstrip("\n").split("\n\n")
        assert all(name.casefold() in teams.casefold() for name in EIGHT)
        assert "UAE" in teams
        assert "2023" in release
        assert "\x1b" not in done.stdout

    @pytest.mark.parametrize(
        "variables",
        [
            {"LANG": "C"},
            {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
            {"PYTHONIOENCODING": "ascii"},
            {"PYTHONIOENCODING": "latin-1:strict"},
        ],
    )
    def test_utf8_whatever_the_locale(self, tmp_path: Path, variables: dict[str, str]) -> None:
        done = run(tmp_path, typed="équipes\n", **variables)
        assert (done.returncode, done.stderr) == (0, "")
        assert "AG2R Citroën" in done.stdout

    @pytest.mark.parametrize(
        ("variables", "words"),
        [
            ({"MUSETTE_LANGUAGE": "fr", "LANG": "en_US.UTF-8"}, "Je ne connais pas"),
            ({"MUSETTE_LANGUAGE": "en", "LANG": "fr_FR.UTF-8"}, "I don’t know"),
            ({"MUSETTE_LANGUAGE": "", "LANG": "fr_FR.UTF-8"}, "Je ne connais pas"),
        ],
    )
    def test_a_language_that_is_set_goes_before_the_locale(
        self, tmp_path: Path, variables: dict[str, str], words: str
    ) -> None:
        done = run(tmp_path, typed="xyzzyx\n", **variables)
        assert words in done.stdout

    @pytest.mark.parametrize("typed", ["", "\n\n", "quit\nteams\n"])
    def test_nothing_asked_nothing_said(self, tmp_path: Path, typed: str) -> None:
        done = run(tmp_path, typed=typed)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_bytes_that_are_no_text_are_answered_too(self, tmp_path: Path) -> None:
        done = run(tmp_path, typed=b"\xff\xfe\x00\x1b[2J\n" + b"x" * 100_000 + b"\nhelp\n")
        assert (done.returncode, done.stderr) == (0, "")
        assert len(done.stdout.split("\n\n")) == 3
        assert "\x1b" not in done.stdout

    def test_a_reader_that_goes_away_is_left_in_peace(self, tmp_path: Path) -> None:
        with subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=environment(tmp_path),
        ) as process:
            assert process.stdin
            assert process.stdout
            assert process.stderr
            process.stdin.write(b"help\n")
            process.stdin.flush()
            process.stdout.readline()
            process.stdout.close()
            process.stdin.write(b"help\n" * 2_000)
            process.stdin.close()
            assert process.stderr.read() == b""
            assert process.wait(timeout=30) == 0

    def test_ctrl_c_while_it_waits_for_a_line(self, tmp_path: Path) -> None:
        with subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=environment(tmp_path),
        ) as process:
            assert process.stdin
            assert process.stdout
            assert process.stderr
            process.stdin.write(b"help\n")
            process.stdin.flush()
            process.stdout.readline()
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=30) == 130
            assert process.stderr.read() == b""

    def test_a_language_for_this_run_and_one_that_is_kept(self, tmp_path: Path) -> None:
        assert "équipes" in run(tmp_path, "--lang", "fr", typed="help\n").stdout
        assert "équipes" not in run(tmp_path, typed="help\n").stdout
        assert "équipes" in run(tmp_path, "--lang", "en", typed="langue fr\nhelp\n").stdout
        assert "équipes" in run(tmp_path, typed="help\n").stdout

    def test_the_locale_tells_the_language(self, tmp_path: Path) -> None:
        assert "équipes" in run(tmp_path, typed="xyzzy\n", LC_ALL="fr_FR.UTF-8").stdout
        assert "teams" in run(tmp_path, typed="xyzzy\n", LC_ALL="en_GB.UTF-8").stdout

    @pytest.mark.parametrize("kind", ["a file for a folder", "a file that is no database"])
    def test_a_store_that_cannot_be_opened_is_one_sentence(self, tmp_path: Path, kind: str) -> None:
        bag = tmp_path / "bag"
        if kind == "a file for a folder":
            bag.write_text("x", "utf-8")
        else:
            bag.mkdir()
            (bag / "musette.db").write_text("This is no database. " * 100, "utf-8")
        done = run(tmp_path, typed="teams\n")
        assert (done.returncode, done.stdout) == (1, "")
        assert is_one_sentence(done.stderr)

    @pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
    def test_a_stream_that_was_closed_is_done_without(self, tmp_path: Path, closed: str) -> None:
        done = subprocess.run(
            ["/bin/sh", "-c", f'echo help | "$0" -m bot {closed}', COMMAND[0]],
            capture_output=True,
            cwd=tmp_path,
            env=environment(tmp_path),
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
    def test_an_output_that_is_full_is_one_sentence(self, tmp_path: Path) -> None:
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = subprocess.run(
                COMMAND,
                input="help\n",
                stdout=full,
                stderr=subprocess.PIPE,
                cwd=tmp_path,
                env=environment(tmp_path),
                timeout=60,
                check=False,
                text=True,
            )
        assert done.returncode == 74
        assert is_one_sentence(done.stderr)

    def test_a_bad_setting_is_one_sentence(self, tmp_path: Path) -> None:
        (tmp_path / ".env").write_text("MUSETTE_PREFIX=/\n", "utf-8")
        done = run(tmp_path, typed="teams\n")
        assert done.returncode == 2
        assert done.stderr.startswith("MUSETTE_PREFIX")
        assert is_one_sentence(done.stderr)


Start = Callable[..., "pexpect.spawn[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program on a screen of its own; whatever still runs at the end is stopped."""
    running: list[pexpect.spawn[str]] = []

    def spawn(**variables: str) -> pexpect.spawn[str]:
        child = pexpect.spawn(
            COMMAND[0],
            COMMAND[1:],
            cwd=str(tmp_path),
            env=environment(tmp_path, **variables),
            encoding="utf-8",
            timeout=30,
            dimensions=(40, 100),
        )
        running.append(child)
        child.expect("musette>")
        return child

    yield spawn
    for child in running:
        child.close(force=True)


def _before(child: pexpect.spawn[str]) -> str:
    """What was shown before what was waited for."""
    return child.before or ""


def _leaves(child: pexpect.spawn[str]) -> int | None:
    child.expect(pexpect.EOF)
    assert "Traceback" not in _before(child)
    child.close()
    return child.exitstatus


class TestScreen:
    def test_a_first_screen_a_command_and_ctrl_d(self, start: Start) -> None:
        child = start()
        assert "Musette" in _before(child)
        assert "teams" in _before(child)
        child.send("!teams\r")
        child.expect("Quick-Step")
        child.send(CTRL_D)
        assert _leaves(child) == 0

    def test_the_first_screen_speaks_the_terminals_language(self, start: Start) -> None:
        child = start(LC_ALL="fr_FR.UTF-8")
        assert "équipes" in _before(child)
        child.send("quitter\r")
        assert _leaves(child) == 0

    def test_ctrl_c_clears_the_line_then_leaves(self, start: Start) -> None:
        child = start()
        child.send("xyzzy")
        child.expect("xyzzy")
        child.send(CTRL_C)
        child.send("help\r")
        child.expect("everything|What you can ask")
        child.expect("musette>")
        child.send(CTRL_C)
        assert _leaves(child) == 0

    def test_tab_completes_a_command_and_shows_what_it_is(self, start: Start) -> None:
        child = start()
        child.send("broad")
        child.expect("Who shows what, and when")
        child.send(f"{TAB}\r")
        child.expect("musette>.*broadcast")
        child.send(f"{CTRL_C}{CTRL_D}")
        assert _leaves(child) == 0

    def test_history_lasts_from_one_run_to_the_next(self, start: Start, tmp_path: Path) -> None:
        child = start()
        child.send("xyzzy\r")
        child.expect("I don’t know “xyzzy”")
        child.send("exit\r")
        assert _leaves(child) == 0
        again = start()
        again.send(f"{UP}{UP}")
        again.expect("xyzzy")
        again.send("\r")
        again.expect("I don’t know “xyzzy”")
        again.send(CTRL_D)
        assert _leaves(again) == 0

    def test_ctrl_d_right_behind_an_answer_is_not_lost(self, start: Start) -> None:
        child = start()
        child.delaybeforesend = None
        child.send("help\r")
        child.expect("What you can ask")
        child.send(CTRL_D)
        assert _leaves(child) == 0

    def test_no_color_is_respected(self, start: Start) -> None:
        child = start(NO_COLOR="1")
        child.send("help\r")
        child.expect("What you can ask")
        child.send(CTRL_D)
        shown = _before(child)
        assert _leaves(child) == 0
        colours = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
        assert not colours.search(shown)
        assert not re.search(r"\x1b\[[12](?:;\d+)*m", shown)

    def test_the_terminal_is_not_asked_where_its_cursor_is(self, start: Start) -> None:
        """One that never says would cost a second after each line."""
        child = start()
        assert "\x1b[6n" not in _before(child)
        child.send(CTRL_D)
        assert _leaves(child) == 0

    def test_colours_are_shown_otherwise(self, start: Start) -> None:
        child = start()
        assert "\x1b[1" in _before(child)
        child.send(CTRL_D)
        assert _leaves(child) == 0
