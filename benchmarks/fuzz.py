"""Feed broken files to every reader: nothing but French, in 2 s of the processor and 500 MB.

Usage: python -m benchmarks.fuzz [seconds, 600 by default] [seed]
"""

from __future__ import annotations

import io
import random
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from generator import checker, glossary, historique, menu, texts
from generator.errors import DataError, Problem
from generator.formats import FORMATS, worded
from generator.inputs import Inputs, latest_day
from generator.scalars import decode
from generator.settings import FILE
from generator.targets import Docs

ROOT = Path(__file__).parents[1]
MOST_S, MOST_MB = 2.0, 500
TODAY = latest_day()
INPUTS = Inputs.of(ROOT)
FRANCE = INPUTS.france()
FILES = frozenset(INPUTS.files())
TOKENS = [
    *('"', "'", "“", "’", "« ", ": ", ":", "- ", "-", "[", "]", "{", "}", "#", " #", "&a ", "*a"),
    *("!!str ", "|", ">", "%", "@", "`", "? ", "---\n", "...\n", "\t", "\u00a0", "\u202f", "\r"),
    *("\ufeff", "\u200b", "\u202e", "\u2028", "\x85", "\x00", "\x0b", "<<<<<<< HEAD\n"),
    *("=======\n", ">>>>>>> x\n", "<<: *a", "\\", "\\x00", "é", "e\u0301", "\U0001f469\u200d"),
    *("  ", "\n", "\n\n", "06200", "no", "null", "1e999", ".inf", "9" * 400, "[" * 30, "![", "]("),
    *("<!-- bloc: ", "-->", "[a](b.md)", "```\n", "`", "<a href='", "&amp;", "&#0;", "../", "#x"),
    *("https://", "//", "%00"),
]
BYTES = [b"\xe9", b"\xff\xfe", b"\xed\xa0\x80", b"\xc3", b"\x80", b"\xf4\x90\x80\x80", b"\x00"]

Reader = Callable[[bytes], object]


def page(data: bytes) -> None:
    """Read a page of docs/ as the check does."""
    texts.check(data, "docs/x.md", TODAY)
    docs = Docs(files=FILES, anchors=lambda _: ("sources",))
    problems(docs.faults("docs/x.md", "x.md", decode(data, "docs/x.md")))


def settings(data: bytes) -> None:
    """Read the menu of mkdocs.yml."""
    problems(menu.faults(decode(data, FILE), FILES, ()))


def problems(found: Iterable[Problem]) -> None:
    """Raise what was found, as the check does."""
    if told := list(found):
        raise DataError(told)


READERS: dict[str, tuple[Reader, list[bytes]]] = {
    "list": (
        lambda data: checker.read(data, "data/centres.yaml", FRANCE, TODAY),
        [INPUTS.centres.read_bytes()],
    ),
    "glossary": (
        lambda data: glossary.read(data, "data/glossaire.yaml", TODAY),
        [(ROOT / "data" / "glossaire.yaml").read_bytes()],
    ),
    "history": (
        lambda data: historique.read(data, "data/historique.yaml", TODAY),
        [(ROOT / "tests" / "historique.yaml").read_bytes()],
    ),
    "page": (page, [path.read_bytes() for path in sorted((ROOT / "docs").rglob("*.md"))]),
    "menu": (settings, [(ROOT / "mkdocs.yml").read_bytes()]),
}
"""Each reader with the real files that it reads."""


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Break a real file in some places, as people and programs do, or more."""
    lines = data.decode("utf-8", "replace").splitlines(keepends=True)
    if chance.random() < 0.7:  # noqa: PLR2004  # short files break in more ways in the same time
        start = chance.randrange(len(lines) or 1)
        lines = [*lines[: min(8, start)], *lines[start : start + chance.randrange(1, 120)]]
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8, 30])):
        lines = _slip(lines, chance)
    text = "".join(lines)
    if chance.random() < 0.02:  # noqa: PLR2004  # now and then a file near the limit
        text *= max(1, chance.randrange(100_000, 1_100_000) // (len(text.encode()) or 1))
    encoding = chance.choice(["utf-8"] * 12 + ["utf-8-sig", "cp1252", "utf-16"])
    broken = text.encode(encoding, "replace" if encoding == "cp1252" else "surrogatepass")
    for _ in range(chance.choice([0] * 8 + [1, 5])):
        at = chance.randrange(len(broken) + 1)
        broken = broken[:at] + chance.choice(BYTES) + broken[at + chance.randrange(2) :]
    return broken


def _slip(lines: list[str], chance: random.Random) -> list[str]:
    """Make one slip somewhere."""
    at = chance.randrange(len(lines) or 1)
    line = lines[at] if lines else ""
    spot = chance.randrange(len(line) + 1)
    new: list[str] = chance.choice(
        [
            [line[:spot] + chance.choice(TOKENS) + line[spot:]],
            [line[:spot] + line[spot + chance.randrange(1, 6) :]],
            [line.lstrip()],
            ["  " + line],
            [" " + line],
            [line, line],
            [],
            [line.rstrip("\n")],
            [line.replace("\n", "\r\n")],
            [line[:spot] + "\n" + line[spot:]],
            [chance.choice(lines or [""])],
            [line.replace('"', "").replace("'", "")],
            [line.replace(": ", ":")],
            [line * chance.randrange(1, 40)],
        ]
    )
    return [*lines[:at], *new, *lines[at + 1 :]]


def garbage(chance: random.Random) -> bytes:
    """Make bytes, or tokens of YAML, without any order."""
    if chance.random() < 0.5:  # noqa: PLR2004  # either
        return chance.randbytes(chance.randrange(400))
    return "".join(chance.choices(TOKENS, k=chance.randrange(60))).encode("utf-8", "surrogatepass")


def main() -> int:
    """Run for the time asked, 600 s by default; print what was seen, keep what was wrong."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 600.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns()  # noqa: PLR2004  # arguments
    chance = random.Random(seed)
    end, runs, refused, slowest, wrong = time.monotonic() + seconds, 0, 0, 0.0, 0
    while time.monotonic() < end:
        name = chance.choice(list(READERS))
        reader, real = READERS[name]
        data = garbage(chance) if chance.random() < 0.1 else mutated(chance.choice(real), chance)  # noqa: PLR2004  # a tenth
        start = time.process_time()
        try:
            reader(data)
        except DataError as error:
            refused += 1
            for form in FORMATS:
                worded(error.problems, form, ROOT, io.StringIO()).encode()
        except Exception as error:  # noqa: BLE001  # what the search is for
            wrong += 1
            _keep(data, f"{name}: {type(error).__name__}: {error}"[:200])
        took = time.process_time() - start
        if took > MOST_S:
            wrong += 1
            _keep(data, f"{name}: {took:.1f} s for {len(data)} bytes")
        slowest, runs = max(slowest, took), runs + 1
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"seed {seed}: {runs:,} files, {refused:,} refused, {wrong} wrong")
    print(f"slowest {slowest:.2f} s, memory {memory:.0f} MB at most")
    return 1 if wrong or memory > MOST_MB else 0


def _keep(data: bytes, what: str) -> None:
    folder = ROOT / ".benchmark" / "fuzz"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{abs(hash(data)):x}"
    path.write_bytes(data)
    print(f"{path.name}: {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
