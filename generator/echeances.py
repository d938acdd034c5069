"""What is due on a day: facts to check, pages to read again, the oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.evidence import evidence_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.centres import Centre
    from generator.choices import Fait
    from generator.delais import Delais
    from generator.directory import Directory
    from generator.front_matter import FrontMatter
    from generator.sources import Source, Verification

SOON = timedelta(days=30)
"""A page is named this long before it must be read again."""


@dataclass(frozen=True, kw_only=True)
class DueFacts:
    """Hold the facts of a hospital that rest on one word: one page to open, one age."""

    faits: tuple[Fait, ...]
    source: Source
    check: Verification | None
    """The check that has grown old; None where nobody has checked."""

    @property
    def rank(self) -> str:
        """Sort by age: a date stands for the first day that it can mean, an unknown one first."""
        known = self.check.le if self.check else self.source.date
        return "" if known == "inconnue" else known


@dataclass(frozen=True, kw_only=True)
class DueCentre:
    """Hold a hospital to call, and what to ask."""

    centre: Centre
    line: int
    """Where it starts in its file, from 1."""
    facts: tuple[DueFacts, ...]
    """The oldest first."""

    @property
    def rank(self) -> tuple[str, int]:
        """Sort by the oldest fact, then as the file does."""
        return (self.facts[0].rank, self.line)


@dataclass(frozen=True, kw_only=True)
class Due:
    """Hold all that is due on a day."""

    day: date
    delais: Delais
    centres: tuple[DueCentre, ...]
    pages: tuple[tuple[str, str], ...]
    """Each page to read again, by its file, and when it must be (AAAA, AAAA-MM or AAAA-MM-JJ)."""
    unread: tuple[str, ...]
    """The pages that no health professional has read yet."""
    texts: int
    """How many pages there are."""

    @property
    def old_checks(self) -> int:
        """Count the checks that have grown old."""
        return sum(any(one.check for one in due.facts) for due in self.centres)

    @property
    def never(self) -> tuple[int, int]:
        """Count the facts that nobody has checked, and the hospitals that have one."""
        facts = [sum(len(one.faits) for one in due.facts if not one.check) for due in self.centres]
        return sum(facts), sum(map(bool, facts))


def due_on(
    day: date, directory: Directory, pages: Mapping[str, FrontMatter], delais: Delais
) -> Due:
    """List what is due on a day; what was withdrawn is not."""
    centres = (
        DueCentre(centre=centre, line=directory.lines[centre.id], facts=facts)
        for centre in directory.open
        if (facts := _facts(centre, day, delais))
    )
    # As texts, « 2027 » and « 2027-05 » come where their first day does.
    last = (min(day, date.max - SOON) + SOON).isoformat()
    coming = [(page.revision_le, file) for file, page in pages.items() if page.revision_le <= last]
    return Due(
        day=day,
        delais=delais,
        centres=tuple(sorted(centres, key=lambda due: due.rank)),
        pages=tuple((file, planned) for planned, file in sorted(coming)),
        unread=tuple(file for file, page in pages.items() if not page.relu_par),
        texts=len(pages),
    )


def _facts(centre: Centre, day: date, delais: Delais) -> tuple[DueFacts, ...]:
    grouped: dict[tuple[Source, Verification | None], list[Fait]] = {}
    for item in evidence_of(centre).values():
        if not item.check or days_since(item.check, day) > delais.avertir:
            grouped.setdefault((item.best, item.check), []).append(item.fact)
    facts = (
        DueFacts(faits=tuple(faits), source=source, check=check)
        for (source, check), faits in grouped.items()
    )
    return tuple(sorted(facts, key=lambda one: one.rank))


def days_since(check: Verification, day: date) -> int:
    """Count the days from a check to a day."""
    return (day - date.fromisoformat(check.le)).days
