"""An address as a square that a telephone's camera reads (QR code, ISO/IEC 18004)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import segno  # noqa: TID251

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIET = 4
"""Modules of white that must stand around it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Square:
    """Draw a code: its side in modules, the white around included, and what is black."""

    side: int
    path: str


def square(address: str) -> Square:
    """Draw an address so that it is still read with 15 % of the paper stained (level M)."""
    code = segno.make_qr(address, error="m")
    path = "".join(_runs(code.matrix))
    return Square(side=len(code.matrix) + 2 * QUIET, path=path)


def _runs(rows: tuple[bytearray, ...]) -> Iterator[str]:
    """Yield each row of black modules side by side as one rectangle."""
    for y, row in enumerate(rows, QUIET):
        x = QUIET
        for black, modules in groupby(row):
            width = len(list(modules))
            if black:
                yield f"M{x} {y}h{width}v1h-{width}z"
            x += width
