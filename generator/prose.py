"""What a reader reads of a page of docs/: its sentences, each with its line in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from markdown import Markdown  # type: ignore[import-untyped]  # no stubs among our packages

from generator import document
from generator.errors import DataError
from generator.markup import INLINE
from generator.sentences import sentences, words
from generator.texts import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

EXTENSIONS = ("toc", "tables", "fenced_code")
"""Those that MkDocs runs for us."""

_INLINE = {*INLINE, "img"}
_UNREAD = {"script", "style", "svg", "template"}
# Of the Markdown, what no reader sees as words: comments, tags, pictures, where links lead.
_MARKS = re.compile(
    r"<!--.*?-->|</?[a-z][^>]*>|!\[[^\]]*\](?:\([^)]*\))?|(?<=\])(?:\([^)]*\)|\[[^\]]*\])",
    re.DOTALL | re.IGNORECASE,
)
_AHEAD = 200
"""How many words of the file a search for one word may pass over."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """Hold a sentence and the line, from 1, where its first word stands."""

    text: str
    line: int

    @property
    def length(self) -> int:
        """Count its words."""
        return len(words(self.text))


def read(source: str) -> list[Sentence]:
    """List the sentences of a page, its title first; its sources and filled blocks are left out."""
    front = FRONT.match(source)
    start = front.end() if front else 0
    title = _title(front[1]) if front else None
    body = _sentences(source[start:], source.count("\n", 0, start) + 1)
    if title is None:
        return list(body)
    text, line = title
    return [*(Sentence(text=one, line=line) for one in sentences(text)), *body]


def anchors(markdown: str) -> set[str]:
    """List what a fragment of an address may name in a page's Markdown."""
    return set(re.findall(r"""\s(?:id|name)=["']([^"']+)""", _markdown().reset().convert(markdown)))


def _title(front: str) -> tuple[str, int] | None:
    """Return the title that the front matter gives, which the page shows as its first heading."""
    try:
        head = document.read(front.encode(), "", first_line=2)
    except DataError:  # the check says it
        return None
    title = head.at(("titre",))
    return (title, head.places["titre",][0]) if isinstance(title, str) else None


def _sentences(body: str, first_line: int) -> Iterator[Sentence]:
    places = list(_places(body, first_line))
    at = 0
    for block in _blocks(body):
        for text in sentences(block):
            found = []
            for word in words(text):
                ahead = range(at, min(at + _AHEAD, len(places)))
                place = next((index for index in ahead if places[index][0] == word), None)
                if place is not None:
                    found.append(places[place][1])
                    at = place + 1
            yield Sentence(text=text, line=found[0] if found else first_line)


def _places(body: str, first_line: int) -> Iterator[tuple[str, int]]:
    """Yield each word of the Markdown with its line."""
    plain = _MARKS.sub(lambda mark: "\n" * mark[0].count("\n"), body)
    for number, line in enumerate(plain.split("\n"), first_line):
        yield from ((word.strip("_"), number) for word in words(unescape(line.replace("|", " "))))


def _blocks(body: str) -> list[str]:
    """Return the text of each heading, paragraph, item and cell, on one line."""
    reader = _Reader()
    # Python's parser stops at « <![ », which browsers pass over.
    reader.feed(html(body).replace("<![", "&lt;!["))
    reader.close()
    return [re.sub(r"[ \t\n\r\f\v]+", " ", block) for block in reader.blocks]


def html(body: str) -> str:
    """Make of a page's Markdown what MkDocs makes of it, links as they are written."""
    made: str = _markdown().reset().convert(body)
    return made


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=EXTENSIONS)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, unless the tag is part of a sentence."""
        del attrs
        self.unread += tag in _UNREAD
        self._cut(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a block likewise."""
        self.unread = max(0, self.unread - (tag in _UNREAD))
        self._cut(tag)

    def handle_data(self, data: str) -> None:
        """Add to the block."""
        if not self.unread:
            self.blocks[-1] += data

    def _cut(self, tag: str) -> None:
        if tag == "br":
            self.blocks[-1] += " "
        elif tag not in _INLINE:
            self.blocks.append("")
