"""All that editors write, read and checked together, and what the site makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator import directory as directories
from generator import texts
from generator.departements import Departements
from generator.errors import DataError, Problem
from generator.gazetteer import Gazetteer
from generator.rules import France
from generator.site import source_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from generator.directory import Directory
    from generator.publication import Publication
    from generator.site import SourceFile
    from generator.texts import FrontMatter


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Name the folders that the site is made from."""

    root: Path
    """The folder of mkdocs.yml; data/ is in it, and messages name files from it."""
    docs: Path

    @property
    def centres(self) -> Path:
        """Name the list that editors change."""
        return self.root / "data" / "centres.yaml"

    @property
    def data_files(self) -> tuple[Path, ...]:
        """Name every file of data/ that the site is made from."""
        data = self.root / "data"
        return (self.centres, data / "communes.csv", data / "departements.geojson")

    def texts(self) -> dict[str, bytes]:
        """Read the pages of docs/, by the name that messages give them."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.docs.rglob("*.md"))
        }

    def france(self) -> France:
        """Read the geography, once per folder: it changes once a year."""
        return _france(*self.data_files[1:])


@cache
def _france(communes: Path, departements: Path) -> France:
    with communes.open(encoding="utf-8", newline="") as lines:
        gazetteer = Gazetteer.read(lines)
    return France(
        gazetteer=gazetteer,
        departements=Departements.read(departements.read_text("utf-8")),
    )


@dataclass(frozen=True, kw_only=True)
class Content:
    """Hold the checked list and pages."""

    directory: Directory
    pages: Mapping[str, FrontMatter]
    """Front matter of the pages of docs/, by their address in it."""
    publication: Publication

    @classmethod
    def read(cls, inputs: Inputs, publication: Publication, today: date) -> Content:
        """Read and check it all; raises DataError with every problem of every file."""
        problems: list[Problem] = []
        directory, pages = None, {}
        try:
            directory = read_directory(inputs.centres, inputs, today)
        except DataError as error:
            problems.extend(error.problems)
        try:
            pages = texts.check_all(inputs.texts(), today)
        except DataError as error:
            problems.extend(error.problems)
        if problems or directory is None:
            raise DataError(problems)
        prefix = inputs.docs.relative_to(inputs.root).as_posix() + "/"
        return cls(
            directory=directory,
            pages={file.removeprefix(prefix): page for file, page in pages.items()},
            publication=publication,
        )

    def source_files(self) -> Iterator[SourceFile]:
        """Yield the files made from the list."""
        return source_files(self.directory, self.publication)

    def complete(self, markdown: str, uri: str) -> str:
        """Return a page of docs/ with its blocks and foot; a generated page as it is."""
        page = self.pages.get(uri)
        if page is None:
            return markdown
        return texts.complete(markdown, uri, page, self.directory, self.publication)

    def day_of(self, meta: Mapping[str, object]) -> str:
        """Return the first day that a page's own date can mean, for what needs a whole date."""
        words = str(meta.get("mise_a_jour", self.directory.liste.etat_au))
        return f"{words}-01-01"[:10] if len(words) < 7 else f"{words}-01"[:10]  # noqa: PLR2004


def read_directory(path: Path, inputs: Inputs, today: date) -> Directory:
    """Read and check one list; its file is named from the root where it lies within."""
    within = path.is_relative_to(inputs.root)
    name = path.relative_to(inputs.root).as_posix() if within else str(path)
    try:
        data = path.read_bytes()
    except OSError:
        message = "ce fichier est introuvable ou illisible."
        raise DataError([Problem(file=name, line=1, column=1, message=message)]) from None
    return directories.read(data, name, inputs.france(), today)
