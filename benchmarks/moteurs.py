"""Build the site with other engines, from the export, and say how each differs from our build."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from generator import engine, export, foreign, publish
from generator.commands.export import write
from generator.finished import Page, Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.finished import Tag

ROOT = Path(__file__).parents[1]
BUILDS = {
    "mkdocs": ("mkdocs", "build", "--strict", "--quiet"),
    "zensical": ("zensical", "build", "--strict"),
}
"""How each engine is run in the exported folder, as a module of Python."""
_SMALL = (".br", ".gz")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, kw_only=True)
class Row:
    """Hold what was compared: how many there are, and the names of those that differ."""

    what: str
    count: int
    differing: tuple[str, ...]


def ours(settings: Path, folder: Path) -> Path:
    """Build as « make build » does."""
    directory = engine.build(settings, folder)
    assert directory, "the site of this project must be right"
    assert publish.finish(folder, directory) == []
    return folder


def theirs(settings: Path, folder: Path, moteur: str) -> Path:
    """Export, build with another engine and none of our code, and finish."""
    config = engine.configured(settings, preview=False)
    content = engine.content_of(config)
    write(folder, export.files(content, settings.read_text("utf-8"), config.extra, moteur))
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *BUILDS[moteur]]
    done = subprocess.run(  # noqa: S603  # the words above
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert foreign.finish(folder / "site", content) == []
    return folder / "site"


def compare(first: Path, second: Path) -> list[Row]:
    """Compare two finished sites, from their addresses to their bytes."""
    a, b = Site.read(first), Site.read(second)
    shared = sorted(a.pages.keys() & b.pages.keys())

    def pages(what: str, read: Callable[[Site, Page], object]) -> Row:
        found = [one for one in shared if read(a, a.pages[one]) != read(b, b.pages[one])]
        return Row(what=what, count=len(shared), differing=tuple(found))

    both = sorted(name for name in a.files & b.files if not name.endswith((*_SMALL, ".html")))
    changed = [one for one in both if (first / one).read_bytes() != (second / one).read_bytes()]
    return [
        Row(
            what="adresses",
            count=len(a.files | b.files),
            differing=tuple(sorted(name for name in a.files ^ b.files)),
        ),
        pages("texte visible", lambda _, page: _text(page)),
        pages("titre, description et en-tête", lambda _, page: [*_head(page)]),
        pages("titres de parties et ancres", lambda _, page: (_headings(page), page.anchors)),
        pages("liens, une fois suivis", lambda site, page: [*_led(site, page)]),
        pages("balises et autres attributs", lambda _, page: [*_tags(page)]),
        Row(what="données et fichiers, octet par octet", count=len(both), differing=tuple(changed)),
        pages("pages, octet par octet", lambda _, page: page.html),
    ]


def table(results: dict[str, list[Row]]) -> str:
    """Write the comparisons as a table of Markdown: how many are the same, of how many."""
    lines = [f"| | {' | '.join(results)} |", f"|---|{'---|' * len(results)}"]
    for rows in zip(*results.values(), strict=True):
        cells = [f"{row.count - len(row.differing)} sur {row.count}" for row in rows]
        lines.append(f"| {rows[0].what} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _text(page: Page) -> str:
    """Read what a page says, with the spaces that French does not break at."""
    return re.sub(r"[ \t\n]+", " ", unescape(re.sub(r"<[^>]*>", "", page.html)))


def _head(page: Page) -> Iterator[object]:
    yield unescape(page.html.partition("<title>")[2].partition("</title>")[0])
    yield from (tag.attributes for tag in page.tags if tag.name == "meta")


def _headings(page: Page) -> list[tuple[str, str]]:
    return [(tag.name, tag.attributes.get("id", "")) for tag in page.tags if tag.name in _HEADINGS]


def _led(site: Site, page: Page) -> Iterator[tuple[str, str, str]]:
    for tag in page.tags:
        for name, address in tag.addresses():
            file = site.file(page.path, address) or address
            yield tag.name, name, f"{file}#{address.partition('#')[2]}"


def _tags(page: Page) -> Iterator[tuple[str, dict[str, str]]]:
    for tag in page.tags:
        led = {name for name, _ in tag.addresses()} | _own_addresses(tag)
        yield tag.name, {key: text for key, text in tag.attributes.items() if key not in led}


def _own_addresses(tag: Tag) -> set[str]:
    # Of the dialog of the search: addresses too, that its script asks for.
    return {"data-base", "data-trouver"} if tag.name == "dialog" else set()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as work:
        mine = ours(ROOT / "mkdocs.yml", Path(work) / "site")
        results = {
            moteur: compare(mine, theirs(ROOT / "mkdocs.yml", Path(work) / moteur, moteur))
            for moteur in sys.argv[1:] or BUILDS
        }
    print(table(results))
    for moteur, rows in results.items():
        for row in rows:
            if row.differing:
                print(f"\n{moteur}, {row.what} :", *row.differing[:10], sep="\n- ")
