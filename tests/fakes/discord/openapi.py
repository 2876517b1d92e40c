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
from jsonschema.exceptions import ValidationError
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


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not fit: the operation, the place in the body, what is wrong there.

    `code` is the name that Discord's tree of errors would give to it.
    """

    where: str
    path: tuple[str | int, ...]
    code: str
    message: str

    def __str__(self) -> str:
        place = ".".join(map(str, self.path))
        return (
            f"{self.where}: {place}: {self.message}" if place else f"{self.where}: {self.message}"
        )


class Description:
    """The paths, methods and bodies that exist. `check` says what is wrong with a request."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
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
    ) -> list[Problem]:
        """What of a request does not fit the description; empty where all is well."""
        found = self._operations.find(method, path)
        if found is None:
            return [_problem(f"{method} {path}", "is no path of Discord's API")]
        template, _, operation = found
        where = f"{method} {template}"
        problems = self._check_query(where, template, operation, query)
        described = operation.get("requestBody")
        if has_body and described is None:
            problems.append(_problem(where, "takes no body"))
        elif described is not None and not has_body and described.get("required"):
            problems.append(_problem(where, "needs a body"))
        elif described is not None and has_body:
            pointer = _pointer(
                "paths", template, method.lower(), "requestBody", "content", _media(described)
            )
            problems += self._fit(where, f"{pointer}/schema", body)
        return problems

    def check_answer(self, method: str, path: str, status: int, body: object) -> list[Problem]:
        """What of an answer does not fit the description, where it describes that status."""
        found = self._operations.find(method, path)
        if found is None:
            return [_problem(f"{method} {path}", "is no path of Discord's API")]
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
    ) -> list[Problem]:
        parameters = (*self._shared_parameters[template], *operation.get("parameters", ()))
        known = {each["name"]: each["schema"] for each in parameters if each["in"] == "query"}
        problems = []
        for name, text in query.items():
            if name not in known:
                problems.append(_problem(where, f"has no query parameter {name}"))
                continue
            schema = known[name]
            value: object = text
            if schema.get("type") == "boolean":
                value = BOOLEANS.get(text.lower(), text)
            elif schema.get("type") == "integer" and text.lstrip("-").isdigit():
                value = int(text)
            if "$ref" not in schema:
                errors = Draft202012Validator(schema).iter_errors(value)
                problems += [_problem(where, f"?{name}: {error.message}") for error in errors]
        return problems

    def _fit(self, where: str, pointer: str, body: object) -> list[Problem]:
        validator = self._validators.get(pointer)
        if validator is None:
            validator = Draft202012Validator({"$ref": NAME + pointer}, registry=self._registry)
            self._validators[pointer] = validator
        return [_told(where, error) for error in validator.iter_errors(body)]


def _problem(where: str, message: str) -> Problem:
    return Problem(where, (), "BASE_TYPE_CHOICES", message)


def _told(where: str, error: ValidationError) -> Problem:
    error = _innermost(error)
    limit = error.validator_value
    code, message = "BASE_TYPE_CHOICES", error.message[:LONGEST_QUOTE]
    if error.validator == "maxLength":
        code, message = "BASE_TYPE_MAX_LENGTH", f"Must be {limit} or fewer in length."
    elif error.validator in ("minLength", "minItems", "maxItems"):
        schema = error.schema if isinstance(error.schema, dict) else {}
        kind = "Items" if error.validator.endswith("Items") else "Length"
        least, most = schema.get(f"min{kind}", 0), schema.get(f"max{kind}", limit)
        code, message = "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length."
    elif error.validator == "required":
        code = "BASE_TYPE_REQUIRED"
    return Problem(where, tuple(error.absolute_path), code, message)


def _innermost(error: ValidationError) -> ValidationError:
    """Of a union, the error in the one member that was meant: the one whose `type` fits."""
    while error.context:
        members: dict[object, list[ValidationError]] = {}
        for inner in error.context:
            if inner.validator_value != "null":
                members.setdefault(inner.schema_path[0], []).append(inner)
        meant = [errors for errors in members.values() if not any(map(_is_other, errors))]
        meant = meant or list(members.values())
        if len(meant) != 1:
            return error
        error = meant[0][0]
    return error


def _is_other(error: ValidationError) -> bool:
    """Whether an error says that another member of the union is meant."""
    depth = len(error.relative_path)
    names_type = depth == 1 and error.relative_path[0] == "type"
    return (names_type and error.validator == "enum") or (depth == 0 and error.validator == "type")


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
