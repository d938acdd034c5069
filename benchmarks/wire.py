"""What a reader's browser receives, and what works from a sub-path and from a folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error, sync_playwright

from benchmarks import visits
from benchmarks.tables import number, table
from generator import portable
from tests.web.conftest import FLAGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from benchmarks.servers import Server

MILLION = 1_000_000
GIGA = 1e9
PATIENCE = 8000
"""Milliseconds after which what was asked for will not come."""


def weigh(server: Server) -> dict[str, tuple[int, int]]:
    """Count the requests and bytes, headers included, of visits by a browser that has nothing."""
    told = {}
    with chromium() as browser:
        for name, visit in VISITS.items():
            context = browser.new_context()
            page = context.new_page()
            received: list[float] = []
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.on("Network.loadingFinished", _hear(received))
            visit(page, f"{server.address}/")
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(500)
            context.close()
            sent = [int(one) for one in received if one]
            told[name] = (len(sent), sum(sent))
    return told


def _hear(received: list[float]) -> Callable[[dict[str, Any]], None]:
    def hear(event: dict[str, Any]) -> None:
        received.append(event["encodedDataLength"])

    return hear


def report(told: dict[str, tuple[int, int]]) -> None:
    """Print what a visit takes, and a million."""
    print("\n## What a first visit takes, received by Chromium over HTTP/1.1, headers included\n")
    rows = {
        name: [number(count), number(total), f"{total * MILLION / GIGA:,.1f}"]
        for name, (count, total) in told.items()
    }
    table(["", "requests", "bytes", "GB for a million"], rows)


def elsewhere(site: Path, work: Path) -> None:
    """Print what works from the top of a host, under a path, and from a folder."""
    parent = work / "parent"
    parent.mkdir()
    (parent / "car-t").symlink_to(site)
    rows: dict[str, list[str]] = {name: [] for name in WORKS}
    with chromium() as browser, visits.served(site) as top, visits.served(parent) as under:
        portable.carry(site, work / "stick")
        for place in (f"{top}/", f"{under}/car-t/", f"file://{work}/stick/"):
            for name, works in WORKS.items():
                page = browser.new_page()
                page.set_default_timeout(PATIENCE)
                rows[name].append("yes" if tried(works, page, place) else "no")
                page.close()
    print("\n## What works, in Chromium\n")
    table(["", "at the top of a host", "under /car-t/", "copied, file://"], rows)


def tried(works: Callable[[Page, str], bool], page: Page, place: str) -> bool:
    """Tell whether something works; what never comes does not."""
    try:
        return works(page, place)
    except Error:
        return False


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser of this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=visits.chromium(), args=FLAGS)
        yield browser
        browser.close()


def _home(page: Page, place: str) -> None:
    page.goto(place)


def _three(page: Page, place: str) -> None:
    page.goto(place)
    page.goto(f"{place}trouver/")
    _look_up(page)
    page.locator("[data-proches] [data-id] a[href*='centres/']").first.click()
    page.wait_for_url("**/centres/*/")


def _map(page: Page, place: str) -> None:
    page.goto(f"{place}carte/")
    page.locator("[data-ouvrir]").click()
    page.locator(".leaflet-marker-icon").first.wait_for()


def _booklet(page: Page, place: str) -> None:
    page.goto(place)
    page.evaluate("fetch('livret-car-t.pdf').then((one) => one.blob())")


def _look_up(page: Page) -> None:
    field = page.locator("#lieu")
    field.press_sequentially("quimper")
    page.locator("#lieu-propositions > *").first.wait_for()
    field.press("Enter")
    page.locator("[data-proches] [data-id]").first.wait_for()


VISITS: dict[str, Callable[[Page, str], None]] = {
    "the home page": _home,
    "home, « Trouver un centre » for Quimper, the nearest hospital": _three,
    "the map, then the interactive one": _map,
    "the home page and the booklet": _booklet,
}


def _page_of(place: str, name: str) -> str:
    return f"{place}{name}index.html" if place.startswith("file:") else f"{place}{name}"


def _styled(page: Page, place: str) -> bool:
    page.goto(_page_of(place, ""))
    plain = "getComputedStyle(document.body).fontFamily.includes('Times')"
    return page.locator("main h1").is_visible() and not page.evaluate(plain)


def _phones(page: Page, place: str) -> bool:
    page.goto(_page_of(place, "centres/"))
    return page.locator("a[href^='tel:']:visible").count() > 0


def _followed(page: Page, place: str) -> bool:
    page.goto(_page_of(place, ""))
    home = page.title()
    page.locator("main a[href*='trouver/'], main a[href*='centres/']").first.click()
    page.locator("main h1").wait_for()
    return page.title() != home


def _drawn(page: Page, place: str) -> bool:
    page.goto(_page_of(place, "carte/"))
    return page.locator(".dessin a:visible").count() > 0


def _filtered(page: Page, place: str) -> bool:
    page.goto(_page_of(place, "centres/"), wait_until="networkidle")
    page.locator("#filtre-maladie").select_option("myelome")
    page.locator(".annuaire [data-resultats] [data-id]").first.wait_for()
    return True


def _found(page: Page, place: str) -> bool:
    page.goto(_page_of(place, "trouver/"))
    _look_up(page)
    return True


def _searched(page: Page, place: str) -> bool:
    page.goto(_page_of(place, ""), wait_until="networkidle")
    page.get_by_role("button", name="Rechercher").press("Enter")
    page.wait_for_load_state("networkidle")
    field = page.get_by_role("textbox", name="Mots à chercher")
    field.fill("fièvre")
    field.press("Enter")
    page.locator("[data-resultats] a:focus").wait_for()
    return True


def _opened(page: Page, place: str) -> bool:
    page.goto(_page_of(place, "carte/"))
    page.locator("[data-ouvrir]").click()
    page.locator(".leaflet-marker-icon").first.wait_for()
    return True


WORKS: dict[str, Callable[[Page, str], bool]] = {
    "pages with their style": _styled,
    "the list with its telephone numbers": _phones,
    "a link leads to its page": _followed,
    "the drawn map": _drawn,
    "the filters of the list": _filtered,
    "« Trouver un centre »": _found,
    "the search": _searched,
    "the interactive map": _opened,
}
