"""What an editor is told of how easily the pages are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.french import decimal_fr
from generator.readability import MEDICINES, SAMPLE, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def _remark(page: Page) -> str:
    named = ["beaucoup de noms de médicaments"] if page.file in MEDICINES else []
    return ", ".join([*named, *(["à simplifier"] if any(page.faults()) else [])])


Column = Callable[[Page], str]
"""Say what a cell shows of a page."""
COLUMNS: Mapping[str, Column] = {
    "page": lambda page: page.file,
    "score": lambda page: "–" if page.score is None else decimal_fr(page.score),
    "mots par phrase": lambda page: decimal_fr(page.mean),
    "phrase la plus longue": lambda page: str(page.longest),
    "mots": lambda page: str(page.words),
    "mots non définis": lambda page: str(len(page.undefined)),
    "remarque": _remark,
}
"""The cells of a page, by heading: the first and the last to the left, numbers to the right."""
LEGEND = f"""\
Score de Kandel et Moles : plus il est haut, plus la page est facile (– : moins de {SAMPLE} mots).
Pour voir les phrases trop longues : python -m generator lisibilite --phrases"""


def lines(read: Sequence[Page], *, phrases: bool) -> Iterator[str]:
    """Yield the lines of the report, followed on demand by the sentences that are too long."""
    yield from table(read, COLUMNS)
    yield from ("", LEGEND)
    if phrases:
        yield ""
        yield from list(too_long(read)) or ["Aucune phrase n’est trop longue."]


def table(read: Sequence[Page], columns: Mapping[str, Column]) -> Iterator[str]:
    """Yield the lines of a table, a page each."""
    rows = [list(columns), *([show(page) for show in columns.values()] for page in read)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *numbers, remark in rows:
        middle = [cell.rjust(width) for cell, width in zip(numbers, widths[1:-1], strict=True)]
        yield "  ".join([name.ljust(widths[0]), *middle, remark]).rstrip()


def too_long(read: Sequence[Page]) -> Iterator[str]:
    """Yield each sentence that is too long, after its place."""
    for page in read:
        for one in page.too_long():
            most = f"{page.target.longest} au plus"
            yield f"{page.file}:{one.line}: {one.length} mots ({most}) : {one.text}"


def warnings(read: Sequence[Page]) -> Iterator[str]:
    """Yield a line for each page that misses a target."""
    for page in read:
        if found := " ; ".join(page.faults()):
            yield f"{page.file} : {found}"
