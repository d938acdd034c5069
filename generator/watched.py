"""The files that an editor may save, and whether one has changed."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TICK = 0.1
"""Seconds between two looks. Programs save in several steps: a save is over when two are alike."""

Stamps = dict[str, tuple[int, int]]


def stamps(paths: Iterable[Path]) -> Stamps:
    """Note the time and size of each file, and of each in a folder, however deep."""
    noted: Stamps = {}
    for path in paths:
        for file in [path, *_within(path)]:
            try:
                seen = file.stat()
            except OSError:
                continue  # deleted since
            noted[str(file)] = (seen.st_mtime_ns, seen.st_size)
    return noted


def _within(folder: Path) -> Iterator[Path]:
    # Unlike Path.rglob, os.walk passes over a folder that is deleted meanwhile.
    for inner, folders, files in os.walk(folder):
        yield from (Path(inner, name) for name in (*folders, *files))


def saves(paths: Iterable[Path]) -> Iterator[None]:
    """Yield at once, then after each save; one that comes while a caller works is not missed."""
    watched = list(paths)
    known = stamps(watched)
    yield
    while True:
        time.sleep(TICK)
        if (seen := stamps(watched)) == known:
            continue
        while (settled := _after_a_tick(watched)) != seen:
            seen = settled
        known = seen
        yield


def _after_a_tick(watched: Iterable[Path]) -> Stamps:
    time.sleep(TICK)
    return stamps(watched)
