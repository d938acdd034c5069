"""What must hold between the values of one hospital."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.distance import great_circle_km
from generator.gazetteer import departements_of
from generator.messages import suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.centres import Centre
    from generator.departements import Departements
    from generator.gazetteer import Commune, Gazetteer

TOWN_KM = 15
"""A hospital stands this near to its town's middle, or its position is wrong."""
BORDER_KM = 3
"""The outlines are simplified: Robert-Debré falls beyond Paris's (data/departements.geojson)."""

Finding = tuple[tuple[str | int, ...], str]
"""Where in the hospital's entry, and what is wrong."""


@dataclass(frozen=True, kw_only=True)
class France:
    """Hold the geography that positions and postcodes are checked against."""

    gazetteer: Gazetteer
    departements: Departements

    def commune(self, centre: Centre) -> Commune | None:
        """Find the commune where a hospital stands."""
        return self.gazetteer.find(centre.ville, centre.code_postal)


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Stand at a position, in degrees WGS 84."""

    latitude: float
    longitude: float


def town(centre: Centre, france: France) -> Iterator[Finding]:
    """Require a commune of France, in the département that the postcode names."""
    commune = france.commune(centre)
    if commune:
        if commune.nom.replace("’", "'") != centre.ville.replace("’", "'"):
            yield ("ville",), f"« {centre.ville} » s'écrit « {commune.nom} »."
        return
    named = france.gazetteer.named(centre.ville)
    codes = departements_of(centre.code_postal)
    if named:
        home = france.departements[named[0].departement]
        likely = " ou ".join(sorted(named[0].codes_postaux)[:1]) or f"{home.code}…"
        yield (
            ("code_postal",),
            f"le code postal « {centre.code_postal} » n'est pas du département de"
            f" « {centre.ville} » ({home.nom}, {home.code}) ; exemple : {likely}.",
        )
    elif not any(code in france.departements for code in codes):
        yield (
            ("code_postal",),
            f"le code postal « {centre.code_postal} » n'est d'aucun département.",
        )
    else:
        close = france.gazetteer.like(centre.ville, centre.code_postal)
        if close:
            hint = f"vouliez-vous dire « {close} » ?"
        elif "cedex" in centre.ville.lower():
            hint = "écrivez-la sans « CEDEX »."
        else:
            hint = "vérifiez le nom et le code postal."
        yield (
            ("ville",),
            f"aucune commune « {centre.ville} » dans le département {' ou '.join(codes)} ; {hint}",
        )


def position(centre: Centre, france: France) -> Iterator[Finding]:
    """Require a position near the town and in the département."""
    commune = france.commune(centre)
    if commune is None:
        return
    away = great_circle_km(centre, commune)
    home = france.departements[commune.departement]
    outside = home.distance_km(centre.latitude, centre.longitude)
    if away <= TOWN_KM and outside <= BORDER_KM:
        return
    swapped = Spot(latitude=centre.longitude, longitude=centre.latitude)
    if great_circle_km(swapped, commune) <= TOWN_KM:
        yield ("latitude",), "latitude et longitude sont inversées : échangez les deux nombres."
    elif away > TOWN_KM:
        yield (
            ("latitude",),
            f"la position est à {away:.0f} km de « {commune.nom} » ({TOWN_KM} km au plus) :"
            " vérifiez latitude et longitude.",
        )
    else:
        yield (
            ("latitude",),
            f"la position est à {outside:.0f} km hors du département {home.nom} ({home.code}) :"
            " vérifiez latitude et longitude.",
        )


def evidence(centre: Centre, _france: France) -> Iterator[Finding]:
    """Require a source for each fact, and a fact for what each source establishes."""
    facts = centre.facts()
    established = {fact for source in centre.sources for fact in source.etablit}
    for fact in facts:
        if fact not in established:
            key = {"activite": "sources", "position": "latitude"}.get(fact, fact)
            yield (
                (key,),
                f"aucune source n'établit « {fact} » : ajoutez « {fact} » à « etablit » de la"
                " source qui le dit, ou supprimez ce qui n'est pas sourcé.",
            )
    for number, source in enumerate(centre.sources):
        for place, fact in enumerate(source.etablit):
            if fact not in facts:
                yield (
                    ("sources", number, "etablit", place),
                    f"la source {number + 1} établit « {fact} », mais la clé « {fact} » manque.",
                )
    for place, fact in enumerate(centre.verifie.quoi if centre.verifie else ()):
        if fact not in facts:
            yield (
                ("verifie", "quoi", place),
                f"« {fact} » est dit vérifié, mais la clé manque ; {suggestion(fact, facts)}",
            )


RULES: dict[Callable[[Centre, France], Iterator[Finding]], frozenset[str]] = {
    town: frozenset({"ville", "code_postal"}),
    position: frozenset({"ville", "code_postal", "latitude", "longitude"}),
    evidence: frozenset(
        {"telephone", "publics", "maladies", "acces", "hebergement", "sources", "verifie"}
    ),
}
"""Each rule with the keys it reads: it waits until these are right."""


def findings(centre: Centre, wrong: frozenset[str], france: France) -> Iterator[Finding]:
    """Yield what the rules find, but for those that read a key already found wrong.

    An unknown key may be any fact misspelt: the evidence waits until it is mended.
    """
    unknown = wrong - type(centre).model_fields.keys()
    for rule, keys in RULES.items():
        if not keys & wrong and not (unknown and rule is evidence):
            yield from rule(centre, france)
