"""Build the whole site with 26, 260 and 2,600 hospitals: time, memory, and what readers fetch."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from benchmarks import sites
from benchmarks.tables import growth
from generator import engine, publish
from generator.compress import gzipped
from generator.content import Content

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES = (26, 260, 2600)
READ = {
    "the list": "centres/index.html",
    "the map": "carte/index.html",
    "the look-up": "trouver/index.html",
    "landmarks of the look-up": "assets/lieux.json",
    "index of the search": "assets/recherche.json",
    "one hospital": "centres/necker/index.html",
    "one département": "departements/29-finistere/index.html",
    "contact cards in one file": "contacts.vcf",
}
"""What is weighed with gzip, by its path before its name is stamped."""
BOOKLET = "livret-car-t.pdf"


def main() -> None:
    """Print a table: a row a measure, a column a size."""
    grown: list[Mapping[str, list[float]]] = []
    for size in SIZES:
        measures: defaultdict[str, list[float]] = defaultdict(list)
        # In a process of its own, whose memory nothing else used.
        command = [sys.executable, "-m", "benchmarks.echelle", str(size)]
        told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # ours
        for name, value in json.loads(told.stdout.splitlines()[-1]).items():
            measures[name].append(value)
        grown.append(measures)
    growth(SIZES, grown)


def measured(size: int) -> dict[str, float]:
    """Build once; give milliseconds of processor time, megabytes at most, bytes with gzip."""
    honest = Content.read

    def read(*arguments: Any, **options: Any) -> Content:  # noqa: ANN401  # those of Content.read
        content = honest(*arguments, **options)
        return replace(content, directory=sites.enlarged(content.directory, size))

    with tempfile.TemporaryDirectory() as work, patch.object(Content, "read", read):
        folder = Path(work) / "site"
        start = process_time()
        directory = engine.build(sites.ROOT / "mkdocs.yml", folder)
        built = process_time()
        assert directory
        bytes_ = {name: len(gzipped((folder / path).read_bytes())) for name, path in READ.items()}
        booklet = folder / BOOKLET
        weighed = process_time()
        # It refuses pages over their budget, and says so: what counts here is how long it takes.
        publish.finish(folder, directory)
        finished = process_time()
        return {
            "building, ms of processor": (built - start) * 1000,
            "checking and compressing, ms of processor": (finished - weighed) * 1000,
            "memory at most, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            **{f"{name}, bytes with gzip": size_ for name, size_ in bytes_.items()},
            "the booklet, bytes": booklet.stat().st_size,
        }


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(measured(int(sys.argv[1]))))
    else:
        main()
