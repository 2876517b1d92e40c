"""Checks requests against Discord's published description of its HTTP API, where it is present.

The description is data beside the checkout (`../shared/discord/openapi.json`); a clone elsewhere
has none, and nothing is checked then.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.fakes.discord.router import Router

DOCUMENT = Path(__file__).resolve().parents[3].parent / "shared" / "discord" / "openapi.json"
NAME = "urn:discord"
METHODS = ("get", "post", "put", "patch", "delete")
BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Something that Discord takes although its description does not: a schema's keys replaced."""

    schema: str
    keys: dict[str, Any]
    reason: str


TOLERANCES = (
    Tolerance(
        "SnowflakeType",
        {"type": ["string", "integer"]},
        "discord.py writes the numbers of users and messages as JSON integers "
        "(recipient_id, message_reference, allowed_mentions); Discord reads both.",
    ),
)


class Description:
    """The paths, methods and bodies that exist. `check` says what is wrong with a request."""

    def __init__(self, document: dict[str, Any]) -> None:
        document = _tolerant(document)
        resource = DRAFT202012.create_resource(document)
        self._registry: Registry[Any] = Registry().with_resource(NAME, resource)
        self._validators: dict[str, Draft202012Validator] = {}
        self._operations: Router[dict[str, Any]] = Router(
            (method.upper(), template, item[method])
            for template, item in document["paths"].items()
            for method in METHODS
            if method in item
        )
        self._shared_parameters = {
            template: item.get("parameters", ()) for template, item in document["paths"].items()
        }

    def check(
        self, method: str, path: str, query: dict[str, str], body: object, *, has_body: bool
    ) -> list[str]:
        """What does not fit the description, a sentence each; empty where all is well."""
        found = self._operations.find(method, path)
        if found is None:
            return [f"{method} {path} is no path of Discord's API"]
        template, _, operation = found
        where = f"{method} {template}"
        problems = self._check_query(where, template, operation, query)
        described = operation.get("requestBody")
        if has_body and described is None:
            problems.append(f"{where} takes no body")
        elif described is not None and not has_body and described.get("required"):
            problems.append(f"{where} needs a body")
        elif described is not None and has_body:
            pointer = _pointer(
                "paths", template, method.lower(), "requestBody", "content", _media(described)
            )
            problems += self._fit(where, f"{pointer}/schema", body)
        return problems

    def check_answer(self, method: str, path: str, status: int, body: object) -> list[str]:
        """What of an answer does not fit the description, where it describes that status."""
        found = self._operations.find(method, path)
        if found is None:
            return [f"{method} {path} is no path of Discord's API"]
        template, _, operation = found
        described = operation["responses"].get(str(status))
        if described is None or "application/json" not in described.get("content", {}):
            return []
        pointer = _pointer(
            "paths",
            template,
            method.lower(),
            "responses",
            str(status),
            "content",
            "application/json",
        )
        return self._fit(f"the answer to {method} {template}", f"{pointer}/schema", body)

    def _check_query(
        self, where: str, template: str, operation: dict[str, Any], query: dict[str, str]
    ) -> list[str]:
        parameters = (*self._shared_parameters[template], *operation.get("parameters", ()))
        known = {each["name"]: each["schema"] for each in parameters if each["in"] == "query"}
        problems = []
        for name, text in query.items():
            if name not in known:
                problems.append(f"{where} has no query parameter {name}")
                continue
            schema = known[name]
            value: object = text
            if schema.get("type") == "boolean":
                value = BOOLEANS.get(text.lower(), text)
            elif schema.get("type") == "integer" and text.lstrip("-").isdigit():
                value = int(text)
            if "$ref" not in schema:
                error = best_match(Draft202012Validator(schema).iter_errors(value))
                problems += [f"{where}?{name}: {error.message}"] if error else []
        return problems

    def _fit(self, where: str, pointer: str, body: object) -> list[str]:
        validator = self._validators.get(pointer)
        if validator is None:
            validator = Draft202012Validator({"$ref": NAME + pointer}, registry=self._registry)
            self._validators[pointer] = validator
        error = best_match(validator.iter_errors(body))
        if error is None:
            return []
        return [f"{where}: at {error.json_path}: {error.message[:LONGEST_QUOTE]}"]


def _tolerant(document: dict[str, Any]) -> dict[str, Any]:
    schemas = dict(document["components"]["schemas"])
    for tolerance in TOLERANCES:
        if tolerance.schema in schemas:
            schemas[tolerance.schema] = copy.deepcopy(schemas[tolerance.schema]) | tolerance.keys
    return {**document, "components": {**document["components"], "schemas": schemas}}


def _media(described: dict[str, Any]) -> str:
    """The JSON form of a body; a multipart body's `payload_json` part has the same schema."""
    return (
        "application/json" if "application/json" in described["content"] else "multipart/form-data"
    )


def _pointer(*steps: str) -> str:
    return "#" + "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)


@lru_cache(maxsize=1)
def published() -> Description | None:
    """Discord's description, read once a process; None where it is not beside the checkout."""
    if not DOCUMENT.is_file():
        return None
    return Description(json.loads(DOCUMENT.read_text(encoding="utf-8")))
