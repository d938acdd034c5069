"""Every address of another site that editors wrote, with its place and what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import document as yaml_document
from generator.scalars import decode, placing
from generator.texts import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.document import Document
    from generator.events import Path

UNNAMED = "adresse dans le texte"
_ADDRESS = re.compile(r"https?://[^\s<>\"'`’«»\\^{|}\[\]]+", re.IGNORECASE)
_WORDS_BEFORE = re.compile(r"\[([^][]+)\]\(<?$")
_WORDS_AFTER = re.compile(r"[^>]*>([^<]+)</a>")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """Hold an address where it is written."""

    url: str
    file: str
    line: int
    """Counted from 1, as is `column`."""
    column: int
    what: str
    """In French: whose address it is, or the words that lead to it."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}, {self.what}"


def mentions(lists: Mapping[str, bytes], pages: Mapping[str, bytes]) -> Iterator[Mention]:
    """Yield the addresses of YAML files, then of pages of docs/, each by the file's name.

    Raises DataError where a file cannot be read.
    """
    for file, data in lists.items():
        yield from _of_yaml(yaml_document.read(data, file))
    for file, data in pages.items():
        text = decode(data, file)
        found = FRONT.match(text)
        if found:
            yield from _of_yaml(yaml_document.read(found[1].encode(), file, first_line=2))
        yield from _of_markdown(text, file, found.end() if found else 0)


def _of_yaml(document: Document) -> Iterator[Mention]:
    for path, (line, column) in document.places.items():
        value = document.at(path)
        for found in _ADDRESS.finditer(value) if isinstance(value, str) else ():
            yield Mention(
                url=value if found[0] == value else _trimmed(found[0]),
                file=document.file,
                line=line,
                column=column,
                what=_named(document, path),
            )


def _named(document: Document, path: Path) -> str:
    """Name the hospital and the source that an address is of, or else its key."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    hospital = document.at((*path[:2], "id")) if path[:1] == ("centres",) else None
    title = document.at((*path[:-1], "titre")) if key == "url" else None
    words = [f"centre « {hospital} »"] if hospital else []
    return ", ".join([*words, f"source « {title} »" if title else f"« {key} »" if key else UNNAMED])


def _of_markdown(text: str, file: str, start: int) -> Iterator[Mention]:
    place = placing(text)
    for found in _ADDRESS.finditer(text, start):
        line, column = place(found.start())
        line_start = found.start() - column + 1
        url = _trimmed(found[0])
        yield Mention(
            # Markdown and HTML read it so.
            url=url.replace("&amp;", "&"),
            file=file,
            line=line,
            column=column,
            what=_words(text[line_start : found.start()], text[found.start() + len(url) :]),
        )


def _words(before: str, after: str) -> str:
    """Say the words of the link that an address is of, in Markdown or in HTML."""
    found = _WORDS_BEFORE.search(before) or (
        _WORDS_AFTER.match(after) if before.endswith(('"', "'")) else None
    )
    return f"lien « {' '.join(found[1].split())} »" if found else UNNAMED


def _trimmed(found: str) -> str:
    """Leave out what follows an address in a sentence: a bracket that it does not open, a stop."""
    depth = 0
    for place, sign in enumerate(found):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            found = found[:place]
            break
    return found.rstrip(".,;:!?*_…")
