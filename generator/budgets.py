"""How much a page may weigh at first view; the figures are in budgets.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from generator.compress import gzipped, is_worth
from generator.errors import DataError, Problem
from generator.french import NARROW
from generator.links import imports

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.finished import Page, Site, Tag

FILE = Path(__file__).parents[1] / "budgets.toml"
KINDS = ("accueil", "texte", "centre", "departement", "liste", "carte", "trouver", "autre")
_KINDS = {
    "404.html": "autre",
    "accessibilite/index.html": "autre",
    "carte/index.html": "carte",
    "centres/index.html": "liste",
    "departements/index.html": "autre",
    "donnees/index.html": "autre",
    "index.html": "accueil",
    "trouver/index.html": "trouver",
}
_FOLDERS = {"centres": "centre", "departements": "departement"}
_WITH_THE_PAGE = {"stylesheet", "icon", "preload", "modulepreload"}

# Half a million pages of HTTP Archive, in twenty parts: tags, requests, kilobytes.
_ECOINDEX = (
    (3, "0 47 75 159 233 298 358 417 476 537 603 674 753 843 949 1076 1237 1459 1801 2479 594601"),
    (2, "0 2 15 25 34 42 49 56 63 70 78 86 95 105 117 130 147 170 205 281 3920"),
    (
        1,
        "0 1.37 144.7 319.53 479.46 631.97 783.38 937.91 1098.62 1265.47 1448.32 1648.27 1876.08"
        " 2142.06 2465.37 2866.31 3401.59 4155.73 5400.08 8037.54 223212.26",
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Budget:
    """Hold the most that a kind of page may take, and the least EcoIndex it may have."""

    octets: int
    """Sent with gzip: the page, its sheets, scripts, imported modules, pictures and icon."""
    requetes: int
    elements: int
    """Tags in the body."""
    ecoindex: int

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if not isinstance(value := getattr(self, name), int):
                message = f"{name} = {value!r}"
                raise TypeError(message)


@dataclass(frozen=True, kw_only=True, slots=True)
class Weight:
    """Hold what a page takes at first view."""

    octets: int
    requetes: int
    elements: int
    tags: int

    @property
    def ecoindex(self) -> int:
        """The score out of 100; A is above 80."""
        return ecoindex(self.tags, self.requetes, self.octets / 1000)


def read(file: Path = FILE) -> dict[str, Budget]:
    """Read the budget of each kind of page; DataError where one is missing."""
    try:
        tables = tomllib.loads(file.read_text("utf-8"))
        return {kind: Budget(**tables[kind]) for kind in KINDS}
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = (
            f"il faut, sous chacun de {', '.join(f'[{kind}]' for kind in KINDS)}, les nombres"
            f" {', '.join(field.name for field in fields(Budget))} et rien d'autre ({error})."
        )
        problem = Problem(file=file.name, line=1, column=1, message=message)
        raise DataError([problem]) from error


class _Sent(dict[str, int]):
    """Measure each file as it is sent, once for all the pages that it comes with."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, name: str) -> int:
        data = (self._folder / name).read_bytes()
        self[name] = len(gzipped(data)) if is_worth(name, len(data)) else len(data)
        return self[name]


def faults(site: Site, budgets: dict[str, Budget]) -> Iterator[str]:
    """Yield each measure of a page that is over its budget."""
    sent = _Sent(site.folder)
    for page in site.pages.values():
        kind = kind_of(page.path)
        budget, weight = budgets[kind], weigh(site, page, sent)
        measures = (
            (
                weight.octets - budget.octets,
                f"{_number(weight.octets)} octets (gzip)",
                budget.octets,
            ),
            (weight.requetes - budget.requetes, f"{weight.requetes} requêtes", budget.requetes),
            (weight.elements - budget.elements, f"{weight.elements} éléments", budget.elements),
        )
        told = [
            f"{measure}, pour {_number(most)} au plus"
            for over, measure, most in measures
            if over > 0
        ]
        if weight.ecoindex < budget.ecoindex:
            told.append(f"EcoIndex de {weight.ecoindex}, pour {budget.ecoindex} au moins")
        for words in told:
            yield (
                f"{page.path} : {words} (budgets.toml, [{kind}]) :"
                " allégez la page, ou changez ce budget en disant pourquoi."
            )


def kind_of(path: str) -> str:
    """Tell which budget a page has."""
    return _KINDS.get(path) or _FOLDERS.get(path.partition("/")[0], "texte")


def weigh(site: Site, page: Page, sent: Mapping[str, int] | None = None) -> Weight:
    """Measure what a browser asks for before a reader does anything."""
    sizes = _Sent(site.folder) if sent is None else sent
    octets = [sizes[name] for name in _first_view(site, page)]
    tags = [tag.name for tag in page.tags]
    body = tags[tags.index("body") + 1 :] if "body" in tags else tags
    return Weight(octets=sum(octets), requetes=len(octets), elements=len(body), tags=len(tags))


def ecoindex(tags: int, requests: int, kilobytes: float) -> int:
    """Score a page as ecoindex.fr does: 100 for nothing at all, 0 for the web's heaviest."""
    places = (
        weight * _place(value, [float(limit) for limit in limits.split()])
        for (weight, limits), value in zip(_ECOINDEX, (tags, requests, kilobytes), strict=True)
    )
    return round(100 - 5 * sum(places) / 6)


def _place(value: float, limits: list[float]) -> float:
    for place, (low, high) in enumerate(pairwise(limits)):
        if value < high:
            return place + (value - low) / (high - low)
    return len(limits) - 1


def _first_view(site: Site, page: Page) -> set[str]:
    asked = {page.path}
    for tag in page.tags:
        for name, address in tag.addresses():
            file = site.file(page.path, address) if _comes_with_page(tag, name) else None
            if file:
                asked.add(file)
                if tag.name == "script" and tag.attributes.get("type") == "module":
                    asked |= _modules(site, file, asked)
    return asked


def _modules(site: Site, script: str, known: set[str]) -> set[str]:
    found = {file for _, address in imports(site, script) if (file := site.file(script, address))}
    for file in found - known:
        found |= _modules(site, file, known | found)
    return found


def _comes_with_page(tag: Tag, name: str) -> bool:
    if tag.name == "link":
        return bool(_WITH_THE_PAGE & set(tag.attributes.get("rel", "").split()))
    return name in {"src", "poster"}


def _number(value: int) -> str:
    return f"{value:,}".replace(",", NARROW)
