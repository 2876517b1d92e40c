"""A page of HTML becomes an article, or one clear sentence says why it cannot."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facts.article import article_from_bytes, read_article
from facts.errors import MusetteError, Trouble, UnreadableArticleError
from facts.model import Article, Language, Span
from facts.page import DEEPEST, MOST_TAGS
from facts.reading import derive

BODY = (
    "Netflix suivra huit équipes pendant le Tour de France 2022, a annoncé ASO jeudi.",
    "UAE Team Emirates a refusé d’être filmée. La série compte huit épisodes de 45 minutes.",
)
HEAD = """<title>Netflix suit huit équipes - La Gazette</title>
<meta property="og:title" content="Netflix suit huit équipes">
<meta property="og:site_name" content="La Gazette">
<meta property="article:published_time" content="2022-03-31T23:30:00+02:00">
<link rel="canonical" href="https://www.gazette.example/netflix">"""
NOISE = """<nav><ul><li><a href="/">Accueil</a></li><li><a href="/s">Sports</a></li></ul></nav>
<p class="share">Partager sur Facebook</p><p><a href="/y">Lire aussi : Le parcours dévoilé</a></p>
<p>Publicité</p><p>Inscrivez-vous à notre newsletter</p><script>var x = "<p>code</p>";</script>
<figure><img src="a.jpg"><figcaption>Photo : AFP</figcaption></figure>
<style>p { color: red }</style><p>12 commentaires</p>"""


def page(body: str | None = None, head: str = HEAD, noise: str = NOISE) -> str:
    """A newspaper's page."""
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY) if body is None else body
    return f"""<!doctype html><html lang="fr"><head><meta charset="utf-8">{head}</head>
<body><article><h1>Netflix suit huit équipes</h1>{noise}{paragraphs}</article>
<aside><h3>Les plus lus</h3><ul><li>Un autre article</li></ul></aside>
<section class="comments"><p>Bravo, c’est super !</p></section>
<footer>© La Gazette</footer></body></html>"""


def read(
    markup: str | bytes,
    *,
    url: str | None = None,
    kind: str | None = None,
    charset: str | None = None,
) -> Article:
    """The article in a page that came from a file, or from the web where `kind` is told."""
    data = markup.encode() if isinstance(markup, str) else markup
    return article_from_bytes(data, name="page.html", url=url, kind=kind, charset=charset)


def refused(markup: str | bytes) -> Trouble:
    """Why a page cannot be read; the error must be one sentence that names it."""
    with pytest.raises(UnreadableArticleError) as caught:
        read(markup)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "page.html" in sentence
    return caught.value.trouble


class TestReading:
    def test_the_head(self) -> None:
        article = read(page())
        assert article.title == "Netflix suit huit équipes"
        assert article.outlet == "La Gazette"
        assert article.published == date(2022, 3, 31)
        assert article.url == "https://www.gazette.example/netflix"
        assert article.language is Language.FR

    def test_the_text_is_the_article_and_nothing_else(self) -> None:
        article = read(page())
        assert article.text.split("\n") == ["Netflix suit huit équipes", *BODY]
        assert article.body == Span(0, len(article.text))

    def test_the_title_stands_over_a_text_that_does_not_have_it(self) -> None:
        body = "".join(f"<p>{text}</p>" for text in BODY)
        article = read(f"<html><head>{HEAD}</head><body>{body}</body></html>")
        assert article.text.startswith("Netflix suit huit équipes\n")

    def test_the_offsets_point_into_the_text(self) -> None:
        article = read(page())
        for fact in derive(article):
            for evidence in fact.evidence:
                found = article.text[evidence.span.start : evidence.span.end]
                assert " ".join(found.split()) == evidence.sentence

    def test_the_same_page_has_the_same_key(self) -> None:
        assert read(page()).key == read(page()).key
        assert read(page()).key == read(page(noise="<p>Publicité</p>")).key

    def test_a_file_is_known_by_its_name_or_by_how_it_begins(self, tmp_path: Path) -> None:
        for name in ("a.html", "A.HTM", "a.txt", "a"):
            path = tmp_path / name
            path.write_text(page(), "utf-8")
            assert read_article(path).outlet == "La Gazette"

    @pytest.mark.parametrize("start", ["\n <!-- x -->\n<HTML>", "<?xml version='1.0'?>\n<html>"])
    def test_a_page_may_begin_in_several_ways(self, start: str) -> None:
        markup = start + page().partition('<html lang="fr">')[2]
        article = article_from_bytes(markup.encode(), name="x", kind="")
        assert article.outlet == "La Gazette"

    def test_plain_text_from_the_web_stays_as_it_is(self) -> None:
        text = "<html> est une balise, écrit le journal."
        assert read(text, kind="text/plain").text == text

    def test_where_it_was_fetched_is_told_where_the_page_does_not(self) -> None:
        article = read(page(head=""), url="https://www.velo.example/a", kind="text/html")
        assert article.url == "https://www.velo.example/a"
        assert article.outlet == "velo.example"

    def test_a_page_speaks_for_no_other_site(self) -> None:
        article = read(page(), url="https://evil.example/a", kind="text/html")
        assert article.url == "https://evil.example/a"
        article = read(page(), url="https://gazette.example/a?utm=1", kind="text/html")
        assert article.url == "https://www.gazette.example/netflix"

    @pytest.mark.parametrize("told", ["javascript:alert(1)", "//x", "https://" + "x" * 9_000])
    def test_an_address_that_is_none_is_left_out(self, told: str) -> None:
        head = f'<link rel="canonical" href="{told}"><meta property="og:url" content="{told}">'
        assert read(page(head=head)).url is None

    def test_a_date_is_told_and_never_guessed(self) -> None:
        body = "".join(f"<p>{text}</p>" for text in (*BODY, "Il est né le 3 mars 1999."))
        assert read(page(body, head="")).published is None

    def test_a_head_that_is_far_too_long_is_cut(self) -> None:
        article = read(page(head=f"<title>{'Tour ' * 90_000}</title>", noise=""))
        assert len(article.title or "") <= 300
        assert len(article.outlet or "") <= 100

    @pytest.mark.parametrize(
        ("encoding", "told", "charset"),
        [
            ("utf-8", "utf-8", None),
            ("cp1252", "iso-8859-1", None),
            ("cp1252", "utf-8", "windows-1252"),
            ("iso8859-15", "iso-8859-15", None),
            ("utf-16", "utf-8", None),
            ("utf-8", "utf-16", None),
            ("utf-8", "nonsense", "more-nonsense"),
            ("utf-8", "base64", "zlib"),
        ],
    )
    def test_encodings(self, encoding: str, told: str, charset: str | None) -> None:
        markup = page().replace('charset="utf-8"', f'charset="{told}"').replace("’", "'")
        article = read(markup.encode(encoding), charset=charset)
        assert "équipes" in article.text
        assert "refusé d'être" in article.text

    def test_a_page_that_mixes_two_encodings(self) -> None:
        first, last = (f"<p>{text}</p>" for text in BODY)
        markup = page("@").encode().replace(b"@", first.encode() + last.encode("cp1252"))
        assert read(markup).text.split("\n")[1:] == list(BODY)

    def test_right_to_left_text_is_read_as_it_stands(self) -> None:
        text = "سباق فرنسا للدراجات يبدأ في يوليو من كل عام في مدينة جديدة."
        assert text in read(page(f"<p>{text}</p>", head="", noise="")).text


class TestRefusing:
    @pytest.mark.parametrize(
        "markup",
        [
            "",
            " \n",
            "<html></html>",
            "<html><body><p></p></body></html>",
            "<html><body><img src=x><script>a b c d e f g</script></body></html>",
            "<!doctype html>",
            "<<<<>>>>",
            "<!--",
            "<!--" * 1_000,
            "<![CDATA[" * 1_000,
            "&" * 10_000,
        ],
    )
    def test_no_article(self, markup: str) -> None:
        assert refused(markup) in {Trouble.NO_ARTICLE, Trouble.EMPTY}

    @pytest.mark.parametrize("data", [b"\x00" * 99, bytes(range(256)) * 9, b"<html>\x01\x02\x03"])
    def test_binary(self, data: bytes) -> None:
        assert refused(data) is Trouble.NOT_TEXT

    def test_ten_megabytes(self) -> None:
        assert refused(b"<p>un mot</p>" * 900_000) is Trouble.TOO_LONG

    @pytest.mark.parametrize(
        "markup",
        [
            "<b>" * 1_000_000,
            "<p>mot</p>" * 400_000,
            "<div>" * (DEEPEST + 1) + "un mot" + "</div>" * (DEEPEST + 1),
            "<i>x" * 100_000,
            "<p>" * (MOST_TAGS + 1),
            "<a b=c><" * 500_000,
        ],
        ids=["a million tags", "paragraphs", "deep", "deep and open", "many", "broken"],
    )
    def test_a_bomb_is_refused(self, markup: str) -> None:
        assert refused(f"<html><body>{markup}") in {
            Trouble.TANGLED,
            Trouble.NO_ARTICLE,
            Trouble.TOO_LONG,
        }

    @pytest.mark.parametrize(
        "markup",
        [
            "<p>Un mot du Tour de France</p>" * (MOST_TAGS - 500),
            "<table>" + "<tr><td>un mot" * (MOST_TAGS // 2 - 500),
            "<ul>" + "<li>un mot de plus" * (MOST_TAGS - 500),
            "<p>" + "<a href=/x>le mot</a> " * (MOST_TAGS - 500),
            "<script type='application/ld+json'>" + "[" * 1_000_000 + "</script><p>Un mot.</p>",
            "<p class='" + "a b-" * 1_000_000 + "'>Le mot du Tour de France est là.</p>",
            "<p>" + "12/03/2022 2022-03-12 12 mars 2022 " * 100_000,
            "<p>" + "&lt;" * 1_000_000,
            "<p>" + "mot" * 1_500_000,
        ],
        ids="paragraphs cells items links json class dates entities word".split(),
    )
    def test_a_page_as_large_as_it_may_be_is_read_or_refused(self, markup: str) -> None:
        with suppress(UnreadableArticleError):
            assert read(f"<html><body>{markup}").key


_PIECES = st.sampled_from(
    "<p> </p> <div> </div> <article> <h1> <a href='x'> <table> <tr> <td> <li> <script> </script> "
    "<!-- --> <![CDATA[ ]]> <meta charset= <title> </title> <br/> &amp; &#0; &#xD800; &#x110000; "
    "< > \" ' <html> <head> <body> Tour équipe le gagne . \U0001f6b4 \ufeff \u202e \x0b".split(" ")
)


class TestAnything:
    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=60))
    def test_any_markup_is_an_article_or_one_sentence(self, pieces: list[str]) -> None:
        self._read_or_refuse("".join(pieces).encode("utf-8", "surrogatepass"))

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(st.binary(max_size=400))
    def test_any_bytes_are_an_article_or_one_sentence(self, data: bytes) -> None:
        self._read_or_refuse(data)
        self._read_or_refuse(b"<html><body><p>" + data)

    def _read_or_refuse(self, data: bytes) -> None:
        try:
            article = read(data)
        except MusetteError:
            return
        assert article.text.encode()
        assert article.text[article.body.start : article.body.end].strip()
        assert "\x00" not in repr(article)
