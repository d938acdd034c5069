"""The elements of a broken list that can still be read, so that one slip hides no other."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import yaml

from generator import syntax
from generator.events import Builder, StopReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Problem

# PyYAML refuses what YAML 1.1 refuses and reads on in C where it can: 20 times faster.
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ELEMENT = re.compile(r"( *)- ")


def parse(text: str, file: str, first_line: int) -> tuple[Builder, Problem | None]:
    """Turn YAML into values and places; return with them what broke the reading, if anything."""
    builder = Builder(file=file, shift=first_line, lines=text.split("\n"))
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        return builder, syntax.problem(error, text, file, first_line)
    except StopReadingError:
        return builder, builder.problems.pop()
    return builder, None


def without_broken(text: str, broken: Problem, first_line: int) -> tuple[str, list[Problem]]:
    """Empty the lines of each element that cannot be read; return the text and what broke each.

    Where no element is left, neither is the text: a list without any would be another fault.
    `broken` is what broke the whole: it knows better what stands around.
    """
    lines = text.split("\n")
    faults: list[Problem] = []
    for start, end in _elements(lines):
        piece = "\n".join(lines[start:end])
        builder, fault = parse(piece, broken.file, first_line + start)
        if fault:
            faults += [*builder.problems, broken if fault.line == broken.line else fault]
            lines[start:end] = [""] * (end - start)
    return "\n".join(lines) if any(map(_ELEMENT.match, lines)) else "", faults


def _elements(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where each element of the first list starts and ends, as indexes of lines."""
    marks = [(n, found[1]) for n, line in enumerate(lines) if (found := _ELEMENT.match(line))]
    if not marks:
        return
    indent = marks[0][1]
    starts = [number for number, spaces in marks if spaces == indent]
    # What follows the last one stands further left; between two elements, that is a slip.
    left = re.compile(rf" {{0,{len(indent) - 1}}}\w" if indent else "(?!)")
    after = range(starts[-1] + 1, len(lines))
    yield from pairwise([*starts, next((n for n in after if left.match(lines[n])), len(lines))])
