"""The nine steps of a patient's journey: as one timeline, and from each to the next."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render import render

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A step, the page of docs/ that tells it, and where it takes place."""

    uri: str
    titre: str
    lieu: str

    @property
    def phrase(self) -> str:
        """The title as it goes on after a colon."""
        return self.titre[0].lower() + self.titre[1:]


OVERVIEW = "parcours/index.md"
STEPS = (
    Step(
        uri="parcours/decision.md",
        titre="La décision (RCP)",
        lieu="Hôpital, avec votre hématologue",
    ),
    Step(uri="parcours/examens.md", titre="Les examens", lieu="Hôpital ou ville"),
    Step(
        uri="parcours/leucapherese.md",
        titre="La leucaphérèse",
        lieu="Hôpital qui fait le prélèvement",
    ),
    Step(
        uri="parcours/attente.md",
        titre="La fabrication et l’attente",
        lieu="Laboratoire\u202f; vous êtes chez vous ou à l’hôpital",
    ),
    Step(uri="parcours/lymphodepletion.md", titre="La lymphodéplétion", lieu="Hôpital"),
    Step(uri="parcours/perfusion.md", titre="La perfusion", lieu="Centre qualifié"),
    Step(uri="parcours/hospitalisation.md", titre="L’hospitalisation", lieu="Centre qualifié"),
    Step(
        uri="parcours/retour.md",
        titre="Le retour à la maison",
        lieu="Chez vous, ou près du centre",
    ),
    Step(
        uri="parcours/suivi.md",
        titre="Le suivi au long cours",
        lieu="Consultations, pendant des années",
    ),
)

# Letters a line, and units of the drawing, which is 310 across. A letter of 16 units takes 8, or 10
# where a reader spaces letters out (WCAG 1.4.12).
_TITLE, _PLACE = 22, 25
_LINE, _APART = 21, 24


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A step as it is drawn: its lines, and how far down it stands."""

    step: Step
    number: int
    top: int
    titre: list[str]
    lieu: list[str]
    current: bool
    """Whether it is the step that the page tells."""

    @property
    def height(self) -> int:
        """How much of the drawing it takes, its margin with it."""
        return _LINE * len(self.titre + self.lieu) + _APART


def timeline_block(uri: str) -> str:
    """Draw the nine steps, each a link to its page; on the page of one, mark it."""
    rows = list(_rows(uri))
    return render("frise.html.jinja", uri, rows=rows, height=rows[-1].top + rows[-1].height)


def steps_block(uri: str) -> str:
    """Say which step a page tells and link those before and after; elsewhere, list the nine."""
    here = next((place for place, step in enumerate(STEPS) if step.uri == uri), None)
    numbered = list(enumerate(STEPS, 1))
    return render(
        "etapes.html.jinja",
        uri,
        steps=numbered,
        here=None if here is None else numbered[here],
        before=numbered[here - 1] if here else None,
        overview=OVERVIEW,
        after=numbered[here + 1] if here is not None and here + 1 < len(STEPS) else None,
    )


def _rows(uri: str) -> Iterator[Row]:
    top = 0
    for number, step in enumerate(STEPS, 1):
        row = Row(
            step=step,
            number=number,
            top=top,
            titre=textwrap.wrap(step.titre, _TITLE),
            lieu=textwrap.wrap(step.lieu, _PLACE),
            current=step.uri == uri,
        )
        yield row
        top += row.height
