"""What is wrong with the quotes of a value, or with their absence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import shortened
from generator.scalars import misread
from generator.syntax import UNCLOSED

if TYPE_CHECKING:
    from collections.abc import Iterable

# What a word processor makes of a straight quote; a French one opens a text if it closes it too.
_CURLY = re.compile(r"[“”„‘‚]|«(?=[^»]*»$)")
_KEY = re.compile(r"( *)(?:- +)?[a-z_]{2,}[ \u00a0\u202f]*:(?:\s|$)")
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


def fault_of_quoted(below: Iterable[str], column: int) -> str | None:
    """Say where an end was forgotten: a line `below` the first begins with another key.

    A word and a colon that stand further right than the text's own key, at `column` from 0, are
    part of the text.
    """
    keys = (found for line in below if (found := _KEY.match(line)))
    return UNCLOSED if any(len(found[1]) <= column for found in keys) else None
