"""The command line: one line in French where something is wrong, and never a traceback."""

from __future__ import annotations

import argparse
import io
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
    root: Path = options.racine.resolve()
    try:
        return COMMANDS[options.commande].run(root, options)
    except DataError as error:
        name = vars(options).get("format_erreurs", "texte")
        stream = sys.stdout if name == "json" else sys.stderr
        print(worded(error.problems, name, root, stream), file=stream)
    except PlainError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        what = f"{error.filename} : " if error.filename else ""
        print(f"{what}le système refuse ({error.strerror}).", file=sys.stderr)
    except KeyboardInterrupt:
        return INTERRUPTED
    return 1


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
