"""The index of the search."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.search import index_of, write_index

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "<main><h1>Un</h1><p>“a”</p><h2 id='b'>B</h2><p>c</p></main>"


def test_the_index_holds_each_page_with_its_address_and_passages() -> None:
    pages = [
        ("index.html", FIRST),
        ("a/b/index.html", "<meta name=keywords content=x><main><h1>Œ</h1></main>"),
        ("404.html", "<main data-search-exclude><h1>Rien</h1></main>"),
        ("100 % sûr ?/index.html", "<main><h1>Sûr</h1></main>"),
        ("seule.html", "<main><h1>Seule</h1></main>"),
    ]
    assert json.loads(index_of(pages)) == [
        ["", "Un", "", [["", "", "“a”"], ["b", "B", "c"]]],
        ["a/b/", "Œ", "x", [["", "", ""]]],
        ["100%20%25%20s%C3%BBr%20%3F/", "Sûr", "", [["", "", ""]]],
        ["seule.html", "Seule", "", [["", "", ""]]],
    ]


def test_the_index_of_a_folder_has_its_pages_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for path in ("b/index.html", "a/index.html", "index.html"):
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"<main><h1>{path}</h1></main>", "utf-8")
    write_index(tmp_path)
    index = json.loads((tmp_path / "assets" / "recherche.json").read_text("utf-8"))
    assert [page for page, *_ in index] == ["a/", "b/", ""]
