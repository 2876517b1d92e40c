"""Which addresses may be fetched: those of public places alone. Pure.

From the registries of special addresses (https://www.iana.org/assignments/iana-ipv4-special-registry
and .../iana-ipv6-special-registry). IPv6 is refused but for the part that is given out to networks,
so that every way to hide an IPv4 address in one is refused without being named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network

from facts.errors import Trouble

_REFUSED_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",  # a cloud's own services, at a public address
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_GIVEN_OUT_6 = IPv6Network("2000::/3")
_REFUSED_6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # Teredo and other ways to carry IPv4
        "2001:db8::/32",
        "2002::/16",  # 6to4
        "3fff::/20",
    )
)
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE)
_NAME = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}\.?", re.IGNORECASE)
_LOCAL_NAMES = ("localhost", "local", "internal", "localdomain", "home.arpa")
SCHEMES = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be fetched: ports, and places that are let through although they are private.

    `let_through` holds pairs of an address as digits and a port, for a server of one's own. It lets
    nothing else through.
    """

    ports: frozenset[int] = frozenset({80, 443})
    let_through: frozenset[tuple[str, int]] = field(default_factory=frozenset)

    def refusal(
        self, scheme: str, host: str, port: int | None, *, has_user: bool
    ) -> Trouble | None:
        """Why an address is refused by how it is written; None where it is not.

        `host` is in ASCII, without brackets. A name may still lead to a refused place, as `admits`
        tells.
        """
        if scheme not in SCHEMES or port is None or not _is_host(host):
            return Trouble.ADDRESS
        if has_user:
            return Trouble.PASSWORD
        if (host, port) in self.let_through:
            return None
        if _is_private_name(host) or not self._may_be_public(host):
            return Trouble.PRIVATE
        return None if port in self.ports else Trouble.PORT

    def admits(self, address: str, port: int) -> bool:
        """Whether a connection may be made to this address, given as digits, and port."""
        if (address, port) in self.let_through:
            return True
        return port in self.ports and is_public(address)

    @staticmethod
    def _may_be_public(host: str) -> bool:
        if ":" in host:
            return is_public(host)
        # What ends in a number is an IPv4 address for those who connect, however it is spelled.
        last = host.rstrip(".").rpartition(".")[2]
        return is_public(host) if _NUMBER.fullmatch(last) else True


def is_public(address: str) -> bool:
    """Whether an address, as digits, is that of a public place; False for any other spelling."""
    try:
        if ":" in address:
            found = IPv6Address(address)
            return found in _GIVEN_OUT_6 and not any(found in each for each in _REFUSED_6)
        return not any(IPv4Address(address) in each for each in _REFUSED_4)
    except AddressValueError:
        return False


def _is_host(host: str) -> bool:
    return ":" in host or _NAME.fullmatch(host) is not None


def _is_private_name(host: str) -> bool:
    name = host.rstrip(".").casefold()
    return any(name == local or name.endswith(f".{local}") for local in _LOCAL_NAMES)
