"""What the YAML may say of a hospital: the model of data/centres.yaml."""

from __future__ import annotations

from typing import get_args

from pydantic import Field, field_validator

from generator.choices import Fait, Maladie, Public
from generator.fields import DatePartielle, Texte
from generator.hopitaux import Hopital
from generator.sources import EACH_ONCE, Model, Reference, Source, Verification, named


class Retrait(Model):
    """Why a hospital left the list."""

    le: DatePartielle = Field(
        title="Retiré le", description="Depuis quand.", examples=["2026-11-20", "2026-11"]
    )
    motif: Texte = Field(
        title="Motif",
        description="Pourquoi, en une phrase.",
        examples=["les CAR-T sont donnés ailleurs", "le service a fermé"],
    )


class Centre(Hopital):
    """A hospital that gives CAR-T treatment, as data/centres.yaml describes it.

    A key that is absent means unknown, never no.
    """

    publics: tuple[Public, ...] = Field(
        default=(),
        title="Publics",
        description="Qui y est soigné. Sans cette clé : on ne sait pas.",
        examples=[["adultes"]],
        json_schema_extra=EACH_ONCE,
    )
    maladies: tuple[Maladie, ...] = Field(
        default=(),
        title="Maladies",
        description="Ce que l'hôpital traite par CAR-T. Sans cette clé : on ne sait pas.",
        examples=[["lymphome"]],
        json_schema_extra=EACH_ONCE,
    )
    ouvert_depuis: DatePartielle | None = Field(
        default=None,
        title="Ouvert depuis",
        description="Début de cette activité : année, année-mois ou date.",
        examples=[2016, "2018-08"],
    )
    acces: Texte | None = Field(
        default=None,
        title="Accès",
        description="Comment y aller, en une ou deux phrases, sourcées.",
        examples=["Métro D, puis dix minutes à pied.", "Tramway B, arrêt Hôpital"],
    )
    hebergement: Texte | None = Field(
        default=None,
        title="Hébergement",
        description="Où logent les proches, en une ou deux phrases, sourcées.",
        examples=["Studios à deux rues de l'hôpital.", "Maison des familles"],
    )
    reserve: Texte | None = Field(
        default=None,
        title="Réserve",
        description="Ce dont il faut se méfier, en une phrase ; affiché à côté de l'adresse.",
        examples=["L'adresse est celle du siège.", "Demandez où aller avant de partir."],
    )
    sources: tuple[Source, ...] = Field(
        min_length=1,
        title="Sources",
        description="Au moins une ; chacune dit ce qu'elle établit.",
        examples=[
            [
                {
                    "titre": "Page",
                    "editeur": "Hôpital",
                    "url": "https://www.aphp.fr",
                    "date": "inconnue",
                    "etablit": list(get_args(Fait)),
                }
            ]
        ],
    )
    verifie: Verification | None = Field(
        default=None,
        title="Vérification",
        description="Votre vérification : le jour, votre nom, les faits vérifiés.",
        examples=[{"le": "2026-11-22", "par": "Camille Martin", "quoi": ["telephone"]}],
    )
    retire: Retrait | None = Field(
        default=None,
        title="Retrait",
        description="Depuis quand et pourquoi le centre n'est plus dans la liste.",
        examples=[{"le": "2026-11", "motif": "fermé"}],
    )

    @field_validator("publics", "maladies")
    @classmethod
    def _known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return named(value)

    def facts(self) -> tuple[Fait, ...]:
        """List the facts stated of this hospital, each of which needs a source."""
        optional: tuple[Fait, ...] = ("telephone", "publics", "maladies", "acces", "hebergement")
        return ("activite", "adresse", "position", *(f for f in optional if getattr(self, f)))


class Liste(Model):
    """What the whole list is worth, and of when."""

    etat_au: DatePartielle = Field(
        title="État au",
        description="De quand date la liste : année, année-mois ou date.",
        examples=["2026-11-20", "2026-11"],
    )
    origine: Texte = Field(
        title="Origine",
        description="D'où vient la liste.",
        examples=[
            "Liste du registre.",
            "Liste reconstituée à partir de sources publiques.",
        ],
    )
    avertissement: Texte = Field(
        title="Avertissement",
        description="Ce que la liste ne dit pas, et à qui demander.",
        examples=[
            "Appelez avant de partir.",
            "D'autres centres existent : votre hématologue sait.",
        ],
    )
    officielle: Reference | None = Field(
        default=None,
        title="Liste officielle",
        description="Page qui la publie ; elle remplace alors les deux autres groupes.",
        examples=[
            {
                "titre": "Liste des centres",
                "editeur": "Ministère de la Santé",
                "url": "https://www.exemple.fr",
                "date": "2026-11",
            }
        ],
    )


class Annuaire(Model):
    """The whole of data/centres.yaml."""

    liste: Liste = Field(
        title="La liste",
        description="Ce que vaut toute la liste, et de quand elle date.",
    )
    centres: tuple[Centre, ...] = Field(
        min_length=1,
        title="Les centres",
        description="Un centre par tiret. On n'en efface aucun : voir la clé « retire ».",
    )
