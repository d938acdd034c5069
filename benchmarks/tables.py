"""Tables in Markdown, of numbers without decimals."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NOISE = 1.1
"""Growth for each hospital up to which a measure counts as linear."""


def growth(sizes: Sequence[int], measured: Sequence[Mapping[str, Sequence[float]]]) -> None:
    """Print how each measure grows from one size of the list to the next."""
    rows = {}
    for name in measured[0]:
        runs = [one[name] for one in measured]
        each = [median(values) / size for values, size in zip(runs, sizes, strict=True)]
        steps = [after / before for before, after in pairwise(each)]
        verdict = "as the list or less" if max(steps) <= NOISE else "more than the list"
        rows[name] = [*map(spread, runs), *(f"{step:.2f}" for step in steps), verdict]
    between = [f"{few:,} to {many:,}" for few, many in pairwise(sizes)]
    table(["", *map(number, sizes), *between, "grows"], rows)
    print(
        "\nThe columns with « to » say by how much a measure grows for each hospital: 1 is linear,"
    )
    print(f"up to {NOISE} counts as such. Hospitals are repeated elsewhere in their départements.")


def spread(values: Sequence[float]) -> str:
    """Write a measure with its range, if it has one."""
    least, most = number(min(values)), number(max(values))
    return number(median(values)) + (f" ({least} to {most})" if least != most else "")


def number(value: float) -> str:
    """Write a number without decimals."""
    return f"{value:,.0f}"


def table(head: Sequence[str], rows: Mapping[str, Iterable[str]]) -> None:
    """Print a table as Markdown."""
    lines = [[key, *row] for key, row in rows.items()]
    for line in (head, ["---", *("---:" for _ in head[1:])], *lines):
        print(f"| {' | '.join(line)} |")
