"""Lines and commands come in, Replies go out."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import BY_KEY, COMMANDS
from bot.desk import Citation, Reply
from facts.model import Language
from tests.bot.desks import (
    ARTICLE,
    MEMBER,
    OTHER,
    SENTENCES,
    TERMINAL,
    Answers,
    desk,
    fact,
    stocked,
)
from tests.fakes.stores import MemoryStore

FR, EN = Language.FR, Language.EN


async def _ask(line: str, store: MemoryStore | None = None, prefix: str = "!") -> Reply:
    reply = await desk(store or await stocked(), prefix=prefix).handle(line, TERMINAL)
    assert reply is not None
    return reply


@pytest.mark.parametrize("command", [row for row in COMMANDS if row.topic])
@pytest.mark.parametrize("language", Language)
async def test_each_topic_is_asked_in_its_language(command: object, language: Language) -> None:
    row = next(row for row in COMMANDS if row is command)
    answers = Answers()
    asker = replace(TERMINAL, locale="fr_FR.UTF-8" if language is FR else "en_GB.UTF-8")
    reply = await desk(await stocked(), answers).handle(f"!{row.name[language]} Giro", asker)
    assert reply is not None
    assert answers.asked == [(row.topic, language, "Giro")]
    assert (reply.command, reply.argument, reply.language) == (row.key, "Giro", language)
    assert (reply.text, reply.items, reply.found) == (row.topic, ("A", "B"), True)
    assert reply.heading == row.heading(language)


async def test_an_answer_cites_each_sentence_once_with_its_source() -> None:
    reply = await _ask("équipes")
    assert reply.citations == tuple(
        Citation(sentence, ARTICLE.outlet, ARTICLE.title, ARTICLE.url, ARTICLE.published)
        for sentence in SENTENCES
    )
    assert reply.fact_ids == (1, 2)
    assert reply.hint == "!source\u00a0: la phrase d’où vient cette réponse"


async def test_what_was_not_read_says_so_and_where_to_look() -> None:
    reply = await _ask("équipes nothing")
    assert (reply.text, reply.found, reply.citations) == ("Not read.", False, ())
    assert reply.hint == "!faits\u00a0: tout ce que j’ai lu"


@pytest.mark.parametrize("line", ["", "  ", "\n"])
async def test_an_empty_line_gets_no_reply(line: str) -> None:
    assert await desk(await stocked()).handle(line, TERMINAL) is None


async def test_an_unknown_word_gets_what_can_be_asked() -> None:
    reply = await _ask("!pizza")
    assert reply.text == "I don’t know “pizza”."
    assert reply.hint.startswith("Ask me for !teams, !release or !race")
    assert (reply.found, reply.suggestions) == (False, ())


async def test_a_prefix_alone_gets_what_can_be_asked() -> None:
    reply = await _ask("!")
    assert reply.text == "What would you like to know?"
    assert "!help" in reply.hint


async def test_a_near_miss_gets_did_you_mean_ready_to_send() -> None:
    reply = await _ask("!equpies du Giro")
    assert reply.text == "Je ne connais pas « equpies ». Vouliez-vous dire !équipes Giro ?".replace(
        " »", "\u00a0»"
    ).replace("« ", "«\u00a0").replace(" ?", "\u00a0?")
    assert reply.suggestions == ("!équipes Giro",)
    assert not reply.found
    again = await _ask(reply.suggestions[0])
    assert (again.command, again.argument) == ("teams", "Giro")


async def test_a_long_unknown_word_is_cut_in_the_reply() -> None:
    reply = await _ask("x" * 10_000)
    assert len(reply.text) < 100


async def test_a_sentence_is_declined_with_the_commands_it_touched() -> None:
    reply = await _ask("which team won the tour")
    assert reply.text.startswith("I have read nothing that answers this.")
    assert reply.suggestions == ("!teams", "!race")
    assert not reply.found


async def test_an_ambiguous_line_offers_each_reading() -> None:
    reply = await _ask("date de la course")
    assert reply.suggestions == ("!sortie", "!course")


async def test_commands_are_shown_with_the_prefix_set() -> None:
    assert (await _ask("equpies", prefix="")).suggestions == ("équipes",)
    assert (await _ask("??équipes", prefix="??")).hint.startswith("??source")


@given(st.text(max_size=200))
def test_any_line_gets_a_reply_or_is_empty(line: str) -> None:
    async def ask() -> Reply | None:
        return await desk(await stocked()).handle(line, TERMINAL)

    reply = asyncio.run(ask())
    assert (reply is None) == (not line.strip())
    assert reply is None or reply.text


class TestFacts:
    async def test_a_page_and_a_topic(self) -> None:
        answers = Answers()
        bench = desk(await stocked(), answers)
        for line in ("facts 2", "facts page 2 Giro", "facts Giro p. 2", "facts 2022 Giro", "facts"):
            await bench.handle(line, TERMINAL)
        assert answers.asked == [
            (2, EN, ""),
            (2, EN, "Giro"),
            (2, EN, "Giro"),
            (2022, EN, "Giro"),
            (1, EN, ""),
        ]

    async def test_a_page_says_how_to_get_the_next(self) -> None:
        reply = await _ask("faits 2 Giro")
        assert (reply.page, reply.pages) == (2, 3)
        assert reply.hint == "La suite\u00a0: !faits 3 Giro"
        again = await _ask("!faits 3 Giro")
        assert (again.page, again.hint.partition("\u00a0")[0]) == (3, "!source")

    @pytest.mark.parametrize("page", ["0", "-1", "abc", "9" * 400, "²", ""])
    async def test_a_page_that_is_none_is_the_nearest(self, page: str) -> None:
        answers = Answers()
        await desk(await stocked(), answers).run(BY_KEY["facts"], {"page": page}, TERMINAL)
        assert answers.asked == [(1, EN, "")]


class TestSource:
    async def test_before_any_answer(self) -> None:
        reply = await _ask("!source")
        assert reply.text.startswith("I haven’t answered anything here yet.")
        assert not reply.found

    async def test_the_sentences_behind_the_last_answer(self) -> None:
        bench = desk(await stocked())
        await bench.handle("teams", TERMINAL)
        reply = await bench.handle("source", TERMINAL)
        assert reply is not None
        assert reply.items == tuple(f"“{sentence}”" for sentence in SENTENCES)
        assert {citation.outlet for citation in reply.citations} == {"La Gazette"}

    async def test_several_sources_are_told_apart(self) -> None:
        store = await stocked()
        await store.add(OTHER, [fact("A", "Riders arrive.", article="two")])
        bench = desk(store)
        await bench.handle("équipes", TERMINAL)
        reply = await bench.handle("preuve", TERMINAL)
        assert reply is not None
        assert "«\u00a0Riders arrive.\u00a0» (The Wheel, 3 avril 2022)" in reply.items
        assert f"«\u00a0{SENTENCES[0]}\u00a0» (La Gazette, 1er avril 2022)" in reply.items

    async def test_each_conversation_has_its_own(self) -> None:
        bench = desk(await stocked())
        await bench.handle("teams", MEMBER)
        elsewhere = await bench.handle("source", replace(MEMBER, conversation="7/2"))
        here = await bench.handle("source", MEMBER)
        assert elsewhere is not None
        assert here is not None
        assert (elsewhere.found, here.found) == (False, True)

    async def test_an_answer_without_facts_has_none(self) -> None:
        bench = desk(await stocked())
        await bench.handle("teams", TERMINAL)
        await bench.handle("teams nothing", TERMINAL)
        reply = await bench.handle("source", TERMINAL)
        assert reply is not None
        assert reply.text.startswith("My last answer rests on no sentence")

    async def test_help_and_unknown_words_leave_the_last_answer(self) -> None:
        bench = desk(await stocked())
        for line in ("teams", "help", "pizza", "language"):
            await bench.handle(line, TERMINAL)
        reply = await bench.handle("source", TERMINAL)
        assert reply is not None
        assert reply.found

    async def test_only_so_many_conversations_are_remembered(self) -> None:
        bench = desk(await stocked(), conversations=2)
        askers = [replace(TERMINAL, conversation=str(number)) for number in range(3)]
        for asker in askers:
            await bench.handle("teams", asker)
        found = [await bench.handle("source", asker) for asker in askers]
        assert [reply.found for reply in found if reply] == [False, True, True]

    async def test_facts_by_number_in_the_order_asked_for(self) -> None:
        reply = await desk(await stocked()).evidence([2, 1], TERMINAL)
        assert reply.items == tuple(f"“{sentence}”" for sentence in reversed(SENTENCES))
        assert reply.fact_ids == (2, 1)

    @pytest.mark.parametrize("numbers", [[], [99]])
    async def test_facts_that_are_no_longer_there(self, numbers: list[int]) -> None:
        reply = await desk(await stocked()).evidence(numbers, TERMINAL)
        assert reply.text == "I can no longer find the sentence that answer came from."
        assert not reply.found


class TestHelp:
    @pytest.mark.parametrize(("line", "language"), [("help", EN), ("aide", FR)])
    async def test_lists_every_row_in_its_language(self, line: str, language: Language) -> None:
        reply = await _ask(line)
        assert len(reply.items) == len(COMMANDS)
        for row, item in zip(COMMANDS, reply.items, strict=True):
            assert item.startswith(f"!{row.name[language]}")
            assert row.description[language] in item

    async def test_explains_one_with_an_example(self) -> None:
        reply = await _ask("aide faits")
        assert reply.text == "Parcourir tous les faits lus."
        assert reply.hint == "Par exemple\u00a0: !faits 2"
        assert reply.heading == "!faits"
        assert "Autres noms\u00a0: facts" in reply.items

    @pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.key)
    @pytest.mark.parametrize("language", Language)
    async def test_explains_every_row(self, row: object, language: Language) -> None:
        command = next(each for each in COMMANDS if each is row)
        arguments = {"command": command.name[language]}
        asker = replace(TERMINAL, locale=str(language))
        reply = await desk(await stocked()).run(BY_KEY["help"], arguments, asker)
        assert reply.language is language
        assert command.name[language] in reply.hint

    async def test_of_a_misspelt_command(self) -> None:
        reply = await _ask("help taems")
        assert reply.suggestions == ("!help teams",)

    async def test_of_no_command(self) -> None:
        reply = await _ask("help pizza")
        assert reply.text == "I don’t know “pizza”."
        assert not reply.found


class TestLanguage:
    async def test_shows_the_present_one_and_how_to_change(self) -> None:
        reply = await _ask("langue")
        assert reply.text.startswith("Je vous réponds en français")
        assert "!langue fr, !langue en ou !langue auto" in reply.hint

    @pytest.mark.parametrize(
        ("line", "kept", "text"),
        [
            ("langue fr", FR, "C’est noté\u00a0: je vous réponds désormais en français."),
            ("language français", FR, "C’est noté\u00a0: je vous réponds désormais en français."),
            ("language francais", FR, "C’est noté\u00a0: je vous réponds désormais en français."),
            ("langue en anglais", EN, "Done: from now on I answer you in English."),
            ("langue en", EN, "Done: from now on I answer you in English."),
            ("langue ENGLISH", EN, "Done: from now on I answer you in English."),
            ("langue en français", FR, "C’est noté\u00a0: je vous réponds désormais en français."),
        ],
    )
    async def test_keeps_a_choice_and_answers_in_it(
        self, line: str, kept: Language, text: str
    ) -> None:
        store = await stocked()
        reply = await _ask(line, store)
        assert (reply.text, reply.language) == (text, kept)
        assert await store.member_language("terminal") is kept

    async def test_takes_a_choice_back(self) -> None:
        store = await stocked()
        await store.set_member_language("terminal", FR)
        reply = await _ask("langue auto", store)
        assert reply.text == "C’est noté\u00a0: je choisis de nouveau la langue pour vous."
        assert await store.member_language("terminal") is None

    async def test_another_language_is_declined(self) -> None:
        store = await stocked()
        reply = await _ask("language klingon", store)
        assert reply.text == "I speak French and English."
        assert not reply.found
        assert store.members == {}

    async def test_a_servers_language_is_for_those_who_manage_it(self) -> None:
        store = await stocked()
        row = BY_KEY["language"]
        arguments = {"language": "fr", "for": "server"}
        declined = await desk(store).run(row, arguments, MEMBER)
        assert declined.text.startswith("Only members who can manage the server")
        assert (declined.found, store.guilds, store.members) == (False, {}, {})
        moderator = replace(MEMBER, may_manage=True)
        noted = await desk(store).run(row, arguments, moderator)
        assert noted.text.startswith("C’est noté\u00a0: je réponds désormais en français sur")
        assert (store.guilds, store.members) == ({"1": FR}, {})
        await desk(store).run(row, {"language": "auto", "for": "server"}, moderator)
        assert store.guilds == {}

    async def test_a_line_may_name_the_server_too(self) -> None:
        store = await stocked()
        await desk(store).handle("langue français serveur", replace(MEMBER, may_manage=True))
        assert store.guilds == {"1": FR}

    async def test_there_is_no_server_in_the_terminal(self) -> None:
        reply = await _ask("langue fr serveur")
        assert reply.text.startswith("Il n’y a pas de serveur ici")
