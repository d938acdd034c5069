"""A small site of its own for the tests: hospitals, pages and settings, in a folder."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from generator.inputs import Inputs, read_directory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.directory import Directory

ROOT = Path(__file__).parents[2]
COMMUNES = ROOT / "data" / "communes.csv"
DEPARTEMENTS = ROOT / "data" / "departements.geojson"
FEW = {"14", "25", "29", "56", "59", "69", "75", "974"}

SOURCE = {
    "titre": "Registre d'essai",
    "editeur": "Éditeur d'essai",
    "nature": "finess",
    "url": "https://exemple.fr/registre",
    "date": "2020-03-06",
    "copie_lue_en": "2026-11",
    "etablit": ["activite", "adresse", "position"],
}


def hospital(
    key: str, nom: str, ville: str, postcode: str, finess: str, *at: float
) -> dict[str, Any]:
    """Describe a hospital with what every entry must have."""
    return {
        "id": key,
        "groupe": "liste_2021",
        "nom": nom,
        "etablissement": f"Établissement de {ville}",
        "finess": finess,
        "adresse": "1 rue de l'Essai",
        "code_postal": postcode,
        "ville": ville,
        "latitude": at[0],
        "longitude": at[1],
        "sources": [SOURCE],
    }


def known(entry: dict[str, Any], **facts: object) -> dict[str, Any]:
    """Add facts and a source that establishes them."""
    told = {**entry, **facts}
    optional = ("telephone", "publics", "maladies", "acces", "hebergement")
    established = [*SOURCE["etablit"], *(fact for fact in optional if fact in told)]
    return {**told, "sources": [{**SOURCE, "etablit": established}]}


LYON = known(
    hospital("lyon", "Hôpital d'essai de Lyon", "Lyon", "69003", "690784137", 45.76, 4.84),
    telephone="04 78 86 18 01",
    publics=["adultes"],
    maladies=["lymphome", "myelome"],
)
LILLE = known(
    hospital("lille", "Hôpital d'essai de Lille", "Lille", "59037", "590811279", 50.611, 3.037),
    telephone="03 20 44 59 62",
    maladies=["lymphome"],
)
PARIS = known(
    hospital("paris", "Hôpital de l'Œuvre", "Paris", "75010", "750100075", 48.8728, 2.3697),
    telephone="01 42 49 49 49",
    publics=["adultes", "enfants"],
)
BREST = {
    **hospital("brest", "Hôpital d'essai de Brest", "Brest", "29200", "290000017", 48.39, -4.49),
    "anciens_ids": ["morvan"],
}
CAEN = known(
    hospital("caen", "Hôpital d'essai de Caen", "Caen", "14033", "140000209", 49.2, -0.363),
    groupe="depuis",
    publics=["adultes"],
)
BESANCON = hospital(
    "besancon", "Hôpital d'essai de Besançon", "Besançon", "25030", "250006954", 47.2249, 5.9634
)
HOSPITALS = [LYON, LILLE, PARIS, BREST, CAEN]


TOWN = 20_000
"""Inhabitants."""


class _Plain(yaml.SafeDumper):
    """Write each value out, as the list asks: no anchors."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Say that nothing is written once for twice."""
        return True


HEAD = {
    "etat_au": "2026-11",
    "origine": "Liste d'essai.",
    "avertissement": "D'autres centres existent.",
}

TITLES = {
    "index.md": "Accueil d’essai",
    "texte.md": "Un texte",
    "accessibilite.md": "Accessibilité",
    "mentions-legales.md": "Mentions légales",
}
PAGES = {
    "index.md": "Bonjour.\n\n<!-- bloc: chercher-lieu -->\n\n<!-- bloc: etat-de-la-liste -->\n",
    "texte.md": (
        "Voir [la liste](centres/index.md) et [la carte](carte.md).\n\n"
        "Votre dossier passe en (réunion de concertation pluridisciplinaire), ou **RCP**."
        " L’hématologue vous dit ce que les médecins proposent.\n"
    ),
    "accessibilite.md": "<!-- bloc: rgaa -->\n",
    "mentions-legales.md": "<!-- bloc: mentions -->\n",
}
GLOSSARY = """\
termes:
  - terme: RCP
    formes: [réunion de concertation pluridisciplinaire]
    definition: "Rencontre de plusieurs médecins : ils étudient votre dossier."
  - terme: hématologue
    definition: "Médecin des maladies du sang."
connus: [SMS]
"""
FRONT = """---
titre: {titre}
objectif: Page d'essai.
public: [patients, proches]
sources:
  - titre: Source d'essai
    editeur: Éditeur
    url: https://exemple.fr
    date: 2024-05
verifie_le: 2026-11
revision_le: 2027-05
relu_par:
---

"""


def lay(folder: Path, hospitals: list[dict[str, Any]], **options: str | int) -> Path:
    """Write a whole project into a folder; `options` are those of the plugin in mkdocs.yml.

    Its France is a few départements and their towns: a build takes a third of the time.
    """
    (folder / "data").mkdir(parents=True)
    (folder / "docs").mkdir()
    for name in ("rgaa.yaml", "centres.schema.json"):
        (folder / "data" / name).symlink_to(ROOT / "data" / name)
    (folder / "data" / "historique.yaml").symlink_to(ROOT / "tests" / "historique.yaml")
    (folder / "data" / "glossaire.yaml").write_text(GLOSSARY, "utf-8")
    (folder / "data" / COMMUNES.name).write_text("".join(_towns()), "utf-8")
    (folder / "data" / DEPARTEMENTS.name).write_text(_few_departements(), "utf-8")
    write_list(folder, hospitals)
    for name, text in PAGES.items():
        (folder / "docs" / name).write_text(FRONT.format(titre=TITLES[name]) + text, "utf-8")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    settings["theme"]["custom_dir"] = str(ROOT / "generator" / "theme")
    settings["plugins"] = [{"centres": options}]
    settings["nav"] = [*PAGES, "centres/index.md", "carte.md", "trouver.md", "glossaire.md"]
    settings["nav"] += ["donnees/index.md"]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return folder


def _towns() -> Iterator[str]:
    """Yield the head of the communes, and the towns of a few départements."""
    with COMMUNES.open(encoding="utf-8") as lines:
        yield next(lines)
        for line in lines:
            _, _, _, departement, _, _, population, _ = line.split(",")
            if departement in FEW and int(population or 0) >= TOWN:
                yield line


def _few_departements() -> str:
    whole = json.loads(DEPARTEMENTS.read_text("utf-8"))
    kept = [one for one in whole["features"] if one["properties"]["code"] in FEW]
    return json.dumps({**whole, "features": kept})


def add_all_of_france(folder: Path) -> None:
    """Give a project every commune and département."""
    for source in (COMMUNES, DEPARTEMENTS):
        file = folder / "data" / source.name
        file.unlink()
        file.symlink_to(source)


def add_pages(folder: Path, pages: dict[str, str]) -> None:
    """Give a project more pages, in a part of the menu of their own."""
    for name, text in pages.items():
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        titre = name.removesuffix(".md")
        (folder / "docs" / name).write_text(FRONT.format(titre=titre) + text, "utf-8")
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    settings["nav"].append({"Partie d’essai": list(pages)})
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")


def write_list(folder: Path, hospitals: list[dict[str, Any]]) -> None:
    """Write the list of hospitals, as an editor saves it."""
    text = yaml.dump({"liste": HEAD, "centres": hospitals}, Dumper=_Plain, allow_unicode=True)
    (folder / "data" / "centres.yaml").write_text(text, "utf-8")


def left(folder: Path) -> list[Path]:
    """List what builds left aside."""
    return list((folder / ".build").iterdir())


def directory_of(folder: Path) -> Directory:
    """Read and check the list of a folder."""
    inputs = Inputs.of(folder)
    return read_directory(inputs.centres, inputs, date(2026, 11, 22))
