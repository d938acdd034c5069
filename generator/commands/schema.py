"""Write the schema that helps an editor's program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import schema

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "écrit data/centres.schema.json, dont l'éditeur de texte tire son aide"


def declare(parser: ArgumentParser) -> None:
    """Take nothing."""
    del parser


def run(root: Path, options: Namespace) -> int:
    """Write the schema beside the list."""
    del options
    (root / "data" / schema.FILE).write_text(schema.text(), encoding="utf-8", newline="\n")
    print(f"data/{schema.FILE} est à jour.")
    return 0
