"""Where a request meets the facts: a line or a command comes in, a Reply goes out.

The desk knows no Discord and no terminal. It is the one door to the facts for both.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.arguments import choice, page_number, parse
from bot.cite import answer_citations, citations, quoted, source_parts, sources
from bot.commands import BY_KEY, Action, Command
from bot.guide import example, help_reply, not_understood, shown
from bot.learned import Read, learned_reply, nothing_is_read, read_reply, trouble_words
from bot.names import languages_of
from bot.phrases import Request, read_line
from bot.reply import TERMINAL, Asker, Citation, Reply
from bot.texts import say
from bot.tongues import SERVER, Tongues
from facts.errors import FetchError, UnreadableArticleError
from facts.extract.language import detect_language
from facts.model import Answer, AnswerStatus, Language
from facts.ports import FactQuery, FactStore, PreferenceStore
from facts.respond import browse, respond

if TYPE_CHECKING:
    from facts.questions import Questions

__all__ = ["TERMINAL", "Asker", "Citation", "Desk", "Reply"]

Respond = Callable[[FactStore, str, Language, str], Awaitable[Answer]]
Browse = Callable[[FactStore, Language, int, str], Awaitable[Answer]]

_LONGEST_PAGE = 7

CONVERSATIONS = 1_000
"""How many conversations' last answers are remembered for `source`."""


@dataclass(frozen=True, slots=True)
class _LastAnswer:
    language: Language
    fact_ids: tuple[int, ...]
    quoted: tuple[Citation, ...] = ()


class Desk:
    """Answers lines and commands. Keeps nothing but each conversation's last answer."""

    def __init__(
        self,
        facts: FactStore,
        preferences: PreferenceStore,
        *,
        language: Language,
        prefix: str = "!",
        respond: Respond = respond,
        browse: Browse = browse,
        read: Read = nothing_is_read,
        conversations: int = CONVERSATIONS,
    ) -> None:
        """`prefix` stands before the commands that are shown; a line may do without it.

        `read` decides what may be read: on Discord it should know no files.
        """
        self._facts = facts
        self._asked: Questions | None = None
        self._tongues = Tongues(preferences, language)
        self._prefix = prefix
        self._respond = respond
        self._browse = browse
        self._read_in = read
        self._last: OrderedDict[str, _LastAnswer] = OrderedDict()
        self._conversations = conversations

    async def handle(self, line: str, asker: Asker) -> Reply | None:
        """Answer a whole line as typed, with or without prefix; None for an empty line.

        Raises:
            StoreError: the store cannot be read or written.
        """
        request = read_line(line, self._prefix)
        if request is None:
            return None
        # A word that both languages have goes on in the language of the conversation.
        typed = _question_language(request) or request.language or self._spoken_last(asker)
        language = await self._tongues.language(asker, typed)
        if request.command is None:
            free = request.whole or not request.near
            told = await self._free(line, asker, language) if free else None
            return told or not_understood(request, language, self._prefix)
        arguments = parse(request.command, request.argument)
        if request.command.action is Action.LANGUAGE and request.argument:
            arguments.setdefault("language", request.argument)
        return await self._run(request.command, arguments, asker, language)

    async def run(
        self,
        command: Command,
        arguments: Mapping[str, str],
        asker: Asker,
        typed: str | None = None,
    ) -> Reply:
        """Answer a command; `arguments` by the option's English name, `typed` the name used.

        Raises:
            StoreError: the store cannot be read or written.
        """
        return await self._run(command, arguments, asker, await self.language_for(asker, typed))

    async def language_for(self, asker: Asker, typed: str | None = None) -> Language:
        """The language to answer in; `typed` is the command's name as it was typed, if it was.

        Raises:
            StoreError: the store cannot be read.
        """
        known = languages_of(typed) if typed else frozenset()
        told = next(iter(known)) if len(known) == 1 else self._spoken_last(asker)
        return await self._tongues.language(asker, told)

    async def evidence(self, fact_ids: Sequence[int], asker: Asker) -> Reply:
        """The sentences behind these facts: what the button and `source` show.

        Raises:
            StoreError: the store cannot be read.
        """
        return await self._evidence(fact_ids, await self.language_for(asker))

    async def _run(
        self, command: Command, arguments: Mapping[str, str], asker: Asker, language: Language
    ) -> Reply:
        if command.action is Action.HELP:
            return help_reply(arguments.get("command", ""), language, self._prefix)
        if command.action is Action.SOURCE:
            return await self._source(asker, language)
        if command.action is Action.LANGUAGE:
            return await self._choose_language(command, arguments, asker, language)
        if command.action is Action.READ:
            return await self._read(command, arguments, asker, language)
        if command.action is Action.ASK:
            return await self._ask(command, arguments, asker, language)
        topic = " ".join(arguments.get("topic", "").split())
        if command.action is Action.FACTS:
            page = page_number(arguments.get("page", ""))
            answer = await self._browse(self._facts, language, page, topic)
            answer = _on_another_page(answer, arguments.get("page", ""))
        else:
            answer = await self._respond(self._facts, command.topic or command.key, language, topic)
        self._remember(asker.conversation, answer)
        return self._answered(command, topic, answer)

    async def _ask(
        self, command: Command, arguments: Mapping[str, str], asker: Asker, language: Language
    ) -> Reply:
        question = arguments.get("question", "").strip()
        if not question:
            line = example(command, language, self._prefix)
            heading = command.heading(language)
            text = say(language, "question.what", example=line)
            return Reply(language, text, heading=heading, command=command.key, found=False)
        answer = await self._questions().ask(question, language)
        self._remember(asker.conversation, answer)
        return self._answered(command, "", answer)

    def _questions(self) -> Questions:
        if self._asked is None:
            from facts.questions import Questions  # heavy, and not every run asks

            self._asked = Questions(self._facts)
        return self._asked

    async def _free(self, line: str, asker: Asker, language: Language) -> Reply | None:
        """The answer to a line that is no command; None where nothing that was read answers it."""
        answer = await self._questions().ask(line, language)
        if answer.status is AnswerStatus.UNKNOWN:
            return None
        self._remember(asker.conversation, answer)
        return self._answered(BY_KEY["ask"], "", answer)

    def _answered(self, command: Command, topic: str, answer: Answer) -> Reply:
        return Reply(
            answer.language,
            answer.text,
            heading=command.heading(answer.language),
            items=answer.items,
            hint=self._hint(command, topic, answer),
            citations=answer_citations(answer),
            fact_ids=tuple(dict.fromkeys(known.id for known in answer.facts)),
            command=command.key,
            argument=topic,
            page=answer.page,
            pages=answer.pages,
            found=answer.status is not AnswerStatus.UNKNOWN,
        )

    def _hint(self, command: Command, topic: str, answer: Answer) -> str:
        language = answer.language
        if answer.status is AnswerStatus.UNKNOWN:
            return say(language, "hint.browse", facts=self._shown("facts", language))
        if answer.page < answer.pages:
            following = f"{self._shown(command.key, language)} {answer.page + 1} {topic}".rstrip()
            return say(language, "hint.next", command=following)
        return say(language, "hint.source", source=self._shown("source", language))

    def _shown(self, key: str, language: Language) -> str:
        return shown(BY_KEY[key], language, self._prefix)

    async def _read(
        self, command: Command, arguments: Mapping[str, str], asker: Asker, language: Language
    ) -> Reply:
        if command.moderators and asker.member != TERMINAL and not asker.may_manage:
            return read_reply(say(language, "read.not_allowed"), language, found=False)
        place = arguments.get("url", "").strip()
        if not place:
            line = example(command, language, self._prefix)
            return read_reply(say(language, "read.what", example=line), language, found=False)
        try:
            return learned_reply(await self._read_in(place), place, language)
        except (UnreadableArticleError, FetchError) as error:
            return read_reply(trouble_words(error.trouble, place, language), language, found=False)

    async def _choose_language(
        self, command: Command, arguments: Mapping[str, str], asker: Asker, language: Language
    ) -> Reply:
        wanted, scope = arguments.get("language", ""), arguments.get("for", "")
        option, scopes = command.options
        return await self._tongues.reply(
            (choice(option, wanted) or wanted).strip(),
            SERVER if choice(scopes, scope) == SERVER else "",
            asker,
            language,
            self._prefix,
        )

    async def _source(self, asker: Asker, language: Language) -> Reply:
        answer = self._last.get(asker.conversation)
        if answer is None:
            example = self._shown("teams", language)
            return self._no_source(language, "source.none", example=example)
        self._last.move_to_end(asker.conversation)
        if answer.quoted:
            return _quoting(answer.quoted, language)
        if not answer.fact_ids:
            return self._no_source(language, "source.empty")
        return await self._evidence(answer.fact_ids, language)

    async def _evidence(self, fact_ids: Sequence[int], language: Language) -> Reply:
        if not fact_ids:
            return self._no_source(language, "source.gone")
        wanted = tuple(dict.fromkeys(fact_ids))
        found = await self._facts.find(FactQuery(ids=frozenset(wanted)))
        proofs = citations(sorted(found, key=lambda known: wanted.index(known.id)))
        if not proofs:
            return self._no_source(language, "source.gone")
        return _quoting(proofs, language, wanted)

    @staticmethod
    def _no_source(language: Language, key: str, **values: str) -> Reply:
        heading = say(language, "source.heading")
        text = say(language, key, **values)
        return Reply(language, text, heading=heading, command="source", found=False)

    def _spoken_last(self, asker: Asker) -> Language | None:
        last = self._last.get(asker.conversation)
        return last.language if last else None

    def _remember(self, conversation: str, answer: Answer) -> None:
        fact_ids = tuple(dict.fromkeys(known.id for known in answer.facts))
        quoted = () if fact_ids else answer_citations(answer)
        self._last[conversation] = _LastAnswer(answer.language, fact_ids, quoted)
        self._last.move_to_end(conversation)
        while len(self._last) > self._conversations:
            self._last.popitem(last=False)


def _on_another_page(answer: Answer, wanted: str) -> Answer:
    """The answer, which begins with the pages that there are where another one was wanted."""
    wanted = wanted.strip()
    is_number = wanted.removeprefix("-").isdecimal()
    if answer.status is AnswerStatus.UNKNOWN or not is_number or int(wanted) == answer.page:
        return answer
    key = "page.only" if answer.pages == 1 else "page.range"
    note = say(answer.language, key, page=wanted[:_LONGEST_PAGE], pages=answer.pages)
    return replace(answer, text=f"{note} {answer.text}")


def _question_language(request: Request) -> Language | None:
    """The language of the question behind "ask": it tells more than the command's name."""
    if request.command is None or request.command.action is not Action.ASK:
        return None
    return detect_language(request.argument) if request.argument else None


def _quoting(
    proofs: Sequence[Citation], language: Language, fact_ids: tuple[int, ...] = ()
) -> Reply:
    return Reply(
        language,
        say(language, "source.one" if len(proofs) == 1 else "source.many"),
        heading=say(language, "source.heading"),
        items=_sentences(proofs, language),
        citations=tuple(proofs),
        fact_ids=fact_ids,
        command="source",
    )


def _sentences(proofs: Sequence[Citation], language: Language) -> tuple[str, ...]:
    """Each sentence, with its outlet and date where several sources speak."""
    marked = [quoted(proof.sentence, language) for proof in proofs]
    if len(sources(proofs)) == 1:
        return tuple(marked)
    heads = [", ".join(source_parts(proof, language, link=False)) for proof in proofs]
    return tuple(
        say(language, "source.item", sentence=sentence, source=head) if head else sentence
        for sentence, head in zip(marked, heads, strict=True)
    )
