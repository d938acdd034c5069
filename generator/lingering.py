"""The assets of the sites that were online before: a page that was already read asks for them."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.assets import ASSETS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LINGERING = "encore"
"""Of the folder beside the kept sites where all their assets are, each named by its content."""
DAY = 86_400
"""Seconds for which an asset still answers once no kept site has it: a tab may stay open."""


def linger(store: Path, names: Iterable[str]) -> None:
    """Add the assets of kept sites, as second names of the same files: they take no room."""
    for name in names:
        for path in _files(store / name / ASSETS):
            beside = store / LINGERING / path.relative_to(store / name)
            if not beside.exists():
                beside.parent.mkdir(parents=True, exist_ok=True)
                _link(path, beside)


def forget(store: Path, names: Iterable[str]) -> None:
    """Delete each asset that no kept site has had for a day."""
    here = store / LINGERING
    kept = {path.relative_to(store / name) for name in names for path in _files(store / name)}
    for path in _files(here):
        # Changed when the last site that had it was deleted, since that took a name from it.
        if path.relative_to(here) not in kept and time.time() - path.stat().st_ctime > DAY:
            path.unlink()
    # A folder is named by its content too; the deepest first.
    for folder in sorted((path for path in here.rglob("*") if path.is_dir()), reverse=True):
        with suppress(OSError):  # it holds something
            folder.rmdir()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _link(path: Path, beside: Path) -> None:
    try:
        os.link(path, beside)
    except OSError:  # a disk that gives a file one name only
        new = beside.with_name(f"{beside.name}.nouveau")
        shutil.copy2(path, new)
        new.replace(beside)
