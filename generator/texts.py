"""The pages of docs/: how they are checked, and what the build adds to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from pydantic import ValidationError

from generator import document as yaml_document
from generator.errors import DataError, Problem
from generator.french import typo
from generator.front_matter import FrontMatter
from generator.messages import problems_of, suggestion
from generator.render import escape_markdown, render
from generator.scalars import damaged, decode, merge_marks, placing
from generator.slips import slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date


FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
"""The front matter of a page, and within it the YAML."""
_UNCLOSED = "l'en-tête n'est pas refermé : ajoutez une ligne « --- » après ses clés."
_HEADLESS = "la page doit commencer par « --- », ses clés, puis « --- » (voir CONTRIBUTING.md)."
_BLOCK = re.compile(r"^<!-- *bloc *: *([\w-]+) *-->[ \t]*$", re.MULTILINE)
_CASE = re.compile(r"^( *[-*+] +)\[ \](?= )", re.MULTILINE)
# Neither « < » nor « > » within: a file of a thousand open comments is read in one pass.
_COMMENT = re.compile(r"<!--[^<>]*-->")
_LIKE_BLOCK = re.compile(r"\bbloc\b", re.IGNORECASE)
# Fenced code is passed over as a whole; Markdown makes a title of « #Titre » too.
_TITLE = re.compile(
    r"^(~{3,}|`{3,})[^\n]*\n.*?^\1[ \t]*$|^(?P<title>#(?!#)|[^\n]+\n=+[ \t]*$)",
    re.DOTALL | re.MULTILINE,
)
# What Word writes so (« <![if ») is passed over; at any other MkDocs ends in a traceback.
_SECTION = re.compile(
    r"<!\[(?!(?:cdata|else|endif|if|ignore|include|rcdata|temp)(?![\w.-]))", re.IGNORECASE
)
_SECTION_FAULT = "« <![ » n'est pas du texte : supprimez ces signes et ce qu'ils ouvrent."
BLOCKS = (
    "carte-urgence",
    "chercher-lieu",
    "dessin-fabrication",
    "dessin-recepteur",
    "etapes",
    "etat-de-la-liste",
    "frise",
    "imprimer",
    "livret",
    "mentions",
    "rgaa",
)
"""Names that a page of docs/ may give between « <!-- bloc: » and « --> »."""
Block = Callable[[str], str]
"""Make a block, in HTML, for the page at an address."""


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
    problems = [*merge_marks(text, file), *damaged(text, file), *_unknown_blocks(text, file)]
    found = FRONT.match(text)
    if not found:
        message = _UNCLOSED if re.match(r"---[ \t]*\n", text) else _HEADLESS
        raise DataError([*problems, Problem(file=file, line=1, column=1, message=message)])
    problems += [*_second_titles(text, file, found.end()), *slips(text, file, found.end())]
    problems += _sections(text, file, found.end())
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
    """Put a page's title over it, fill its blocks, draw its squares to tick and add its foot."""
    foot = render("pied.html.jinja", uri, page=page)
    body = filled(markdown, uri, blocks)
    return f"# {escape_markdown(typo(page.titre))}\n\n{body}\n\n{foot}"


def filled(markdown: str, uri: str, blocks: Mapping[str, Block]) -> str:
    """Fill the blocks of a page, and draw its squares to tick."""
    ticked = _CASE.sub(r'\1<span class="case"></span>', markdown)
    return _BLOCK.sub(lambda mark: blocks[mark[1]](uri), ticked)


def _second_titles(text: str, file: str, start: int) -> list[Problem]:
    message = (
        "le titre est déjà dans l'en-tête (« titre ») : supprimez cette ligne, ou commencez-la par"
        " « ## »."
    )
    place = placing(text)
    return [
        Problem(file=file, line=place(found.start())[0], column=1, message=message)
        for found in _TITLE.finditer(text, start)
        if found["title"]
    ]


def _sections(text: str, file: str, start: int) -> Iterator[Problem]:
    for found in _SECTION.finditer(text, start):
        line, column = placing(text)(found.start())
        yield Problem(file=file, line=line, column=column, message=_SECTION_FAULT)


def _unknown_blocks(text: str, file: str) -> list[Problem]:
    known = {mark.start(): mark[1] for mark in _BLOCK.finditer(text)}
    place = placing(text)
    like = (mark for mark in _COMMENT.finditer(text) if _LIKE_BLOCK.search(mark[0]))
    found = [mark for mark in like if known.get(mark.start()) not in BLOCKS]
    return [
        Problem(file=file, line=line, column=column, message=_block_fault(known.get(mark.start())))
        for mark in found
        for line, column in [place(mark.start())]
    ]


def _block_fault(name: str | None) -> str:
    if name is None:
        return (
            f"ce bloc ne sera pas lu : écrivez, seul sur sa ligne, « <!-- bloc: {BLOCKS[0]} --> »."
        )
    return f"bloc inconnu « {name} » ; {suggestion(name, BLOCKS)}"
