"""What an editor types in a page that Markdown shows as it is typed, or takes for code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.bold import bolds
from generator.errors import Problem
from generator.paragraphs import is_alone, is_quote, is_table, paragraphs
from generator.scalars import invisible, placing
from generator.unread import without_code, without_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.paragraphs import Line, Slip

_SPACED = re.compile(r"(!?)\[([^\[\]\n]+)\]([ \u00a0\u202f]+)\(([^\s()]+)\)")
_TURNED = re.compile(r"(?<!\])\([^()\[\]\n]+\)\[([^\s\[\]()]+)\](?![(\[:])")
_ADDRESS = re.compile(r"https?://.+|\.\./.+|#[^\W\d].*|.+\.(md|png|jpg|svg)", re.IGNORECASE)
# « […] », « [1] » and « [sic] » are no words of a link.
_CITED = re.compile(r"[\W\d]+|sic", re.IGNORECASE)
_NAMED = re.compile(r"^ {0,3}\[([^\]\n]+)\]:", re.MULTILINE)
_ITEM = re.compile(r"[ \t]*([-*+]|\d+\.)[ \t]+(?=\S)")
_BOX = re.compile(r"[ \t]*(-(?:[ \t]+\[\]|\[ ?\])(?![(\[:])|-[ \t]+\[ \](?=[^\W_]))")
_STUCK = re.compile(r"[ \t]*(?:-|\d{1,2}\.)(?=[^\W\d_])")
_BULLET = re.compile(r"[ \t]*(?=•)")
_DASH = re.compile(r"[ \t]*(?=–[ \u00a0\u202f])")
_CODE = re.compile(r" {0,3}\t| {4}")
_ENDS = re.compile(r"[:.;!?…*][ \u00a0\t]*$")

_BEFORE = "laissez une ligne vide avant la liste."
_START = "commencez la ligne par « - » et une espace."
_NUMBER = "laissez une espace après le point du numéro."
_TICK = "une case à cocher s'écrit « - [ ] » et une espace."
_HEADING = "ce titre est vide : écrivez-le, ou supprimez la ligne."
_INDENTED = (
    "cette ligne commence par une tabulation (ou quatre espaces) : elle s'afficherait comme du"
    " code ; supprimez-la."
)
_LINK = "un lien s'écrit [texte](adresse) : les crochets d'abord."
_SPACE = "une espace sépare « ] » de « ( » : supprimez-la, sinon {}."


def slips(text: str, file: str, start: int) -> Iterator[Problem]:
    """Yield the slips of a page whose Markdown starts at an index, in the order of the rules.

    Only what Python-Markdown surely shows amiss: a doubt is no slip.
    """
    body = text[start:]
    seen = without_html(without_code(body, "x"))
    place = placing(text)
    for at, message in (*_links(seen), *_lines(seen, body), *bolds(seen)):
        line, column = place(start + at)
        yield Problem(file=file, line=line, column=column, message=message)
    yield from invisible(body, file, place(start)[0])


def _links(body: str) -> Iterator[Slip]:
    names = {found[1].casefold() for found in _NAMED.finditer(body)}
    for found in _SPACED.finditer(body):
        words = found[2].casefold()
        before = body[max(0, found.start() - 1) : found.start()]
        if before in {"\\", "]"} or words.endswith("\\"):
            continue
        if words not in names and not _CITED.fullmatch(words) and _ADDRESS.fullmatch(found[4]):
            lost = "l'image ne s'affiche pas" if found[1] else "le lien ne marche pas"
            yield found.start(3), _SPACE.format(lost)
    for found in _TURNED.finditer(body):
        address = found[1]
        if address[0] != "#" and address.casefold() not in names and _ADDRESS.fullmatch(address):
            yield found.start(), _LINK


def _lines(seen: str, body: str) -> Iterator[Slip]:
    listed, end = False, 0
    for block in paragraphs(seen):
        first, last = block[0], block[-1]
        # A list goes on with what is indented, what sticks to it, and may hold a quotation.
        kept = listed and (first.indented or first.at == end or is_quote(block))
        end = last.at + len(last.text) + 1
        if is_alone(first.text):
            line = body[first.at : first.at + len(first.text)]
            if line.startswith("##") and not line.strip("# \t"):
                yield first.at, _HEADING
            listed = kept
            continue
        if not listed and _CODE.match(body, first.at):
            yield first.at, _INDENTED
        elif not (is_table(block) or is_quote(block)):
            yield from _marks(block)
            if not (first.indented or _ITEM.match(first.text)):
                yield from _glued(block)
        # What follows a list that is itself amiss will be right once this is mended.
        listed = kept or any(_ITEM.match(line.text) for line in block)


def _marks(block: list[Line]) -> Iterator[Slip]:
    """Yield the lines that only look like items of a list."""
    before = ":"
    for number, line in enumerate(block):
        near = [one.text for one in block[max(0, number - 1) : number + 2]]
        if found := _BOX.match(line.text):
            yield line.at + found.start(1), _TICK
        elif found := _BULLET.match(line.text):
            yield line.at + found.end(), _START
        elif found := _DASH.match(line.text):
            if sum(bool(_DASH.match(one)) for one in near) > 1:
                yield line.at + found.end(), _START
        elif (found := _STUCK.match(line.text)) and (
            _ENDS.search(before) or _STUCK.match(before) or _ITEM.match(before)
        ):
            sign = found[0].strip()
            yield line.at + found.end() - len(sign), _START if sign == "-" else _NUMBER
        before = line.text


def _glued(block: list[Line]) -> Iterator[Slip]:
    """Yield the first item of a list that a line of text keeps from being one."""
    items = [
        (number, found) for number, line in enumerate(block) if (found := _ITEM.match(line.text))
    ]
    if not items:
        return
    number, found = items[0]
    sign = found[1]
    signs = [one[1] for _, one in items]
    # A wrapped line may start with « - mot - », « 1. » or the star of a note.
    several = "2." in signs if sign == "1." else sign in {"-", "*"} and signs.count(sign) > 1
    if several or (sign == "-" and _ENDS.search(block[number - 1].text)):
        yield block[number].at + found.start(1), _BEFORE
