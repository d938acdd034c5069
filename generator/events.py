"""YAML events turned into values and places, without recursion."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from generator import quoting
from generator.errors import Problem
from generator.scalars import first_invisible
from generator.syntax import UNCLOSED

if TYPE_CHECKING:
    from collections.abc import Sequence

Path = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]

MAX_DEPTH = 12
NOT_TEXT = frozenset(
    {
        *("latitude", "longitude", "publics", "maladies", "sources", "etablit"),
        *("verifie", "retire", "public", "relu_par"),
    }
)
"""Keys whose value is a number, a list or a group: quotes would not mend it."""

_ANEW = ", ou commencez un nouvel élément par un tiret"


class StopReadingError(Exception):
    """End a reading that can only get worse."""


@dataclass(kw_only=True)
class _Frame:
    value: list[Value] | dict[str, Value]
    path: Path
    key: str | None = None


@dataclass(kw_only=True)
class Builder:
    """Build values from YAML events, without recursion: a file cannot exhaust the stack."""

    file: str
    shift: int
    lines: Sequence[str] = ()
    """The text that is read."""
    inside: set[int] = field(default_factory=set)
    """The lines that a text with quotes, or a block, goes on upon: what they hold is no YAML."""
    root: Value | None = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        """Add one event."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.fault(
                    event, "une deuxième partie « --- » commence ici : supprimez cette ligne."
                )
                raise StopReadingError
        elif isinstance(event, yaml.AliasEvent):
            self.fault(
                event, f"le renvoi « *{event.anchor} » n'est pas permis : recopiez la valeur."
            )
            self.add(event, "")
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            self.take_node(event)

    def take_node(self, event: yaml.NodeEvent) -> None:
        """Add a scalar, or open a list or a mapping."""
        if event.anchor:
            self.fault(event, f"la marque « &{event.anchor} » n'est pas permise : supprimez-la.")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self.fault(event, "une étiquette « ! » n'est pas permise : supprimez-la.")
        if isinstance(event, yaml.ScalarEvent):
            self.add(event, self.scalar(event))
            return
        value: list[Value] | dict[str, Value] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        path = self.add(event, value)
        if len(self.stack) == MAX_DEPTH:
            self.fault(event, f"plus de {MAX_DEPTH} niveaux imbriqués : vérifiez l'alignement.")
            raise StopReadingError
        self.stack.append(_Frame(value=value, path=path))

    def scalar(self, event: yaml.ScalarEvent) -> str:
        """Return the text of a scalar, and say what is wrong with it."""
        value: str = event.value
        frame = self.stack[-1] if self.stack else None
        is_key = frame is not None and isinstance(frame.value, dict) and frame.key is None
        typed = is_key or (frame is not None and frame.key in NOT_TEXT)
        if event.implicit[0]:
            found = quoting.fault_of_bare(value, typed=typed)
        else:
            found = self.fault_of_quoted(event)
        if found:
            self.fault(event, found)
        if found == UNCLOSED:
            raise StopReadingError
        if hidden := first_invisible(value):
            self.fault(event, f"caractère invisible U+{ord(hidden):04X} : supprimez-le.")
        return unicodedata.normalize("NFC", value)

    def fault_of_quoted(self, event: yaml.ScalarEvent) -> str | None:
        """Say whether a text of several lines was left open, and note where it goes on."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or start.line == end.line:
            return None
        below = range(start.line + 1, end.line + bool(end.column))  # a block ends below itself
        self.inside.update(line + self.shift for line in below)
        frame = self.stack[-1] if self.stack else None
        key = self.keys.get((*frame.path, frame.key)) if frame and frame.key else None
        column = key[1] - 1 if key else start.column
        quoted = event.style in {"'", '"'}
        held = (self.lines[line] for line in below if line < len(self.lines))
        return quoting.fault_of_quoted(held, column) if quoted else None

    def add(self, event: yaml.Event, value: Value) -> Path:
        """Put a value where the reading stands, and return its path."""
        place = self.place(event)
        if not self.stack:
            path: Path = ()
            self.root = value
        else:
            frame = self.stack[-1]
            if isinstance(frame.value, list):
                path = (*frame.path, len(frame.value))
                frame.value.append(value)
            elif frame.key is None:
                return self.add_key(event, frame, value, place)
            else:
                path = (*frame.path, frame.key)
                frame.value.setdefault(frame.key, value)
                frame.key = None
        self.places.setdefault(path, place)
        return path

    def add_key(
        self, event: yaml.Event, frame: _Frame, value: Value, place: tuple[int, int]
    ) -> Path:
        """Note the name of the value that comes next."""
        if not isinstance(value, str) or not value:
            self.fault(event, "un nom de clé simple est attendu ici (exemple : « ville: Lyon »).")
            raise StopReadingError
        path = (*frame.path, value)
        if value in frame.value:
            first = self.keys[path][0]
            element = len(self.stack) > 1 and isinstance(self.stack[-2].value, list)
            anew = element and value == next(iter(frame.value))
            cure = "gardez-en une" + _ANEW * anew
            self.fault(event, f"la clé « {value} » est déjà écrite ligne {first} : {cure}.")
            if anew:  # each key of another element would follow
                raise StopReadingError
        self.keys.setdefault(path, place)
        frame.key = value
        return path

    def place(self, event: yaml.Event) -> tuple[int, int]:
        """Return the line and column where an event stands."""
        mark = event.start_mark
        return (mark.line + self.shift, mark.column + 1) if mark else (self.shift, 1)

    def fault(self, event: yaml.Event, message: str) -> None:
        """Note a fault where the event stands."""
        line, column = self.place(event)
        self.problems.append(Problem(file=self.file, line=line, column=column, message=message))
