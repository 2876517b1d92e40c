"""What members do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.fakes.discord.commands import (
    NotOfferedError,
    Options,
    check_offered,
    check_present,
    command_data,
    find_command,
)
from tests.fakes.discord.core import Core
from tests.fakes.discord.mentions import read_mentions
from tests.fakes.discord.model import (
    Channel,
    Guild,
    Interaction,
    InteractionType,
    Member,
    Message,
    User,
)
from tests.fakes.discord.permissions import (
    MENTION_EVERYONE,
    SEND_MESSAGES,
    USE_APPLICATION_COMMANDS,
    channel_permissions,
    require,
)
from tests.fakes.discord.places import channel_of, user_of

STRING_SELECT = 3
ROW, LABEL_ROW = 1, 18


class Members(Core):
    """A loopback Discord with members that talk, call commands and click."""

    async def member_says(
        self,
        channel: Channel | Guild,
        member: Member | User,
        content: str,
        *,
        reply_to: Message | None = None,
    ) -> Message:
        """A member posts a message; the bot gets it as its intents allow."""
        channel, user = channel_of(channel), user_of(member)
        check_present(channel, user)
        require(channel, user, SEND_MESSAGES)
        message = Message(
            self.state.new_id(), channel, user, self.state.now(), content, reply_to=reply_to
        )
        bits = channel_permissions(channel, user)
        mentions = read_mentions(
            content,
            None,
            may_mention_everyone=bool(bits & MENTION_EVERYONE),
            replied=reply_to.author.id if reply_to else None,
        )
        self.state.notify(message, mentions)
        self.state.add_message(message)
        await self.tell_message(message)
        return message

    async def member_edits(self, message: Message, content: str) -> None:
        """A member changes a message of theirs."""
        message.content, message.edited = content, self.state.now()
        await self.tell_message(message, "MESSAGE_UPDATE")

    async def member_slash(
        self,
        place: Channel | Guild,
        member: Member | User,
        name: str | int,
        options: Options | None = None,
        *,
        locale: str = "en-US",
        guild_locale: str | None = None,
        user_install: bool = False,
    ) -> Interaction:
        """A member calls a slash command in a guild's channel or in direct messages.

        `name` is the command's number, name, or name in `locale`; sub-commands follow it after a
        blank. `user_install` is for a member who installed the bot alone.

        Raises:
            NotOfferedError: Discord would not offer this command, there, with these options.
        """
        channel, user = channel_of(place), user_of(member)
        command, path = self._command(channel, user, name, locale, user_install=user_install)
        data = command_data(command, path, options or {}, locale=locale)
        return await self._interact(
            InteractionType.COMMAND,
            user,
            channel,
            data,
            locale=locale,
            guild_locale=guild_locale,
            by_user_install=user_install,
        )

    async def member_types(
        self,
        place: Channel | Guild,
        member: Member | User,
        name: str | int,
        options: Options,
        *,
        focused: str,
        locale: str = "en-US",
        guild_locale: str | None = None,
        user_install: bool = False,
    ) -> Interaction:
        """A member is typing the option `focused`; the choices are asked for (autocomplete)."""
        channel, user = channel_of(place), user_of(member)
        command, path = self._command(channel, user, name, locale, user_install=user_install)
        data = command_data(command, path, options, locale=locale, focused=focused)
        return await self._interact(
            InteractionType.AUTOCOMPLETE,
            user,
            channel,
            data,
            locale=locale,
            guild_locale=guild_locale,
            by_user_install=user_install,
        )

    async def member_clicks(
        self,
        message: Message,
        control: str,
        member: Member | User,
        *,
        values: Sequence[str] = (),
        locale: str = "en-US",
        guild_locale: str | None = None,
    ) -> Interaction:
        """A member clicks a button, named by `custom_id` or label, or chooses `values` in a menu.

        Raises:
            NotOfferedError: there is no such control, it is disabled, or the member can't see it.
        """
        user = user_of(member)
        found = self._control(message, control, user)
        data: dict[str, Any] = {
            "custom_id": found["custom_id"],
            "component_type": found["type"],
            "id": found["id"],
        }
        if found["type"] == STRING_SELECT:
            offered = {option["value"] for option in found["options"]}
            if not set(values) <= offered:
                raise NotOfferedError(f"{values} are not among {sorted(offered)}")
            data["values"] = list(values)
        origin = message.interaction
        return await self._interact(
            InteractionType.COMPONENT,
            user,
            message.channel,
            data,
            locale=locale,
            guild_locale=guild_locale,
            by_user_install=origin is not None and "1" in origin.owners,
            source=message,
        )

    async def member_submits(self, interaction: Interaction, values: dict[str, str]) -> Interaction:
        """A member fills in the form with which `interaction` was answered and sends it."""
        modal = interaction.modal
        if modal is None:
            raise NotOfferedError("the interaction was not answered with a form")
        data = {
            "custom_id": modal["custom_id"],
            "components": [_filled(row, values) for row in modal["components"]],
        }
        submitted = self.state.add_interaction(
            InteractionType.MODAL,
            interaction.user,
            interaction.channel,
            data,
            locale=interaction.locale,
            guild_locale=interaction.guild_locale,
            by_user_install="1" in interaction.owners,
            source=interaction.source,
        )
        submitted.trigger = interaction
        await self.tell_interaction(submitted)
        return submitted

    def expire(self, interaction: Interaction) -> None:
        """Let an interaction's token run out: 10062 from now on, and 50027 for its webhook."""
        interaction.expired = True

    def _command(
        self, channel: Channel, user: User, name: str | int, locale: str, *, user_install: bool
    ) -> tuple[dict[str, Any], list[str]]:
        check_present(channel, user)
        require(channel, user, 0 if user_install else USE_APPLICATION_COMMANDS)
        head, *path = name.split() if isinstance(name, str) else (name,)
        command = find_command(self.state.commands, head, locale)
        check_offered(command, channel, user, self.state.bot, by_user_install=user_install)
        return command, [str(step) for step in path]

    def _control(self, message: Message, control: str, user: User) -> dict[str, Any]:
        check_present(message.channel, user)
        if message.deleted:
            raise NotOfferedError("the message is deleted")
        if message.ephemeral and message.interaction and message.interaction.user is not user:
            raise NotOfferedError(f"{user.name} does not see this message")
        for each in message.controls:
            if control in (each.get("custom_id"), each.get("label")):
                if each.get("disabled") or "custom_id" not in each:
                    raise NotOfferedError(f"{control} cannot be clicked")
                return each
        raise NotOfferedError(f"the message has no control {control}: {message.controls}")

    async def _interact(
        self,
        kind: InteractionType,
        user: User,
        channel: Channel,
        data: dict[str, Any],
        *,
        locale: str,
        guild_locale: str | None,
        by_user_install: bool,
        source: Message | None = None,
    ) -> Interaction:
        interaction = self.state.add_interaction(
            kind,
            user,
            channel,
            data,
            locale=locale,
            guild_locale=guild_locale,
            by_user_install=by_user_install,
            source=source,
        )
        await self.tell_interaction(interaction)
        return interaction


def _filled(row: dict[str, Any], values: dict[str, str]) -> dict[str, Any]:
    """A row of a form with what the member wrote."""
    if row["type"] == LABEL_ROW:
        return {**row, "component": _written(row["component"], values)}
    return {**row, "components": [_written(each, values) for each in row["components"]]}


def _written(field: dict[str, Any], values: dict[str, str]) -> dict[str, Any]:
    value = values.get(field["custom_id"], field.get("value", ""))
    return {"type": field["type"], "custom_id": field["custom_id"], "value": value}
