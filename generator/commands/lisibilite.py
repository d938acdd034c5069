"""Say how easily each page of docs/ is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inputs import Inputs, latest_day, read_glossary

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

    from generator.readability import Page

HELP = "dit si chaque page de docs/ se lit bien"


def declare(parser: ArgumentParser) -> None:
    """Take whether to show the sentences."""
    parser.add_argument(
        "--phrases", action="store_true", help="montre aussi les phrases trop longues"
    )


def run(root: Path, options: Namespace) -> int:
    """Print a line for each page, and on demand the sentences that are too long."""
    from generator import report  # noqa: PLC0415  # as below

    print(*report.lines(read_pages(root), phrases=options.phrases), sep="\n")
    return 0


def read_pages(root: Path) -> list[Page]:
    """Read the pages of docs/ as people do."""
    # textstat and Markdown take half a second to load, which other commands can spare.
    from generator import readability  # noqa: PLC0415

    inputs = Inputs.of(root)
    return readability.pages(inputs.texts(), read_glossary(inputs, latest_day()))
