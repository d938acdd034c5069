"""Problems found in an editor's files, said in French with their place."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 80
"""Characters of a value that a message quotes."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Problem:
    """Hold one fault: where it is and what to do about it, in French."""

    file: str
    line: int
    """Counted from 1, as editors show it."""
    column: int
    """Counted from 1, in characters."""
    message: str

    def __str__(self) -> str:
        # One line a problem, whatever the value that it quotes.
        message = self.message.replace("\n", "\\n").replace("\t", "\\t")
        return f"{self.file}:{self.line}:{self.column}: {message}"


def shortened(value: str) -> str:
    """Cut a value that is quoted in a message: a whole page of it would hide what is said."""
    return value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"


class PlainError(Exception):
    """Carry what is to be said in French, and no more: a command that raises it ends there."""


class DataError(PlainError):
    """Carry every problem of a reading, in the order of the file, each once."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
