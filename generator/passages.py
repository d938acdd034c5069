"""The passages of a finished page: what the search reads, one for each heading.

Any engine may have made the page: its text is what stands in `main`, but for what is marked
`data-search-exclude`, the mark of Material and of Zensical.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from generator.markup import INLINE, tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.markup import Element

_EXCLUDED = {"data-search-exclude", "hidden"}
_HEADINGS = {"dt", "h1", "h2", "h3", "h4"}
_SILENT = {"form", "nav", "noscript", "script", "select", "style", "svg", "template"}
# What cuts no word: « h<em>é</em>matologie » is one. Of all others, a space stands at each end.
_INLINE = {*INLINE, "button"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Where a line may end, or not: no part of a word that anyone types."""


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
    """Read a finished page; None where it has no heading of its own, or leads to another."""
    page = tree(html)
    metas = [one.attributes for one in page.named("meta")]
    if any(meta.get("http-equiv", "").lower() == "refresh" for meta in metas):
        return None
    heard = [part for main in islice(page.named("main"), 1) for part in _heard(main)]
    headings = [(place, part) for place, part in enumerate(heard) if not isinstance(part, str)]
    if not headings:
        return None
    # What stands before the first heading is of its page all the same.
    starts = [0, *(place for place, _ in headings[1:]), len(heard)]
    first, *others = [
        Passage(
            anchor=heading.attributes.get("id", ""),
            heading=_one_line(_words(heading)),
            text=_one_line(part for part in heard[start:end] if isinstance(part, str)),
        )
        for (_, heading), (start, end) in zip(headings, pairwise(starts), strict=True)
    ]
    return Reading(
        title=first.heading,
        words="".join(meta.get("content", "") for meta in metas if meta.get("name") == "keywords"),
        passages=[Passage(anchor="", heading="", text=first.text), *others],
    )


def _heard(one: Element) -> Iterator[str | Element]:
    """Yield the text of an element, and each heading that an address can name, whole."""
    space = "" if one.tag in _INLINE else " "
    yield space
    for child in [] if _unheard(one) else one.children:
        if isinstance(child, str) or _opens(child):
            yield child
        else:
            yield from _heard(child)
    yield space


def _unheard(one: Element) -> bool:
    return one.tag in _SILENT or not _EXCLUDED.isdisjoint(one.attributes)


def _opens(one: Element) -> bool:
    named = one.tag in _HEADINGS and (one.tag == "h1" or "id" in one.attributes)
    return named and not _unheard(one)


def _words(heading: Element) -> str:
    """Join what a heading says."""
    parts = _heard(heading)
    return "".join(part if isinstance(part, str) else _words(part) for part in parts)


def _one_line(heard: Iterable[str]) -> str:
    """Join texts with single spaces; those that French does not break at stay."""
    return _BLANKS.sub(" ", _UNSEEN.sub("", "".join(heard))).strip(" ")
