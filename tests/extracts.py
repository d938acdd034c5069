"""Extracts of the national register made for one test, in each of its formats."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.etalab import SITE
from tests.metres import lambert_93, utm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DAY = "2026-05-12"
LAMBERT = "1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93 (Métropole)"
REUNION = "1,ATLASANTE,96,BAN,EPSG:2975 RGR92/UTM zone 40S (La Réunion)"


@dataclass(frozen=True, kw_only=True)
class Made:
    """Describe a site as the register would."""

    finess: str
    court: str = "HOP LYON SUD"
    long: str = "HCL - CENTRE HOSPITALIER LYON SUD - ÉTÉ"
    numero: str = "165"
    type_voie: str = "CHE"
    voie: str = "DU GRAND REVOYET"
    code: str = "69495"
    ville: str = "PIERRE BENITE CEDEX"
    insee: tuple[str, str] = ("69", "152")
    telephone: str = "0478861801"
    latitude: float = 45.700182
    longitude: float = 4.809948
    source: str = LAMBERT
    institution: str = "690781810"
    etat: str = "A"
    ferme: str | None = None
    autres: tuple[dict[str, object], ...] = ()
    """Other addresses, before the one where care is given."""

    @property
    def metres(self) -> tuple[str, str]:
        """Its position as the register writes it."""
        zone = 40 if self.source == REUNION else None
        project = utm(self.latitude, self.longitude, zone) if zone else None
        east, north = project or lambert_93(self.latitude, self.longitude)
        return f"{east:.1f}", f"{north:.1f}"


LYON = Made(finess="690784137")
LILLE = Made(
    finess="590811279",
    court="CHRU LILLE",
    long="CENTRE HOSPITALIER UNIVERSITAIRE DE LILLE",
    code="59000",
    ville="LILLE",
    insee=("59", "350"),
    latitude=50.611,
    longitude=3.03696,
)
AJACCIO = Made(
    finess="2A0000014",
    court="CH AJACCIO",
    long="",
    code="20303",
    ville="AJACCIO CEDEX",
    insee=("2A", "004"),
    latitude=41.91865,
    longitude=8.73688,
)
SAINT_DENIS = Made(
    finess="970400024",
    court="CHU SITE FELIX GUYON (SAINT-DENIS)",
    long="CHU DE LA REUNION",
    code="97405",
    ville="SAINT DENIS CEDEX",
    insee=("9D", "411"),
    telephone="0262 90 50 50",
    latitude=-20.87897,
    longitude=55.44863,
    source=REUNION,
)


def with_(site: Made, **changes: str | float | tuple[str, str]) -> Made:
    """Change what the register says of a site."""
    return replace(site, **changes)  # type: ignore[arg-type]  # fields of one kind or the other


def etalab(sites: Iterable[Made], day: str = DAY, end: str = "\n") -> str:
    """Write the extract of before May 2026."""
    sites = list(sites)
    lines = [f"finess;etalab;111;{day}", *map(_line, sites)]
    for site in sites:
        east, north = site.metres
        lines.append(f"geolocalisation;{site.finess};{east};{north};{site.source};2026-05-04")
    return "".join(line + end for line in lines)


def _line(site: Made) -> str:
    row = dict.fromkeys(SITE, "")
    row |= {
        "structureet": "structureet",
        "nofinesset": site.finess,
        "nofinessej": site.institution,
        "rs": site.court,
        "rslongue": site.long,
        "numvoie": site.numero,
        "typvoie": site.type_voie,
        "voie": site.voie,
        "lieuditbp": "BP 12",
        "departement": site.insee[0],
        "commune": site.insee[1],
        "ligneacheminement": f"{site.code} {site.ville}",
        "telephone": site.telephone,
        "datemaj": "2020-02-04",
    }
    return ";".join(row[name] for name in SITE)


def structures(sites: Iterable[Made], day: str = DAY, **head: object) -> str:
    """Write the extract of since May 2026, an institution a site."""
    document = {
        "schemaVersion": "v1.0.0",
        "generatedAt": f"{day}T02:14:23.615611300Z",
        "gcc": [{"gccId": "1", "nomGcc": "21-52 Côte d'Or"}],
        "gco": [],
        "pmej": [_institution(site) for site in sites],
        **head,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _institution(site: Made) -> dict[str, object]:
    east, north = site.metres
    # As users of the flow report: the pairs change places from one address to another.
    degrees, metres = (str(site.longitude), str(site.latitude)), (north, east)
    first, second = (degrees, metres) if site.finess[-1] in "13579" else (metres, degrees)
    commune = "".join(site.insee).replace("9D", "97")
    return {
        "informationsGeneralesPMEJ": {
            "numFinessPm": site.institution,
            "denominationLonguePmSmsse": "HOSPICES CIVILS DE LYON",
        },
        "adresse": [],
        "ege": [
            {
                "informationsGeneralesEGE": {
                    "numFinessEge": site.finess,
                    "nomEgeLong": f"{site.long}      ",
                    "nomEgeCourt": site.court,
                    "dateFermeture": site.ferme,
                },
                "adresse": [
                    *site.autres,
                    {
                        "usageAdresse": "03",
                        "numeroVoie": site.numero,
                        "typeVoie": f"{site.type_voie}  ",
                        "libelleVoie": site.voie,
                        "cogCommune": commune,
                        "ligneAcheminement": site.ville,
                        "ligneQuatre": None,
                        "codePostal": site.code,
                        "coordonneesGeographique": {
                            "coordonneeX": first[0],
                            "coordonneeY": first[1],
                            "directionLongitude": second[0],
                            "directionLatitude": second[1],
                            "cleInInteropBAN": f"{commune}_0515_00240",
                            "scoreBAN": "0.96",
                        },
                    },
                ],
                "contact": [
                    {"typeContact": {"roleContact": "01"}, "telecom": {"telephone": site.telephone}}
                ],
                "etatObjet": site.etat,
            }
        ],
        "etatObjet": "A",
    }


def zipped(data: bytes, *names: str, method: int = zipfile.ZIP_STORED) -> bytes:
    """Pack the same bytes under each name."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name in names:
            archive.writestr(name, data)
    return packed.getvalue()


FORMATS: dict[str, Callable[[list[Made]], bytes]] = {
    "stock.csv": lambda sites: etalab(sites).encode("cp1252"),
    "utf8.csv": lambda sites: etalab(sites).encode(),
    "excel.csv": lambda sites: etalab(sites, end="\r\n").encode("utf-8-sig"),
    "stock.csv.gz": lambda sites: gzip.compress(etalab(sites).encode("cp1252")),
    "stock.zip": lambda sites: zipped(etalab(sites).encode("cp1252"), "stock.csv"),
    "structures.json": lambda sites: structures(sites).encode(),
    "structures.json.gz": lambda sites: gzip.compress(structures(sites).encode()),
}
"""Each format an editor may have, by the name of a file of it."""
