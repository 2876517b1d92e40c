"""Sentences with their exact places, whatever the markup around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.article import article_from_text
from facts.extract.segment import blank_markup, sentences
from facts.extract.tokens import Token, fold, tokenise, words_of
from facts.model import Span


def _sentences(text: str) -> list[str]:
    article = article_from_text(text)
    found = sentences(article, blank_markup(text))
    return [text[s.span.start : s.span.end] for s in found]


def _folded(text: str) -> list[str]:
    return [" ".join(piece.split()) for piece in _sentences(text)]


def _headings(text: str) -> list[str]:
    article = article_from_text(text)
    found = sentences(article, blank_markup(text))
    return [text[s.span.start : s.span.end] for s in found if s.heading]


class TestEnds:
    @pytest.mark.parametrize(
        "text",
        [
            "Il est parti. Elle est restée.",
            "Est-il parti ? Elle est restée.",
            "Il part ! Elle reste…",
            "Il part... Elle reste.",
            "Il part?! Elle reste.",
            "(Il part.) Elle reste.",
            "« Il part. » Elle reste.",
            "Il part en 2022. Elle reste.",
            "Ils sont 8. Elle reste.",
        ],
    )
    def test_two_sentences(self, text: str) -> None:
        assert len(_sentences(text)) == 2

    @pytest.mark.parametrize(
        "text",
        [
            "M. Dupont et Mme. Durand partent.",
            "Le médecin, Dr. House, part.",
            "Il a roulé 2.5 km avec J. Vingegaard.",
            "Sepp Kuss Jr. wins again.",
            "He left on 3 Jan. 2023 for good.",
            "Il coûte 3.000.000 d’euros à l’équipe.",
            "Les adresses comme example.org ne coupent rien.",
            "Il hésite… puis part.",
            "« Quoi ? » demande-t-il.",
            "“Really?” she asked.",
            "« On part. On gagne. On rentre », dit-elle.",
            "“We go. We win. We leave,” she said.",
            '"We go. We win. We leave," she said.',
            "Elle dit : « On part. On gagne. »",
            "Team DSM, Sunweb, etc. and so on.",
        ],
    )
    def test_one_sentence(self, text: str) -> None:
        assert _sentences(text) == [text]

    def test_without_any_end(self) -> None:
        assert _sentences("pas de point à la fin") == ["pas de point à la fin"]

    def test_an_open_quotation_swallows_nothing(self) -> None:
        assert len(_sentences("Il dit : « On part. Elle reste. Nous aussi.")) == 3

    def test_a_run_without_end_is_left_out(self) -> None:
        assert _sentences(f"Oui. {'Mot ' * 1_000}") == ["Oui."]


class TestBlocks:
    def test_line_by_line(self) -> None:
        text = "Un titre\nUne phrase. Une autre.\nEncore une."
        assert _sentences(text) == ["Un titre", "Une phrase.", "Une autre.", "Encore une."]

    def test_wrapped_lines_make_one_paragraph(self) -> None:
        text = "Une phrase qui\ncontinue ici. Une\nautre.\n\nUn second paragraphe."
        assert _folded(text) == [
            "Une phrase qui continue ici.", "Une autre.", "Un second paragraphe.",
        ]  # fmt: skip

    @pytest.mark.parametrize("text", ["Une phrase\r\nwrapped.\r\n\r\nUne autre.\r\n"])
    def test_windows_line_ends(self, text: str) -> None:
        assert _folded(text) == ["Une phrase wrapped.", "Une autre."]

    def test_a_byte_order_mark_is_no_part_of_a_sentence(self) -> None:
        assert _sentences("\ufeffUne phrase.\nUne autre.") == ["Une phrase.", "Une autre."]

    def test_long_lines_are_paragraphs_of_their_own(self) -> None:
        long = "mot " * 40 + "fin."
        assert len(_sentences(f"{long}\n{long}\n\n{long}")) == 3

    def test_headings_have_no_full_stop(self) -> None:
        assert _headings("Un titre\n\nUne phrase.\n\n« Une autre. »") == ["Un titre"]

    def test_front_matter_is_not_read(self) -> None:
        assert _sentences("---\ntitle: Un titre.\n---\nUne phrase.") == ["Une phrase."]

    def test_furniture_is_left_out(self) -> None:
        text = "Une phrase.\n\nLire aussi : une autre phrase.\n\nCommentaires 12\n\nUne fin."
        assert _sentences(text) == ["Une phrase.", "Une fin."]

    def test_nothing_but_space(self) -> None:
        assert _sentences("Une phrase.\n\n \u00a0\t\n\n") == ["Une phrase."]


class TestMarkup:
    @pytest.mark.parametrize(
        ("text", "read"),
        [
            ("# Un titre", "Un titre"),
            ("> Une phrase.", "Une phrase."),
            ("- Une phrase.", "Une phrase."),
            ("1. Une phrase.", "Une phrase."),
            ("Une **forte** phrase.", "Une forte phrase."),
            ("Une *belle* phrase.", "Une belle phrase."),
            ("Une _belle_ phrase.", "Une belle phrase."),
            ("Une `simple` phrase.", "Une simple phrase."),
            ("Une [phrase](https://a.example/b) liée.", "Une phrase liée."),
            ("Une <em>belle</em> phrase.", "Une belle phrase."),
            ("Une <!-- cachée\n\n --> phrase.", "Une phrase."),
            ("![Une légende.](a.png) Une phrase.", "Une phrase."),
            ("Une phrase sur https://a.example/b_c liée.", "Une phrase sur liée."),
        ],
    )
    def test_marks_are_blanks(self, text: str, read: str) -> None:
        blanked = blank_markup(text)
        assert len(blanked) == len(text)
        assert " ".join(blanked.split()) == read

    @pytest.mark.parametrize(
        "text", ["snake_case", "2 < 3", "5 - 3", "un (deux)", "L’an 2022. Oui", "<!-- jamais clos"]
    )
    def test_other_signs_stay(self, text: str) -> None:
        assert blank_markup(text) == text

    def test_several_comments(self) -> None:
        assert blank_markup("a<!--b-->c<!--d-->e<!--f").split() == ["a", "c", "e<!--f"]

    @given(st.text(alphabet="ab <>!-[]()*_#`\n\r./:h", max_size=60))
    def test_length_and_lines_stay(self, text: str) -> None:
        blanked = blank_markup(text)
        assert len(blanked) == len(text)
        assert [i for i, c in enumerate(text) if c == "\n"] == [
            i for i, c in enumerate(blanked) if c == "\n"
        ]


def _tokens(text: str) -> tuple[Token, ...]:
    return tokenise(text, Span(0, len(text)))


class TestTokens:
    @pytest.mark.parametrize(
        ("text", "tokens"),
        [
            ("l’équipe d'Arkéa", ["l’", "équipe", "d'", "Arkéa"]),
            ("qu’elle jusqu’au", ["qu’", "elle", "jusqu’", "au"]),
            ("aujourd’hui", ["aujourd’hui"]),
            ("Bora-hansgrohe", ["Bora", "hansgrohe"]),
            ("ASO's film", ["ASO", "'s", "film"]),
            ("it doesn’t", ["it", "does", "n’t"]),
            ("they’ll", ["they", "’ll"]),
            ("2,5 km", ["2,5", "km"]),
            ("U.C.I. rules", ["U.C.I.", "rules"]),
            ("20Minutes", ["20Minutes"]),
            ("« Oui »", ["«", "Oui", "»"]),
            ("un - deux", ["un", "-", "deux"]),
            ("O’Connor", ["O’Connor"]),
        ],
    )
    def test_words_and_signs(self, text: str, tokens: list[str]) -> None:
        assert [token.text for token in _tokens(text)] == tokens

    def test_a_hyphen_glues(self) -> None:
        assert [token.glued for token in _tokens("Bora-hansgrohe part")] == [False, True, False]

    @given(st.text(max_size=80))
    def test_places_are_exact_and_in_order(self, text: str) -> None:
        found = _tokens(text)
        assert [text[token.start : token.end] for token in found] == [t.text for t in found]
        ends = [at for token in found for at in (token.start, token.end)]
        assert ends == sorted(ends)

    @pytest.mark.parametrize(
        ("text", "folded"),
        [("Équipe", "equipe"), ("L’Œuvre", "l'oeuvre"), ("Bjørn", "bjorn"), ("Łódź", "lodz")],
    )
    def test_folding(self, text: str, folded: str) -> None:
        assert fold(text) == folded

    def test_the_words_of_a_name(self) -> None:
        assert words_of("AG2R Citroën-La Mondiale !") == ("ag2r", "citroen", "la", "mondiale")


class TestMarksAround:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("**Cofidis** a refusé.", ["**Cofidis** a refusé."]),
            ("Oui. **Cofidis** a refusé.", ["Oui.", "**Cofidis** a refusé."]),
            ("[Movistar](http://x.y) a refusé.", ["[Movistar](http://x.y) a refusé."]),
            ("Un refus de [Movistar](http://x.y)", ["Un refus de [Movistar](http://x.y)"]),
            ("Elle a dit *non*", ["Elle a dit *non*"]),
            ("<em>Cofidis</em> a refusé.", ["<em>Cofidis</em> a refusé."]),
            ("**[Cofidis](http://x.y)** a refusé.", ["**[Cofidis](http://x.y)** a refusé."]),
            ("**Cofidis a refusé.**", ["Cofidis a refusé."]),
            ("**Un refus. Une fin.**", ["Un refus.", "Une fin."]),
            ("**[Cofidis](http://x.y) refuse. Une fin.**",
             ["[Cofidis](http://x.y) refuse.", "Une fin."]),
            ("- **Cofidis** a refusé.", ["**Cofidis** a refusé."]),
        ],
    )  # fmt: skip
    def test_a_mark_keeps_its_partner(self, text: str, found: list[str]) -> None:
        assert _sentences(text) == found


class TestSoftWraps:
    @pytest.mark.parametrize(
        "text",
        [
            "Le tournage de la série a débuté\n en mai dernier avec huit équipes.",
            "Le tournage de la série a débuté\nen mai dernier avec huit équipes.",
            "Le tournage de la série a débuté avec les\n  Cofidis et les autres équipes.",
        ],
    )
    def test_a_wrapped_line_goes_on(self, text: str) -> None:
        assert len(_sentences(text)) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "Le tournage de la série a débuté.\nElle sera vue en mai.",
            "Le tournage de la série commence\nNetflix sera là en mai.",
            "Un titre\nencore un autre titre",
        ],
    )
    def test_other_lines_do_not(self, text: str) -> None:
        assert len(_sentences(text)) == 2


def test_emphasised_words_with_a_capital_are_set_off_as_titles() -> None:
    text = "La série *Vents contraires* est *très* attendue ; **Netflix** et _Elles_ aussi."
    blanked = blank_markup(text)
    assert len(blanked) == len(text)
    assert "“Vents contraires”" in blanked
    assert "“Elles”" in blanked
    assert "“" not in blanked.replace("“Vents contraires”", "").replace("“Elles”", "")
