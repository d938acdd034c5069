"""Every address of the finished pages leads somewhere, or is said with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.finished import Page, Site
from generator.links import faults

if TYPE_CHECKING:
    from pathlib import Path

CURE = " : corrigez l'adresse, ou ajoutez ce qui manque."
NOWHERE = "aucune page, aucun fichier du site ne répond à"
START = "centres/lyon/index.html"
FILES = {
    "index.html": '<h1 id="titre">x</h1><a name="ancien"></a>',
    "centres/index.html": '<h2 id="été">x</h2>',
    "centres/l été.html": "",
    "assets/a.js": "",
    "assets/outils/b.js": "",
    "404.html": "",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a small finished folder."""
    for name, text in FILES.items():
        write(tmp_path, name, text)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    """Write a file of the folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def told(folder: Path) -> list[str]:
    """Check the folder."""
    return [str(problem) for problem in faults(Site.read(folder))]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#",
        "#top",
        "#ici",
        "?a=b#ici",
        "../",
        "..",
        "../index.html",
        "../../",
        "../../#titre",
        "../../#ancien",
        "../#%C3%A9t%C3%A9",
        "../#été",
        "../l%20%C3%A9t%C3%A9.html",
        "/",
        "/.",
        "/centres/#été",
        "../../assets/a.js",
        "../#lieu=29232",
        "https://absent.fr/x",
        "//absent.fr/x",
        "mailto:a@a.fr",
        "tel:+33100000000",
    ],
)
def test_an_address_that_leads_somewhere_is_no_fault(folder: Path, address: str) -> None:
    write(folder, START, f'<p id="ici"><a href="{address}">x</a>')
    assert told(folder) == []


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ('<a href="absent/">', f"{NOWHERE} « absent/ »"),
        ('<a href="../lyon">', None),
        ('<a href="../Lyon/">', f"{NOWHERE} « ../Lyon/ »"),
        ('<a href="../../absent.html#x">', f"{NOWHERE} « ../../absent.html#x »"),
        ('<a href="../../../">', f"{NOWHERE} « ../../../ »"),
        ('<a href="../../%2e%2e/x">', f"{NOWHERE} « ../../%2e%2e/x »"),
        (f'<a href="{"../" * 30}">', f"{NOWHERE} « {'../' * 30} »"),
        ('<a href="/absent/">', f"{NOWHERE} « /absent/ »"),
        ('<a href="http://[x">', f"{NOWHERE} « http://[x »"),
        ('<a href="#absente">', f"« {START} » n'a pas l'ancre que demande « #absente »"),
        ('<a href="../#x">', "« centres/index.html » n'a pas l'ancre que demande « ../#x »"),
        ('<a href="../../#TITRE">', "« index.html » n'a pas l'ancre que demande « ../../#TITRE »"),
        ('<img src="x.png">', f"{NOWHERE} « x.png »"),
        ('<img srcset="../../assets/a.js 1x, y.png 2x">', f"{NOWHERE} « y.png »"),
        ('<script src="../../assets/absent.js">', f"{NOWHERE} « ../../assets/absent.js »"),
        ('<link rel="icon" href="x.svg">', f"{NOWHERE} « x.svg »"),
        ('<p data-moteur="../../assets/c.js">', f"{NOWHERE} « ../../assets/c.js »"),
        ('<p data-moteur="../../assets/a.js" data-autre="n’importe quoi">', None),
    ],
)
def test_an_address_that_leads_nowhere_is_said_with_its_place(
    folder: Path, tag: str, message: str | None
) -> None:
    write(folder, START, f"<p>\n<b>{tag}")
    assert told(folder) == ([f"{START}:2:4: {message}{CURE}"] if message else [])


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://a.fr/cart/", True),
        ("https://a.fr/cart/centres/#été", True),
        ("/cart/centres/", True),
        ("https://a.fr/", True),
        ("https://a.fr/cart/absent/", False),
        ("/centres/", False),
    ],
)
def test_the_site_s_own_address_is_taken_from_its_first_page(
    folder: Path, address: str, *, good: bool
) -> None:
    write(folder, "index.html", '<link rel="canonical" href="https://a.fr/cart/">')
    write(folder, START, f'<a href="{address}">')
    assert told(folder) == ([] if good else [f"{START}:1:1: {NOWHERE} « {address} »{CURE}"])


def test_the_page_shown_at_any_address_has_no_relative_one(folder: Path) -> None:
    write(folder, "404.html", '<a href="centres/">a</a><a href="/centres/">b</a><a href="#">c</a>')
    assert told(folder) == [
        "404.html:1:1: cette page répond à toute adresse, « / » doit donc commencer"
        f" « centres/ »{CURE}"
    ]


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ('import "./outils/b.js";\nimport { a,\n b } from "./a.js";\n', None),
        ('const a = import("./plus-tard.js");\n', None),
        ('export const texte = "absent.js";\n', None),
        ('\n\nimport "./absent.js";\n', "3:1: ./absent.js"),
        ('import a from "./outils/b.js";\nexport * from "../b.js"', "2:1: ../b.js"),
        ('import "leaflet";', "1:1: leaflet"),
    ],
)
def test_a_module_that_imports_nothing_that_exists_is_said(
    folder: Path, script: str, message: str | None
) -> None:
    write(folder, "assets/a.js", script)
    place, _, address = (message or "").partition(" ")
    expected = f"assets/a.js:{place} aucun fichier du site ne répond à l'import « {address} »{CURE}"
    assert told(folder) == ([expected] if message else [])


def test_a_script_that_names_the_folder_of_assets_is_said(folder: Path) -> None:
    write(folder, "assets/a.js", 'const a = "my-assets/x";\nfetch("../assets/contours.json")\n')
    assert told(folder) == [
        "assets/a.js:2:1: « assets/contours.json » change de nom avec son contenu : donnez cette"
        " adresse au script par un attribut data-*, ou par rapport à lui-même (import.meta.url)."
    ]


def test_a_page_is_read_as_a_browser_reads_it() -> None:
    page = Page(
        path="x.html",
        html="<p ID=a id=b title='&eacute;'>un&nbsp;\n deux<script>trois</script> quatre<br/>",
    )
    first, script, line = page.tags
    assert first.attributes == {"id": "a", "title": "é"}
    assert (script.name, script.line, script.column) == ("script", 2, 6)
    assert line.name == "br"
    assert page.words == "un deux quatre"
    assert page.inline == [(script, "trois")]


def test_a_missing_index_of_the_search_is_said(folder: Path) -> None:
    write(folder, START, '<dialog data-index="../../assets/index.json"></dialog>')
    assert told(folder) == [f"{START}:1:1: {NOWHERE} « ../../assets/index.json »{CURE}"]
