"""Say what a visitor will see differently since an earlier version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import history
from generator.content import Content
from generator.french import date_fr
from generator.inputs import Inputs, latest_day
from generator.publication import Publication

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "dit ce qui change pour les visiteurs depuis une version enregistrée"


def declare(parser: ArgumentParser) -> None:
    """Take the version, and how long the text may be."""
    parser.add_argument(
        "version",
        nargs="?",
        default="HEAD",
        help="branche, étiquette ou numéro de version (la dernière enregistrée par défaut)",
    )
    parser.add_argument(
        "--limite", type=int, metavar="N", help="coupe le texte à N caractères, pour GitHub"
    )


def run(root: Path, options: Namespace) -> int:
    """Print it as Markdown for a comment of GitHub; raise DataError where the new side is wrong."""
    # Markdown takes a quarter of a second to load, which other commands can spare.
    from generator.edition import GLOSSARY, HISTORY, LIST, PAGES, Edition  # noqa: PLC0415
    from generator.summary import cut, summary  # noqa: PLC0415

    earlier = history.version(root, options.version)
    new = Edition.of(Content.read(Inputs.of(root), Publication(), latest_day()))
    old = Edition.earlier(earlier.files(LIST, GLOSSARY, PAGES, HISTORY))
    since = f"du {date_fr(earlier.day)} ({earlier.commit[:7]})"
    told = list(summary(old, new, since, earlier.touched()))
    limit: int | None = options.limite
    print(*(told if limit is None else cut(told, limit)), sep="\n")
    return 0
