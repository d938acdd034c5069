"""The search's worker: of all that the theme ships, the parts that French pages need, as one file.

A worker that loads others asks the policy for each; and of the theme's 60 scripts and sheets our
own pages use these three.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SEARCH = "assets/recherche.js"

_SHIPPED = re.compile(r"assets/(javascripts|stylesheets|images)/")
# In this order: the languages extend the engine.
_PARTS = (
    re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js"),
    re.compile(r"assets/javascripts/lunr/min/lunr\.stemmer\.support\.min\.js"),
    re.compile(r"assets/javascripts/lunr/min/lunr\.fr\.min\.js"),
)


def shipped_by_theme(uri: str) -> bool:
    """Tell the theme's own files from ours, which are never in these folders."""
    return bool(_SHIPPED.match(uri))


def search_parts(uris: Iterable[str]) -> list[str]:
    """List the files of the search in the order they must run; LookupError where one is missing."""
    found = [[uri for uri in uris if part.fullmatch(uri)] for part in _PARTS]
    if any(len(part) != 1 for part in found):
        msg = f"the theme no longer ships its search as expected: {found}"
        raise LookupError(msg)
    return [uri for (uri,) in found]


def joined_search(parts: Iterable[str]) -> str:
    """Join the scripts; what the worker would load is already there."""
    bare = (re.sub(r"\n?//# sourceMappingURL=.*", "", part) for part in parts)
    return ";\n".join([*bare, "self.importScripts = () => {};\n"])
