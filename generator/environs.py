"""The pages of the départements: which hospitals are near, for who has no JavaScript."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.cards import card_of
from generator.gazetteer import fold
from generator.lieux import main_town, near
from generator.render import made_page, render

if TYPE_CHECKING:
    from generator.departements import Departement
    from generator.directory import Directory
    from generator.publication import Publication

INDEX = "departements/index.md"
SHOWN = 4
"""Hospitals shown whole; the others are links with their distance."""


def page_of_departement(departement: Departement) -> str:
    """Name the source file of a département's page."""
    name = fold(f"{departement.code} {departement.nom}").replace(" ", "-")
    return f"departements/{name}.md"


def index_page(directory: Directory) -> str:
    """Write the list of the départements, by region."""
    every = sorted(
        directory.france.departements.values(), key=lambda one: (fold(one.region), one.code)
    )
    regions = [
        (region, [(one, page_of_departement(one)) for one in members])
        for region, members in groupby(every, key=lambda one: one.region)
    ]
    body = render("departements.md.jinja", INDEX, regions=regions)
    description = "Choisissez votre département : les centres CAR-T, du plus proche au plus loin."
    return _page(body, description, directory)


def departement_page(
    departement: Departement, directory: Directory, publication: Publication
) -> str:
    """Write the page of a département: every hospital, from the nearest to the farthest."""
    town = main_town(departement, directory)
    measured = near(town, directory) if town else []
    cards = [(card_of(centre, directory), km) for centre, km in measured]
    departements = directory.france.departements
    body = render(
        "departement.md.jinja",
        page_of_departement(departement),
        departement=departement,
        town=town,
        shown=cards[:SHOWN],
        others=cards[SHOWN:],
        neighbours=[(one, page_of_departement(one)) for one in departements.beside(departement)],
        liste=directory.liste,
        valide_par=publication.valide_par,
    )
    description = (
        f"Les hôpitaux qui, d’après nos sources, donnent un traitement par cellules CAR-T près"
        f" {departement.de}, avec leur téléphone et leur distance."
    )
    return _page(body, description, directory)


def _page(body: str, description: str, directory: Directory) -> str:
    # A hundred lists of the same hospitals would hide their own pages in the search.
    return made_page(body, description, directory.liste.etat_au, search={"exclude": True})
