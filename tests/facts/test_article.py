"""A file or a text becomes an article, or one clear sentence says why it cannot."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.article import MAX_BYTES, article_from_text, article_key, read_article
from facts.errors import UnreadableArticleError
from facts.model import Article, Language, Span
from facts.reading import derive
from facts.shelf import shipped_articles

BODY = "Le Tour de France part de Lille."


def _write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    return path


def _refused(path: Path) -> str:
    with pytest.raises(UnreadableArticleError) as caught:
        read_article(path)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert path.name in sentence
    return sentence


class TestFiles:
    def test_missing(self, tmp_path: Path) -> None:
        assert "no file" in _refused(tmp_path / "nowhere.txt")

    def test_a_folder(self, tmp_path: Path) -> None:
        assert "folder" in _refused(tmp_path)

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind us")
    def test_forbidden_on_disk(self, tmp_path: Path) -> None:
        path = _write(tmp_path, BODY.encode())
        path.chmod(0)
        assert "permissions" in _refused(path)

    @pytest.mark.parametrize(
        ("error", "advice"),
        [
            (PermissionError(errno.EACCES, "denied"), "permissions"),
            (OSError(errno.EIO, "broken"), "disk"),
        ],
    )
    def test_a_disk_that_fails(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, advice: str
    ) -> None:
        def fails(*_: object, **__: object) -> None:
            raise error

        path = _write(tmp_path, BODY.encode())
        monkeypatch.setattr(Path, "open", fails)
        assert advice in _refused(path)

    def test_a_path_that_no_system_knows(self) -> None:
        with pytest.raises(UnreadableArticleError, match=r"check the disk and the path\.$"):
            read_article(Path("a\0b"))

    def test_a_name_that_is_too_long(self, tmp_path: Path) -> None:
        _refused(tmp_path / ("x" * 5_000))

    def test_too_large(self, tmp_path: Path) -> None:
        assert "2 MB" in _refused(_write(tmp_path, b"un mot " * (MAX_BYTES // 7 + 1)))

    def test_just_not_too_large(self, tmp_path: Path) -> None:
        data = b"x" * (MAX_BYTES - 3) + b" oui"
        assert len(read_article(_write(tmp_path, data[:MAX_BYTES])).text) == MAX_BYTES

    @pytest.mark.parametrize(
        "data",
        [b"", b"   \n\t\r\n", b"...!?! -- ** 12 %", "\ufeff\n".encode(), b"1\n2\n", "«—…".encode()],
        ids=["nothing", "blank", "punctuation", "byte order mark", "numbers", "signs"],
    )  # fmt: skip
    def test_without_words(self, tmp_path: Path, data: bytes) -> None:
        assert "empty" in _refused(_write(tmp_path, data))

    def test_front_matter_and_nothing_behind_it(self, tmp_path: Path) -> None:
        assert "empty" in _refused(_write(tmp_path, b"---\ntitle: Un titre\n---\n"))

    @pytest.mark.parametrize(
        "data",
        [
            b"Le Tour\x00 de France",
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
            b"\x1f\x8b\x08" + bytes(range(1, 32)) * 40,
            b"\xff\xfeL",
            b"caf\x81",
            b"GIF89a\x01\x02\x03\x04 some words here",
        ],
        ids=["NUL", "picture", "archive", "half of UTF-16", "no encoding", "controls"],
    )
    def test_not_text(self, tmp_path: Path, data: bytes) -> None:
        assert "not text" in _refused(_write(tmp_path, data))

    def test_a_form_feed_is_no_binary(self, tmp_path: Path) -> None:
        assert read_article(_write(tmp_path, f"{BODY}\f\v\n".encode())).text.endswith("\f\v\n")


class TestEncodings:
    TEXT = "L’équipe à l’arrivée – « fête »"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_each_is_read(self, tmp_path: Path, encoding: str) -> None:
        article = read_article(_write(tmp_path, self.TEXT.encode(encoding)))
        assert article.text.removeprefix("\ufeff") == self.TEXT

    def test_utf_16_big_endian(self, tmp_path: Path) -> None:
        article = read_article(_write(tmp_path, b"\xfe\xff" + self.TEXT.encode("utf-16-be")))
        assert article.text == self.TEXT

    def test_offsets_count_what_stands_in_the_file(self, tmp_path: Path) -> None:
        article = read_article(_write(tmp_path, "\ufeffLe mot.\r\nUn autre.\r\n".encode()))
        assert article.text == "\ufeffLe mot.\r\nUn autre.\r\n"
        assert article.body == Span(0, len(article.text))

    def test_right_to_left_and_far_alphabets(self, tmp_path: Path) -> None:
        article = read_article(_write(tmp_path, "سباق فرنسا للدراجات. 环法自行车赛。".encode()))
        assert derive(article) == ()

    def test_one_very_long_line(self, tmp_path: Path) -> None:
        words = "le peloton roule vers la mer et " * 3_200
        article = read_article(_write(tmp_path, words.encode()))
        assert len(article.text) > 100_000
        assert derive(article) == ()


def _from(front: str, body: str = BODY) -> Article:
    return article_from_text(f"{front}{body}")


class TestFrontMatter:
    def test_every_field(self) -> None:
        front = (
            "---\ntitle: Départ : Lille\noutlet: La Gazette\nurl: https://a.example/b?c=d:e\n"
            "published: 2022-03-31\nlanguage: fr\n---\n"
        )
        article = _from(front)
        assert article.title == "Départ : Lille"
        assert article.outlet == "La Gazette"
        assert article.url == "https://a.example/b?c=d:e"
        assert article.published == date(2022, 3, 31)
        assert article.language is Language.FR
        assert article.text[article.body.start : article.body.end] == BODY

    def test_none_at_all(self) -> None:
        article = _from("")
        assert (article.title, article.outlet, article.url, article.published) == (None,) * 4
        assert article.body == Span(0, len(BODY))

    @pytest.mark.parametrize(
        "front",
        [
            "---\r\ntitle: Un\r\n---\r\n",
            "\ufeff---\ntitle: Un\n---\n",
            "\n\n---\ntitle: Un\n---\n",
            "--- \ntitle:   Un  \n---  \n",
            "---\nTITLE: Un\n---\n",
            "---\ntitle: \"Un\"\n---\n",
            "---\ntitle: 'Un'\n---\n",
            "---\n# a remark\n\ntitle: Un\ntags:\n  - a\n---\n",
        ],
        ids=["CRLF", "BOM", "blank lines", "spaces", "capitals", "quotes", "quote", "other lines"],
    )  # fmt: skip
    def test_ways_to_write_it(self, front: str) -> None:
        article = _from(front)
        assert article.title == "Un"
        assert article.text[article.body.start :] == BODY

    def test_one_sign_of_quotation_is_kept(self) -> None:
        assert _from('---\ntitle: "\n---\n').title == '"'

    def test_it_has_to_be_closed(self) -> None:
        article = _from("---\ntitle: Un\n")
        assert article.title is None
        assert article.body.start == 0

    def test_a_rule_between_paragraphs_is_none(self) -> None:
        article = article_from_text("Un mot.\n\n---\ntitle: Un\n---\n\nUn autre.")
        assert article.title is None

    def test_empty_front_matter(self) -> None:
        article = _from("---\n---\n")
        assert article.text[article.body.start :] == BODY

    @pytest.mark.parametrize("value", ["", '""'])
    def test_an_empty_field_is_none(self, value: str) -> None:
        article = _from(f"---\ntitle: {value}\noutlet: {value}\nurl: {value}\n---\n")
        assert (article.title, article.outlet, article.url) == (None,) * 3

    @pytest.mark.parametrize("value", ["2022-03-31T08:00:00Z", "2022-03-31 08:00", "'2022-03-31'"])
    def test_a_date_with_its_hour(self, value: str) -> None:
        assert _from(f"---\npublished: {value}\n---\n").published == date(2022, 3, 31)

    @pytest.mark.parametrize(
        "value", ["31 mars 2022", "2022-13-01", "2022-02-30", "hier", "2022", "2022-3-31"]
    )
    def test_a_bad_date_says_how_to_write_it(self, value: str) -> None:
        with pytest.raises(UnreadableArticleError, match=r"write the date as 2022-03-31\.$"):
            _from(f"---\npublished: {value}\n---\n")

    def test_an_endless_bad_date_is_cut_short(self) -> None:
        with pytest.raises(UnreadableArticleError) as caught:
            _from(f"---\npublished: {'x' * 5_000}\n---\n")
        assert len(str(caught.value)) < 200


class TestLanguage:
    @pytest.mark.parametrize(
        ("value", "language"),
        [("en", Language.EN), ("EN", Language.EN), ("en-GB", Language.EN), ("fr_FR", Language.FR)],
    )
    def test_said_by_the_front_matter(self, value: str, language: Language) -> None:
        assert _from(f"---\nlanguage: {value}\n---\n").language is language

    @pytest.mark.parametrize("value", ["", "de", "klingon", "x"])
    def test_else_by_the_words(self, value: str) -> None:
        english = "The race starts in Lille and it ends in Paris."
        assert _from(f"---\nlanguage: {value}\n---\n", english).language is Language.EN
        assert _from(f"---\nlanguage: {value}\n---\n").language is Language.FR

    def test_front_matter_does_not_count_as_words(self) -> None:
        front = "---\ntitle: The end of the race and the start of it\n---\n"
        assert _from(front).language is Language.FR

    def test_without_any_common_word_it_is_french(self) -> None:
        assert article_from_text("Pogačar Vingegaard Evenepoel").language is Language.FR


class TestKeys:
    def test_the_same_text_from_the_same_address_has_the_same_key(self) -> None:
        assert _from("").key == _from("").key
        assert article_key("a", None) == article_key("a", "")

    def test_another_text_or_address_has_another(self) -> None:
        keys = {
            article_key("a", None),
            article_key("b", None),
            article_key("a", "https://b.example"),
        }
        assert len(keys) == 3

    def test_half_of_a_pair_has_a_key_too(self) -> None:
        assert article_key("\ud800", None)

    @given(st.text(), st.none() | st.text())
    def test_any_text_has_one(self, text: str, url: str | None) -> None:
        assert len(article_key(text, url)) == 24


def _is_one_sentence(error: UnreadableArticleError) -> bool:
    return str(error).endswith(".") and "\n" not in str(error)


@given(st.text(max_size=300))
def test_any_text_is_an_article_or_a_sentence(text: str) -> None:
    try:
        article = article_from_text(text)
    except UnreadableArticleError as error:
        told = _is_one_sentence(error)
    else:
        told = article.text == text and 0 <= article.body.start <= article.body.end == len(text)
    assert told


@given(st.binary(max_size=200))
def test_any_bytes_are_an_article_or_a_sentence(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = _write(Path(folder), data)
        try:
            told = bool(read_article(path).text)
        except UnreadableArticleError as error:
            told = _is_one_sentence(error)
    assert told


class TestShelf:
    def test_it_holds_articles_oldest_first(self) -> None:
        shelf = list(shipped_articles())
        assert shelf
        assert [a.published for a in shelf] == sorted(a.published or date.max for a in shelf)

    def test_every_one_has_a_head(self) -> None:
        for article in shipped_articles():
            assert article.title
            assert article.outlet
            # A retelling of ours has no page: an outlet's would not hold its sentences.
            assert article.url is None or article.outlet != "Musette"
            assert article.published

    def test_every_one_has_facts(self) -> None:
        assert all(derive(article) for article in shipped_articles())
