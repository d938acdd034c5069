"""What the YAML may say of any hospital: its names, its numbers, its place."""

from __future__ import annotations

from pydantic import Field, field_validator

from generator.choices import Groupe
from generator.fields import Adresse, CodePostal, Degres, Finess, Slug, Telephone, Texte
from generator.sources import Model, named


class Hopital(Model):
    """A hospital, whatever it treats."""

    id: Slug = Field(
        title="Identifiant",
        description="Fin de l'adresse de la page ; ne change jamais.",
        examples=["saint-louis", "lyon-sud"],
    )
    groupe: Groupe = Field(
        title="Groupe",
        description="Liste d'origine, ouvert depuis, ou liste officielle quand il y en a une.",
        examples=["liste_2021"],
    )
    nom: Texte = Field(
        title="Nom",
        description="Nom de l'hôpital.",
        examples=["Hôpital Lyon Sud", "Hôpital Saint-Louis"],
    )
    autres_noms: tuple[Texte, ...] = Field(
        default=(),
        title="Autres noms",
        description="Comment les gens l'appellent, pour le trouver en l'écrivant ; non affiché.",
        examples=[["IPC"]],
        # Names are compared once their spaces are reduced, which a schema cannot.
        json_schema_extra={"minItems": 1},
    )
    anciens_ids: tuple[Slug, ...] = Field(
        default=(),
        title="Anciens identifiants",
        description="Identifiants d'avant : leurs adresses mènent à cette page.",
        examples=[["lyon"]],
        json_schema_extra={"minItems": 1},
    )
    etablissement: Texte = Field(
        title="Établissement",
        description="Institution dont l'hôpital fait partie.",
        examples=["Hospices civils de Lyon", "AP-HP"],
    )
    finess: Finess = Field(
        title="Numéro FINESS",
        description="Numéro du site (FINESS géographique), 9 caractères, entre guillemets.",
        examples=["690784137", "750100075"],
    )
    adresse: Texte = Field(
        title="Rue",
        description="Numéro et rue.",
        examples=["165 chemin du Grand-Revoyet", "1 avenue Claude-Vellefaux"],
    )
    code_postal: CodePostal = Field(
        title="Code postal",
        description="5 chiffres, entre guillemets ; un code CEDEX convient.",
        examples=["69310", "75010"],
    )
    ville: Texte = Field(
        title="Ville",
        description="Nom de la commune, sans CEDEX.",
        examples=["Oullins-Pierre-Bénite", "Paris"],
    )
    latitude: Degres = Field(
        title="Latitude",
        description="En degrés (WGS 84), avec un point.",
        examples=[45.700182, 48.87281],
    )
    longitude: Degres = Field(
        title="Longitude",
        description="En degrés (WGS 84), avec un point.",
        examples=[4.809948, 2.36975],
    )
    telephone: Telephone | None = Field(
        default=None,
        title="Téléphone",
        description="Numéro français, entre guillemets.",
        examples=["04 78 86 18 01", "01 42 49 49 49"],
    )
    """Kept as E.164 (+33142494949)."""
    site_web: Adresse | None = Field(
        default=None,
        title="Site internet",
        description="Adresse qui commence par https://.",
        examples=["https://www.chu-lyon.fr", "https://www.aphp.fr"],
    )

    @field_validator("autres_noms", "anciens_ids")
    @classmethod
    def _named(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return named(value)

    @property
    def nom_et_ville(self) -> str:
        """The name, and the town where the name does not say it: "Hôpital Cochin, Paris"."""
        return self.nom if self.ville in self.nom else f"{self.nom}, {self.ville}"
