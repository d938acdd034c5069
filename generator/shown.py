"""Each key as the site shows it, whatever an older file may hold: "" where it shows nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

import phonenumbers

from generator.cards import GROUPES, MALADIES, PUBLICS
from generator.evidence import FACTS
from generator.french import NARROW, NBSP, date_fr, in_date, telephone_fr, typo
from generator.render import relative_url

if TYPE_CHECKING:
    from generator.centres import Centre, Liste, Retrait
    from generator.choices import Nature
    from generator.front_matter import FrontMatter
    from generator.glossary import Terme
    from generator.sources import Reference, Source

M = TypeVar("M")
Texts = Mapping[str, Callable[[M], str]]
"""The text that each key shows of a value."""
Lists = Mapping[str, Callable[[M], Iterable[str]]]
"""The words that each key shows of a value; their order says nothing."""

NATURES: dict[Nature, str] = {
    "etablissement": "l’hôpital lui-même",
    "descar_t": "le registre DESCAR-T",
    "publication": "une publication scientifique",
    "presse": "la presse",
    "finess": "le registre FINESS",
    "autre": "une autre page",
}


_ALIKE = str.maketrans({NBSP: " ", NARROW: " ", "\N{NON-BREAKING HYPHEN}": "-"})


def alike(text: str) -> str:
    """Write a text without what only says where a line may not end."""
    return text.translate(_ALIKE)


def worded(word: Callable[[str], str], value: str | None) -> str:
    """Word a value; one that breaks today's rules stays as it stood."""
    try:
        return word(value) if value else ""
    except (LookupError, ValueError, phonenumbers.NumberParseException):
        return value or ""


def named(names: Mapping[M, str], value: M) -> str:
    """Name a value; one that is no longer known stays as it stood."""
    return names.get(value, str(value))


def address(uri: str) -> str:
    """Give the address in the site of a page: "/centres/nice/"."""
    return "/" + relative_url("index.md", uri).removeprefix("./")


CENTRE: Texts[Centre] = {
    "id": lambda one: address(f"centres/{one.id}.md") if one.id else "",
    "nom": lambda one: one.nom,
    "etablissement": lambda one: one.etablissement,
    "groupe": lambda one: GROUPES[one.groupe][0] if one.groupe in GROUPES else one.groupe,
    "ouvert_depuis": lambda one: worded(date_fr, one.ouvert_depuis),
    "reserve": lambda one: typo(one.reserve or ""),
    "telephone": lambda one: worded(telephone_fr, one.telephone),
    "adresse": lambda one: f"{one.adresse}, {one.code_postal} {one.ville}".strip(", "),
    "site_web": lambda one: one.site_web or "",
    "acces": lambda one: typo(one.acces or ""),
    "hebergement": lambda one: typo(one.hebergement or ""),
    "finess": lambda one: one.finess,
}
CENTRE_LISTS: Lists[Centre] = {
    "publics": lambda one: [named(PUBLICS, public) for public in one.publics],
    "maladies": lambda one: [named(MALADIES, maladie) for maladie in one.maladies],
    "autres_noms": lambda one: one.autres_noms,
    "anciens_ids": lambda one: [address(f"centres/{key}.md") for key in one.anciens_ids],
}
RETRAIT: Texts[Retrait] = {
    "retire_le": lambda one: worded(date_fr, one.le),
    "motif": lambda one: typo(one.motif),
}
REFERENCE: Texts[Reference] = {
    "titre": lambda one: typo(one.titre) + (" (en anglais)" if one.langue else ""),
    "editeur": lambda one: typo(one.editeur),
    "url": lambda one: one.url,
    "date": lambda one: worded(date_fr, one.date),
    "copie_lue_en": lambda one: worded(in_date, one.copie_lue_en),
}
SOURCE: Texts[Source] = {
    **REFERENCE,
    "nature": lambda one: named(NATURES, one.nature),
}
SOURCE_LISTS: Lists[Source] = {
    "etablit": lambda one: [fact_name(fact) for fact in one.etablit],
}
LISTE: Texts[Liste] = {
    "etat_au": lambda one: worded(date_fr, one.etat_au),
    "origine": lambda one: typo(one.origine),
    "avertissement": lambda one: typo(one.avertissement),
    "officielle": lambda one: ", ".join(
        text for show in REFERENCE.values() if one.officielle and (text := show(one.officielle))
    ),
}
HEAD: Texts[FrontMatter] = {
    "titre": lambda one: typo(one.titre),
    "objectif": lambda one: one.objectif,
    "public": lambda one: one.adresse_a,
    "verifie_le": lambda one: worded(in_date, one.verifie_le),
    "revision_le": lambda one: worded(in_date, one.revision_le),
    "relu_par": lambda one: (
        f"{worded(date_fr, one.relu_par.le)}, {one.relu_par.nom}" if one.relu_par else ""
    ),
}
HEAD_LISTS: Lists[FrontMatter] = {
    "autres_mots": lambda one: one.autres_mots,
    "hide": lambda one: one.hide,
}
TERME: Texts[Terme] = {"definition": lambda one: typo(one.definition)}
TERME_LISTS: Lists[Terme] = {"formes": lambda one: one.formes}


def fact_name(fact: str) -> str:
    """Name a fact within a sentence: "position sur la carte"."""
    name = named({str(key): words for key, words in FACTS.items()}, fact)
    return name[:1].lower() + name[1:]
