"""A copy of the finished site that can be read from a folder, without a server."""

from __future__ import annotations

import posixpath
import re
import shutil
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from generator.errors import PlainError
from generator.finished import Site

if TYPE_CHECKING:
    from pathlib import Path

    from generator.finished import Page

_FOR_SERVERS = shutil.ignore_patterns("*.br", "*.gz", "_headers", "404.html")


class TakenError(PlainError):
    """Tell that a folder already holds something."""


def carry(site: Path, folder: Path) -> int:
    """Copy a site where there is nothing yet; each link names its file. Return how many pages."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder} n'est pas vide : choisissez un dossier vide ou nouveau."
        raise TakenError(message)
    shutil.copytree(site, folder, ignore=_FOR_SERVERS, dirs_exist_ok=True)
    copied = Site.read(folder)
    for page in copied.pages.values():
        (folder / page.path).write_text(_with_files(copied, page), "utf-8")
    return len(copied.pages)


def _with_files(site: Site, page: Page) -> str:
    """Write a page where links lead to index.html: from a folder, no server adds it."""
    starts = list(accumulate((len(line) + 1 for line in page.html.split("\n")), initial=0))
    pieces, done = [], 0
    for tag in page.tags:
        source = tag.source
        for _, address in tag.addresses():
            if (new := _named(site, page.path, address)) != address:
                old = re.escape(escape(address))
                source = re.sub(rf"(?<=[\"'=;]){old}(?=[\"'>\s])", lambda _: escape(new), source)
        start = starts[tag.line - 1] + tag.column - 1
        pieces += [page.html[done:start], source]
        done = start + len(tag.source)
    return "".join([*pieces, page.html[done:]])


def _named(site: Site, start: str, address: str) -> str:
    file = site.file(start, address)
    if file is None or address.startswith("#") or site.path(start, address) == file:
        return address
    fragment = urlsplit(address).fragment
    near = posixpath.relpath(file, posixpath.dirname(start) or ".")
    return quote(near) + (f"#{fragment}" if fragment else "")
