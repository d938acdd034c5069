"""Whatever stops a build, the site is a whole one: the earlier or the new."""

from __future__ import annotations

import math
import os
import random
import re
import signal
import subprocess
import sys
import time
from datetime import date
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.__main__ import main
from generator.lingering import LINGERING
from generator.releases import KEPT, ORDER, STORE, fingerprint, put_online, rollback
from generator.workplace import ASIDE, alone
from tests.web.place import LILLE, LYON, ROOT, lay, left, write_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TIMES = 12
"""As many as fell within a build when each of twenty had Python to load first."""
LISTS = ([LYON], [LYON, LILLE])
# A process that has loaded all that a build needs, and begins one for each line that it reads:
# in how many seconds it is to be killed (never: « inf »), and the folder of the project.
LAUNCHER = """
import math, os, signal, sys, time
from generator import engine, report
from generator.__main__ import main
print("ready", flush=True)
for line in sys.stdin:
    seconds, root = line.rstrip("\\n").split(" ", 1)
    if not (child := os.fork()):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        try:
            code = main(["--racine", root, "build"])
        finally:
            os._exit(code)
    if math.isfinite(float(seconds)):
        time.sleep(float(seconds))
        os.kill(child, signal.SIGKILL)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
CALLS = ("chmod", "link", "mkdir", "rename", "replace", "rmdir", "symlink", "unlink", "utime")


class Built(NamedTuple):
    """Name the sites that the two lists make, and how long one takes."""

    names: list[str]
    seconds: float


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay a project of one hospital."""
    return lay(tmp_path_factory.mktemp("arret") / "site", LISTS[0])


class Builder:
    """Run « make build » in processes that can be killed."""

    def __init__(self, launcher: subprocess.Popen[str]) -> None:
        assert launcher.stdin
        assert launcher.stdout
        self._asked, self._told = launcher.stdin, launcher.stdout
        assert self._told.readline() == "ready\n"

    def build(self, root: Path, seconds: float = math.inf) -> int:
        """Build, and kill it after some seconds; give its exit code, below 0 if it was killed."""
        print(seconds, root, file=self._asked, flush=True)
        return int(self._told.readline())


@pytest.fixture(scope="module")
def builder() -> Iterator[Builder]:
    """Load once what each of the builds needs: it takes as long as a build."""
    words = [sys.executable, "-c", LAUNCHER]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as launcher:
        yield Builder(launcher)


@pytest.fixture(scope="module")
def built(root: Path, builder: Builder) -> Built:
    """Build both lists, the first one last."""
    names = {}
    start = time.monotonic()
    for place in (1, 0):
        write_list(root, LISTS[place])
        assert builder.build(root) == 0
        names[place] = online(root)
    return Built([names[0], names[1]], (time.monotonic() - start) / 2)


def online(root: Path) -> str:
    """Name the site that is online, by all that a reader could ask of it."""
    return fingerprint(root / "site")


def test_a_build_killed_at_any_moment_leaves_a_whole_site(
    root: Path, built: Built, builder: Builder
) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed: {seed}, build: {built.seconds:.1f} s")  # noqa: T201  # to run a failure again
    moments = random.Random(seed)
    # One in each part of a build, so that none goes untried; in no order.
    parts = moments.sample(range(TIMES), TIMES)
    for attempt, part in enumerate(parts):
        before = online(root)
        wanted = (attempt + 1) % 2
        write_list(root, LISTS[wanted])
        moment = (part + moments.random()) / TIMES
        assert builder.build(root, moment * built.seconds) in {-signal.SIGKILL, 0}
        assert online(root) in {before, built.names[wanted]}
        assert len(left(root)) <= 1
        assert len(list((root / STORE).iterdir())) <= KEPT + 4
    write_list(root, LISTS[0])
    assert builder.build(root) == 0
    assert online(root) == built.names[0]
    assert litter(root) == set()


def test_two_builds_are_the_same_to_the_byte_small_copies_too(
    root: Path, built: Built, tmp_path: Path
) -> None:
    assert list((root / "site").rglob("*.br"))
    other = lay(tmp_path / "site", LISTS[0])
    assert main(["--racine", str(other), "build"]) == 0
    assert online(other) == built.names[0]


def test_a_broken_hospital_leaves_the_earlier_site(
    root: Path, built: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    write_list(root, [{**LYON, "telephone": "12"}])
    assert main(["--racine", str(root), "build"]) == 1
    assert capsys.readouterr().err.endswith("Le site n'a pas changé : la construction a échoué.\n")
    assert online(root) == built.names[0]
    assert litter(root) == set()


def test_refused_pages_are_kept_to_be_read_and_the_earlier_site_stays(
    root: Path, built: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    write_list(root, LISTS[1])
    page = root / "docs" / "texte.md"
    text = page.read_text("utf-8")
    page.write_text(text + '\n<p onclick="x()">Un geste.</p>\n', "utf-8")
    for _ in range(2):
        assert main(["--racine", str(root), "build"]) == 1
    told = re.fullmatch(
        r"texte/index\.html:(\d+):(\d+): attribut onclick= : branchez cette action dans un fichier"
        r" \.js\.\nLe site n'a pas changé ; les pages refusées sont dans \.build/refuse/\.\n",
        "".join(capsys.readouterr().err.splitlines(keepends=True)[-2:]),
    )
    assert told
    refused = (root / ".build" / "refuse" / "texte" / "index.html").read_text("utf-8").split("\n")
    assert refused[int(told[1]) - 1][int(told[2]) - 1 :].startswith('<p onclick="x()">')
    assert online(root) == built.names[0]
    page.write_text(text, "utf-8")
    assert main(["--racine", str(root), "build"]) == 0
    assert left(root) == []
    assert online(root) == built.names[1]


def test_a_page_that_is_hard_to_read_is_named_and_put_online_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.commands.build.today", lambda: date(2026, 11, 28))
    root = lay(tmp_path / "site", LISTS[0])
    page = root / "docs" / "texte.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\nLe {'chat ' * 26}dort.\n", "utf-8")
    assert main(["--racine", str(root), "build"]) == 0
    line = text.count("\n") + 2
    assert capsys.readouterr() == (
        "Site construit dans site/ : 1 centre.\n",
        f"docs/texte.md : phrase la plus longue 28 mots (25 au plus), ligne {line}\n"
        "À vérifier : 6 faits jamais vérifiés dans 1 centre (python -m generator a-verifier).\n",
    )
    assert "chat chat dort." in (root / "site" / "texte" / "index.html").read_text("utf-8")


def test_one_build_at_a_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with alone(tmp_path):
        for asked in ("build", "rollback"):
            assert main(["--racine", str(tmp_path), asked]) == 1
    told = "Une construction est déjà en cours : attendez sa fin, puis recommencez.\n"
    assert capsys.readouterr().err == told * 2


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".build" / f"{ASIDE}ancien").mkdir(parents=True)
    (tmp_path / ".build" / "brouillon").mkdir()
    with alone(tmp_path) as work:
        assert [path.name for path in work.iterdir()] == ["brouillon"]


class KilledError(BaseException):
    """Stand for kill -9: nothing that the program does afterwards has an effect."""


@pytest.mark.parametrize("already", [["trois"], ["un", "deux", "trois"], ["trois", "quatre"], []])
@pytest.mark.parametrize("plain", [False, True])
def test_a_swap_killed_at_each_of_its_steps_leaves_a_whole_site(
    tmp_path: Path, already: list[str], *, plain: bool
) -> None:
    for step in count():
        place = tmp_path / str(step)
        for words in already:
            swap(place, words)
        if plain and already:
            release = (place / "site").resolve()
            (place / "site").unlink()
            release.rename(place / "site")
        finished = runs(step, partial(swap, place, "quatre"))
        # A plain folder, as nobody makes any more, is renamed before the link takes its name.
        missing = plain or not already
        assert said(place) in {already[-1] if already else None, "quatre", *([None] * missing)}
        # « quatre » may have been half made, « un » half deleted.
        for words in ("quatre", "un", "cinq"):
            swap(place, words)
            assert said(place) == words
        assert litter(place) == set()
        if finished:
            break
    assert step > 5


def test_a_rollback_killed_at_each_of_its_steps_leaves_a_whole_site(tmp_path: Path) -> None:
    for step in count():
        place = tmp_path / str(step)
        for words in ("un", "deux", "trois"):
            swap(place, words)
        finished = runs(step, partial(rollback, place / "site"))
        assert said(place) in ({"deux"} if finished else {"trois", "deux"})
        assert rollback(place / "site")
        assert litter(place) == set()
        if finished:
            break
    assert step > 1


def test_the_site_goes_back_one_version_at_a_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in ("un", "deux", "trois"):
        swap(tmp_path, words)
    for words in ("deux", "un"):
        assert main(["--racine", str(tmp_path), "rollback"]) == 0
        assert said(tmp_path) == words
        name = (tmp_path / "site").resolve().name
        told = rf"Le site est revenu à la version {name}, construite le \d.* à \d\d:\d\d\.\n"
        assert re.fullmatch(told, capsys.readouterr().out)
    assert main(["--racine", str(tmp_path), "rollback"]) == 1
    expected = "Aucune version précédente n'est gardée : le site n'a pas changé.\n"
    assert capsys.readouterr() == ("", expected)
    assert said(tmp_path) == "un"


def test_a_build_after_a_rollback_forgets_what_was_left(tmp_path: Path) -> None:
    for words in ("un", "deux", "trois"):
        swap(tmp_path, words)
    rollback(tmp_path / "site")
    swap(tmp_path, "quatre")
    assert said(tmp_path) == "quatre"
    assert not list((tmp_path / STORE).glob(fingerprint(written(tmp_path, "trois"))))
    for words in ("deux", "un"):
        rollback(tmp_path / "site")
        assert said(tmp_path) == words


def test_the_version_that_was_left_can_be_built_again(tmp_path: Path) -> None:
    for words in ("un", "deux"):
        swap(tmp_path, words)
    rollback(tmp_path / "site")
    swap(tmp_path, "deux")
    assert said(tmp_path) == "deux"
    rollback(tmp_path / "site")
    assert said(tmp_path) == "un"


@pytest.mark.parametrize("lost", [ORDER, None])
def test_a_rollback_bears_what_was_deleted_by_hand(tmp_path: Path, lost: str | None) -> None:
    for then, words in enumerate(("un", "deux", "trois")):
        swap(tmp_path, words)
        os.utime((tmp_path / "site").resolve(), (then, then))
    (tmp_path / STORE / lost if lost else tmp_path / "site").unlink()
    rollback(tmp_path / "site")
    assert said(tmp_path) == ("deux" if lost else "trois")


def test_there_is_nothing_to_go_back_to_before_the_first_build(tmp_path: Path) -> None:
    assert rollback(tmp_path / "site") is None
    assert not (tmp_path / "site").exists()


def runs(step: int, action: Callable[[], object]) -> bool:
    """Run until the given change on the disk; tell whether all were made."""
    made = 0

    def stopping(call: str) -> Callable[..., object]:
        real = getattr(os, call)

        def change(*arguments: object, **options: object) -> object:
            nonlocal made
            if made >= step:
                raise KilledError
            made += 1
            return real(*arguments, **options)

        return change

    with pytest.MonkeyPatch.context() as patch:
        for call in CALLS:
            patch.setattr(os, call, stopping(call))
        try:
            action()
        except KilledError:
            return False
    return True


def swap(place: Path, words: str) -> None:
    """Make a site and put it online."""
    put_online(written(place, words), place / "site")


def written(place: Path, words: str) -> Path:
    """Write a site of two pages and an asset."""
    made = place / ".build" / words
    (made / "page").mkdir(parents=True, exist_ok=True)
    (made / "assets").mkdir(exist_ok=True)
    (made / "assets" / f"site.{words}.css").write_text(words, "utf-8")
    for name in ("index.html", "page/index.html"):
        (made / name).write_text(words, "utf-8")
    return made


def said(place: Path) -> str | None:
    """Read what both pages of the site say, or None where there is no site."""
    if not (place / "site").exists():
        return None
    first, second = (
        (place / "site" / name).read_text("utf-8") for name in ("index.html", "page/index.html")
    )
    assert first == second
    asset = place / STORE / LINGERING / "assets" / f"site.{first}.css"
    assert asset.read_text("utf-8") == first
    return first


def litter(root: Path) -> set[str]:
    """List what is neither the project nor a kept site."""

    def found() -> Iterator[str]:
        yield from (path.name for path in root.glob(".site.*"))
        yield from (path.name for path in (root / ".build").glob(f"{ASIDE}*"))
        order = (root / STORE / ORDER).read_text("utf-8").split()
        assert len(order) <= KEPT
        yield from {path.name for path in (root / STORE).iterdir()} - {ORDER, LINGERING, *order}

    return set(found())
