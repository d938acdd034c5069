"""nginx and Caddy on this machine, with the configuration that the project ships."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator import caddy, nginx
from generator.hosting import Hosting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
# What Debian's own nginx.conf has around the file that is included: workers and sendfile.
AROUND = """\
load_module {module};
{user}pid {work}/nginx.pid;
error_log {work}/nginx.log;
worker_processes auto;
daemon off;
events {{ worker_connections 1024; }}
http {{
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    include {work}/site.conf;
}}
"""


class Answer(NamedTuple):
    """Hold what a server answered."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case; two of one name are joined."""
    body: bytes


@dataclass(frozen=True, kw_only=True)
class Server:
    """Hold a server that runs."""

    name: str
    version: str
    port: int

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def connect(self) -> http.client.HTTPConnection:
        """Open a connection that stays open."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)


def ask(
    connection: http.client.HTTPConnection, path: str, method: str = "GET", **headers: str
) -> Answer:
    """Ask for a path; the names of headers are written with low lines."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, f"/{path}", headers=sent)
    answer = connection.getresponse()
    told: dict[str, str] = {}
    for name, value in answer.getheaders():
        key = name.lower()
        told[key] = f"{told[key]}, {value}" if key in told else value
    return Answer(answer.status, told, answer.read())


@contextmanager
def serving(name: str, root: Path, work: Path) -> Iterator[Server]:
    """Serve the site of a project as its configuration says; end the server afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    hosting = Hosting(folder=str(root), port=port)
    work.mkdir()
    words = _nginx(hosting, work) if name == "nginx" else _caddy(hosting, work)
    environment = {**os.environ, "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with (
        (work / "said.txt").open("w") as said,
        subprocess.Popen(  # noqa: S603  # ours
            words, env=environment, stdout=said, stderr=said
        ) as process,
    ):
        try:
            _wait(port, process, work)
            yield Server(name=name, version=_version(words[0]), port=port)
        finally:
            process.terminate()


def _nginx(hosting: Hosting, work: Path) -> list[str]:
    user = "user root;\n" if os.geteuid() == 0 else ""
    (work / "nginx.conf").write_text(AROUND.format(module=MODULE, work=work, user=user), "utf-8")
    (work / "site.conf").write_text(nginx.configuration(hosting), "utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    return [program, "-p", str(work), "-c", str(work / "nginx.conf")]


def _caddy(hosting: Hosting, work: Path) -> list[str]:
    (work / "Caddyfile").write_text(caddy.configuration(hosting), "utf-8")
    program = shutil.which("caddy") or "caddy"
    return [program, "run", "--adapter", "caddyfile", "--config", str(work / "Caddyfile")]


def _wait(port: int, process: subprocess.Popen[bytes], work: Path) -> None:
    for _ in range(200):
        if process.poll() is None:
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    return
        time.sleep(0.05)
    raise SystemExit((work / "said.txt").read_text("utf-8"))


def _version(program: str) -> str:
    flag = "-v" if program.endswith("nginx") else "version"
    told = subprocess.run([program, flag], capture_output=True, text=True, check=True)  # noqa: S603
    return (told.stdout + told.stderr).split("/")[-1].split()[0]
