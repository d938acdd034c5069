"""The words of schema.org, as the package pydantic2-schemaorg lists them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def properties(kind: str) -> frozenset[str]:
    """List the properties of a type; raises ImportError for a type that is none."""
    fields = getattr(import_module(f"pydantic2_schemaorg.{kind}"), kind).__fields__
    return frozenset(field.alias for field in fields.values())


def unknown(thing: Any) -> Iterator[str]:  # noqa: ANN401  # whatever JSON may hold
    """Yield each property that its type does not have: "Hospital.beds"."""
    if isinstance(thing, list):
        for one in thing:
            yield from unknown(one)
    elif isinstance(thing, dict):
        own = thing.keys() - {"@context", "@graph"}
        if "@graph" not in thing:
            kind = thing["@type"]
            yield from (f"{kind}.{name}" for name in sorted(own - properties(kind)))
        for value in thing.values():
            yield from unknown(value)
