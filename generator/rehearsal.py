"""The command « essai », run aside while an editor writes: the last one begun is the one heard."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from generator.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LINE = re.compile(r"(?P<file>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<message>.*)")


class Rehearsal:
    """Build the whole site in a process of its own, and tell what would keep it offline.

    A process can be stopped at any moment, and takes no time from the pages that are looked at.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = Path(tempfile.mkdtemp(prefix="apercu-"))
        self._process: subprocess.Popen[str] | None = None

    def begin(self, heard: Callable[[Sequence[Problem | str]], None]) -> None:
        """Begin anew; `heard` is called with what was found, from another thread."""
        self.stop()
        # Where the command builds: what a stopped one leaves there is deleted with it.
        self._folder.mkdir(exist_ok=True)
        aside = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self._folder))
        self._process = subprocess.Popen(  # noqa: S603  # ours
            [sys.executable, "-m", "generator", "--racine", str(self._root), "essai"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, **aside, "PYTHONUTF8": "1"},
        )
        if hasattr(os, "setpriority"):  # Windows has none
            # The page that an editor waits for comes first.
            os.setpriority(os.PRIO_PROCESS, self._process.pid, 10)
        Thread(target=self._listen, args=(self._process, heard), daemon=True).start()

    def stop(self) -> None:
        """End the one that runs, and delete what it has built."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _listen(
        self,
        process: subprocess.Popen[str],
        heard: Callable[[Sequence[Problem | str]], None],
    ) -> None:
        assert process.stdout  # noqa: S101  # asked for above
        with process.stdout as lines:
            found = [read_line(line.rstrip("\n")) for line in lines]
        if process.wait() and process is self._process:
            heard(found)


def read_line(line: str) -> Problem | str:
    """Read a problem back from its line; a line without a place stays as it is."""
    if not (found := _LINE.fullmatch(line)):
        return line
    return Problem(
        file=found["file"],
        line=int(found["line"]),
        column=int(found["column"]),
        message=found["message"],
    )
