"""The feed of what changed (Atom, RFC 4287), for those who want to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from generator.french import date_fr
from generator.historique import FEED, PAGE, one_line
from generator.render import relative_url, render
from generator.scalars import is_invisible

if TYPE_CHECKING:
    from generator.historique import Changement, Historique
    from generator.publication import Publication

_OWN = uuid5(NAMESPACE_URL, "urn:descar-t:changements")
"""Names the feed: it stays the same where the site moves, or has no address yet."""
_LISTED = "la liste des centres"


def feed(historique: Historique, publication: Publication, site: str, day: str) -> str:
    """Write the feed, the latest entry first; `site` names it, `day` dates one without entries.

    What an entry is called depends on its place alone, not on its words: mended, it is not new.
    Where the site has no address yet, nothing is linked: a link must be whole.
    """
    page = publication.address_of(relative_url("index.md", PAGE))
    entries = [
        {
            "uid": uuid5(_OWN, f"{name}/{one.depuis or ''}"),
            "day": one.le,
            "title": title(one),
            "link": page and f"{page}#le-{name}",
            "text": "\n".join(told(one)),
        }
        for name, one in historique.latest_first
    ]
    made = render(
        "changements.xml.jinja",
        FEED,
        uid=_OWN,
        updated=entries[0]["day"] if entries else day,
        site=one_line(site),
        author=one_line(publication.editeur or "") or one_line(site),
        preversion=publication.preversion,
        page=page,
        own=publication.address_of(FEED),
        entries=entries,
    )
    # An address of mkdocs.yml may hold what no XML can.
    return "".join(char for char in made if char == "\n" or not is_invisible(char))


def title(one: Changement) -> str:
    """Name an entry by its day and by what it changed."""
    parts = [_LISTED] * one.is_of_list + ["des pages"] * bool(one.pages)
    return f"{date_fr(one.le)}\u00a0: {' et '.join(parts)}"


def told(one: Changement) -> list[str]:
    """Tell an entry as lines of plain text."""
    return [
        *one.liste,
        *(f"{fiche.nom}. {' '.join(fiche.dit)}" for fiche in one.centres),
        *one.pages,
    ]
