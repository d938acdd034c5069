"""The server of the preview: on this machine, for its editor alone."""

from __future__ import annotations

import errno
import mimetypes
import os
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from generator import panel
from generator.errors import PlainError
from generator.policy import TYPES, headers_of

if TYPE_CHECKING:
    from generator.preview import Preview, Shown, Site

_HTML = "text/html; charset=utf-8"
_MISSING = "404.html"


class Host(ThreadingHTTPServer):
    """Answer browsers at "host:port"; raises PlainError where that cannot be had."""

    allow_reuse_address = os.name == "posix"
    """On Windows two servers would hold one address, and neither would know."""

    def __init__(self, address: str, preview: Preview) -> None:
        self.preview = preview
        self._asked = address
        self._name = urlsplit(f"//{address}").hostname
        name, _, port = address.rpartition(":")
        message = f"« {address} » n'est pas une adresse : écrivez par exemple 127.0.0.1:8000."
        if not name:  # the system would take that for every network of this machine
            raise PlainError(message)
        try:
            super().__init__((name.strip("[]"), int(port)), _Answer)
        except (ValueError, OverflowError) as error:
            raise PlainError(message) from error
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            message = "cette adresse est déjà prise : fermez l'autre aperçu, ou changez --adresse."
            raise PlainError(message) from error

    def knows(self, host: str) -> bool:
        """Tell whether a browser that names this host may be answered.

        A page of another site could have its own name lead here, and then read what is answered.
        """
        within = ip_address(str(self.server_address[0])).is_loopback
        try:
            name = urlsplit(f"//{host}").hostname
        except ValueError:
            return False
        return not within or name in {None, "localhost", "127.0.0.1", self._name}

    @property
    def address(self) -> str:
        """What to type in a browser."""
        return f"http://{self._asked}/"

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Say nothing of a browser that has gone: it was loading a page anew."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Answer(BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        """Send a page, a file, or what the preview adds to them."""
        shown = self.server.preview.shown
        if not self.server.knows(self.headers.get("Host", "")):
            page = panel.notice(f"L'aperçu est à l'adresse {self.server.address}")
            self._send(page.encode(), _HTML, HTTPStatus.FORBIDDEN)
            return
        try:
            self._answer(unquote(urlsplit(self.path).path).removeprefix("/"), shown)
        except ConnectionError:
            raise
        except Exception as error:  # noqa: BLE001  # the next save may mend what nobody thought of
            told = f"Cette page ne peut pas être montrée ({type(error).__name__} : {error})."
            self._send_page(panel.notice(told), "", shown, HTTPStatus.INTERNAL_SERVER_ERROR)

    def _answer(self, path: str, shown: Shown) -> None:
        if path == panel.VERSION:
            self._send(shown.version.encode(), "text/plain")
        elif path in panel.FILES:
            self._send(panel.FILES[path].read_bytes(), _type(path))
        elif path.startswith(panel.SOURCE):
            self._send_source(path.removeprefix(panel.SOURCE), shown)
        elif shown.site is None:
            self._send_page(panel.waiting(), "", shown, HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            self._send_file(path, shown, shown.site)

    def _send_file(self, path: str, shown: Shown, site: Site) -> None:
        name = f"{path}index.html" if not path or path.endswith("/") else path
        data = site.read(name)
        if data is None and site.place(f"{path}/index.html"):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"/{quote(path)}/")
            self.end_headers()
        elif data is None:
            page = site.read(_MISSING) or b""
            self._send_page(page.decode(), _MISSING, shown, HTTPStatus.NOT_FOUND)
        elif name.endswith(".html"):
            self._send_page(data.decode(), name, shown)
        else:
            self._send(data, _type(name), name=name)

    def _send_source(self, name: str, shown: Shown) -> None:
        file = self.server.preview.sources().get(name)
        if file is None or not file.is_file():
            message = f"Il n'y a pas de fichier « {name} »."
            self._send_page(panel.notice(message), "", shown, HTTPStatus.NOT_FOUND)
        else:
            text = file.read_bytes().decode("utf-8", "replace")
            self._send_page(panel.source_page(name, text, file), "", shown)

    def _send_page(
        self, html: str, name: str, shown: Shown, status: HTTPStatus = HTTPStatus.OK
    ) -> None:
        """Send a page with the panel over it; `name` is its path in a built site, if it has one."""
        sources = self.server.preview.sources()
        whole = panel.over(html, name, shown, sources)
        # A disk may hold a name that is no UTF-8, and a problem tells it.
        self._send(whole.encode("utf-8", "replace"), _HTML, status, name)

    def _send(
        self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, name: str = ""
    ) -> None:
        """Send bytes under the policy of the published site: what it refuses is refused here."""
        self.send_response(status)
        told = {"Content-Type": kind, "Content-Length": str(len(data)), "Cache-Control": "no-store"}
        for key, value in (headers_of(name) | told).items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's
        """Say nothing of what is asked."""


def _type(name: str) -> str:
    """Tell what a file is; a script is one, whatever this machine thinks of it."""
    if name.endswith((".js", ".mjs")):
        return "text/javascript"
    return TYPES.get(name) or mimetypes.guess_type(name)[0] or "application/octet-stream"
