"""Which blocks of a page are furniture: share lines, comment counts, credits, prompts, adverts."""

from __future__ import annotations

import re

from facts.model import Language

_LINES = {
    Language.FR: (
        r"\d*\s*commentaires?\b.{0,12}$",
        r"(?:à )?lire (?:aussi|également)\b",
        r"(?:à )?(?:voir|écouter|découvrir) (?:aussi|également)\b",
        r"(?:sur le )?même sujet\b",
        r"(?:partager|partagez|imprimer|réagir|suivez-nous|suivre sur)\b",
        r"(?:photos?|crédits?|vidéo|illustration|copyright|©|\(c\))\s*[:©(/]",
        r"©",
        r"(?:publicité|annonces?\s*$|contenu sponsorisé|la suite après cette publicité)\b",
        r"(?:abonnez-vous|s'abonner|inscrivez-vous|recevez|je m'abonne|réservé aux abonnés)\b",
        r"(?:newsletter|cookies?|mentions légales|temps de lecture|mis à jour le|publié le)\b",
        r"(?:cliquez|article suivant|article précédent|plus d'infos|voir les commentaires)\b",
        r"(?:télécharg\w+ (?:notre|l')\s?appli\w*|connectez-vous|accueil)\b",
    ),
    Language.EN: (
        r"\d*\s*comments?\b.{0,12}$",
        r"(?:also read|read (?:more|also|next)|see also|more on this|you may also like)\b",
        r"related(?:\s*$|\s*:|\s+(?:articles?|stor(?:y|ies)|news|topics?|content|reading)\b)",
        r"(?:share(?: this)?|follow us|print|tweet|leave a comment)\b.{0,60}$",
        r"(?:photos?|pictures?|images?|credits?|video|copyright|©|\(c\))(?: credit| by)?\s*[:©(/]",
        r"©",
        r"(?:advertisement|advert|sponsored|article continues below)\b",
        r"(?:subscribe|sign up|join our|get the latest|become a member|already a member)\b",
        r"(?:newsletter|cookies?|terms of (?:use|service)|\d+ min(?:ute)?s? read|last updated)\b",
        r"(?:click here|previous article|next article|view all comments|download our app|log in)\b",
    ),
}
_SPACE = re.compile(r"\s+")
_RULES = {
    language: re.compile(rf"(?:{'|'.join(lines)})", re.IGNORECASE)
    for language, lines in _LINES.items()
}
_LONGEST = 220


def is_noise(block: str) -> bool:
    """Whether the block is furniture, going by how it begins; long blocks never are.

    Both languages' lines are tried: a French page may carry an English share line.
    """
    line = _SPACE.sub(" ", block.replace("’", "'")).strip(" -–—|•*>»\t")
    if len(line) > _LONGEST:
        return False
    if not any(character.isalpha() for character in line):
        return True
    return any(rule.match(line) for rule in _RULES.values())
