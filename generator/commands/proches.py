"""Find the hospitals near a place, as the page « Trouver un centre » does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import proches
from generator.inputs import Inputs, latest_day, read_directory

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "les centres proches d'un lieu"


def declare(parser: ArgumentParser) -> None:
    """Take the place."""
    parser.add_argument(
        "lieu", help="ville, code postal, département, hôpital, ou « 48.39, -4.49 »"
    )


def run(root: Path, options: Namespace) -> int:
    """Print the hospitals near a place, nearest first."""
    inputs = Inputs.of(root)
    directory = read_directory(inputs.centres, inputs, latest_day())
    print(*proches.lines(options.lieu, directory), sep="\n")
    return 0
