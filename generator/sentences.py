"""French prose cut into sentences and words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A stop, what closes after it, a space; then what may open before the next word.
_STOP = re.compile(r"([.!?…]+)(?:\s?[»”\")\]])*\s+(?=[“\"(\[–—\s-]*(\w|«))")
_LAST_WORD = re.compile(r"\w+\Z")
_ABBREVIATIONS = {"dr", "ex", "m", "mlle", "mm", "mme", "mmes", "mr", "pr", "ste"}
_BEFORE_NUMBERS = {"art", "d", "fig", "l", "n", "p", "pp", "r", "vol"}
"""« R. 6122 », « p. 12 »; before a letter, « lymphocytes T. Ce sont » ends a sentence."""


def words(text: str) -> list[str]:
    """Split a text into words as textstat counts them: between spaces, without punctuation.

    « l’hôpital », « CAR-T » and « 1,5 » are one word each; « 5 000 » is two.
    """
    return re.sub(r"[^\w\s]", "", text).split()


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of one block of text, a heading or a paragraph, that hold a word."""
    begin = 0
    for stop in _STOP.finditer(text):
        if _ends(text[begin : stop.start()], stop):
            yield from filter(words, [text[begin : stop.end()].strip()])
            begin = stop.end()
    yield from filter(words, [text[begin:].strip()])


def _ends(before: str, stop: re.Match[str]) -> bool:
    """Tell whether a stop ends a sentence, and not an abbreviation."""
    sign, following = stop.groups()
    if not (following == "«" or following.isupper() or following.isdigit()):
        return False
    last = _LAST_WORD.search(before)
    short = last[0].lower() if last and sign == "." else ""
    return not (short in _ABBREVIATIONS or (short in _BEFORE_NUMBERS and following.isdigit()))
