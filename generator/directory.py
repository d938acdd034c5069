"""The directory of hospitals: data/centres.yaml, once it is read and checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from generator.choices import Groupe
from generator.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.centres import Centre, Liste
    from generator.departements import Departement
    from generator.gazetteer import Commune
    from generator.rules import France


@dataclass(frozen=True, kw_only=True)
class Directory:
    """Hold the list, its hospitals in the order of the file, and where they are."""

    liste: Liste
    centres: tuple[Centre, ...]
    communes: Mapping[str, Commune]
    """The commune where each hospital stands, by the hospital's id."""
    france: France
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of the file where each hospital starts, from 1, by its id."""

    @cached_property
    def open(self) -> tuple[Centre, ...]:
        """List the hospitals that are not withdrawn, by group, region, town and name."""
        kept = [centre for centre in self.centres if not centre.retire]
        return tuple(sorted(kept, key=self._rank))

    @property
    def counted(self) -> str:
        """Count the open hospitals in words: "26 centres"."""
        return f"{len(self.open)} centre{'s' * (len(self.open) > 1)}"

    def group(self, groupe: str) -> tuple[Centre, ...]:
        """List the open hospitals of a group."""
        return tuple(centre for centre in self.open if centre.groupe == groupe)

    def departement(self, centre: Centre) -> Departement:
        """Name the département where a hospital stands."""
        return self.france.departements[self.communes[centre.id].departement]

    def _rank(self, centre: Centre) -> tuple[str, ...]:
        ranks = {group: str(rank) for rank, group in enumerate(get_args(Groupe))}
        region = self.departement(centre).region
        names = (region, centre.ville, centre.nom)
        return (ranks[centre.groupe], *map(fold, names), centre.id)
