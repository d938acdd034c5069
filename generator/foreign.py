"""A folder that any engine built of an export: what our own build adds to its pages is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import publish
from generator.errors import PlainError
from generator.export import SEARCHED
from generator.finished import Site
from generator.render import address_of
from generator.search import write_index

if TYPE_CHECKING:
    from pathlib import Path

    from generator.content import Content

_OPENING, _CLOSING = "<article>\n", "\n</article>"
"""Around the body of a page, in generator/theme/main.html."""


class NotBuiltError(PlainError):
    """Tell that a folder is not a site fresh from an engine."""


def finish(folder: Path, content: Content) -> list[str]:
    """Mark the glossary's words, write the index of the search, then do as for our own build.

    Returns, in French, what forbids to put it online. Raises NotBuiltError.
    """
    if not (folder / "index.html").is_file():
        raise NotBuiltError(f"« {folder} » n'est pas un site construit : index.html y manque.")
    if (folder / "_headers").exists():
        raise NotBuiltError(f"« {folder} » est déjà terminé : construisez-le de nouveau d'abord.")
    uris = {f"{address_of(uri)}/index.html".removeprefix("./"): uri for uri in pages_of(content)}
    for name, page in Site.read(folder).pages.items():
        html = restored(page.html)
        if name in uris:
            html = marked(html, uris[name], content)
        (folder / name).write_text(html, "utf-8")
    sitemap = folder / "sitemap.xml"
    sitemap.write_text(restored(sitemap.read_text("utf-8")), "utf-8")
    write_index(folder)
    return [*missing(folder, content), *publish.finish(folder, content.directory)]


def pages_of(content: Content) -> list[str]:
    """Name every page of the site, by its file."""
    made = [one.uri for one in content.source_files() if one.uri.endswith(".md")]
    return sorted({*content.pages, *made})


def restored(html: str) -> str:
    """Write a page as our own engine does, where Zensical has written the same otherwise."""
    own, meanwhile = SEARCHED
    # MiniJinja escapes each « / »: the stamp of a file is put after the name that it reads.
    return html.replace("&#x2f;", "/").replace(meanwhile, own)


def marked(html: str, uri: str, content: Content) -> str:
    """Mark the words of the glossary in the body of a whole page; what is around it stays."""
    start, end = html.find(_OPENING), html.rfind(_CLOSING)
    if start < 0 or end < start:
        return html
    start += len(_OPENING)
    return html[:start] + content.mark(html[start:end], uri) + html[end:]


def missing(folder: Path, content: Content) -> list[str]:
    """List, in French, each page or file of the site that the engine left out."""
    there = Site.read(folder).files
    wanted = [f"{address_of(uri)}/index.html".removeprefix("./") for uri in pages_of(content)]
    wanted += [one.uri for one in content.source_files() if not one.uri.endswith(".md")]
    return [f"{one} : le moteur ne l'a pas écrit." for one in wanted if one not in there]
