"""When a save is seen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator import watched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a file in a folder."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.md").write_text("a", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "pages" / "a.md").write_text("ab", "utf-8"),
        lambda folder: os.utime(folder / "pages" / "a.md", ns=(0, 1)),
        lambda folder: (folder / "pages" / "b.md").write_text("", "utf-8"),
        lambda folder: (folder / "pages" / "a.md").unlink(),
        lambda folder: (folder / "pages" / "a.md").rename(folder / "pages" / "c.md"),
        lambda folder: (folder / "liste.yaml").write_text("", "utf-8"),
    ],
    ids=["longer", "as long", "new", "gone", "renamed", "watched before it is there"],
)
def test_what_changes_is_seen(folder: Path, change: Callable[[Path], object]) -> None:
    paths = [folder / "pages", folder / "liste.yaml"]
    before = watched.stamps(paths)
    assert watched.stamps(paths) == before
    change(folder)
    assert watched.stamps(paths) != before


def test_a_folder_that_is_deleted_while_it_is_looked_at_is_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "pages" / "parti").mkdir()
    scan = os.scandir

    def scandir(path: str | Path) -> object:
        if str(path).endswith("parti"):
            raise FileNotFoundError(path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert set(watched.stamps([folder / "pages"])) == {
        str(folder / "pages"),
        str(folder / "pages" / "a.md"),
        str(folder / "pages" / "parti"),
    }


def test_a_save_in_several_steps_is_one_and_none_is_missed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "pages" / "a.md"
    # What happens at each look: nothing, three steps of a save, its end, nothing.
    steps = iter([None, "", "half", "whole", None])

    def tick(_: float) -> None:
        if (text := next(steps)) is not None:
            file.write_text(text, "utf-8")

    monkeypatch.setattr("time.sleep", tick)
    saves = watched.saves([folder])
    next(saves)
    next(saves)
    assert list(steps) == []
    assert file.read_text("utf-8") == "whole"
    # One that came while the last one was dealt with.
    file.write_text("another", "utf-8")
    steps = iter([None, None])
    next(saves)
    assert list(steps) == []
