"""List what is due: facts to check, pages to read again."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from generator import rappel, texts
from generator.echeances import due_on
from generator.errors import PlainError
from generator.inputs import Inputs, latest_day, read_directory, today

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

    from generator.echeances import Due

HELP = "liste ce qui est à vérifier ou à relire, le plus ancien d'abord"


class DayError(PlainError):
    """Tell that words are no day."""


def declare(parser: ArgumentParser) -> None:
    """Take another day than today."""
    parser.add_argument(
        "--jusqu-a", metavar="AAAA-MM-JJ", help="ce qui le sera ce jour-là (aujourd'hui par défaut)"
    )


def run(root: Path, options: Namespace) -> int:
    """Print what is due today or on a given day; nothing due is wrong."""
    day = today() if options.jusqu_a is None else _day(options.jusqu_a)
    due = read_due(root, day)
    inputs = Inputs.of(root)
    print(*rappel.lines(due, inputs.name(inputs.centres), today()), sep="\n")
    return 0


def read_due(root: Path, day: date) -> Due:
    """Read what editors write, and list what is due."""
    # MkDocs takes half a second to load, which other commands can spare.
    from generator import engine  # noqa: PLC0415

    delais = engine.delais(root / "mkdocs.yml")
    inputs = Inputs.of(root)
    directory = read_directory(inputs.centres, inputs, latest_day())
    return due_on(day, directory, texts.check_all(inputs.texts(), latest_day()), delais)


def _day(words: str) -> date:
    try:
        return datetime.strptime(words, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        message = f"« {words} » n'est pas un jour : écrivez AAAA-MM-JJ (exemple : 2027-05-31)."
        raise DayError(message) from None
