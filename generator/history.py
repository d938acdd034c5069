"""The files as they were in an earlier version, by the program git."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import PlainError

if TYPE_CHECKING:
    from pathlib import Path


class HistoryError(PlainError):
    """Tell why an earlier version cannot be read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """Hold where an earlier version is: a commit, and the folder whose files are asked for."""

    root: Path
    commit: str
    day: str
    """The day it was committed: "2026-11-28"."""

    def files(self, *paths: str) -> dict[str, bytes]:
        """Read the files at these paths from the root, and those in these folders, by their name.

        What was not there is left out. Raises HistoryError where git has not kept what it held.
        """
        listed = _git(self.root, "ls-tree", "-r", "-z", self.commit, *paths).stdout
        # Modes 100644 and 100755 alone: neither a link nor another repository.
        files = re.findall(rb"(?<![^\0])100\d{3} blob ([0-9a-f]+)\t([^\0]+)", listed)
        asked = b"".join(blob + b"\n" for blob, _ in files)
        told = io.BytesIO(_git(self.root, "cat-file", "--batch", given=asked).stdout)
        return {name: _next(told, name) for name in (os.fsdecode(path) for _, path in files)}

    def touched(self) -> list[str]:
        """Name the files in the folder that are no longer as they were, from the root."""
        options = ("--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z")
        changed = _git(self.root, "diff", *options, self.commit, "--", ".").stdout
        new = _git(self.root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".").stdout
        return sorted({os.fsdecode(name) for name in (changed + new).split(b"\0") if name})


def version(root: Path, name: str) -> Version:
    """Find the version that a branch, a tag or a commit names, for the files of a folder.

    Raises HistoryError where there is none, no repository or no git.
    """
    inside = _git(root, "rev-parse", "--is-inside-work-tree", check=False)
    if inside.stdout.strip() != b"true":
        raise HistoryError(_refused(root, inside.stderr))
    # A name that begins with a dash would be an option.
    found = not name.startswith("-") and _git(
        root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", check=False
    )
    commit = found.stdout.decode().strip() if found else ""
    if not re.fullmatch("[0-9a-f]+", commit):  # « ^main » is what main does not hold
        raise HistoryError(_unknown(root, " ".join(name.split())))
    day = _git(root, "show", "--no-patch", "--no-show-signature", "--format=%cs", commit).stdout
    return Version(root=root, commit=commit, day=day.decode().strip())


def _next(told: io.BytesIO, name: str) -> bytes:
    """Read the next file of what « git cat-file --batch » says: a head, the bytes, a line end."""
    size = told.readline().split()[-1]
    if not size.isdigit():
        raise HistoryError(f"git n'a pas gardé « {name} » de cette version : lancez « git fetch ».")
    data = told.read(int(size))
    told.read(1)
    return data


def _unknown(root: Path, name: str) -> str:
    shallow = _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    if shallow:
        return (
            f"La version « {name} » n'est pas dans cette copie, qui n'a que les dernières :"
            " lancez « git fetch --unshallow », puis recommencez."
        )
    return (
        f"git ne connaît pas la version « {name} » : donnez une branche, une étiquette ou un"
        " numéro de version (exemple : origin/main)."
    )


def _refused(root: Path, said: bytes) -> str:
    if b"dubious ownership" in said:
        return (
            f"git refuse de lire {root}, qui appartient à une autre personne : lancez"
            f' « git config --global --add safe.directory "{root}" ».'
        )
    return f"{root} n'est pas suivi par git : il n'y a pas de version à comparer."


def _git(
    root: Path, *arguments: str, given: bytes = b"", check: bool = True
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder; raise HistoryError where it is missing, or fails and may not."""
    program = shutil.which("git")
    if program is None:
        raise HistoryError("Le programme git est introuvable : installez-le, puis recommencez.")
    # In English, since we read it; asking nobody a password; leaving its index as it is.
    words = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    done = subprocess.run(  # noqa: S603  # names come after what makes them no option
        [program, "-C", str(root), *arguments],
        input=given,
        capture_output=True,
        check=False,
        env=os.environ | words,
    )
    if check and done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise HistoryError(f"git a échoué ({said}).")
    return done
