"""Tells Discord of the slash commands, when they are not those that it was told of last."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import Any

import discord
from discord import app_commands

from facts.ports import PreferenceStore

log = logging.getLogger(__name__)


async def sync_when_changed(
    tree: app_commands.CommandTree[Any], preferences: PreferenceStore, application: int
) -> bool:
    """Send the tree's commands unless Discord has them; returns whether they were sent.

    Each application has its own mark, so that a second bot on the same store gets its menu too. A
    refusal by Discord is logged and leaves the old menu; the next start tries again.

    Raises:
        StoreError: the mark cannot be read or kept.
    """
    name = f"discord.commands.{application}"
    wanted = await fingerprint(tree)
    if await preferences.remembered(name) == wanted:
        return False
    try:
        await tree.sync()
    except (discord.HTTPException, discord.RateLimited, app_commands.CommandSyncFailure) as error:
        log.warning("Discord did not take the slash commands: %s", error)
        return False
    await preferences.remember(name, wanted)
    log.info("Told Discord of %d slash commands.", len(tree.get_commands()))
    return True


async def fingerprint(tree: app_commands.CommandTree[Any]) -> str:
    """The SHA-256, in hexadecimal, of what `sync` would send, translations included."""
    translator = tree.translator
    commands = sorted(tree.get_commands(), key=lambda command: command.name)
    if translator is None:
        payload = [command.to_dict(tree) for command in commands]
    else:
        payload = [await command.get_translated_payload(tree, translator) for command in commands]
    text = json.dumps(payload, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
