"""One hospital, one page or one word beside its earlier self: what changed, detail by detail.

Texts are compared as pages show them: what a visitor sees alike has not changed.
"""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING, TypeVar

from generator import evidence
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
from generator.distance import bearing, great_circle_km
from generator.shown import (
    CENTRE,
    CENTRE_LISTS,
    HEAD,
    HEAD_LISTS,
    LISTE,
    REFERENCE,
    RETRAIT,
    SOURCE,
    SOURCE_LISTS,
    TERME,
    TERME_LISTS,
    Lists,
    Texts,
    alike,
)
from generator.sources import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.centres import Centre, Liste
    from generator.choices import Fait
    from generator.details import Detail
    from generator.edition import Page
    from generator.glossary import Terme
    from generator.sources import Reference

M = TypeVar("M")
_FACTS: Mapping[Fait, Callable[[Centre], object]] = {
    "adresse": lambda one: alike(CENTRE["adresse"](one)),
    "position": lambda one: (one.latitude, one.longitude),
    "telephone": lambda one: alike(CENTRE["telephone"](one)),
    "publics": lambda one: set(one.publics),
    "maladies": lambda one: set(one.maladies),
    "acces": lambda one: alike(CENTRE["acces"](one)),
    "hebergement": lambda one: alike(CENTRE["hebergement"](one)),
}
"""What a source establishes of a hospital, but that it treats."""


def liste_details(old: Liste, new: Liste) -> Iterator[Detail]:
    """Yield what changed of the head of the list."""
    return _reworded(LISTE, old, new)


def centre_details(old: Centre, new: Centre) -> Iterator[Detail]:
    """Yield what changed of a hospital, in the order of its page."""
    if old.id != new.id:
        was, now = CENTRE["id"](old), CENTRE["id"](new)
        yield Readdressed(old=was, new=now, is_led=old.id in new.anciens_ids)
    yield from (one for one in _reworded(CENTRE, old, new) if one.key != "id")
    here, there = (old.latitude, old.longitude), (new.latitude, new.longitude)
    if any(map(isnan, here)):
        yield Moved(km=nan, degrees=nan)
    elif here != there:
        yield Moved(km=great_circle_km(old, new), degrees=bearing(old, new))
    yield from _members(CENTRE_LISTS, old, new)
    if old.retire and new.retire:
        yield from _reworded(RETRAIT, old.retire, new.retire)
    yield from _unsourced(old, new)
    yield from _checked(old, new)
    yield from _sources(old.sources, new.sources)


def page_details(old: Page, new: Page) -> Iterator[Detail]:
    """Yield what changed of a page of docs/."""
    yield from _reworded(HEAD, old.head, new.head)
    yield from _members(HEAD_LISTS, old.head, new.head)
    if old.body != new.body and alike(old.html) != alike(new.html):
        yield Rewritten()
    yield from _sources(old.head.sources, new.head.sources)


def terme_details(old: Terme, new: Terme) -> Iterator[Detail]:
    """Yield what changed of a word of the glossary."""
    yield from _reworded(TERME, old, new)
    yield from _members(TERME_LISTS, old, new)


def _reworded(shown: Texts[M], old: M, new: M) -> Iterator[Reworded]:
    for key, show in shown.items():
        before, now = show(old), show(new)
        if alike(before) != alike(now):
            yield Reworded(key=key, old=before, new=now)


def _members(shown: Lists[M], old: M, new: M) -> Iterator[Members]:
    for key, show in shown.items():
        before, now = ({alike(word): word for word in show(one)} for one in (old, new))
        gained = tuple(word for name, word in now.items() if name not in before)
        lost = tuple(word for name, word in before.items() if name not in now)
        if gained or lost:
            yield Members(key=key, gained=gained, lost=lost, is_empty=not now)


def _unsourced(old: Centre, new: Centre) -> Iterator[Unsourced]:
    """Yield each fact that changed while all that it rests on stayed: that says another value."""
    for fact, value in _FACTS.items():
        if fact in old.facts() and fact in new.facts() and value(old) != value(new):
            ground = evidence.rests_on(new, fact)
            if ground[0] and evidence.rests_on(old, fact) == ground:
                yield Unsourced(fact=fact, sentence=evidence.evidence_of_fact(new, fact).sentence)


def _checked(old: Centre, new: Centre) -> Iterator[Checked]:
    """Yield what the page says of each fact that was or is checked, facts that share it at once."""
    if not (old.verifie or new.verifie):
        return
    together: dict[tuple[str, str, bool], list[Fait]] = {}
    for fact, item in evidence.evidence_of(new).items():
        before = _check(old, fact)
        is_checked = bool(_check(new, fact))
        if (before or is_checked) and before != item.sentence:
            together.setdefault((before, item.sentence, is_checked), []).append(fact)
    for (before, now, is_checked), facts in together.items():
        yield Checked(facts=tuple(facts), old=before, new=now, is_checked=is_checked)


def _check(centre: Centre, fact: Fait) -> str:
    """Say who checked a fact, or nothing."""
    _, check = evidence.rests_on(centre, fact)
    return evidence.verified(check) if check and fact in centre.facts() else ""


def _sources(old: tuple[Reference, ...], new: tuple[Reference, ...]) -> Iterator[Cited | Recited]:
    """Yield the sources that changed, came or went: one that keeps its address or title stays."""
    left, came = list(old), list(new)
    kept: list[tuple[Reference, Reference]] = []
    alike: tuple[Callable[[Reference, Reference], bool], ...] = (
        lambda one, other: not any(_source_details(one, other)),
        lambda one, other: (one.url, one.titre) == (other.url, other.titre),
        lambda one, other: one.url == other.url,
        lambda one, other: one.titre == other.titre,
    )
    for same in alike:
        for source in tuple(came):
            if (before := next((one for one in left if same(one, source)), None)) is not None:
                left.remove(before)
                came.remove(source)
                kept.append((before, source))
    for before, source in kept:
        if details := tuple(_source_details(before, source)):
            yield Recited(source=source, details=details)
    yield from (Cited(source=source, is_new=True) for source in came)
    yield from (Cited(source=source, is_new=False) for source in left)


def _source_details(old: Reference, new: Reference) -> Iterator[Reworded | Members]:
    if isinstance(old, Source) and isinstance(new, Source):
        yield from _reworded(SOURCE, old, new)
        yield from _members(SOURCE_LISTS, old, new)
    else:
        yield from _reworded(REFERENCE, old, new)
