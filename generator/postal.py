"""Names and addresses as the register abbreviates them, reduced to what can be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.gazetteer import departements_of, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.gazetteer import Commune, Gazetteer
    from generator.register import Etablissement

CUT = 38
"""Characters of the register's short names; its long ones have 60 at most."""
_SHORTEST_CUT = 3
_LINKS = frozenset({
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur",
})  # fmt: skip
_STREETS = {
    "all": "allee", "av": "avenue", "ave": "avenue", "bd": "boulevard", "bld": "boulevard",
    "bvd": "boulevard", "che": "chemin", "chem": "chemin", "crs": "cours", "esp": "esplanade",
    "fbg": "faubourg", "fg": "faubourg", "imp": "impasse", "pass": "passage", "pl": "place",
    "prom": "promenade", "qu": "quai", "qua": "quai", "r": "rue", "rpt": "rond point",
    "rte": "route", "sq": "square",
    "cdt": "commandant", "col": "colonel", "dr": "docteur", "gal": "general", "gen": "general",
    "mal": "marechal", "pdt": "president", "pr": "professeur", "prof": "professeur",
}  # fmt: skip
_REPEATS = {"bis": "b", "ter": "t", "quater": "q"}
_REPEATED = re.compile(r"\b([0-9]+) ?(bis|ter|quater|[btq])\b")
_NAMES = {"ctre": "centre", "hop": "hopital", "hosp": "hospitalier", "univ": "universitaire"}
_GENERIC = _LINKS | {
    "centre", "ch", "chr", "chru", "chu", "clinique", "ghu", "groupe", "hopital", "hopitaux",
    "hospitalier", "hospitaliere", "hu", "regional", "site", "universitaire",
}  # fmt: skip


def same_street(ours: str, theirs: str) -> bool:
    """Tell whether our address says at least what the register's says."""
    return street_words(theirs) <= street_words(ours)


def street_words(address: str) -> frozenset[str]:
    """Reduce "12 BIS AV DU MAL FOCH" to 12b, avenue, marechal and foch."""
    plain = _REPEATED.sub(lambda m: m[1] + _REPEATS.get(m[2], m[2]), fold(address))
    written = " ".join(_STREETS.get(word, word) for word in plain.split())
    return frozenset(written.split()) - _LINKS


def street(voie: str) -> str:
    """Write out the kind of street: "1 AV CLAUDE VELLEFAUX" as "1 avenue CLAUDE VELLEFAUX"."""
    found = re.match(r"([0-9]\S* )?([A-Za-z]+)(?= )", voie)
    kind = found[2].lower() if found else ""
    written = _STREETS.get(kind, kind)
    if not found or written not in _STREETS.values():
        return voie
    return f"{found[1] or ''}{written}{voie[found.end() :]}"


def same_name(ours: Iterable[str], theirs: Iterable[str], known: str) -> bool:
    """Tell whether one of our names is in one of theirs; `known` is the town and institution."""
    them = [_cut(name) for name in theirs]
    return any(_within(_name_words(name), known, words) for name in ours for words in them)


def _within(name: list[str], known: str, theirs: tuple[frozenset[str], str]) -> bool:
    words, cut = theirs
    wanted = frozenset(name) - _GENERIC
    wanted = wanted - frozenset(_name_words(known)) or wanted or frozenset(name)
    left = wanted - words
    return not left or (bool(cut) and all(word.startswith(cut) for word in left))


def _cut(name: str) -> tuple[frozenset[str], str]:
    """Split a register's name into its words, and the last one where it may be cut."""
    words = _name_words(name)
    last = words[-1] if len(name) >= CUT and words else ""
    return frozenset(words), last if len(last) >= _SHORTEST_CUT else ""


def _name_words(name: str) -> list[str]:
    return [_NAMES.get(word, word) for word in fold(name).split()]


def same_town(commune: Commune, site: Etablissement) -> bool:
    """Tell whether the register's town is the commune, as it is called today or was before."""
    if site.code_insee == commune.code_insee:
        return True
    label = re.sub(r" [0-9]+( arrondissement)?$", "", fold(site.localite))
    return label in {fold(nom) for nom in (commune.nom, *commune.anciens_noms)}


def same_code(ours: str, site: Etablissement, commune: Commune, gazetteer: Gazetteer) -> bool:
    """Tell whether two postcodes may be the street's and a CEDEX's of one town."""
    theirs = site.code_postal
    if ours == theirs:
        return True
    streets = {ours, theirs} <= gazetteer.codes_postaux and site.localite == site.acheminement
    near = departements_of(ours) == departements_of(theirs)
    return near and not streets and same_town(commune, site)


def commune_of(site: Etablissement, gazetteer: Gazetteer) -> Commune | None:
    """Find the commune that the register's town is part of today."""
    found = gazetteer.find(site.localite, site.code_postal)
    return found or gazetteer.merged(site.localite, site.code_postal)
