"""The finished pages and files, as read back from the folder."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin, urlsplit

from generator.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OUTSIDE = "../"
# Deeper than any page: what climbs out is seen, where a browser would stop at the host.
_ROOT = "https://site.invalid" + "/-" * 20 + "/"
_ADDRESSES = {
    *("action", "background", "formaction", "href", "ping", "poster", "src", "xlink:href"),
}
_ASSET = re.compile(r"(?:\S*/)?assets/\S*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Tag:
    """Hold a start tag: decoded attributes, and the text as written with its place."""

    name: str
    attributes: dict[str, str]
    source: str
    line: int
    column: int

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Yield each address that the tag holds, after the attribute that holds it."""
        for name, value in self.attributes.items():
            if name == "srcset":
                yield from ((name, part.split()[0]) for part in value.split(",") if part.strip())
            elif self.name == "meta" and name == "content" and value.startswith("0; url="):
                yield name, value.removeprefix("0; url=").strip()
            elif name in _ADDRESSES or _ASSET.fullmatch(value):
                yield name, value.strip()


@dataclass(kw_only=True)
class Page:
    """Hold a finished page: its tags in order, its scripts and styles, its words."""

    path: str
    """In the finished folder, with slashes."""
    html: str
    tags: list[Tag] = field(default_factory=list)
    inline: list[tuple[Tag, str]] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        reader = _Reader(self)
        reader.feed(self.html)
        reader.close()
        self.words = " ".join("".join(reader.texts).split())

    @cached_property
    def anchors(self) -> set[str]:
        """What a fragment may name."""
        named = {tag.attributes.get("name", "") for tag in self.tags if tag.name == "a"}
        return {tag.attributes.get("id", "") for tag in self.tags} | named | {"", "top"}

    def problem(self, tag: Tag, message: str) -> Problem:
        """Say what is wrong with a tag."""
        return Problem(file=self.path, line=tag.line, column=tag.column, message=message)


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; as in a browser, the first of two attributes of one name counts."""
        line, column = self.getpos()
        attributes = {name: value or "" for name, value in reversed(attrs)}
        source = self.get_starttag_text() or ""
        self.page.tags.append(
            Tag(name=tag, attributes=attributes, source=source, line=line, column=column + 1)
        )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag written « /> », which opens a script all the same in a browser."""
        self.handle_starttag(tag, attrs)
        if tag in self.CDATA_CONTENT_ELEMENTS:
            self.set_cdata_mode(tag)

    def handle_data(self, data: str) -> None:
        """Note what the page says, or what a script or a style holds."""
        if self.cdata_elem in self.CDATA_CONTENT_ELEMENTS:
            self.page.inline.append((self.page.tags[-1], data))
        else:
            self.texts.append(data)


@dataclass(frozen=True, kw_only=True)
class Site:
    """Hold the pages and the names of the files of a finished folder."""

    folder: Path
    pages: dict[str, Page]
    files: frozenset[str]

    @classmethod
    def read(cls, folder: Path) -> Site:
        """Read a finished folder."""
        names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        pages = {
            name: Page(path=name, html=(folder / name).read_text("utf-8"))
            for name in names
            if name.endswith(".html")
        }
        return cls(folder=folder, pages=pages, files=frozenset(names))

    @cached_property
    def indexed(self) -> bool:
        """Whether the first page lets search engines show the site."""
        tags = self.pages["index.html"].tags if "index.html" in self.pages else []
        robots = (tag.attributes for tag in tags if tag.attributes.get("name") == "robots")
        return not any("noindex" in robot.get("content", "") for robot in robots)

    @cached_property
    def home(self) -> str:
        """The site's own address, by the canonical link of its first page; maybe empty."""
        tags = self.pages["index.html"].tags if "index.html" in self.pages else []
        canonical = (tag for tag in tags if tag.attributes.get("rel") == "canonical")
        return next((tag.attributes.get("href", "") for tag in canonical), "")

    def path(self, start: str, address: str) -> str | None:
        """Tell which path of the folder an address means; None where it is elsewhere."""
        try:
            home, parts = urlsplit(self.home), urlsplit(address)
        except ValueError:
            return _OUTSIDE
        if (parts.scheme or parts.netloc) and not (self.home and address.startswith(self.home)):
            return None
        root = home.path or "/"
        if parts.netloc or address.startswith("/"):
            if not parts.path.startswith(root):
                return _OUTSIDE
            start, address = "", f"./{parts.path.removeprefix(root)}"
        whole = urljoin(_ROOT + quote(start), address)
        inside = whole.startswith(_ROOT)
        return unquote(urlsplit(whole.removeprefix(_ROOT)).path) if inside else _OUTSIDE

    def file(self, start: str, address: str) -> str | None:
        """Tell which file an address of this site shows; None where there is none."""
        path = self.path(start, address)
        return None if path is None else self.shown(path)

    def shown(self, path: str) -> str | None:
        """Tell which file stands for a path of the folder; None where there is none."""
        names = (path, f"{path.removesuffix('/')}/index.html".lstrip("/"))
        return next((name for name in names if name in self.files), None)
