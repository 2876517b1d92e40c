"""What a failing database is told to its operator as: one sentence that says what to do."""

from __future__ import annotations

from facts.store.address import Address

# By the beginnings of an error's sign: SQLite's name of it, PostgreSQL's SQLSTATE, or its class.
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
        "{Name} is no database; move it away, or set {setting} to another.",
    ),
    (
        "SQLITE_CORRUPT",
        "{Name} is damaged; put a copy of it in its place, or set {setting} to another.",
    ),
    (
        "SQLITE_READONLY 25006",
        (
            "{Name} may not be written, so nothing was changed; make it (and the folder of a file) "
            "writable, or set {setting} to another."
        ),
    ),
    (
        "SQLITE_FULL 53100",
        "There is no room left for {name}, so nothing was changed; free some space on its disk.",
    ),
    (
        "SQLITE_BUSY SQLITE_LOCKED 55P03 53300",
        (
            "{Name} is too busy with other programs, so nothing was changed; stop the one that "
            "keeps it, or try again."
        ),
    ),
    (
        "28",
        "{Name} refuses the user or the password; correct them in {setting}.",
    ),
    (
        "3D000",
        "{Name} does not exist; create it, or correct {setting}.",
    ),
    (
        "42501",
        (
            "{Name} does not let its user do that ({answer}); grant it to the user that {setting} "
            "names."
        ),
    ),
    (
        "57P TimeoutError",
        "{Name} does not answer ({answer}); see that it is running, and try again.",
    ),
    (
        "OSError",
        (
            "{Name} cannot be reached ({answer}); see that its server is running and that "
            "{setting} names its host and port."
        ),
    ),
)
_OTHERWISE = "{Name} cannot be used ({answer}); mend that, or correct {setting}."
_NEWER = (
    "{Name} was made by a newer version of Musette (its tables are at {version}) and was left as "
    "it is; install that version, or set {setting} to another database."
)
_TAKEN = (
    "{Name} holds tables of something else ({tables}); set {setting} to a database of Musette's "
    "own."
)
_LONGEST_ANSWER = 200  # characters


def explain(error: BaseException, address: Address) -> str:
    """The sentence for an error that came from the database at `address`."""
    # SQLAlchemy's own message quotes the whole statement.
    original = getattr(error, "orig", None) or error
    signs = (
        getattr(original, "sqlite_errorname", None) or "",
        getattr(original, "sqlstate", None) or "",
        *(kind.__name__ for kind in type(error).__mro__),
    )
    fitting = (
        sentence
        for begins, sentence in _SENTENCES
        if any(sign.startswith(tuple(begins.split())) for sign in signs)
    )
    return _say(next(fitting, _OTHERWISE), address, answer=_answer(original, address))


def explain_version(version: str, address: Address) -> str:
    """The sentence for a database whose tables are at a revision that is not known here."""
    return _say(_NEWER, address, version=version)


def explain_tables(tables: set[str], address: Address) -> str:
    """The sentence for a database where something else has tables of these names."""
    return _say(_TAKEN, address, tables=", ".join(sorted(tables)))


def _answer(error: BaseException, address: Address) -> str:
    """What the driver said, on one line, without the password."""
    answer = " ".join(str(error).split()) or type(error).__name__
    if address.url.password:
        answer = answer.replace(str(address.url.password), "***")
    return answer[:_LONGEST_ANSWER].rstrip(".")


def _say(sentence: str, address: Address, **words: str) -> str:
    name = address.name
    return sentence.format(
        name=name, Name=name[0].upper() + name[1:], setting=address.setting, **words
    )
