"""The walls of the house: who may import whom, and what a terminal answer must not pay for."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
import facts
from tests.bot.running import ROOT, environment

PACKAGES = (Path(facts.__file__).parent, Path(bot.__file__).parent)

# discord.py is for these modules alone, with what lies in these packages.
DISCORD_SIDE = frozenset(
    f"bot.{name}"
    for name in "client cogs connection delivery lifetime render syncing translator".split()
)
# Pure modules: they work on what they are given, and know neither store nor network nor SQL.
PURE = frozenset(
    f"facts.{name}"
    for name in "model errors relations article decoding page extract reading shelf gazetteer "
    "knowledge describe topics texts wording composing terms passages glossary serial ask news "
    "schedule".split()
)
PORTS_ALONE = frozenset({"facts.respond", "facts.intake", "facts.questions"})
"""Takes the store as a port: imports `facts.ports`, and no store that is one."""

TERMINAL_SIDE = frozenset(
    f"bot.{name}"
    for name in "commands names words phrases arguments guide tongues desk reply cite texts "
    "console prompt streams stocking deriving reading_in learned progress settings "
    "redaction".split()
)
OUTSIDE = ("sqlalchemy", "alembic", "aiosqlite", "asyncpg", "aiohttp", "urllib.request", "sqlite3")


def _modules() -> Iterator[tuple[str, Path]]:
    for package in PACKAGES:
        for path in sorted(package.rglob("*.py")):
            parts = path.relative_to(package.parent).with_suffix("").parts
            yield ".".join(part for part in parts if part != "__init__"), path


MODULES = dict(_modules())


def _imports(name: str) -> set[str]:
    """Everything that a module imports, wherever in it, by absolute name."""
    path = MODULES[name]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports by a relative name"
            assert node.module
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _within(name: str, roots: frozenset[str] | tuple[str, ...]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def _breaches(name: str, forbidden: frozenset[str] | tuple[str, ...]) -> list[str]:
    return sorted(found for found in _imports(name) if _within(found, forbidden))


def test_the_modules_are_found() -> None:
    assert {"facts.model", "bot.desk", "bot.__main__", "facts.store.store"} <= MODULES.keys()


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("facts")])
def test_facts_know_neither_the_bot_nor_discord(name: str) -> None:
    assert _breaches(name, ("bot", "discord")) == []


@pytest.mark.parametrize("name", MODULES)
def test_discord_stays_behind_its_door(name: str) -> None:
    if not _within(name, DISCORD_SIDE):
        assert _breaches(name, ("discord",)) == []


@pytest.mark.parametrize(
    "name", [name for name in MODULES if name.startswith("bot") and name != "bot.__main__"]
)
def test_only_the_discord_side_knows_the_discord_side(name: str) -> None:
    if not _within(name, DISCORD_SIDE):
        assert _breaches(name, DISCORD_SIDE) == []


@pytest.mark.parametrize("name", [name for name in MODULES if _within(name, PURE)])
def test_pure_modules_know_no_store_and_no_network(name: str) -> None:
    allowed = "facts.store.texts"
    others = ("facts.store", "facts.fetch", "facts.ports", *OUTSIDE)
    assert [found for found in _breaches(name, others) if found != allowed] == []


@pytest.mark.parametrize("name", sorted(PORTS_ALONE & MODULES.keys()))
def test_answers_take_the_store_as_a_port(name: str) -> None:
    assert _breaches(name, ("facts.store", "facts.fetch", *OUTSIDE)) == []


@pytest.mark.parametrize("name", MODULES)
def test_the_web_is_met_in_one_place(name: str) -> None:
    if not _within(name, ("facts.fetch", *DISCORD_SIDE)):
        assert _breaches(name, ("aiohttp", "urllib.request", "http.client", "urllib3")) == []
    if name != "bot.__main__" and not _within(name, ("facts.fetch",)):
        assert _breaches(name, ("facts.fetch",)) == []


@pytest.mark.parametrize("name", MODULES)
def test_pages_are_taken_apart_in_one_place(name: str) -> None:
    if name != "facts.page":
        assert _breaches(name, ("trafilatura", "lxml")) == []


@pytest.mark.parametrize("name", MODULES)
def test_sql_stays_in_the_store(name: str) -> None:
    if not _within(name, ("facts.store",)):
        assert _breaches(name, ("sqlalchemy", "alembic", "aiosqlite", "asyncpg", "sqlite3")) == []


@pytest.mark.parametrize(
    "name", [name for name in MODULES if name.startswith("bot") and name != "bot.__main__"]
)
def test_the_store_is_opened_in_one_place(name: str) -> None:
    assert _breaches(name, ("facts.store",)) == []


@pytest.mark.parametrize("name", ["facts.model", "facts.errors", "facts.relations", "facts.ports"])
def test_the_foundations_rest_on_one_another_alone(name: str) -> None:
    ours = {found for found in _imports(name) if _within(found, ("facts", "bot"))}
    below = frozenset({"facts.model", "facts.errors"})
    assert [found for found in ours if not _within(found, below)] == []


def _loaded(home: Path, code: str, typed: str = "") -> set[str]:
    """The modules that a fresh interpreter has loaded after running the code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)"],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=home,
        env=environment(home, PYTHONPATH=str(ROOT)),
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def _tops(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def test_a_piped_answer_loads_neither_discord_nor_a_screen(tmp_path: Path) -> None:
    loaded = _loaded(
        tmp_path, "from bot.__main__ import main; assert main([]) == 0", "teams\nxyzzy\nhelp\n"
    )
    assert "bot.desk" in loaded
    unwanted = {
        "discord",
        "aiohttp",
        "prompt_toolkit",
        "rich",
        "asyncpg",
        "alembic",
        "pytest",
        "lxml",
    }
    assert _tops(loaded) & unwanted == set()


def test_deriving_loads_no_store_either(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Netflix suit huit équipes du Tour de France.", "utf-8")
    code = "from bot.__main__ import main; assert main(['derive', 'a.txt']) == 0"
    unwanted = {"discord", "aiohttp", "prompt_toolkit", "rich", "sqlalchemy", "asyncio"}
    assert _tops(_loaded(tmp_path, code)) & unwanted <= {"asyncio"}


def test_reading_loads_only_what_the_place_needs(tmp_path: Path) -> None:
    text = "Netflix suit huit équipes pendant le Tour de France."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "a.html").write_text(f"<html><body><p>{text}</p></body></html>", "utf-8")
    code = "from bot.__main__ import main; assert main(['read', {!r}]) == 0"
    heavy = {"discord", "aiohttp", "trafilatura", "lxml", "prompt_toolkit", "rich"}
    plain = _tops(_loaded(tmp_path, code.format("a.txt")))
    page = _tops(_loaded(tmp_path, code.format("a.html")))
    assert plain & heavy == set()
    assert page & heavy == {"trafilatura", "lxml"}


def test_the_terminals_modules_load_without_discord(tmp_path: Path) -> None:
    names = sorted(name for name in TERMINAL_SIDE if name in MODULES)
    assert len(names) == len(TERMINAL_SIDE)
    loaded = _loaded(tmp_path, f"import {', '.join(names)}")
    assert _tops(loaded) & {"discord", "aiohttp", "sqlalchemy"} == set()


def test_the_desk_alone_loads_no_screen(tmp_path: Path) -> None:
    loaded = _loaded(tmp_path, "import bot.desk, bot.console")
    slow = {"discord", "sqlalchemy", "prompt_toolkit", "rich", "rapidfuzz", "platformdirs"}
    assert _tops(loaded) & slow == set()


@pytest.mark.parametrize("name", sorted(MODULES))
def test_importing_a_module_reads_no_settings(name: str) -> None:
    """Settings are read in one place, when the program starts, never while modules load."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    reads = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    ]
    assert not reads or name == "bot.settings"
