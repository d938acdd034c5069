"""What the preview adds to the pages of the site, and the pages of its own; none is ever built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from generator.french import NBSP
from generator.render import render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.errors import Problem
    from generator.preview import Shown

ROOT = "_apercu/"
"""Where the preview's own addresses begin: no page of the site may."""
VERSION = f"{ROOT}version"
SOURCE = f"{ROOT}fichier/"
_FOLDER = Path(__file__).parent / "apercu"
FILES = {f"{ROOT}{name}": _FOLDER / name for name in ("apercu.css", "apercu.js")}


@dataclass(frozen=True, kw_only=True)
class Item:
    """Show a problem, or where a page comes from: its words, and links to its place."""

    words: str
    place: str = ""
    href: str = ""
    editor: str = ""
    """The address that opens VS Code there."""


def over(html: str, name: str, shown: Shown, sources: Mapping[str, Path]) -> str:
    """Put over a page what is to be mended, and under it where it comes from.

    `name` is its path in a built site; `sources` leads from the names of the editors' files to
    where they are.
    """
    place = shown.site.place(name) if shown.site else None
    added = render(
        "apercu.html.jinja",
        "",
        problems=[_item(problem, sources) for problem in shown.problems],
        late=shown.late,
        source=place and _placed("", place[0], place[1], 1, sources),
        version=shown.version,
    )
    before, body, after = html.rpartition("</body>")
    return f"{before}{added}{body}{after}"


def waiting() -> str:
    """Write the page that stands for all others until there is a site."""
    message = f"Le site ne peut pas encore être montré{NBSP}: il reste des erreurs à corriger."
    return notice(message)


def notice(message: str) -> str:
    """Write a page that says one thing."""
    return _page("Aperçu du site", Markup("<p>{}</p>").format(message))


def source_page(name: str, text: str, file: Path) -> str:
    """Write the page that shows an editor's file, each line with its number and its anchor."""
    lines = [(line, _in_editor(file, number, 1)) for number, line in enumerate(text.split("\n"), 1)]
    body = render("apercu-fichier.html.jinja", "", name=name, lines=lines)
    return _page(name, Markup(body))  # noqa: S704  # our own template


def _page(title: str, body: Markup) -> str:
    return render("apercu-page.html.jinja", "", title=title, body=body)


def _item(problem: Problem | str, sources: Mapping[str, Path]) -> Item:
    if isinstance(problem, str):
        return Item(words=problem)
    return _placed(problem.message, problem.file, problem.line, problem.column, sources)


def _placed(words: str, file: str, line: int, column: int, sources: Mapping[str, Path]) -> Item:
    """Link a place: to the file's lines, or to the finished page where it is in none."""
    place = f"{file}, ligne {line}" + (f", colonne {column}" if words else "")
    if file in sources:
        href = f"/{SOURCE}{quote(file, errors='replace')}#L{line}"
        return Item(
            words=words, place=place, href=href, editor=_in_editor(sources[file], line, column)
        )
    page = (
        f"/{quote(file.removesuffix('index.html'), errors='replace')}"
        if file.endswith(".html")
        else ""
    )
    return Item(words=words, place=place, href=page)


def _in_editor(file: Path, line: int, column: int) -> str:
    # On Windows a path has no « / » before its letter.
    path = file.absolute().as_posix().removeprefix("/")
    return f"vscode://file/{quote(path, safe='/:', errors='replace')}:{line}:{column}"
