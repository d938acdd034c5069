"""The index of the search: the text of the finished pages, in one file that is asked for on use."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.passages import read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

INDEX = "assets/recherche.json"
_PAGE = "index.html"


def index_of(pages: Iterable[tuple[str, str]]) -> str:
    """Write the index, as JSON, of pages given as path in the site and HTML.

    A list of pages, each `[address, title, other names, passages]`, a passage `[anchor, heading,
    text]`: the browser's own words decide how it is searched (assets/outils/moteur.js).
    """
    rows = [
        [
            quote(path.removesuffix(_PAGE)),
            found.title,
            found.words,
            [[one.anchor, one.heading, one.text] for one in found.passages],
        ]
        for path, html in pages
        if (found := read(html))
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def write_index(folder: Path) -> None:
    """Write the index of a finished folder into it; its pages stand in the order of their paths."""
    paths = sorted(folder.rglob("*.html"))
    pages = ((path.relative_to(folder).as_posix(), path.read_text("utf-8")) for path in paths)
    file = folder / INDEX
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(index_of(pages), "utf-8")
