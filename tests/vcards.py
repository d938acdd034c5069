"""A strict reader of contact cards, after RFC 6350: it refuses what address books forgive."""

from __future__ import annotations

import re

LINE = re.compile(r"([A-Z]+)((?:;[A-Z]+=[a-z]+)*):(.*)", re.DOTALL)
SIGN = re.compile(r"\\([\\,;n])|([^\\,;\n])|(;)", re.DOTALL)
Card = dict[str, str]
"""The value of each property, as it is written; a name with its parameters."""


def read(data: bytes) -> list[Card]:
    """Read cards one after another; an AssertionError says what is not as it must be."""
    assert data.endswith(b"\r\n")
    lines = data[:-2].split(b"\r\n")
    assert not [line for line in lines if re.search(rb"[\x00-\x08\n\r\x0b-\x1f\x7f]", line)]
    assert not [line for line in lines if len(line) > 75]
    # Each line is of whole letters.
    whole = "".join(f"\r\n{line.decode()}" for line in lines).replace("\r\n ", "")
    cards: list[Card] = []
    for line in whole.removeprefix("\r\n").split("\r\n"):
        found = LINE.fullmatch(line)
        assert found, line
        name, value = found[1] + found[2], found[3]
        if name == "BEGIN":
            assert not cards or "END" in cards[-1]
            cards.append({})
        assert "END" not in cards[-1]
        assert name not in cards[-1]
        cards[-1][name] = value
    for card in cards:
        assert list(card)[:2] == ["BEGIN", "VERSION"]
        assert (card.pop("BEGIN"), card.pop("VERSION"), card.pop("END")) == (
            "VCARD",
            "4.0",
            "VCARD",
        )
    return cards


def parts(value: str) -> list[str]:
    """Read the texts of a value; a comma that stands as it is would make a list of one."""
    texts = [""]
    at = 0
    while at < len(value):
        sign = SIGN.match(value, at)
        assert sign, value[at:]
        at = sign.end()
        if sign[3]:
            texts.append("")
        else:
            texts[-1] += "\n" if sign[1] == "n" else sign[1] or sign[2]
    return texts
