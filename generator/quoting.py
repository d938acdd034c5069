"""What is wrong with the quotes of a value, or with their absence."""

from __future__ import annotations

import re

from generator.errors import shortened
from generator.scalars import misread
from generator.syntax import UNCLOSED

# What a word processor makes of a straight quote; a French one opens a text if it closes it too.
_CURLY = re.compile(r"[“”„‘‚]|«(?=.*»$)", re.DOTALL)
_KEY = re.compile(r"(^|\s)[a-z_]{2,}: ")
_STRAIGHT = 'entourez la valeur de guillemets droits (").'


def fault_of_bare(value: str, *, typed: bool) -> str | None:
    """Say what YAML would not take as it looks; `typed` values are not texts, and keys."""
    if not typed and misread(value):
        if value.lower() in {"null", "~"}:
            return f"« {value} » n'est pas une valeur : pour dire « inconnu », supprimez la ligne."
        value = shortened(value)
        return f'« {value} » sera mal lu sans guillemets : écrivez "{value}".'
    if signs := _CURLY.match(value):
        return f"{signs[0]} n'est pas un guillemet pour YAML : {_STRAIGHT}"
    if value.count('"') % 2:
        return f'un guillemet (") est seul dans cette valeur : {_STRAIGHT}'
    return None


def fault_of_quoted(value: str, spans: bool) -> str | None:  # noqa: FBT001  # one of two facts
    """Say where an end was forgotten: a text over several lines (`spans`) that holds other keys."""
    return UNCLOSED if spans and _KEY.search(value) else None
