"""Contact cards as phones read them: vCard 4.0 (RFC 6350)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE = 75
"""Octets of a line at most, without its end (RFC 6350, section 3.2)."""
_SIGN = {"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"}
# What no value may hold (section 3.3, VALUE-CHAR); a tabulation may.
_REFUSED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def card(properties: Iterable[tuple[str, str]]) -> bytes:
    """Write a card; each property is its name with its parameters, and its value as written."""
    head, foot = ("BEGIN", "VCARD"), ("END", "VCARD")
    lines = (f"{name}:{value}" for name, value in (head, ("VERSION", "4.0"), *properties, foot))
    return b"".join(map(_folded, lines))


def text(value: str) -> str:
    """Write a text as a value: every end of line is one and the same."""
    plain = _REFUSED.sub("", re.sub(r"\r\n?", "\n", value))
    return re.sub(r"[\\,;\n]", lambda sign: _SIGN[sign[0]], plain)


def address(value: str) -> str:
    """Write an address as a value; what no address holds would end its line."""
    return re.sub(r"[\x00-\x20\x7f]", "", value)


def texts(*values: str) -> str:
    """Write the texts of a value that has parts: an address, an organisation."""
    return ";".join(map(text, values))


def _folded(line: str) -> bytes:
    """Cut a line into several, never within a letter; each but the first opens with a space."""
    lines = [b""]
    for letter in line:
        octets = letter.encode()
        if len(lines[-1]) + len(octets) > LINE:
            lines.append(b" ")
        lines[-1] += octets
    return b"".join(part + b"\r\n" for part in lines)
