"""A PDF as another program reads it: its words page by page, and how far they reach."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, kw_only=True)
class Read:
    """Hold a PDF once it is read."""

    reader: PdfReader
    pages: list[str]
    """The words of each page, in the order that a screen reader says them."""
    reach: list[tuple[int, float, float]]
    """For each run of words, its page from 1, where it starts and ends, in points from the left."""

    @property
    def text(self) -> str:
        """Join the words of every page."""
        return " ".join(self.pages)

    @property
    def catalogue(self) -> Any:  # noqa: ANN401  # as pypdf gives it
        """Give what the file says of itself."""
        return self.reader.trailer["/Root"]

    def bookmarks(self) -> list[tuple[int, str]]:
        """List the depth and the title of each bookmark."""
        return list(_bookmarks(self.reader.outline, 1))


def plain(text: str) -> str:
    """Leave out spaces and hyphens: a line may end at any, and hyphens are read as soft ones."""
    return re.sub(r"[\s\u00ad\u200b\u2011-]", "", text)


def read(data: bytes) -> Read:
    """Read a PDF."""
    reader = PdfReader(BytesIO(data))
    heard = [_Heard(number, page) for number, page in enumerate(reader.pages, 1)]
    return Read(
        reader=reader,
        pages=[one.text for one in heard],
        reach=[run for one in heard for run in one.reach],
    )


def fonts_of(page: PageObject) -> dict[str, Any]:
    """Give the fonts of a page by the names that it has for them."""
    resources: Any = page["/Resources"]
    return {name: font.get_object() for name, font in resources["/Font"].items()}


class _Heard:
    """Read a page, and keep how far each run of its words reaches."""

    def __init__(self, number: int, page: PageObject) -> None:
        self.reach: list[tuple[int, float, float]] = []
        self._number = number
        self._widths = {name: _widths(font) for name, font in fonts_of(page).items()}
        self._font: tuple[str, float] = ("", 0)
        self.text = page.extract_text(visitor_operand_before=self._operator)

    def _operator(self, name: bytes, operands: list[Any], cm: list[float], tm: list[float]) -> None:
        if name == b"Tf":
            self._font = (operands[0], float(operands[1]))
        elif name in {b"TJ", b"Tj"}:
            font, size = self._font
            runs = operands[0] if name == b"TJ" else operands
            long = _length(runs, self._widths[font]) * size / 1000
            start = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            end = start + long * (tm[0] * cm[0] + tm[1] * cm[2])
            self.reach.append((self._number, min(start, end), max(start, end)))


def _bookmarks(outline: list[Any], depth: int) -> Iterator[tuple[int, str]]:
    for one in outline:
        if isinstance(one, list):
            yield from _bookmarks(one, depth + 1)
        else:
            yield depth, str(one.title)


def _widths(font: Any) -> dict[int, float]:  # noqa: ANN401  # as pypdf gives it
    """Read how wide each glyph is (ISO 32000-1, 9.7.4.3), in thousandths of the size."""
    found: dict[int, float] = {}
    given = list(font["/DescendantFonts"][0].get_object()["/W"])
    while given:
        first = int(given.pop(0))
        after = given.pop(0)
        if isinstance(after, list):
            found |= {first + place: float(width) for place, width in enumerate(after)}
        else:
            found |= dict.fromkeys(range(first, int(after) + 1), float(given.pop(0)))
    return found


def _length(runs: list[Any], widths: dict[int, float]) -> float:
    total = 0.0
    for run in runs:
        if isinstance(run, str | bytes):
            data = run if isinstance(run, bytes) else run.original_bytes  # type: ignore[attr-defined]  # pypdf's own texts
            glyphs = [int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2)]
            total += sum(widths[glyph] for glyph in glyphs)
        else:
            total -= float(run)
    return total
