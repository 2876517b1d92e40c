"""Discord's limits: what just fits passes, what is one too long or too many is refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.discord.command_limits import check_commands, is_command_name
from tests.fakes.discord.errors import ApiError
from tests.fakes.discord.limits import check_message

Json = dict[str, Any]


def embed(**keys: Any) -> Json:
    return {"embeds": [keys]}


def fields(count: int, name: int = 1, value: int = 1) -> Json:
    return embed(fields=[{"name": "n" * name, "value": "v" * value}] * count)


def button(number: int = 0, **keys: Any) -> Json:
    return {"type": 2, "style": 1, "label": "x", "custom_id": f"b{number}", **keys}


def rows(count: int, width: int = 1) -> Json:
    numbers = iter(range(100))
    made = [
        {"type": 1, "components": [button(next(numbers)) for _ in range(width)]}
        for _ in range(count)
    ]
    return {"components": made}


def one(**keys: Any) -> Json:
    return {"components": [{"type": 1, "components": [button(**keys)]}]}


def menu(options: int) -> Json:
    row = {"label": "l", "value": "v"}
    select = {"type": 3, "custom_id": "m", "options": [row] * options}
    return {"components": [{"type": 1, "components": [select]}]}


MESSAGES = [
    ({"content": "x" * 2000}, {"content": "x" * 2001}, "content"),
    (embed(title="x" * 256), embed(title="x" * 257), "embeds.0.title"),
    (embed(description="x" * 4096), embed(description="x" * 4097), "embeds.0.description"),
    (
        embed(footer={"text": "x" * 2048}),
        embed(footer={"text": "x" * 2049}),
        "embeds.0.footer.text",
    ),
    (embed(author={"name": "x" * 256}), embed(author={"name": "x" * 257}), "embeds.0.author.name"),
    (embed(url="https://a.b/c"), embed(title="x", url="a.b/c"), "embeds.0.url"),
    (fields(25), fields(26), "embeds.0.fields"),
    (fields(1, name=256), fields(1, name=257), "embeds.0.fields.0.name"),
    (fields(1, value=1024), fields(1, value=1025), "embeds.0.fields.0.value"),
    (fields(1), fields(1, value=0), "embeds.0.fields.0.value"),
    (
        {"embeds": [{"description": "x" * 3000}] * 2},
        {"embeds": [{"description": "x" * 3000}] * 2 + [{"title": "x"}]},
        "embeds",
    ),
    ({"embeds": [{"title": "x"}] * 10}, {"embeds": [{"title": "x"}] * 11}, "embeds"),
    (rows(5, 5), rows(6), "components"),
    (rows(1, 5), rows(1, 6), "components.0.components"),
    (one(custom_id="x" * 100), one(custom_id="x" * 101), "components.0.components.0.custom_id"),
    (one(label="x" * 80), one(label="x" * 81), "components.0.components.0.label"),
    (one(emoji={"name": "🚲"}, label=None), one(label=None), "components.0.components.0"),
    (
        one(style=5, url="https://a.b", custom_id=None),
        one(style=5, custom_id=None),
        "components.0.components.0.url",
    ),
    (
        rows(1),
        {"components": [{"type": 1, "components": [button()] * 2}]},
        "components.0.components.1",
    ),
    (menu(25), menu(26), "components.0.components.0.options"),
    ({"content": "x", "nonce": "x" * 25}, {"content": "x", "nonce": "x" * 26}, "nonce"),
    (
        {"flags": 1 << 15, "components": [{"type": 10, "content": "x" * 4000}]},
        {"flags": 1 << 15, "components": [{"type": 10, "content": "x" * 4001}]},
        "components",
    ),
    (
        {"flags": 1 << 15, "components": [{"type": 10, "content": "x"}] * 40},
        {"flags": 1 << 15, "components": [{"type": 10, "content": "x"}] * 40, "content": "x"},
        "content",
    ),
]


def refused_at(error: ApiError) -> list[str]:
    """The places of a refused form."""
    assert (error.status, error.code, error.message) == (400, 50035, "Invalid Form Body")

    def walk(node: Json, path: tuple[str, ...]) -> list[str]:
        found = [".".join(path)] if "_errors" in node else []
        for key, inner in node.items():
            found += walk(inner, (*path, key)) if key != "_errors" else []
        return found

    return walk(error.errors or {}, ())


@pytest.mark.parametrize(("fits", "breaks", "place"), MESSAGES)
def test_a_message_is_kept_to_its_limits(fits: Json, breaks: Json, place: str) -> None:
    check_message(fits)
    with pytest.raises(ApiError) as refused:
        check_message(breaks)
    assert any(each.startswith(place) for each in refused_at(refused.value))


@pytest.mark.parametrize("body", [{}, {"content": ""}, {"content": None, "embeds": []}])
def test_an_empty_message_is_refused(body: Json) -> None:
    with pytest.raises(ApiError) as refused:
        check_message(body)
    assert refused.value.code == 50006


def command(**keys: Any) -> Json:
    return {"name": "teams", "description": "The teams", **keys}


def option(**keys: Any) -> Json:
    return {"name": "which", "description": "Which one", "type": 3, **keys}


def choices(count: int, **keys: Any) -> Json:
    rows = [{"name": f"c{number}", "value": "v", **keys} for number in range(count)]
    return command(options=[option(choices=rows)])


COMMANDS = [
    (command(name="x" * 32), command(name="x" * 33), "0.name"),
    (command(name="équipes"), command(name="Équipes"), "0.name"),
    (command(name="aujourd'hui"), command(name="two words"), "0.name"),
    (command(description="x" * 100), command(description="x" * 101), "0.description"),
    (command(), command(description=""), "0.description"),
    (
        command(name_localizations={"fr": "équipes"}),
        command(name_localizations={"fr": "les équipes"}),
        "0.name_localizations.fr",
    ),
    (
        command(description_localizations={"fr": "x" * 100}),
        command(description_localizations={"fr": "x" * 101}),
        "0.description_localizations.fr",
    ),
    (
        command(name_localizations={"en-GB": "teams"}),
        command(name_localizations={"fr-FR": "teams"}),
        "0.name_localizations.fr-FR",
    ),
    (
        command(options=[option(name=f"o{number}") for number in range(25)]),
        command(options=[option(name=f"o{number}") for number in range(26)]),
        "0.options",
    ),
    (command(options=[option()]), command(options=[option()] * 2), "0.options.1.name"),
    (
        command(options=[option(required=True), option(name="b")]),
        command(options=[option(), option(name="b", required=True)]),
        "0.options.1",
    ),
    (choices(25), choices(26), "0.options.0.choices"),
    (choices(1, name="x" * 100), choices(1, name="x" * 101), "0.options.0.choices.0.name"),
    (choices(1, value="x" * 100), choices(1, value="x" * 101), "0.options.0.choices.0.value"),
    (
        command(options=[{"type": 1, "name": "sub", "description": "d", "options": [option()]}]),
        command(options=[{"type": 1, "name": "Sub", "description": "d"}]),
        "0.options.0.name",
    ),
    (command(type=2, name="Show facts", description=""), command(type=2), "0.description"),
]


@pytest.mark.parametrize(("fits", "breaks", "place"), COMMANDS)
def test_a_command_is_kept_to_its_limits(fits: Json, breaks: Json, place: str) -> None:
    check_commands([fits])
    with pytest.raises(ApiError) as refused:
        check_commands([breaks])
    assert place in refused_at(refused.value)


def test_commands_are_at_most_a_hundred_and_differ_in_each_language() -> None:
    check_commands([command(name=f"c{number}") for number in range(100)])
    with pytest.raises(ApiError):
        check_commands([command(name=f"c{number}") for number in range(101)])
    twice = [command(name="a", name_localizations={"fr": "x"})]
    twice += [command(name="b", name_localizations={"fr": "x"})]
    with pytest.raises(ApiError) as refused:
        check_commands(twice)
    assert refused_at(refused.value) == ["1.name_localizations.fr"]


def test_a_command_is_at_most_8000_signs_in_all() -> None:
    wide = [option(name=f"o{number}", description="x" * 100) for number in range(25)]
    for row in wide:
        row["choices"] = [{"name": f"{number}" + "n" * 90, "value": "v"} for number in range(2)]
    check_commands([command(options=wide[:20])])
    with pytest.raises(ApiError):
        check_commands([command(options=[{**row, "choices": row["choices"] * 3} for row in wide])])


@pytest.mark.parametrize(
    ("name", "fits"),
    [("teams", True), ("à-propos", True), ("ทีม", True), ("a.b", False), ("", False), ("🚲", False)],
)
def test_names_of_commands(name: str, fits: bool) -> None:
    assert is_command_name(name) is fits
