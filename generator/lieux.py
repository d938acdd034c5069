"""Where a reader starts from: a town, a postcode, a département, a hospital or a position."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.distance import nearest
from generator.gazetteer import departements_of, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.centres import Centre
    from generator.departements import Departement
    from generator.directory import Directory
    from generator.distance import Place
    from generator.gazetteer import Commune

FAR_KM = 2000
"""Beyond, a distance helps nobody: the mainland seen from overseas."""
COLLECTIVITES = {
    "975": "Saint-Pierre-et-Miquelon",
    "977": "Saint-Barthélemy",
    "978": "Saint-Martin",
    "986": "Wallis-et-Futuna",
    "987": "Polynésie française",
    "988": "Nouvelle-Calédonie",
}
"""Parts of France that data/communes.csv leaves out, by their code (INSEE, COG)."""
OWN_POSTCODES = {"977": "97133", "978": "97150"}
"""Postcodes that do not begin with the code, since Guadeloupe's numbers go on there (La Poste)."""

_POSITION = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
_SMALL_WORDS = {
    *("a", "au", "aux", "d", "de", "des", "du", "l", "la", "le", "les"),
    *("centre", "ch", "chru", "chu", "hopital", "hopitaux", "hospitalier", "universitaire"),
}
"""What says nothing of which hospital is meant."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lieu:
    """Name a place and say where it is, in degrees WGS 84."""

    nom: str
    latitude: float
    longitude: float


def find(words: str, directory: Directory) -> list[Lieu]:
    """List the places that words can mean, the likeliest first."""
    if position := _POSITION.fullmatch(words):
        latitude, longitude = map(float, position.groups())
        return [Lieu(nom=words.strip(), latitude=latitude, longitude=longitude)]
    key = fold(words)
    departements = directory.france.departements.values()
    asked = [one for one in departements if key in {one.code.lower(), fold(one.nom)}]
    found = [
        *(lieu for one in asked if (lieu := _departement(one, directory))),
        *(
            _town(one, directory)
            for one, names in _named_communes(directory)
            if key in names or key in one.codes_postaux
        ),
        *(_hospital(centre) for centre in directory.open if _is_called(centre, key)),
    ]
    return found or [
        _town(one, directory)
        for one, names in _named_communes(directory)
        if key and (names[0].startswith(key) or one.code_insee.lower() == key)
    ]


def near(place: Place, directory: Directory) -> list[tuple[Centre, float]]:
    """List the open hospitals that are not a world away, nearest first, with their km."""
    measured = nearest(place, directory.open, len(directory.open))
    return [(centre, km) for centre, km in measured if km <= FAR_KM]


def main_town(departement: Departement, directory: Directory) -> Commune | None:
    """Name the most populous commune of a département; None where no population is known."""
    own = (one for one in _communes(directory) if one.departement == departement.code)
    return next((commune for commune in own if commune.population), None)


def collectivite(words: str) -> str | None:
    """Name the part of France that data/communes.csv leaves out and that words mean, if any."""
    key = fold(words)
    for code, nom in COLLECTIVITES.items():
        if key in {code, fold(nom), OWN_POSTCODES.get(code)} or (
            key.isdigit() and code in departements_of(key)
        ):
            return nom
    return None


def _communes(directory: Directory) -> list[Commune]:
    return directory.france.gazetteer.communes


def _named_communes(directory: Directory) -> Iterator[tuple[Commune, list[str]]]:
    """Yield each commune with its names, folded; the most populous first."""
    return zip(_communes(directory), directory.france.gazetteer.folded, strict=True)


def _is_called(centre: Centre, key: str) -> bool:
    """Tell whether each word begins one of the hospital's names."""
    asked = [word for word in key.split() if word not in _SMALL_WORDS]
    own = fold(" ".join((centre.nom, *centre.autres_noms, centre.ville))).split()
    return bool(asked) and all(any(word.startswith(part) for word in own) for part in asked)


def _town(commune: Commune, directory: Directory) -> Lieu:
    departement = directory.france.departements[commune.departement]
    detail = ", ".join(filter(None, (" ".join(commune.codes_postaux[:1]), departement.nom)))
    return Lieu(
        nom=f"{commune.nom} ({detail})", latitude=commune.latitude, longitude=commune.longitude
    )


def _departement(one: Departement, directory: Directory) -> Lieu | None:
    town = main_town(one, directory)
    if town is None:
        return None
    nom = f"{one.nom}, depuis {town.nom}"
    return Lieu(nom=nom, latitude=town.latitude, longitude=town.longitude)


def _hospital(centre: Centre) -> Lieu:
    return Lieu(nom=centre.nom_et_ville, latitude=centre.latitude, longitude=centre.longitude)
