"""What the YAML may say of a hospital: the model of data/centres.yaml."""

from __future__ import annotations

from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, field_validator

from generator.fields import (
    Adresse,
    CodePostal,
    DateComplete,
    DatePartielle,
    DateSource,
    Degres,
    Finess,
    Slug,
    Telephone,
    Texte,
    refuse_key,
)

Groupe = Literal["liste_2021", "depuis"]
Public = Literal["adultes", "adolescents_jeunes_adultes", "enfants"]
Maladie = Literal["lymphome", "leucemie_aigue_lymphoblastique", "myelome"]
Fait = Literal[
    "activite", "adresse", "position", "telephone", "publics", "maladies", "acces", "hebergement"
]
V = TypeVar("V", bound=str)
Nature = Literal["etablissement", "descar_t", "publication", "presse", "finess", "autre"]


class Model(BaseModel):
    """Refuse what is not asked for, and change no more once read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reference(Model):
    """A page that the site leans on."""

    titre: Texte = Field(examples=["Les CAR-T au CHU de Nantes"])
    """What the page is."""
    editeur: Texte = Field(examples=["CHU de Nantes"])
    """Who publishes it."""
    url: Adresse = Field(examples=["https://www.chu-nantes.fr"])
    """Its address: the original's where it is known."""
    date: DateSource = Field(examples=["2023-09-11"])
    """When it was published, or "inconnue"."""
    langue: Literal["en"] | None = Field(default=None, examples=["en"])
    """Language of the title where it is not French, so that it is read aloud rightly (RGAA 8.7)."""
    copie_lue_en: DatePartielle | None = Field(default=None, examples=["2026-11"])
    """Month in which a stored copy was read instead of the page itself."""


class Source(Reference):
    """A page, and what it establishes of one hospital."""

    nature: Nature = Field(default="autre", examples=["etablissement"])
    """Whose word it is: it decides how the evidence is worded."""
    etablit: tuple[Fait, ...] = Field(examples=[["activite"]])

    @field_validator("etablit")
    @classmethod
    def _something(cls, value: tuple[Fait, ...]) -> tuple[Fait, ...]:
        if not value:
            raise refuse_key("est vide : dites ce que la source établit, ou supprimez-la.")
        return distinct(value)


class Verification(Model):
    """A check that an editor made."""

    le: DateComplete = Field(examples=["2026-11-22"])
    par: Texte = Field(examples=["Camille Martin, DESCAR-T"])
    quoi: tuple[Fait, ...] = Field(min_length=1, examples=[["telephone"]])

    @field_validator("quoi")
    @classmethod
    def _each_once(cls, value: tuple[Fait, ...]) -> tuple[Fait, ...]:
        return distinct(value)


class Retrait(Model):
    """Why a hospital left the list."""

    le: DatePartielle = Field(examples=["2026-11"])
    motif: Texte = Field(examples=["le service a fermé"])


class Centre(Model):
    """A hospital that gives CAR-T treatment, as data/centres.yaml describes it.

    A key that is absent means unknown, never no.
    """

    id: Slug = Field(examples=["lyon-sud"])
    """End of the page's address; it never changes."""
    groupe: Groupe = Field(examples=["liste_2021"])
    nom: Texte = Field(examples=["Hôpital Saint-Louis"])
    autres_noms: tuple[Texte, ...] = Field(default=(), examples=[["IPC"]])
    """What people call it, for who looks it up."""
    etablissement: Texte = Field(examples=["AP-HP"])
    finess: Finess = Field(examples=["750100075"])
    """Number of the site in the national register (FINESS géographique)."""
    adresse: Texte = Field(examples=["1 avenue Claude-Vellefaux"])
    code_postal: CodePostal = Field(examples=["75010"])
    """CEDEX codes are right too."""
    ville: Texte = Field(examples=["Paris"])
    """Name of the commune, without CEDEX."""
    latitude: Degres = Field(examples=["48.87281"])
    """Degrees WGS 84."""
    longitude: Degres = Field(examples=["2.36975"])
    """Degrees WGS 84."""
    telephone: Telephone | None = Field(default=None, examples=["01 42 49 49 49"])
    """Kept as E.164 (+33142494949)."""
    site_web: Adresse | None = Field(default=None, examples=["https://www.aphp.fr"])
    publics: tuple[Public, ...] = Field(default=(), examples=[["adultes"]])
    maladies: tuple[Maladie, ...] = Field(default=(), examples=[["lymphome"]])
    ouvert_depuis: DatePartielle | None = Field(default=None, examples=["2018-08"])
    acces: Texte | None = Field(default=None, examples=["Tramway B, arrêt Hôpital"])
    hebergement: Texte | None = Field(default=None, examples=["Maison des familles"])
    reserve: Texte | None = Field(default=None, examples=["Demandez où aller avant de partir."])
    """What to doubt, shown beside the address."""
    sources: tuple[Source, ...] = Field(
        min_length=1,
        examples=[
            [
                {
                    "titre": "Page",
                    "editeur": "Hôpital",
                    "url": "https://www.aphp.fr",
                    "date": "inconnue",
                    "etablit": list(Fait.__args__),  # type: ignore[attr-defined]  # a Literal
                }
            ]
        ],
    )
    verifie: Verification | None = Field(
        default=None,
        examples=[{"le": "2026-11-22", "par": "Camille Martin", "quoi": ["telephone"]}],
    )
    retire: Retrait | None = Field(default=None, examples=[{"le": "2026-11", "motif": "fermé"}])

    @field_validator("autres_noms", "publics", "maladies")
    @classmethod
    def _named(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise refuse_key("est une liste vide : supprimez la ligne si on ne sait pas.")
        return distinct(value)

    @property
    def nom_et_ville(self) -> str:
        """The name, and the town where the name does not say it: "Hôpital Cochin, Paris"."""
        return self.nom if self.ville in self.nom else f"{self.nom}, {self.ville}"

    def facts(self) -> tuple[Fait, ...]:
        """List the facts stated of this hospital, each of which needs a source."""
        optional: tuple[Fait, ...] = ("telephone", "publics", "maladies", "acces", "hebergement")
        return ("activite", "adresse", "position", *(f for f in optional if getattr(self, f)))


class Liste(Model):
    """What the whole list is worth, and of when."""

    etat_au: DatePartielle = Field(examples=["2026-11"])
    origine: Texte = Field(examples=["Liste reconstituée à partir de sources publiques."])
    avertissement: Texte = Field(examples=["D'autres centres existent : votre hématologue sait."])


def distinct(values: tuple[V, ...]) -> tuple[V, ...]:
    """Refuse a value written twice."""
    twice = next((value for place, value in enumerate(values) if value in values[:place]), None)
    if twice:
        raise refuse_key(f"contient deux fois « {twice} » : gardez-en un.")
    return values
