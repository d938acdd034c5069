"""The whole input of another engine: plain files that it builds with no code of ours.

What is made of the finished pages, whoever built them, is added after: see `foreign`.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from generator.errors import DataError
from generator.render import render, with_front_matter
from generator.scalars import at_start
from generator.settings import FILE
from generator.texts import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.content import Content
    from generator.site import SourceFile

ENGINES = ("mkdocs", "zensical")
THEME = Path(__file__).parent / "theme"
SEARCHED = (" data-search-exclude", " data-hors-recherche")
"""What keeps a text from the search, and its name meanwhile: Zensical takes the first away."""

# What is ours, what is of this machine, and what is said anew.
_LEFT = ("docs_dir", "exclude_docs", "hooks", "plugins", "site_dir", "theme", "watch")
# In raw HTML: an address from the page that holds it, and neither an anchor nor another site's.
_ADDRESS = re.compile(r'(?<=\s)(href|src)="(?![#/"?]|[a-z][a-z\d+.-]*:)([^"#?]+)', re.IGNORECASE)


def files(
    content: Content, settings: str, extra: Mapping[str, object], engine: str
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file, from the text of mkdocs.yml and what it shows.

    `extra` is what templates read of the site. Raises DataError where a block cannot be made, or
    where mkdocs.yml has what only a program reads.
    """
    unlisted: set[str] = set()
    made: set[str] = set()
    for source in content.source_files():
        made.add(source.uri)
        if source.uri.endswith(".md") and not source.in_nav:
            unlisted.add(f"/{posixpath.dirname(source.uri)}/*.md".replace("//", "/"))
        yield f"docs/{source.uri}", _written(_told(content, source), source.uri, engine)
    for name in sorted(content.inputs.files()):
        if name in made or any(part.startswith(".") for part in name.split("/")):
            continue
        data = page(content, name) if name in content.pages else _read(content, name)
        yield f"docs/{name}", _written(data, name, engine)
    for path in sorted(THEME.rglob("*")):
        if path.is_file():
            yield f"theme/{path.relative_to(THEME).as_posix()}", path.read_bytes()
    yield FILE, settings_of(settings, extra, sorted(unlisted)).encode()
    yield "LISEZ-MOI.md", render("export.md.jinja", "index.md", moteur=engine).encode()


def page(content: Content, uri: str) -> str:
    """Write a page of docs/ whole: blocks and foot, under what the theme reads of it."""
    text = content.texts[uri]
    front = FRONT.match(text)
    body = text[front.end() :] if front else text
    meta = content.meta_of(uri)
    return with_front_matter(content.complete(body, uri), meta | {"title": meta["titre"]})


def settings_of(text: str, extra: Mapping[str, object], unlisted: list[str]) -> str:
    """Write the mkdocs.yml of the export: no plugin, and our theme alone; nothing is left out."""
    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError:
        message = "un autre moteur ne saurait lire ses mots « !… » : écrivez leur valeur."
        raise DataError([at_start(FILE, message)]) from None
    kept = {key: value for key, value in said.items() if key not in _LEFT}
    patterns = [*str(said.get("not_in_nav") or "").split("\n"), *unlisted]
    kept |= {
        "site_dir": "site",
        "theme": {"name": None, "custom_dir": "theme", "static_templates": ["404.html"]},
        "plugins": [],
        "extra": dict(extra),
        "exclude_docs": "!.well-known\n",
        "not_in_nav": "".join(f"{one}\n" for one in dict.fromkeys(patterns) if one),
    }
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000)


def rebased(markdown: str, uri: str) -> str:
    """Write the addresses of raw HTML from the folder of the file, as Zensical reads them.

    MkDocs leaves them as they are: from the page, which stands one folder lower.
    """
    name = posixpath.basename(uri.removesuffix(".md"))
    if name == "index":
        return markdown

    def from_file(found: re.Match[str]) -> str:
        slash = "/" if found[2].endswith("/") else ""
        return f'{found[1]}="{posixpath.normpath(posixpath.join(name, found[2]))}{slash}'

    return _ADDRESS.sub(from_file, markdown)


def _told(content: Content, source: SourceFile) -> str | bytes:
    """Put over a made page what the plugin adds to it while MkDocs builds."""
    text = source.content
    if isinstance(text, bytes) or not source.uri.endswith(".md"):
        return text
    front = FRONT.match(text)
    assert front  # noqa: S101  # made_page writes it
    meta = yaml.safe_load(front[1]) | content.meta_of(source.uri)
    return with_front_matter(text[front.end() :], meta)


def _written(data: str | bytes, uri: str, engine: str) -> bytes:
    if isinstance(data, bytes):
        return data
    if engine == "zensical" and uri.endswith(".md"):
        data = rebased(data.replace(*SEARCHED), uri)
    return data.encode()


def _read(content: Content, name: str) -> bytes:
    return (content.inputs.docs / name).read_bytes()
