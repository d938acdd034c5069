"""A file replaced at once: who reads it meanwhile has the earlier one, whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace(path: Path, data: bytes) -> None:
    """Write a file beside its place, then put it there; where that fails, nothing has changed."""
    place = Path(os.path.realpath(path))  # a link stays one
    mode = place.stat().st_mode & 0o777 if place.exists() else 0o644
    try:
        _write(place, data, mode)
    except OSError as error:
        # The one beside is not what was named.
        raise OSError(error.errno, error.strerror, str(path)) from error


def _write(place: Path, data: bytes, mode: int) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{place.stem}-", dir=place.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        written.chmod(mode)
        written.replace(place)
    finally:
        written.unlink(missing_ok=True)
