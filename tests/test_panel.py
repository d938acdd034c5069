"""What the preview adds to a page, as text and never as code."""

from __future__ import annotations

import re
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator import panel
from generator.errors import Problem
from generator.finished import Page
from generator.preview import Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = "<!doctype html><html><body><p>Bonjour.</p></body></html>"
LIST = "data/centres.yaml"
SOURCES = {LIST: Path("/projet d’essai/data/centres.yaml")}
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)
PLAIN = "a"


def fault(message: str, file: str = LIST) -> Problem:
    """Find a fault at a place."""
    return Problem(file=file, line=12, column=5, message=message)


def over(problems: Sequence[Problem | str], *, late: bool = False) -> Page:
    """Put problems over a page."""
    shown = Shown(problems=problems, late=late, version="7")
    return Page(path="index.html", html=panel.over(PAGE, "index.html", shown, SOURCES))


def names(page: Page) -> list[str]:
    """List the tags of a page, each with the names of its attributes."""
    return [f"{tag.name} {sorted(tag.attributes)}" for tag in page.tags]


def test_a_page_without_problems_gets_what_follows_the_saves_and_no_panel() -> None:
    added = (
        '<link rel="stylesheet" href="/_apercu/apercu.css">\n'
        '<script src="/_apercu/apercu.js" data-version="7"></script>\n'
    )
    assert over([]).html == PAGE.replace("</body>", f"{added}</body>")


def test_each_problem_is_said_with_its_place_and_the_ways_to_it() -> None:
    page = over([fault("est faux."), fault("mal écrit.", "texte/index.html"), "la carte manque."])
    assert (
        "3 problèmes à corriger Le site ne peut pas être mis en ligne ainsi."
        " data/centres.yaml, ligne 12, colonne 5 : est faux. Ouvrir dans VS Code"
        " texte/index.html, ligne 12, colonne 5 : mal écrit. la carte manque."
    ) in page.words
    assert [tag.attributes["href"] for tag in page.tags if tag.name == "a"] == [
        "/_apercu/fichier/data/centres.yaml#L12",
        "vscode://file/projet%20d%E2%80%99essai/data/centres.yaml:12:5",
        "/texte/",
    ]


def test_a_bad_save_and_a_site_that_cannot_go_online_are_said_apart() -> None:
    assert (
        "1 problème à corriger Le site montré est celui d’avant : il suivra dès que ce sera"
        " corrigé et enregistré."
    ) in over([fault("est faux.")], late=True).words


@given(message=TEXT, file=TEXT)
def test_no_words_of_a_problem_become_tags(message: str, file: str) -> None:
    page = over([fault(message, file), message])
    assert names(page) == names(over([fault(PLAIN, "x.html" * file.endswith(".html")), PLAIN]))
    assert " ".join(message.split()) in page.words


@given(name=TEXT, text=TEXT)
def test_no_words_of_a_file_become_tags(name: str, text: str) -> None:
    page = Page(path="", html=panel.source_page(name, text, Path("/a.yaml")))
    assert names(page) == names(Page(path="", html=panel.source_page("a", "b", Path("/a.yaml"))))
    assert f"<code>{Markup.escape(text)}</code>" in page.html


def test_a_file_is_shown_line_by_line_each_with_its_anchor() -> None:
    page = Page(path="", html=panel.source_page(LIST, "a: 1\n\n  b: 2", Path("/p/c.yaml")))
    assert re.findall(r'<li id="(L\d+)"><code>(.*?)</code>', page.html) == [
        ("L1", "a: 1"),
        ("L2", ""),
        ("L3", "  b: 2"),
    ]
    ways = [tag.attributes["href"] for tag in page.tags if tag.name == "a"]
    assert ways == ["/", *(f"vscode://file/p/c.yaml:{line}:1" for line in (1, 2, 3))]


def test_a_file_of_windows_is_named_as_vs_code_wants_it() -> None:
    class OnWindows(PureWindowsPath):
        def absolute(self) -> OnWindows:
            return self

    html = panel.source_page(LIST, "a", OnWindows(r"C:\Mes sites\c.yaml"))  # type: ignore[arg-type]
    assert "vscode://file/C:/Mes%20sites/c.yaml:1:1" in html
