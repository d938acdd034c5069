"""A YAML file as plain values, each with its place; nothing is guessed or converted."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from generator.errors import DataError, Problem
from generator.events import Builder, Path, StopReadingError, Value
from generator.scalars import at_start, decode, invisible, merge_marks, misplaced
from generator.syntax import FRENCH_SYNTAX

# PyYAML refuses what YAML 1.1 refuses and reads on in C where it can: 20 times faster.
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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

    Raises DataError with every fault found up to the first one that stops the reading.
    """
    text = decode(data, file)
    problems = [
        problem
        for rule in (merge_marks, invisible, misplaced)
        for problem in rule(text, file, first_line)
    ]
    if problems:
        raise DataError(problems)
    builder = Builder(file=file, shift=first_line)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.problems.append(_syntax_problem(error, text, file, first_line))
    except StopReadingError:
        pass
    if not builder.problems and builder.root is None:
        builder.problems.append(at_start(file, "le fichier est vide."))
    if builder.problems or builder.root is None:
        raise DataError(builder.problems)
    return Document(file=file, value=builder.root, places=builder.places, keys=builder.keys)


def _syntax_problem(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Problem:
    """Say in French where the YAML breaks; PyYAML's own parser words it the same everywhere."""
    try:
        for _event in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.MarkedYAMLError as slower:
        error = slower
    except yaml.YAMLError:
        pass
    english = str(getattr(error, "problem", None) or "")
    unclosed = "end of stream" in english or "<stream end>" in english
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    mark = next(filter(None, reversed(marks) if unclosed else marks), None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if "could not find expected ':'" in english or "mapping values" in english:
        lines = text.split("\n")
        for number in (line, line - 1):
            glued = re.match(r"[ -]*[a-z_]+:(?=[^\s:/])", lines[number]) if number >= 0 else None
            if glued:
                message = "il manque une espace après « : »."
                place = {"line": number + first_line, "column": glued.end() + 1}
                return Problem(file=file, message=message, **place)
    message = next(
        (french for part, french in FRENCH_SYNTAX.items() if part in english),
        "la syntaxe YAML est incorrecte ici ou juste avant.",
    )
    return Problem(file=file, line=line + first_line, column=column + 1, message=message)
