"""The « ** » of a page that Markdown leaves as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.paragraphs import is_quote, is_table, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.paragraphs import Line, Slip

# What may hold stars that are none of bold: escapes, tags, addresses.
_HIDDEN = re.compile(r"\\[!-/:-@\[-`{-~]|<[^<>\n]*>|(?<=\])\([^()\n]*\)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]")
_AFTER = frozenset(" \n\t\u00a0\u202f.,;:!?)»")
_NEVER = "« ** » ouvert ici n'est jamais refermé."
_LOOSE = "pas d'espace entre « ** » et le mot."


def bolds(body: str) -> Iterator[Slip]:
    """Yield the slips of the bold of a Markdown without code; « 2 ** 3 » and « 3 €** » are none."""
    hidden = _HIDDEN.sub(lambda mark: "x" * len(mark[0]), body)
    for run in paragraphs(hidden):
        if is_table(run) or is_quote(run):
            continue
        unit: list[Line] = []
        for line in run:
            if unit and _ITEM.match(line.text):
                yield from _unit(unit)
                unit = []
            unit.append(line)
        yield from _unit(unit)


def _unit(lines: list[Line]) -> Iterator[Slip]:
    """Yield the slips of a paragraph, of a heading or of an item."""
    text = "\n".join(line.text for line in lines)
    if "***" in text:
        return
    start = lines[0].at
    opened: int | None = None
    for found in re.finditer(r"\*\*", text):
        at = found.start()
        before, after = _about(text, at)
        loose = opened is not None and _about(text, opened)[1].isspace()
        if opened is not None and (after in _AFTER or not before.isspace()):
            if loose or before.isspace():
                yield start + (opened if loose else at), _LOOSE
            opened = None
        else:
            if opened is not None and not loose:
                yield start + opened, _NEVER
            spaced = before.isspace() and text[at + 3 : at + 4].isalpha()
            opened = at if spaced or not after.isspace() else None
    if opened is not None:
        before, after = _about(text, opened)
        if after.isalnum() and (before.isspace() or before in "(«'’"):
            yield start + opened, _NEVER


def _about(text: str, at: int) -> tuple[str, str]:
    """Return what stands before and after a « ** », a space at the ends."""
    return text[at - 1 : at] or " ", text[at + 2 : at + 3] or " "
