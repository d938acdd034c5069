"""The communes cut into small files, by the first letters or figures that a reader types.

A browser asks for the one file that its reader's letters call for, and finds the commune in it: no
server is told the place. A file holds all that begins as its name does, or, where that is too much,
the likeliest of it and what begins with rare letters; the rest has files of its own.
"""

from __future__ import annotations

from bisect import bisect
from json import JSONEncoder
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


def cut(communes: Sequence[Commune]) -> dict[str, str]:
    """Return each file's JSON by what its rows begin with; communes come most populous first.

    A row is [name, INSEE code, postcodes, latitude, longitude, former name?], in 1/10 000 degree.
    """
    rows = [row for commune in communes for row in _rows(commune)]
    shares: dict[str, list[int]] = {}
    _share("", *_entries(rows), shares)
    texts = list(map(JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode, rows))
    return {
        start: f"[{','.join(texts[number] for number in share)}]"
        for start, share in sorted(shares.items())
    }


def _rows(commune: Commune) -> Iterable[Row]:
    """Yield what a file says of a commune, and again for each name that it took in."""
    codes = " ".join(commune.codes_postaux)
    latitude, longitude = round(commune.latitude * FINE), round(commune.longitude * FINE)
    row: Row = [commune.nom, commune.code_insee, codes, latitude, longitude]
    yield row
    for former in commune.anciens_noms:
        yield [*row, former]


def _entries(rows: Sequence[Row]) -> tuple[list[str], list[int]]:
    """List in order all that may be typed, names, postcodes and codes, and the row each finds."""
    # One folding of all names at once is ten times faster than one by one.
    names = fold("\n".join(str(row[FORMER] if len(row) > FORMER else row[0]) for row in rows))
    typed, numbers = names.split("\n"), list(range(len(rows)))
    for number, row in enumerate(rows):
        if len(row) == FORMER:
            codes = {str(row[1]).lower(), *str(row[2]).split()}
            typed += codes
            numbers += [number] * len(codes)
    order = sorted(range(len(typed)), key=typed.__getitem__)
    return [typed[place] for place in order], [numbers[place] for place in order]


def _share(
    start: str, typed: Sequence[str], numbers: Sequence[int], shares: dict[str, list[int]]
) -> None:
    """Put entries that all begin alike, in order, in one file or in as few as hold them."""
    rows = set(numbers)
    if len(rows) > ROWS:
        kept = set(sorted(rows)[:LIKELIEST])
        for letter, part in sorted(_by_letter(typed, len(start)), key=_rarest_first):
            more = kept.union(numbers[part])
            # What is typed whole has no letter left that would lead to another file.
            if len(more) <= ROWS or not letter:
                kept = more
            else:
                _share(start + letter, typed[part], numbers[part], shares)
        rows = kept
    shares[start] = sorted(rows)


def _by_letter(typed: Sequence[str], place: int) -> Iterable[tuple[str, slice]]:
    """Yield which entries, in order, have each letter at a place; the letter "" is their end."""
    first = 0
    while first < len(typed):
        letter = typed[first][place : place + 1]
        last = bisect(typed, letter, first, key=lambda entry: entry[place : place + 1])
        yield letter, slice(first, last)
        first = last


def _rarest_first(item: tuple[str, slice]) -> tuple[bool, int, str]:
    letter, part = item
    return bool(letter), part.stop - part.start, letter
