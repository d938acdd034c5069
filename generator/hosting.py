"""Where a site is served from: what the configurations of nginx and Caddy are written for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.errors import PlainError

DOMAIN, FOLDER = "car-t.exemple.fr", "/srv/car-t"
"""Of the configurations that come with the project."""

_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_FOLDER = re.compile(r"(?:/[\w.-]+)+")


class HostingError(PlainError):
    """Tell that a domain or a folder cannot be written in a configuration."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hosting:
    """Hold where a site is served from; with a port, on this machine alone and without TLS."""

    domain: str = DOMAIN
    folder: str = FOLDER
    """Of the project: it holds `site` and `.publie`."""
    port: int | None = None

    def __post_init__(self) -> None:
        if not _DOMAIN.fullmatch(self.domain):
            message = f"« {self.domain} » n'est pas un nom de domaine : écrivez-le comme {DOMAIN}."
            raise HostingError(message)
        if not _FOLDER.fullmatch(self.folder):
            message = (
                f"« {self.folder} » : donnez le chemin entier du dossier, sans espace, comme"
                f" {FOLDER}."
            )
            raise HostingError(message)
