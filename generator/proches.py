"""The hospitals near a place, as lines for the command line: what « Trouver un centre » shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import PlainError
from generator.evidence import evidence_of
from generator.french import NBSP, km_fr, telephone_fr
from generator.lieux import collectivite, find, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.centres import Centre
    from generator.directory import Directory

HOMONYMS = 5
FAR = (
    "Aucun centre de notre liste n’est proche de ce lieu : l’hématologue de l’hôpital du lieu sait"
    " quel centre peut recevoir."
)
URGENCE = (
    "Ce ne sont pas des numéros d’urgence. Urgence : la consigne de la carte patient, ou le 15 ou"
    " le 112 (114 par SMS)."
)


class UnknownPlaceError(PlainError):
    """Tell that words mean no place."""


def lines(words: str, directory: Directory) -> Iterator[str]:
    """Yield the hospitals near what words mean; UnknownPlaceError where they mean nothing."""
    if nom := collectivite(words):
        yield f"{nom}{NBSP}: {FAR}"
        return
    found = find(words, directory)
    if not found:
        message = (
            f"« {words} » : aucun lieu de ce nom. Essayez le code postal, ou « 48.39, -4.49 »."
        )
        raise UnknownPlaceError(message)
    place, *others = found
    measured = near(place, directory)
    if not measured:
        yield f"{place.nom}{NBSP}: {FAR}"
    else:
        yield f"Depuis {place.nom}, à vol d’oiseau{NBSP}:"
        for rank, (centre, km) in enumerate(measured, 1):
            yield f"{rank:3}. {_told(centre, km, directory)}"
        yield URGENCE
    if others:
        yield f"Autres lieux de ce nom{NBSP}: {' ; '.join(one.nom for one in others[:HOMONYMS])}"


def _told(centre: Centre, km: float, directory: Directory) -> str:
    code = directory.departement(centre).code
    phone = "téléphone non renseigné"
    if centre.telephone:
        caution = evidence_of(centre)["telephone"].sentence
        phone = f"{telephone_fr(centre.telephone)} ({caution[0].lower()}{caution[1:]})"
    return f"{centre.nom_et_ville} ({code}){NBSP}: {km_fr(km)}, {phone}"
