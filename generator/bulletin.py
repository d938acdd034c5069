"""Each change as a sentence for those who visit the site: what it said, what it says."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from generator.details import (
    Checked,
    Cited,
    Members,
    Moved,
    Readdressed,
    Recited,
    Reworded,
    Rewritten,
)
from generator.french import date_fr, length_fr, towards_fr, typo
from generator.historique import Changement, Fiche
from generator.shown import CENTRE, fact_name, worded
from generator.wording import LABELS, UNSAID, instead, members

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.centres import Centre
    from generator.changes import Change, Changes
    from generator.details import Detail
    from generator.edition import Page

_HIDDEN = {"anciens_ids", "autres_noms"}
"""Keys that a hospital's page does not show."""
_NAMELESS = "Un hôpital"
_SOURCES = "Les sources citées changent."


def changement(changes: Changes, le: str, depuis: str) -> Changement | None:
    """Tell what changed as an entry of that day; None where visitors see nothing of it.

    `depuis` is the version compared. The glossary is not told, nor what only editors are to know.
    """
    fiches = tuple(filter(None, map(_fiche, changes.centres)))
    liste = (*_counts(changes), *_sentences(changes.liste))
    pages = tuple(_pages(changes.pages))
    if not (fiches or liste or pages):
        return None
    return Changement(le=le, depuis=depuis, centres=fiches, liste=liste, pages=pages)


def _counts(changes: Changes) -> Iterator[str]:
    if "" in changes.counts:
        before, now = changes.counts[""]
        yield f"La liste passe de {before} à {now} centre{'s' * (now > 1)}."


def _fiche(change: Change[Centre]) -> Fiche | None:
    one = change.new or change.old
    said = tuple(_of_centre(change))
    if one is None or not said:
        return None
    page = change.new or change.heir
    return Fiche(id=page and page.id, nom=one.nom_et_ville.strip(" ,") or _NAMELESS, dit=said)


def _of_centre(change: Change[Centre]) -> Iterator[str]:
    old, new = change.old, change.new
    if new is None:
        if change.heir:
            yield f"N'a plus de page à part : voyez « {change.heir.nom_et_ville} »."
        elif old:
            yield "Sa page est supprimée." if old.retire else "N'est plus dans la liste."
        return
    if new.retire and not (old and old.retire):
        motif = typo(new.retire.motif).rstrip(".")
        yield f"Retiré de la liste ({worded(date_fr, new.retire.le)}) : « {motif} »."
    elif old is None:
        yield "Ajouté à la liste."
        yield from (f"{LABELS[key]} : {_said(key, new)}." for key in ("telephone", "adresse"))
    elif old.retire and not new.retire:
        yield "Remis dans la liste."
    yield from _sentences(change.details)


def _said(key: str, centre: Centre) -> str:
    return f"« {text} »" if (text := CENTRE[key](centre)) else UNSAID[key]


def _sentences(details: Iterable[Detail]) -> Iterator[str]:
    """Yield a sentence for each change that a page shows, and one for all of its sources."""
    is_recited = False
    for detail in details:
        match detail:
            case Reworded(key=key) | Members(key=key) if key in _HIDDEN:
                pass
            case Reworded():
                yield _reworded(detail)
            case Members():
                yield members(detail, "« {} »".format, "dit")
            case Readdressed(old=old, new=new):
                yield f"{LABELS['id']} : « {old} » devient « {new} »."
            case Moved(km=km, degrees=degrees) if not isnan(km):
                label = "Position sur la carte"
                yield f"{label} : déplacée de {length_fr(km)} {towards_fr(degrees)}."
            case Checked(facts=facts, new=now):
                yield f"Vérification ({', '.join(map(fact_name, facts))}) : « {now} »."
            case Cited() | Recited():
                is_recited = True
    if is_recited:
        yield _SOURCES


def _reworded(detail: Reworded) -> str:
    key, old, new = detail.key, detail.old, detail.new
    if not old:
        return f"{LABELS[key]} : « {new} », là où rien n'était dit."
    if not new:
        return f"{LABELS[key]} : « {old} » n'est plus affiché{instead(key, 'dit')}."
    return f"{LABELS[key]} : « {old} » devient « {new} »."


def _pages(changes: Iterable[Change[Page]]) -> Iterator[str]:
    """Yield a line of titles for the pages that came, changed and went."""
    told: dict[str, list[str]] = {"ajouté": [], "changé": [], "retiré": []}
    for change in changes:
        kind = "retiré" if change.new is None else "ajouté" if change.old is None else "changé"
        page = change.new or change.old
        if page and (kind != "changé" or _is_read_otherwise(change.details)):
            told[kind].append(f"« {typo(page.head.titre) or page.uri} »")
    for kind, titles in told.items():
        if titles:
            yield f"Texte {kind} : {', '.join(titles)}."


def _is_read_otherwise(details: Iterable[Detail]) -> bool:
    """Tell whether a page has other words for its readers: dates and sources are left aside."""
    return any(
        isinstance(one, Rewritten) or (isinstance(one, Reworded) and one.key == "titre")
        for one in details
    )
