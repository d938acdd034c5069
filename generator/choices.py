"""The words that some keys choose from, and what each tells an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Groupe = Literal["officielle", "liste_2021", "depuis"]
Public = Literal["adultes", "adolescents_jeunes_adultes", "enfants"]
Maladie = Literal["lymphome", "leucemie_aigue_lymphoblastique", "myelome"]
Fait = Literal[
    "activite", "adresse", "position", "telephone", "publics", "maladies", "acces", "hebergement"
]
Nature = Literal["etablissement", "descar_t", "publication", "presse", "finess", "autre"]
Langue = Literal["en"]

MEANINGS: Mapping[Groupe | Public | Maladie | Fait | Nature | Langue, str] = {
    "officielle": "Centre de la liste officielle, nommée en tête du fichier.",
    "liste_2021": "Centre de la liste d'origine (vers 2021), reconstituée.",
    "depuis": "Centre ouvert depuis, selon son hôpital ou la presse.",
    "adultes": "Les adultes.",
    "adolescents_jeunes_adultes": "Les adolescents et jeunes adultes ; ne dit rien des enfants.",
    "enfants": "Les enfants.",
    "lymphome": "Un lymphome.",
    "leucemie_aigue_lymphoblastique": "Une leucémie aiguë lymphoblastique.",
    "myelome": "Un myélome.",
    "activite": "L'hôpital donne des CAR-T.",
    "adresse": "Son adresse.",
    "position": "Sa latitude et sa longitude.",
    "telephone": "Son numéro de téléphone.",
    "publics": "Qui y est soigné.",
    "maladies": "Les maladies qu'il traite par CAR-T.",
    "acces": "Comment y aller.",
    "hebergement": "Où logent les proches.",
    "etablissement": "L'hôpital lui-même.",
    "descar_t": "Une page du registre DESCAR-T.",
    "publication": "Une publication scientifique, dont on déduit le fait.",
    "presse": "La presse.",
    "finess": "Le registre national FINESS.",
    "autre": "Une autre page.",
    "en": "Le titre est en anglais.",
}
"""What an editor's program says of a word; two keys that share one would share its meaning."""
