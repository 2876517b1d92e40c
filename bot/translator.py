"""The words of the slash menu in each of Discord's languages, read from the table of commands."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands import Bilingual
from facts.model import Language

BASE = Language.EN
"""The language of the names that Discord sends back; the others are localisations of it."""

LOCALES = {discord.Locale.french: Language.FR}
"""Discord's languages, beside the base, in which the menu speaks."""


def in_menu(words: Bilingual) -> app_commands.locale_str:
    """Words of the table, ready for the menu: the base language, with the others beside it."""
    return app_commands.locale_str(
        words[BASE], **{language.value: text for language, text in words.items()}
    )


def language_of(locale: discord.Locale) -> Language:
    """The language in which the menu speaks to a member with this locale."""
    return LOCALES.get(locale, BASE)


class TableTranslator(app_commands.Translator):
    """Gives what `in_menu` put beside the words; everything else stays in the base language."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContext[Any, Any],  # noqa: ARG002 -- words alone decide
    ) -> str | None:
        """The words in a language of Discord's, or None to keep the base language."""
        language = LOCALES.get(locale)
        return string.extras.get(language.value) if language else None
