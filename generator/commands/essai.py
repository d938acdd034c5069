"""Try what would keep the site offline, and write nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator import publish
from generator.workplace import uncollected

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "dit ce qui empêcherait de mettre le site en ligne, sans rien écrire"


def declare(parser: ArgumentParser) -> None:
    """Take nothing."""
    del parser


def run(root: Path, options: Namespace) -> int:
    """Build the whole site aside and check it as « build » does, then forget it."""
    del options
    # MkDocs takes half a second to load, which other commands can spare.
    from generator import engine  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as aside, uncollected():
        folder = Path(aside)
        directory = engine.build(root / "mkdocs.yml", folder)
        if directory is None:
            return 1
        found = publish.rehearse(folder, directory)
    print(*(found or ["Rien n'empêche de mettre le site en ligne."]), sep="\n")
    return 1 if found else 0
