"""The French rules of accessibility (RGAA), criterion by criterion, and what is known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationError

from generator import document as yaml_document
from generator.errors import DataError, Problem
from generator.fields import Texte
from generator.messages import problems_of
from generator.render import render
from generator.sources import Model, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.document import Document
    from generator.events import Path

Etat = Literal["outil", "a_auditer", "sans_objet"]
# None of them says that a criterion is met: only a person who audits may.
ETATS: dict[Etat, str] = {
    "outil": "Un outil en vérifie une partie",
    "a_auditer": "Une personne doit juger",
    "sans_objet": "Sans objet sur ce site",
}


class Critere(Model):
    """A question of the RGAA, and what is known of its answer."""

    numero: Texte = Field(examples=["1.1"])
    titre: Texte = Field(examples=["Chaque cadre a-t-il un titre de cadre ?"])
    """The official wording."""
    etat: Etat = Field(examples=["a_auditer"])
    note: Texte = Field(examples=["Le site n'a pas de cadre."])
    """Which tool, what to judge, or why nothing is concerned."""


class Theme(Model):
    """One of the thirteen parts of the RGAA."""

    numero: Texte = Field(examples=["1"])
    nom: Texte = Field(examples=["Images"])
    criteres: tuple[Critere, ...] = Field(min_length=1, examples=[[]])


class Source(Reference):
    """Where the wording comes from."""

    licence: Texte = Field(examples=["Licence Ouverte 2.0"])


class Grille(Model):
    """Hold the whole grid, in the order of the RGAA."""

    source: Source = Field(examples=[{}])
    themes: tuple[Theme, ...] = Field(min_length=1, examples=[[]])

    def count(self, etat: Etat) -> int:
        """Count the criteria in a state."""
        return sum(one.etat == etat for theme in self.themes for one in theme.criteres)


def read(data: bytes, file: str, today: date) -> Grille:
    """Read the grid's YAML, or raise DataError with every fault; `file` is the name shown."""
    document = yaml_document.read(data, file)
    if not isinstance(document.value, dict):
        message = "le fichier doit commencer par « source: » puis « themes: »."
        raise DataError([document.problem((), message)])
    try:
        grille = Grille.model_validate(document.value, context={"today": today})
    except ValidationError as error:
        raise DataError([*problems_of(error, Grille, document, (), "grille RGAA")]) from None
    problems = [*_misnumbered(grille, document)]
    if problems:
        raise DataError(problems)
    return grille


def block(grille: Grille, uri: str) -> str:
    """Return the grid as HTML for the page at `uri`: a table per theme, folded."""
    counts = [(words, grille.count(etat)) for etat, words in ETATS.items()]
    return render("rgaa.html.jinja", uri, grille=grille, counts=counts, etats=ETATS)


def _misnumbered(grille: Grille, document: Document) -> Iterator[Problem]:
    """Yield what is out of order: a criterion left out or written twice shows there."""
    for first, theme in enumerate(grille.themes, 1):
        place: Path = ("themes", first - 1)
        numbers = [(place, theme.numero, f"{first}")]
        for second, one in enumerate(theme.criteres, 1):
            numbers.append(((*place, "criteres", second - 1), one.numero, f"{first}.{second}"))
        for path, seen, right in numbers:
            if seen != right:
                message = f"le numéro « {seen} » devrait être « {right} », dans l'ordre du RGAA."
                yield document.problem((*path, "numero"), message)
