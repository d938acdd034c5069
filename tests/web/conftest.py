"""One real build per session, served to a real browser."""

from __future__ import annotations

import os
import shutil
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

import pytest
from playwright.sync_api import sync_playwright

from generator import engine
from generator.policy import headers_of
from tests.web.place import HOSPITALS, add_all_of_france, lay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

Scheme: TypeAlias = Literal["light", "dark"]
Motion: TypeAlias = Literal["reduce"] | None

# As in tools/chromium.sh.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
)
# Every host but this machine is refused; Chromium's own calls home are turned off.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class _Plain(SimpleHTTPRequestHandler):
    """Send files and no policy."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the test's output clean."""


class _Host(_Plain):
    """Send what the published headers ask for: the policy holds in every other test."""

    def end_headers(self) -> None:
        """Add our headers."""
        path = self.path.partition("?")[0].removeprefix("/")
        page = f"{path}index.html" if path.endswith("/") or not path else path
        for name, value in headers_of(page).items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample project once."""
    root = lay(tmp_path_factory.mktemp("essai") / "site", HOSPITALS)
    add_all_of_france(root)
    return root


@pytest.fixture(scope="session")
def site(sample: Path) -> Path:
    """Build the sample site once."""
    folder = sample / "bati"
    assert engine.build(sample / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Serve folders, with the policy or without; give each its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path, *, policy: bool = True) -> str:
        host = partial(_Host if policy else _Plain, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), host)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    """Give the address of the sample site."""
    return serve(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium of this machine."""
    names = filter(None, (os.environ.get("CHROMIUM"), *BROWSERS))
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.fail("Chromium manque : lancez « make test », qui l'installe ou dit comment.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page that fails the test on any console error, script error or refused request."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    opened = context.new_page()
    faults: list[str] = []
    watch(opened, faults)
    yield opened
    context.close()
    assert faults == []


class Look(Protocol):
    """Give a page as wide as asked, in the colours and with the motion asked, on nothing yet."""

    def __call__(self, width: int, scheme: Scheme = "light", motion: Motion = None) -> Page:
        """Give it."""


@pytest.fixture(scope="session")
def lent(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Open one page for all the tests that only look, with what is wrong in it.

    A page of its own costs each test a fifth of a second.
    """
    page = browser.new_page()
    page.set_default_timeout(10_000)
    faults: list[str] = []
    watch(page, faults)
    yield page, faults
    page.close()


@pytest.fixture
def look(lent: tuple[Page, list[str]]) -> Iterator[Look]:
    """Lend the page that is shared; it must stay without a fault, and keep nothing."""
    page, faults = lent
    faults.clear()

    def opened(width: int, scheme: Scheme = "light", motion: Motion = None) -> Page:
        page.set_viewport_size({"width": width, "height": 640 if width == 320 else 800})
        page.emulate_media(color_scheme=scheme, reduced_motion=motion, media="screen")
        return page

    yield opened
    kept = page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length")
    page.goto("about:blank")
    assert faults == []
    assert kept == 0


def watch(page: Page, faults: list[str]) -> None:
    """Note what a browser's console would show in red, and every refused or missing file."""

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(message.text)

    def answered(response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            faults.append(f"{response.status}: {response.url}")

    def failed(request: Request) -> None:
        # Leaving a page ends what it was still loading from our own server: nobody refused it.
        left = request.failure == "net::ERR_ABORTED" and request.url.startswith("http://127.0.0.1:")
        if not left:
            faults.append(f"refused: {request.url}")

    page.on("console", heard)
    page.on("response", answered)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", failed)
    page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))


def open_map(page: Page, address: str) -> None:
    """Ask for the interactive map, as a reader does, and wait for its marks."""
    page.goto(f"{address}/carte/")
    page.get_by_role("button", name="Ouvrir la carte interactive").press("Enter")
    page.get_by_text("La carte est ouverte.").wait_for()
