"""What the national register of hospitals (FINESS) says of the sites that one asks about."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.fields import telephone
from generator.scalars import is_invisible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.rules import Spot

CEDEX = re.compile(r"\bcedex\b.*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Etablissement:
    """Describe a site as the register does; what it does not say is empty or None."""

    finess: str
    noms: tuple[str, ...]
    """Its long name, then its short one: in capitals, and often cut."""
    entite: str = ""
    """The institution that it belongs to."""
    voie: str = ""
    """Number and street: "1 AV CLAUDE VELLEFAUX"."""
    code_postal: str = ""
    acheminement: str = ""
    """The town as an envelope names it: "LILLE CEDEX"."""
    code_insee: str = ""
    """Of the commune."""
    telephones: tuple[str, ...] = ()
    """As E.164."""
    telephone_illisible: str = ""
    """What stands for a telephone and is no number."""
    position: Spot | None = None
    approchee: bool = False
    """Whether the position is the middle of the commune only."""
    ferme: str | None = None
    """Day of closure, "" where none is told, None where the site is open."""

    @property
    def fermeture(self) -> str:
        """Say in French that the site is closed, or "" where it is open."""
        if self.ferme is None:
            return ""
        if not self.ferme:
            return "FINESS dit ce site inactif"
        return f"FINESS donne une fermeture le {self.ferme}"

    @property
    def localite(self) -> str:
        """The town, without CEDEX."""
        return CEDEX.sub("", self.acheminement).strip()


@dataclass(frozen=True, kw_only=True, slots=True)
class Extract:
    """Hold the sites asked about that a dated extract of the register has."""

    date: str
    titre: str
    editeur: str
    url: str
    """Page where it is published."""
    etablissements: Mapping[str, Etablissement]
    """By FINESS number."""
    entites: frozenset[str]
    """Of the numbers asked about, those of an institution instead of a site."""
    ferme_compris: bool
    """Whether closed sites are in it."""
    remarques: tuple[str, ...] = ()
    """What the editor must know of it, in French."""

    def absent(self, number: str) -> str:
        """Say why a number may not be in the extract."""
        if number in self.entites:
            return (
                "c'est celui de l'entité juridique, pas d'un site : cherchez le numéro FINESS"
                " géographique"
            )
        if self.ferme_compris:
            return (
                "absent de l'extrait, qui a aussi les sites fermés : le numéro est faux, ou le"
                " site n'est pas encore publié"
            )
        return (
            "absent de l'extrait, qui n'a que les sites ouverts : le site est fermé, ou le numéro"
            " est faux"
        )


def clean(text: str) -> str:
    """Leave out what shows nothing, and keep one space between words."""
    shown = "".join(" " if char in "\t\r\n" else char for char in text)
    seen = "".join(char for char in shown if not is_invisible(char))
    return " ".join(unicodedata.normalize("NFC", seen).split())


def telephones(*written: str) -> tuple[tuple[str, ...], str]:
    """Split what is written into numbers, as E.164, and what is none.

    A field may hold two: "0690291988/0590895757".
    """
    found, others = [], []
    for part in (part for text in written for part in re.split(r"[/;,]", text)):
        if shown := clean(part):
            try:
                found.append(telephone(shown))
            except ValueError:
                others.append(shown)
    return tuple(dict.fromkeys(found)), " ; ".join(others)
