"""A JSON document too large for memory, read an element at a time."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHUNK = 1 << 20
"""Characters read at once."""
MAX_ELEMENT = 32 << 20
"""Characters of one element; the register's have 7,000 on average."""

LONGEST_TAIL = len("e+")
_SPACES = re.compile(r"[ \t\r\n]*")

Element = tuple[str, object]
"""A member's name, and its value or, of a list, one element."""


class BrokenJsonError(Exception):
    """Tell that the text is no JSON object, or not a whole one."""


def elements(read: Callable[[int], str]) -> Iterator[Element]:
    """Yield each member of an object; of a list, each element by itself.

    Numbers come as the text that they are. BrokenJsonError where the text breaks.
    """
    text = _Text(read)
    text.take("{")
    closing = text.take("}") if text.peek() == "}" else ","
    while closing == ",":
        name = text.name()
        text.take(":")
        if text.peek() == "[":
            yield from ((name, element) for element in text.array())
        else:
            yield name, text.value()
        closing = text.take(",", "}")
    if text.peek():
        raise BrokenJsonError


class _Text:
    """Hold the part of the text that is being read."""

    def __init__(self, read: Callable[[int], str]) -> None:
        self._read = read
        self._text = ""
        self._at = 0
        self._ended = False
        # A number of 5,000 figures would make Python's own reader fail.
        decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
        self._decode = decoder.raw_decode

    def peek(self) -> str:
        """Return the next character that is no space, or "" at the end."""
        while True:
            # A loop of Python would take minutes over an archive of spaces.
            self._at = _SPACES.match(self._text, self._at).end()  # type: ignore[union-attr]  # ""
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def take(self, *wanted: str) -> str:
        """Read one of the characters that may come here."""
        found = self.peek()
        if found not in wanted:
            raise BrokenJsonError
        self._at += 1
        return found

    def name(self) -> str:
        """Read the name of a member."""
        if self.peek() != '"':
            raise BrokenJsonError
        return str(self.value())

    def array(self) -> Iterator[object]:
        """Yield the elements of a list."""
        self.take("[")
        if self.peek() == "]":
            self.take("]")
            return
        yield self.value()
        while self.take(",", "]") == ",":
            yield self.value()

    def value(self) -> object:
        """Read one value whole, with as much of the text as it needs."""
        self.peek()
        while True:
            try:
                value, end = self._decode(self._text, self._at)
                length = end - self._at
            except RecursionError:
                raise BrokenJsonError from None
            except ValueError:
                if not self._more():
                    raise BrokenJsonError from None
                continue
            # What ends with the text may go on: "12", or "12" of "12.", "12e" and "12e+".
            if len(self._text) - end <= LONGEST_TAIL and self._more():
                continue
            self._at += length
            return value

    def _more(self) -> bool:
        """Read as much again as is held, so that a long element costs its length."""
        held = len(self._text) - self._at
        if self._ended or held > MAX_ELEMENT:
            return False
        chunk = self._read(max(CHUNK, held))
        self._text = self._text[self._at :] + chunk
        self._at = 0
        self._ended = not chunk
        return bool(chunk)
