"""Check what editors write, and write nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.content import Content
from generator.errors import PlainError
from generator.formats import FORMATS
from generator.inputs import Inputs, latest_day, read_directory
from generator.publication import Publication

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "vérifie la liste et les pages, sans rien écrire"


def declare(parser: ArgumentParser) -> None:
    """Take one list to check alone, and who reads the problems."""
    parser.add_argument("fichier", nargs="?", type=Path, help="une liste à vérifier seule")
    parser.add_argument(
        "--format",
        dest="format_erreurs",
        choices=FORMATS,
        default=FORMATS[0],
        help="comment dire les erreurs : en lignes, sur une demande de fusion, ou en JSON",
    )


def run(root: Path, options: Namespace) -> int:
    """Say how many hospitals the list holds, or raise DataError with every problem."""
    inputs = Inputs.of(root)
    file: Path | None = options.fichier
    if file is None:
        directory = Content.read(inputs, Publication(), latest_day()).directory
    elif file.suffix.lower() in {".md", ".markdown"}:
        message = f"{file} est une page, pas une liste : lancez « check » sans nom de fichier."
        raise PlainError(message)
    else:
        directory = read_directory(file.resolve(), inputs, latest_day())
    print("[]" if options.format_erreurs == "json" else f"{directory.counted}, aucun problème")
    return 0
