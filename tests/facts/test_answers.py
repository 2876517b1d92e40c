"""From the facts of many articles to what is said: topics, and pages of facts."""

from __future__ import annotations

import re
from datetime import date

import pytest

from facts.article import article_from_text
from facts.knowledge import all_of, best_first, current, reported
from facts.model import Answer, AnswerStatus, Language
from facts.ports import FactQuery
from facts.reading import derive
from facts.respond import COMPOSERS, PAGE, browse, respond
from facts.topics import TOPICS
from tests.facts.telling import EN, FR, value_words
from tests.fakes.stores import MemoryStore

SERIES = """
Netflix s’associe à RCS Sport, l’organisateur du Giro, et à Eurosport, diffuseur du Giro, pour une
série sur le Giro 2024 (4-26 mai).

Le tournage a commencé auprès des équipes en mai 2023. Le tournage se terminera fin juin 2024.

La série suivra deux équipes : Cofidis et Lampions-Brume. Arkéa a refusé d’apparaître dans la série.
Jumbo-Visma n’apparaîtra pas dans la série.

La série comptera six épisodes de 50 minutes. Pour produire cette série, Netflix a fait appel à
Zubrowka Studios, une société belge qui réunit Lune Films et Studio Brume. Ces derniers sont connus
pour avoir produit Drive to Survive, la série de Netflix sur la Formule 1, dont la sixième saison
sortira en 2025. Lune Films tourne également un film sur le tennis.

Netflix diffusera la série au printemps 2025. Eurosport diffusera un documentaire de 52 minutes sur
la Vuelta avant le Giro 2024.

« Nous sommes ravis de ce projet », a déclaré Zoé Lunaire, directrice générale de Zubrowka Studios,
à L’Équipe.
"""
RENEWED = "Netflix tourne une série sur le Giro. La série sortira en 2027 sur Netflix."
FILM = "Moon Films produces a film about Paris-Nice. The film will be released in 2026 on Netflix."


async def _read(store: MemoryStore, text: str, published: str, language: Language = FR) -> None:
    head = f"---\nlanguage: {language}\npublished: {published}\noutlet: {published}\n---\n"
    article = article_from_text(head + text)
    assert await store.add(article, derive(article))


@pytest.fixture
async def store() -> MemoryStore:
    """One long article about a series, and one about a film, read later but published before."""
    store = MemoryStore()
    await _read(store, SERIES, "2024-02-10")
    await _read(store, FILM, "2024-01-05", EN)
    return store


async def _said(store: MemoryStore, topic: str, language: Language, about: str = "") -> str:
    return _plain(await respond(store, topic, language, about))


def _plain(answer: Answer) -> str:
    return re.sub("[\u00a0\u202f]", " ", "\n".join((answer.text, *answer.items)))


class TestTopics:
    @pytest.mark.parametrize(
        ("topic", "french", "english"),
        [
            ("teams",
             ("Deux équipes suivies", "Cofidis et Lampions-Brume", "Arkéa", "a refusé",
              "Jumbo-Visma n’y figure pas"),
             ("Two teams followed", "Cofidis and Lampions-Brume", "refused",
              "Jumbo-Visma is not in it")),
            ("refused", ("a refusé de figurer dans la série", "Sont suivies : Cofidis et"),
             ("refused to appear in the Netflix series", "Followed: Cofidis and")),
            ("release", ("doit sortir au printemps 2025 sur Netflix",),
             ("is due out in spring 2025 on Netflix",)),
            ("episodes", ("Six épisodes de 50 minutes, soit 5 heures en tout (calculé)",),
             ("Six episodes of 50 minutes, 5 hours in all (computed)",)),
            ("production",
             ("est l’œuvre de Zubrowka Studios", "réunit Lune Films et Studio Brume",
              "sont connus pour Drive to Survive"),
             ("is made by Zubrowka Studios", "unites Lune Films and Studio Brume",
              "are known for Drive to Survive")),
            ("partners",
             ("Netflix (plateforme)", "RCS Sport (organisateur)", "Eurosport (diffuseur)"),
             ("Netflix (platform)", "RCS Sport (organiser)", "Eurosport (broadcaster)")),
            ("filming",
             ("avec les équipes", "Il a commencé en mai 2023", "jusqu’à fin juin 2024"),
             ("with the teams", "It began in May 2023", "until late June 2024")),
            ("race", ("du 4 au 26 mai 2024", "Organisateur : RCS Sport", "Diffuseur : Eurosport"),
             ("from 4 to 26 May 2024", "Organiser: RCS Sport", "Broadcaster: Eurosport")),
            ("broadcast",
             ("au printemps 2025", "Eurosport diffusera", "(52 minutes)",
              "avant le Tour d'Italie 2024", "Eurosport diffuse le Tour d'Italie"),
             ("in spring 2025", "Eurosport will broadcast", "(52 minutes)", "before the Giro",
              "broadcast by Eurosport")),
            ("series",
             ("Drive to Survive", "sur Netflix", "Formule 1", "saison 6 à venir",
              "Lune Films tourne", "tennis"),
             ("Drive to Survive", "on Netflix", "Formula 1", "season 6 to come",
              "Lune Films is also", "tennis")),
            ("quote",
             ("Zoé Lunaire, directrice générale de Zubrowka Studios, à L’Équipe",
              "« Nous sommes ravis de ce projet »"),
             ("Zoé Lunaire, managing director of Zubrowka Studios, to L’Équipe", "in French",
              "“Nous sommes ravis de ce projet”")),
            ("about", ("Tour d'Italie 2024", "Zubrowka Studios", "Six épisodes", "printemps 2025"),
             ("Giro d'Italia 2024", "Zubrowka Studios", "Six episodes", "spring 2025")),
        ],
    )  # fmt: skip
    async def test_each_in_both_languages(
        self, store: MemoryStore, topic: str, french: tuple[str, ...], english: tuple[str, ...]
    ) -> None:
        for language, expected in ((FR, french), (EN, english)):
            said = await _said(store, topic, language)
            for words in expected:
                assert words.replace("’", "'") in said.replace("’", "'")

    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("topic", TOPICS)
    async def test_answers_rest_on_facts(
        self, store: MemoryStore, topic: str, language: Language
    ) -> None:
        answer = await respond(store, topic, language)
        assert answer.status is AnswerStatus.ANSWERED
        assert answer.language is language
        assert answer.facts
        assert len({known.id for known in answer.facts}) == len(answer.facts)
        assert "{" not in _plain(answer)

    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("topic", TOPICS)
    async def test_nothing_read_is_said(self, topic: str, language: Language) -> None:
        answer = await respond(MemoryStore(), topic, language)
        assert answer.status is AnswerStatus.UNKNOWN
        assert answer.text
        assert answer.facts == ()

    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("topic", TOPICS)
    async def test_nothing_read_about_that(
        self, store: MemoryStore, topic: str, language: Language
    ) -> None:
        answer = await respond(store, topic, language, "Paris-Roubaix")
        assert answer.status is AnswerStatus.UNKNOWN
        assert "Paris-Roubaix" in answer.text

    @pytest.mark.parametrize("about", ["?", "!!", "a"])
    async def test_words_that_name_nobody(self, store: MemoryStore, about: str) -> None:
        assert (await respond(store, "teams", FR, about)).status is AnswerStatus.UNKNOWN

    @pytest.mark.parametrize("about", ["Paris-Nice", "PARIS NICE", "nice", "moon films"])
    async def test_words_narrow(self, store: MemoryStore, about: str) -> None:
        said = await _said(store, "release", EN, about)
        assert "in 2026" in said
        assert "2025" not in said

    async def test_the_one_that_bears_the_name_goes_first(self, store: MemoryStore) -> None:
        # Eurosport is a partner in the series, and has a documentary of its own.
        assert "documentaire d’Eurosport" in await _said(store, "release", FR, "Eurosport")

    @pytest.mark.parametrize("about", ["zubrowka", "Zubrowka Studios", "Zoé Lunaire"])
    async def test_a_quotation_is_found_by_the_speakers_house(
        self, store: MemoryStore, about: str
    ) -> None:
        assert "Nous sommes ravis" in await _said(store, "quote", FR, about)

    async def test_a_short_form_finds_who_bears_it(self) -> None:
        store = MemoryStore()
        text = (
            "« Nous sommes ravis de ce projet », a déclaré Zoé Lunaire, directrice générale d’ASO."
        )
        await _read(store, text, "2024-02-10")
        for about in ("ASO", "amaury sport organisation"):
            assert "ravis" in await _said(store, "quote", FR, about)
        assert "ravis" not in await _said(store, "quote", FR, "RCS")

    async def test_who_is_known_for_a_work_answers_who_makes_it(self, store: MemoryStore) -> None:
        said = await _said(store, "production", EN, "Drive to Survive")
        assert "are known for Drive to Survive" in said

    async def test_the_whole_names_the_race_at_large_beside_its_edition_no_more(self) -> None:
        store = MemoryStore()
        text = "Arte tourne une série sur le Giro{}. La série sortira en 2025 sur Arte."
        await _read(store, text.format(" 2024"), "2024-02-10")
        await _read(store, text.format(""), "2024-02-11")
        first = (await _said(store, "about", EN)).splitlines()[0]
        assert "2024" in first
        assert first.count("Giro") == 1

    def test_every_topic_has_its_composer(self) -> None:
        assert COMPOSERS.keys() == TOPICS.keys()


class TestReports:
    async def test_the_latest_report_wins(self, store: MemoryStore) -> None:
        await _read(store, RENEWED, "2024-03-01")
        said = await _said(store, "release", FR)
        assert "en 2027" in said
        assert "printemps 2025" not in said

    async def test_an_older_report_does_not(self, store: MemoryStore) -> None:
        await _read(store, RENEWED, "2023-03-01")
        assert "printemps 2025" in await _said(store, "release", FR)

    async def test_of_the_same_day_the_more_precise_wins(self, store: MemoryStore) -> None:
        text = "Netflix tourne une série sur le Giro. La série sortira le 8 mai 2025 sur Netflix."
        await _read(store, text, "2024-02-10")
        assert "le 8 mai 2025" in await _said(store, "release", FR)

    async def test_of_the_same_day_the_sure_wins(self, store: MemoryStore) -> None:
        text = "Netflix tourne une série sur le Giro. La série pourrait sortir le 8 mai 2025."
        await _read(store, text, "2024-02-10")
        assert "printemps 2025" in await _said(store, "release", FR)

    async def test_a_rumour_is_told_as_one(self) -> None:
        store = MemoryStore()
        text = "Netflix tourne une série sur le Giro. La série pourrait sortir le 8 mai 2025."
        await _read(store, text, "2024-02-10")
        assert "sans certitude" in await _said(store, "release", FR)
        assert "not certain" in await _said(store, "release", EN)

    async def test_order_and_dates(self, store: MemoryStore) -> None:
        known = await store.find(FactQuery(relations=frozenset({"release"})))
        assert [reported(k) for k in best_first(known)] == sorted(
            (reported(k) for k in known), reverse=True
        )
        first = current(known, "release")
        assert first is not None
        assert reported(first) == date(2024, 2, 10)
        assert current(known, "dates") is None

    async def test_undated_reports_are_the_oldest(self) -> None:
        store = MemoryStore()
        text = "Netflix tourne une série sur le Giro. La série sortira en {} sur Netflix."
        article = article_from_text("---\nlanguage: fr\n---\n" + text.format(2031))
        await store.add(article, derive(article))
        await _read(store, text.format(2030), "2024-01-01")
        assert "2030" in await _said(store, "release", FR)

    async def test_a_value_of_many_stands_once(self, store: MemoryStore) -> None:
        await _read(
            store, "Netflix tourne une série sur le Giro. La série suivra Cofidis.", "2024-03-01"
        )
        known = await store.find(FactQuery(relations=frozenset({"features"})))
        values = [value_words(k.fact.value) for k in all_of(known, "features")]
        assert values.count("team/cofidis") == 1


class TestShortAnswers:
    @pytest.mark.parametrize(
        ("text", "topic", "french", "english"),
        [
            ("La série comptera six épisodes.", "episodes", "je n’ai pas lu leur durée",
             "I have not read how long"),
            ("La série suivra Tadej Pogacar.", "teams", "On y suit aussi Tadej Poga",
             "It also follows"),
            ("La série suivra Cofidis.", "refused", "aucun refus", "no refusal"),
            ("Cofidis et Arkéa ont refusé d’apparaître dans la série.", "refused", "ont refusé",
             "refused"),
            ("Cofidis et Arkéa n’apparaîtront pas dans la série.", "teams", "n’y figurent pas",
             "are not in it"),
            ("La série est sortie en mai 2023 sur Netflix.", "release",
             "La sortie de la série de Netflix sur le Tour d'Italie a eu lieu en mai 2023",
             "came out"),
            ("Le tournage s’est terminé en mai 2023.", "filming", "Il s’est terminé en mai 2023",
             "It ended in May 2023"),
            ("Le tournage commencera en mai 2025.", "filming",
             "Il doit commencer en mai 2025",
             "It is to begin in May 2025"),
            ("Le Giro 2023 s’est déroulé du 6 au 28 mai 2023.", "race",
             "a eu lieu du 6 au 28 mai",
             "ran from 6 to 28 May 2023"),
            ("Le Giro a lieu du 4 au 26 mai. Eurosport, diffuseur et producteur du Giro, rit.",
             "race",
             "Diffuseur et producteur : Eurosport", "Broadcaster and producer: Eurosport"),
            ("Eurosport a diffusé un film sur la Vuelta.", "broadcast", "Eurosport a diffusé",
             "Eurosport broadcast"),
            ("Arte est connu pour Drive to Survive.", "series", "Arte est connu pour",
             "Arte is known for"),
        ],
    )  # fmt: skip
    async def test_one_sentence(self, text: str, topic: str, french: str, english: str) -> None:
        store = MemoryStore()
        await _read(store, f"Arte tourne une série sur le Giro. {text}", "2024-02-10")
        about = "giro" if topic != "series" else ""
        assert french in await _said(store, topic, FR, about if topic != "broadcast" else "")
        assert english in await _said(store, topic, EN, about if topic != "broadcast" else "")

    async def test_a_film_has_a_length_and_no_episodes(self) -> None:
        store = MemoryStore()
        await _read(store, "Arte produit un film de 52 minutes sur la Vuelta.", "2024-02-10")
        assert "dure 52 minutes" in await _said(store, "episodes", FR)

    async def test_where_without_when(self) -> None:
        store = MemoryStore()
        await _read(store, "Netflix diffusera une série sur le Giro.", "2024-02-10")
        assert "je n’ai pas lu de date" in await _said(store, "release", FR)

    async def test_one_who_said_no_is_no_team_followed(self, store: MemoryStore) -> None:
        first = (await respond(store, "teams", EN)).text.split(". ")[0]
        assert "Arkéa" not in first


class TestBrowse:
    async def test_pages(self, store: MemoryStore) -> None:
        count = len(store.facts)
        pages = -(-count // PAGE)
        seen: list[int] = []
        for page in range(1, pages + 1):
            answer = await browse(store, EN, page)
            assert (answer.page, answer.pages) == (page, pages)
            assert len(answer.items) == len(answer.facts) <= PAGE
            assert f"page {page} of {pages}" in answer.text
            seen += [known.id for known in answer.facts]
        assert seen == list(range(1, count + 1))

    @pytest.mark.parametrize(("page", "shown"), [(0, 1), (-5, 1), (999, None)])
    async def test_a_page_out_of_range_is_the_nearest(
        self, store: MemoryStore, page: int, shown: int | None
    ) -> None:
        answer = await browse(store, FR, page)
        assert answer.page == (shown or answer.pages)

    async def test_words_narrow(self, store: MemoryStore) -> None:
        answer = await browse(store, FR, about="cofidis")
        assert answer.items
        assert all("Cofidis" in item for item in answer.items)
        assert "(cofidis)" in answer.text

    async def test_one_fact_is_no_plural(self) -> None:
        store = MemoryStore()
        await _read(store, "RCS Sport organise le Giro.", "2024-02-10")
        assert "1 fait lu" in _plain(await browse(store, FR))
        assert "1 fact read" in _plain(await browse(store, EN))

    @pytest.mark.parametrize("language", Language)
    async def test_nothing(self, store: MemoryStore, language: Language) -> None:
        assert (await browse(MemoryStore(), language)).status is AnswerStatus.UNKNOWN
        answer = await browse(store, language, about="Paris-Roubaix")
        assert answer.status is AnswerStatus.UNKNOWN
        assert "Paris-Roubaix" in answer.text
