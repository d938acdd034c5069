"""What differs between two editions of the list, of the glossary and of the pages, as values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.beside import centre_details, liste_details, page_details, terme_details
from generator.cards import GROUPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.centres import Centre
    from generator.details import Detail
    from generator.edition import Edition, Page
    from generator.glossary import Terme
    from generator.historique import Changement

M = TypeVar("M")


@dataclass(frozen=True, kw_only=True, slots=True)
class Change(Generic[M]):
    """Hold what was and what is; None where there was nothing, or is nothing any more."""

    old: M | None
    new: M | None
    details: tuple[Detail, ...] = ()
    heir: M | None = None
    """To whom the address of what is gone leads."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """Hold all that differs, in the order of the new edition; what is gone comes last."""

    counts: Mapping[str, tuple[int, int]]
    """How many open hospitals there were and are, where that differs: of all (""), of a group."""
    centres: tuple[Change[Centre], ...]
    liste: tuple[Detail, ...]
    pages: tuple[Change[Page], ...]
    termes: tuple[Change[Terme], ...]
    changements: tuple[Change[Changement], ...] = ()
    """Entries of data/historique.yaml: one that was written otherwise is gone, and another came."""

    def __bool__(self) -> bool:
        listed = (self.counts, self.centres, self.liste)
        return any((*listed, self.pages, self.termes, self.changements))


def compare(old: Edition, new: Edition) -> Changes:
    """Compare two editions; what either cannot tell is not compared."""
    counts: dict[str, tuple[int, int]] = {}
    centres: Iterator[Change[Centre]] = iter(())
    termes: Iterator[Change[Terme]] = iter(())
    if old.centres is not None and new.centres is not None:
        counts = _counts(old.centres, new.centres)
        before, now = _side_by_side(old.centres, new.centres)
        heirs = {key: one for one in new.centres for key in one.anciens_ids}
        centres = _changed(before, now, centre_details, heirs)
    if old.termes is not None and new.termes is not None:
        words, written = (_by_key(side, lambda one: one.terme) for side in (old.termes, new.termes))
        termes = _changed(words, written, terme_details)
    gone, pages = (_by_key(side, lambda page: page.uri) for side in (old.pages, new.pages))
    return Changes(
        counts=counts,
        centres=tuple(centres),
        liste=tuple(liste_details(old.liste, new.liste)) if old.liste and new.liste else (),
        pages=tuple(_changed(gone, pages, page_details)),
        termes=tuple(termes),
        changements=tuple(_noted(old.changements, new.changements)),
    )


def _changed(
    old: Mapping[str, M],
    new: Mapping[str, M],
    details: Callable[[M, M], Iterator[Detail]],
    heirs: Mapping[str, M] | None = None,
) -> Iterator[Change[M]]:
    """Yield what differs under the same key, came or went."""
    for key, now in new.items():
        before = old.get(key)
        found = () if before is None else tuple(details(before, now))
        if before is None or found or _is_withdrawn(before) != _is_withdrawn(now):
            yield Change(old=before, new=now, details=found)
    for key, before in old.items():
        if key not in new:
            yield Change(old=before, new=None, heir=(heirs or {}).get(key))


def _noted(
    old: tuple[Changement, ...], new: tuple[Changement, ...]
) -> Iterator[Change[Changement]]:
    yield from (Change(old=None, new=one) for one in new if one not in old)
    yield from (Change(old=one, new=None) for one in old if one not in new)


def _is_withdrawn(one: object) -> bool:
    return getattr(one, "retire", None) is not None


def _by_key(ones: Iterable[M], key: Callable[[M], str]) -> dict[str, M]:
    """Name each by its key; the first one where an older file has two."""
    named: dict[str, M] = {}
    for one in ones:
        named.setdefault(key(one), one)
    return named


def _side_by_side(
    old: tuple[Centre, ...], new: tuple[Centre, ...]
) -> tuple[dict[str, Centre], dict[str, Centre]]:
    """Name the hospitals by their id; by the old one where that or the FINESS number stays."""
    before, ids = _by_key(old, lambda one: one.id), {one.id for one in new}
    lost = [one for one in old if one.id not in ids]
    renamed = {
        one.id: was.id
        for one in new
        if one.id not in before
        for was in reversed(lost)
        if was.finess == one.finess or was.id in one.anciens_ids
    }
    return before, _by_key(new, lambda one: renamed.get(one.id, one.id))


def _counts(old: tuple[Centre, ...], new: tuple[Centre, ...]) -> dict[str, tuple[int, int]]:
    before, now = (
        Counter(key for one in centres if not one.retire for key in ("", one.groupe))
        for centres in (old, new)
    )
    return {key: (before[key], now[key]) for key in ("", *GROUPES) if before[key] != now[key]}
