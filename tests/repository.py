"""A repository of git, made for one test."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def alone(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Keep git from what the machine, a hook or a repository around the folder says."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder))
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Camille")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "camille@example.org")
        monkeypatch.setenv(f"GIT_{who}_DATE", "2026-03-01T12:00:00Z")


def git(folder: Path, *arguments: str) -> str:
    """Run git, which must succeed."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],  # noqa: S607  # the one of this machine
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write files, and their folders."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def commit(folder: Path, files: dict[str, bytes]) -> str:
    """Write files and commit all that there is."""
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "essai")
    return git(folder, "rev-parse", "HEAD")
