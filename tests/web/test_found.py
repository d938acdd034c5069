"""What search engines, sharing and security researchers read of a site, published or not."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import yaml
from PIL import Image

from generator import engine, publish
from tests.schema_org import unknown
from tests.web.place import HOSPITALS, lay

if TYPE_CHECKING:
    from pathlib import Path

HOME = "https://exemple.fr/car-t/"
KEYS = ("editeur", "directeur_publication", "hebergeur", "valide_par")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site whose legal keys and address are known."""
    options = dict.fromkeys(KEYS, "Une personne d'essai")
    root = lay(
        tmp_path_factory.mktemp("public") / "site", HOSPITALS, **options, contact="a+b@exemple.fr"
    )
    settings = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    settings["site_url"] = HOME
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    folder = root / "bati"
    directory = engine.build(root / "mkdocs.yml", folder)
    assert directory
    assert publish.finish(folder, directory) == []
    return folder


def meta(page: Path) -> dict[str, str]:
    """Read what a page says of itself to those who share it."""
    html = page.read_text("utf-8")
    return dict(re.findall(r'<meta property="og:([\w:]+)" content="([^"]*)">', html))


def test_a_published_page_names_itself_and_a_picture_that_exists(published: Path) -> None:
    assert meta(published / "texte" / "index.html") == {
        "type": "website",
        "locale": "fr_FR",
        "site_name": "CAR-T\u00a0: comprendre et trouver un centre",
        "title": "Un texte - CAR-T\u00a0: comprendre et trouver un centre",
        "description": "Page d&#39;essai.",
        "url": f"{HOME}texte/",
        "image": f"{HOME}vignette.png",
        "image:width": "1200",
        "image:height": "630",
        "image:alt": "Carte de France avec une marque pour chaque hôpital de la liste",
    }
    picture = Image.open(BytesIO((published / "vignette.png").read_bytes()))
    assert picture.size == (1200, 630)


def test_a_published_site_is_listed_whole_with_the_dates_of_its_pages(published: Path) -> None:
    sitemap = (published / "sitemap.xml").read_text("utf-8")
    pages = {
        path.parent.relative_to(published).as_posix() for path in published.rglob("index.html")
    }
    listed = re.findall(r"<loc>([^<]*)</loc><lastmod>2026-(?:11|05-04)</lastmod>", sitemap)
    assert sorted(listed) == sorted(f"{HOME}{page}/".replace("./", "") for page in pages)
    assert (published / "robots.txt").read_text("utf-8") == (
        f"User-agent: *\nDisallow:\nSitemap: {HOME}sitemap.xml\n"
    )
    assert "X-Robots-Tag" not in (published / "_headers").read_text("utf-8")


def test_a_weakness_can_be_told_where_a_contact_is_set(published: Path, site: Path) -> None:
    assert (published / ".well-known" / "security.txt").read_text("utf-8") == (
        "Contact: mailto:a+b@exemple.fr\nExpires: 2027-11-01T00:00:00Z\nPreferred-Languages: fr\n"
    )
    assert not (site / ".well-known").exists()


def test_a_preversion_asks_no_one_to_index_it(site: Path) -> None:
    assert "<loc>" not in (site / "sitemap.xml").read_text("utf-8")
    robots = (site / "robots.txt").read_text("utf-8")
    assert robots.endswith("User-agent: *\nDisallow:\n")
    assert "Sitemap" not in robots
    shared = meta(site / "texte" / "index.html")
    assert shared["description"] == "Préversion, non validée. Page d&#39;essai."
    assert "image" not in shared


def test_every_page_that_says_what_it_is_about_uses_the_words_of_schema_org(
    published: Path,
) -> None:
    told = {}
    for page in published.rglob("*.html"):
        found = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8")
        )
        assert len(found) <= 1, page
        told.update({page.relative_to(published).as_posix(): json.loads(one) for one in found})
    silent = {page.relative_to(published).as_posix() for page in published.rglob("*.html")}
    assert silent - told.keys() == {"404.html", "centres/morvan/index.html"}
    assert [fault for one in told.values() for fault in unknown(one)] == []
    kinds = [one["@type"] for one in told["centres/lyon/index.html"]["@graph"]]
    assert kinds == ["Hospital", "BreadcrumbList"]
    assert "lastReviewed" not in json.dumps(told)
    (data, _) = told["donnees/index.html"]["@graph"]
    files = [one["contentUrl"].removeprefix(HOME) for one in data["distribution"]]
    assert all((published / file).is_file() for file in files)
    assert len(files) == 3
