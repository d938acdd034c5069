"""The real site, built by other engines from the export: what each changes, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.moteurs import BUILDS, compare, theirs
from tests.audit.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

KNOWN: dict[str, dict[str, set[str]]] = {
    "mkdocs": {},
    "zensical": {
        # Its own search, which nothing of ours asks for, and which no setting leaves out.
        "adresses": {"search.json", "search.json.br", "search.json.gz"},
        # It lists what the engine wrote: search.json here, sitemap.xml.gz with MkDocs.
        "données et fichiers, octet par octet": {"_headers"},
    },
}
"""What differs, by what is compared; every other row is the same, but for the bytes of pages."""


@pytest.mark.parametrize("moteur", BUILDS)
def test_another_engine_changes_what_is_known_and_no_more(
    moteur: str, live: Path, tmp_path: Path
) -> None:
    rows = compare(live, theirs(ROOT / "mkdocs.yml", tmp_path / "export", moteur))
    found = {row.what: {*row.differing} for row in rows if row.differing}
    # MiniJinja leaves other blank lines, writes « ' » as &#x27; and begins addresses with « ./ »:
    # the text, the tags and where each address leads are rows of their own.
    bytes_ = found.pop("pages, octet par octet", set())
    assert found == KNOWN[moteur]
    assert len(bytes_) == (0 if moteur == "mkdocs" else rows[-1].count)
    assert min(row.count for row in rows) > 100
