"""The words of the glossary in a page: the first use of each opens its definition."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator import environs, glossary, pages
from generator.render import render
from generator.spelling import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.glossary import Glossaire, Terme

# The pages that find hospitals, read in a hurry, and the glossary itself.
_LEFT_ALONE = re.compile(
    "|".join(map(re.escape, (pages.FIND, glossary.PAGE, environs.INDEX.removesuffix("index.md"))))
)
_TAG = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style|template|textarea)\b.*?</(?P=raw)\s*>"
    r"""|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^'">])*)>""",
    re.DOTALL | re.IGNORECASE,
)
_VOID = re.compile(r"area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
# Controls and titles, which can hold no button, and what is read by its shape.
_MUTE = re.compile(
    r"a|button|caption|code|dt|figcaption|h[1-6]|label|legend|nav|option|pre|script|select|style"
    r"|summary|svg|template|textarea|th|title"
)
# What a script shows later or moves, what is not in French, the small print.
_MUTE_BY = re.compile(
    r"""\s(?:aria-)?hidden\b|\slang=|\bclass=["'][^"']*\b(?:carte-urgence|fiche|pied|prudence|sources)\b"""
)
LONG = 24
"""Letters that a button may show: it is a box, whose lines do not flow with the text. A longer word
stays text, and a sign stands beside it."""
_SPACES = (" ", "\n", "\u00a0")
# A browser may break the line on each side of a button: what is glued to the word goes with it.
_BEFORE = re.compile(r"(?:\w{1,4}['’]|[«(]\u00a0?)+\Z")
_AFTER = re.compile(r"(?:[\u00a0\u202f]?[.,;:!?…»)])*")


def mark(html: str, words: Glossaire, uri: str) -> str:
    """Give the first use of each word, in the body of the page at `uri`, its definition.

    The text stays as it is. A word in a title, a link, a card or the sources is not marked.
    """
    if _LEFT_ALONE.match(uri):
        return html
    pieces: list[str] = []
    done = 0
    marked: set[str] = set()
    for start, end in _prose(html):
        for found in words.pattern.finditer(html, start, end):
            term = words.forms[key(unescape(found[0]))]
            if term.slug in marked:
                continue
            marked.add(term.slug)
            before = _BEFORE.search(html, max(start, done), found.start())
            opening = before.start() if before else found.start()
            after = _AFTER.match(html, found.end(), end)
            closing = after.end() if after else found.end()
            glued = (html[opening : found.start()], found[0], html[found.end() : closing])
            pieces += [html[done:opening], _button(term, glued, uri)]
            done = closing
    return "".join([*pieces, html[done:]])


def _button(term: Terme, glued: tuple[str, str, str], uri: str) -> str:
    before, seen, after = map(Markup, glued)  # as they stand in the page
    start = max(map(seen.rfind, _SPACES)) + 1 if len(seen) > LONG else 0
    values = {"before": before, "seen": seen[:start] or seen, "after": after}
    last = seen[start:] if start else ""
    return render("terme.html.jinja", uri, terme=term, last=last, **values).removesuffix("\n")


def _prose(html: str) -> Iterator[tuple[int, int]]:
    """Yield where each text starts and ends, but for what no word is marked in."""
    opened: list[tuple[str, bool]] = []
    at = 0
    for tag in _TAG.finditer(html):
        mute = bool(opened) and opened[-1][1]
        if not mute and tag.start() > at:
            yield at, tag.start()
        at = tag.end()
        name = (tag["name"] or "").lower()
        if tag["end"]:
            places = [place for place, (one, _) in enumerate(opened) if one == name]
            del opened[places[-1] if places else len(opened) :]
        elif name and not _VOID.fullmatch(name) and not tag["rest"].endswith("/"):
            muted = _MUTE.fullmatch(name) or _MUTE_BY.search(tag["rest"])
            opened.append((name, mute or muted is not None))
    if at < len(html) and not (opened and opened[-1][1]):
        yield at, len(html)
