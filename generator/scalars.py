"""What a text in an editor's file may hold, and what YAML would make of it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

import yaml

from generator.errors import DataError, Problem, shortened

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BYTES = 1_000_000
"""Eighteen times the list of today, read in two seconds whatever it holds."""
MOST = 20
"""Invisible characters after which a file is no text."""

_resolve = yaml.SafeLoader("").resolve
_MISPLACED = (
    (
        re.compile(r"( *|[ -]*[a-z_]+(?= *[\u00a0\u202f]+ *:)|[ -]*[a-z_]+:) *[\u00a0\u202f]"),
        "espace insécable : remplacez-la par une espace ordinaire.",
    ),
    (
        re.compile(r"([ -]*[a-z_]+: +[^\"'#\[{|>\s][^#]*? )#\S"),
        "ce qui suit « # » serait perdu : mettez le texte entre guillemets.",
    ),
)
# What UTF-8 looks like to a program that takes it for cp1252, and the mark of a lost letter.
_DAMAGED = re.compile(
    r"\w{0,40}(?:Ã[\u0080-\u00bf\u0152-\u2122]|Å[\u0080-\u00bf\u2019\u201c]|â€|Â[«»°]|\ufffd)\w{0,40}"
)
_MERGE = re.compile(r"(<{7}|\|{7}|={7}|>{7})( |$)")
# What YAML 1.2 (core schema) and the letter of YAML 1.1 read as something else than a text.
_NOT_TEXT = re.compile(
    r"[-+]?(0o[0-7]+|0x[0-9a-fA-F]+|(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|\.inf)|\.nan"
    r"|[yYnN]|true|false|null|yes|no|on|off",
    re.IGNORECASE,
)
# A number or a date that every YAML program writes back as it stood.
_FAITHFUL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}")


def decode(data: bytes, file: str) -> str:
    """Turn bytes into text (UTF-8, with or without a mark, any line ends), or raise DataError."""
    if len(data) > MAX_BYTES:
        raise DataError([at_start(file, "le fichier dépasse 1 Mo : ce n'est pas le bon fichier ?")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        bare = error.object  # without its mark, where there was one
        lines = _lines(bare[: error.start].decode("utf-8", "replace")).split("\n")
        message = "le fichier n'est pas en UTF-8 : réenregistrez-le avec l'encodage « UTF-8 »."
        place = {"line": len(lines), "column": len(lines[-1]) + 1}
        raise DataError([Problem(file=file, message=message, **place)]) from None
    return _lines(text)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def placing(text: str) -> Callable[[int], tuple[int, int]]:
    """Make what tells the line and the column, from 1, of an index of the text."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(index: int) -> tuple[int, int]:
        line = bisect_right(starts, index)
        return line, index - starts[line - 1] + 1

    return place


def invisible(text: str, file: str, first_line: int = 1) -> list[Problem]:
    """List the control, direction and zero-width characters, which hide what a text says.

    Of a file that is no text, the first ones are enough.
    """
    found = (
        Problem(
            file=file,
            line=number,
            column=column,
            message=f"caractère invisible U+{ord(char):04X} : supprimez-le et retapez ce mot.",
        )
        for number, line in enumerate(text.split("\n"), first_line)
        if not line.isascii() or not line.isprintable()
        for column, char in enumerate(line, 1)
        if is_invisible(char) and char != "\t"
    )
    return list(islice(found, MOST))


def merge_marks(text: str, file: str, first_line: int = 1) -> list[Problem]:
    """List the lines that a merge of two versions left behind."""
    message = "trace d'une fusion de deux versions : gardez la bonne, supprimez cette ligne."
    return [
        Problem(file=file, line=number, column=1, message=message)
        for number, line in enumerate(text.split("\n"), first_line)
        if _MERGE.match(line)
    ]


def misplaced(text: str, file: str, first_line: int = 1) -> list[Problem]:
    """List what YAML would take otherwise than it looks: hard spaces about a key, « #2 »."""
    return [
        Problem(file=file, line=number, column=found.end(1) + 1, message=message)
        for number, line in enumerate(text.split("\n"), first_line)
        for pattern, message in _MISPLACED
        if (found := pattern.match(line))
    ]


def damaged(text: str, file: str, first_line: int = 1) -> list[Problem]:
    """List the words that were read in another encoding than they were written in: « HÃ´pital »."""
    place = placing(text)
    problems = []
    for found in islice(_DAMAGED.finditer(text), MOST):
        line, column = place(found.start())
        message = (
            f"« {shortened(found[0])} » : accents abîmés, le fichier a été ouvert dans un autre"
            " encodage ; retapez ce mot."
        )
        problems.append(
            Problem(file=file, line=line + first_line - 1, column=column, message=message)
        )
    return problems


def softened(text: str) -> str:
    """Make ordinary spaces of hard ones about a key, and drop what shows nothing."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.isascii() or not line.isprintable():
            clean = "".join(char for char in line if char == "\t" or not is_invisible(char))
            about = _MISPLACED[0][0].match(clean)
            lines[number] = re.sub(r"[\u00a0\u202f]", " ", clean) if about else clean
    return "\n".join(lines)


def is_invisible(char: str) -> bool:
    """Tell whether a character shows nothing yet changes a text (spaces are not meant)."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


def first_invisible(value: str) -> str | None:
    """Return the first invisible character of a text of several lines, if it has one."""
    if value.isascii() and value.isprintable():
        return None
    return next((char for char in value if char not in "\n\t" and is_invisible(char)), None)


def misread(value: str) -> bool:
    """Tell whether a YAML program could read this bare word as another value."""
    if not value or _FAITHFUL.fullmatch(value):
        return False
    tag = _resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]  # stubs
    return tag != "tag:yaml.org,2002:str" or _NOT_TEXT.fullmatch(value) is not None


def at_start(file: str, message: str) -> Problem:
    """Place a message at the head of a file."""
    return Problem(file=file, line=1, column=1, message=message)
