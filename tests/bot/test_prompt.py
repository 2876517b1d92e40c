"""The line that one types: completion, keys, history."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.commands import BY_KEY, COMMANDS
from bot.prompt import CommandCompleter, open_history, typed_lines
from facts.model import Language

UP, CTRL_C, CTRL_D, ENTER = "\x1b[A", "\x03", "\x04", "\r"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe:
        yield pipe


async def _typed(keys: PipeInput, text: str, history: Path) -> list[str]:
    keys.send_text(text)
    lines = typed_lines(lambda: Language.EN, history, source=keys, screen=DummyOutput())
    return [line async for line in lines]


def _completions(text: str, language: Language = Language.EN) -> dict[str, str]:
    completer = CommandCompleter(lambda: language)
    found = completer.get_completions(Document(text), CompleteEvent())
    return {each.text: each.display_meta_text for each in found}


class TestKeys:
    async def test_lines_until_ctrl_d(self, keys: PipeInput, tmp_path: Path) -> None:
        typed = await _typed(keys, f"teams{ENTER}sortie{ENTER}{CTRL_D}", tmp_path / "history")
        assert typed == ["teams", "sortie"]

    async def test_ctrl_c_clears_a_line_and_leaves_an_empty_one(
        self, keys: PipeInput, tmp_path: Path
    ) -> None:
        typed = await _typed(keys, f"nonsense{CTRL_C}teams{ENTER}{CTRL_C}", tmp_path / "history")
        assert typed == ["teams"]

    async def test_a_pasted_text_gives_its_lines(self, keys: PipeInput, tmp_path: Path) -> None:
        paste = "\x1b[200~teams\nsortie\x1b[201~"
        assert await _typed(keys, paste + ENTER + CTRL_D, tmp_path / "h") == ["teams", "sortie"]


class TestHistory:
    async def test_is_kept_from_one_run_to_the_next(self, tmp_path: Path) -> None:
        path = tmp_path / "history"
        with create_pipe_input() as keys:
            await _typed(keys, f"équipes{ENTER}{CTRL_D}", path)
        with create_pipe_input() as keys:
            assert await _typed(keys, f"{UP}{ENTER}{CTRL_D}", path) == ["équipes"]
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    @pytest.mark.parametrize("kind", ["folder", "missing folder", "binary"])
    async def test_a_file_that_cannot_be_used_is_done_without(
        self, keys: PipeInput, tmp_path: Path, kind: str
    ) -> None:
        path = tmp_path / "history"
        if kind == "folder":
            path.mkdir()
        elif kind == "binary":
            path.write_bytes(bytes(range(256)) * 10)
        else:
            path = tmp_path / "no" / "history"
        assert await _typed(keys, f"teams{ENTER}{CTRL_D}", path) == ["teams"]

    def test_a_file_that_vanishes_is_done_without(self, tmp_path: Path) -> None:
        (tmp_path / "bag").mkdir()
        history = open_history(tmp_path / "bag" / "history")
        (tmp_path / "bag" / "history").unlink()
        (tmp_path / "bag").rmdir()
        history.append_string("teams")
        assert list(history.load_history_strings()) == []


class TestCompletion:
    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.key)
    def test_every_name_and_alias_is_completed_with_its_description(
        self, command: object, language: Language
    ) -> None:
        row = next(each for each in COMMANDS if each is command)
        for each in Language:
            for name in row.names(each):
                assert _completions(name[:3], language)[name] == row.description[language]

    def test_accents_case_and_prefix_do_not_matter(self) -> None:
        for typed in ("eq", "ÉQ", "!eq", "/eq"):
            assert list(_completions(typed)) == ["équipes"]

    def test_nothing_typed_offers_the_names_of_the_language(self) -> None:
        names = {row.name[Language.FR] for row in COMMANDS}
        assert set(_completions("", Language.FR)) == names

    def test_the_conversations_language_comes_first(self) -> None:
        assert next(iter(_completions("re", Language.FR))) == "résumé"
        assert next(iter(_completions("re", Language.EN))) == "refused"

    def test_help_completes_commands_and_language_its_choices(self) -> None:
        assert "teams" in _completions("help te")
        assert set(_completions("langue f", Language.FR)) == {"français"}
        assert "server" in _completions("language French s")

    def test_nothing_else_is_completed(self) -> None:
        assert _completions("teams t") == {}
        assert _completions("pizza t") == {}
        assert _completions("xyz") == {}

    def test_what_is_chosen_replaces_what_was_typed(self) -> None:
        completer = CommandCompleter(lambda: Language.EN)
        (found,) = completer.get_completions(Document("!tea"), CompleteEvent())
        assert (found.text, found.start_position) == (BY_KEY["teams"].key, -3)
