"""The communes cut into small files, by the first letters or figures that a reader types.

A browser asks for the one file that its reader's letters call for, and finds the commune in it: no
server is told the place. A file holds all that begins as its name does, or, where that is too much,
the likeliest of it and what begins with rare letters; the rest has files of its own.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from generator.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.gazetteer import Commune

ROWS = 250
"""Rows in a file at most: 6 kB once compressed."""
LIKELIEST = 10
"""Rows that the first letters alone show: the most populous."""
FINE = 10_000
"""Parts of a degree: 11 m, as whole numbers."""
FORMER = 5
"""Place in a row of the former name that it is found by, if any."""

Row = list[str | int]
Entry = tuple[str, int]
"""What may be typed, folded, and the number of the row that it finds."""


def cut(communes: Sequence[Commune]) -> dict[str, str]:
    """Return each file's JSON by what its rows begin with; communes come most populous first.

    A row is [name, INSEE code, postcodes, latitude, longitude, former name?], in 1/10 000 degree.
    """
    rows = [row for commune in communes for row in _rows(commune)]
    shares: dict[str, list[int]] = {}
    _share("", sorted(_entries(rows)), shares)
    texts = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    return {
        start: f"[{','.join(texts[number] for number in share)}]"
        for start, share in sorted(shares.items())
    }


def _rows(commune: Commune) -> Iterable[Row]:
    """Yield what a file says of a commune, and again for each name that it took in."""
    position = (round(degrees * FINE) for degrees in (commune.latitude, commune.longitude))
    row: Row = [commune.nom, commune.code_insee, " ".join(commune.codes_postaux), *position]
    yield row
    yield from ([*row, former] for former in commune.anciens_noms)


def _entries(rows: Sequence[Row]) -> Iterable[Entry]:
    """Yield all that a reader may type: names, postcodes and INSEE codes."""
    # One folding of all names at once is ten times faster than one by one.
    names = fold("\n".join(str(row[FORMER] if len(row) > FORMER else row[0]) for row in rows))
    for number, (name, row) in enumerate(zip(names.split("\n"), rows, strict=True)):
        yield name, number
        if len(row) == FORMER:
            for code in {str(row[1]).lower(), *str(row[2]).split()}:
                yield code, number


def _share(start: str, entries: Sequence[Entry], shares: dict[str, list[int]]) -> None:
    """Put entries that all begin alike, in order, in one file or in as few as hold them."""
    rows = {number for _, number in entries}
    if len(rows) > ROWS:
        place = len(start)
        letters = {
            letter: list(some)
            for letter, some in groupby(entries, key=lambda entry: entry[0][place : place + 1])
        }
        kept = {*sorted(rows)[:LIKELIEST], *(number for _, number in letters.pop("", []))}
        for letter, some in sorted(letters.items(), key=lambda item: (len(item[1]), item[0])):
            more = kept.union(number for _, number in some)
            if len(more) <= ROWS:
                kept = more
            else:
                _share(start + letter, some, shares)
        rows = kept
    shares[start] = sorted(rows)
