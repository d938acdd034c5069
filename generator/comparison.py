"""The whole list beside the national register: what is said otherwise, and no change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.differences import SAME_M, Difference, differences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.centres import Centre
    from generator.directory import Directory
    from generator.document import Document
    from generator.events import Path
    from generator.register import Etablissement, Extract


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """Hold what was found of one hospital."""

    centre: Centre
    path: Path
    """Of its entry in the YAML."""
    differences: tuple[Difference, ...] = ()
    absent: str = ""
    """Why the register has no such number, where it has none."""
    untold: tuple[str, ...] = ()
    """What the register does not say of it."""

    def lines(self, document: Document) -> Iterator[str]:
        """Yield the hospital, then a line a difference, each with its line in the file."""
        centre, places = self.centre, document.places
        first = places[self.path][0]
        yield ""
        yield f"{document.file}:{first}: {centre.id}, {centre.nom_et_ville}"
        if self.absent:
            where = places[*self.path, "finess"][0]
            yield f"  ligne {where}, numéro FINESS {centre.finess} : {self.absent}"
        for one in self.differences:
            where = places.get((*self.path, one.key), (first, 1))[0]
            yield f"  ligne {where}, {one.sentence}"


def lines(extract: Extract, directory: Directory, document: Document) -> Iterator[str]:
    """Yield the whole comparison; `document` is the YAML that the directory was read from."""
    yield f"{extract.titre}, extrait du {extract.date}. Rien n'est changé : à vous de vérifier."
    yield f"Deux positions à moins de {SAME_M} m l'une de l'autre comptent pour la même."
    yield from extract.remarques
    compared = list(compare(extract, directory))
    for one in compared:
        if one.differences or one.absent:
            yield from one.lines(document)
    yield ""
    untold = [f"{what} de {one.centre.id}" for one in compared for what in one.untold]
    if untold:
        yield f"Non comparé, FINESS n'en dit rien : {', '.join(untold)}."
    yield _counts(compared)


def compare(extract: Extract, directory: Directory) -> Iterator[Compared]:
    """Compare each hospital that is not withdrawn."""
    for number, centre in enumerate(directory.centres):
        site = extract.etablissements.get(centre.finess)
        path: Path = ("centres", number)
        if centre.retire:
            continue
        if site is None:
            yield Compared(centre=centre, path=path, absent=extract.absent(centre.finess))
        else:
            yield Compared(
                centre=centre,
                path=path,
                differences=tuple(differences(centre, site, directory)),
                untold=tuple(_untold(site)),
            )


def _untold(site: Etablissement) -> Iterator[str]:
    said = {
        "nom": site.noms,
        "adresse": site.voie,
        "code postal": site.code_postal,
        "ville": site.acheminement,
        "téléphone": site.telephones or site.telephone_illisible,
        "position": site.position,
    }
    return (name for name, value in said.items() if not value)


def _counts(compared: Sequence[Compared]) -> str:
    judged = [one.judged for each in compared for one in each.differences]
    counts = (
        (len(compared), "centre comparé", "centres comparés"),
        (judged.count(True), "différence", "différences"),
        (judged.count(False), "point à regarder", "points à regarder"),
        (sum(bool(one.absent) for one in compared), "numéro inconnu", "numéros inconnus"),
    )
    # French counts 0 and 1 in the singular.
    return ", ".join(f"{number} {more if number > 1 else one}" for number, one, more in counts)
