"""The plain way to the same site: stock Material, a page a hospital, folium's map in a frame."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import folium
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

SETTINGS = {
    "site_name": "CAR-T",
    "theme": {"name": "material", "language": "fr"},
    "plugins": ["search"],
}


def write(source: Path, work: Path) -> None:
    """Write the Markdown pages and the map into work/docs, as a first draft would."""
    docs = work / "docs"
    shutil.copytree(source / "docs", docs)
    (docs / "centres").mkdir()
    hospitals = yaml.safe_load((source / "data" / "centres.yaml").read_text("utf-8"))["centres"]
    carte = folium.Map(location=[46.6, 2.4], zoom_start=5)
    links = []
    for centre in hospitals:
        place = [centre["latitude"], centre["longitude"]]
        folium.Marker(place, popup=centre["nom"], tooltip=centre["nom"]).add_to(carte)
        facts = "\n".join(f"- {key}: {value}" for key, value in centre.items() if key != "sources")
        page = docs / "centres" / f"{centre['id']}.md"
        page.write_text(f"# {centre['nom']}\n\n{facts}\n", "utf-8")
        links.append(f"- [{centre['nom']}]({centre['id']}.md)")
    (docs / "centres" / "index.md").write_text("# Les centres\n\n" + "\n".join(links), "utf-8")
    carte.save(docs / "folium.html")
    (docs / "carte.md").write_text('# Carte\n\n<iframe src="../folium.html"></iframe>\n', "utf-8")


def main() -> None:
    """Build from the project of the first argument, in the empty folder of the second."""
    source, work = map(Path, sys.argv[1:])
    write(source, work)
    (work / "mkdocs.yml").write_text(yaml.safe_dump(SETTINGS), "utf-8")
    build(load_config(str(work / "mkdocs.yml")))


if __name__ == "__main__":
    main()
