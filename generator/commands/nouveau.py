"""Print a new hospital as YAML to paste, filled from the national register where one is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from generator import fields
from generator.errors import PlainError
from generator.inputs import Inputs, read_list

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from generator.document import Document

HELP = "un nouveau centre à coller dans data/centres.yaml"


class RefusedNumberError(PlainError):
    """Tell why no hospital can be made of a number."""


def declare(parser: ArgumentParser) -> None:
    """Take the number, and an extract of the register if there is one."""
    parser.add_argument("numero", help="numéro FINESS du site (exemple : 750100075)")
    parser.add_argument(
        "--finess",
        type=Path,
        metavar="FICHIER",
        help="extrait de FINESS téléchargé sur data.gouv.fr, pour remplir ce qu'il sait",
    )


def run(root: Path, options: Namespace) -> int:
    """Print the block; what is not known is left to fill."""
    # Other commands read no register.
    from generator import entry, extract  # noqa: PLC0415

    inputs = Inputs.of(root)
    try:
        number = fields.finess(options.numero)
    except PydanticCustomError as error:
        raise RefusedNumberError(error.message()) from None
    refuse_twin(number, read_list(inputs))
    if options.finess is None:
        print(*entry.lines(number, {}, None), sep="\n")
        return 0
    register = extract.read(options.finess, [number])
    site = register.etablissements.get(number)
    if site is None:
        raise RefusedNumberError(f"{number} : {register.absent(number)}.")
    if site.fermeture:
        raise RefusedNumberError(f"{number} : {site.fermeture}.")
    known = entry.known_of(site, inputs.france().gazetteer)
    print(*entry.lines(number, known, register), sep="\n")
    return 0


def refuse_twin(number: str, listed: Document) -> None:
    """Refuse a number that the list has already, and say where."""
    entries = listed.at(("centres",))
    for place, one in enumerate(entries if isinstance(entries, list) else ()):
        value = one.get("finess") if isinstance(one, dict) else None
        if isinstance(value, str) and fields.compact(value) == number:
            line = listed.places["centres", place, "finess"][0]
            raise RefusedNumberError(
                f"{listed.file}:{line}: le numéro FINESS {number} est déjà dans la liste."
            )
