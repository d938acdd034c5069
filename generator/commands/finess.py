"""Compare the list with an extract of the national register that the editor downloaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.inputs import Inputs, latest_day, read_directory, read_list

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "compare la liste au registre national FINESS, sans rien changer"


def declare(parser: ArgumentParser) -> None:
    """Take the extract."""
    parser.add_argument(
        "fichier",
        type=Path,
        help="extrait de FINESS téléchargé sur data.gouv.fr (finess-structures ou cs1100507)",
    )


def run(root: Path, options: Namespace) -> int:
    """Print what the register says otherwise, hospital by hospital."""
    # Other commands read no register.
    from generator import comparison, extract  # noqa: PLC0415

    inputs = Inputs.of(root)
    directory = read_directory(inputs.centres, inputs, latest_day())
    numbers = [centre.finess for centre in directory.centres]
    register = extract.read(options.fichier, numbers)
    print(*comparison.lines(register, directory, read_list(inputs)), sep="\n")
    return 0
