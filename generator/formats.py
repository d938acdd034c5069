"""Problems as people and programs read them: lines, a pull request's annotations, JSON."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.errors import Problem

FORMATS = ("texte", "github", "json")
MOST = 100
"""Problems told to a person at once: what is mended first makes many others go."""
_BOLD, _RED, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[0m"
_WIDE = 100
"""Characters of an excerpt, on a terminal."""


def worded(problems: Sequence[Problem], name: str, root: Path, stream: TextIO) -> str:
    """Word problems in a format, for what is read at the end of a stream.

    `root` is the folder from which problems name their files: a terminal shows their lines.
    """
    match name:
        case "github":
            return "\n".join(map(_annotation, problems))
        case "json":
            return json.dumps(
                [asdict(problem) for problem in problems], ensure_ascii=False, indent=1
            )
    show = _drawn if colours(stream) else _line
    rest = len(problems) - MOST
    more = [f"… et {rest} autre{'s' * (rest > 1)}."] if rest > 0 else []
    return "\n".join([*(show(problem, root) for problem in problems[:MOST]), *more])


def colours(stream: TextIO) -> bool:
    """Tell whether a stream ends on a terminal that shows colours and whose reader wants them.

    https://no-color.org; the old console of Windows would print the codes.
    """
    old = os.name == "nt" and "WT_SESSION" not in os.environ
    return stream.isatty() and not os.environ.get("NO_COLOR") and not old


def _line(problem: Problem, _root: Path) -> str:
    return str(problem)


def _drawn(problem: Problem, root: Path) -> str:
    """Show the problem, then its line with a mark under the place."""
    place = f"{_BOLD}{problem.file}:{problem.line}:{problem.column}:{_PLAIN}"
    said = str(problem).removeprefix(f"{problem.file}:{problem.line}:{problem.column}:")
    return "\n".join([f"{place}{said}", *_excerpt(problem, root)])


def _excerpt(problem: Problem, root: Path) -> Iterator[str]:
    try:
        lines = (root / problem.file).read_text("utf-8-sig").split("\n")
        line = lines[problem.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return
    start = max(0, problem.column - _WIDE // 2)
    shown = "".join(char if char.isprintable() else " " for char in line[start : start + _WIDE])
    yield f"    {shown}"
    yield f"    {' ' * (problem.column - 1 - start)}{_RED}^{_PLAIN}"


def _annotation(problem: Problem) -> str:
    """Write a workflow command of GitHub, which escapes what would end it or a property."""
    file = _escaped(problem.file).replace(":", "%3A").replace(",", "%2C")
    message = _escaped(problem.message)
    return f"::error file={file},line={problem.line},col={problem.column}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
