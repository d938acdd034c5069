"""What a page or a map shows of a hospital, and of the groups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from generator.evidence import evidence_of
from generator.french import NBSP

if TYPE_CHECKING:
    from generator.centres import Centre
    from generator.choices import Groupe, Maladie, Public
    from generator.departements import Departement
    from generator.directory import Directory
    from generator.evidence import Evidence

PUBLICS: dict[Public, str] = {
    "adultes": "adultes",
    "adolescents_jeunes_adultes": "adolescents et jeunes adultes",
    "enfants": "enfants",
}
MALADIES: dict[Maladie, str] = {
    "lymphome": "lymphome",
    "leucemie_aigue_lymphoblastique": "leucémie aiguë lymphoblastique",
    "myelome": "myélome",
}
GROUPES: dict[Groupe, tuple[str, str, str]] = {
    "officielle": (
        "centre de la liste officielle",
        "centres de la liste officielle",
        f"rond{NBSP}: liste officielle",
    ),
    "liste_2021": (
        "centre de la liste d’origine (vers 2021), reconstituée",
        "centres de la liste d’origine (vers 2021), reconstituée",
        f"rond{NBSP}: liste d’origine (vers 2021), reconstituée",
    ),
    "depuis": (
        "centre ouvert depuis, selon son hôpital ou la presse",
        "centres ouverts depuis, selon leur hôpital ou la presse",
        f"carré{NBSP}: ouvert depuis, selon son hôpital ou la presse",
    ),
}
"""Each group's name for one hospital, for several, then beside its mark on the maps."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """Show one hospital: what templates read of it."""

    centre: Centre
    departement: Departement

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """Word what each fact rests on."""
        return {str(fact): item for fact, item in evidence_of(self.centre).items()}

    @property
    def uri(self) -> str:
        """Name the page of the hospital."""
        return page_of(self.centre)

    @property
    def groupe(self) -> str:
        """Name its group, for one hospital."""
        return GROUPES[self.centre.groupe][0]

    @property
    def place(self) -> str:
        """Say where: "Lille, Nord (59)", or "Paris (75)" where both names are one."""
        names = dict.fromkeys((self.centre.ville, self.departement.nom))
        return f"{', '.join(names)} ({self.departement.code})"

    @property
    def publics(self) -> list[str]:
        """Say who is treated; empty where unknown."""
        return [PUBLICS[public] for public in self.centre.publics]

    @property
    def maladies(self) -> list[str]:
        """Say what is treated; empty where unknown."""
        return [MALADIES[maladie] for maladie in self.centre.maladies]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Show one of the groups of hospitals, by region."""

    key: str
    title: str
    legend: str
    regions: list[tuple[str, list[Card]]]


def page_of(centre: Centre) -> str:
    """Name the source file of a hospital's page."""
    return f"centres/{centre.id}.md"


def earlier_pages(centre: Centre) -> list[str]:
    """Name the source files of the pages that a hospital had before."""
    return [f"centres/{key}.md" for key in centre.anciens_ids]


def card_of(centre: Centre, directory: Directory) -> Card:
    """Gather what a page shows of a hospital."""
    return Card(centre=centre, departement=directory.departement(centre))


def groups_of(directory: Directory) -> list[Group]:
    """Sort the open hospitals into their groups and regions; an empty group is not shown."""
    groups = []
    for key in GROUPES:
        cards = [card_of(centre, directory) for centre in directory.group(key)]
        by_region = groupby(cards, key=lambda card: card.departement.region)
        groups.append(
            Group(
                key=key,
                title=group_title(key, len(cards)),
                legend=GROUPES[key][2],
                regions=[(region, list(members)) for region, members in by_region],
            )
        )
    return [group for group in groups if group.regions]


def group_title(groupe: Groupe, count: int) -> str:
    """Count the hospitals of a group in words."""
    return f"{count}{NBSP}{GROUPES[groupe][count > 1]}"
