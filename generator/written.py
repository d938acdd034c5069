"""What people wrote of the site: its words as readers see them, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import document, visible
from generator.orthography import LIST, Known, words
from generator.render import TEMPLATES
from generator.scalars import decode
from generator.texts import FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document import Document
    from generator.events import Path
    from generator.inputs import Inputs
    from generator.orthography import Word

GUIDE = "CONTRIBUTING.md"
_PACKAGE = TEMPLATES.parent
# By the key that holds them, in the files of data/ and at the head of pages.
_TEXTS = {
    *("acces", "avertissement", "definition", "hebergement", "motif", "note", "objectif"),
    *("origine", "reserve", "titre"),
}
_NAMES = {
    *("a_definir", "adresse", "autres_noms", "connus", "editeur", "etablissement", "formes"),
    *("nom", "par", "terme", "ville"),
}
_QUOTED = re.compile(r"«[^»]*»")
_ESCAPED = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)|(?<=\s)#.*")


def by_editors(inputs: Inputs) -> Iterator[Word]:
    """Yield the words of docs/, of the texts of data/ and of the guide."""
    for file, data in inputs.texts().items():
        yield from words(visible_page(data, file), file)
    for file, data in inputs.lists().items():
        text = decode(data, file)
        yield from words(_values(text, document.read(data, file)), file)
    guide = inputs.root / GUIDE
    if guide.is_file():
        text = decode(guide.read_bytes(), GUIDE)
        # What it quotes are often the English words of a program's buttons.
        yield from words(visible.markdown(_QUOTED.sub(visible.blanked, text)), GUIDE)


def by_developers() -> Iterator[Word]:
    """Yield the words that the templates, the theme and the scripts hold themselves."""
    for path in sorted(_PACKAGE.rglob("*")):
        reading = visible.script if path.suffix == ".js" else visible.template
        if path.suffix in {".jinja", ".html", ".js"} and not path.match("*.js.jinja"):
            file = path.relative_to(_PACKAGE.parent).as_posix()
            yield from words(reading(path.read_text("utf-8")), file)


def known(inputs: Inputs) -> Known:
    """Read what is known without a dictionary; raises DataError with what is wrong in the list."""
    try:
        text = decode((inputs.root / LIST).read_bytes(), LIST)
    except OSError:
        text = ""
    return Known.read(text, names(inputs))


def names(inputs: Inputs) -> Iterator[str]:
    """Yield the names of hospitals, places, people, publishers and listed hard words."""
    for departement in inputs.france().departements.values():
        yield from (departement.nom, departement.region)
    documents = [document.read(data, file) for file, data in inputs.lists().items()]
    for file, data in inputs.texts().items():
        if front := FRONT.match(decode(data, file)):
            documents.append(document.read(front[1].encode(), file, first_line=2))
    for one in documents:
        for _, value in _told(one, _NAMES):
            yield value


def visible_page(data: bytes, file: str) -> str:
    """Blank what nobody reads of a page of docs/: most of its front matter, then Markdown."""
    text = decode(data, file)
    front = FRONT.match(text)
    if front is None:
        return visible.markdown(text)
    head = document.read(front[1].encode(), file, first_line=2)
    return _values(text, head)[: front.end()] + visible.markdown(text[front.end() :])


def _values(text: str, read: Document) -> str:
    """Blank a file of YAML but for the texts that it holds for readers."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    places = {*read.places.values(), *read.keys.values()}
    ends = sorted(starts[line - 1] + column - 1 for line, column in places)
    following = dict(zip(ends, [*ends[1:], len(text)], strict=True))
    made, at = [], 0
    blank = re.sub(r"[^\n]", " ", text)
    texts = [path for path, _ in _told(read, _TEXTS) if read.at((*path[:-1], "langue")) is None]
    for line, column in sorted(map(read.places.__getitem__, texts)):
        start = starts[line - 1] + column - 1
        plain = _ESCAPED.sub(visible.blanked, text[start : following[start]])
        made += [blank[at:start], visible.page(plain)]
        at = following[start]
    return "".join([*made, blank[at:]])


def _told(read: Document, keys: set[str]) -> Iterator[tuple[Path, str]]:
    """Yield the texts under some keys, alone or in a list, each with its path."""
    for path in read.places:
        value = read.at(path)
        named = [step for step in path if isinstance(step, str)]
        if isinstance(value, str) and named and named[-1] in keys:
            yield path, value
