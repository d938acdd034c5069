"""Who answers for the site; until all is known it calls itself a preversion."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LABELS = {
    "editeur": "Éditeur",
    "directeur_publication": "Directeur ou directrice de la publication",
    "hebergeur": "Hébergeur",
    "contact": "Contact",
    "valide_par": "Contenu validé par",
}


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Hold what the law asks a site to name; absent means not yet said, and none is invented."""

    editeur: str | None = None
    directeur_publication: str | None = None
    hebergeur: str | None = None
    contact: str | None = None
    valide_par: str | None = None

    @classmethod
    def of(cls, options: Mapping[str, str | None]) -> Publication:
        """Read the options of mkdocs.yml; one that holds spaces alone says nothing."""
        return cls(**{key: (options[key] or "").strip() or None for key in LABELS})

    @property
    def entries(self) -> list[tuple[str, str | None]]:
        """List each label with its value, for the legal page."""
        return [(LABELS[field.name], getattr(self, field.name) or None) for field in fields(self)]

    @property
    def missing(self) -> list[str]:
        """Name what is still to be said, in lower case."""
        return [label[0].lower() + label[1:] for label, value in self.entries if not value]

    @property
    def preversion(self) -> bool:
        """Tell whether the site must not yet pass for an official one."""
        return bool(self.missing)
