"""Time our build beside the stock one of the same hospitals, turn by turn: medians of five."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 5


def ours(work: Path) -> Path:
    """Lay our project in a folder and build it, as « make build » does."""
    for name in ("data", "docs", "generator"):
        shutil.copytree(ROOT / name, work / name)
    for name in ("mkdocs.yml", "budgets.toml"):
        shutil.copy(ROOT / name, work)
    timed([sys.executable, "-m", "generator", "build"], work)
    return work / "site"


def stock(work: Path) -> Path:
    """Build the stock site in a folder."""
    timed([sys.executable, str(ROOT / "benchmarks" / "stock.py"), str(ROOT), str(work)], work)
    return work / "site"


def timed(command: list[str], folder: Path) -> None:
    """Run a build and note how long the whole process took."""
    start = time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)  # noqa: S603
    seconds.append(time.perf_counter() - start)


def size(folder: Path) -> tuple[int, int]:
    """Count the files and bytes of a site, without the compressed copies that ours has."""
    found = (path for path in folder.rglob("*") if path.is_file())
    files = [path for path in found if path.suffix not in {".gz", ".br"}]
    return len(files), sum(path.stat().st_size for path in files)


seconds: list[float] = []


def main() -> None:
    """Print one row a site."""
    times: dict[str, list[float]] = {"ours": [], "stock": []}
    sizes: dict[str, tuple[int, int]] = {}
    for _ in range(RUNS):
        for name, make in (("ours", ours), ("stock", stock)):
            with tempfile.TemporaryDirectory() as work:
                sizes[name] = size(make(Path(work)).resolve())
                times[name].append(seconds.pop())
    print(f"{'site':8}{'median s':>10}{'min':>8}{'max':>8}{'files':>8}{'kB':>8}")
    for name, runs in times.items():
        files, total = sizes[name]
        row = f"{statistics.median(runs):10.2f}{min(runs):8.2f}{max(runs):8.2f}"
        print(f"{name:8}{row}{files:8}{total // 1000:8}")


if __name__ == "__main__":
    main()
