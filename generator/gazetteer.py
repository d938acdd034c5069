"""The communes of France: their names, postcodes and places (data/communes.csv)."""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING

from generator.distance import great_circle_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.distance import Place

TOWN = 50_000
"""Inhabitants of a town that gives its name to hospitals around it."""
TOWN_KM = 12

_ACCENT = re.compile("[\u0300-\u036f]")
_BETWEEN = re.compile(r"[^a-z0-9\n]+")
_EDGE = re.compile(r"^ | $", re.MULTILINE)
_ARTICLE = re.compile(r"^(l|le|la|les|los|las|aux) ", re.MULTILINE)
_SAINT = re.compile(r"\bst(e?)\b")
_ORDINAL = re.compile(r"\b([0-9]+)(?:er|ere|e|eme|ieme)\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Commune:
    """Describe a commune, or an arrondissement of Paris, Lyon or Marseille."""

    code_insee: str
    nom: str
    codes_postaux: tuple[str, ...]
    departement: str
    """Code of the département: "29", "2A", "974"."""
    latitude: float
    longitude: float
    population: int | None
    """None where the source has none: Mayotte, Les Hauts-Talican."""
    anciens_noms: tuple[str, ...] = ()
    """Names of the communes that were merged into it."""


class Gazetteer:
    """Find communes by name and postcode, among the rows of data/communes.csv."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self._rows = rows
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        # One folding of all 35,000 names at once is ten times faster than one by one.
        for number, name in enumerate(fold("\n".join(row[1] for row in rows)).split("\n")):
            self._by_name[name].append(number)

    @classmethod
    def read(cls, lines: Iterable[str]) -> Gazetteer:
        """Read the lines of data/communes.csv, which tools/geographie.py writes.

        Raises ValueError where a line has not the columns of the first.
        """
        header, *rows = csv.reader(lines)
        if not rows or {len(row) for row in rows} != {len(header)}:
            raise ValueError
        return cls(rows)

    @cached_property
    def communes(self) -> list[Commune]:
        """List all communes, the most populous first."""
        return sorted(map(commune_of, self._rows), key=lambda one: -(one.population or 0))

    @cached_property
    def folded(self) -> list[list[str]]:
        """Fold the names of each of `communes`, the former ones last; at once, as above."""
        names = [(one.nom, *one.anciens_noms) for one in self.communes]
        keys = iter(fold("\n".join(chain.from_iterable(names))).split("\n"))
        return [list(islice(keys, len(one))) for one in names]

    def named(self, nom: str) -> Sequence[Commune]:
        """List the communes of that name, most populous first, whatever its accents or article."""
        found = [commune_of(self._rows[number]) for number in self._by_name.get(fold(nom), ())]
        return sorted(found, key=lambda commune: -(commune.population or 0))

    def town_near(self, place: Place) -> str | None:
        """Name the largest town within 12 km: what people call a hospital of its suburbs after."""
        near = [town for town in self._towns if great_circle_km(town, place) <= TOWN_KM]
        return max(near, key=lambda town: town.population or 0).nom if near else None

    @cached_property
    def _towns(self) -> list[Commune]:
        return [commune_of(row) for row in self._rows if row[6] and int(row[6]) >= TOWN]

    def find(self, nom: str, code_postal: str) -> Commune | None:
        """Return the commune of that name to which the postcode, CEDEX or not, can belong."""
        named = self.named(nom)
        own = [commune for commune in named if code_postal in commune.codes_postaux]
        departements = departements_of(code_postal)
        near = [commune for commune in named if commune.departement in departements]
        return next(iter([*own, *near]), None)

    def merged(self, nom: str, code_postal: str) -> Commune | None:
        """Return the commune into which that of a former name was merged."""
        departements, folded = departements_of(code_postal), fold(nom)
        rows = (row for row in self._rows if row[3] in departements and row[7])
        kept = (row for row in rows if folded in map(fold, row[7].split("|")))
        return next(map(commune_of, kept), None)

    @cached_property
    def codes_postaux(self) -> frozenset[str]:
        """List the postcodes of streets: a CEDEX is none of them."""
        return frozenset(code for row in self._rows for code in row[2].split())

    def like(self, nom: str, code_postal: str) -> str | None:
        """Return the name nearest to a misspelt one among the communes of the département."""
        departements = departements_of(code_postal)
        names = {fold(row[1]): row[1] for row in self._rows if row[3] in departements}
        close = difflib.get_close_matches(fold(nom), names, n=1, cutoff=0.75)
        return names[close[0]] if close else None


def commune_of(row: Sequence[str]) -> Commune:
    """Turn a row of the file into a commune."""
    code, nom, codes_postaux, departement, latitude, longitude, population, anciens = row
    return Commune(
        code_insee=code,
        nom=nom,
        codes_postaux=tuple(codes_postaux.split()),
        departement=departement,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population) if population else None,
        anciens_noms=tuple(filter(None, anciens.split("|"))),
    )


def fold(nom: str) -> str:
    """Reduce a place's name to what a hurried reader types: no accent, hyphen, case or article.

    "Paris 13e" becomes "paris 13". Of several lines, each is folded by itself.
    """
    plain = unicodedata.normalize("NFKD", nom.lower().replace("œ", "oe").replace("æ", "ae"))
    words = _BETWEEN.sub(" ", _ACCENT.sub("", plain))
    bare = _ORDINAL.sub(r"\1", _EDGE.sub("", words))
    return _ARTICLE.sub("", _SAINT.sub(r"saint\1", bare))


def departements_of(code_postal: str) -> tuple[str, ...]:
    """List the départements that a postcode, CEDEX or not, can name by its first figures."""
    if code_postal.startswith("20"):
        return ("2A", "2B")
    return (code_postal[:3] if code_postal.startswith(("97", "98")) else code_postal[:2],)
