"""How sure each fact is, in one sentence, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.french import date_fr, in_date

if TYPE_CHECKING:
    from generator.centres import Centre
    from generator.choices import Fait, Nature
    from generator.sources import Source, Verification

FACTS: dict[Fait, str] = {
    "activite": "Traitement par cellules CAR-T",
    "adresse": "Adresse",
    "position": "Position sur la carte",
    "telephone": "Téléphone",
    "publics": "Qui est soigné",
    "maladies": "Maladies traitées",
    "acces": "Accès",
    "hebergement": "Hébergement des proches",
}

# The noun of each fact, and the ending that its participle takes.
_NOUNS: dict[Fait, tuple[str, str]] = {
    "activite": ("Présence", "e"),
    "adresse": ("Adresse", "e"),
    "position": ("Position", "e"),
    "telephone": ("Numéro", ""),
    "publics": ("Information", "e"),
    "maladies": ("Information", "e"),
    "acces": ("Information", "e"),
    "hebergement": ("Information", "e"),
}
_WORDS: dict[Nature, str] = {
    "etablissement": "{noun} annoncé{e} par l’hôpital lui-même ({editeur}, {date})",
    "descar_t": "{noun} lu{e} sur une page du registre DESCAR-T ({date})",
    "presse": "{noun} rapporté{e} par la presse ({editeur}, {date})",
    "publication": "{noun} déduit{e} d’une publication scientifique ({date})",
    "finess": "{noun} relevé{e} dans le registre FINESS {month}",
    "autre": "{noun} lu{e} sur une autre page ({editeur}, {date})",
}
# The hospital's own word first, a deduction last.
_BEST: tuple[Nature, ...] = (
    "etablissement",
    "descar_t",
    "presse",
    "finess",
    "autre",
    "publication",
)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Say what a fact rests on."""

    fact: Fait
    label: str
    sentence: str
    """Without its full stop."""
    check: Verification | None
    """An editor's own check of this fact: the sentence says it."""
    best: Source
    """The source that the sentence says where nobody has checked."""
    sources: tuple[Source, ...]
    """In the order of the list."""


def evidence_of(centre: Centre) -> dict[Fait, Evidence]:
    """Word the evidence of each fact stated of a hospital."""
    return {fact: evidence_of_fact(centre, fact) for fact in centre.facts()}


def evidence_of_fact(centre: Centre, fact: Fait) -> Evidence:
    """Word the evidence of one fact, which a source of the hospital establishes."""
    sources, check = rests_on(centre, fact)
    best = min(sources, key=lambda source: _BEST.index(source.nature))
    return Evidence(
        fact=fact,
        label=FACTS[fact],
        sentence=verified(check) if check else _worded(fact, best),
        check=check,
        best=best,
        sources=sources,
    )


def rests_on(centre: Centre, fact: Fait) -> tuple[tuple[Source, ...], Verification | None]:
    """Return the sources that establish a fact, and the editor's own check of it, if any."""
    sources = tuple(source for source in centre.sources if fact in source.etablit)
    check = centre.verifie if centre.verifie and fact in centre.verifie.quoi else None
    return sources, check


def verified(check: Verification) -> str:
    """Say who checked a fact, and when."""
    return f"Vérifié {in_date(check.le)} par {check.par}"


def _worded(fact: Fait, source: Source) -> str:
    noun, ending = _NOUNS[fact]
    said = _WORDS[source.nature].format(
        noun=noun,
        e=ending,
        editeur=source.editeur,
        date=date_fr(source.date),
        month=in_date(source.date[:7] if source.date != "inconnue" else source.date),
    )
    return f"{said}, non revérifié{ending}"
