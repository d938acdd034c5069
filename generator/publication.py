"""Who answers for the site; until all is known it calls itself a preversion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator import settings
from generator.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping

# What one writes in waiting: it would take the mark of a preversion away.
_WAITING = re.compile(
    r"(à|a) (compléter|completer|définir|definir|venir)|todo|tbd|n/?c|[?x.…-]+", re.IGNORECASE
)
_CONTACT = re.compile(
    r"[^\s@<>\"']+@[^\s@<>\"']+\.[a-z]{2,}|https://[^\s<>\"']+\.[^\s<>\"']+", re.IGNORECASE
)

# Signs that stand in an address as they are (RFC 3986), and what is already encoded.
_IN_URI = "%:/?#[]@!$&'()*+,;=~"

LABELS = {
    "editeur": "Éditeur",
    "directeur_publication": "Directeur ou directrice de la publication",
    "hebergeur": "Hébergeur",
    "contact": "Contact",
    "valide_par": "Validation du contenu",
}


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Hold what the law asks a site to name; absent means not yet said, and none is invented."""

    editeur: str | None = None
    directeur_publication: str | None = None
    hebergeur: str | None = None
    contact: str | None = None
    valide_par: str | None = None
    site_url: str = ""
    """Where the site is published, with its last slash; empty while that is not known."""

    @classmethod
    def of(
        cls, options: Mapping[str, str | None], text: str = "", site_url: str = ""
    ) -> Publication:
        """Read the options of mkdocs.yml; one that holds spaces alone says nothing.

        `text` is that of the file, where a fault is placed.
        """
        said = {key: (options[key] or "").strip() for key in LABELS}
        problems = [
            settings.problem(text, key, message)
            for key, value in said.items()
            if (message := _fault(key, value))
        ]
        if problems:
            raise DataError(problems)
        return cls(**{key: value or None for key, value in said.items()}, site_url=site_url)

    @property
    def entries(self) -> list[tuple[str, str | None]]:
        """List each label with its value, for the legal page."""
        return [(label, getattr(self, key) or None) for key, label in LABELS.items()]

    @property
    def missing(self) -> list[str]:
        """Name what is still to be said, in lower case."""
        return [label[0].lower() + label[1:] for label, value in self.entries if not value]

    @property
    def preversion(self) -> bool:
        """Tell whether the site must not yet pass for an official one."""
        return bool(self.missing)

    def address_of(self, path: str) -> str:
        """Return the whole address of a page or file of the site; empty while it is not known."""
        return f"{self.site_url}{path}" if self.site_url else ""

    def security_txt(self, year_month: str) -> str | None:
        """Write whom to tell of a weakness (RFC 9116), good for a year; None without a contact."""
        told = re.fullmatch(r"(\d{4})(?:-(\d\d))?", year_month)
        if not self.contact or not told:
            return None
        scheme = "" if self.contact.lower().startswith("https:") else "mailto:"
        return (
            f"Contact: {scheme}{quote(self.contact, safe=_IN_URI)}\n"
            f"Expires: {int(told[1]) + 1}-{told[2] or '01'}-01T00:00:00Z\n"
            "Preferred-Languages: fr\n"
        )


def robots_txt(site_url: str, *, preversion: bool) -> str:
    """Write robots.txt: where the list of the pages is, once they may be indexed."""
    if preversion:
        # Each page asks not to be indexed: who may not read it would not know.
        head = "# Chaque page demande de ne pas être indexée : encore faut-il pouvoir la lire.\n"
        return f"{head}User-agent: *\nDisallow:\n"
    listed = f"Sitemap: {site_url}sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nDisallow:\n{listed}"


def _fault(key: str, value: str) -> str | None:
    if _WAITING.fullmatch(value):
        return "laissez la ligne vide tant que ce n'est pas connu."
    if key == "contact" and value and not _CONTACT.fullmatch(value):
        return "écrivez une adresse électronique, ou une page qui commence par https://."
    return None
