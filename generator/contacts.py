"""The hospitals as contacts for a telephone: a card each, and all of them in one file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from generator import vcard
from generator.cards import card_of, page_of
from generator.french import NBSP, in_date, typo
from generator.render import relative_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.cards import Card
    from generator.centres import Centre
    from generator.directory import Directory
    from generator.publication import Publication

ALL = "contacts.vcf"
PREVERSION = "Préversion, non validée. Avant tout déplacement, demandez à votre hématologue."
NOT_URGENT = "Ce n’est pas un numéro d’urgence."
URGENT = f"Urgence{NBSP}: la consigne de votre carte patient, ou le 15 ou le 112 (114 par SMS)."
UNKNOWN = f"non renseigné{NBSP}: demandez-leur"
# Written once: with it, an id makes the same UID in every build.
_HOSPITALS = UUID("7b0c7e0e-6c1a-4c67-9d6e-3f2f7d5f6a1b")


def uri_of(centre: Centre) -> str:
    """Name the file of a hospital's card."""
    return f"contacts/{centre.id}.vcf"


def every_card(directory: Directory, publication: Publication) -> bytes:
    """Write the cards of all open hospitals, in the order of the list."""
    cards = (contact(centre, directory, publication) for centre in directory.open)
    return b"".join(cards)


def contact(centre: Centre, directory: Directory, publication: Publication) -> bytes:
    """Write the card of a hospital of the list."""
    return vcard.card(_properties(card_of(centre, directory), directory, publication))


def size_fr(data: bytes) -> str:
    """Say how much there is to fetch: "2 ko"."""
    return f"{max(1, round(len(data) / 1000))}{NBSP}ko"


def uid_of(centre: Centre) -> str:
    """Return what lets an address book know the hospital again, as a URN.

    It comes from the id, which stays, or from the first that the hospital had: a FINESS number may
    be wrong and be mended, and no kind of URN is registered for it.
    """
    return uuid5(_HOSPITALS, (*centre.anciens_ids, centre.id)[0]).urn


def _properties(
    card: Card, directory: Directory, publication: Publication
) -> Iterator[tuple[str, str]]:
    centre, departement = card.centre, card.departement
    yield "KIND", "org"
    yield "UID", uid_of(centre)
    yield "FN", vcard.text(centre.nom_et_ville)
    yield "ORG", vcard.texts(centre.etablissement, centre.nom)
    if centre.telephone:
        # A text, as RFC 6350 has it by default (section 6.4.1): of the address books that are given
        # « VALUE=uri:tel:+33... », some show « tel: » in the number and some drop the number.
        yield "TEL;TYPE=work", vcard.text(centre.telephone)
    region = departement.region if departement.is_overseas else ""
    where = ("", "", centre.adresse, centre.ville, region, centre.code_postal, "France")
    yield "ADR;TYPE=work", vcard.texts(*where)
    # To a tenth of a metre; six decimals never need an exponent, which RFC 5870 refuses.
    yield "GEO", f"geo:{centre.latitude:.6f},{centre.longitude:.6f}"
    if centre.site_web:
        yield "URL", vcard.address(centre.site_web)
    if source := publication.address_of(uri_of(centre)):
        yield "SOURCE", vcard.address(source)
    yield "CATEGORIES", "CAR-T"
    # A moment is asked for: only a whole date can give one, and no clock does.
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", directory.liste.etat_au):
        yield "REV", f"{directory.liste.etat_au.replace('-', '')}T000000Z"
    yield "NOTE", vcard.text("\n".join(_note(card, directory, publication)))


def _note(card: Card, directory: Directory, publication: Publication) -> Iterator[str]:
    """Yield what the hospital's page says beside these facts."""
    centre, liste = card.centre, directory.liste
    if publication.preversion:
        yield PREVERSION
    if centre.telephone:
        yield f"{card.evidence['telephone'].sentence}. {NOT_URGENT} {URGENT}"
    else:
        yield f"Téléphone{NBSP}: non renseigné. {URGENT}"
    if centre.reserve:
        yield f"À savoir{NBSP}: {typo(centre.reserve)}"
    yield f"{card.evidence['adresse'].sentence}."
    for label, words, fact in (
        ("Qui est soigné", card.publics, "publics"),
        ("Maladies", card.maladies, "maladies"),
    ):
        told = f"{', '.join(words)}. {card.evidence[fact].sentence}" if words else UNKNOWN
        yield f"{label}{NBSP}: {told}."
    yield (
        f"Ce qui n’est pas cité n’est pas exclu{NBSP}: posez la question au centre ou à votre"
        " hématologue."
    )
    yield f"Dans notre liste{NBSP}: {card.groupe}. {card.evidence['activite'].sentence}."
    said = (
        f"Contenu validé par {publication.valide_par}."
        if publication.valide_par
        else "Elle n’a pas encore été relue par un professionnel de santé."
    )
    yield f"Liste établie {in_date(liste.etat_au)}. {said}"
    if address := publication.address_of(relative_url("index.md", page_of(centre))):
        yield f"Sa page{NBSP}: {address}"
