"""Time the preview: from a save to what a browser shows, with nobody at its reload button."""

from __future__ import annotations

import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks import visits
from benchmarks.tables import number, spread, table
from generator.fields import luhn
from tests.web.conftest import FLAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
SIZES = (26, 260)
RUNS = 7
NEAR = 0.02
"""Degrees: how far a copy of a hospital may stand from it, within 3 km of its département."""
PAUSE = 1.0
"""Seconds: an editor looks before the next save."""
PAGES = {"a hospital": "centres/{id}/", "the list": "centres/"}
FIRST = re.compile(r"(?<=\n    nom: )(.*)")


def main() -> None:
    """Print a table of times."""
    measured = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as work:
        browser = playwright.chromium.launch(executable_path=visits.chromium(), args=FLAGS)
        for size in SIZES:
            root = lay(Path(work) / str(size), size)
            with served(root) as address:
                measured.append(follow(browser, root, address))
        browser.close()
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"Milliseconds, median of {RUNS} (least to most); load of the machine {load}.\n")
    rows = {name: [spread(one[name]) for one in measured] for name in measured[0]}
    table(["from a save to", *(f"{number(size)} hospitals" for size in SIZES)], rows)


def lay(root: Path, size: int) -> Path:
    """Write our project in a folder, with a list of so many hospitals."""
    shutil.copytree(ROOT / "docs", root / "docs")
    (root / "data").mkdir()
    for file in (ROOT / "data").iterdir():
        (root / "data" / file.name).symlink_to(file)
    (root / "generator").symlink_to(ROOT / "generator")
    shutil.copy(ROOT / "mkdocs.yml", root)
    listed = (ROOT / "data" / "centres.yaml").read_text("utf-8")
    head, *entries = listed.split("  - id: ")
    chance = random.Random(size)
    more = zip(range(len(entries), size), cycle(entries), strict=False)
    entries += [copied(entry, rank, chance) for rank, entry in more]
    (root / "data" / "centres.yaml").unlink()
    write(root, "  - id: ".join([head, *entries]))
    return root


def copied(entry: str, rank: int, chance: random.Random) -> str:
    """Repeat a hospital close to where it stands, under names and a number of its own."""
    numbers = (f"{entry[entry.index('finess:') :][9:11]}9{rank:05}{last}" for last in range(10))
    finess = next(filter(luhn, numbers))
    moved = re.sub(
        r"(?<=\n    )(l\w+itude): (\S+)",
        lambda found: f"{found[1]}: {float(found[2]) + chance.uniform(-NEAR, NEAR):.5f}",
        entry,
    )
    moved = re.sub(r'(?<=\n    finess: )"\w+"', f'"{finess}"', moved)
    return re.sub(r"^(\S+)((?:\n.*?)*?\n    nom: .*)", rf"\1-{rank}\2 {rank}", moved, count=1)


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Run the preview of a project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "generator", "--racine", str(root), "serve"]
    with subprocess.Popen(  # noqa: S603  # ours
        [*command, "--adresse", address], cwd=ROOT, stdout=subprocess.DEVNULL
    ) as server:
        try:
            yield f"http://{address}"
        finally:
            server.terminate()


def follow(browser: Browser, root: Path, address: str) -> dict[str, list[float]]:
    """Rename the first hospital, time and again, and see the name in each page that is open.

    Each save is followed by a bad one and by one that mends it; the first turn is left out.
    """
    times: defaultdict[str, list[float]] = defaultdict(list)
    text = (root / "data" / "centres.yaml").read_text("utf-8")
    first = re.search(r"- id: (\S+)", text)
    assert first
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(120_000)
    reach(address)
    for what, path in PAGES.items():
        page.goto(f"{address}/{path.format(id=first[1])}")
        for turn in range(RUNS + 1):
            name = f"Essai {what} {turn}"
            good = FIRST.sub(name, text, count=1)
            for kind, saved, awaited in (
                (f"the new name in {what}", good, f"text={name}"),
                (f"the errors over {what}", good.replace("latitude: ", "latitude: x", 1), ERRORS),
                (f"{what} without them", good, f"body:not(:has({ERRORS}))"),
            ):
                time.sleep(PAUSE)
                start = time.perf_counter()
                write(root, saved)
                page.locator(awaited).first.wait_for(state="attached")
                times[kind] += [(time.perf_counter() - start) * 1000] * (turn > 0)
    page.close()
    return times


ERRORS = ".apercu--erreurs"


def reach(address: str) -> None:
    """Wait for the server."""
    host, _, port = address.removeprefix("http://").partition(":")
    while True:
        with socket.socket() as asked:
            if asked.connect_ex((host, int(port))) == 0:
                return
        time.sleep(PAUSE / 10)


def write(root: Path, text: str) -> None:
    """Save the list, as an editor's program does."""
    (root / "data" / "centres.yaml").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
