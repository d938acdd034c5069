"""The command line: check what editors write, build and publish the site, serve a preview."""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator import proches, publish, releases
from generator.content import Content
from generator.errors import DataError
from generator.french import date_fr
from generator.inputs import Inputs, latest_day, read_directory, read_glossary
from generator.proches import UnknownPlaceError
from generator.publication import Publication
from generator.workplace import ASIDE, BusyError, alone, cleared, uncollected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.directory import Directory
    from generator.readability import Page

ADDRESS = "127.0.0.1:8000"
INTERRUPTED = 130
"""What a shell calls an end by Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 where something must be mended first."""
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Le site des centres CAR-T."
    )
    parser.add_argument(
        "--racine", type=Path, default=Path(), help="dossier de mkdocs.yml (celui-ci par défaut)"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="commande")
    checking = commands.add_parser("check", help="vérifie la liste et les pages, sans rien écrire")
    checking.add_argument("fichier", nargs="?", type=Path, help="une liste à vérifier seule")
    commands.add_parser("build", help="construit le site et le met dans site/")
    nearing = commands.add_parser("proches", help="les centres proches d'un lieu")
    nearing.add_argument(
        "lieu", help="ville, code postal, département, hôpital, ou « 48.39, -4.49 »"
    )
    reading = commands.add_parser("lisibilite", help="dit si chaque page de docs/ se lit bien")
    reading.add_argument(
        "--phrases", action="store_true", help="montre aussi les phrases trop longues"
    )
    commands.add_parser("rollback", help="remet en ligne la version précédente du site")
    serving = commands.add_parser("serve", help="montre le site pendant qu'on l'écrit")
    serving.add_argument("--adresse", default=ADDRESS, help=f"adresse locale ({ADDRESS})")
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that has no « é » still gets its line
    try:
        return run(options)
    except (BusyError, DataError, UnknownPlaceError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        what = f"{error.filename} : " if error.filename else ""
        print(f"{what}le système refuse ({error.strerror}).", file=sys.stderr)
    except KeyboardInterrupt:
        return INTERRUPTED
    return 1


def run(options: argparse.Namespace) -> int:
    """Run the command that was asked for."""
    root = options.racine.resolve()
    match options.command:
        case "check":
            return check(root, options.fichier)
        case "build":
            return build(root)
        case "proches":
            return nearby(root, options.lieu)
        case "lisibilite":
            return readable(root, phrases=options.phrases)
        case "rollback":
            return rollback(root)
    return serve(root, options.adresse)


def check(root: Path, file: Path | None) -> int:
    """Say how many hospitals the list holds, or raise DataError with every problem."""
    inputs = inputs_of(root)
    if file is None:
        directory = Content.read(inputs, Publication(), latest_day()).directory
    else:
        directory = read_directory(file.resolve(), inputs, latest_day())
    print(f"{counted(directory)}, aucun problème")
    return 0


def build(root: Path) -> int:
    """Build aside, check what was built, then put it online; the last good site stays otherwise.

    Once it is online, name the pages that are hard to read: that refuses nothing.
    """
    # MkDocs and the reading take half a second each, which check can spare.
    from generator import engine, report  # noqa: PLC0415

    with alone(root) as work, uncollected():
        folder = Path(tempfile.mkdtemp(prefix=ASIDE, dir=work))
        try:
            directory = engine.build(root / "mkdocs.yml", folder)
            if directory is None:
                print("Le site n'a pas changé : la construction a échoué.", file=sys.stderr)
                return 1
            if found := publish.finish(folder, directory):
                refused = folder.replace(cleared(work / "refuse")).relative_to(root)
                told = f"Le site n'a pas changé ; les pages refusées sont dans {refused}/."
                print(*found, told, sep="\n", file=sys.stderr)
                return 1
            releases.put_online(folder, root / "site")
            cleared(work / "refuse")
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"Site construit dans site/ : {counted(directory)}.", flush=True)
    for hard in report.warnings(read_pages(root)):
        print(hard, file=sys.stderr)
    return 0


def nearby(root: Path, words: str) -> int:
    """Print the hospitals near a place, nearest first."""
    inputs = inputs_of(root)
    directory = read_directory(inputs.centres, inputs, latest_day())
    print(*proches.lines(words, directory), sep="\n")
    return 0


def readable(root: Path, *, phrases: bool) -> int:
    """Print how easily each page is read, and on demand the sentences that are too long."""
    from generator import report  # noqa: PLC0415  # as above

    print(*report.lines(read_pages(root), phrases=phrases), sep="\n")
    return 0


def read_pages(root: Path) -> list[Page]:
    """Read the pages of docs/ as people do."""
    from generator import readability  # noqa: PLC0415  # as above

    inputs = inputs_of(root)
    return readability.pages(inputs.texts(), read_glossary(inputs, latest_day()))


def rollback(root: Path) -> int:
    """Put the earlier site back online and say which it is."""
    with alone(root):
        release = releases.rollback(root / "site")
    if release is None:
        print("Aucune version précédente n'est gardée : le site n'a pas changé.", file=sys.stderr)
        return 1
    then = datetime.fromtimestamp(release.stat().st_mtime, tz=UTC).astimezone()
    when = f"{date_fr(f'{then:%Y-%m-%d}')} à {then:%H:%M}"
    print(f"Le site est revenu à la version {release.name}, construite le {when}.")
    return 0


def serve(root: Path, address: str) -> int:
    """Serve a preview that follows each change."""
    from generator import engine  # noqa: PLC0415  # as above

    print(f"Le site sera visible à l'adresse http://{address}/ (Ctrl+C pour arrêter).", flush=True)
    return 0 if engine.serve(root / "mkdocs.yml", address) else 1


def inputs_of(root: Path) -> Inputs:
    """Name what the site in a folder is made from."""
    return Inputs(root=root, docs=root / "docs")


def counted(directory: Directory) -> str:
    """Count the hospitals in words: "26 centres"."""
    count = len(directory.open)
    return f"{count} centre{'s' * (count > 1)}"


if __name__ == "__main__":
    sys.exit(main())
