"""What a person types: one command a module, each with its arguments and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.commands import (
    a_verifier,
    build,
    check,
    copie,
    diff,
    essai,
    export,
    finess,
    finir,
    journal,
    liens,
    lisibilite,
    livret,
    nouveau,
    orthographe,
    proches,
    rollback,
    schema,
    serve,
    serveur,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping
    from pathlib import Path


class Command(Protocol):
    """Be one command; a module is one."""

    HELP: str
    """What it does, in French."""

    def declare(self, parser: ArgumentParser) -> None:
        """Name its arguments, after its own name."""

    def run(self, root: Path, options: Namespace) -> int:
        """Do it in the folder of mkdocs.yml; return 0, or 1 where something is to be mended."""


COMMANDS: Mapping[str, Command] = {
    "check": check,
    "build": build,
    "serve": serve,
    "livret": livret,
    "proches": proches,
    "lisibilite": lisibilite,
    "orthographe": orthographe,
    "rollback": rollback,
    "copie": copie,
    "essai": essai,
    "diff": diff,
    "journal": journal,
    "a-verifier": a_verifier,
    "liens": liens,
    "finess": finess,
    "nouveau": nouveau,
    "export": export,
    "finir": finir,
    "schema": schema,
    "serveur": serveur,
}
"""Every command, by the name that is typed."""
