"""How long the register takes to read, and how much memory, at the size that it has.

The extracts are made, of as many sites and bytes as those of 2026: 100,000 sites in some 40 MB of
CSV; 98,000 institutions with 175,000 sites in some 715 MB of JSON, packed. Each is read by the
command that an editor types, in a process of its own.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

CSV_SITES = 100_000
INSTITUTIONS, SITES = 98_000, 175_000
LINE = (
    "structureet;{};690781810;HOP LYON SUD;HCL - CENTRE HOSPITALIER LYON SUD;;;165;CHE;DU GRAND"
    " REVOYET;;BP 12;152;69;RHONE;69495 PIERRE BENITE CEDEX;0478861801;0478861802;101;Centre"
    " Hospitalier Régional (C.H.R.);1101;Centres Hospitaliers Régionaux;26690027300019;8610Z;03;ARS"
    " établissements Publics de santé dotation globale;1;Etablissement public de santé;1979-02-13;"
    "1979-02-13;2020-02-04;\n"
)
PLACE = (
    "geolocalisation;{};840800.1;6513600.2;1,ATLASANTE,96,BAN,EPSG:2154 RGF93 / Lambert-93"
    " (Métropole);2026-05-04\n"
)
EVENT = {
    "evenementId": "140923", "dateEnregistrement": "2023-03-15 11:21:01",
    "dateEvenement": "1956-11-16", "etatObjet1": "003", "identifiantObjet1": "799",
    "identifiantObjet2": None, "systemeMaitre": "01", "typeObjet1": "EG", "codeEvenement": "003",
}  # fmt: skip
EVENTS = 7
"""As many of each institution and site as make some 715 MB in all."""
ADDRESS = {
    "usageAdresse": "03", "numeroVoie": "165", "typeVoie": "CHE", "libelleVoie": "DU GRAND REVOYET",
    "cogCommune": "69152", "ligneAcheminement": "PIERRE BENITE CEDEX", "codePostal": "69495",
    "coordonneesGeographique": {
        "coordonneeX": "4.809948", "coordonneeY": "45.700182", "directionLatitude": "840800.1",
        "directionLongitude": "6513600.2", "cleInInteropBAN": "69152_0515_00165",
    },
}  # fmt: skip
SITE = {
    "informationsGeneralesEGE": {
        "numFinessEge": "NUMERO", "nomEgeCourt": "HOP LYON SUD", "nomEgeLong": "HCL - LYON SUD",
        "dateOuverture": "1979-02-13", "dateFermeture": None, "siret": "26690027300019",
    },
    "adresse": [ADDRESS], "evenement": [EVENT] * EVENTS, "etatObjet": "A",
    "contact": [{"typeContact": {"roleContact": "01"}, "telecom": {"telephone": "0478861801"}}],
}  # fmt: skip
INSTITUTION = {
    "informationsGeneralesPMEJ": {
        "numFinessPm": "690781810", "denominationLonguePmSmsse": "HOSPICES CIVILS DE LYON",
    },
    "adresse": [ADDRESS], "evenement": [EVENT] * EVENTS, "etatObjet": "A",
}  # fmt: skip


def csv_lines() -> Iterator[str]:
    """Write the extract of before May 2026."""
    numbers = list(_numbers(CSV_SITES))
    yield "finess;etalab;111;2026-05-12\n"
    yield from map(LINE.format, numbers)
    yield from map(PLACE.format, numbers)


def json_parts() -> Iterator[str]:
    """Write the extract of since May 2026."""
    site, institution = (json.dumps(part, indent=1) for part in (SITE, INSTITUTION))
    numbers = _numbers(SITES)
    yield '{"schemaVersion": "v1.0.0", "generatedAt": "2026-09-05T02:14:23Z", "pmej": ['
    for rank in range(INSTITUTIONS):
        count = SITES // INSTITUTIONS + (rank < SITES % INSTITUTIONS)
        sites = ", ".join(site.replace("NUMERO", next(numbers)) for _ in range(count))
        yield f'{", " if rank else ""}{institution[:-2]}, "ege": [{sites}]}}'
    yield "]}"


def _numbers(count: int) -> Iterator[str]:
    """Give each site a number, the list's own among them."""
    text = Path("data/centres.yaml").read_text("utf-8")
    known = [line.split('"')[1] for line in text.splitlines() if line.startswith("    finess:")]
    step = count // len(known)
    for rank in range(count):
        own = rank % step == 0 and rank // step < len(known)
        yield known[rank // step] if own else f"{rank:09}"


def measure(path: Path) -> tuple[float, float, str]:
    """Return the seconds and the megabytes that the command takes, and its last line."""
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out:
        command = [sys.executable, "-m", "generator", "finess", str(path)]
        child = subprocess.Popen(command, stdout=out)  # noqa: S603  # our own program
        _pid, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0
        out.seek(0)
        last = out.read().splitlines()[-1]
    return time.perf_counter() - start, usage.ru_maxrss / 1024, last


def main() -> None:
    """Make each extract, read it three times, and print the best."""
    rows = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, parts, packed in (
            ("etalab.csv", csv_lines(), False),
            ("structures.json.gz", json_parts(), True),
        ):
            path, size = Path(folder) / name, 0
            with gzip.open(path, "wb", 6) if packed else path.open("wb") as file:
                for part in parts:
                    size += file.write(part.encode())
            seconds, megabytes, last = min(measure(path) for _ in range(3))
            rows[name] = [f"{size / 1e6:.0f} MB", f"{seconds:.1f} s", f"{megabytes:.0f} MB", last]
    table(["", "unpacked", "time", "memory", "told"], rows)


if __name__ == "__main__":
    main()
