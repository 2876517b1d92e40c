"""How an entity is called in a language: by its own name, or described where it has no title."""

from __future__ import annotations

from collections.abc import Sequence

from facts.extract.tokens import fold
from facts.gazetteer import Entry, load_gazetteer
from facts.model import Entity, EntityKind, Language
from facts.wording.french import definite, of
from facts.wording.phrases import phrase
from facts.wording.values import say_list

UNTITLED = "programme/~"
_KINDS = ("organisation", "race", "sport", "team", "person", "place")
_NOUNS = (
    ("series", ("serie", "series")),
    ("film", ("film",)),
    ("documentary", ("document", "docu")),
)
_THE = frozenset(
    "tour giro vuelta criterium grand gp world european olympic championships trofeo volta".split()
)


def label(entity: Entity, language: Language) -> str:
    """The entity's name in a language, with the article that it takes inside a sentence."""
    if entity.key.startswith(UNTITLED):
        return _untitled(entity, language)
    name = translated(entity, language)
    if language is Language.FR:
        return definite(name, entity.kind)
    if entity.kind is EntityKind.RACE and fold(name.split(" ")[0]) in _THE:
        return f"the {name}"
    return name


def translated(entity: Entity, language: Language) -> str:
    """The name without an article; races, sports, places and bodies have one in each language."""
    kind, _, rest = entity.key.partition("/")
    base, _, season = rest.partition("/")
    entry = load_gazetteer().by_key.get(f"{kind}/{base}")
    if entry is None or entity.kind in {EntityKind.TEAM, EntityKind.PROGRAMME}:
        return entity.name
    if entity.kind is EntityKind.ORGANISATION and not _is_translated(entry):
        return entity.name
    name = entry.names[language]
    return f"{name} {season}" if season else name


def _is_translated(entry: Entry) -> bool:
    return len(set(entry.names.values())) > 1


def programme_words(words: str, owner: str, topics: Sequence[str], language: Language) -> str:
    """A description of an untitled programme: "série de Netflix sur le Tour de France"."""
    noun = phrase(language, f"programme.{programme_sort(words)}")
    topic = say_list(topics, language) if topics else ""
    key = "programme." + "_".join(part for part, said in (("by", owner), ("about", topic)) if said)
    if key == "programme.":
        return noun
    return phrase(
        language, key, noun=noun, owner=owner, of_owner=of(owner) if owner else "", topic=topic
    )


def programme_sort(words: str) -> str:
    """What sort of programme the words of an article speak of: series, film, documentary..."""
    plain = fold(words)
    return next((sort for sort, marks in _NOUNS if any(m in plain for m in marks)), "programme")


def described(entity: Entity, topics: Sequence[Entity], language: Language) -> str:
    """An untitled programme by its maker and these topics; empty for one with a title."""
    if not entity.key.startswith(UNTITLED):
        return ""
    owner, _ = _parts(entity, language)
    said = [label(topic, language) for topic in topics]
    return _with_article(programme_words(entity.name, owner, said, language), language)


def a_programme(entity: Entity, language: Language) -> str:
    """What it is, whosever it is: "une série", "a film"."""
    return phrase(language, f"programme.a.{programme_sort(entity.name)}")


def owner_of(entity: Entity, language: Language) -> str:
    """Whose an untitled programme is; empty where that is not known."""
    return _parts(entity, language)[0] if entity.key.startswith(UNTITLED) else ""


def topics_of(entity: Entity, language: Language) -> list[str]:
    """What an untitled programme is on, as its label says it."""
    return _parts(entity, language)[1] if entity.key.startswith(UNTITLED) else []


def own_label(entity: Entity, house: str, language: Language, length: str = "") -> str:
    """A programme as its own house speaks of it: "son propre film sur le Tour de France".

    `house` is that house's name; empty where the programme is another's or has a title. `length`
    stands in brackets behind the noun.
    """
    owner, topics = _parts(entity, language) if entity.key.startswith(UNTITLED) else ("", [])
    if not topics or owner != house:
        return ""
    said = f" ({length})" if length else ""
    key = f"programme.own.{programme_sort(entity.name)}"
    return phrase(language, key, length=said, topic=say_list(topics, language))


def demonym(country: Entity, language: Language) -> str:
    """As in "British"; in French only where it is one for men and women: "britannique"."""
    entry = load_gazetteer().by_key.get(country.key)
    word = entry.details.get(f"demonym_{language}", "") if entry else ""
    return "" if language is Language.FR and not word.endswith("e") else word


def _untitled(entity: Entity, language: Language) -> str:
    """The description in the asker's language, made anew from the parts of the key."""
    owner, topics = _parts(entity, language)
    return _with_article(programme_words(entity.name, owner, topics, language), language)


def _with_article(words: str, language: Language) -> str:
    article = {"le": "le ", "la": "la "}[_gender(words)] if language is Language.FR else "the "
    return article + words


def _parts(entity: Entity, language: Language) -> tuple[str, list[str]]:
    """The owner and the topics that stand in the key of an untitled programme."""
    known = load_gazetteer().by_key
    owner, topics = "", []
    for part in entity.key.removeprefix(UNTITLED).split("/"):
        entry = next((known[key] for kind in _KINDS if (key := f"{kind}/{part}") in known), None)
        if entry is None or entry.kind is EntityKind.ORGANISATION:
            owner = owner or (entry.names[language] if entry else part.replace("-", " ").title())
        else:
            topics.append(label(Entity(entry.key, entry.kind, entry.names[language]), language))
    return owner, topics


def _gender(words: str) -> str:
    return "la" if words.startswith("série") else "le"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
