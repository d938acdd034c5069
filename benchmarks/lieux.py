"""Weigh and time the look-up: what a keystroke fetches, and how soon its answer is there."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from benchmarks import sites, visits
from benchmarks.tables import table
from generator.compress import gzipped
from tests.web.conftest import FLAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from playwright.sync_api import Browser, Page

    from generator.directory import Directory

COUNT = 500
SEED = 29232
LETTERS = 4
"""Letters at least, typed of a name."""

# Types a place letter by letter as a new reader would, and lists the files each letter asks for.
WEIGH = """async (places) => {
  const { ouvrirLieux } = await import(modules.lieux);
  const plain = globalThis.fetch;
  let asked = [];
  globalThis.fetch = (url, ...rest) => {
    asked.push(String(url));
    return plain(url, ...rest);
  };
  const letters = [];
  for (const place of places) {
    const lieux = ouvrirLieux(modules.reperes);
    for (let end = 1; end <= place.length; end += 1) {
      asked = [];
      await lieux.proposer(place.slice(0, end));
      letters.push(asked);
    }
  }
  globalThis.fetch = plain;
  return letters;
}"""
# Milliseconds from the last letter to its suggestions, then from the choice to the list.
TIME = """async (places) => {
  const champ = document.getElementById("lieu");
  const changed = (node) => new Promise((done) => {
    const watch = new MutationObserver(() => { watch.disconnect(); done(); });
    watch.observe(node, { childList: true, subtree: true, characterData: true });
  });
  const liste = document.getElementById("lieu-propositions");
  const titre = document.getElementById("resultats");
  champ.focus();
  const type = async (words) => {
    const shown = changed(liste);
    champ.value = words;
    const start = performance.now();
    champ.dispatchEvent(new Event("input"));
    await shown;
    return performance.now() - start;
  };
  const times = [];
  for (const place of places) {
    // Once for the file, then back, then the letter that counts.
    await type(place);
    await type(place.slice(0, -1));
    const suggested = await type(place);
    titre.textContent = "";
    await new Promise((done) => setTimeout(done));
    // The heading and the list change in one go.
    const listed = changed(titre);
    const start = performance.now();
    liste.firstElementChild.click();
    await listed;
    times.push([suggested, performance.now() - start]);
    await new Promise((done) => setTimeout(done));
  }
  return times;
}"""


def main() -> None:
    """Print a table of bytes and one of times."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "site"
        directory = sites.published(folder)
        typed = draw(directory)
        browser = playwright.chromium.launch(executable_path=visits.chromium(), args=FLAGS)
        with visits.served(folder) as here:
            weigh(browser, here, folder, typed)
            time(browser, here, typed)
        browser.close()


def draw(directory: Directory) -> list[str]:
    """Draw what readers type: starts of names, as likely as their communes are populous."""
    chance = random.Random(SEED)
    communes = [
        one for one in directory.france.gazetteer.communes if not one.departement.startswith("97")
    ]
    weights = [one.population or 1 for one in communes]
    some = chance.choices(communes, weights, k=COUNT)
    return [
        (one.codes_postaux or (one.nom,))[0]
        if chance.random() < 1 / 3
        else one.nom[: chance.randint(LETTERS, max(LETTERS, len(one.nom)))]
        for one in some
    ]


def weigh(browser: Browser, here: str, folder: Path, typed: Sequence[str]) -> None:
    """Say how many bytes a keystroke brings, for a reader whose browser holds nothing yet."""
    page = browser.new_page()
    page.goto(f"{here}/trouver/")
    expose(page)
    letters = page.evaluate(WEIGH, list(typed))
    sizes: dict[str, int] = {}
    for url in {url for asked in letters for url in asked}:
        file = folder / urlsplit(url).path.lstrip("/")
        sizes[url] = len(gzipped(file.read_bytes()))
    brought = [sum(sizes[url] for url in asked) for asked in letters]
    rows = {
        "all keystrokes": brought,
        "those that fetch": [one for one in brought if one],
    }
    print(f"## Bytes a keystroke, with gzip -9: {COUNT} places typed letter by letter\n")
    report(rows)
    page.close()


def expose(page: Page) -> None:
    """Tell the page the addresses of the look-up's module and landmarks."""
    page.evaluate(
        """() => {
          const found = performance.getEntriesByType("resource").map(({ name }) => name);
          globalThis.modules = {
            lieux: found.find((name) => /outils\\/lieux\\.[0-9a-f]{8}\\.js$/.test(name)),
            reperes: document.querySelector("[data-reperes]").dataset.reperes,
          };
        }"""
    )


def time(browser: Browser, here: str, typed: Sequence[str]) -> None:
    """Say how long a reader waits for what needs no file."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.set_default_timeout(300_000)
    page.goto(f"{here}/trouver/")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": visits.SLOWER})
    suggested, listed = zip(*page.evaluate(TIME, list(typed)), strict=True)
    print(f"\n## Milliseconds, Chromium {visits.SLOWER} times slower than this machine\n")
    report(
        {
            "from the last letter to the suggestions": suggested,
            "from the choice to the list": listed,
        },
        decimals=1,
    )
    page.close()


def report(rows: Mapping[str, Iterable[float]], decimals: int = 0) -> None:
    """Print median, 95th percentile and greatest of each row."""
    told = {}
    for name, values in rows.items():
        known = sorted(values)
        shown = (median(known), quantiles(known, n=20)[-1], known[-1])
        told[name] = [f"{one:,.{decimals}f}" for one in shown]
    table(["", "median", "95th percentile", "greatest"], told)


if __name__ == "__main__":
    main()
