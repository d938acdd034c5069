"""Note what visitors see differently, so that who prints the list knows when to print again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from generator import aside, historique, history
from generator.content import Content
from generator.errors import DataError, PlainError
from generator.french import date_fr
from generator.inputs import Inputs, latest_day, today
from generator.publication import Publication

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

    from generator.historique import Changement, Historique

HELP = "note dans data/historique.yaml ce qui a changé, pour ceux qui impriment la liste"


class NothingNotedError(PlainError):
    """Tell why nothing was written."""


def declare(parser: ArgumentParser) -> None:
    """Take the version to compare with, and the day to write."""
    parser.add_argument(
        "version",
        nargs="?",
        default="HEAD",
        help="branche, étiquette ou numéro de version (la dernière enregistrée par défaut)",
    )
    parser.add_argument(
        "--le", metavar="AAAA-MM-JJ", help="le jour à écrire (aujourd'hui par défaut)"
    )


def run(root: Path, options: Namespace) -> int:
    """Add an entry and say what it tells; raise DataError where what editors wrote is wrong."""
    # Markdown takes a quarter of a second to load, which other commands can spare.
    from generator import bulletin, journal  # noqa: PLC0415
    from generator.changes import compare  # noqa: PLC0415
    from generator.edition import GLOSSARY, HISTORY, LIST, PAGES, Edition  # noqa: PLC0415

    day = today().isoformat() if options.le is None else _day(options.le)
    inputs = Inputs.of(root)
    earlier = history.version(root, options.version)
    content = Content.read(inputs, Publication(), latest_day())
    files = earlier.files(LIST, GLOSSARY, PAGES, HISTORY)
    old = Edition.earlier(files)
    changes = compare(old, Edition.of(content))
    made = bulletin.changement(changes, day, earlier.commit[:7])
    since = f"depuis la version du {date_fr(earlier.day)} ({earlier.commit[:7]})"
    if made is None:
        raise NothingNotedError(
            f"Rien n'a changé {since}, ni dans la liste ni dans le texte des pages :"
            " rien n'est noté."
        )
    noted = content.historique
    new = journal.unsaid(made, journal.since(noted, old.changements))
    if new is None:
        raise NothingNotedError(f"Ce qui a changé {since} est déjà dans {HISTORY}.")
    _refuse_earlier(new, noted)
    path = inputs.historique
    data = path.read_bytes() if path.exists() else b""
    whole = journal.appended(data, HISTORY, new)
    _refuse_misread(whole, HISTORY, (*noted.changements, new))
    aside.replace(path, whole)
    print(f"Ajouté à la fin de {HISTORY}, au {date_fr(new.le)} :")
    print(*journal.lines(new), sep="\n")
    return 0


def _day(words: str) -> str:
    try:
        day = datetime.strptime(words, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        message = f"« {words} » n'est pas un jour : écrivez AAAA-MM-JJ (exemple : 2026-12-03)."
        raise NothingNotedError(message) from None
    if day > latest_day():
        raise NothingNotedError(f"« {words} » est dans le futur : vérifiez ce jour.")
    return day.isoformat()


def _refuse_earlier(new: Changement, noted: Historique) -> None:
    """Refuse a day before the last one: the file is in the order of days."""
    last = noted.changements[-1].le if noted.changements else new.le
    if new.le < last:
        raise NothingNotedError(
            f"Le dernier changement noté est du {date_fr(last)}, après le {date_fr(new.le)} :"
            " donnez ce jour ou un jour suivant (--le)."
        )


def _refuse_misread(data: bytes, file: str, wanted: tuple[Changement, ...]) -> None:
    """Refuse to add to a file whose end is not the end of its list: « changements: [] »."""
    try:
        found = historique.read(data, file, latest_day()).changements
    except DataError:
        found = ()
    if found != wanted:
        raise NothingNotedError(
            f"{file} ne finit pas par une liste à tirets : écrivez « changements: » seul sur sa"
            " ligne, chaque changement dessous, et rien après ; puis recommencez."
        )
