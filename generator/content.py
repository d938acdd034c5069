"""All that editors write, read and checked together, and what the site makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from generator import (
    atom,
    crossings,
    glossary,
    historique,
    jsonld,
    rgaa,
    settings,
    terms,
    texts,
)
from generator.cards import page_of
from generator.errors import DataError, Problem
from generator.french import size_fr, typo
from generator.historique import Historique
from generator.inputs import (
    Inputs,
    read_directory,
    read_glossary,
    read_historique,
    read_rgaa,
)
from generator.journey import steps_block, timeline_block
from generator.pages import legal_block, state_block
from generator.render import render
from generator.scalars import decode
from generator.site import SourceFile, source_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from generator.directory import Directory
    from generator.front_matter import FrontMatter
    from generator.glossary import Glossaire
    from generator.publication import Publication
    from generator.rgaa import Grille
    from generator.texts import Block
    from generator.typesetting import Document

V = TypeVar("V")
BOOKLET = "livret-car-t.pdf"
"""Where the site has the whole of itself on paper."""
STILL = (
    "chercher-lieu",
    "dessin-fabrication",
    "dessin-recepteur",
    "imprimer",
)
"""The blocks that are a template and nothing else."""


@dataclass(frozen=True, kw_only=True)
class Content:
    """Hold the checked list and pages."""

    directory: Directory
    pages: Mapping[str, FrontMatter]
    """Front matter of the pages of docs/, by their address in it."""
    texts: Mapping[str, str]
    """The pages themselves, as they were when they were checked."""
    grille: Grille
    glossary: Glossaire
    publication: Publication
    inputs: Inputs
    """Where all that was read."""
    historique: Historique = field(default_factory=Historique)
    preview: bool = False
    """Whether pages are made while they are written: none waits for the booklet."""

    @classmethod
    def read(
        cls, inputs: Inputs, publication: Publication, today: date, *, preview: bool = False
    ) -> Content:
        """Read and check it all; raises DataError with every problem of every file."""
        problems: list[Problem] = []
        directory = _tried(lambda: read_directory(inputs.centres, inputs, today), problems)
        sources = inputs.texts()
        pages = _tried(lambda: texts.check_all(sources, today), problems)
        grille = _tried(lambda: read_rgaa(inputs, today), problems)
        glossary = _tried(lambda: read_glossary(inputs, today), problems)
        noted = _tried(lambda: read_historique(inputs, today), problems)
        if problems or not (directory and pages is not None and grille and glossary and noted):
            raise DataError(problems)
        prefix = inputs.docs.relative_to(inputs.root).as_posix() + "/"
        content = cls(
            directory=directory,
            pages={file.removeprefix(prefix): page for file, page in pages.items()},
            texts={file.removeprefix(prefix): decode(text, file) for file, text in sources.items()},
            grille=grille,
            glossary=glossary,
            historique=noted,
            publication=publication,
            inputs=inputs,
            preview=preview,
        )
        if problems := list(crossings.faults(content, inputs)):
            raise DataError(problems)
        return content

    def source_files(self) -> Iterator[SourceFile]:
        """Yield the files made from the list, the glossary and what changed, and the booklet."""
        yield from source_files(self.directory, self.glossary, self.publication, self.historique)
        yield SourceFile(uri=historique.FEED, content=self._feed)
        yield SourceFile(uri=BOOKLET, content=lambda: self.booklet.data)

    def _feed(self) -> str:
        site = typo(settings.said(self.inputs.settings() or "", "site_name"))
        day = self.day_of({})
        return atom.feed(self.historique, self.publication, site, day)

    @cached_property
    def booklet(self) -> Document:
        """Set the whole on paper; raises DataError with what cannot be set."""
        # Markdown and typst take a third of a second to load, which few commands need.
        from generator import livret  # noqa: PLC0415

        return livret.booklet(self)

    def complete(self, markdown: str, uri: str) -> str:
        """Return a page of docs/ with its blocks and foot; a generated page as it is."""
        page = self.pages.get(uri)
        return markdown if page is None else texts.complete(markdown, uri, page, self.blocks())

    def blocks(self) -> dict[str, Block]:
        """Lead from the name of each block to what makes it."""
        return {
            **{name: partial(render, f"{name}.html.jinja") for name in STILL},
            "carte-urgence": partial(
                render, "carte-urgence.html.jinja", preversion=self.publication.preversion
            ),
            "etapes": steps_block,
            "etat-de-la-liste": lambda uri: state_block(self.directory, uri),
            "frise": timeline_block,
            "livret": self._booklet_block,
            "mentions": lambda uri: legal_block(self.publication, uri),
            "rgaa": lambda uri: rgaa.block(self.grille, uri),
        }

    def _booklet_block(self, uri: str) -> str:
        """Link the booklet, and say what it weighs: a reader's telephone is to carry it."""
        if self.preview:
            return render("livret.html.jinja", uri, fichier=BOOKLET, pages=None)
        made = self.booklet
        size = size_fr(len(made.data))
        return render("livret.html.jinja", uri, fichier=BOOKLET, pages=made.pages, size=size)

    def meta_of(self, uri: str) -> dict[str, str]:
        """Return what the theme reads of a page, beside what a generated one says over itself."""
        about = {"jsonld": jsonld.script_of(uri, self.directory, self.pages, self.publication)}
        page = self.pages.get(uri)
        if page is None:
            return about
        return {
            **about,
            "titre": typo(page.titre),
            "description": page.objectif,
            "mise_a_jour": page.verifie_le,
            "mots": ", ".join(page.autres_mots),
        }

    def place_of(self, uri: str) -> tuple[str, int]:
        """Tell which file, and which line of it, an editor changes to change a page."""
        if uri in self.pages:
            return f"docs/{uri}", 1
        if uri == glossary.PAGE:
            return "data/glossaire.yaml", 1
        if uri == historique.PAGE:
            return f"data/{historique.FILE}", 1
        lines = {
            page_of(one): self.directory.lines.get(one.id, 1) for one in self.directory.centres
        }
        return "data/centres.yaml", lines.get(uri, 1)

    def mark(self, html: str, uri: str) -> str:
        """Return the body of a page with the words of the glossary marked."""
        return terms.mark(html, self.glossary, uri)

    def day_of(self, meta: Mapping[str, object]) -> str:
        """Return the first day that a page's own date can mean, for what needs a whole date."""
        words = str(meta.get("mise_a_jour", self.directory.liste.etat_au))
        return f"{words}-01-01"[:10] if len(words) < 7 else f"{words}-01"[:10]  # noqa: PLR2004


def _tried(reading: Callable[[], V], problems: list[Problem]) -> V | None:
    try:
        return reading()
    except DataError as error:
        problems.extend(error.problems)
        return None
