"""Ask whether the addresses that editors wrote still answer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from generator import verdicts
from generator.adresses import mentions
from generator.demandes import Asker
from generator.errors import PlainError
from generator.inputs import Inputs, today

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "demande à chaque autre site si les adresses citées répondent (utilise Internet)"


class NoNetworkError(PlainError):
    """Tell that nothing can be said of any address."""


def declare(parser: ArgumentParser) -> None:
    """Take nothing."""
    del parser


def run(root: Path, options: Namespace) -> int:
    """Print the addresses that are dead, moved or doubtful; return 1 where one is dead.

    A dead source is to be mended, as a fault of the list is. A doubtful one is not: hospitals'
    sites often refuse programs.
    """
    del options
    inputs = Inputs.of(root)
    found = list(mentions(inputs.lists(), inputs.texts()))
    urls = list(dict.fromkeys(mention.url for mention in found))
    print("Chaque site est interrogé : quelques minutes…", file=sys.stderr, flush=True)
    answers = Asker().ask_all(urls)
    if answers and not any(answer.heard for answer in answers.values()):
        message = "Aucune adresse ne répond : cet ordinateur a-t-il accès à Internet ?"
        raise NoNetworkError(message)
    print(*verdicts.lines(found, answers, today()), sep="\n")
    return int(any(answer.verdict == "morte" for answer in answers.values()))
