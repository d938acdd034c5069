"""Ask whether addresses of other sites still answer: all that this program does on the network.

Each is asked once, politely: the head of a page alone where that is enough, a few hosts at a time,
one demand per host at a time, and the program says what it is.
"""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from ipaddress import ip_address
from threading import Lock
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator.comment import code
from generator.errors import shortened
from generator.reponses import Answer, RefusedError, is_no_name, judged, unheard

if TYPE_CHECKING:
    from collections.abc import Iterable

HOSTS = 4
"""Asked at the same time."""
HOPS = 10
"""Redirections followed: browsers follow 20, and no page needs as many."""
HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; verification-de-liens/1.0)",
    "Accept": "*/*",
    "Accept-Language": "fr",
}
_FOR_EVER = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
_ELSEWHERE = {
    *_FOR_EVER,
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
}
# Signs that stand in an address as they are (RFC 3986), and what is already encoded.
_IN_ADDRESS = "%:/?#[]@!$&'()*+,;=~"


class _Unfollowed(HTTPRedirectHandler):
    """Leave each redirection to who asked: whether it is for ever matters."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


_opener = build_opener(_Unfollowed)


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Ask addresses, each host in its turn."""

    timeout: float = 20
    """Seconds without a sign from a server."""
    pause: float = 1
    """Seconds that a host is left in peace after each demand."""
    turns: dict[str, Lock] = field(default_factory=dict)

    def ask_all(self, urls: Iterable[str]) -> dict[str, Answer]:
        """Ask each address once; return the answers in the order of the addresses."""
        asked = list(dict.fromkeys(urls))
        by_host: dict[str, list[str]] = {}
        for url in asked:
            by_host.setdefault(_host(url), []).append(url)
        with ThreadPoolExecutor(HOSTS) as pool:
            done = pool.map(lambda host: {url: self.ask(url) for url in by_host[host]}, by_host)
            answers = {url: answer for some in done for url, answer in some.items()}
        return {url: answers[url] for url in asked}

    def ask(self, url: str) -> Answer:
        """Ask an address, follow where it leads, and judge."""
        here = moved = urldefrag(url).url
        for_ever = True
        try:
            for _ in range(HOPS):
                status, there = self._status(here)
                if status not in _ELSEWHERE or not there:
                    return judged(status, url, moved)
                here = urljoin(here, there)
                for_ever = for_ever and status in _FOR_EVER
                moved = here if for_ever else moved
        except (OSError, HTTPException, ValueError) as error:
            return unheard(error)
        return Answer(verdict="a_regarder", said=f"plus de {HOPS} redirections")

    def _status(self, url: str) -> tuple[int, str | None]:
        """Ask for the head of a page, then for the page where a server refuses that."""
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"}:
            # Another site may write anything there, and this is read on GitHub.
            message = f"elle mène à {code(shortened(url))}, qui n'est pas une page"
            raise RefusedError(message)
        if is_internal(parts.hostname or ""):
            message = "elle mène à un réseau privé, où aucun lecteur ne peut aller"
            raise RefusedError(message)
        with self.turns.setdefault(_host(url), Lock()):
            try:
                status, there = self._sent("HEAD", url)
            except (OSError, HTTPException) as error:
                if is_no_name(error):
                    raise
                status, there = HTTPStatus.BAD_REQUEST, None
            if status >= HTTPStatus.BAD_REQUEST and status != HTTPStatus.TOO_MANY_REQUESTS:
                status, there = self._sent("GET", url)
            time.sleep(self.pause)
        return status, there

    def _sent(self, method: str, url: str) -> tuple[int, str | None]:
        request = Request(_encoded(url), method=method, headers=HEADERS)  # noqa: S310  # of a page
        try:
            with _opener.open(request, timeout=self.timeout) as response:
                return response.status, None
        except HTTPError as error:
            with error:
                return error.code, _decoded(error.headers.get("Location"))


def is_internal(host: str) -> bool:
    """Tell whether a name leads to this machine or to a private network: a slip of the editor."""
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return False  # the demand says it better
    return any(not ip_address(str(one[4][0]).partition("%")[0]).is_global for one in found)


def _host(url: str) -> str:
    with suppress(ValueError):
        return urlsplit(url).netloc.lower()
    return url


def _encoded(url: str) -> str:
    """Write an address as servers want it, accents encoded."""
    parts = urlsplit(url)
    name = parts.netloc.encode("idna").decode()
    return quote(urlunsplit(parts._replace(netloc=name)), safe=_IN_ADDRESS)


def _decoded(location: str | None) -> str | None:
    """Read UTF-8 in a header, which Python takes for Latin-1."""
    if location is None:
        return None
    with suppress(UnicodeError):
        return location.encode("latin-1").decode()
    return location
