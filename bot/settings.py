"""Settings: the environment and `.env`, checked once at the start.

Nothing is read when this module is imported. `.env.example` mirrors every variable read here; a
test compares the two.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from facts.errors import SettingsError
from facts.model import Language


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator set.

    `token` is None where there is none: the bot then opens in the terminal. `database_url` is an
    SQLAlchemy address, or None for the SQLite file in `data_dir`.
    """

    data_dir: Path
    token: str | None = field(default=None, repr=False)
    database_url: str | None = field(default=None, repr=False)
    language: Language = Language.EN
    prefix: str = "!"
    message_content: bool = True
    api_url: str | None = None
    gateway_url: str | None = None
    log_level: str = "INFO"


def read_environment(folder: Path) -> dict[str, str]:
    """The variables that count: those of `.env` in `folder`, and over them the environment's.

    Raises:
        SettingsError: there is a `.env` that cannot be read.
    """
    path = folder / ".env"
    if not path.is_file():
        return dict(os.environ)
    from dotenv import dotenv_values

    try:
        values = {key: value or "" for key, value in dotenv_values(path).items()}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} cannot be read: check its permissions, and that it is text in UTF-8."
        ) from error
    return {**values, **os.environ}


def read_settings(variables: Mapping[str, str]) -> Settings:
    """Check the variables and make Settings of them.

    Raises:
        SettingsError: a value cannot be used; the sentence names the variable.
    """
    return Settings(
        data_dir=_folder(variables, "MUSETTE_DATA_DIR") or _default_data_dir(),
        token=_text(variables, "DISCORD_TOKEN"),
        database_url=_text(variables, "MUSETTE_DATABASE_URL"),
        language=Language(_choice(variables, "MUSETTE_LANGUAGE", "en", tuple(Language))),
        prefix=_prefix(variables),
        message_content=_choice(variables, "MUSETTE_MESSAGE_CONTENT", "on", ("on", "off")) == "on",
        api_url=_address(variables, "DISCORD_API_URL", ("http", "https")),
        gateway_url=_address(variables, "DISCORD_GATEWAY_URL", ("ws", "wss")),
        log_level=_choice(
            variables, "MUSETTE_LOG_LEVEL", "info", ("debug", "info", "warning", "error")
        ).upper(),
    )


def _default_data_dir() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("musette", appauthor=False))


def _text(variables: Mapping[str, str], name: str) -> str | None:
    return variables.get(name, "").strip() or None


def _folder(variables: Mapping[str, str], name: str) -> Path | None:
    value = _text(variables, name)
    if value is None:
        return None
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise SettingsError(
            f"{name} names the home of an unknown user: write the whole path."
        ) from error


def _choice(variables: Mapping[str, str], name: str, default: str, allowed: tuple[str, ...]) -> str:
    value = (_text(variables, name) or default).casefold()
    if value not in allowed:
        raise SettingsError(f"{name} must be one of {', '.join(allowed)}.")
    return value


def _prefix(variables: Mapping[str, str]) -> str:
    prefix = _text(variables, "MUSETTE_PREFIX") or "!"
    if len(prefix) > 5 or any(c.isalnum() or c.isspace() or c == "/" for c in prefix):  # noqa: PLR2004
        raise SettingsError(
            "MUSETTE_PREFIX must be one to five signs such as ! or ?, without a slash."
        )
    return prefix


def _address(variables: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    value = _text(variables, name)
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        usable = (
            parts.scheme in schemes
            and bool(parts.hostname)
            and (parts.port is None or parts.port > 0)
        )
    except ValueError:
        usable = False
    if not usable:
        raise SettingsError(
            f"{name} must be an address that begins with {schemes[0]}:// or {schemes[1]}://."
        )
    return value.rstrip("/")
