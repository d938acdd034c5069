"""What the pages of docs/ say of each other: no address taken twice, none that leads nowhere."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import menu, pages
from generator.scalars import at_start
from generator.site import made_pages
from generator.targets import Docs
from generator.texts import FRONT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.content import Content
    from generator.errors import Problem
    from generator.inputs import Inputs

IN_MENU = (pages.LIST, pages.MAP, pages.FIND)
# MkDocs makes pages of these too (mkdocs.utils.markdown_extensions), which nothing would check.
_LIKE_PAGE = re.compile(r"\.(md|markdown|mdown|mkdn?)", re.IGNORECASE)


def faults(content: Content, inputs: Inputs) -> Iterator[Problem]:
    """Yield each page that stands for a made one, each dead link, each page out of the menu."""
    folder = inputs.name(inputs.docs)
    made = set(made_pages(content.directory))
    for uri in made & content.texts.keys():
        message = "cette page est déjà faite par le site : supprimez ce fichier."
        yield at_start(f"{folder}/{uri}", message)

    files = sorted(inputs.files())
    for uri in files:
        if fault := _misnamed(uri):
            yield at_start(f"{folder}/{uri}", fault)

    # What the booklet weighs names no part of a page.
    shown = replace(content, preview=True)

    @cache
    def anchors(uri: str) -> Collection[str] | None:
        if uri not in content.texts:
            return None  # a made page: the finished site is checked for these
        from generator import prose  # noqa: PLC0415  # Markdown takes long to load; few pages need it

        text = content.texts[uri]
        front = FRONT.match(text)
        return prose.anchors(shown.complete(text[front.end() if front else 0 :], uri))

    docs = Docs(files=made.union(files), anchors=anchors)
    for uri, text in content.texts.items():
        yield from docs.faults(f"{folder}/{uri}", uri, text)
    if (settings := inputs.settings()) is not None:
        yield from menu.faults(settings, content.texts, made)


def _misnamed(uri: str) -> str | None:
    """Say what is wrong with the name of a file, whatever is in it."""
    try:
        uri.encode()
    except UnicodeEncodeError:  # of a disk that was written in another encoding
        return "aucune adresse ne peut avoir ce nom : renommez ce fichier, sans accent."
    suffix = PurePosixPath(uri).suffix
    if suffix != ".md" and _LIKE_PAGE.fullmatch(suffix):
        return "le nom d'une page finit par « .md », en minuscules : renommez ce fichier."
    return None
