"""Whom "the latter" and "ces derniers" take up again: somebody certain, or nobody."""

from __future__ import annotations

import pytest

from facts.model import Language
from tests.facts.telling import EN, FR, facts_in

_LUNE, _BRUME, _SEL = "name/lune-films", "name/studio-brume", "name/sel-films"


@pytest.mark.parametrize(
    ("language", "text", "known"),
    [
        (FR, ("Lune Films, Sel Films et Studio Brume tournent. Ces derniers sont connus pour avoir "
             "produit Drive to Survive."), {_LUNE, _SEL, _BRUME}),
        (FR, ("Lune Films et Studio Brume tournent. Sel Films attend. Ces derniers sont connus "
              "pour avoir produit Drive to Survive."), set()),
        (FR, ("Lune Films et Studio Brume tournent. Ce dernier est connu pour avoir produit Drive "
             "to Survive."), set()),
        (FR, "Lune Films tourne. Ce dernier est connu pour avoir produit Drive to Survive.",
         {_LUNE}),
        (EN, ("Moon Films is at work with Mist Studios. Fog Studios waits. The latter are known "
              "for Drive to Survive."), set()),
    ],
)  # fmt: skip
def test_the_latter(language: Language, text: str, known: set[str]) -> None:
    found = {f.subject.key for f in facts_in(text, language) if f.relation == "known_for"}
    assert found == known
