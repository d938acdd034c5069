"""What visitors saw change, entry after entry (data/historique.yaml), and the page made of it."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import AfterValidator, Field, ValidationError, field_validator, model_validator

from generator import document as yaml_document
from generator.cards import page_of
from generator.errors import DataError, Problem
from generator.fields import DateComplete, Slug, refuse, refuse_key
from generator.messages import problems_of
from generator.render import made_page, render
from generator.scalars import decode, is_invisible
from generator.sources import Model

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.directory import Directory
    from generator.document import Document
    from generator.events import Path

FILE = "historique.yaml"
PAGE = "changements.md"
FEED = "changements.xml"


def one_line(text: str) -> str:
    """Write a text as this file can hold it: on one line, without what shows nothing."""
    spaced = re.sub(r"[\t\r\n]", " ", text)
    seen = "".join(char for char in spaced if not is_invisible(char))
    return re.sub(" +", " ", unicodedata.normalize("NFC", seen)).strip(" ")


def _phrase(value: str) -> str:
    if not (phrase := one_line(value)).strip():
        raise refuse_key("est vide : écrivez ce qui a changé, ou supprimez la ligne.")
    return phrase


def _commit(value: str) -> str:
    if not re.fullmatch("[0-9a-f]{7,40}", value):
        raise refuse(
            f"« {value} » n'est pas un numéro de version de git (exemple : 1a2b3c4) :"
            " recopiez-le, ou supprimez la ligne."
        )
    return value


Phrase = Annotated[str, AfterValidator(_phrase)]
"""What the list or a page said may hold any sign: it is told as it stood."""


class Fiche(Model):
    """What changed of one hospital."""

    id: Slug | None = Field(default=None, examples=["nice"])
    """Its page; absent where there is none any more."""
    nom: Phrase = Field(examples=["CHU de Nice"])
    dit: tuple[Phrase, ...] = Field(min_length=1, examples=[["Ajouté à la liste."]])


class Changement(Model):
    """What changed at once, on one day."""

    le: DateComplete = Field(examples=["2026-12-03"])
    depuis: Annotated[str, AfterValidator(_commit)] | None = Field(
        default=None, examples=["1a2b3c4"]
    )
    """The version of git that it was compared with."""
    centres: tuple[Fiche, ...] = Field(default=(), examples=[[]])
    liste: tuple[Phrase, ...] = Field(default=(), examples=[["La liste passe de 26 à 27 centres."]])
    """What changed of the list as a whole."""
    pages: tuple[Phrase, ...] = Field(default=(), examples=[["Texte changé : Questions."]])

    @model_validator(mode="after")
    def _says_something(self) -> Changement:
        if not (self.centres or self.liste or self.pages):
            raise refuse("ce changement ne dit rien : ajoutez « centres », « liste » ou « pages ».")
        return self

    @property
    def is_of_list(self) -> bool:
        """Tell whether a list on paper no longer says the same."""
        return bool(self.centres or self.liste)


class Dated(NamedTuple):
    """Name an entry among those of its day: its address on the page never changes."""

    name: str
    """ "2026-12-03", then "2026-12-03-2"."""
    changement: Changement


class Historique(Model):
    """Hold every entry, in the order of the file: the latest comes last."""

    changements: tuple[Changement, ...] = Field(default=(), examples=[[]])

    @field_validator("changements", mode="before")
    @classmethod
    def _none_yet(cls, value: object) -> object:
        return () if value == "" else value  # « changements: » and nothing after it

    @property
    def latest_first(self) -> list[Dated]:
        """List the entries as readers want them."""
        seen: dict[str, int] = {}
        named = []
        for one in self.changements:
            seen[one.le] = number = seen.get(one.le, 0) + 1
            named.append(Dated(one.le if number == 1 else f"{one.le}-{number}", one))
        return named[::-1]

    @property
    def list_changed(self) -> str | None:
        """Return the last day when the list changed; None while no entry says so."""
        days = (one.changement.le for one in self.latest_first if one.changement.is_of_list)
        return next(days, None)


def read(data: bytes, file: str, today: date) -> Historique:
    """Read the YAML, or raise DataError with every fault; `file` is the name shown.

    A file that holds nothing, or comments alone, has no entry yet.
    """
    if is_blank(data, file):
        return Historique()
    document = yaml_document.read(data, file)
    if not isinstance(document.value, dict):
        message = "le fichier doit commencer par « changements: »."
        raise DataError([document.problem((), message)])
    try:
        found = Historique.model_validate(document.value, context={"today": today})
    except ValidationError as error:
        raise DataError([*problems_of(error, Historique, document, (), "historique")]) from None
    if problems := [*_misplaced(found, document)]:
        raise DataError(problems)
    return found


def is_blank(data: bytes, file: str) -> bool:
    """Tell whether a file holds no YAML at all."""
    return not re.search(r"^[ \t]*[^#\s]", decode(data, file), re.MULTILINE)


def page(historique: Historique, directory: Directory) -> str:
    """Write the page of all entries; its date is that of the latest, else that of the list."""
    found = {key: page_of(one) for one in directory.centres for key in (*one.anciens_ids, one.id)}
    entries = historique.latest_first
    body = render("changements.md.jinja", PAGE, entries=entries, feed=FEED, pages=found)
    description = (
        "Ce que chaque mise à jour a changé dans la liste des centres et dans les pages, pour"
        " savoir s’il faut imprimer la liste à nouveau."
    )
    day = entries[0].changement.le if entries else directory.liste.etat_au
    return made_page(body, description, day)


def _misplaced(historique: Historique, document: Document) -> Iterator[Problem]:
    """Yield what stands before its time, and what is said twice."""
    entries = historique.changements
    for number, (before, one) in enumerate(pairwise(entries), 1):
        path: Path = ("changements", number)
        if one.le < before.le:
            message = f"« {one.le} » vient après « {before.le} » : le plus récent est en dernier."
            yield document.problem((*path, "le"), message)
        if (first := entries.index(one)) < number:
            line = document.places["changements", first][0]
            message = f"ce changement est déjà écrit à la ligne {line} : supprimez-le."
            yield document.problem(path, message)
