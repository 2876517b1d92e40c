"""One tree of errors: everything here is something that a user or an operator can mend.

The text of each error is one sentence that says what is wrong and what to do, in English (the
operator's language). What a member sees in a channel comes from the bot's texts, never from here.
"""


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
    """An article that cannot be read: missing, a folder, binary, empty or too large."""


class StoreError(MusetteError):
    """A database that cannot be opened, written, or that is of a newer version."""


class DiscordStartError(MusetteError):
    """Discord cannot be reached or refuses the bot; says what to do about it."""
