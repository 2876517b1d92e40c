"""One tree of errors: everything here is something that a user or an operator can mend.

The text of each error is one sentence that says what is wrong and what to do, in English (the
operator's language). What a member sees in a channel comes from the bot's texts, never from here.
"""

from enum import StrEnum


class Trouble(StrEnum):
    """Why something could not be read. The first half is about texts, the second about the web."""

    MISSING = "missing"
    FOLDER = "folder"
    FORBIDDEN = "forbidden"
    DISK = "disk"
    TOO_LONG = "too_long"
    NOT_TEXT = "not_text"
    EMPTY = "empty"
    BAD_DATE = "bad_date"
    NO_ARTICLE = "no_article"
    TANGLED = "tangled"
    FOREIGN = "foreign"

    ADDRESS = "address"
    PRIVATE = "private"
    PORT = "port"
    PASSWORD = "password"  # noqa: S105 -- the name of a trouble
    UNKNOWN_HOST = "unknown_host"
    UNREACHABLE = "unreachable"
    INSECURE = "insecure"
    TIME_OUT = "time_out"
    REDIRECTS = "redirects"
    GONE = "gone"
    DENIED = "denied"
    SERVER = "server"
    KIND = "kind"
    TOO_LARGE = "too_large"
    BROKEN = "broken"


class MusetteError(Exception):
    """The base of every error that its reader can mend."""

    exit_code = 1


class UsageError(MusetteError):
    """A command line, an option or an argument that cannot be used."""

    exit_code = 2


class SettingsError(MusetteError):
    """A setting in the environment or in `.env` that cannot be used; names the variable."""

    exit_code = 2


class UnreadableArticleError(MusetteError):
    """An article that cannot be read: missing, a folder, binary, empty or too large.

    `trouble` names what is wrong, for those who say it in other words.
    """

    def __init__(self, message: str, trouble: Trouble) -> None:
        super().__init__(message)
        self.trouble = trouble


class FetchError(MusetteError):
    """A page that cannot be had from the web; `trouble` names what is wrong."""

    def __init__(self, message: str, trouble: Trouble) -> None:
        super().__init__(message)
        self.trouble = trouble


class StoreError(MusetteError):
    """A database that cannot be opened, written, or that is of a newer version."""


class DiscordStartError(MusetteError):
    """Discord cannot be reached or refuses the bot; says what to do about it."""
