"""The page of the downloads, the files beside it, and what tells that a file came whole."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator import donnees, geojson, tableau
from generator.french import in_date, size_fr
from generator.releve import Releve
from generator.render import made_page, render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.directory import Directory
    from generator.publication import Publication

SUMS = "donnees/SHA256SUMS.txt"
FILES = (donnees.JSON, donnees.SCHEMA, tableau.CSV, geojson.FILE)
"""At addresses that never change: others build on them."""


@dataclass(frozen=True, kw_only=True)
class Download:
    """Tell of a file what its reader must know before asking for it."""

    name: str
    size: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Downloads:
    """Make the files once, whoever asks for them."""

    directory: Directory
    publication: Publication

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Lead from the address of each file to what it holds."""
        whole = donnees.whole(self.directory, self.publication)
        texts = (
            donnees.json_text(whole),
            donnees.schema_text(self.publication),
            tableau.csv_text(map(tableau.for_spreadsheets, whole.centres)),
            geojson.geojson_text(whole),
        )
        return dict(zip(FILES, map(str.encode, texts), strict=True))

    def file(self, uri: str) -> bytes:
        """Give a file by its address."""
        return self.files[uri]

    def sums(self) -> str:
        """Write what `sha256sum --check` reads, in the folder of the files."""
        return "".join(f"{one.sha256}  {one.name}\n" for one in self._told())

    def page(self) -> str:
        """Write the page that explains the files."""
        liste = self.directory.liste
        body = render(
            "donnees.md.jinja",
            donnees.PAGE,
            adresse=self.publication.address_of(donnees.FOLDER),
            champs=[(key, one.title, one.description) for key, one in Releve.model_fields.items()],
            editeur=self.publication.editeur,
            fichiers={one.name: one for one in self._told()},
            liste=liste,
            nombres=(len(self.directory.centres), len(self.directory.open)),
            preversion=self.publication.preversion,
            sommes=SUMS,
            valide_par=self.publication.valide_par,
        )
        description = (
            f"La liste des centres CAR-T, établie {in_date(liste.etat_au)}, à télécharger en JSON,"
            " CSV et GeoJSON, avec ses sources."
        )
        words = "télécharger, réutiliser, tableur, données ouvertes, licence"
        return made_page(body, description, liste.etat_au, mots=words)

    def _told(self) -> list[Download]:
        return [
            Download(
                name=uri.removeprefix(donnees.FOLDER),
                size=size_fr(len(data)),
                sha256=hashlib.sha256(data).hexdigest(),
            )
            for uri, data in self.files.items()
        ]
