"""Serve the site by nginx and Caddy as shipped: headers, load with a release amid it, bytes."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import brotli  # type: ignore[import-untyped]  # ships no types

from benchmarks import wire
from benchmarks.readers import Reading, Seen, missing
from benchmarks.servers import Server, ask, serving
from benchmarks.sites import ROOT
from benchmarks.tables import number, table
from generator import engine, publish
from generator.compress import is_worth
from generator.lingering import LINGERING
from generator.releases import STORE, fingerprint, put_online, rollback
from generator.served import sent_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.servers import Answer

ABSENT = ("rien/", "rien.vcf", "assets/rien.0a1b2c3d.css", "_headers", ".git/config", "assets/")
SECONDS = 60
CONNECTIONS = 50
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}
# Asks for each path in turn as a browser does; prints one line of JSON at the end.
SCRIPT = """
local paths = {%s}
local at = 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at], {["Accept-Encoding"] = "gzip, br"})
end
done = function(summary, latency)
  local wrong = summary.errors
  io.write(string.format(
    '{"requests": %%d, "seconds": %%f, "half": %%f, "slow": %%f, "errors": %%d}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3,
    wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout))
end
"""


class Load(NamedTuple):
    """Hold what wrk measured; milliseconds for half and 99 % of requests."""

    requests: int
    seconds: float
    half: float
    slow: float
    errors: int


def main() -> None:
    """Print what each server sends, how fast and whole, then what visits take."""
    with tempfile.TemporaryDirectory(prefix="hosts-") as work:
        sites = built(Path(work))
        rows = {}
        for name in ("nginx", "caddy"):
            root = Path(work) / name
            root.mkdir()
            for site in sites:
                shutil.copytree(site, root / site.name)
            put_online(root / sites[0].name, root / "site")
            with serving(name, root, root / "server") as server:
                checked = check(server, sites[0])
                print(f"{name} {server.version}: {checked} answers as documented", flush=True)
                if name == "nginx":
                    visits = wire.weigh(server)
                rows[f"{name} {server.version}"] = loaded(server, root, sites)
        report(rows)
        wire.report(visits)
        wire.elsewhere(sites[0], Path(work))


def built(work: Path) -> list[Path]:
    """Build our site, and one where each page, sheet and script is another."""
    folders = [work / "one", work / "two"]
    directory = engine.build(ROOT / "mkdocs.yml", folders[0])
    assert directory
    shutil.copytree(folders[0], folders[1])
    for path in folders[1].rglob("*"):
        if path.suffix in {".css", ".js"}:
            path.write_text(f"{path.read_text('utf-8')}\n/*! two */\n", "utf-8")
    for folder in folders:
        assert publish.finish(folder, directory) == []
    return [folder.rename(work / fingerprint(folder)) for folder in folders]


def check(server: Server, site: Path) -> int:
    """Hold each kind of file to what is documented; return how many answers were read."""
    connection, count = server.connect(), 0
    for path in samples(site):
        data = (site / path).read_bytes()
        for coding, unpack in UNPACK.items():
            url = path.removesuffix("index.html")
            answer = ask(connection, url, Accept_Encoding=coding)
            assert (answer.status, unpack_as(answer) == data) == (200, True), (path, coding)
            small = is_worth(path, len(data)) and unpack is not bytes
            assert answer.headers.get("content-encoding") == (coding if small else None), path
            as_told(answer, path)
            if is_worth(path, len(data)):
                assert answer.headers["vary"] == "Accept-Encoding", path
            again = ask(
                connection, url, Accept_Encoding=coding, If_None_Match=answer.headers["etag"]
            )
            assert (again.status, again.body) == (304, b""), path
            head = ask(connection, url, "HEAD", Accept_Encoding=coding)
            assert (head.status, head.body) == (200, b""), path
            count += 3
    for path in (
        "rien/",
        "rien.vcf",
        "assets/rien.0a1b2c3d.css",
        "_headers",
        ".git/config",
        "assets/",
    ):
        answer = ask(connection, path)
        assert (answer.status, answer.body) == (404, (site / "404.html").read_bytes()), path
        as_told(answer, "404.html")
        count += 1
    moved = ask(connection, "carte")
    assert (moved.status in {301, 308}, moved.headers["location"]) == (True, "/carte/")
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert ask(connection, "", method).status == 405, method  # noqa: PLR2004  # HTTP's
    return count + 5


def samples(site: Path) -> Iterator[str]:
    """Choose one file of each ending in each part of the site."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and path.suffix not in {".br", ".gz", ""}:
            found.setdefault((name.partition("/")[0], path.suffix), name)
    yield from found.values()


def as_told(answer: Answer, path: str) -> None:
    """Hold the headers of an answer to those of the policy, and the server to silence."""
    sent = {name: answer.headers.get(name.lower()) for name in sent_with(path)}
    assert sent == sent_with(path), path
    assert not any(sign.isdigit() for sign in answer.headers.get("server", "")), path


def unpack_as(answer: Answer) -> bytes:
    """Give the file that an answer holds."""
    data: bytes = UNPACK[answer.headers.get("content-encoding", "identity")](answer.body)
    return data


def loaded(server: Server, root: Path, sites: list[Path]) -> tuple[Load, Seen, int]:
    """Load a server while a site replaces the one online, then gives way to it."""
    pages = [path.relative_to(sites[0]).as_posix() for path in sites[0].rglob("*.html")]
    reading = Reading(
        server=server,
        site=root / "site",
        pages=[page for page in pages if page != "404.html"],
        sites=sites,
    )
    script = root / "load.lua"
    asked = ", ".join(f'"/{page.removesuffix("index.html")}"' for page in reading.pages)
    script.write_text(SCRIPT % asked, "utf-8")
    wrk = shutil.which("wrk") or "wrk"
    words = [wrk, "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(script), server.address]
    changes = [
        threading.Timer(SECONDS / 3, put_online, [root / sites[1].name, root / "site"]),
        threading.Timer(SECONDS * 2 / 3, rollback, [root / "site"]),
    ]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as load:  # noqa: S603  # ours
        for change in changes:
            change.start()
        seen = reading.until(time.monotonic() + SECONDS)
        assert load.stdout
        measured = Load(**json.loads(load.stdout.read().strip().splitlines()[-1]))
    assert (root / "site").readlink().name == sites[0].name
    # The same without what makes the files of the other site answer.
    shutil.rmtree(root / STORE / LINGERING)
    return measured, seen, len(missing(reading, sites[1], "trouver/index.html"))


def report(rows: dict[str, tuple[Load, Seen, int]]) -> None:
    """Print a table of the load."""
    print(
        f"\n## {SECONDS} s of wrk on loopback, {CONNECTIONS} connections, {os.cpu_count()} cores"
        f" shared with wrk, the readers and others; a release after {SECONDS // 3} s,"
        f" a rollback after {SECONDS * 2 // 3} s\n"
    )
    head = ["", "requests/s", "median, ms", "99 %, ms", "errors", "pages read", "their files"]
    head += ["read across a change", "failed or of another site", "missing without « encore »"]
    told = {
        name: [
            number(load.requests / load.seconds),
            f"{load.half:.1f}",
            f"{load.slow:.1f}",
            number(load.errors),
            *map(number, (seen.pages, seen.files, seen.crossed, len(seen.wrong), without)),
        ]
        for name, (load, seen, without) in rows.items()
    }
    table(head, told)
    for wrong in (wrong for _, seen, _ in rows.values() for wrong in seen.wrong):
        print(wrong)


if __name__ == "__main__":
    main()
