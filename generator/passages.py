"""The passages of a finished page: what the search reads, one for each heading.

Any engine may have made the page: its text is what stands in `main`, but for what is marked
`data-search-exclude`, the mark of Material and of Zensical.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_EXCLUDED = "data-search-exclude"
_HEADINGS = {"dt", "h1", "h2", "h3", "h4"}
_SILENT = {"form", "nav", "noscript", "script", "select", "style", "svg", "template"}
# Of these no end is ever read; an end that HTML lets one leave out, as </li>, the site writes.
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
_INLINE = {
    *("a", "abbr", "b", "button", "cite", "em", "i", "mark", "q", "small", "span", "strong"),
    *("sub", "sup", "time"),
}
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(kw_only=True, slots=True)
class Passage:
    """Hold a heading, the anchor that leads to it, and the text under it."""

    anchor: str
    heading: str
    text: str


@dataclass(kw_only=True, slots=True)
class Reading:
    """Hold what the search keeps of a page: its first heading, its other names, its passages."""

    title: str
    words: str
    passages: list[Passage]


def read(html: str) -> Reading | None:
    """Read a finished page; None where it has no text of its own."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.leads_on or not reader.drafts:
        return None
    passages = [draft.passage() for draft in reader.drafts]
    first = passages[0]
    return Reading(
        title=first.heading,
        words=reader.words,
        passages=[Passage(anchor="", heading="", text=first.text), *passages[1:]],
    )


@dataclass(kw_only=True, slots=True)
class _Draft:
    anchor: str
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def passage(self) -> Passage:
        """Join what was heard."""
        return Passage(
            anchor=self.anchor, heading=_one_line(self.heading), text=_one_line(self.text)
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.leads_on = False
        self.words = ""
        self.drafts: list[_Draft] = []
        self._opened: list[tuple[str, bool]] = []
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a passage at each heading that an address can name."""
        given = {name: value or "" for name, value in reversed(attrs)}
        if tag == "meta":
            self.leads_on |= given.get("http-equiv", "").lower() == "refresh"
            self.words += given.get("content", "") if given.get("name") == "keywords" else ""
        if tag not in _INLINE:
            self._hear(" ")
        if tag in _VOID:
            return
        silent = _EXCLUDED in given or "hidden" in given or tag in _SILENT
        heard = self._opened[-1][1] if self._opened else False
        self._opened.append((tag, (heard or tag == "main") and not silent))
        if self._opened[-1][1] and tag in _HEADINGS and (tag == "h1" or "id" in given):
            self.drafts.append(_Draft(anchor=given.get("id", "")))
            self._heading = tag

    def handle_endtag(self, tag: str) -> None:
        """Close what a tag closes."""
        places = [place for place, (name, _) in enumerate(self._opened) if name == tag]
        if not places:
            return
        if tag not in _INLINE:
            self._hear(" ")
        del self._opened[places[-1] :]
        if tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        """Keep the text that the search reads."""
        self._hear(data)

    def _hear(self, text: str) -> None:
        if self.drafts and self._opened and self._opened[-1][1]:
            draft = self.drafts[-1]
            (draft.heading if self._heading else draft.text).append(text)


def _one_line(heard: list[str]) -> str:
    """Join texts with single spaces; those that French does not break at stay."""
    return _BLANKS.sub(" ", "".join(heard)).strip(" ")
