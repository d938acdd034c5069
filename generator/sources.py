"""What the YAML may say of a page that the site leans on, and of a check that an editor made."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, field_validator

from generator.choices import Fait, Langue, Nature
from generator.fields import (
    Adresse,
    DateComplete,
    DatePartielle,
    DateSource,
    Texte,
    refuse_key,
)

V = TypeVar("V", bound=str)
EACH_ONCE: dict[str, JsonValue] = {"minItems": 1, "uniqueItems": True}
"""What the validators of lists refuse, as a JSON Schema says it."""


class Model(BaseModel):
    """Refuse what is not asked for, and change no more once read.

    Titles, descriptions and examples are French: an editor's program shows them (schema.py). It
    types for the editor an example that is alone, which could then stay: keys have two.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reference(Model):
    """A page that the site leans on."""

    titre: Texte = Field(
        title="Titre",
        description="Titre de la page.",
        examples=["Page du service", "Les CAR-T au CHU de Nantes"],
    )
    editeur: Texte = Field(
        title="Éditeur",
        description="Qui publie la page.",
        examples=["Ministère de la Santé", "CHU de Nantes"],
    )
    url: Adresse = Field(
        title="Adresse de la page",
        description="Adresse de la page d'origine, si elle est connue, même lue en copie.",
        examples=["https://www.sante.gouv.fr", "https://www.chu-nantes.fr"],
    )
    date: DateSource = Field(
        title="Date de publication",
        description="Année, année-mois ou date de publication de la page ; sinon « inconnue ».",
        examples=["inconnue", "2023-09-11"],
    )
    # So that the title is read aloud rightly (RGAA 8.7).
    langue: Langue | None = Field(
        default=None,
        title="Langue du titre",
        description="À écrire si le titre est en anglais : il sera bien lu à voix haute.",
        examples=["en"],
    )
    copie_lue_en: DatePartielle | None = Field(
        default=None,
        title="Copie lue en",
        description="Mois où une copie de la page a été lue, au lieu de la page elle-même.",
        examples=["2026-11-20", "2026-11"],
    )


class Source(Reference):
    """A page, and what it establishes of one hospital."""

    # It decides how the evidence is worded (evidence.py).
    nature: Nature = Field(
        default="autre",
        title="Nature de la source",
        description="De qui vient la parole.",
        examples=["etablissement"],
    )
    etablit: tuple[Fait, ...] = Field(
        title="Faits établis",
        description="Ce que la page dit de ce centre, et rien d'autre.",
        examples=[["activite"]],
        json_schema_extra=EACH_ONCE,
    )

    @field_validator("etablit")
    @classmethod
    def _something(cls, value: tuple[Fait, ...]) -> tuple[Fait, ...]:
        if not value:
            raise refuse_key("est vide : dites ce que la source établit, ou supprimez-la.")
        return distinct(value)


class Verification(Model):
    """A check that an editor made."""

    le: DateComplete = Field(
        title="Vérifié le",
        description="Jour de la vérification.",
        examples=["2026-11-20", "2026-11-22"],
    )
    par: Texte = Field(
        title="Vérifié par",
        description="Votre nom.",
        examples=["Dr Camille Martin", "Camille Martin, DESCAR-T"],
    )
    quoi: tuple[Fait, ...] = Field(
        min_length=1,
        title="Faits vérifiés",
        description="Ce que vous avez vérifié vous-même.",
        examples=[["telephone"]],
        json_schema_extra=EACH_ONCE,
    )

    @field_validator("quoi")
    @classmethod
    def _each_once(cls, value: tuple[Fait, ...]) -> tuple[Fait, ...]:
        return distinct(value)


def distinct(values: tuple[V, ...]) -> tuple[V, ...]:
    """Refuse a value written twice."""
    twice = next((value for place, value in enumerate(values) if value in values[:place]), None)
    if twice:
        raise refuse_key(f"contient deux fois « {twice} » : gardez-en un.")
    return values


def named(values: tuple[V, ...]) -> tuple[V, ...]:
    """Refuse an empty list where no list at all means unknown, and a value written twice."""
    if not values:
        raise refuse_key("est une liste vide : supprimez la ligne si on ne sait pas.")
    return distinct(values)
