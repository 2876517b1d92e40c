"""What a failing database is told to its operator as: one sentence that says what to do."""

from __future__ import annotations

from facts.store.address import Address

# By the beginning of SQLite's name of an error, or by PostgreSQL's SQLSTATE.
_SENTENCES = (
    (
        "SQLITE_CANTOPEN",
        (
            "{Name} cannot be opened; see that it is a file, in a folder that exists and can be "
            "written, or set {setting} to another."
        ),
    ),
    (
        "SQLITE_NOTADB",
        "{Name} is no database of Musette's; move it away, or set {setting} to another.",
    ),
    (
        "SQLITE_READONLY",
        (
            "{Name} can be read but not written, so nothing was changed; make the file and its "
            "folder writable, or set {setting} to another."
        ),
    ),
    ("SQLITE_FULL", "There is no room left for {name}, so nothing was changed; free some space."),
    (
        "SQLITE_BUSY",
        (
            "{Name} is in use by another program, so nothing was changed; close that one, or try "
            "again."
        ),
    ),
    ("SQLITE_CORRUPT", "{Name} is damaged; put a copy of it in its place."),
)
_NEWER = (
    "{Name} was made by a newer version of Musette (its tables are at {version}) and was left as "
    "it is; install that version, or set {setting} to another database."
)
_OTHERWISE = "{Name} cannot be used ({setting}); the log says what it answered."


def explain(error: BaseException, address: Address) -> str:
    """The sentence for an error that came from the database at `address`."""
    original = getattr(error, "orig", None) or error
    code = getattr(original, "sqlite_errorname", None) or getattr(original, "sqlstate", None) or ""
    found = next((text for begin, text in _SENTENCES if code.startswith(begin)), _OTHERWISE)
    return _say(found, address)


def explain_version(version: str, address: Address) -> str:
    """The sentence for a database whose tables are at a revision that is not known here."""
    return _say(_NEWER, address, version=version)


def _say(sentence: str, address: Address, **words: str) -> str:
    name = address.name
    return sentence.format(
        name=name, Name=name[0].upper() + name[1:], setting=address.setting, **words
    )
