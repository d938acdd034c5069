"""The list as data: a record a hospital, as JSON, and the JSON Schema of that file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from pydantic.json_schema import GenerateJsonSchema

from generator.cards import page_of
from generator.choices import MEANINGS
from generator.contacts import NOT_URGENT, URGENT
from generator.evidence import evidence_of
from generator.french import NBSP, telephone_fr
from generator.releve import Donnees, Page, Preuve, Preuves, Releve, Retrait, Source, Verification
from generator.render import relative_url

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

    from generator.centres import Centre
    from generator.directory import Directory
    from generator.evidence import Evidence
    from generator.publication import Publication
    from generator.sources import Reference

FOLDER = "donnees/"
PAGE = f"{FOLDER}index.md"
JSON = f"{FOLDER}centres.json"
SCHEMA = f"{FOLDER}centres.schema.json"
TITLE = "Centres qui donnent un traitement par cellules CAR-T en France"
LICENCE: Literal["Licence Ouverte 2.0"] = "Licence Ouverte 2.0"
LICENCE_URL = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"
_AS_THEY_ARE = {
    *("id", "groupe", "nom", "etablissement", "finess", "adresse", "code_postal", "ville"),
    *("latitude", "longitude", "telephone", "site_web", "ouvert_depuis"),
    *("acces", "hebergement", "reserve"),
}


def json_text(whole: Donnees) -> str:
    """Write the whole list as JSON."""
    return _written(whole.model_dump(by_alias=True))


def schema_text(publication: Publication) -> str:
    """Write the JSON Schema (2020-12) of that file."""
    made = Donnees.model_json_schema(mode="serialization", schema_generator=_ForReuse)
    address = publication.address_of(SCHEMA)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": address} if address else {}),
        "description": f"null veut dire «{NBSP}non renseigné{NBSP}», jamais «{NBSP}non{NBSP}».",
    }
    return _written(head | made)


def whole(directory: Directory, publication: Publication) -> Donnees:
    """Gather all that the site gives."""
    liste = directory.liste
    return Donnees(
        **{"$schema": SCHEMA.removeprefix(FOLDER)},
        titre=TITLE,
        licence=LICENCE,
        licence_url=LICENCE_URL,
        editeur=publication.editeur,
        page=publication.address_of(FOLDER) or None,
        preversion=publication.preversion,
        valide_par=publication.valide_par,
        etat_au=liste.etat_au,
        origine=liste.origine,
        avertissement=liste.avertissement,
        urgence=f"{NOT_URGENT} {URGENT}",
        officielle=Page(**_page(liste.officielle)) if liste.officielle else None,
        centres=records(directory, publication),
    )


def records(directory: Directory, publication: Publication) -> list[Releve]:
    """Make the record of each hospital, withdrawn or not, in the order of the YAML."""
    return [_record(centre, directory, publication) for centre in directory.centres]


def _record(centre: Centre, directory: Directory, publication: Publication) -> Releve:
    departement = directory.departement(centre)
    evidence = evidence_of(centre)
    return Releve(
        **centre.model_dump(include=_AS_THEY_ARE),
        preversion=publication.preversion,
        liste_etat_au=directory.liste.etat_au,
        autres_noms=list(centre.autres_noms),
        anciens_ids=list(centre.anciens_ids),
        departement=departement.code,
        departement_nom=departement.nom,
        region=departement.region,
        telephone_national=centre.telephone and telephone_fr(centre.telephone).replace(NBSP, " "),
        publics=list(centre.publics) or None,
        maladies=list(centre.maladies) or None,
        retire=Retrait(**centre.retire.model_dump()) if centre.retire else None,
        page=publication.address_of(relative_url("index.md", page_of(centre))) or None,
        preuves=Preuves(
            **dict.fromkeys(Preuves.model_fields)
            | {fact: _proof(one, centre) for fact, one in evidence.items()}
        ),
        sources=[
            Source(**_page(one), nature=one.nature, etablit=list(one.etablit))
            for one in centre.sources
        ],
    )


def _page(one: Reference) -> dict[str, Any]:
    told = one.model_dump(include={"titre", "editeur", "url", "langue", "copie_lue_en"})
    return {**told, "date": None if one.date == "inconnue" else one.date}


def _proof(one: Evidence, centre: Centre) -> Preuve:
    places = [place for place, source in enumerate(centre.sources, 1) if one.fact in source.etablit]
    check = Verification(le=one.check.le, par=one.check.par) if one.check else None
    return Preuve(phrase=one.sentence, sources=places, verifie=check)


class _ForReuse(GenerateJsonSchema):
    """Describe the file in French, in the order of the model."""

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Say what each word means."""
        words = schema["expected"]
        if not MEANINGS.keys() >= set(words):
            return super().literal_schema(schema)
        return {"oneOf": [{"const": word, "description": MEANINGS[word]} for word in words]}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Leave out the docstring, which is for those who read the code."""
        made = super().model_schema(schema)
        made.pop("description", None)
        return made

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Keep the order of the model."""
        del parent_key
        return value


def _written(whole: object) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
