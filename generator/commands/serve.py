"""Show the site while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "montre le site pendant qu'on l'écrit"
ADDRESS = "127.0.0.1:8000"


def declare(parser: ArgumentParser) -> None:
    """Take the address."""
    parser.add_argument("--adresse", default=ADDRESS, help=f"adresse locale ({ADDRESS})")


def run(root: Path, options: Namespace) -> int:
    """Serve a preview that follows each change."""
    # MkDocs takes half a second to load, which other commands can spare.
    from generator import engine  # noqa: PLC0415

    address: str = options.adresse
    print(f"Le site sera visible à l'adresse http://{address}/ (Ctrl+C pour arrêter).", flush=True)
    return 0 if engine.serve(root / "mkdocs.yml", address) else 1
