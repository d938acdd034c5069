"""The register's extract of since May 2026: finess-structures-journalier-….json.gz.

The Agence du numérique en santé publishes it daily, with a snapshot each month, closed sites
included: https://www.data.gouv.fr/datasets/finess-structures-1. Its keys are those of the schema
v1 at github.com/ansforge/finess, flux/out/data.gouv/structure/schema/schema-structures-v1.json:
`pmej` lists the institutions, and `ege` in each the sites, with `informationsGeneralesEGE`
(numFinessEge, nomEgeLong, nomEgeCourt, dateFermeture), `adresse`, `contact` and `etatObjet`.
Of its codes, the agency's terminologies (smt.esante.gouv.fr) say:

- TRE_R377 (usageAdresse): "03" is the address where care is given;
- TRE_R386 (etatObjet): A is active, I is inactive.

What the codes of `contact` (TRE_R206) mean was not found: no contact is preferred to another.

The schema names two pairs of coordinates: in the agency's example, directionLongitude and
directionLatitude are degrees; reports to its repository show flows where coordonneeX and
coordonneeY are. Which pair is in degrees is seen from the values, as no position of France in
metres is below 180. The other pair is not read.

Its companion finess-activites-1 (schema-activites-v1.json, same place) has neither names nor
addresses.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from generator.elements import BrokenJsonError, elements
from generator.register import Etablissement, Extract, clean, telephones
from generator.rules import Spot
from generator.unpack import ADVICE, CUT, DATASET, UnusableFileError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

CARE = "03"
SCHEMA = "v1"
INACTIVE = "I"


def read(stream: io.BufferedReader, numbers: Collection[str]) -> Extract:
    """Read the sites of those numbers, holding no other; UnusableFileError where it is cut."""
    reading = _Reading(wanted=frozenset(numbers))
    try:
        with io.TextIOWrapper(stream, encoding="utf-8-sig") as text:
            for name, element in elements(text.read):
                reading.take(name, element)
    except (BrokenJsonError, UnicodeDecodeError):
        # How it begins tells a cut extract from another JSON file.
        known = reading.generated or reading.sure
        raise (UnusableFileError(CUT) if known else _other()) from None
    if not reading.sure or not reading.generated:
        raise _other()
    return Extract(
        date=reading.generated,
        titre="FINESS - Structures",
        editeur="Agence du numérique en santé",
        url=DATASET,
        etablissements=reading.sites,
        entites=frozenset(reading.entities),
        ferme_compris=True,
    )


def _other() -> UnusableFileError:
    return UnusableFileError(f"ce fichier JSON n'est pas un extrait de FINESS ; {ADVICE}")


@dataclass(kw_only=True)
class _Reading:
    """Keep what is asked for of the institutions that go by."""

    wanted: frozenset[str]
    sites: dict[str, Etablissement] = field(default_factory=dict)
    entities: set[str] = field(default_factory=set)
    generated: str = ""
    sure: bool = False
    """Whether an institution of the schema was met."""

    def take(self, name: str, element: object) -> None:
        """Read a member of the file, or an element of one."""
        if name == "generatedAt":
            self.generated = _day(element)
        elif name == "schemaVersion":
            version = _words(element)
            if version.partition(".")[0] != SCHEMA:
                raise UnusableFileError(
                    f"ce fichier suit la version « {version} » du schéma de FINESS, et seule la"
                    f" version {SCHEMA} est connue ici"
                )
        elif name == "pmej" and isinstance(element, dict):
            self.institution(element)

    def institution(self, pmej: dict[str, object]) -> None:
        """Keep the sites that are asked for of an institution."""
        head = _group(pmej, "informationsGeneralesPMEJ")
        if not head and ("activitesAutorisees" in pmej or "numFiness" in pmej):
            raise UnusableFileError(
                "c'est le fichier des activités, qui n'a ni nom ni adresse ; " + ADVICE
            )
        self.sure = self.sure or bool(head)
        number = head.get("numFinessPm")
        if isinstance(number, str) and number in self.wanted:
            self.entities.add(number)
        for ege in _groups(pmej, "ege"):
            number = _group(ege, "informationsGeneralesEGE").get("numFinessEge")
            if isinstance(number, str) and number in self.wanted:
                entite = _text(head, "denominationLonguePmSmsse") or _text(head, "denominationPm")
                self.sites[number] = _site(number, ege, entite)


def _site(number: str, ege: dict[str, object], entite: str) -> Etablissement:
    head = _group(ege, "informationsGeneralesEGE")
    adresse = next(
        (one for one in _groups(ege, "adresse") if one.get("usageAdresse") == CARE),
        {},
    )
    spot = _group(adresse, "coordonneesGeographique")
    closed = _text(head, "dateFermeture")
    contacts = (_group(one, "telecom") for one in _groups(ege, "contact"))
    phones, unread = telephones(*(_text(one, "telephone") for one in contacts))
    street = [_text(adresse, key) for key in ("numeroVoie", "typeVoie", "libelleVoie")]
    return Etablissement(
        finess=number,
        noms=tuple(
            dict.fromkeys(filter(None, (_text(head, "nomEgeLong"), _text(head, "nomEgeCourt"))))
        ),
        entite=entite,
        voie=_text(adresse, "ligneQuatre") or clean(" ".join(street)) or _text(adresse, "lieuDit"),
        code_postal=_text(adresse, "codePostal"),
        acheminement=_text(adresse, "ligneAcheminement"),
        code_insee=_text(adresse, "cogCommune"),
        telephones=phones,
        telephone_illisible=unread,
        position=_position(spot),
        # Key of the Base adresse nationale: "01053_1950_00062" is a number in a street, "01053"
        # the commune alone.
        approchee=_text(spot, "cleInInteropBAN").isalnum(),
        ferme=closed if closed or ege.get("etatObjet") == INACTIVE else None,
    )


def _position(spot: dict[str, object]) -> Spot | None:
    for across, up in (
        ("directionLongitude", "directionLatitude"),
        ("coordonneeX", "coordonneeY"),
    ):
        longitude, latitude = (_text(spot, key) for key in (across, up))
        if re.fullmatch(r"-?[0-9]{1,3}\.[0-9]+", longitude) and re.fullmatch(
            r"-?[0-9]{1,2}\.[0-9]+", latitude
        ):
            found = Spot(latitude=round(float(latitude), 5), longitude=round(float(longitude), 5))
            if found != Spot(latitude=0, longitude=0):
                return found
    return None


def _day(element: object) -> str:
    """Return the day of "2026-03-09T15:49:37Z", or ""."""
    day = _words(element)[:10]
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""


def _words(element: object) -> str:
    return clean(element) if isinstance(element, str) else ""


def _text(group: dict[str, object], key: str) -> str:
    return _words(group.get(key))


def _group(group: dict[str, object], key: str) -> dict[str, object]:
    inner = group.get(key)
    return inner if isinstance(inner, dict) else {}


def _groups(group: dict[str, object], key: str) -> Iterator[dict[str, object]]:
    inner = group.get(key)
    yield from (one for one in (inner if isinstance(inner, list) else ()) if isinstance(one, dict))
