"""What a server sends: small copies beside the files."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]  # ships no types

if TYPE_CHECKING:
    from pathlib import Path

WORTH = 300
"""Bytes under which a small copy saves nothing."""
TEXT = frozenset(
    {".css", ".csv", ".geojson", ".html", ".js", ".json", ".md", ".svg", ".txt", ".vcf", ".xml"}
)


def gzipped(data: bytes) -> bytes:
    """Compress without a date or a name, so that two builds give the same bytes."""
    return gzip.compress(data, 9, mtime=0)


def is_worth(name: str, size: int) -> bool:
    """Tell whether a server should send a small copy of a file."""
    return size > WORTH and PurePosixPath(name).suffix in TEXT


def compress(folder: Path) -> None:
    """Write .gz and .br beside each text file; the copies that an engine made give way."""
    for copy in [*folder.rglob("*.gz"), *folder.rglob("*.br")]:
        if copy.with_suffix("").is_file():
            copy.unlink()
    files = [path for path in folder.rglob("*") if path.is_file()]
    # Threads, since both libraries let go of Python while they work.
    with ThreadPoolExecutor() as pool:
        list(pool.map(_copy, (path for path in files if is_worth(path.name, path.stat().st_size))))


def _copy(path: Path) -> None:
    data = path.read_bytes()
    path.with_name(f"{path.name}.gz").write_bytes(gzipped(data))
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(data, quality=11))
