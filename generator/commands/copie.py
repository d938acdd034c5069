"""Copy the site that is online to where it is read without a server: a USB stick."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator import portable
from generator.workplace import alone

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "copie le site pour une clé USB, où il se lit sans serveur"


def declare(parser: ArgumentParser) -> None:
    """Take the folder."""
    parser.add_argument("dossier", type=Path, help="dossier vide ou nouveau")


def run(root: Path, options: Namespace) -> int:
    """Copy it, while no build changes it."""
    site = root / "site"
    if not (site / "index.html").is_file():
        print("Aucun site n'est construit : tapez d'abord « make build ».", file=sys.stderr)
        return 1
    with alone(root):
        count = portable.carry(site.resolve(), options.dossier)
    print(f"{count} pages dans {options.dossier} : ouvrez index.html.")
    return 0
