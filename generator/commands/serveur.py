"""Write the configuration of a server, from what pages may load and what is sent with each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import caddy, nginx
from generator.hosting import DOMAIN, Hosting

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "écrit la configuration de nginx ou de Caddy"
SERVERS = {"nginx": nginx.configuration, "caddy": caddy.configuration}


def declare(parser: ArgumentParser) -> None:
    """Take the server, and where it serves the site from."""
    parser.add_argument("serveur", choices=SERVERS, help="nginx ou caddy")
    parser.add_argument("--domaine", default=DOMAIN, help="nom de domaine du site")
    parser.add_argument("--dossier", help="dossier du projet sur le serveur (celui-ci par défaut)")
    parser.add_argument("--port", type=int, help="pour essayer sur ce poste, sans certificat")


def run(root: Path, options: Namespace) -> int:
    """Print it."""
    hosting = Hosting(
        domain=options.domaine, folder=options.dossier or str(root), port=options.port
    )
    print(SERVERS[options.serveur](hosting), end="")
    return 0
