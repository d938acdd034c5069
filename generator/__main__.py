"""The command line: one line in French where something is wrong, and never a traceback."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands import COMMANDS
from generator.errors import DataError, PlainError
from generator.formats import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
"""What a shell calls an end by Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 where something must be mended first."""
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that has no « é » still gets its line
    try:
        code = run(options)
        if sys.stdout:  # a program that starts this one may give it none
            sys.stdout.flush()
    except OSError as error:
        forget_unsaid()
        if not isinstance(error, BrokenPipeError):  # as « head » does, once it has seen enough
            what = f"{error.filename} : " if error.filename else ""
            print(f"{what}le système refuse ({error.strerror}).", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def run(options: argparse.Namespace) -> int:
    """Run the command that was typed, and say what ended it."""
    root = Path(os.path.realpath(options.racine))  # Path.resolve raises on a link to itself
    try:
        return COMMANDS[options.commande].run(root, options)
    except DataError as error:
        name = vars(options).get("format_erreurs", "texte")
        stream = (sys.stdout if name == "json" else sys.stderr) or io.StringIO()
        print(worded(error.problems, name, root, stream), file=stream)
    except PlainError as error:
        print(error, file=sys.stderr)
    return 1


def forget_unsaid() -> None:
    """Leave nothing for Python to print at its end, where that would fail in English."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def parser() -> argparse.ArgumentParser:
    """Make the reader of what is typed."""
    made = argparse.ArgumentParser(
        prog="python -m generator", description="Le site des centres CAR-T."
    )
    made.add_argument(
        "--racine", type=Path, default=Path(), help="dossier de mkdocs.yml (celui-ci par défaut)"
    )
    named = made.add_subparsers(dest="commande", required=True, metavar="commande")
    for name, command in COMMANDS.items():
        command.declare(named.add_parser(name, help=command.HELP, description=command.HELP))
    return made


if __name__ == "__main__":
    sys.exit(main())
