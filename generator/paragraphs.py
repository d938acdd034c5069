"""The runs of lines of a page that Markdown reads together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A heading, a rule, the line under a title, a definition.
_ALONE = re.compile(r"#|[ \t]*([-*_=][ \t]*)+$|[ \t]*\[[^\]]+\]:")
_TABLE = re.compile(r"\|?[ \t]*:?-[-:| \t]*")

Slip = tuple[int, str]
"""An index of a page's Markdown and what to do there."""


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a line and where it starts."""

    at: int
    text: str

    @property
    def indented(self) -> bool:
        """Tell whether a space or a tab comes first."""
        return self.text[:1] in {" ", "\t"}


def paragraphs(body: str) -> Iterator[list[Line]]:
    """Yield each run of lines that nothing parts; a heading or a rule is a run of its own."""
    run: list[Line] = []
    at = 0
    for text in body.split("\n"):
        line = Line(at, text)
        at += len(text) + 1
        quoted = bool(run) and is_quote(run)  # which goes on whatever the next lines are
        alone = is_alone(text) and not quoted
        if run and (alone or not text.strip() or (is_quote([line]) and not quoted)):
            yield run
            run = []
        if alone:
            yield [line]
        elif text.strip():
            run.append(line)
    if run:
        yield run


def is_alone(line: str) -> bool:
    """Tell whether a line is no part of a paragraph: a heading, a rule, a definition."""
    return _ALONE.match(line) is not None


def is_quote(run: list[Line]) -> bool:
    """Tell whether a run of lines is a quotation."""
    return run[0].text.lstrip().startswith(">")


def is_table(run: list[Line]) -> bool:
    """Tell whether a run of lines is a table: its second line is made of dashes."""
    return len(run) > 1 and _TABLE.fullmatch(run[1].text.strip()) is not None
