"""Each change as a line of Markdown, in French, for who reviews it; the longer ones go on below."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import TYPE_CHECKING

from generator.comment import code, plain
from generator.details import (
    Checked,
    Cited,
    Members,
    Moved,
    Readdressed,
    Recited,
    Reworded,
    Rewritten,
    Unsourced,
)
from generator.french import length_fr, towards_fr
from generator.shown import REFERENCE, SOURCE_LISTS, fact_name
from generator.sources import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.details import Detail

LABELS = {
    "id": "Adresse de la page",
    "nom": "Nom",
    "etablissement": "Établissement",
    "groupe": "Dans notre liste",
    "ouvert_depuis": "Début de cette activité",
    "reserve": "À savoir avant de partir",
    "telephone": "Téléphone",
    "adresse": "Adresse",
    "site_web": "Site de l'établissement",
    "acces": "Accès",
    "hebergement": "Hébergement des proches",
    "finess": "Numéro FINESS",
    "publics": "Qui est soigné",
    "maladies": "Maladies traitées",
    "autres_noms": "Autres noms, pour la recherche",
    "anciens_ids": "Anciennes adresses, qui mènent à cette page",
    "retire_le": "Date du retrait",
    "motif": "Motif du retrait",
    "titre": "Titre",
    "editeur": "Éditeur",
    "url": "Adresse",
    "date": "Date",
    "copie_lue_en": "Copie consultée",
    "nature": "De qui vient la parole",
    "etablit": "Ce que la source établit",
    "etat_au": "État de la liste",
    "origine": "Origine de la liste",
    "avertissement": "Avertissement",
    "officielle": "Liste officielle",
    "objectif": "Objectif, pour les moteurs de recherche",
    "public": "À qui la page s'adresse",
    "verifie_le": "Texte comparé à ses sources",
    "revision_le": "Prochaine révision",
    "relu_par": "Relecture par un professionnel de santé",
    "autres_mots": "Autres mots, pour la recherche",
    "hide": "Parties masquées",
    "definition": "Définition",
    "formes": "Autres formes",
}
"""What each key is called on the site, or for who reviews it."""
INDENT = "    "

_CODES = {"anciens_ids", "finess", "id", "site_web", "url"}
UNSAID = {
    "telephone": "non renseigné",
    "publics": "non renseigné : demandez-leur",
    "maladies": "non renseigné : demandez-leur",
    "relu_par": "Cette page n’a pas encore été relue par un professionnel de santé",
}
"""What a page says where the key is absent."""
_LONG = 100
"""Characters that two texts may have together and stand on one line."""


def lines(details: Iterable[Detail]) -> Iterator[str]:
    """Yield the lines of an unnumbered list, one a change; what belongs to one is indented."""
    for detail in details:
        first, *under = _told(detail)
        yield f"- {first}"
        yield from (f"{INDENT}{line}" for line in under)


def value(key: str, text: str) -> str:
    """Quote a value, harmless whatever it holds."""
    return code(text) if key in _CODES else f"« {plain(text)} »"


def said(key: str, text: str) -> str:
    """Give a value under its name, or what the page says where there is none."""
    return f"{LABELS[key]} : {value(key, text or UNSAID[key])}"


def _told(detail: Detail) -> Iterator[str]:
    match detail:
        case Reworded():
            yield from _reworded(detail)
        case Readdressed():
            yield _readdressed(detail)
        case Members():
            yield members(detail, partial(value, detail.key), "dira")
        case Moved(km=km, degrees=degrees):
            told = (
                "l'ancienne ne peut pas être lue"
                if isnan(km)
                else f"déplacée de {length_fr(km)} {towards_fr(degrees)}"
            )
            yield f"Position sur la carte : {told}."
        case Checked():
            yield _checked(detail)
        case Unsourced(fact=fact, sentence=sentence):
            yield (
                f"**Attention** ({fact_name(fact)}) : la valeur change, mais pas ses sources ; la"
                f" page dira encore « {plain(sentence)} »."
            )
        case Cited():
            yield _cited(detail)
        case Recited(source=source, details=details):
            yield f"Source « {plain(REFERENCE['titre'](source))} » :"
            yield from lines(details)
        case Rewritten():
            yield "Le texte change."


def _reworded(detail: Reworded) -> Iterator[str]:
    key, old, new = detail.key, detail.old, detail.new
    label = LABELS[key]
    if not old:
        yield f"{label} : on lira {value(key, new)}, là où rien n'était dit."
    elif not new:
        yield f"{label} : {value(key, old)} n'est plus affiché{instead(key, 'dira')}."
    elif len(old) + len(new) > _LONG and key not in _CODES:
        yield f"{label} :"
        yield f"- avant : {value(key, old)}"
        yield f"- maintenant : {value(key, new)}"
    else:
        yield f"{label} : {value(key, old)} devient {value(key, new)}."


def _readdressed(detail: Readdressed) -> str:
    cure = "un « id » ne change jamais, ou l'ancien va dans « anciens_ids »."
    dead = f" **Attention** : l'ancienne adresse répondra 404 ; {cure}"
    then = " L'ancienne y mène." if detail.is_led else dead
    return f"{LABELS['id']} : {code(detail.old)} devient {code(detail.new)}.{then}"


def members(detail: Members, shown: Callable[[str], str], says: str) -> str:
    """Say what a list gained and lost, each word as `shown`; and what its page then `says`."""
    parts = [
        f"{verb} {', '.join(map(shown, words))}"
        for verb, words in (("en plus", detail.gained), ("on ne dit plus", detail.lost))
        if words
    ]
    then = instead(detail.key, says) if detail.is_empty else ""
    return f"{LABELS[detail.key]} : {' ; '.join(parts)}{then}."


def instead(key: str, says: str) -> str:
    """Say what a page has in the place of what it no longer knows; `says` is its verb."""
    return f" : la page {says} « {UNSAID[key]} »" if key in UNSAID else ""


def _checked(detail: Checked) -> str:
    facts = ", ".join(map(fact_name, detail.facts))
    old, new = f"« {plain(detail.old)} »", f"« {plain(detail.new)} »"
    if not detail.is_checked:
        told = f"la page ne dira plus {old}, mais {new}"
    elif detail.old:
        told = f"la page dira {new} au lieu de {old}"
    else:
        told = f"la page dira {new}"
    return f"Vérification ({facts}) : {told}."


def _cited(detail: Cited) -> str:
    source = detail.source
    about = [f"« {plain(REFERENCE['titre'](source))} »"]
    about += [plain(text) for key in ("editeur", "date") if (text := REFERENCE[key](source))]
    told = f"Source {'ajoutée' if detail.is_new else 'retirée'} : {', '.join(about)}"
    if isinstance(source, Source) and detail.is_new:
        told += f" ; elle établit : {', '.join(map(plain, SOURCE_LISTS['etablit'](source)))}"
    return f"{told}."
