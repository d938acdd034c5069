"""What another site answers of an address: alive, dead, moved, or for a person to see."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal
from urllib.parse import urlsplit

Verdict = Literal["vivante", "morte", "demenagee", "a_regarder"]

_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_NO_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """Hold what is known of an address."""

    verdict: Verdict
    said: str = ""
    """In French why; of an address that has moved, the new one."""
    heard: bool = True
    """Whether a server answered at all."""


class RefusedError(ValueError):
    """Tell in French why an address is not asked."""


def judged(status: int, asked: str, moved: str) -> Answer:
    """Judge an address by its last answer, and by where it has moved for ever."""
    if status in _GONE:
        return Answer(verdict="morte", said=f"réponse {status}, cette page n'existe plus")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Answer(verdict="a_regarder", said=f"réponse {status}, le site est en panne")
    if status >= HTTPStatus.MULTIPLE_CHOICES:
        said = f"réponse {status}, le site refuse peut-être les programmes"
        return Answer(verdict="a_regarder", said=said)
    if _bare(asked) == _bare(moved):
        return Answer(verdict="vivante")
    return Answer(verdict="demenagee", said=moved)


def unheard(error: Exception) -> Answer:
    """Say why no answer came."""
    if isinstance(error, RefusedError):
        return Answer(verdict="a_regarder", said=str(error), heard=False)
    if is_no_name(error):
        return Answer(verdict="morte", said="ce nom de site n'existe pas", heard=False)
    cause = getattr(error, "reason", error)
    if isinstance(cause, TimeoutError):
        said = "pas de réponse à temps"
    elif isinstance(cause, ssl.SSLError):
        said = "le certificat du site est refusé"
    elif isinstance(error, ValueError):
        said = "cette adresse ne peut pas être lue"
    else:
        said = "la connexion ne se fait pas"
    return Answer(verdict="a_regarder", said=said, heard=False)


def is_no_name(error: Exception) -> bool:
    """Tell a name that does not exist from one that nobody could look up just now."""
    cause = getattr(error, "reason", error)
    return isinstance(cause, socket.gaierror) and cause.errno in _NO_NAME


def _bare(url: str) -> tuple[str, str, str]:
    """Leave out « https » and a last slash: what differs by these alone has not moved."""
    parts = urlsplit(url)
    return parts.netloc.lower(), parts.path.rstrip("/"), parts.query
