"""An extract of the national register, read whichever of its two formats it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import etalab, structures
from generator.unpack import opened, unknown

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from generator.register import Extract

BOM = b"\xef\xbb\xbf"


def read(path: Path, numbers: Collection[str]) -> Extract:
    """Read what a downloaded file says of the sites of those numbers.

    Raises UnusableFileError, one sentence, for whatever is no extract or not a whole one.
    """
    with opened(path) as stream:
        head = stream.peek(64)[:64].removeprefix(BOM)
        if head.startswith(etalab.MARK):
            return etalab.read(stream, numbers)
        if head.lstrip().startswith(b"{"):
            return structures.read(stream, numbers)
        raise unknown(head)
