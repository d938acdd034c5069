"""What a page says to search engines of what it is about, in the words of schema.org (JSON-LD).

It says no more than the page: no care is claimed of a hospital while the site is a preversion,
and no reading by a doctor that did not happen. An address is whole, or left out while unknown.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator import donnees, environs, geojson, glossary, historique, pages, tableau
from generator.cards import page_of
from generator.evidence import evidence_of_fact
from generator.french import NBSP, in_date, typo
from generator.policy import TYPES
from generator.render import relative_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.centres import Centre
    from generator.directory import Directory
    from generator.front_matter import FrontMatter, Lecteur
    from generator.publication import Publication

Thing = dict[str, Any]

HOME = "index.md"
_MADE = {
    pages.LIST: "Les centres",
    pages.MAP: "La carte",
    pages.FIND: "Trouver un centre",
    environs.INDEX: "Choisir mon département",
    glossary.PAGE: "Glossaire",
    donnees.PAGE: "Les données de la liste",
    historique.PAGE: "Ce qui a changé",
}
_NOT_MEDICAL = {"accessibilite.md", "confidentialite.md", "mentions-legales.md"}
_READERS: Mapping[Lecteur, str] = {
    "patients": "patients",
    "proches": "proches de patients",
    "parents": "parents d’enfants malades",
    "soignants": "soignants",
}
# What would end a script, or open one within (HTML, section 4.12.1.3), and ends of line that
# JavaScript once refused in a text.
_SIGNS = re.compile("[<>&\u2028\u2029]")


def script_of(
    uri: str, directory: Directory, texts: Mapping[str, FrontMatter], publication: Publication
) -> str:
    """Write what a page is about, escaped for a script of HTML; empty where nothing is to say."""
    found = [*_things(uri, directory, texts, publication)]
    if not found:
        return ""
    graph = found[0] if len(found) == 1 else {"@graph": found}
    made = json.dumps({"@context": "https://schema.org", **graph}, ensure_ascii=False)
    return _SIGNS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", made)


def _things(
    uri: str, directory: Directory, texts: Mapping[str, FrontMatter], publication: Publication
) -> Iterator[Thing]:
    centres = {page_of(one): one for one in directory.centres}
    departements = directory.france.departements.values()
    titles = {
        **{one: typo(text.titre) for one, text in texts.items()},
        **_MADE,
        **{page: one.nom for page, one in centres.items()},
        **{environs.page_of_departement(one): one.nom for one in departements},
        HOME: "Accueil",
    }
    address = _address(uri, publication)
    if uri in texts:
        yield _text(uri, texts[uri], address)
    if uri in centres and not centres[uri].retire:
        yield _hospital(centres[uri], directory, publication, address)
    if uri == donnees.PAGE:
        yield _dataset(directory, publication, address)
    if uri in titles and uri != HOME and publication.site_url:
        yield _trail(uri, titles, publication)


def _address(uri: str, publication: Publication) -> str:
    way = "" if uri == HOME else relative_url(HOME, uri)
    return publication.address_of(way)


def _given(**properties: object) -> Thing:
    """Keep what is known; `type` is the name in schema.org."""
    kind = properties.pop("type")
    return {"@type": kind, **{key: value for key, value in properties.items() if value}}


def _hospital(
    centre: Centre, directory: Directory, publication: Publication, address: str
) -> Thing:
    activity = evidence_of_fact(centre, "activite")
    # Deduced from a study only, it is said on the page, with what it rests on, and not here.
    told = not publication.preversion and (activity.check or activity.best.nature != "publication")
    therapy = {"@type": "MedicalTherapy", "name": "Traitement par cellules CAR-T"}
    return _given(
        type="Hospital",
        name=centre.nom,
        alternateName=list(centre.autres_noms),
        address={
            "@type": "PostalAddress",
            "streetAddress": centre.adresse,
            "postalCode": centre.code_postal,
            "addressLocality": centre.ville,
            "addressRegion": directory.departement(centre).region,
            "addressCountry": "FR",
        },
        geo={
            "@type": "GeoCoordinates",
            "latitude": centre.latitude,
            "longitude": centre.longitude,
        },
        telephone=centre.telephone,
        url=centre.site_web,
        identifier={"@type": "PropertyValue", "propertyID": "FINESS", "value": centre.finess},
        parentOrganization={"@type": "Organization", "name": centre.etablissement},
        mainEntityOfPage=address,
        availableService=told and therapy,
    )


def _text(uri: str, text: FrontMatter, address: str) -> Thing:
    """Describe a page of docs/; only who has read it dates its review."""
    read = text.relu_par
    return _given(
        type="WebPage" if uri in _NOT_MEDICAL else "MedicalWebPage",
        name=typo(text.titre),
        description=typo(text.objectif),
        inLanguage="fr",
        audience=[
            {"@type": "Audience", "audienceType": _READERS[reader]}
            if uri in _NOT_MEDICAL
            else {"@type": "MedicalAudience", "audienceType": _READERS[reader]}
            for reader in text.public
        ],
        lastReviewed=read and read.le,
        reviewedBy=read and {"@type": "Person", "name": read.nom},
        url=address,
    )


def _dataset(directory: Directory, publication: Publication, address: str) -> Thing:
    liste = directory.liste
    files = (donnees.JSON, tableau.CSV, geojson.FILE) if publication.site_url else ()
    state = f"Préversion, non validée{NBSP}: " if publication.preversion else ""
    return _given(
        type="Dataset",
        name=donnees.TITLE,
        description=f"{state}liste établie {in_date(liste.etat_au)}. {typo(liste.avertissement)}",
        inLanguage="fr",
        license=donnees.LICENCE_URL,
        isAccessibleForFree=True,
        spatialCoverage={"@type": "Place", "name": "France"},
        dateModified=liste.etat_au if re.fullmatch(r"\d{4}-\d\d-\d\d", liste.etat_au) else None,
        creator=publication.editeur and {"@type": "Organization", "name": publication.editeur},
        distribution=[
            {
                "@type": "DataDownload",
                "contentUrl": publication.address_of(file),
                "encodingFormat": TYPES[file].partition(";")[0],
            }
            for file in files
        ],
        url=address,
    )


def _trail(uri: str, titles: Mapping[str, str], publication: Publication) -> Thing:
    """Lead from the home to a page, through the page of its folder where there is one."""
    folder = f"{uri.rpartition('/')[0]}/index.md"
    way = dict.fromkeys([HOME, *([folder] if folder in titles else []), uri])
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": titles[page],
                "item": _address(page, publication),
            }
            for position, page in enumerate(way, 1)
        ],
    }
