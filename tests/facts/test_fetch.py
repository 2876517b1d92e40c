"""Fetching over real sockets: what comes back, what is refused, and how each failure is told."""

from __future__ import annotations

import asyncio
import gzip
import socket
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from facts.errors import FetchError, Trouble
from facts.fetch import Limits, Rules, Web
from facts.fetch.rules import is_public
from tests.fakes.web import QUICK, LoopbackWeb, loopback_web

PUBLIC = "93.184.215.14"


@pytest_asyncio.fixture
async def served() -> AsyncIterator[LoopbackWeb]:
    async with loopback_web() as server:
        yield server


async def trouble(fetch: Web, url: str) -> Trouble:
    """Why an address cannot be fetched; the error must be one sentence."""
    with pytest.raises(FetchError) as caught:
        await fetch(url)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 250
    return caught.value.trouble


class TestPages:
    async def test_a_page_comes_as_it_is(self, served: LoopbackWeb) -> None:
        url = served.page("/a", "Été", kind="Text/HTML; Charset=UTF-8")
        page = await served.fetcher()(url)
        assert (page.url, page.data.decode(), page.kind) == (url, "Été", "text/html")
        assert (page.charset or "").casefold() == "utf-8"

    async def test_the_bot_says_who_it_is(self, served: LoopbackWeb) -> None:
        await served.fetcher()(served.page("/a", "x"))
        (request,) = served.requests
        assert request.headers["User-Agent"].startswith("Musette/")
        assert "Cookie" not in request.headers

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    async def test_a_redirect_is_followed(self, served: LoopbackWeb, status: int) -> None:
        served.page("/there/b", "x")
        page = await served.fetcher()(served.redirect("/a", "there/b", status))
        assert page.url == served.url("/there/b")

    async def test_five_redirects_are_followed_and_no_more(self, served: LoopbackWeb) -> None:
        for number in range(6):
            served.redirect(f"/{number}", f"/{number + 1}")
        served.page("/6", "x")
        assert (await served.fetcher()(served.url("/1"))).data == b"x"
        assert await trouble(served.fetcher(), served.url("/0")) is Trouble.REDIRECTS

    @pytest.mark.parametrize("name", ["gzip", "deflate", "bare deflate", "identity"])
    async def test_a_packed_page_is_unpacked(self, served: LoopbackWeb, name: str) -> None:
        text = b"Le Tour " * 100_000
        bare = zlib.compressobj(wbits=-15)
        packed = {
            "gzip": gzip.compress(text),
            "deflate": zlib.compress(text),
            "bare deflate": bare.compress(text) + bare.flush(),
            "identity": text,
        }[name]
        url = served.page("/a", packed, headers={"Content-Encoding": name.rpartition(" ")[2]})
        assert (await served.fetcher()(url)).data == text

    async def test_a_page_without_a_type(self, served: LoopbackWeb) -> None:
        url = served.page("/a", "x", kind="")
        assert (await served.fetcher()(url)).kind == ""


class TestFailures:
    @pytest.mark.parametrize(
        ("status", "expected"),
        [
            (404, Trouble.GONE),
            (410, Trouble.GONE),
            (403, Trouble.DENIED),
            (429, Trouble.DENIED),
            (500, Trouble.SERVER),
            (503, Trouble.SERVER),
            (204, Trouble.BROKEN),
            (418, Trouble.BROKEN),
        ],
    )
    async def test_a_refusal(self, served: LoopbackWeb, status: int, expected: Trouble) -> None:
        assert await trouble(served.fetcher(), served.page("/a", status=status)) is expected

    @pytest.mark.parametrize("start", [None, b"Le Tour"])
    async def test_an_answer_that_never_ends(
        self, served: LoopbackWeb, start: bytes | None
    ) -> None:
        url = served.stalls("/a", start)
        assert await trouble(served.fetcher(QUICK), url) is Trouble.TIME_OUT

    async def test_the_whole_has_a_limit_too(self, served: LoopbackWeb) -> None:
        fetch = served.fetcher(Limits(step=60, whole=0.2))
        assert await trouble(fetch, served.stalls("/a")) is Trouble.TIME_OUT

    async def test_redirects_in_a_circle(self, served: LoopbackWeb) -> None:
        assert await trouble(served.fetcher(), served.redirect("/a", "/a")) is Trouble.REDIRECTS
        assert len(served.requests) == 6

    @pytest.mark.parametrize("to", ["", "http://[::1", "http://x/" + "y" * 3_000])
    async def test_a_redirect_to_nowhere(self, served: LoopbackWeb, to: str) -> None:
        found = await trouble(served.fetcher(), served.redirect("/a", to))
        assert found in {Trouble.BROKEN, Trouble.ADDRESS}

    async def test_a_body_without_end_is_left(self, served: LoopbackWeb) -> None:
        url = served.endless("/a", b"word " * 10_000)
        tracemalloc.start()
        try:
            assert await trouble(served.fetcher(), url) is Trouble.TOO_LARGE
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < 25_000_000

    async def test_a_bomb_is_left(self, served: LoopbackWeb) -> None:
        bomb = gzip.compress(bytes(300_000_000), compresslevel=9)
        url = served.page("/a", bomb, headers={"Content-Encoding": "gzip"})
        tracemalloc.start()
        try:
            assert await trouble(served.fetcher(), url) is Trouble.TOO_LARGE
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < 25_000_000

    async def test_a_length_that_is_too_large_is_believed(self, served: LoopbackWeb) -> None:
        url = served.page("/a", b"x" * 5_000_001)
        assert await trouble(served.fetcher(), url) is Trouble.TOO_LARGE

    async def test_the_largest_page(self, served: LoopbackWeb) -> None:
        url = served.page("/a", b"x" * 5_000_000)
        assert len((await served.fetcher()(url)).data) == 5_000_000

    @pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4", "text/xml", "x"])
    async def test_what_is_no_text(self, served: LoopbackWeb, kind: str) -> None:
        found = await trouble(served.fetcher(), served.page("/a", "x", kind=kind))
        assert found is Trouble.KIND

    @pytest.mark.parametrize(
        ("encoding", "body"),
        [("gzip", gzip.compress(b"Le Tour" * 99)[:-20]), ("gzip", b"no gzip"), ("br", b"x")],
    )
    async def test_a_body_that_is_broken(
        self, served: LoopbackWeb, encoding: str, body: bytes
    ) -> None:
        url = served.page("/a", body, headers={"Content-Encoding": encoding})
        assert await trouble(served.fetcher(), url) is Trouble.BROKEN

    @pytest.mark.parametrize(
        "answer", [b"SSH-2.0-x\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx", b""]
    )
    async def test_an_answer_that_is_no_http(self, answer: bytes) -> None:
        async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer)
            await writer.drain()
            writer.close()

        server = await asyncio.start_server(speak, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            rules = Rules(let_through=frozenset({("127.0.0.1", port)}))
            assert await trouble(Web(rules), f"http://127.0.0.1:{port}/") is Trouble.BROKEN

    async def test_no_valid_certificate(self, served: LoopbackWeb) -> None:
        found = await trouble(served.fetcher(), served.url("/a", scheme="https"))
        assert found is Trouble.INSECURE

    async def test_nobody_listens(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
        rules = Rules(let_through=frozenset({("127.0.0.1", port)}))
        assert await trouble(Web(rules), f"http://127.0.0.1:{port}/") is Trouble.UNREACHABLE

    async def test_a_name_that_nobody_has(self) -> None:
        async def nobody(host: str, port: int) -> Sequence[str]:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")

        assert await trouble(Web(resolve=nobody), "https://x.example/") is Trouble.UNKNOWN_HOST


class TestAddresses:
    @pytest.mark.parametrize(
        "url",
        [
            "",
            "x",
            "/etc/passwd",
            "file:///etc/passwd",
            "ftp://x.example/",
            "javascript:alert(1)",
            "http://",
            "http:///x",
            "http://[::1",
            "http://x.example:99999/",
            "http://x\\@y.example/",
            "http://" + "x" * 3_000,
            "http://" + "x" * 300 + ".example/",
            "http://a..example/",
            "http://a b.example/",
            "http://%6c%6f.example/",
        ],
    )
    async def test_what_is_none(self, url: str) -> None:
        assert await trouble(_nowhere(), url) is Trouble.ADDRESS

    @pytest.mark.parametrize(
        "host",
        """127.0.0.1 127.1 2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 017700000001 0 10.0.0.1
        172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200 224.0.0.1 240.0.0.1
        255.255.255.255 0.0.0.0 192.0.0.192 198.18.0.1 168.63.129.16 134744072 8.8 8.8.8.8.
        localhost LOCALHOST localhost. a.localhost printer.local metadata.google.internal
        [::1] [::] [fe80::1] [fd00:ec2::254] [fc00::1] [ff02::1] [::ffff:8.8.8.8] [::ffff:127.0.0.1]
        [64:ff9b::808:808] [64:ff9b::7f00:1] [64:ff9b:1::1] [2002:7f00:1::] [2001::1] [2001:db8::1]
        [::127.0.0.1] [fe80::1%25lo] １２７.０.０.１ ①②⑦.0.0.1 127。0。0。1""".split(),
    )
    async def test_a_private_place_is_refused_before_any_connection(self, host: str) -> None:
        found = await trouble(_nowhere(), f"http://{host}/latest/meta-data/")
        assert found in {Trouble.PRIVATE, Trouble.ADDRESS}

    @pytest.mark.parametrize("port", [22, 25, 6379, 8080, 1])
    async def test_a_port_of_its_own_is_refused(self, port: int) -> None:
        found = await trouble(_nowhere(), f"http://x.example:{port}/")
        assert found is Trouble.PORT

    @pytest.mark.parametrize("user", ["me:hunter2@", "me@", ":hunter2@"])
    async def test_a_password_is_refused_and_not_repeated(self, user: str) -> None:
        with pytest.raises(FetchError) as caught:
            await _nowhere()(f"https://{user}x.example/")
        assert caught.value.trouble is Trouble.PASSWORD
        assert "hunter2" not in str(caught.value)

    @pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "::1", "fd00:ec2::254"])
    async def test_a_name_of_a_private_place_is_refused(self, address: str) -> None:
        async def inside(host: str, port: int) -> Sequence[str]:
            return [address]

        assert await trouble(Web(resolve=inside), "http://x.example/") is Trouble.PRIVATE

    async def test_a_redirect_to_a_private_place_is_refused(self, served: LoopbackWeb) -> None:
        url = served.redirect("/a", f"http://localhost:{served.port}/b")
        served.page("/b", "secret")
        assert await trouble(served.fetcher(), url) is Trouble.PRIVATE
        assert [request.path for request in served.requests] == ["/a"]

    async def test_a_redirect_to_a_name_of_a_private_place_is_refused(
        self, served: LoopbackWeb
    ) -> None:
        async def inside(host: str, port: int) -> Sequence[str]:
            return ["127.0.0.1"]

        fetch = Web(served.rules, resolve=inside)
        url = served.redirect("/a", "http://x.example/b")
        assert await trouble(fetch, url) is Trouble.PRIVATE

    async def test_a_name_is_asked_once_for_each_connection(self, served: LoopbackWeb) -> None:
        """What was judged is what is connected to: a second answer of its server counts nothing."""
        answers = [["127.0.0.1"], ["10.0.0.1"]]

        async def changing(host: str, port: int) -> Sequence[str]:
            return answers.pop(0)

        served.page("/a", "x")
        rules = Rules(ports=frozenset({served.port}), let_through=served.rules.let_through)
        page = await Web(rules, resolve=changing)(served.url("/a", host="x.example"))
        assert page.data == b"x"
        assert answers == [["10.0.0.1"]]

    async def test_the_address_is_judged_again_when_it_is_connected_to(
        self, served: LoopbackWeb
    ) -> None:
        judged: list[str] = []

        class Once(Rules):
            def admits(self, address: str, port: int) -> bool:
                judged.append(address)
                return len(judged) == 1

        async def inside(host: str, port: int) -> Sequence[str]:
            return ["127.0.0.1"]

        rules = Once(ports=frozenset({served.port}))
        found = await trouble(Web(rules, resolve=inside), served.url("/a", host="x.example"))
        assert found is Trouble.PRIVATE
        assert judged == ["127.0.0.1", "127.0.0.1"]
        assert served.requests == []

    async def test_of_several_addresses_the_public_ones_are_tried(self) -> None:
        tried: list[str] = []

        class Watching(Rules):
            def admits(self, address: str, port: int) -> bool:
                tried.append(address)
                return False

        async def both(host: str, port: int) -> Sequence[str]:
            return ["10.0.0.1", PUBLIC]

        assert await trouble(Web(Watching(), resolve=both), "http://x.example/") is Trouble.PRIVATE
        assert tried == ["10.0.0.1", PUBLIC]

    def test_the_default_lets_nothing_private_through(self) -> None:
        assert Rules().let_through == frozenset()
        assert Rules().ports == {80, 443}


_HIDING = [
    IPv6Network("::/8"),
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("2002::/16"),
    IPv6Network("2001::/32"),
    IPv6Network("fc00::/7"),
    IPv6Network("fe80::/10"),
    IPv6Network("ff00::/8"),
]


class TestRules:
    @given(st.ip_addresses(v=4))
    def test_every_special_ipv4_address_is_refused(self, address: IPv4Address) -> None:
        if is_public(str(address)):
            assert address.is_global
            assert not address.is_multicast

    @given(st.ip_addresses(v=6))
    def test_every_special_ipv6_address_is_refused(self, address: IPv6Address) -> None:
        if is_public(str(address)):
            assert address.is_global
            assert not address.is_multicast

    @given(st.data(), st.sampled_from(_HIDING))
    def test_no_network_that_hides_another_is_admitted(
        self, data: st.DataObject, network: IPv6Network
    ) -> None:
        address = data.draw(st.ip_addresses(network=str(network)))
        assert not is_public(str(address))
        assert not is_public(address.exploded)

    @given(st.ip_addresses(v=4), st.sampled_from(["{}", "{:#x}", "{:#o}"]))
    def test_an_address_spelled_as_a_number_is_refused(
        self, address: IPv4Address, spelling: str
    ) -> None:
        host = spelling.format(int(address)).replace("0o", "0")
        assert Rules().refusal("http", host, 80, has_user=False) is Trouble.PRIVATE

    @given(st.text(max_size=60))
    def test_a_host_of_any_letters_is_judged(self, host: str) -> None:
        Rules().refusal("https", host, 443, has_user=False)
        assert not is_public(host) or IPv4Address(host) not in IPv4Network("10.0.0.0/8")

    @pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700::1111", "172.15.0.1"])
    def test_a_public_address_is_admitted(self, address: str) -> None:
        assert Rules().admits(address, 443)
        assert not Rules().admits(address, 22)

    @pytest.mark.parametrize(
        "host", ["www.letour.fr", "1.example", "x.y.co", "0x.example", "a1.b2", "local.example"]
    )
    def test_a_public_name_is_admitted(self, host: str) -> None:
        assert Rules().refusal("https", host, 443, has_user=False) is None

    def test_a_server_that_is_let_through_is_let_through_on_its_port_alone(self) -> None:
        rules = Rules(let_through=frozenset({("127.0.0.1", 4567)}))
        assert rules.admits("127.0.0.1", 4567)
        assert not rules.admits("127.0.0.1", 4568)
        assert not rules.admits("127.0.0.1", 80)
        assert not rules.admits("127.0.0.2", 4567)


def _nowhere() -> Web:
    """A client that must not get as far as asking for a name."""

    async def resolve(host: str, port: int) -> Sequence[str]:
        raise AssertionError(f"asked for {host}")

    return Web(resolve=resolve)
