"""Put the site before this one back online."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from generator import releases
from generator.french import date_fr
from generator.workplace import alone

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "remet en ligne la version précédente du site"


def declare(parser: ArgumentParser) -> None:
    """Take nothing."""
    del parser


def run(root: Path, options: Namespace) -> int:
    """Put the earlier site back online and say which it is."""
    del options
    with alone(root):
        release = releases.rollback(root / "site")
    if release is None:
        print("Aucune version précédente n'est gardée : le site n'a pas changé.", file=sys.stderr)
        return 1
    then = datetime.fromtimestamp(release.stat().st_mtime, tz=UTC).astimezone()
    when = f"{date_fr(f'{then:%Y-%m-%d}')} à {then:%H:%M}"
    print(f"Le site est revenu à la version {release.name}, construite le {when}.")
    return 0
