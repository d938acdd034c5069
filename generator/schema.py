"""A JSON Schema of data/centres.yaml, by which an editor's program completes, explains and warns.

It is of draft-07, the last that the YAML language server, Monaco and JetBrains all read in full:
https://github.com/redhat-developer/yaml-language-server#yaml-language-server
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic.json_schema import GenerateJsonSchema

from generator.centres import Annuaire
from generator.choices import MEANINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

FILE = "centres.schema.json"
"""Beside centres.yaml, whose first line names it."""
COMMAND = "python -m generator schema"


def text() -> str:
    """Write the schema, in the order of the model's keys."""
    made = Annuaire.model_json_schema(schema_generator=_AsTyped)
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": f"Écrit par « {COMMAND} » d'après le modèle : ne le modifiez pas ici.",
    }
    whole = head | _inlined(made, made.pop("$defs"))
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class _AsTyped(GenerateJsonSchema):
    """Describe what an editor types rather than what the model keeps."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Refuse null: what is unknown has no line at all."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Offer no default: a program would write it, and the editor would have said it."""
        return self.generate_inner(schema["schema"])

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Explain each word; `enumDescriptions` is shown by VS Code and Monaco."""
        words = schema["expected"]
        return {
            "type": "string",
            "enum": words,
            "enumDescriptions": [MEANINGS[word] for word in words],
            "errorMessage": f"Valeurs possibles : {', '.join(words)}.",
        }

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """Say that a list is wanted where there is none."""
        sentence = "Une liste est attendue, même pour un seul élément."
        return super().tuple_schema(schema) | {"errorMessage": sentence}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Leave out the docstring, which is for those who read the code."""
        made = super().model_schema(schema)
        made.pop("description", None)
        return made

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Keep the order of the model."""
        del parent_key
        return value


def _inlined(part: JsonSchemaValue, definitions: Mapping[str, JsonSchemaValue]) -> JsonSchemaValue:
    """Put each definition where it is used: draft-07 drops what stands beside a `$ref`.

    Groups lose their examples, which yaml-language-server 1.25 would type as « [object Object] ».
    """
    name = part.get("$ref", "").removeprefix("#/$defs/")
    whole = {
        key: value for key, value in {**definitions.get(name, {}), **part}.items() if key != "$ref"
    }
    if "items" in whole:
        whole["items"] = _inlined(whole["items"], definitions)
    if "properties" in whole:
        keys = whole["properties"].items()
        whole["properties"] = {key: _inlined(value, definitions) for key, value in keys}
    if "properties" in whole.get("items", whole):
        whole.pop("examples", None)
    return whole
