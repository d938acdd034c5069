"""What Markdown passes over in a page: code, comments, HTML; blanked, each place kept."""

from __future__ import annotations

import re
from bisect import bisect_right

_FENCE = re.compile(r"(~{3,}|`{3,})([^\n]*)")
_INFO = re.compile(r"\{[^\n]*\}|[\w#.+-]*")
_INLINE = re.compile(r"(?P<tick>`{1,3})[^`\n]+(?P=tick)|<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)(?=[\s/>]|\Z)", re.IGNORECASE)
_OPENING = re.compile(rf" {{0,3}}{_TAG.pattern}", re.IGNORECASE)
_VOID = {"br", "hr", "img", "input", "source", "wbr"}


def without_code(body: str, tick: str = " ") -> str:
    """Blank fenced code, comments and code in a sentence; `tick` stands for each letter of it."""
    return _INLINE.sub(
        lambda code: re.sub(r"[^\n]", tick if code["tick"] else " ", code[0]), _without_fences(body)
    )


def without_html(body: str) -> str:
    """Blank each line that a tag opens, up to the one that closes it, or to the end."""
    lines = body.split("\n")
    name, depth = "", 0
    for number, line in enumerate(lines):
        if not depth:
            opened = _OPENING.match(line)
            if not opened:
                continue
            name = opened[2].lower()
        if name not in _VOID:
            signs = [tag[1] for tag in _TAG.finditer(line) if tag[2].lower() == name]
            depth = max(0, depth + signs.count("") - signs.count("/"))
        lines[number] = " " * len(line)
    return "\n".join(lines)


def _without_fences(body: str) -> str:
    lines = body.split("\n")
    fences = {number: found for number, line in enumerate(lines) if (found := _FENCE.match(line))}
    ends: dict[str, list[int]] = {}
    for number, found in fences.items():
        ends.setdefault(found[0].rstrip(" \t"), []).append(number)
    closed = -1
    for number, found in fences.items():
        if number <= closed or not _INFO.fullmatch(found[2].strip(" ")):
            continue
        there = ends.get(found[1], [])
        after = bisect_right(there, number)
        if after < len(there):
            closed = there[after]
            for one in range(number, closed + 1):
                lines[one] = " " * len(lines[one])
    return "\n".join(lines)
