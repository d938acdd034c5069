"""Hard words and abbreviations: those that a text leaves without a definition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.spelling import key, pattern

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from generator.glossary import Glossaire, Terme

_CAPITALS = "A-ZÀ-ÖØ-Þ"
_TOKEN = re.compile(rf"(?<![\w‑-])[{_CAPITALS}0-9]+(?:[‑-][{_CAPITALS}0-9]+)*(?![\w‑-])")


def undefined(text: str, words: Glossaire) -> list[str]:
    """List the words of a text that want a definition and have none, in the order of their use.

    They are the abbreviations that are not known, and the words listed as hard.
    """
    known = words.forms.keys() | set(map(key, words.connus))
    found = [
        (one.start(), one[0])
        for one in _TOKEN.finditer(text)
        if sum(letter.isupper() for letter in one[0]) > 1 and not _is_known(one[0], known)
    ]
    for hard in words.a_definir:
        used = pattern((hard, f"{hard}s", f"{hard}x")).search(text)
        if used and key(hard) not in known:
            found.append((used.start(), hard))
    return list(dict.fromkeys(word for _, word in sorted(found)))


def unused(texts: Iterable[str], words: Glossaire) -> list[Terme]:
    """List the defined words that no text uses."""
    used = {
        words.forms[key(found[0])].slug for text in texts for found in words.pattern.finditer(text)
    }
    return [one for one in words.termes if one.slug not in used]


def _is_known(token: str, known: AbstractSet[str]) -> bool:
    """Tell whether a token, or each of the names that it joins by a hyphen, is known."""
    return key(token) in known or all(key(part) in known for part in re.split("[‑-]", token))
