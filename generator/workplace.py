"""The folder .build, where a site is made before it is shown: one program at a time."""

from __future__ import annotations

import gc
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from generator.errors import PlainError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASIDE = "essai-"
"""How the folders begin where a site is built."""


class BusyError(PlainError):
    """Tell that another program of ours is at work in the same folder."""


@contextmanager
def alone(root: Path) -> Iterator[Path]:
    """Give the folder of work to one program at a time; clear what a killed one left there."""
    work = root / ".build"
    work.mkdir(exist_ok=True)
    try:
        import fcntl  # noqa: PLC0415  # Windows has none, and no lock then
    except ImportError:
        yield work
        return
    lock = os.open(work, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for left in work.glob(f"{ASIDE}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield work
    except BlockingIOError as error:
        message = "Une construction est déjà en cours : attendez sa fin, puis recommencez."
        raise BusyError(message) from error
    finally:
        os.close(lock)


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no garbage be looked for: nearly all that a build makes lives until its end."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def cleared(path: Path) -> Path:
    """Delete a folder that may be there."""
    with suppress(FileNotFoundError):
        shutil.rmtree(path)
    return path
