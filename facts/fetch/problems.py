"""What is said of an address that cannot be fetched: one sentence for each trouble."""

from __future__ import annotations

import re

from facts.errors import FetchError, Trouble

_LONGEST = 100
_USER = re.compile(r"//[^/]*@")

_SENTENCES = {
    Trouble.ADDRESS: "{name} is no address of a page: give one that begins with https://.",
    Trouble.PRIVATE: "{name} leads to a private network: give the address of a public page.",
    Trouble.PORT: "{name} names a port of its own: give the address of a public page.",
    Trouble.PASSWORD: "{name} holds a user name: give the address without it.",
    Trouble.UNKNOWN_HOST: "No such site as {name} is found: check the address and the network.",
    Trouble.UNREACHABLE: "{name} cannot be reached: check the network, or try again later.",
    Trouble.INSECURE: "{name} has no valid certificate: give the article as a file.",
    Trouble.TIME_OUT: "{name} takes too long to answer: try again later.",
    Trouble.REDIRECTS: "{name} leads from address to address: give the last of them.",
    Trouble.GONE: "There is no page at {name}: check the address.",
    Trouble.DENIED: "{name} does not let Musette in: give the article as a file.",
    Trouble.SERVER: "{name} is out of order: try again later.",
    Trouble.KIND: "{name} is no text: give the address of an article.",
    Trouble.TOO_LARGE: "{name} is over 5 MB, too long for an article: give one article.",
    Trouble.BROKEN: "{name} gave a broken answer: try again later.",
}


def problem(trouble: Trouble, address: str) -> FetchError:
    """The error for a trouble with an address, without the password that may stand in it."""
    name = _USER.sub("//", address)
    name = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    return FetchError(_SENTENCES[trouble].format(name=name), trouble)
