"""The files of assets/, each named by its content: a browser may keep what it has for ever."""

from __future__ import annotations

import hashlib
import re
from itertools import accumulate
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.links import IMPORT

if TYPE_CHECKING:
    from generator.finished import Page, Site

ASSETS = "assets"
_STAMP = re.compile("[0-9a-f]{8}")
_SHEET = re.compile(r"""url\(\s*["']?([^"')\s]+)""")
_NAMING = {".css": _SHEET, ".js": IMPORT, ".mjs": IMPORT}
"""How a kind of file names others."""
_REMARK = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*(?!!).*?\*/""", re.DOTALL)
"""A text of a sheet, which stays as it is, or a remark that is for who writes it."""


def stamp(site: Site) -> None:
    """Put a stamp of its content in the name of each asset; mend what names it."""
    stamps = _Stamps(site)
    for page in site.pages.values():
        (site.folder / page.path).write_text(_page(page, stamps), "utf-8")
    for path in sorted(site.files):
        if stamps.takes(path):
            file = site.folder / path
            file.rename(file.with_name(_stamped(file.name, stamps[path])))


class _Stamps(dict[str, str]):
    """Give each file its stamp; one that names others is mended and stamped after them."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site = site

    def takes(self, path: str | None) -> bool:
        """Tell whether a path is an asset that can be stamped, and whose folder is not yet."""
        return (
            path in self._site.files
            and path.startswith(f"{ASSETS}/")
            and bool(PurePosixPath(path).suffix)
            and not _STAMP.fullmatch(PurePosixPath(path).parent.name)
        )

    def mended(self, start: str, address: str) -> str:
        """Return the address that a file of the site will have for one that names it."""
        path = self._site.path(start, address)
        return _stamped(address, self[path]) if path and self.takes(path) else address

    def __missing__(self, path: str) -> str:
        file = self._site.folder / path
        data = _bare(file.read_bytes()) if file.suffix == ".css" else file.read_bytes()
        # Of two files that name each other one gets this, which leads nowhere: links.py says so.
        self[path] = _digest(data)
        if naming := _NAMING.get(file.suffix):
            mended = naming.sub(
                lambda found: found[0].replace(found[1], self.mended(path, found[1])),
                data.decode(),
            )
            file.write_bytes(mended.encode())
            self[path] = _digest(mended.encode())
        return self[path]


def _bare(sheet: bytes) -> bytes:
    """Leave the remarks of a style sheet out: 14 % of what each reader is sent of site.css.

    Each line keeps its number, and a remark that opens with « /*! » stays: it tells a licence.
    """
    kept = _REMARK.sub(lambda found: found[1] or "\n" * found[0].count("\n"), sheet.decode())
    return kept.encode()


def _page(page: Page, stamps: _Stamps) -> str:
    starts = list(accumulate((len(line) + 1 for line in page.html.split("\n")), initial=0))
    pieces, done = [], 0
    for tag in page.tags:
        source = tag.source
        # Most addresses lead to pages: to find where costs more than to see that they do.
        for address in (one for _, one in tag.addresses() if ASSETS in unquote(page.path + one)):
            new = stamps.mended(page.path, address)
            alone = rf"(?<![^\s\"'=,]){re.escape(address)}(?![^\s\"'>,])"
            source = re.sub(alone, new.replace("\\", r"\\"), source) if new != address else source
        start = starts[tag.line - 1] + tag.column - 1
        pieces += [page.html[done:start], source]
        done = start + len(tag.source)
    return "".join([*pieces, page.html[done:]])


def _stamped(address: str, stamp: str) -> str:
    """Put a stamp before the ending of the file that an address names."""
    end = re.search("[?#]|$", address)
    assert end  # noqa: S101  # each text has an end
    stem, dot, suffix = address[: end.start()].rpartition(".")
    return f"{stem}.{stamp}{dot}{suffix}{address[end.start() :]}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]
