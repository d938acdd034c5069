"""The preview: the last good site, and what is to be mended in the files as they are now."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from generator.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from generator.errors import Problem

KEPT = "Le site garde sa dernière bonne version."
AWAITED = "Corrigez, puis enregistrez : le site se montrera seul."


class Site(Protocol):
    """Give the files of a site, as `engine.Draft` does."""

    def read(self, name: str) -> bytes | None:
        """Give a file by its path in the folder of a built site; None where there is none."""

    def place(self, name: str) -> tuple[str, int] | None:
        """Tell which file and line of the project make a page; None for what is no page."""


class Trial(Protocol):
    """Try aside what would keep the site offline, as `rehearsal.Rehearsal` does."""

    def begin(self, heard: Callable[[Sequence[Problem | str]], None]) -> None:
        """Begin anew; `heard` is called with what was found, from another thread."""

    def stop(self) -> None:
        """End the one that runs."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Hold what browsers see until something changes."""

    site: Site | None = None
    """The last good one, if any."""
    problems: Sequence[Problem | str] = ()
    late: bool = False
    """Whether the site is older than the files, since these have problems."""
    version: str = field(default_factory=lambda: str(time.time_ns()))
    """What a browser compares to know that it must load its page anew."""


class Preview:
    """Follow the files of a project: a bad save changes what is said, and not the site."""

    def __init__(
        self,
        root: Path,
        make: Callable[[], Site],
        rehearsal: Trial,
        say: Callable[[str], None],
    ) -> None:
        self.shown = Shown()
        self._root = root
        self._make = make
        self._rehearsal = rehearsal
        self._say = say
        self._lock = Lock()

    def refresh(self) -> None:
        """Read all the files anew; then try aside what would keep the site offline."""
        self._rehearsal.stop()
        try:
            site = self._make()
        except DataError as error:
            last = self.shown.site
            self._show(Shown(site=last, problems=error.problems, late=True))
            self._say(KEPT if last else AWAITED)
        except Exception as error:  # noqa: BLE001  # the next save may mend what nobody thought of
            told = f"le site n'a pas pu être fait ({type(error).__name__} : {error})."
            self._show(Shown(site=self.shown.site, problems=[told], late=True))
        else:
            self._show(Shown(site=site))
            self._rehearsal.begin(
                lambda found: self._show(Shown(site=site, problems=found), only_over=site)
            )

    def sources(self) -> Mapping[str, Path]:
        """Lead from the name of each file that editors write to where it is."""
        found = [self._root / "mkdocs.yml", *(self._root / "data").glob("*.yaml")]
        found += (self._root / "docs").rglob("*.md")
        return {path.relative_to(self._root).as_posix(): path for path in sorted(found)}

    def _show(self, shown: Shown, *, only_over: Site | None = None) -> None:
        """Show that from now on; `only_over` a site, unless a save has come since."""
        with self._lock:
            if only_over is not None and (self.shown.late or self.shown.site is not only_over):
                return
            self.shown = shown
        for problem in shown.problems:
            self._say(str(problem))
