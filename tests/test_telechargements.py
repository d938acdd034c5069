"""The page of the downloads, and what tells that a file came whole."""

from __future__ import annotations

import hashlib
import re
from html import unescape

from generator.historique import Historique
from generator.releve import Releve
from generator.site import made_pages, source_files
from generator.telechargements import FILES, SUMS, Downloads
from tests.listed import DRAFT, HOME, OFFICIAL, SAMPLE, listed
from tests.test_glossary import words

MADE = Downloads(directory=listed(SAMPLE), publication=OFFICIAL)
EARLY = Downloads(directory=listed(SAMPLE), publication=DRAFT)


def said(page: str) -> str:
    """Read the words of the page."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page)).replace("\u00a0", " ").split())


def test_the_site_has_each_file_and_the_page_beside_them() -> None:
    files = {
        file.uri: file for file in source_files(listed(SAMPLE), words(), OFFICIAL, Historique())
    }
    assert {uri: files[uri].content for uri in FILES} == dict(MADE.files)
    assert files[SUMS].content == MADE.sums()
    assert files["donnees/index.md"].content == MADE.page()
    assert "donnees/index.md" in made_pages(listed(SAMPLE))
    assert FILES == (
        "donnees/centres.json",
        "donnees/centres.schema.json",
        "donnees/centres.csv",
        "donnees/centres.geojson",
    )


def test_the_sums_are_those_of_the_files_and_stand_on_the_page_out_of_the_search() -> None:
    sums = dict(line.split("  ")[::-1] for line in MADE.sums().splitlines())
    expected = {
        uri.removeprefix("donnees/"): hashlib.sha256(data).hexdigest()
        for uri, data in MADE.files.items()
    }
    assert sums == expected
    tables = re.findall(r'<table data-search-exclude="">.*?</table>', MADE.page(), re.DOTALL)
    assert len(tables) == MADE.page().count("<table") == 2
    shown = re.findall(r"<code>([^<]*<wbr>[^<]*)</code></th><td><code>(\w+)", tables[1])
    assert {name.replace("<wbr>", ""): digest for name, digest in shown} == sums


def test_the_page_explains_every_field_and_says_each_size() -> None:
    table = MADE.page().partition("Somme SHA-256")[0]
    fields = re.findall(r'<th scope="row"><code>(.*?)</code></th><td>(.+?)</td>', table)
    assert [name.replace("<wbr>", "") for name, _ in fields] == list(Releve.model_fields)
    for name in ("json", "csv", "geojson", "schema.json"):
        size = -(-len(MADE.files[f"donnees/centres.{name}"]) // 1000)
        assert f"centres.{name} ({size} Ko)" in said(MADE.page())
    assert "5 centres, y compris" in said(MADE.page())
    assert "4 points" in said(MADE.page())


def test_the_page_says_how_to_cite_and_what_nobody_has_checked() -> None:
    page = said(MADE.page())
    assert (
        "Centres qui donnent un traitement par cellules CAR-T en France, liste établie en novembre"
        f" 2026, Camille Œuvre, {HOME}donnees/. Licence Ouverte 2.0."
    ) in page
    assert "Personne n’a appelé ces hôpitaux pour ce site" in page
    assert "préversion" not in page
    early = said(EARLY.page())
    assert "liste établie en novembre 2026 (préversion, non validée). Licence Ouverte" in early
    assert "Ce site est une préversion, non validée, et chaque ligne des fichiers le dit." in early
