"""Write all that another engine reads to build the site."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator import export
from generator.errors import PlainError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

HELP = "écrit tout ce qu'un autre moteur lit pour construire le site"


def declare(parser: ArgumentParser) -> None:
    """Take where to write it, and for which engine."""
    parser.add_argument("dossier", type=Path, help="où l'écrire : un dossier neuf, ou vide")
    parser.add_argument(
        "--moteur",
        choices=export.ENGINES,
        default=export.ENGINES[0],
        help="qui le construira (mkdocs par défaut)",
    )


def run(root: Path, options: Namespace) -> int:
    """Write the folder, whole or not at all."""
    # MkDocs takes half a second to load, which other commands can spare.
    from generator import engine  # noqa: PLC0415

    path: Path = options.dossier
    _refuse_taken(path)
    config = engine.configured(root / "mkdocs.yml", preview=False)
    text = (root / "mkdocs.yml").read_text("utf-8")
    content = engine.content_of(config)
    count = write(path, export.files(content, text, config.extra, options.moteur))
    print(f"Export écrit dans {path} : {count} fichiers. LISEZ-MOI.md dit comment le construire.")
    return 0


def write(path: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write files in a folder that appears only when whole; return how many."""
    aside = Path(tempfile.mkdtemp(prefix=".export-", dir=path.parent))
    try:
        count = 0
        for name, data in files:
            count += 1
            file = aside / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        aside.chmod(0o755)
        if path.is_dir():
            path.rmdir()  # an empty one; one that was filled meanwhile is refused by the system
        aside.rename(path)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return count


def _refuse_taken(path: Path) -> None:
    if path.is_dir() and any(path.iterdir()):
        message = f"Le dossier « {path} » n'est pas vide : donnez-en un autre, ou videz-le d'abord."
        raise PlainError(message)
    if path.exists() and not path.is_dir():
        raise PlainError(f"« {path} » est un fichier : donnez le nom d'un dossier.")
    if not path.parent.is_dir():
        raise PlainError(f"Le dossier « {path.parent} » n'existe pas : créez-le d'abord.")
