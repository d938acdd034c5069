"""Build the site aside, and put it online only when whole."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator import publish, rappel, releases
from generator.commands.a_verifier import read_due
from generator.commands.lisibilite import read_pages
from generator.inputs import today
from generator.workplace import ASIDE, alone, cleared, uncollected

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "construit le site et le met dans site/"


def declare(parser: ArgumentParser) -> None:
    """Take nothing."""
    del parser


def run(root: Path, options: Namespace) -> int:
    """Build aside, check what was built, then put it online; the last good site stays otherwise.

    Once it is online, name the pages that are hard to read and count what is to be checked: that
    refuses nothing.
    """
    del options
    # MkDocs and the reading take half a second each, which other commands can spare.
    from generator import engine, report  # noqa: PLC0415

    with alone(root) as work, uncollected():
        folder = Path(tempfile.mkdtemp(prefix=ASIDE, dir=work))
        try:
            directory = engine.build(root / "mkdocs.yml", folder)
            if directory is None:
                print("Le site n'a pas changé : la construction a échoué.", file=sys.stderr)
                return 1
            if found := publish.finish(folder, directory):
                refused = folder.replace(cleared(work / "refuse")).relative_to(root)
                told = f"Le site n'a pas changé ; les pages refusées sont dans {refused}/."
                print(*found, told, sep="\n", file=sys.stderr)
                return 1
            releases.put_online(folder, root / "site")
            cleared(work / "refuse")
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"Site construit dans site/ : {directory.counted}.", flush=True)
    for hard in report.warnings(read_pages(root)):
        print(hard, file=sys.stderr)
    if said := rappel.reminder(read_due(root, today())):
        print(said, file=sys.stderr)
    return 0
