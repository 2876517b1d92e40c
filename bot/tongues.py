"""Which language to answer in, and the command that chooses it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands import BY_KEY
from bot.guide import shown
from bot.reply import TERMINAL, Asker, Reply
from bot.texts import join, say
from facts.model import Language
from facts.ports import PreferenceStore

AUTO = "auto"
SERVER = "server"
_DISCORD_DEFAULT = "en-us"


def language_of_locale(locale: str | None) -> Language | None:
    """The language of a locale ("fr_FR.UTF-8", "en-GB"); None where Musette does not speak it."""
    code = (locale or "").replace("_", "-").partition("-")[0].partition(".")[0].casefold()
    return next((language for language in Language if language == code), None)


@dataclass(frozen=True, slots=True)
class Tongues:
    """Decides the language of an answer and keeps what members and servers chose."""

    preferences: PreferenceStore
    setting: Language

    async def chosen(self, asker: Asker) -> tuple[Language | None, Language | None]:
        """What the member chose, and what the server chose."""
        member = await self.preferences.member_language(asker.member)
        server = await self.preferences.guild_language(asker.guild) if asker.guild else None
        return member, server

    async def language(self, asker: Asker, typed: Language | None) -> Language:
        """The language to answer in; `typed` is that of the words typed, where they tell.

        At the terminal the words typed go before the locale: nobody set it for Musette. Every
        Discord server starts as en-US, so that this alone says nothing of its members.
        """
        member, server = await self.chosen(asker)
        locale = language_of_locale(asker.locale)
        if asker.member == TERMINAL:
            return member or typed or locale or self.setting
        own = (asker.guild_locale or "").casefold().replace("_", "-")
        guild = language_of_locale(own)
        told = None if own == _DISCORD_DEFAULT else guild
        return member or locale or server or told or typed or guild or self.setting

    async def reply(
        self, choice: str, scope: str, asker: Asker, language: Language, prefix: str
    ) -> Reply:
        """Show the language, or set it: `choice` is "fr", "en", "auto" or empty."""
        if not choice:
            return await self._shown(asker, language, prefix)
        if choice != AUTO and choice not in tuple(Language):
            return _reply(language, say(language, "language.unknown"), prefix, found=False)
        if scope == SERVER:
            return await self._set_server(choice, asker, language, prefix)
        wanted = None if choice == AUTO else Language(choice)
        await self.preferences.set_member_language(asker.member, wanted)
        return _reply(*_noted("language.member", wanted, language), prefix)

    async def _shown(self, asker: Asker, language: Language, prefix: str) -> Reply:
        member, server = await self.chosen(asker)
        reason = "guess"
        if member:
            reason = "member"
        elif server == language and language_of_locale(asker.locale) is None:
            reason = "server"
        name = say(language, f"language.{language}")
        text = say(language, f"language.shown_{reason}", language=name)
        return _reply(language, text, prefix, hint=True)

    async def _set_server(
        self, choice: str, asker: Asker, language: Language, prefix: str
    ) -> Reply:
        if asker.guild is None:
            return _reply(language, say(language, "language.no_server"), prefix, found=False)
        if not asker.may_manage:
            mine = f"{shown(BY_KEY['language'], language, prefix)} {choice}"
            text = say(language, "language.not_allowed", command=mine)
            return _reply(language, text, prefix, found=False)
        wanted = None if choice == AUTO else Language(choice)
        await self.preferences.set_guild_language(asker.guild, wanted)
        return _reply(*_noted("language.server", wanted, language), prefix)


def _noted(key: str, wanted: Language | None, language: Language) -> tuple[Language, str]:
    """The sentence that confirms a choice, in the language chosen."""
    if wanted is None:
        return language, say(language, f"{key}_auto")
    return wanted, say(wanted, key, language=say(wanted, f"language.{wanted}"))


def _reply(
    language: Language, text: str, prefix: str, *, found: bool = True, hint: bool = False
) -> Reply:
    row = BY_KEY["language"]
    lines = [f"{shown(row, language, prefix)} {value}" for value, _ in row.options[0].choices]
    advice = say(language, "language.hint", examples=join(lines, language, "or"))
    return Reply(
        language,
        text,
        heading=row.heading(language),
        hint=advice if hint or not found else "",
        command=row.key,
        found=found,
    )


class ForThisRun:
    """Preferences over others, in which the member speaks one language until one is chosen."""

    def __init__(self, preferences: PreferenceStore, language: Language) -> None:
        self._preferences = preferences
        self._language: Language | None = language

    async def member_language(self, member: str) -> Language | None:
        """The language of this run, or what the member chose since."""
        return self._language or await self._preferences.member_language(member)

    async def set_member_language(self, member: str, language: Language | None) -> None:
        """Keep a member's choice, which ends the one of this run."""
        self._language = None
        await self._preferences.set_member_language(member, language)

    async def guild_language(self, guild: str) -> Language | None:
        """The server's language, as kept."""
        return await self._preferences.guild_language(guild)

    async def set_guild_language(self, guild: str, language: Language | None) -> None:
        """Keep a server's choice."""
        await self._preferences.set_guild_language(guild, language)

    async def remembered(self, name: str) -> str | None:
        """A small text, as kept."""
        return await self._preferences.remembered(name)

    async def remember(self, name: str, text: str) -> None:
        """Keep a small text."""
        await self._preferences.remember(name, text)
