"""The folders that the site is made from, and the reading of each file in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator import checker, document, glossary, historique, rgaa
from generator.departements import Departements
from generator.errors import DataError
from generator.gazetteer import Gazetteer
from generator.rules import France
from generator.scalars import at_start, decode
from generator.settings import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.directory import Directory
    from generator.document import Document
    from generator.glossary import Glossaire
    from generator.historique import Historique
    from generator.rgaa import Grille


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Name the folders that the site is made from."""

    root: Path
    """The folder of mkdocs.yml; data/ is in it, and messages name files from it."""
    docs: Path

    @classmethod
    def of(cls, root: Path) -> Inputs:
        """Name what the site of the folder of mkdocs.yml is made from."""
        return cls(root=root, docs=root / "docs")

    @property
    def centres(self) -> Path:
        """Name the list that editors change."""
        return self.root / "data" / "centres.yaml"

    @property
    def historique(self) -> Path:
        """Name the file that « journal » adds to."""
        return self.root / "data" / historique.FILE

    @property
    def data_files(self) -> tuple[Path, ...]:
        """Name every file of data/ that the site is made from."""
        data = self.root / "data"
        written = (self.centres, data / "glossaire.yaml", data / "rgaa.yaml", self.historique)
        return (*written, *self.geography)

    @property
    def geography(self) -> tuple[Path, Path]:
        """Name the two files that tools/geographie.py writes."""
        return (self.root / "data" / "communes.csv", self.root / "data" / "departements.geojson")

    def name(self, path: Path) -> str:
        """Name a file as messages do: from the root where it lies within."""
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )

    def lists(self) -> dict[str, bytes]:
        """Read the YAML files that editors write in data/, by the name that messages give them.

        What a command noted of earlier texts is nobody's to mend.
        """
        paths = sorted({*self.centres.parent.glob("*.yaml")} - {self.historique})
        return {self.name(path): _bytes(path, self.name(path)) for path in paths}

    def texts(self) -> dict[str, bytes]:
        """Read the pages of docs/, by the name that messages give them."""
        return {
            self.name(path): _bytes(path, self.name(path))
            for path in sorted(self.docs.rglob("*.md"))
            if path.is_file()
        }

    def files(self) -> Iterator[str]:
        """Name the files of docs/, pages and pictures, from that folder."""
        for path in self.docs.rglob("*"):
            if path.is_file():
                yield path.relative_to(self.docs).as_posix()

    def settings(self) -> str | None:
        """Read mkdocs.yml; None where there is none, as when a list is checked alone."""
        try:
            return decode((self.root / FILE).read_bytes(), FILE)
        except OSError:
            return None

    def france(self) -> France:
        """Read the geography, once per folder: it changes once a year."""
        try:
            return _france(*self.geography)
        except OSError as error:
            name = f"data/{Path(error.filename).name}"
            message = "ce fichier est introuvable : « make geographie » le refait."
            raise DataError([at_start(name, message)]) from None
        except (ValueError, LookupError, TypeError):
            names = " et ".join(f"data/{path.name}" for path in self.geography)
            message = f"{names} ne se lisent pas ensemble : « make geographie » les refait."
            raise DataError([at_start(self.name(self.geography[0]), message)]) from None


def today() -> date:
    """Return the day on this machine: commands may tell it, what is built may not."""
    return datetime.now(tz=UTC).astimezone().date()


def latest_day() -> date:
    """Return the latest day that has begun on Earth: what comes after it is the future."""
    return datetime.now(tz=timezone(timedelta(hours=14))).date()


@cache
def _france(communes: Path, departements: Path) -> France:
    with communes.open(encoding="utf-8", newline="") as lines:
        gazetteer = Gazetteer.read(lines)
    return France(
        gazetteer=gazetteer,
        departements=Departements.read(departements.read_text("utf-8")),
    )


def read_directory(path: Path, inputs: Inputs, today: date) -> Directory:
    """Read and check one list; its file is named from the root where it lies within."""
    name = inputs.name(path)
    return checker.read(_bytes(path, name), name, inputs.france(), today)


def read_list(inputs: Inputs) -> Document:
    """Read the list as plain values with their places, whatever the rules say of them."""
    name = inputs.name(inputs.centres)
    return document.read(_bytes(inputs.centres, name), name)


def read_rgaa(inputs: Inputs, today: date) -> Grille:
    """Read and check the grid of the rules of accessibility."""
    return rgaa.read(*_data(inputs, "rgaa.yaml"), today)


def read_glossary(inputs: Inputs, today: date) -> Glossaire:
    """Read and check the glossary."""
    return glossary.read(*_data(inputs, "glossaire.yaml"), today)


def read_historique(inputs: Inputs, today: date) -> Historique:
    """Read and check what was noted of changes; a file that is not there yet holds none."""
    if not inputs.historique.exists():
        return historique.Historique()
    return historique.read(*_data(inputs, historique.FILE), today)


def _data(inputs: Inputs, file: str) -> tuple[bytes, str]:
    """Read a file of data/, and name it as messages do."""
    path = inputs.root / "data" / file
    name = inputs.name(path)
    return _bytes(path, name), name


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        message = "ce fichier est introuvable ou illisible."
        raise DataError([at_start(name, message)]) from None
