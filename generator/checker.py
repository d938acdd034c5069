"""The checking of data/centres.yaml: every problem at once, or the directory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from generator import document as yaml_document
from generator.centres import Annuaire, Centre, Liste
from generator.directory import Directory
from generator.errors import DataError, Problem, shortened
from generator.messages import example, problems_of, suggestion
from generator.peers import groups, twins
from generator.rules import France, findings

if TYPE_CHECKING:
    from datetime import date

    from generator.document import Document
    from generator.events import Path, Value

M = TypeVar("M", bound=BaseModel)
ENOUGH = 1000
"""Problems after which no other hospital is checked: nobody reads them, and each takes its time."""


def read(data: bytes, file: str, france: France, today: date) -> Directory:
    """Read the YAML's bytes; `file` is the name shown, `today` the last date allowed.

    Raises DataError with every problem at once.
    """
    document, unread = yaml_document.read_on(data, file)
    if document is None:
        raise DataError(unread)
    context: dict[str, object] = {"today": today}
    checker = Checker(
        document=document, is_whole=not unread, france=france, context=context, problems=[]
    )
    directory = checker.directory()
    if checker.problems or unread or directory is None:
        said = {(one.line, one.column) for one in unread}
        found = [one for one in checker.problems if (one.line, one.column) not in said]
        raise DataError([*unread, *found])
    return directory


@dataclass(frozen=True, kw_only=True)
class Checker:
    """Collect the problems of one document."""

    document: Document
    is_whole: bool
    """Whether no hospital may have been left out: else their numbers are not the file's."""
    france: France
    context: dict[str, object]
    problems: list[Problem]

    def directory(self) -> Directory | None:
        """Check the head, each hospital, and hospitals against each other."""
        root = self.document.value
        if not isinstance(root, dict):
            self.fault((), "le fichier doit commencer par « liste: » puis « centres: ».")
            return None
        for key in root:
            if key not in Annuaire.model_fields:
                hint = suggestion(key, Annuaire.model_fields)
                self.fault((key,), f"clé inconnue « {key} » ; {hint}", at_key=True)
        if "liste" not in root:
            self.fault((), "la clé « liste » manque : etat_au, origine, avertissement.")
        liste, _ = (
            self.validate(Liste, root["liste"], ("liste",), "liste")
            if "liste" in root
            else (None, None)
        )
        entries = root.get("centres")
        if not isinstance(entries, list) or not entries:
            self.fault(("centres",), "« centres » doit être une liste d'au moins un centre.")
            return None
        centres = []
        for number, entry in enumerate(entries):
            centres.append(self.centre(entry, number))
            if len(self.problems) > ENOUGH:
                return None
        self.problems.extend(twins(self.document, len(entries)))
        self.problems.extend(groups(self.document, len(entries)))
        if liste is None or self.problems:
            return None
        read = tuple(filter(None, centres))
        communes = {centre.id: self.france.commune(centre) for centre in read}
        lines = {
            centre.id: self.document.places["centres", number][0]
            for number, centre in enumerate(read)
        }
        return Directory(
            liste=liste,
            centres=read,
            communes={key: commune for key, commune in communes.items() if commune},
            france=self.france,
            lines=lines,
        )

    def centre(self, entry: Value, number: int) -> Centre | None:
        """Check one hospital, whatever its faults, by every rule that can still be read."""
        path: Path = ("centres", number)
        name = entry.get("id") if isinstance(entry, dict) else None
        subject = (
            f"centre « {shortened(name)} »"
            if isinstance(name, str) and name
            else f"centre n° {number + 1}"
            if self.is_whole
            else f"centre de la ligne {self.document.places[path][0]}"
        )
        centre, wrong = self.validate(Centre, entry, path, subject)
        if centre is not None:
            for where, message in findings(centre, wrong, self.france):
                self.fault((*path, *where), f"{subject} : {message}")
        return centre

    def validate(
        self, model: type[M], entry: Value | None, path: Path, subject: str
    ) -> tuple[M | None, frozenset[str]]:
        """Return the value and the keys that were wrong, each replaced by the model's example.

        A second reading without the faults lets the rules see the rest of the entry.
        """
        if not isinstance(entry, dict):
            key = next(iter(model.model_fields))
            sample = f"« {key}: {example(model, key)} »"
            self.fault(path, f"{subject} : des clés sont attendues ici (exemple : {sample}).")
            return None, frozenset()
        try:
            return model.model_validate(entry, context=self.context), frozenset()
        except ValidationError as error:
            self.problems.extend(problems_of(error, model, self.document, path, subject))
            wrong = frozenset(str(detail["loc"][0]) for detail in error.errors())
        samples = {key: example(model, key) for key in wrong if key in model.model_fields}
        sound = {key: value for key, value in entry.items() if key not in wrong}
        # Without today: the model's own examples have dates, and the rest has passed.
        return model.model_validate({**sound, **samples}), wrong

    def fault(self, path: Path, message: str, *, at_key: bool = False) -> None:
        """Note a problem at a value or at its key."""
        self.problems.append(self.document.problem(path, message, at_key=at_key))
