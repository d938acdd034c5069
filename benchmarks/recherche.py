"""Weigh and time the search: before it is opened, at its first answer, at each letter."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from benchmarks import sites, visits
from benchmarks.lieux import report
from benchmarks.tables import number, table
from generator.compress import gzipped
from tests.audit.test_searches import searches
from tests.web.conftest import FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Milliseconds to read the index, then for each search to its answers, places left out.
TIME = """async ([engine, words]) => {
  const { ouvrirMoteur } = await import(engine);
  const index = await (await fetch(document.querySelector("[data-index]").dataset.index)).json();
  const timed = (work) => {
    const start = performance.now();
    const made = work();
    return [performance.now() - start, made];
  };
  const [opened, answer] = timed(() => ouvrirMoteur(index));
  const letters = words.flatMap((word) => [...word].map((_, end) => word.slice(0, end + 1)));
  return { opened, letters: letters.map((typed) => timed(() => answer(typed))[0]) };
}"""


def main() -> None:
    """Print a table of bytes and one of times."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "site"
        sites.published(folder)
        browser = playwright.chromium.launch(executable_path=visits.chromium(), args=FLAGS)
        with visits.served(folder) as here:
            engine = weigh(browser, here, folder)
            time(browser, here, engine)
        browser.close()


def weigh(browser: Browser, here: str, folder: Path) -> str:
    """Say what the search takes, with gzip -9; give the address of its engine."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.lstrip("/")))
    page.goto(f"{here}/parcours/suivi/")
    before = [path for path in asked if "/recherche." in path]
    rows = {"before it is opened": before}
    asked.clear()
    rows["from there to the answers to « fièvre »"] = typed(page, asked, "fièvre")
    rows["more, to « quimper »"] = typed(page, asked, "quimper")
    told = {}
    for name, paths in rows.items():
        sizes = [len(gzipped((folder / path).read_bytes())) for path in paths]
        told[name] = [number(len(sizes)), number(sum(sizes))]
    print("## Bytes, with gzip -9\n")
    table(["", "requests", "bytes"], told)
    engine = next(
        path for path in rows["from there to the answers to « fièvre »"] if "moteur" in path
    )
    page.close()
    return f"/{engine}"


def typed(page: Page, asked: list[str], words: str) -> list[str]:
    """Type, wait for answers, and give what was asked for."""
    if not page.get_by_role("dialog").is_visible():
        page.get_by_role("button", name="Rechercher").press("Enter")
        page.wait_for_load_state("networkidle")
    field = page.get_by_role("textbox", name="Mots à chercher")
    field.fill(words)
    field.press("Enter")
    page.locator("[data-resultats] a:focus").wait_for()
    page.wait_for_load_state("networkidle")
    paths = list(asked)
    asked.clear()
    return paths


def time(browser: Browser, here: str, engine: str) -> None:
    """Say how long a slow browser works for each letter of each search that the audit asks."""
    page = browser.new_page()
    page.set_default_timeout(300_000)
    page.goto(f"{here}/parcours/suivi/")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": visits.SLOWER})
    words = [words for words, _ in searches()]
    taken = page.evaluate(TIME, [engine, words])
    print(f"\n## Milliseconds, Chromium {visits.SLOWER} times slower than this machine\n")
    report({"each letter, to its answers": taken["letters"]}, decimals=1)
    print(f"\nThe index, read once: {taken['opened']:.0f}")
    page.close()


if __name__ == "__main__":
    main()
