"""A new hospital as YAML to paste into data/centres.yaml: what is known, and what is to be filled.

A line with « À REMPLIR » waits for a value, of which its comment ends with an example. A line
that is a comment is a key that may stay unknown.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import postal
from generator.centres import Centre
from generator.differences import dialled
from generator.messages import example
from generator.scalars import misread
from generator.sources import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from generator.gazetteer import Gazetteer
    from generator.register import Etablissement, Extract

# What YAML reads as text without quotes, whoever reads it.
_BARE = re.compile(r"[A-Za-zÀ-ÿ0-9](?:(?:[-\w .'’,()/]|:(?=//))*[\w.')’])?")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBERS = frozenset({"latitude", "longitude", "date"})
"""Keys that editors write without quotes; a telephone and a postcode have some."""
_HINTS = {
    "id": "fin de l'adresse de la page, sans accent ni espace, qui ne changera plus",
    "groupe": "depuis (ouvert depuis), ou officielle s'il y a une liste officielle",
    "nom": "le nom de l'hôpital",
    "etablissement": "l'institution dont il dépend",
    "adresse": "numéro et rue",
    "code_postal": "5 chiffres entre guillemets",
    "ville": "la commune, sans CEDEX",
    "latitude": "degrés avec un point",
    "longitude": "degrés avec un point",
    "telephone": "numéro français entre guillemets",
    "site_web": "adresse qui commence par https://",
    "publics": "parmi adultes, adolescents_jeunes_adultes, enfants",
    "maladies": "parmi lymphome, leucemie_aigue_lymphoblastique, myelome",
    "titre": "ce qu'est la page",
    "editeur": "qui la publie",
    "url": "son adresse",
    "date": "AAAA, AAAA-MM, AAAA-MM-JJ ou inconnue",
}
_EXAMPLES = {"groupe": "depuis"}
"""Where the model's own example is not for a new hospital."""
_REGISTER_FACTS = {"adresse": "adresse", "latitude": "position", "telephone": "telephone"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """Hold what the register gives for a key, and what to do with it."""

    value: str
    """As YAML; "" where there is a remark only."""
    remark: str = ""


def lines(number: str, known: dict[str, Known], extract: Extract | None) -> Iterator[str]:
    """Yield the block; `known` are the values found, by key."""
    yield "  # Nouveau centre, à coller à la fin de data/centres.yaml. Remplissez les lignes"
    yield "  # « À REMPLIR », relisez les autres, puis lancez la vérification (make check)."
    yield f"  - {_line('id', known)}"
    for key in ("groupe", "nom", "etablissement"):
        yield f"    {_line(key, known)}"
    yield f"    finess: {text(number)}"
    for key in ("adresse", "code_postal", "ville", "latitude", "longitude"):
        yield f"    {_line(key, known)}"
    yield f"    {_line('telephone', known)}" if "telephone" in known else _maybe("telephone")
    for key in ("site_web", "publics", "maladies"):
        yield _maybe(key)
    yield "    sources:"
    facts = [fact for key, fact in _REGISTER_FACTS.items() if key in known and known[key].value]
    if extract and facts:
        yield from _register(extract, facts)
    yield from _to_fill([fact for fact in ("adresse", "position") if fact not in facts])


def known_of(site: Etablissement, gazetteer: Gazetteer) -> dict[str, Known]:
    """Write the values that the register gives of a site, by the keys of the list."""
    found = {}
    for key, words in (
        ("nom", site.noms[0] if site.noms else ""),
        ("etablissement", site.entite),
        ("adresse", postal.street(site.voie)),
    ):
        if words:
            found[key] = Known(value=text(words), remark="à relire : minuscules, accents")
    if site.code_postal:
        found["code_postal"] = Known(value=text(site.code_postal))
    if commune := postal.commune_of(site, gazetteer):
        found["ville"] = Known(value=text(commune.nom))
    elif site.acheminement:
        found["ville"] = Known(value="", remark=f"FINESS dit « {site.acheminement} »")
    if site.approchee:
        remark = "FINESS n'a que le centre de la commune"
        found["latitude"] = found["longitude"] = Known(value="", remark=remark)
    elif site.position:
        found["latitude"] = Known(value=f"{site.position.latitude:.5f}")
        found["longitude"] = Known(value=f"{site.position.longitude:.5f}")
    if len(site.telephones) == 1 and not site.telephone_illisible:
        number = text(dialled(site.telephones[0]))
        found["telephone"] = Known(value=number, remark="à vérifier : appelez-le")
    return found


def text(value: str) -> str:
    """Write a text as YAML that no program misreads; figures are quoted, as editors do."""
    if _BARE.fullmatch(value) and _LETTER.search(value) and not misread(value):
        return value
    # YAML reads JSON's strings, and these have no escape that YAML has not.
    return json.dumps(value, ensure_ascii=False)


def _line(key: str, known: dict[str, Known]) -> str:
    found = known.get(key, Known(value=""))
    if not found.value:
        hint = " ; ".join(filter(None, [_HINTS[key], found.remark]))
        return f"{key}: # À REMPLIR : {hint} (exemple : {_example(Centre, key)})"
    return f"{key}: {found.value}{f' # {found.remark}' if found.remark else ''}"


def _maybe(key: str) -> str:
    return f"    # {key}: {_example(Centre, key)} # si une source le dit : {_HINTS[key]}"


def _register(extract: Extract, facts: list[str]) -> Iterator[str]:
    yield f"      - titre: {text(extract.titre)}"
    yield f"        editeur: {text(extract.editeur)}"
    yield "        nature: finess"
    yield f"        url: {extract.url}"
    yield f"        date: {extract.date}"
    yield f"        etablit: [{', '.join(facts)}]"


def _to_fill(others: list[str]) -> Iterator[str]:
    """Ask for the page that says what the hospital does, and for what no register gave."""
    more = " # et tout ce que cette page dit d'autre : publics, maladies…"
    yield from _page("qui dit que cet hôpital traite par CAR-T", "etablissement", "activite", more)
    if others:
        yield from _page("qui donne le reste (une source par page)", "autre", ", ".join(others), "")


def _page(what: str, nature: str, facts: str, more: str) -> Iterator[str]:
    yield f"      # La page {what} :"
    yield f"      - {_blank('titre')}"
    yield f"        {_blank('editeur')}"
    yield f"        nature: {nature} # ou etablissement, descar_t, publication, presse, autre"
    yield f"        {_blank('url')}"
    yield f"        {_blank('date')}"
    yield f"        etablit: [{facts}]{more}"


def _blank(key: str) -> str:
    return f"{key}: # À REMPLIR : {_HINTS[key]} (exemple : {_example(Source, key)})"


def _example(model: type[BaseModel], key: str) -> str:
    sample = _EXAMPLES.get(key) or example(model, key)
    if isinstance(sample, list):
        return f"[{', '.join(sample)}]"
    return str(sample) if key in _NUMBERS else text(str(sample))
