"""Settings: what each variable does, how a bad one is refused, and that no secret is told."""

from __future__ import annotations

import os
import re
from dataclasses import asdict
from pathlib import Path

import pytest

from bot import settings as module
from bot.settings import Settings, read_environment, read_settings
from facts.errors import SettingsError
from facts.model import Language

EXAMPLE = Path(module.__file__).parents[1] / ".env.example"
TOKEN = "MTIz.secret.token"


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of ours is set in the environment."""
    for name in list(os.environ):
        if name.startswith(("MUSETTE_", "DISCORD_")):
            monkeypatch.delenv(name)


def test_nothing_set_means_the_terminal_and_sqlite() -> None:
    settings = read_settings({})
    assert settings == Settings(data_dir=settings.data_dir)
    assert (settings.token, settings.database_url) == (None, None)
    assert settings.data_dir.is_absolute()


def test_every_variable_is_used() -> None:
    settings = read_settings(
        {
            "DISCORD_TOKEN": f" {TOKEN} ",
            "MUSETTE_DATABASE_URL": "postgresql://me:pw@host/db",
            "MUSETTE_DATA_DIR": "~/bag",
            "MUSETTE_LANGUAGE": "FR",
            "MUSETTE_PREFIX": "?!",
            "MUSETTE_MESSAGE_CONTENT": "Off",
            "MUSETTE_LOG_LEVEL": "warning",
            "DISCORD_API_URL": "http://localhost:8080/api/",
            "DISCORD_GATEWAY_URL": "wss://gateway.example/",
        }
    )
    assert asdict(settings) == {
        "data_dir": Path.home() / "bag",
        "token": TOKEN,
        "database_url": "postgresql://me:pw@host/db",
        "language": Language.FR,
        "prefix": "?!",
        "message_content": False,
        "api_url": "http://localhost:8080/api",
        "gateway_url": "wss://gateway.example",
        "log_level": "WARNING",
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MUSETTE_DATA_DIR", "~nobody-of-this-name/bag"),
        ("MUSETTE_LANGUAGE", "de"),
        ("MUSETTE_LANGUAGE", "french"),
        ("MUSETTE_PREFIX", "!!!!!!"),
        ("MUSETTE_PREFIX", "/"),
        ("MUSETTE_PREFIX", "m!"),
        ("MUSETTE_PREFIX", "! !"),
        ("MUSETTE_MESSAGE_CONTENT", "yes"),
        ("MUSETTE_LOG_LEVEL", "loud"),
        ("DISCORD_API_URL", "discord.com"),
        ("DISCORD_API_URL", "ftp://discord.com"),
        ("DISCORD_API_URL", "https://"),
        ("DISCORD_API_URL", "http://host:port"),
        ("DISCORD_API_URL", "http://[::1"),
        ("DISCORD_GATEWAY_URL", "https://gateway.example"),
    ],
)
def test_a_bad_value_is_refused_by_the_name_of_its_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"DISCORD_TOKEN": TOKEN, name: value})
    sentence = str(caught.value)
    assert sentence.startswith(name)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert TOKEN not in sentence


@pytest.mark.parametrize("value", ["", "   "])
@pytest.mark.parametrize(
    "name", re.findall(r'"((?:MUSETTE|DISCORD)_\w+)"', Path(module.__file__).read_text("utf-8"))
)
def test_an_empty_value_is_the_default(name: str, value: str) -> None:
    assert read_settings({name: value}) == read_settings({})


def test_secrets_are_not_shown() -> None:
    settings = read_settings(
        {"DISCORD_TOKEN": TOKEN, "MUSETTE_DATABASE_URL": "postgresql://me:pw@host/db"}
    )
    for shown in (repr(settings), str(settings), f"{settings}"):
        assert TOKEN not in shown
        assert "pw" not in shown


@pytest.mark.usefixtures("alone")
class TestEnvironment:
    def test_the_file_is_read_and_the_environment_goes_before_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / ".env").write_text("MUSETTE_PREFIX=?\nMUSETTE_LANGUAGE=fr\n", "utf-8")
        monkeypatch.setenv("MUSETTE_LANGUAGE", "en")
        variables = read_environment(tmp_path)
        assert (variables["MUSETTE_PREFIX"], variables["MUSETTE_LANGUAGE"]) == ("?", "en")

    def test_reading_the_file_leaves_the_environment_alone(self, tmp_path: Path) -> None:
        (tmp_path / ".env").write_text(f"DISCORD_TOKEN={TOKEN}\n", "utf-8")
        read_environment(tmp_path)
        assert "DISCORD_TOKEN" not in os.environ

    @pytest.mark.parametrize("kind", ["missing", "folder"])
    def test_without_a_file_the_environment_counts(self, tmp_path: Path, kind: str) -> None:
        if kind == "folder":
            (tmp_path / ".env").mkdir()
        assert read_settings(read_environment(tmp_path)) == read_settings({})

    def test_a_file_that_is_no_text_is_named(self, tmp_path: Path) -> None:
        (tmp_path / ".env").write_bytes(b"DISCORD_TOKEN=\xff\xfe\x00")
        with pytest.raises(SettingsError, match=r"\.env cannot be read"):
            read_environment(tmp_path)

    def test_a_name_without_a_value_is_empty(self, tmp_path: Path) -> None:
        (tmp_path / ".env").write_text("MUSETTE_PREFIX\n", "utf-8")
        assert read_settings(read_environment(tmp_path)) == read_settings({})


def _variables_read() -> set[str]:
    """The names that the settings really look up."""
    seen: set[str] = set()

    class Watched(dict[str, str]):
        def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
            seen.add(key)
            return default

    read_settings(Watched())
    return seen


def test_the_example_explains_every_variable_and_no_other() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    named = [line.partition("=")[0] for line in lines if re.match(r"[A-Z_]+=", line)]
    assert set(named) == _variables_read()
    assert len(named) == len(set(named))


def test_the_example_as_it_stands_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    from dotenv import dotenv_values

    written = {name: value or "" for name, value in dotenv_values(tmp_path / ".env").items()}
    assert read_settings(written) == read_settings({})


def test_every_variable_of_the_example_has_a_comment_above() -> None:
    blocks = EXAMPLE.read_text("utf-8").strip().split("\n\n")
    for block in blocks[1:]:
        assert block.startswith("# ")
        assert re.search(r"^[A-Z_]+=", block, re.MULTILINE)
