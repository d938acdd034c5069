"""The pages of the booklet among themselves: where links lead, and how deep each heading stands."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator import environs, pages
from generator.cards import page_of
from generator.chapters import DRAWN
from generator.ink import drawing
from generator.nodes import blocks
from generator.phrases import breakable, spoken, within
from generator.render import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.chapters import Chapter
    from generator.directory import Directory
    from generator.markup import Element
    from generator.phrases import Node

_PICTURES = {".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}
_SHOWN = {"http", "https"}
_WRITTEN = {"geo", "mailto", "sms", "tel"}
"""Addresses that their own words say."""
_ELSEWHERE = " (autre site)"


class Paper:
    """Know every chapter: what each may lead to, and the last heading that was set."""

    def __init__(
        self, trees: Mapping[str, Element], directory: Directory, docs: Path, home: str
    ) -> None:
        self.docs = docs
        self.home = home
        self.level = 0
        self._trees = trees
        self._directory = directory
        self._set: set[str] = set()

    @cached_property
    def labels(self) -> set[str]:
        """List what a link may lead to: "faq.md", "faq.md#apres"."""
        named = {
            f"{uri}#{one.attributes['id']}"
            for uri, tree in self._trees.items()
            for one in tree.named("h1", "h2", "h3", "h4", "h5", "h6", "dt", "li")
            if one.attributes.get("id")
        }
        return named.union(self._trees)

    @cached_property
    def uris(self) -> dict[str, str]:
        """Lead from the address of each page of the site to the place that has it on paper."""
        found = {address_of(uri): uri for uri in self._trees}
        for centre in self._directory.open:
            found[address_of(page_of(centre))] = f"{pages.LIST}#centre-{centre.id}"
        # What finds a hospital on a screen is, on paper, the list by region.
        return {address_of(uri): pages.LIST for uri in (pages.FIND, environs.INDEX)} | found

    def settle(self, chapters: Mapping[str, list[Node]]) -> None:
        """Lead to its page what leads to a place that was not printed: a heading of no words."""
        for one in within(chapters):
            if one["k"] == "renvoi" and one["vers"] not in self._set:
                one["vers"] = one["vers"].partition("#")[0]

    def label(self, name: str, chapter: str) -> str:
        """Name a place of a chapter by the name that HTML gives it, once; otherwise by a number."""
        label = f"{chapter}#{name}"
        if not name or label in self._set:
            label = f"{chapter}#-{len(self._set)}"
        self._set.add(label)
        return label


class Sheet:
    """Print one chapter: a `phrases.Place`."""

    def __init__(self, paper: Paper, chapter: Chapter) -> None:
        self._paper = paper
        self._chapter = chapter

    def nodes(self, tree: Element) -> list[Node]:
        """List what the template sets: the chapter's title, then all that it holds."""
        one = self._chapter
        self._paper.level = one.niveau
        title: Node = {
            "k": "titre",
            "niveau": one.niveau,
            "sommaire": True,
            "id": one.uri,
            "c": [breakable(one.titre)],
        }
        return [title, *self.blocks(tree)]

    def blocks(self, tree: Element) -> list[Node]:
        """List what the template sets of a tree."""
        return blocks(tree.children, self)

    def heading(self, level: int, name: str, words: list[Node]) -> Node:
        """Set a heading under the chapter's, at most one level under the last."""
        deep = self._chapter.niveau + max(1, level - 1)
        self._paper.level = min(deep, self._paper.level + 1)
        return {
            "k": "titre",
            "niveau": self._paper.level,
            "sommaire": level <= self._chapter.listed,
            "id": self._paper.label(name, self._chapter.uri),
            "c": words,
        }

    def anchor(self, name: str) -> Node:
        """Mark a place that a link may lead to."""
        return {"k": "ancre", "id": self._paper.label(name, self._chapter.uri)}

    def picture(self, address: str, words: str) -> Node | None:
        """Show a drawing of ours, or a picture of docs/ in a format that can be set."""
        if address in DRAWN:
            return _image(address, drawing(address).svg, words)
        way = posixpath.normpath(posixpath.join(posixpath.dirname(self._chapter.uri), address))
        path = self._paper.docs / unquote(way)
        suffix = path.suffix.lower()
        if suffix not in _PICTURES or way.startswith(("/", "..")) or not path.is_file():
            return None
        data = path.read_bytes()
        octets = data.decode("utf-8", "replace") if suffix == ".svg" else list(data)
        return _image(address, octets, words)

    def link(self, address: str, words: list[Node], *, page: bool) -> Iterable[Node]:
        """Lead to a page by its number, elsewhere by an address that paper shows."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return words
        if parts.scheme in _WRITTEN:
            return [{"k": "adresse", "url": address, "c": words}]
        if parts.scheme in _SHOWN:
            return _elsewhere(address, words)
        if parts.scheme or parts.netloc:
            return words
        way = self._way(unquote(parts.path))
        place = self._paper.uris.get(way, "")
        label = f"{place.partition('#')[0]}#{parts.fragment}"
        label = label if label in self._paper.labels else place
        if label in self._paper.labels:
            return [{"k": "renvoi", "vers": label, "page": page, "c": words}]
        return self._on_site(way, words)

    def _way(self, path: str) -> str:
        """Name the folder of the site that an address means, as `render.address_of` does."""
        here = self._chapter.uri
        if not path:
            return address_of(here)
        if path.endswith(".md"):
            name = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
            return address_of(name)
        return posixpath.normpath(posixpath.join(address_of(here), path))

    def _on_site(self, way: str, words: list[Node]) -> list[Node]:
        if self._paper.home and not way.startswith(("/", "..")):
            url = f"{self._paper.home.rstrip('/')}/{way}/"
            words = [{"k": "adresse", "url": url, "c": words}]
        return [*words, " (sur le site)"]


def _elsewhere(address: str, words: list[Node]) -> list[Node]:
    """Show the address beside the words, unless they are the address."""
    shown: Node = {"k": "adresse", "url": address, "c": [breakable(address, address=True)]}
    if spoken(words) == address:
        return [shown]
    if words and isinstance(words[-1], str):
        words = [*words[:-1], words[-1].removesuffix(_ELSEWHERE)]
    return [{"k": "adresse", "url": address, "c": words}, " (", shown, ")"]


def _image(source: str, octets: str | list[int], words: str) -> Node:
    return {"k": "image", "source": source, "octets": octets, "mots": words, "c": []}
