"""Put the whole site on paper: one PDF to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator import aside
from generator.content import BOOKLET
from generator.errors import PlainError
from generator.french import size_fr

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "met tout le site dans un PDF à imprimer"


def declare(parser: ArgumentParser) -> None:
    """Take where to write it."""
    parser.add_argument(
        "fichier",
        nargs="?",
        type=Path,
        default=Path(BOOKLET),
        help=f"où l'écrire ({BOOKLET}, dans ce dossier, par défaut)",
    )


def run(root: Path, options: Namespace) -> int:
    """Write the booklet, whole or not at all."""
    # MkDocs takes half a second to load, which other commands can spare.
    from generator import engine  # noqa: PLC0415

    path: Path = options.fichier
    if path.is_dir():
        raise PlainError(f"« {path} » est un dossier : ajoutez le nom du fichier à écrire.")
    if not path.parent.is_dir():
        raise PlainError(f"Le dossier « {path.parent} » n'existe pas : créez-le d'abord.")
    made = engine.content_of(engine.configured(root / "mkdocs.yml")).booklet
    aside.replace(path, made.data)
    print(f"Livret écrit dans {path} : {made.pages} pages, {size_fr(len(made.data))}.")
    return 0
