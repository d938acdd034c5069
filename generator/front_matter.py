"""What a page of docs/ says of itself, over its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, field_validator

from generator.fields import DateComplete, DatePartielle, Echeance, Texte, refuse
from generator.french import joined
from generator.sources import Model, Reference, distinct, named

if TYPE_CHECKING:
    from pydantic import ValidationInfo

Lecteur = Literal["patients", "proches", "parents", "soignants"]


class Relecture(Model):
    """Who, of the health professions, has read a page, and when."""

    nom: Texte = Field(examples=["Dr Camille Martin, hématologue"])
    le: DateComplete = Field(examples=["2026-11-22"])


class FrontMatter(Model):
    """What a page of docs/ says of itself, over its text."""

    titre: Texte = Field(examples=["Comment sont fabriquées les cellules CAR-T ?"])
    """Shown over the text, in the browser's tab and by search engines."""
    objectif: Texte = Field(examples=["Ce que sont les cellules CAR-T, en mots simples."])
    """What the page lets its reader do or know: search engines show it."""
    public: tuple[Lecteur, ...] = Field(min_length=1, examples=[["patients", "proches"]])
    sources: tuple[Reference, ...] = Field(default=(), examples=[[]])
    verifie_le: DatePartielle = Field(examples=["2026-11"])
    """When the text was last compared with its sources."""
    revision_le: Echeance = Field(examples=["2027-05"])
    """When it must be read again."""
    relu_par: Relecture | None = Field(
        examples=[None, {"nom": "Dr Camille Martin", "le": "2026-11-22"}]
    )
    """Written, and left empty until a doctor has read the page: nobody forgets that it is not."""
    autres_mots: tuple[Texte, ...] = Field(default=(), examples=[["mal à la tête"]])
    """What readers may look for and the text does not say; not shown."""
    hide: tuple[str, ...] = Field(default=(), examples=[["toc"]])
    """Parts of the frame left out (MkDocs)."""

    @field_validator("public")
    @classmethod
    def _each_once(cls, value: tuple[Lecteur, ...]) -> tuple[Lecteur, ...]:
        return distinct(value)

    @field_validator("autres_mots")
    @classmethod
    def _named(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return named(value)

    @field_validator("revision_le")
    @classmethod
    def _later(cls, value: str, info: ValidationInfo) -> str:
        checked: str = info.data.get("verifie_le", "")
        shared = min(len(value), len(checked))
        if checked and value[:shared] <= checked[:shared]:
            raise refuse(
                f"la révision (« revision_le » : {value}) doit venir après la vérification"
                f" (« verifie_le » : {checked})."
            )
        return value

    @field_validator("relu_par", mode="before")
    @classmethod
    def _nobody_yet(cls, value: object) -> object:
        return None if value in ("", "~", "null") else value

    @property
    def adresse_a(self) -> str:
        """Say to whom the page speaks: "aux patients et à leurs proches"."""
        theirs = "à leurs proches" if "patients" in self.public else "aux proches des patients"
        words: dict[Lecteur, str] = {
            "patients": "aux patients",
            "proches": theirs,
            "parents": "aux parents d’enfants malades",
            "soignants": "aux soignants",
        }
        return joined([said for reader, said in words.items() if reader in self.public])
