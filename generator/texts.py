"""The pages of docs/: their front matter, and what the build adds to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from pydantic import Field, ValidationError

from generator import document as yaml_document
from generator.centres import Model, Reference
from generator.errors import DataError, Problem
from generator.fields import DateComplete, DatePartielle, Texte
from generator.messages import problems_of, suggestion
from generator.render import render
from generator.scalars import decode, merge_marks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"^<!-- *bloc *: *([\w-]+) *-->[ \t]*$", re.MULTILINE)
_LIKE_BLOCK = re.compile(r"<!--[^>]*\bbloc\b[^>]*-->", re.IGNORECASE)
BLOCKS = ("chercher-lieu", "etat-de-la-liste", "mentions", "rgaa")
"""Names that a page of docs/ may give between « <!-- bloc: » and « --> »."""
Block = Callable[[str], str]
"""Make a block, in HTML, for the page at an address."""


class Relecture(Model):
    """Who, of the health professions, has read a page."""

    le: DateComplete = Field(examples=["2026-11-22"])
    par: Texte = Field(examples=["Dr Camille Martin, hématologue"])


class FrontMatter(Model):
    """What a page of docs/ says of itself, over its text."""

    description: Texte = Field(examples=["Ce que sont les cellules CAR-T, en mots simples."])
    """Shown by search engines."""
    mise_a_jour: DatePartielle = Field(examples=["2026-11"])
    """When the text was last changed in substance."""
    sources: tuple[Reference, ...] = Field(default=(), examples=[[]])
    relecture: Relecture | None = Field(
        default=None, examples=[{"le": "2026-11-22", "par": "Dr Camille Martin"}]
    )
    hide: tuple[str, ...] = Field(default=(), examples=[["toc"]])
    """Parts of the frame left out (MkDocs)."""


def check_all(texts: Mapping[str, bytes], today: date) -> dict[str, FrontMatter]:
    """Read the front matter of every page, by its file's name; raise DataError with every fault."""
    pages: dict[str, FrontMatter] = {}
    problems: list[Problem] = []
    for file, data in texts.items():
        try:
            pages[file] = check(data, file, today)
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(problems)
    return pages


def check(data: bytes, file: str, today: date) -> FrontMatter:
    """Read one page's front matter and the blocks it asks for, or raise DataError."""
    text = decode(data, file)
    problems = [*merge_marks(text, file), *_unknown_blocks(text, file)]
    found = _FRONT.match(text)
    if not found:
        message = (
            "la page doit commencer par « --- », ses clés, puis « --- » (voir CONTRIBUTING.md)."
        )
        raise DataError([*problems, Problem(file=file, line=1, column=1, message=message)])
    try:
        head = yaml_document.read(found[1].encode(), file, first_line=2)
        page = FrontMatter.model_validate(head.value, context={"today": today})
    except DataError as error:
        problems.extend(error.problems)
    except ValidationError as error:
        problems.extend(problems_of(error, FrontMatter, head, (), "en-tête"))
    if problems:
        raise DataError(problems)
    return page


def complete(markdown: str, uri: str, page: FrontMatter, blocks: Mapping[str, Block]) -> str:
    """Fill a page's blocks and add its foot: sources, date, reader."""
    filled = _BLOCK.sub(lambda mark: blocks[mark[1]](uri), markdown)
    foot = render(
        "pied.html.jinja",
        uri,
        sources=page.sources,
        mise_a_jour=page.mise_a_jour,
        relecture=page.relecture,
    )
    return f"{filled}\n\n{foot}"


def _unknown_blocks(text: str, file: str) -> list[Problem]:
    known = {mark.start(): mark[1] for mark in _BLOCK.finditer(text)}
    return [
        Problem(
            file=file,
            line=text.count("\n", 0, mark.start()) + 1,
            column=mark.start() - text.rfind("\n", 0, mark.start()),
            message=_block_fault(known.get(mark.start())),
        )
        for mark in _LIKE_BLOCK.finditer(text)
        if known.get(mark.start()) not in BLOCKS
    ]


def _block_fault(name: str | None) -> str:
    if name is None:
        return (
            f"ce bloc ne sera pas lu : écrivez, seul sur sa ligne, « <!-- bloc: {BLOCKS[0]} --> »."
        )
    return f"bloc inconnu « {name} » ; {suggestion(name, BLOCKS)}"
