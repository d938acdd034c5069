"""What is added to data/historique.yaml, which keeps every byte that it had."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from generator.historique import is_blank
from generator.scalars import damaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.historique import Changement, Historique

_HEAD = "changements:"


def since(historique: Historique, earlier: Iterable[Changement]) -> list[Changement]:
    """List the entries that an earlier version did not have."""
    had = set(earlier)
    return [one for one in historique.changements if one not in had]


def unsaid(made: Changement, said: Iterable[Changement]) -> Changement | None:
    """Leave out of an entry what others say already; None where nothing is left."""
    earlier = list(said)
    fiches = {(one.nom, phrase) for each in earlier for one in each.centres for phrase in one.dit}
    others = {phrase for each in earlier for phrase in (*each.liste, *each.pages)}
    centres = [
        one.model_copy(update={"dit": left})
        for one in made.centres
        if (left := tuple(phrase for phrase in one.dit if (one.nom, phrase) not in fiches))
    ]
    parts = {
        "centres": tuple(centres),
        "liste": tuple(phrase for phrase in made.liste if phrase not in others),
        "pages": tuple(phrase for phrase in made.pages if phrase not in others),
    }
    return made.model_copy(update=parts) if any(parts.values()) else None


def appended(data: bytes, file: str, made: Changement) -> bytes:
    """Return the bytes of the file with an entry after them, line ends and margin as they were."""
    end = b"\r\n" if b"\r\n" in data else b"\r" if b"\r" in data and b"\n" not in data else b"\n"
    margin = re.search(rb"(?:^|[\r\n])( *)- +\w+ *:", data)
    indent = margin[1].decode() if margin else "  "
    head = [_HEAD] if is_blank(data, file) else []
    block = [*head, *(indent + line for line in lines(made))]
    before = data if not data or data.endswith((b"\n", b"\r")) else data + end
    return before + b"".join(line.encode() + end for line in block)


def lines(made: Changement) -> Iterator[str]:
    """Yield an entry as YAML, an element of a list without its margin."""
    yield f"- le: {made.le}"
    if made.depuis:
        yield f"  depuis: {_quoted(made.depuis)}"
    if made.centres:
        yield "  centres:"
    for one in made.centres:
        named = [f"id: {_quoted(one.id)}"] if one.id else []
        first, *rest = [*named, f"nom: {_quoted(one.nom)}", "dit:"]
        yield f"    - {first}"
        yield from (f"      {line}" for line in rest)
        yield from (f"        - {_quoted(phrase)}" for phrase in one.dit)
    for key, phrases in (("liste", made.liste), ("pages", made.pages)):
        if phrases:
            yield f"  {key}:"
            yield from (f"    - {_quoted(phrase)}" for phrase in phrases)


def _quoted(text: str) -> str:
    """Write a text between quotes, so that YAML reads it as it stands."""
    quoted = json.dumps(text, ensure_ascii=False)
    if damaged(quoted, ""):
        # An earlier page showed it so: escaped, it is no fault of this file.
        return re.sub(r"[^\x00-\x7f]", lambda found: f"\\U{ord(found[0]):08X}", quoted)
    return quoted
