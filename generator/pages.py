"""The pages that are made from the list: directory, hospitals, map."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from generator import contacts, historique, qr
from generator.cards import MALADIES, PUBLICS, card_of, groups_of, page_of
from generator.distance import nearest
from generator.french import NBSP
from generator.gazetteer import fold
from generator.render import made_page, relative_url, render

if TYPE_CHECKING:
    from generator.carte import Interactive
    from generator.centres import Centre
    from generator.directory import Directory
    from generator.picture import Drawing, Picture
    from generator.publication import Publication

NEIGHBOURS = 3

FIND = "trouver.md"
LIST = "centres/index.md"
MAP = "carte.md"


def directory_page(
    directory: Directory, publication: Publication, changed: str | None = None
) -> str:
    """Write the list of hospitals; `changed` is the last day when it did, if any is noted."""
    body = render(
        "annuaire.md.jinja",
        LIST,
        changed=changed,
        changes=historique.PAGE,
        contacts=contacts.ALL,
        contacts_size=contacts.size_fr(contacts.every_card(directory, publication)),
        valide_par=publication.valide_par,
        **_lists(directory),
    )
    description = (
        "Les hôpitaux qui, d’après nos sources, donnent un traitement par cellules CAR-T en"
        " France, par région, avec leur téléphone."
    )
    return made_page(
        body, description, directory.liste.etat_au, mots="hôpital, annuaire, adresse, téléphone"
    )


def centre_page(
    centre: Centre, directory: Directory, publication: Publication, locator: Drawing
) -> str:
    """Write the page of one hospital, withdrawn or not, with a drawing of where it stands."""
    near = nearest(centre, directory.open, NEIGHBOURS)
    card = card_of(centre, directory)
    address = publication.address_of(relative_url("index.md", page_of(centre)))
    body = render(
        "centre.md.jinja",
        page_of(centre),
        address=address,
        card=card,
        centre=centre,
        liste=directory.liste,
        square=qr.square(address) if address else None,
        near=[(card_of(other, directory), km) for other, km in near],
        locator=locator,
        contact=contacts.uri_of(centre),
        contact_size=contacts.size_fr(contacts.contact(centre, directory, publication)),
        report=publication.contact and report_link(publication.contact, centre),
        valide_par=publication.valide_par,
    )
    description = (
        f"{centre.nom}, {centre.ville} ({card.departement.nom}){NBSP}: adresse, téléphone,"
        " qui est soigné par cellules CAR-T, et sur quelles sources."
    )
    return made_page(body, description, directory.liste.etat_au, mots=", ".join(centre.autres_noms))


def moved_page(centre: Centre, uri: str, directory: Directory) -> str:
    """Write the page that stands at an earlier address and leads to the hospital's own."""
    body = render("demenage.md.jinja", uri, centre=centre, target=page_of(centre))
    return made_page(
        body,
        f"La page « {centre.nom} » a changé d’adresse.",
        directory.liste.etat_au,
        search={"exclude": True},
        vers=relative_url(uri, page_of(centre)),
    )


def map_page(
    directory: Directory, picture: Picture, interactive: Interactive, publication: Publication
) -> str:
    """Write the page of the maps: drawn, interactive on request, and as a list."""
    body = render(
        "carte.md.jinja",
        MAP,
        interactive=interactive,
        picture=picture,
        **_lists(directory),
        valide_par=publication.valide_par,
    )
    description = (
        "Carte de France des hôpitaux qui, d’après nos sources, donnent un traitement par"
        " cellules CAR-T."
    )
    return made_page(body, description, directory.liste.etat_au)


def look_up_page(directory: Directory, picture: Picture, publication: Publication) -> str:
    """Write the page that finds the hospitals nearest to a place."""
    body = render(
        "trouver.md.jinja",
        FIND,
        sketch=picture.sketch,
        **_lists(directory),
        valide_par=publication.valide_par,
    )
    description = (
        "Écrivez votre ville ou votre code postal : les centres CAR-T les plus proches, avec leur"
        " téléphone. Votre recherche n’est envoyée à personne."
    )
    return made_page(body, description, directory.liste.etat_au)


def _lists(directory: Directory) -> dict[str, object]:
    groups = groups_of(directory)
    return {
        "liste": directory.liste,
        "groups": groups,
        "regions": sorted({region for group in groups for region, _ in group.regions}, key=fold),
        "publics": PUBLICS,
        "maladies": MALADIES,
    }


def report_link(contact: str, centre: Centre) -> str:
    """Make the link that reports an error: a letter for an e-mail address, else the page given."""
    if contact.startswith("http"):
        return contact
    subject = quote(f"Erreur sur la page « {centre.nom} » ({centre.id})")
    return f"mailto:{quote(contact, safe='@')}?subject={subject}"


def state_block(directory: Directory, uri: str) -> str:
    """Write what the list is worth, for a page of docs/ that asks for it."""
    return render("etat.html.jinja", uri, liste=directory.liste, groups=groups_of(directory))


def legal_block(publication: Publication, uri: str) -> str:
    """Write who answers for the site, and what is still missing."""
    return render(
        "mentions.html.jinja", uri, entries=publication.entries, missing=publication.missing
    )
