"""The speller hunspell, with Debian's French dictionary."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from generator.errors import PlainError

if TYPE_CHECKING:
    from collections.abc import Collection

PROGRAM = "hunspell"
MISSING = (
    "Le correcteur hunspell ou son dictionnaire français manque. Installez-les :"
    " apt-get install hunspell hunspell-fr-classical"
)
# Of its answers to a word: it has it, it has its root, it can be made of two.
_RIGHT = "*+-"


def unknown(words: Collection[str]) -> dict[str, list[str]]:
    """Tell which words are in no dictionary, with what each may stand for.

    Raises PlainError where hunspell or its dictionary is missing.
    """
    asked = sorted(words)
    program = shutil.which(PROGRAM)
    if program is None:
        raise PlainError(MISSING)
    # « ^ » says that a word follows, whatever it begins with.
    lines = "".join(f"^{word}\n" for word in asked)
    done = subprocess.run(  # noqa: S603  # no shell, and the words go through the input
        [program, "-a", "-i", "utf-8", "-d", "fr"],
        input=lines,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise PlainError(MISSING)
    return {
        word: _suggested(answer)
        for word, answer in zip(asked, _answers(done.stdout), strict=True)
        if not answer or any(line[0] not in _RIGHT for line in answer)
    }


def _answers(printed: str) -> list[list[str]]:
    """Part what is printed after a first line: for each word some lines, then an empty one."""
    answers: list[list[str]] = [[]]
    for line in printed.split("\n")[1:-1]:
        if line:
            answers[-1].append(line)
        else:
            answers.append([])
    return answers[:-1]


def _suggested(lines: list[str]) -> list[str]:
    """Read what hunspell suggests: « & word count offset: one, two », « # … » where nothing."""
    return [word for line in lines for word in line.partition(": ")[2].split(", ") if word]
