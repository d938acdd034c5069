"""What is printed of a sentence: the words of HTML, in the few kinds that the booklet sets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from generator.markup import INLINE, Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Node = str | dict[str, Any]
"""A text, or what livret.typ sets: its kind « k », and what it holds."""
Children = list[Element | str]

KINDS = {
    # What looks like the words around it.
    **dict.fromkeys(sorted({*INLINE, "br", "img"}), ""),
    **dict.fromkeys(("b", "strong"), "gras"),
    **dict.fromkeys(("cite", "dfn", "em", "i", "var"), "italique"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **dict.fromkeys(("del", "s", "strike"), "barre"),
    "sub": "indice",
    "sup": "exposant",
}
"""The tags that are part of a sentence."""
_UNPRINTED = {"button", "form", "input", "link", "script", "style", "svg", "template", "video"}
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_LANGUAGE = re.compile(r"[a-z]{2}")
# More letters than any word of the texts has: it would run out of the page.
_LONG = re.compile(r"[^\s/-]{25,}")
# typst ends a line within an address, but for one like this; what is copied is to stay whole.
_LONG_ADDRESS = re.compile(r"\w{60,}")
_PIECE = re.compile(r".{1,10}")
_BREAK = "\u200b"


class Place(Protocol):
    """Know what lies around a page."""

    def link(self, address: str, words: list[Node], *, page: bool) -> Iterable[Node]:
        """Lead from words to an address; `page` tells whether to name the page that has it."""

    def picture(self, address: str, words: str) -> Node | None:
        """Show a picture; None where only its words can be printed."""

    def heading(self, level: int, name: str, words: list[Node]) -> Node:
        """Place a heading, which an address may name, among those of the whole."""

    def anchor(self, name: str) -> Node:
        """Mark what an address may name."""


def unprinted(one: Element) -> bool:
    """Tell whether an element means nothing on paper."""
    return one.tag in _UNPRINTED or "hidden" in one.attributes


def phrase(children: Children, place: Place) -> list[Node]:
    """Set what is in a sentence, its spaces as a browser has them."""
    nodes = list(_nodes(children, place))
    while nodes and isinstance(nodes[0], str) and not nodes[0].strip(" "):
        del nodes[0]
    while nodes and isinstance(nodes[-1], str) and not nodes[-1].strip(" "):
        del nodes[-1]
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip(" ")
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip(" ")
    return nodes


def breakable(text: str, *, address: bool = False) -> str:
    """Let a line end within a word that is longer than words are."""
    long = _LONG_ADDRESS if address else _LONG
    return long.sub(lambda word: _BREAK.join(_PIECE.findall(word[0])), text)


def spoken(nodes: list[Node]) -> str:
    """Join the words of nodes, as they were written."""
    texts = (one if isinstance(one, str) else spoken(one.get("c", [])) for one in nodes)
    return "".join(texts).replace(_BREAK, "")


def within(made: object) -> Iterator[dict[str, Any]]:
    """Yield each node that is no text, however deep."""
    if isinstance(made, dict):
        if "k" in made:
            yield made
        made = [*made.values()]
    if isinstance(made, list | tuple):
        for one in made:
            yield from within(one)


def _nodes(children: Children, place: Place) -> Iterator[Node]:
    for child in children:
        if isinstance(child, str):
            yield breakable(_SPACES.sub(" ", child))
        elif not unprinted(child) and child.attributes.get("aria-hidden") != "true":
            yield from _within(child, list(_nodes(child.children, place)), place)


def _within(one: Element, inner: list[Node], place: Place) -> Iterable[Node]:
    """Set an element of a sentence around what it holds."""
    language = one.attributes.get("lang", "")
    if _LANGUAGE.fullmatch(language) and language != "fr":
        inner = [{"k": "langue", "langue": language, "c": inner}]
    if one.tag == "a" and "href" in one.attributes:
        return place.link(one.attributes["href"], inner, page="renvoi" not in one.classes)
    if "case" in one.classes:
        return [{"k": "case"}]
    if kind := KINDS.get(one.tag):
        return [{"k": kind, "c": inner}]
    alone: dict[str, list[Node]] = {
        "br": [{"k": "saut"}],
        "img": [one.attributes.get("alt", "")],
        "q": ["«\u00a0", *inner, "\u00a0»"],
    }
    return alone.get(one.tag, inner)
