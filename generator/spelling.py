"""How a listed word may be written in a text or in the HTML made of it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

_SIGNS = str.maketrans({"’": "'", "‑": "-"})
_EITHER = {"-": "[-‑]", "'": "(?:['’]|&#39;)", " ": r"\s+", "&": "&(?:amp;)?"}


def key(form: str) -> str:
    """Reduce a form to what tells it from others: neither its signs nor its first capital."""
    plain = re.sub(r"\s+", " ", form).translate(_SIGNS)
    return plain[:1].lower() + plain[1:]


@cache
def pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Make the pattern that finds any of these forms as a whole word, the longest first.

    A form that starts with a small letter may open a sentence; of any other the case counts. What
    a hyphen joins to a word is part of it, what an apostrophe joins is not; « lymphome.ch » is an
    address.
    """
    # By first letter: of two hundred forms, a place in the text tries the few that it can open.
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=len, reverse=True):
        first = form[0]
        for letter in {first, first.upper()} if first.islower() else {first}:
            tails[letter].append("".join(map(_spelt, re.sub(r"\s+", " ", form[1:]))))
    choices = (f"{_spelt(first)}(?:{'|'.join(rest)})" for first, rest in tails.items())
    return re.compile(rf"(?<![\w&#‑-])(?:{'|'.join(choices) or '(?!)'})(?![\w‑-]|\.\w)")


def _spelt(letter: str) -> str:
    plain = letter.translate(_SIGNS)
    return _EITHER.get(plain) or re.escape(plain)
