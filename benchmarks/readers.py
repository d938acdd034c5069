"""Readers who open a page, wait, then ask for all that it names, while the site changes."""

from __future__ import annotations

import hashlib
import random
import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from benchmarks.servers import ask
from generator.links import IMPORT

if TYPE_CHECKING:
    import http.client
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.servers import Server

READERS = 16
LONGEST = 8.0
"""Seconds that a reader waits at most between a page and its files."""
_NAMED = re.compile(r"""(?:src|href|data-[\w-]+)="([^"#?]*\bassets/[^"#?]+\.\w+)[#?"]""")
_STAMP = re.compile(r"\.([0-9a-f]{8})\.\w+$")


@dataclass(kw_only=True)
class Seen:
    """Hold what readers met."""

    pages: int = 0
    files: int = 0
    crossed: int = 0
    """Pages of one site whose files were asked for once another was online."""
    wrong: list[str] = field(default_factory=list)
    """What failed, or was not what its name says."""

    def __add__(self, other: Seen) -> Seen:
        return Seen(
            pages=self.pages + other.pages,
            files=self.files + other.files,
            crossed=self.crossed + other.crossed,
            wrong=self.wrong + other.wrong,
        )


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Hold what readers need: a server, the pages, and each site that may be online."""

    server: Server
    site: Path
    """The link that is swapped."""
    pages: Sequence[str]
    sites: Sequence[Path]
    """Copies of the finished sites: a page must be one of theirs, to the byte."""

    def until(self, end: float) -> Seen:
        """Read with several readers until a moment."""
        with ThreadPoolExecutor(READERS) as pool:
            seen = list(pool.map(lambda seed: self._reader(seed, end), range(READERS)))
        return sum(seen, Seen())

    def _reader(self, seed: int, end: float) -> Seen:
        chance, seen, connection = random.Random(seed), Seen(), self.server.connect()
        while time.monotonic() < end:
            path = chance.choice(self.pages)
            page = ask(connection, path.removesuffix("index.html"))
            seen.pages += 1
            of = [site for site in self.sites if (site / path).read_bytes() == page.body]
            if page.status != 200 or len(of) != 1:  # noqa: PLR2004  # HTTP's
                seen.wrong.append(f"{path}: {page.status}, a page of {len(of)} sites")
                continue
            time.sleep(chance.uniform(0, LONGEST))
            before = self.site.readlink().name
            for name in _named(path, page.body.decode()):
                seen.wrong += _ask_all(connection, name, seen, set())
            seen.crossed += before != of[0].name
        connection.close()
        return seen


def missing(reading: Reading, site: Path, path: str) -> list[str]:
    """List the files of a page of a site that do not answer now."""
    connection, seen = reading.server.connect(), Seen()
    html = (site / path).read_text("utf-8")
    return [
        wrong for name in _named(path, html) for wrong in _ask_all(connection, name, seen, set())
    ]


def _ask_all(
    connection: http.client.HTTPConnection, name: str, seen: Seen, known: set[str]
) -> list[str]:
    """Ask for a file and the modules that it imports; tell what is wrong."""
    if name in known:
        return []
    known.add(name)
    answer = ask(connection, name)
    seen.files += 1
    stamp = _STAMP.search(name)
    if answer.status != 200:  # noqa: PLR2004  # HTTP's
        return [f"{name}: {answer.status}"]
    if stamp and hashlib.sha256(answer.body).hexdigest()[:8] != stamp[1]:
        return [f"{name}: not what its name says"]
    imported = IMPORT.findall(answer.body.decode()) if name.endswith(".js") else []
    return [
        wrong
        for address in imported
        for wrong in _ask_all(connection, urljoin(name, address), seen, known)
    ]


def _named(path: str, html: str) -> Iterator[str]:
    for address in dict.fromkeys(_NAMED.findall(html)):
        yield urljoin(f"/{path}", address).removeprefix("/")
