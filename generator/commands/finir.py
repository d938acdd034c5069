"""Make ready for a server a site that another engine built of an export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator import foreign

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "termine un site construit par un autre moteur, et le vérifie"


def declare(parser: ArgumentParser) -> None:
    """Take the folder."""
    parser.add_argument("dossier", type=Path, help="le site qu'un autre moteur vient de construire")


def run(root: Path, options: Namespace) -> int:
    """Finish the folder where it stands; return 1 where it must not be put online."""
    # MkDocs takes half a second to load, which other commands can spare.
    from generator import engine  # noqa: PLC0415

    content = engine.content_of(engine.configured(root / "mkdocs.yml", preview=False))
    if found := foreign.finish(options.dossier, content):
        print(*found, "Ne mettez pas ce dossier en ligne.", sep="\n", file=sys.stderr)
        return 1
    print(f"Site terminé dans {options.dossier} : {content.directory.counted}.")
    return 0
