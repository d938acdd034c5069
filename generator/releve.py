"""What the site gives to whoever makes a directory, a map or a study: a hospital's whole record.

The model makes the file, its JSON Schema and the table that explains it. It checks nothing:
centres.py has. What is not known is null, never an empty list nor « non ».
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.choices import Fait, Groupe, Langue, Maladie, Nature, Public

_URL = r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$"
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_JOUR = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def _told(titre: str, description: str, pattern: str = "") -> Any:  # noqa: ANN401  # as Field
    """Describe a key: its name, its meaning, and the form of its text."""

    def shape(schema: dict[str, Any]) -> None:
        for kind in schema.get("anyOf", [schema]) if pattern else []:
            if kind.get("type") == "string":
                kind["pattern"] = pattern

    return Field(title=titre, description=description, json_schema_extra=shape)


class Part(BaseModel):
    """Hold a part of a record; titles and descriptions are French, for who reuses it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(Part):
    """A page that the list leans on."""

    model_config = ConfigDict(title="Page citée")

    titre: str = _told("Titre", "Titre de la page.")
    editeur: str = _told("Éditeur", "Qui publie la page.")
    url: str = _told("Adresse", "Adresse de la page d’origine, même lue en copie.", _URL)
    date: str | None = _told(
        "Date de publication", "Année, année-mois ou date ; null : inconnue.", _DATE
    )
    langue: Langue | None = _told("Langue du titre", "« en » : titre en anglais ; null : français.")
    copie_lue_en: str | None = _told(
        "Copie lue en", "Quand une copie a été lue, au lieu de la page ; null : page lue.", _DATE
    )


class Source(Page):
    """A page, and what it establishes of the hospital."""

    model_config = ConfigDict(title="Source")

    nature: Nature = _told("Nature", "De qui vient la parole.")
    etablit: list[Fait] = _told("Faits établis", "Ce que la page dit de ce centre.")


class Verification(Part):
    """A check that a person made."""

    model_config = ConfigDict(title="Vérification")

    le: str = _told("Vérifié le", "Jour de la vérification.", _JOUR)
    par: str = _told("Vérifié par", "Qui a vérifié.")


class Preuve(Part):
    """What a fact rests on."""

    model_config = ConfigDict(title="Preuve")

    phrase: str = _told("En une phrase", "Sur quoi le fait repose, comme le site l’écrit.")
    sources: list[int] = _told(
        "Sources", "Rang, à partir de 1, dans « sources », de celles qui établissent le fait."
    )
    verifie: Verification | None = _told(
        "Vérification", "Qui l’a vérifié, et quand ; null : personne ne l’a vérifié."
    )


class Preuves(Part):
    """What each fact rests on; null where nothing is known."""

    model_config = ConfigDict(title="Preuves de chaque fait")

    activite: Preuve = _told("Activité", "L’hôpital donne des CAR-T.")
    adresse: Preuve = _told("Adresse", "Son adresse.")
    position: Preuve = _told("Position", "Sa latitude et sa longitude.")
    telephone: Preuve | None = _told("Téléphone", "Son numéro.")
    publics: Preuve | None = _told("Publics", "Qui y est soigné.")
    maladies: Preuve | None = _told("Maladies", "Ce qui y est traité par CAR-T.")
    acces: Preuve | None = _told("Accès", "Comment y aller.")
    hebergement: Preuve | None = _told("Hébergement", "Où logent les proches.")


class Retrait(Part):
    """Since when, and why, a hospital is no more in the list."""

    model_config = ConfigDict(title="Retrait")

    le: str = _told("Retiré le", "Depuis quand.", _DATE)
    motif: str = _told("Motif", "Pourquoi.")


class Releve(Part):
    """All that the site knows of one hospital, and how it knows it."""

    model_config = ConfigDict(title="Centre")

    id: str = _told("Identifiant", "Ne change jamais ; fin de l’adresse de sa page.")
    groupe: Groupe = _told(
        "Groupe",
        "« liste_2021 » : liste d’origine, reconstituée ; « depuis » : ouvert depuis ;"
        " « officielle » : liste officielle, quand il y en a une.",
    )
    preversion: bool = _told(
        "Préversion", "Vrai tant que le site n’est pas validé : ne vous y fiez pas seul."
    )
    liste_etat_au: str = _told("État au", "De quand date la liste.", _DATE)
    nom: str = _told("Nom", "Celui de l’hôpital.")
    autres_noms: list[str] = _told("Autres noms", "Autres noms d’usage que nous connaissons.")
    anciens_ids: list[str] = _told("Anciens identifiants", "Ceux qu’il a eus avant.")
    etablissement: str = _told("Établissement", "Institution dont il fait partie.")
    finess: str = _told(
        "Numéro FINESS",
        "FINESS géographique : un texte de 9 caractères, jamais un nombre.",
        r"^([0-9]{2}|2[AB])[0-9]{7}$",
    )
    adresse: str = _told("Rue", "Numéro et rue.")
    code_postal: str = _told("Code postal", "Un texte de 5 chiffres.", "^[0-9]{5}$")
    ville: str = _told("Ville", "Nom de la commune.")
    departement: str = _told("Département", "Son code, de 2 ou 3 signes.", "^([0-9]{2,3}|2[AB])$")
    departement_nom: str = _told("Nom du département", "En toutes lettres.")
    region: str = _told("Région", "En toutes lettres.")
    latitude: float = Field(
        title="Latitude", description="En degrés (WGS 84), avec un point.", ge=-90, le=90
    )
    longitude: float = Field(
        title="Longitude", description="En degrés (WGS 84), avec un point.", ge=-180, le=180
    )
    telephone: str | None = _told(
        "Téléphone", "Au format international (E.164).", r"^\+[1-9][0-9]{7,14}$"
    )
    telephone_national: str | None = _told(
        "Téléphone, en France", "Le même, comme on le compose en France.", "^0[0-9 ]+$"
    )
    site_web: str | None = _told("Site internet", "Celui de l’établissement.", _URL)
    publics: list[Public] | None = _told(
        "Publics", "Qui y est soigné, d’après nos sources. Ce qui n’est pas cité n’est pas exclu."
    )
    maladies: list[Maladie] | None = _told(
        "Maladies",
        "Ce qui y est traité par CAR-T, d’après nos sources. Ce qui n’est pas cité n’est pas"
        " exclu.",
    )
    ouvert_depuis: str | None = _told("Ouvert depuis", "Début de cette activité.", _DATE)
    acces: str | None = _told("Accès", "Comment y aller.")
    hebergement: str | None = _told("Hébergement", "Où logent les proches.")
    reserve: str | None = _told(
        "Réserve", "Ce dont il faut se méfier : à montrer à côté de l’adresse."
    )
    retire: Retrait | None = _told(
        "Retrait", "Rempli : ce centre n’est plus dans la liste, ne le montrez pas comme ouvert."
    )
    page: str | None = _told(
        "Page", "Sa page sur ce site, une fois connue l’adresse du site.", _URL
    )
    preuves: Preuves = _told("Preuves", "Sur quoi repose chaque fait connu.")
    sources: list[Source] = _told("Sources", "Les pages citées, dans l’ordre.")


class Donnees(Part):
    """The whole file."""

    model_config = ConfigDict(
        title="Centres qui donnent un traitement par cellules CAR-T en France"
    )

    schema_: str = Field(
        alias="$schema", title="Schéma", description="Le fichier qui décrit celui-ci."
    )
    titre: str = _told("Titre", "Ce que le fichier contient.")
    licence: Literal["Licence Ouverte 2.0"] = _told("Licence", "À quelles conditions réutiliser.")
    licence_url: str = _told("Texte de la licence", "Son adresse.", _URL)
    editeur: str | None = _told("Éditeur", "Qui publie le site ; null : pas encore connu.")
    page: str | None = _told("Page", "Où ces fichiers sont publiés.", _URL)
    preversion: bool = _told("Préversion", "Vrai tant que le site n’est pas validé.")
    valide_par: str | None = _told("Validé par", "Qui a validé le contenu ; null : personne.")
    etat_au: str = _told("État au", "De quand date la liste.", _DATE)
    origine: str = _told("Origine", "D’où vient la liste.")
    avertissement: str = _told("Avertissement", "Ce que la liste ne dit pas, et à qui demander.")
    urgence: str = _told("Urgence", "À montrer à côté de chaque numéro.")
    officielle: Page | None = _told(
        "Liste officielle", "La page qui la publie ; null : aucune n’a été retrouvée."
    )
    centres: list[Releve] = _told("Centres", "Un par hôpital, y compris ceux qui sont retirés.")
