"""Discord's limits on messages: content, embeds, components.

Figures: https://docs.discord.com/developers/resources/message#embed-object-embed-limits and
https://docs.discord.com/developers/components/reference.
"""

from __future__ import annotations

import re
from typing import Any

from tests.fakes.discord.errors import api_error
from tests.fakes.discord.forms import Form, Path
from tests.fakes.discord.model import COMPONENTS_V2, walk_components

CONTENT = 2000
EMBEDS, EMBEDS_TOTAL = 10, 6000
EMBED_TITLE, EMBED_DESCRIPTION, EMBED_FOOTER, EMBED_AUTHOR = 256, 4096, 2048, 256
FIELDS, FIELD_NAME, FIELD_VALUE = 25, 256, 1024
ROWS, BUTTONS_IN_ROW = 5, 5
CUSTOM_ID, LABEL, PLACEHOLDER, URL, OPTIONS = 100, 80, 150, 512, 25
NONCE = 25
COMPONENTS_IN_ALL, TEXT_IN_COMPONENTS = 40, 4000
ROW, BUTTON, STRING_SELECT = 1, 2, 3
SELECTS = frozenset({3, 5, 6, 7, 8})
LINK_STYLE, PREMIUM_STYLE = 5, 6
WEB = re.compile(r"(?:https?|discord)://\S+|attachment://\S+")


def check_message(body: dict[str, Any], *, may_be_empty: bool = False) -> None:
    """Refuse a message that breaks a limit, or that says nothing.

    Raises:
        ApiError: 50035 with the tree of errors, or 50006 for an empty message.
    """
    form = Form()
    form.at_most(("content",), body.get("content"), CONTENT)
    nonce = body.get("nonce")
    form.at_most(("nonce",), str(nonce) if nonce is not None else None, NONCE)
    _check_embeds(form, body.get("embeds") or [])
    components = body.get("components") or []
    if (body.get("flags") or 0) & COMPONENTS_V2:
        _check_layout(form, body, components)
    else:
        _check_rows(form, components)
    form.check()
    said = ("content", "embeds", "components", "attachments", "sticker_ids", "poll")
    if not may_be_empty and not any(body.get(key) for key in said):
        raise api_error(50006)


def _check_embeds(form: Form, embeds: list[dict[str, Any]]) -> None:
    form.few(("embeds",), embeds, EMBEDS)
    for place, embed in enumerate(embeds):
        _check_embed(form, ("embeds", place), embed)
    if sum(_embed_size(embed) for embed in embeds) > EMBEDS_TOTAL:
        form.refuse(
            ("embeds",),
            "MAX_EMBED_SIZE_EXCEEDED",
            f"Embed size exceeds maximum size of {EMBEDS_TOTAL}",
        )


def _check_embed(form: Form, path: Path, embed: dict[str, Any]) -> None:
    footer, author = embed.get("footer") or {}, embed.get("author") or {}
    form.at_most((*path, "title"), embed.get("title"), EMBED_TITLE)
    form.at_most((*path, "description"), embed.get("description"), EMBED_DESCRIPTION)
    form.at_most((*path, "footer", "text"), footer.get("text"), EMBED_FOOTER)
    form.at_most((*path, "author", "name"), author.get("name"), EMBED_AUTHOR)
    fields = embed.get("fields") or []
    form.few((*path, "fields"), fields, FIELDS)
    for place, row in enumerate(fields):
        form.between((*path, "fields", place, "name"), row.get("name"), 1, FIELD_NAME)
        form.between((*path, "fields", place, "value"), row.get("value"), 1, FIELD_VALUE)
    for owner, key, value in (
        ((), "url", embed.get("url")),
        (("author",), "url", author.get("url")),
        (("thumbnail",), "url", (embed.get("thumbnail") or {}).get("url")),
        (("image",), "url", (embed.get("image") or {}).get("url")),
    ):
        if value and not WEB.fullmatch(value):
            form.refuse((*path, *owner, key), "URL_TYPE_INVALID_URL", "Not a well formed URL.")


def _embed_size(embed: dict[str, Any]) -> int:
    texts = [
        embed.get("title"),
        embed.get("description"),
        (embed.get("footer") or {}).get("text"),
        (embed.get("author") or {}).get("name"),
    ]
    for row in embed.get("fields") or []:
        texts += [row.get("name"), row.get("value")]
    return sum(len(text) for text in texts if text)


def _check_rows(form: Form, rows: list[dict[str, Any]]) -> None:
    form.few(("components",), rows, ROWS)
    seen: set[str] = set()
    for place, row in enumerate(rows):
        path: Path = ("components", place)
        if row.get("type") != ROW:
            form.refuse((*path, "type"), "UNION_TYPE_CHOICES", 'Value of field "type" must be 1.')
            continue
        _check_row(form, path, row, seen)


def _check_row(form: Form, path: Path, row: dict[str, Any], seen: set[str]) -> None:
    inner = row.get("components") or []
    width = sum(BUTTONS_IN_ROW if each.get("type") in SELECTS else 1 for each in inner)
    if not 1 <= width <= BUTTONS_IN_ROW:
        form.refuse(
            (*path, "components"),
            "BASE_TYPE_BAD_LENGTH",
            f"Must be between 1 and {BUTTONS_IN_ROW} in length.",
        )
    for place, control in enumerate(inner):
        _check_control(form, (*path, "components", place), control, seen)


def _check_control(form: Form, path: Path, control: dict[str, Any], seen: set[str]) -> None:
    style = control.get("style")
    form.at_most((*path, "label"), control.get("label"), LABEL)
    form.at_most((*path, "placeholder"), control.get("placeholder"), PLACEHOLDER)
    if style == LINK_STYLE:
        form.between((*path, "url"), control.get("url"), 1, URL)
    elif style != PREMIUM_STYLE:
        custom_id = control.get("custom_id")
        form.between((*path, "custom_id"), custom_id, 1, CUSTOM_ID)
        if custom_id in seen:
            form.refuse(
                (*path, "custom_id"),
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated",
            )
        seen.add(custom_id or "")
    if control.get("type") == BUTTON and not (control.get("label") or control.get("emoji")):
        form.refuse(path, "BUTTON_COMPONENT_INVALID", "A button must have a label or an emoji.")
    if control.get("type") == STRING_SELECT:
        _check_options(form, path, control.get("options") or [])


def _check_options(form: Form, path: Path, options: list[dict[str, Any]]) -> None:
    if not 1 <= len(options) <= OPTIONS:
        form.refuse(
            (*path, "options"),
            "BASE_TYPE_BAD_LENGTH",
            f"Must be between 1 and {OPTIONS} in length.",
        )
    for place, option in enumerate(options):
        for key in ("label", "value"):
            form.between((*path, "options", place, key), option.get(key), 1, 100)
        form.at_most((*path, "options", place, "description"), option.get("description"), 100)


def _check_layout(form: Form, body: dict[str, Any], components: list[dict[str, Any]]) -> None:
    """A message made of components alone (flag IS_COMPONENTS_V2)."""
    for key in ("content", "embeds"):
        if body.get(key):
            form.refuse(
                (key,),
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )
    every = list(walk_components(components))
    form.few(("components",), every, COMPONENTS_IN_ALL)
    if sum(len(each.get("content") or "") for each in every) > TEXT_IN_COMPONENTS:
        form.refuse(
            ("components",),
            "COMPONENT_MAX_TOTAL_TEXT_LENGTH",
            f"Total text must be {TEXT_IN_COMPONENTS} or fewer in length.",
        )
    seen: set[str] = set()
    for place, row in enumerate(components):
        if row.get("type") == ROW:
            _check_row(form, ("components", place), row, seen)
