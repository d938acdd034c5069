"""What a reader does with a map, timed in a slow Chromium."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from benchmarks.sites import TILE
from generator.compress import gzipped, is_worth
from tests.web.conftest import BROWSERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Response

SLOWER = 4
PAUSE = 1000
"""Milliseconds: a reader looks before she acts, and late files come."""
DRAWN, PLACED = ".dessin a", ".leaflet-marker-icon"
SHOWN, OPENED = "from the visit to all marks", "from the click to all marks"
MOVED, ZOOMED = "from an arrow key to the next frame", "from the key + to the next frame"

# Each answers in milliseconds, once the frame is shown that has what it waits for.
WATCH = """
globalThis.montrer = (choix, nombre, debut) => new Promise((fait) => {
  const voir = () => {
    const marques = [...document.querySelectorAll(choix)];
    if (marques.length < nombre || marques.some((une) => une.complete === false))
      requestAnimationFrame(voir);
    else setTimeout(() => fait(performance.now() - debut));
  };
  requestAnimationFrame(voir);
});
"""
CLICK = """([choix, nombre]) => {
  const debut = performance.now();
  document.querySelector("[data-ouvrir]").click();
  return montrer(choix, nombre, debut);
}"""
KEY = """([choix, key]) => new Promise((fait) => {
  const marque = document.querySelector(choix);
  const debut = performance.now();
  marque.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  requestAnimationFrame(() => setTimeout(() => fait(performance.now() - debut)));
})"""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """Hold what a visit took."""

    times: dict[str, float]
    """Milliseconds from the start of the visit, of the click, of a key, to what it shows."""
    sent: list[int]
    """Bytes of each file of the map, as sent with gzip; streets are left out."""
    streets: int
    """Pictures of streets that the map asked for."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    serve = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    with subprocess.Popen(  # noqa: S603  # ours
        [*serve, "--directory", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        assert server.stdout
        try:
            port = re.search(rb"port (\d+)", server.stdout.readline())
            assert port
            yield f"http://127.0.0.1:{int(port[1])}"
        finally:
            server.terminate()


def chromium() -> str:
    """Find the browser of this machine."""
    names = filter(None, (os.environ.get("CHROMIUM"), *BROWSERS))
    return next(filter(None, map(shutil.which, names)), BROWSERS[0])


@contextmanager
def arrived(
    browser: Browser, address: str, marks: str, count: int
) -> Iterator[tuple[Page, float, list[Response]]]:
    """Come to a page that remembers nothing; give the time until all marks were shown, and files.

    Without animations: what is timed is work, not the quarter of a second that a zoom glides.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(300_000)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(f"{WATCH} globalThis.montrees = montrer('{marks}', {count}, 0);")
    answers: list[Response] = []

    def hear(answer: Response) -> None:
        answers.append(answer)

    page.on("response", hear)
    page.goto(address)
    shown = page.evaluate("montrees")
    page.wait_for_timeout(PAUSE)
    yield page, shown, answers
    context.close()


def ours(browser: Browser, address: str, count: int) -> Visit:
    """Come to our map, open the interactive one, move it by a key, then look closer."""
    with arrived(browser, f"{address}/carte/", DRAWN, count) as (page, shown, answers):
        answers.clear()
        opened = page.evaluate(CLICK, [PLACED, count])
        times = {SHOWN: shown, OPENED: opened}
        for what, key in ((MOVED, "ArrowLeft"), (ZOOMED, "+")):
            page.wait_for_timeout(PAUSE)
            times[what] = page.evaluate(KEY, [PLACED, key])
        return _visit(times, answers)


def default(browser: Browser, address: str, count: int) -> Visit:
    """Come to folium's default map."""
    with arrived(browser, address, PLACED, count) as (_, shown, answers):
        return _visit({SHOWN: shown}, answers)


def _visit(times: dict[str, float], answers: list[Response]) -> Visit:
    files = [answer for answer in answers if TILE not in answer.url]
    sent = [_sent(urlsplit(answer.url).path, answer.body()) for answer in files]
    return Visit(times=times, sent=sent, streets=len(answers) - len(files))


def _sent(path: str, body: bytes) -> int:
    name = f"{path}index.html" if path.endswith("/") else path
    return len(gzipped(body)) if is_worth(name, len(body)) else len(body)
