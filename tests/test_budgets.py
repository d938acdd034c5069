"""What a page weighs at first view, and the budget that it must keep."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.budgets import FILE, Budget, Weight, ecoindex, faults, kind_of, read, weigh
from generator.errors import DataError
from generator.finished import Site

if TYPE_CHECKING:
    from pathlib import Path

AMPLE = Budget(octets=10_000, requetes=10, elements=100, ecoindex=0)
PAGE = """<html><head><link rel="stylesheet" href="a.css"><link rel="icon" href="a.svg">
<link rel="canonical" href="b/"><script src="a.js"></script>
<script type="module" src="m.js"></script></head>
<body><p><img src="a.png"><img src="a.png"><a href="b/">b</a></body></html>"""
FILES = {
    "index.html": PAGE,
    "a.css": "p{}",
    "a.svg": "<svg></svg>",
    "a.js": 'import "./jamais.js"',
    "m.js": 'import "./n.js";\nimport "./n.js";\nconst tard = () => import("./tard.js");',
    "n.js": 'export * from "./m.js";\nimport { o } from "./o.js";',
    "o.js": "",
    "a.png": "x" * 5000,
    "tard.js": "x" * 9000,
    "jamais.js": "",
    "b/index.html": "<p>",
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Write a page that asks for eight files."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return Site.read(tmp_path)


def test_a_page_weighs_what_a_browser_asks_for_at_once(site: Site) -> None:
    asked = ("index.html", "a.css", "a.svg", "a.js", "m.js", "n.js", "o.js", "a.png")
    octets = sum(len(FILES[name]) for name in asked)
    expected = Weight(octets=octets, requetes=8, elements=4, tags=12)
    assert weigh(site, site.pages["index.html"]) == expected


def test_a_long_text_is_counted_as_it_is_sent(site: Site) -> None:
    (site.folder / "o.js").write_text("a" * 4000, "utf-8")
    (site.folder / "a.png").write_bytes(random.Random(1).randbytes(5000))
    empty = weigh(site, site.pages["index.html"]).octets
    assert 5000 < empty < 5000 + 600


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "accueil"),
        ("404.html", "autre"),
        ("departements/29-finistere/index.html", "departement"),
        ("trouver/index.html", "trouver"),
        ("accessibilite/index.html", "autre"),
        ("centres/index.html", "liste"),
        ("centres/lyon-sud/index.html", "centre"),
        ("carte/index.html", "carte"),
        ("comprendre/car-t/index.html", "texte"),
        ("mentions-legales/index.html", "texte"),
    ],
)
def test_each_page_has_the_budget_of_its_kind(path: str, kind: str) -> None:
    assert kind_of(path) == kind


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        ({}, None),
        ({"octets": 5000}, "5\u202f423 octets (gzip), pour 5\u202f000 au plus"),
        ({"requetes": 7}, "8 requêtes, pour 7 au plus"),
        ({"requetes": 8}, None),
        ({"elements": 3}, "4 éléments, pour 3 au plus"),
        ({"elements": 4}, None),
        ({"ecoindex": 99}, "EcoIndex de 96, pour 99 au moins"),
        ({"ecoindex": 96}, None),
    ],
)
def test_a_page_over_its_budget_is_said(
    site: Site, budget: dict[str, int], expected: str | None
) -> None:
    told = list(faults(site, {"accueil": replace(AMPLE, **budget), "texte": AMPLE}))
    whole = (
        f"index.html : {expected} (budgets.toml, [accueil]) :"
        " allégez la page, ou changez ce budget en disant pourquoi."
    )
    assert told == ([whole] if expected else [])


def test_the_budgets_of_the_site_are_those_of_its_promise() -> None:
    budgets = read()
    for kind, octets in {"accueil": 80_000, "texte": 100_000, "centre": 100_000}.items():
        assert budgets[kind] == Budget(octets=octets, requetes=10, elements=300, ecoindex=81)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[carte]", "[cartes]", "'carte'"),
        ("octets =", "poids =", "Budget.__init__() got an unexpected keyword argument 'poids'"),
        ("octets = 80_000", "octets = 80 ko", None),
        ("octets = 80_000", 'octets = "80"', "octets = '80'"),
    ],
)
def test_budgets_that_cannot_be_read_are_said(
    tmp_path: Path, old: str, new: str, reason: str | None
) -> None:
    file = tmp_path / "budgets.toml"
    file.write_text(FILE.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(DataError) as caught:
        read(file)
    told = (
        "budgets.toml:1:1: il faut, sous chacun de [accueil], [texte], [centre], [departement],"
        " [liste], [carte], [trouver], [autre], les nombres octets, requetes, elements,"
        " ecoindex et rien d'autre ("
    )
    assert str(caught.value).startswith(told + (f"{reason})." if reason else ""))


@pytest.mark.parametrize(
    ("tags", "requests", "kilobytes", "score"),
    [
        (0, 0, 0, 100),
        # 300 tags are an A, 400 a B.
        (300, 5, 30, 84),
        (400, 5, 30, 80),
        # The medians of the web stand at half.
        (603, 78, 1448.32, 50),
        (10**7, 10**5, 10**6, 0),
    ],
)
def test_the_ecoindex_is_that_of_its_authors(
    tags: int, requests: int, kilobytes: float, score: int
) -> None:
    assert ecoindex(tags, requests, kilobytes) == score
