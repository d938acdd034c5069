"""Weigh and time our map beside folium's default one, then with 260 and 2,600 hospitals."""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks import sites, visits
from benchmarks.tables import growth, number, spread, table
from generator import budgets
from generator.compress import gzipped
from generator.finished import Site
from tests.web.conftest import FLAGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playwright.sync_api import Browser

    from benchmarks.visits import Visit
    from generator.directory import Directory

RUNS = 15
CROWDED_RUNS = 5
SIZES = (26, 260, 2600)
PAGE = "carte/index.html"
SLOWLY = f"Chromium {visits.SLOWER} times slower than this machine"


def main() -> None:
    """Print a table of weights, one of times, and one of growth."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as work:
        browser = playwright.chromium.launch(executable_path=visits.chromium(), args=FLAGS)
        directory = compare(browser, Path(work))
        grown = [grow(browser, directory, size, Path(work) / str(size)) for size in SIZES]
        browser.close()
    print(f"\n## Growth, {SLOWLY}: median of {CROWDED_RUNS} (least to most)\n")
    growth(SIZES, grown)


def compare(browser: Browser, work: Path) -> Directory:
    """Visit both maps turn by turn; the first turn warms the browser and is left out."""
    our_folder, their_folder = work / "ours", work / "default"
    directory = sites.published(our_folder)
    hosts, missing = sites.default(their_folder, directory)
    count = len(directory.open)
    with visits.served(our_folder) as here, visits.served(their_folder) as there:
        turns = [
            (visits.ours(browser, here, count), visits.default(browser, there, count))
            for _ in range(RUNS + 1)
        ]
    ours, theirs = zip(*turns[1:], strict=True)
    print(f"## Weight of the map of {count} hospitals, sent with gzip -9\n")
    print_weights(Site.read(our_folder), ours[0], theirs[0], hosts, missing)
    print(f"\n## Time with {count} hospitals, {SLOWLY}: {RUNS} visits of each, turn by turn\n")
    print_times(ours, theirs)
    return directory


def print_weights(
    site: Site, ours: Visit, theirs: Visit, hosts: set[str], missing: list[str]
) -> None:
    """Say what each map sends, in how many requests to how many hosts."""
    page = site.pages[PAGE]
    first, click = budgets.weigh(site, page), sum(ours.sent)
    asked = len(theirs.sent) + len(missing) + theirs.streets
    rows = {
        "our drawing alone, within the page": (len(gzipped(drawing(page.html))), 0, 0),
        "our page at first view": (first.octets, first.requetes, 1),
        "our interactive map, added by the click": (click, len(ours.sent), 1),
        "our page with both maps": (first.octets + click, first.requetes + len(ours.sent), 1),
        "folium's default map": (sum(theirs.sent), asked, len(hosts)),
    }
    table(["", "bytes", "requests", "hosts"], {key: map(number, row) for key, row in rows.items()})
    print(f"\nHosts of the default: {', '.join(sorted(hosts))}. Counted as requests, not as bytes:")
    print(f"{theirs.streets} pictures of streets; not had here: {', '.join(missing) or 'nothing'}.")


def print_times(ours: Sequence[Visit], theirs: Sequence[Visit]) -> None:
    """Say how long readers wait until they see all hospitals."""
    shown, opened = ([one.times[name] for one in ours] for name in (visits.SHOWN, visits.OPENED))
    default = [one.times[visits.SHOWN] for one in theirs]
    rows = {
        f"ours, {visits.SHOWN} of the drawing": shown,
        f"ours, {visits.OPENED} of the interactive map": opened,
        "ours, the two together": [sum(pair) for pair in zip(shown, opened, strict=True)],
        f"folium's default, {visits.SHOWN}": default,
    }
    table(
        ["milliseconds", "median (least to most)"],
        {key: [spread(row)] for key, row in rows.items()},
    )
    part = median(here / there for here, there in zip(opened, default, strict=True))
    print(
        f"\nFrom the click, ours takes {part:.2f} of the default's time (aim: 0.5 at most; median"
    )
    print("of the turns' shares, since a turn's two visits meet the same load of the machine).")


def grow(
    browser: Browser, directory: Directory, size: int, work: Path
) -> Mapping[str, list[float]]:
    """Make and visit both maps with that many hospitals; return each measure of each turn."""
    crowd = sites.enlarged(directory, size)
    sites.default(work / "default", crowd)
    measures: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(CROWDED_RUNS):
        made = sites.crowded(work / "ours", crowd)
        with visits.served(work / "ours") as here, visits.served(work / "default") as there:
            visit, default = visits.ours(browser, here, size), visits.default(browser, there, size)
        page = (work / "ours" / PAGE).read_bytes()
        script = (work / "ours" / "assets" / "carte.js").read_bytes()
        files = {"drawing": drawing(page.decode()), "whole page": page, "carte.js": script}
        for name, data in files.items():
            measures[f"{name}, bytes"].append(len(data))
            measures[f"{name}, bytes with gzip -9"].append(len(gzipped(data)))
        for name, milliseconds in (made | visit.times).items():
            measures[f"{name}, ms"].append(milliseconds)
        measures["folium's default: the visit, ms"].append(default.times[visits.SHOWN])
    return measures


def drawing(html: str) -> bytes:
    """Cut the drawings of France out of the page."""
    return "".join(re.findall(r'<svg class="dessin".*?</svg>', html, re.DOTALL)).encode()


if __name__ == "__main__":
    main()
