"""HTML, read as a tree: what Markdown and our templates make, whatever an editor typed in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
INLINE = {
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
    ),
    *(
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ),
    # What old word processors write.
    *("acronym", "big", "font", "nobr", "strike", "tt"),
    "wbr",
}
"""The tags that are part of a sentence, and hold its words."""
DEEPEST = 24
"""Elements within each other, three times what a page has: typst reads data 128 levels deep."""
# What a start tag ends when its own end was left out (HTML, "optional tags").
_ENDS = {
    "li": {"li", "p"},
    "dt": {"dd", "dt", "p"},
    "dd": {"dd", "dt", "p"},
    "tr": {"td", "th", "tr"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    **{tag: {"p"} for tag in ("blockquote", "div", "dl", "figure", "ol", "p", "pre", "section")},
    **{tag: {"p"} for tag in (*_HEADINGS, "table", "ul")},
}


@dataclass(kw_only=True)
class Element:
    """Hold an element: its tag, its decoded attributes, and what is in it, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """List its classes."""
        return set(self.attributes.get("class", "").split())

    def named(self, *tags: str) -> Iterator[Element]:
        """Yield the elements within it that have one of these tags, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                yield from child.named(*tags)

    @property
    def text(self) -> str:
        """Join its words."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)


def tree(html: str) -> Element:
    """Read HTML; what is never closed, or closed twice, is read as far as it goes."""
    reader = _Reader()
    # Python's parser stops at « <![ », which browsers pass over.
    reader.feed(html.replace("<![", "&lt;!["))
    reader.close()
    return reader.open[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element(tag="body")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and close those that it ends."""
        while self.open[-1].tag in _ENDS.get(tag, ()):
            self.open.pop()
        made = Element(tag=tag, attributes={name: value or "" for name, value in reversed(attrs)})
        self.open[-1].children.append(made)
        if tag not in _VOID and len(self.open) < DEEPEST:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        """Close the last element of that name, if any is open; a heading is one of any level."""
        ended = _HEADINGS if tag in _HEADINGS else {tag}
        if not ended.isdisjoint(one.tag for one in self.open[1:]):
            while self.open.pop().tag not in ended:
                pass

    def handle_data(self, data: str) -> None:
        """Add words to the element that is open."""
        self.open[-1].children.append(data)
