"""What editors had written at one time: the list, the glossary and the pages of docs/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from generator import document, prose
from generator.centres import Centre, Liste
from generator.errors import DataError
from generator.front_matter import FrontMatter
from generator.glossary import Terme
from generator.historique import Changement
from generator.lenient import lenient
from generator.scalars import decode
from generator.texts import FRONT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.content import Content
    from generator.events import Value

M = TypeVar("M", bound=BaseModel)

LIST = "data/centres.yaml"
GLOSSARY = "data/glossaire.yaml"
HISTORY = "data/historique.yaml"
PAGES = "docs/"


@dataclass(frozen=True, kw_only=True)
class Page:
    """Hold a page of docs/."""

    uri: str
    """Its file in docs/: "comprendre/car-t.md"."""
    head: FrontMatter
    body: str

    @cached_property
    def html(self) -> str:
        """Make what a reader sees of the text; line ends and comments are not seen.

        The blocks that the site fills stay as comments.
        """
        made = re.sub(r"<!--(?! *bloc *:).*?-->", "", prose.html(self.body), flags=re.DOTALL)
        return " ".join(made.split())


@dataclass(frozen=True, kw_only=True)
class Edition:
    """Hold what can be compared; None stands for a file that cannot be read."""

    liste: Liste | None
    """None as well where there was no list."""
    centres: tuple[Centre, ...] | None
    termes: tuple[Terme, ...] | None
    pages: tuple[Page, ...]
    changements: tuple[Changement, ...] = ()
    """What was noted of changes; none where its file cannot be read."""

    @classmethod
    def of(cls, content: Content) -> Edition:
        """Take what has been checked."""
        return cls(
            liste=content.directory.liste,
            centres=content.directory.centres,
            termes=content.glossary.termes,
            changements=content.historique.changements,
            pages=tuple(
                Page(uri=uri, head=head, body=_body(content.texts[uri]))
                for uri, head in content.pages.items()
            ),
        )

    @classmethod
    def earlier(cls, files: Mapping[str, bytes]) -> Edition:
        """Read an older version's files, by their names from the root, whatever their faults."""
        listed = _values(files, LIST)
        root = listed if isinstance(listed, dict) else {}
        return cls(
            liste=lenient(Liste, root["liste"]) if "liste" in root else None,
            centres=_entries(listed, "centres", Centre),
            termes=_entries(_values(files, GLOSSARY), "termes", Terme),
            changements=_entries(_values(files, HISTORY), "changements", Changement) or (),
            pages=tuple(
                _page(name.removeprefix(PAGES), data)
                for name, data in files.items()
                if name.startswith(PAGES) and name.endswith(".md")
            ),
        )


def _values(files: Mapping[str, bytes], name: str) -> Value | None:
    """Read a file of data/; one that was not there yet held nothing."""
    return document.values(files[name]) if name in files else {"centres": [], "termes": []}


def _entries(root: Value | None, key: str, model: type[M]) -> tuple[M, ...] | None:
    entries = root.get(key) if isinstance(root, dict) else None
    if not isinstance(entries, list):
        return None
    return tuple(lenient(model, entry) for entry in entries if isinstance(entry, dict))


def _page(uri: str, data: bytes) -> Page:
    try:
        text = decode(data, uri)
    except DataError:
        text = data.decode("utf-8", "replace")
    front = FRONT.match(text)
    head = document.values(front[1].encode()) if front else None
    return Page(uri=uri, head=lenient(FrontMatter, head), body=_body(text))


def _body(text: str) -> str:
    return FRONT.sub("", text, count=1)
