"""The words of the site that no dictionary knows, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator.errors import DataError, Problem
from generator.scalars import placing

LIST = "data/orthographe.txt"
"""The site's own words, one a line."""

# What touches a digit, a seam or an address is no word, or half of one.
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_WORD = re.compile(
    r"(?<![\w\0@\u0300-\u036f])(?<!\w['’‑\u00ad-])"
    rf"{_LETTER}++(?:['’‑\u00ad-]{_LETTER}++)*+(?![\w\0@]|[-‑]\w)"
)
_SIGNS = str.maketrans({"’": "'", "‑": "-", "\u00ad": None})
_ELIDED = re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis|quoi|pres|quel)?qu|entr)'", re.IGNORECASE)

Dictionary = Callable[[Collection[str]], Mapping[str, list[str]]]
"""Tells which of some words are unknown, each with what it may stand for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """Hold a word as dictionaries write it, with its place from 1."""

    text: str
    file: str
    line: int
    column: int


def words(visible: str, file: str, first_line: int = 1) -> Iterator[Word]:
    """Yield the words of a text of which only what readers see is left; letters alone are none."""
    place = placing(visible)
    for found in _WORD.finditer(visible):
        text, skipped = found[0].translate(_SIGNS), 0
        while len(text) > 1 and (elided := _ELIDED.match(text)):
            skipped += elided.end()
            text = text[elided.end() :]
        if len(text) > 1:
            line, column = place(found.start() + skipped)
            yield Word(text=text, file=file, line=line + first_line - 1, column=column)


def forms(text: str) -> set[str]:
    """List the words of a text and the parts of each, as those of a name that is known."""
    whole = {word.text for word in words(text, "")}
    return whole | {part for word in whole for part in word.split("-")}


@dataclass(frozen=True, kw_only=True)
class Known:
    """Hold what is known without a dictionary: the site's own words, and the names it has."""

    own: Mapping[str, int]
    """The words of data/orthographe.txt, with the line of each."""
    names: Collection[str]

    @classmethod
    def read(cls, text: str, names: Iterable[str]) -> Known:
        """Read the list; raises DataError where a line is no word, stands twice or out of order."""
        lines = [line.strip() for line in text.splitlines()]
        problems = list(_out_of_order(lines))
        if problems:
            raise DataError(problems)
        own = {line.translate(_SIGNS): number for number, line in enumerate(lines, 1)}
        return cls(own=own, names=set().union(*map(forms, names)))

    def listed(self, word: str) -> str | None:
        """Give the word of the list that this one is; a capital first may open a sentence."""
        return next((one for one in _spellings(word) if one in self.own), None)

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is known."""
        return any(one in self.own or one in self.names for one in _spellings(word))

    def unknown(self, read: Iterable[Word], dictionary: Dictionary) -> list[Problem]:
        """Say of each file which of its words are unknown, where it first has each."""
        first: dict[tuple[str, str], Word] = {}
        for word in read:
            if word.text not in self:
                first.setdefault((word.file, word.text), word)
        missed = dictionary({text for _, text in first})
        parts = {part for text in missed for part in text.split("-")} - {""}
        wrong = dictionary({part for part in parts if len(part) > 1 and part not in self})
        return [
            self._problem(word, missed[word.text])
            for word in first.values()
            if word.text in missed and not wrong.keys().isdisjoint(word.text.split("-"))
        ]

    def unused(self, read: Iterable[Word]) -> list[Problem]:
        """List the words of the list that no text has."""
        left = dict(self.own)
        for word in read:
            for part in {word.text, *word.text.split("-")}:
                left.pop(self.listed(part) or "", None)
        message = "« {} » n'est plus dans aucun texte : supprimez cette ligne."
        return [
            Problem(file=LIST, line=line, column=1, message=message.format(word))
            for word, line in left.items()
        ]

    def _problem(self, word: Word, suggested: list[str]) -> Problem:
        if unicodedata.normalize("NFC", word.text) != word.text:
            message = (
                f"« {word.text} » : un accent y est écrit à part de sa lettre, retapez ce mot."
            )
            return Problem(file=word.file, line=word.line, column=word.column, message=message)
        near = sorted({*self.own, *self.names, *suggested})
        named = get_close_matches(word.text, near, n=3, cutoff=0.75) or suggested[:3]
        perhaps = f" Peut-être : {', '.join(named)}." if named else ""
        message = f"« {word.text} » : mot inconnu.{perhaps} S'il est juste, ajoutez-le à {LIST}."
        return Problem(file=word.file, line=word.line, column=word.column, message=message)


def _spellings(word: str) -> list[str]:
    """List what a word may be that stands first in its sentence, or in capitals."""
    shouted = [word.lower(), word.title()] if word.isupper() else []
    return [word, word[:1].lower() + word[1:], *shouted]


def place_in_list(word: str) -> tuple[str, str]:
    """Give what words of the list are sorted by: their letters, then their accents and capitals."""
    letters = unicodedata.normalize("NFKD", word.lower().replace("œ", "oe").replace("æ", "ae"))
    return re.sub("[^a-z]", "", letters), word


def _out_of_order(lines: list[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        before = lines[number - 2] if number > 1 else ""
        if not _WORD.fullmatch(line):
            message = f"« {line} » n'est pas un mot : écrivez un mot par ligne, et rien d'autre."
        elif line in lines[: number - 1]:
            message = f"« {line} » est déjà dans la liste : supprimez cette ligne."
        elif before and place_in_list(line) < place_in_list(before):
            message = f"« {line} » se range avant « {before} », dans l'ordre de l'alphabet."
        else:
            continue
        yield Problem(file=LIST, line=number, column=1, message=message)
