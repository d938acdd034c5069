"""A YAML file as plain values, each with its place; nothing is guessed or converted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import DataError, Problem
from generator.recovery import parse, without_broken
from generator.scalars import (
    MOST,
    at_start,
    damaged,
    decode,
    invisible,
    merge_marks,
    misplaced,
    softened,
)

if TYPE_CHECKING:
    from generator.events import Path, Value


@dataclass(frozen=True, kw_only=True)
class Document:
    """Hold the values of a YAML file and where each stands."""

    file: str
    value: Value
    places: dict[Path, tuple[int, int]]
    """Line and column (from 1) of each value, by its path of keys and indexes."""
    keys: dict[Path, tuple[int, int]]
    """The same for the key that names the value."""

    def problem(self, path: Path, message: str, *, at_key: bool = False) -> Problem:
        """Place a message at a value, at its key, or at the nearest place above."""
        places = self.keys if at_key else self.places
        while path and path not in places:
            path = path[:-1]
            places = self.places
        line, column = places.get(path, (1, 1))
        return Problem(file=self.file, line=line, column=column, message=message)

    def at(self, path: Path) -> Value | None:
        """Return the value at a path of keys and indexes, or None where there is none."""
        value: Value | None = self.value
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value


def read(data: bytes, file: str, *, first_line: int = 1) -> Document:
    """Read YAML bytes; `file` is the name shown, `first_line` the line where they start there.

    Raises DataError with every fault found.
    """
    document, problems = read_on(data, file, first_line=first_line)
    if problems or document is None:
        raise DataError(problems)
    return document


def read_on(
    data: bytes, file: str, *, first_line: int = 1
) -> tuple[Document | None, list[Problem]]:
    """Read what can be read, and list what is wrong with the rest.

    Elements of a list that break the YAML are left out of the document; there is none where
    nothing is sure.
    """
    try:
        text = decode(data, file)
    except DataError as error:
        return None, list(error.problems)
    marks, hidden = merge_marks(text, file, first_line), invisible(text, file, first_line)
    if len(hidden) == MOST:
        return None, [at_start(file, "ce fichier n'est pas un texte : est-ce le bon ?")]
    if marks:
        return None, [*marks, *hidden]
    odd = list(misplaced(text, file, first_line))
    inside = parse(text, file, first_line)[0].inside if odd else ()
    problems = [*hidden, *(one for one in odd if one.line not in inside)]
    told = {problem.line for problem in problems}
    problems += damaged(text, file, first_line)
    text = softened(text) if problems else text
    builder, broken = parse(text, file, first_line)
    faults: list[Problem] = []
    if broken:
        text, faults = without_broken(text, broken, first_line)
    if faults:
        builder, broken = parse(text, file, first_line)
    # A hard space made ordinary may stand wrong: it has been told.
    problems += [one for one in (*faults, broken) if one and one.line not in told]
    problems += builder.problems
    if broken or builder.root is None:
        return None, problems or [at_start(file, "le fichier est vide.")]
    whole = Document(file=file, value=builder.root, places=builder.places, keys=builder.keys)
    return whole, problems


def values(data: bytes) -> Value | None:
    """Return what YAML bytes hold, whatever `read` would say of it; None where it cannot be told.

    So an earlier version of a file is read: its faults are no longer anyone's to mend.
    """
    try:
        builder, broken = parse(decode(data, ""), "", 1)
    except DataError:
        return None
    return None if broken else builder.root
