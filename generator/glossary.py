"""The glossary: hard words and what they mean, in plain French (data/glossaire.yaml)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field, ValidationError

from generator import document as yaml_document
from generator.errors import DataError, Problem
from generator.fields import Texte, refuse
from generator.gazetteer import fold
from generator.messages import problems_of
from generator.render import made_page, render
from generator.sources import Model
from generator.spelling import key, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.document import Document
    from generator.events import Path
    from generator.publication import Publication

PAGE = "glossaire.md"

_PLURAL = re.compile(r"[sx]\b")


def _word(value: str) -> str:
    if not re.fullmatch(r"[^\W_](.*[^\W_])?", value):
        raise refuse(
            f"« {value} » doit commencer et finir par une lettre ou un chiffre (exemple : RCP)."
        )
    return value


Mot = Annotated[Texte, AfterValidator(_word)]


class Terme(Model):
    """A hard word, all the ways to write it, and its meaning."""

    terme: Mot = Field(examples=["RCP"])
    formes: tuple[Mot, ...] = Field(
        default=(), examples=[["réunion de concertation pluridisciplinaire"]]
    )
    """Plurals, abbreviation, long form: with a capital first letter, case counts."""
    definition: Texte = Field(examples=["Réunion de médecins de plusieurs spécialités."])

    @property
    def slug(self) -> str:
        """Name its anchor on every page."""
        return f"terme-{fold(self.terme).replace(' ', '-')}"

    @property
    def written(self) -> tuple[str, ...]:
        """List every way to write it."""
        return (self.terme, *self.formes)

    @property
    def others(self) -> list[str]:
        """List the forms that tell a reader more: neither plurals nor what the definition says."""
        singular: dict[str, str] = {}
        for form in self.written:
            singular.setdefault(_PLURAL.sub("", form), form)
        said = self.definition.lower()
        return [form for form in [*singular.values()][1:] if form.lower() not in said]


class Glossaire(Model):
    """Hold the defined words, those that need no definition, and those that may not lack one."""

    termes: tuple[Terme, ...] = Field(min_length=1, examples=[[]])
    connus: tuple[Mot, ...] = Field(default=(), examples=[["SMS"]])
    a_definir: tuple[Mot, ...] = Field(default=(), examples=[["autologue"]])

    @cached_property
    def forms(self) -> dict[str, Terme]:
        """Lead from each written form, by its key, to its word."""
        return {key(form): one for one in self.termes for form in one.written}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Find any of the defined words in HTML."""
        return pattern(tuple(form for one in self.termes for form in one.written))


def read(data: bytes, file: str, today: date) -> Glossaire:
    """Read the glossary's YAML, or raise DataError with every fault; `file` is the name shown."""
    document = yaml_document.read(data, file)
    if not isinstance(document.value, dict):
        message = "le fichier doit commencer par « termes: »."
        raise DataError([document.problem((), message)])
    try:
        glossary = Glossaire.model_validate(document.value, context={"today": today})
    except ValidationError as error:
        raise DataError([*problems_of(error, Glossaire, document, (), "glossaire")]) from None
    if problems := [*_twins(glossary, document)]:
        raise DataError(problems)
    return glossary


def page(glossary: Glossaire, publication: Publication, day: str) -> str:
    """Write the page of all words, in the order of a French dictionary; `day` dates it."""
    body = render(
        "glossaire.md.jinja", PAGE, termes=ordered(glossary), valide_par=publication.valide_par
    )
    description = (
        "Les mots difficiles de ce site, expliqués simplement : maladies, examens, étapes du"
        " traitement par cellules CAR-T, sigles."
    )
    return made_page(body, description, day)


def ordered(glossary: Glossaire) -> list[Terme]:
    """List the words as a French dictionary does."""
    return sorted(glossary.termes, key=lambda one: (fold(one.terme), one.terme))


def _twins(glossary: Glossaire, document: Document) -> Iterator[Problem]:
    """Yield what is written twice, or would give two words one anchor."""
    words: list[tuple[Path, str]] = []
    for number, one in enumerate(glossary.termes):
        words.append((("termes", number, "terme"), one.terme))
        words += _placed(("termes", number, "formes"), one.formes)
    words += _placed(("connus",), glossary.connus)
    written = [(path, key(word), word) for path, word in words]
    listed = [(path, key(word), word) for path, word in _placed(("a_definir",), glossary.a_definir)]
    anchors: list[tuple[Path, str, str]] = [
        (("termes", number, "terme"), one.slug, one.terme)
        for number, one in enumerate(glossary.termes)
    ]
    told = "« {} » est déjà écrit à la ligne {}."
    alike = "« {} » aurait la même adresse que le mot de la ligne {} : précisez l'un des deux."
    problems: dict[Path, Problem] = {}
    for names, message in ((written, told), (listed, told), (anchors, alike)):
        first: dict[str, Path] = {}
        for path, name, word in names:
            if (earlier := first.setdefault(name, path)) != path:
                said = message.format(word, document.places[earlier][0])
                problems.setdefault(path, document.problem(path, said))
    yield from problems.values()


def _placed(path: Path, words: tuple[str, ...]) -> list[tuple[Path, str]]:
    return [((*path, place), word) for place, word in enumerate(words)]
