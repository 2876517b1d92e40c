"""What belongs to the page and not to the article, and which language it is in."""

from __future__ import annotations

import pytest

from facts.extract.language import detect_language
from facts.extract.noise import is_noise
from facts.extract.slug import slug
from facts.model import Language
from tests.facts.telling import told


@pytest.mark.parametrize(
    "block",
    [
        "Commentaires 1", "12 commentaires", "Commentaire", "3 comments", "Comments (4)",
        "Lire aussi : Netflix suivra huit équipes", "À lire également", "À VOIR AUSSI",
        "Sur le même sujet", "Partager", "Publicité", "La suite après cette publicité",
        "Abonnez-vous à notre newsletter", "Je m’abonne", "Crédits : AFP", "Photo : Jean Bon",
        "© AFP 2022", "Mis à jour le 3 mars 2022", "Publié le 3 mars 2022 à 8h", "* * *", "12",
        "Read more", "Also read: our guide", "Share this", "Advertisement", "Sign up for more",
        "Related", "Related: the riders", "Related stories", "Annonce",
        "Photo: Getty", "Image credit: Getty", "5 min read", "Log in", "Follow us on X",
        "*Photo: Getty*", "• Partager sur X",
    ],
)  # fmt: skip
def test_furniture(block: str) -> None:
    assert is_noise(block)


@pytest.mark.parametrize(
    "block",
    [
        "Les commentaires de Jean Bon ont surpris le peloton.",
        "Commentaires et réactions ont suivi l’annonce de la série, hier soir.",
        "Voir Paris et mourir, disait-il.",
        "Le podcast de la publicité.",
        "Shares of the company rose.",
        "Related companies make the film.",
        "Photographer Jane Bone rode along.",
        "Videos of the race were shown.",
        "Subscribers will see the film in June.",
        "Annonce surprise : Netflix tourne une série.",
        "Un titre ordinaire",
    ],
)
def test_article(block: str) -> None:
    assert not is_noise(block)


def test_a_long_block_is_never_furniture() -> None:
    assert not is_noise("Lire aussi " + "un mot " * 40)


@pytest.mark.parametrize(
    "furniture",
    ["Commentaires 1", "Lire aussi : UAE suivi par Netflix dans sa série", "Photo : ASO"],
)  # fmt: skip
def test_it_yields_nothing(furniture: str) -> None:
    body = "Netflix produit une série sur le Giro."
    assert told(f"{body}\n\n{furniture}\n") == told(body)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le Tour part de Lille et arrive à Paris.", Language.FR),
        ("The Tour starts in Lille and ends in Paris.", Language.EN),
        ("Netflix", Language.FR),
        ("", Language.FR),
    ],
)
def test_languages(text: str, language: Language) -> None:
    assert detect_language(text) is language


def test_the_default_holds_where_words_tell_nothing() -> None:
    assert detect_language("Netflix", Language.EN) is Language.EN


@pytest.mark.parametrize(
    ("name", "tail"),
    [
        ("Box to Box Films", "box-to-box-films"), ("L’Équipe", "l-equipe"), ("O’Connor", "oconnor"),
        ("!!", "x"), ("AG2R Citroën", "ag2r-citroen"),
    ],
)  # fmt: skip
def test_slugs(name: str, tail: str) -> None:
    assert slug(name) == tail
