"""The register's extract of before May 2026: etalab-cs1100507…csv.

Lines of fields between semicolons, without a header. The first is "finess;etalab;111;2026-05-12";
then come a `structureet` line a site, and a `geolocalisation` line a site. The ministry describes
the fields and their order in the document that goes with the data:
https://www.data.gouv.fr/datasets/finess-extraction-du-fichier-des-etablissements
That document could not be read; the order here is that of programs that read extracts of 2019 to
2026, which agree: github.com/taniki/notebooks, github.com/damienmarchandfr/finess (with each
field's label) and guillaumepressiat.github.io/finess_etalab (made from the document).

Each line is read as UTF-8 or else as Windows-1252: extracts of both, and mixed ones, exist.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from generator import grids
from generator.register import Etablissement, Extract, clean, telephones
from generator.unpack import CUT, UnusableFileError, unknown

if TYPE_CHECKING:
    import io
    from collections.abc import Collection

MARK = b"finess;"
URL = "https://www.data.gouv.fr/datasets/finess-extraction-du-fichier-des-etablissements"
SITE = (
    "structureet", "nofinesset", "nofinessej", "rs", "rslongue", "complrs", "compldistrib",
    "numvoie", "typvoie", "voie", "compvoie", "lieuditbp", "commune", "departement",
    "libdepartement", "ligneacheminement", "telephone", "telecopie", "categetab",
    "libcategetab", "categagretab", "libcategagretab", "siret", "codeape", "codemft", "libmft",
    "codesph", "libsph", "dateouv", "dateautor", "datemaj", "numuai",
)  # fmt: skip
"""The fields of a site's line, by the names that the ministry gives them."""
PLACE = ("geolocalisation", "nofinesset", "coordxet", "coordyet", "sourcecoordet", "datemaj")
LONGEST = 1 << 16
"""Bytes of a line; the longest of 2026 have some 600."""
_HEAD = re.compile(r"finess;etalab;[^;]*;([0-9]{4}-[0-9]{2}-[0-9]{2})\s*")
_LINE_6 = re.compile(r"([0-9]{5})\s+(.*)")


def read(stream: io.BufferedReader, numbers: Collection[str]) -> Extract:
    """Read the sites of those numbers, holding no other; UnusableFileError where it is cut."""
    reading = _Reading(wanted=frozenset(number.encode() for number in numbers))
    head = stream.readline(LONGEST).removeprefix(b"\xef\xbb\xbf")
    day = _HEAD.fullmatch(_decoded(head))
    if not day or not _is_day(day[1]):
        raise unknown(head)
    line = head
    for line in iter(lambda: stream.readline(LONGEST), b""):
        reading.take(line)
    reading.end(line)
    return Extract(
        date=day[1],
        titre="FINESS Extraction du fichier des établissements",
        editeur="Ministère chargé de la santé",
        url=URL,
        etablissements=reading.sites,
        entites=frozenset(reading.entities),
        ferme_compris=False,
        remarques=tuple(reading.remarks()),
    )


@dataclass(kw_only=True)
class _Reading:
    """Keep what is asked for of the lines that go by."""

    wanted: frozenset[bytes]
    sites: dict[str, Etablissement] = field(default_factory=dict)
    entities: set[str] = field(default_factory=set)
    counts: Counter[bytes] = field(default_factory=Counter)
    strange: set[str] = field(default_factory=set)
    """Projections that are not known."""

    def take(self, line: bytes) -> None:
        """Read one line."""
        kind, _, rest = line.partition(b";")
        self.counts[kind] += 1
        number, _, rest = rest.partition(b";")
        if kind == b"structureet":
            entity = rest.partition(b";")[0]
            if entity in self.wanted:
                self.entities.add(entity.decode())
            if number in self.wanted:
                self.site(_fields(line, SITE))
        elif kind == b"geolocalisation":
            if number in self.wanted:
                self.place(_fields(line, PLACE))
        elif line.strip():
            raise UnusableFileError(CUT)

    def site(self, row: dict[str, str]) -> None:
        """Keep what a line says of a site."""
        number = row["nofinesset"]
        phones, unread = telephones(row["telephone"])
        postal = _LINE_6.fullmatch(row["ligneacheminement"])
        self.sites[number] = Etablissement(
            finess=number,
            noms=tuple(dict.fromkeys(filter(None, (row["rslongue"], row["rs"])))),
            voie=clean(f"{row['numvoie']}{row['compvoie']} {row['typvoie']} {row['voie']}")
            or row["lieuditbp"],
            code_postal=postal[1] if postal else "",
            acheminement=postal[2] if postal else row["ligneacheminement"],
            code_insee=_insee(row["departement"], row["commune"]),
            telephones=phones,
            telephone_illisible=unread,
        )

    def place(self, row: dict[str, str]) -> None:
        """Add its position to a site, which an earlier line told of."""
        source = row["sourcecoordet"]
        site = self.sites.get(row["nofinesset"])
        if site is None or not row["coordxet"] or not row["coordyet"]:
            return
        epsg = grids.epsg_of(source)
        if epsg is None:
            self.strange.add(source.rpartition(",")[2] or source)
            return
        self.sites[site.finess] = replace(
            site,
            position=grids.degrees(row["coordxet"], row["coordyet"], epsg),
            approchee=grids.approximate(source),
        )

    def end(self, last: bytes) -> None:
        """Refuse a file that stops before its end."""
        if not self.counts[b"structureet"] or not self.counts[b"geolocalisation"]:
            raise UnusableFileError(
                "la partie « geolocalisation » manque : le fichier est coupé, ou c'est l'extrait"
                " sans positions (cs1100502) ; téléchargez « etalab-cs1100507 » en entier"
            )
        *most, day = _decoded(last).split(";")
        whole = len(most) == len(PLACE) - 1 and _is_day(day)
        if not last.endswith(b"\n") and not whole:
            raise UnusableFileError(CUT)

    def remarks(self) -> list[str]:
        """Say what is odd about the file."""
        found = [f"Projection inconnue, positions non lues : {name}." for name in self.strange]
        sites, places = (self.counts[kind] for kind in (b"structureet", b"geolocalisation"))
        if sites != places:
            found.append(
                f"L'extrait a {sites} établissements et {places} positions : s'il vous semble"
                " coupé, téléchargez-le à nouveau."
            )
        return sorted(found)


def _fields(line: bytes, names: tuple[str, ...]) -> dict[str, str]:
    values = [clean(text) for text in _decoded(line).split(";")]
    if len(values) != len(names):
        raise UnusableFileError(
            f"une ligne « {names[0]} » a {len(values)} valeurs au lieu de {len(names)} : le fichier"
            " est coupé, ou son format a changé"
        )
    return dict(zip(names, values, strict=True))


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _insee(departement: str, commune: str) -> str:
    """Join the two halves of a commune's code; overseas, "9A" and "101" make "97101"."""
    overseas = re.fullmatch(r"9[A-F]", departement)
    return ("97" if overseas else departement) + commune


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True
