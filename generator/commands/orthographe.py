"""Look for words that are in no French dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import DataError
from generator.inputs import Inputs

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "cherche les fautes d'orthographe des pages et des textes de data/"


def declare(parser: ArgumentParser) -> None:
    """Take nothing."""
    del parser


def run(root: Path, options: Namespace) -> int:
    """Say that every word is known, or raise DataError with each that is not."""
    del options
    # Markdown and the templates take a while to load, which other commands can spare.
    from generator import hunspell, written  # noqa: PLC0415

    inputs = Inputs.of(root)
    known = written.known(inputs)
    read = list(written.by_editors(inputs))
    found = known.unknown(read, hunspell.unknown) + known.unused([*read, *written.by_developers()])
    if found:
        raise DataError(found)
    print(f"{len(read)} mots lus, aucun inconnu")
    return 0
