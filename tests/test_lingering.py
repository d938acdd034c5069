"""The assets of the sites before: a page that was read before a change still finds them."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from generator import lingering
from generator.lingering import LINGERING
from generator.releases import KEPT, ORDER, STORE, put_online, rollback

if TYPE_CHECKING:
    from pathlib import Path


def online(root: Path, name: str) -> None:
    """Put online a site that has one sheet, and a folder named by its content."""
    made = root / ".build" / name
    for path in (f"assets/site.{name}.css", f"assets/lieux/{name}/a.json", "index.html"):
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_text(name, "utf-8")
    put_online(made, root / "site")


def answers(root: Path) -> dict[str, str]:
    """Give what still answers, by its path."""
    here = root / STORE / LINGERING
    return {
        path.relative_to(here).as_posix(): path.read_text("utf-8")
        for path in here.rglob("*")
        if path.is_file()
    }


def expected(*names: str) -> dict[str, str]:
    """List what answers when the assets of these sites do."""
    paths = ("assets/site.{}.css", "assets/lieux/{}/a.json")
    return {path.format(name): name for name in names for path in paths}


def test_the_assets_of_the_site_before_answer_after_a_release_and_a_rollback(
    tmp_path: Path,
) -> None:
    online(tmp_path, "un")
    online(tmp_path, "deux")
    assert answers(tmp_path) == expected("un", "deux")
    rollback(tmp_path / "site")
    assert answers(tmp_path) == expected("un", "deux")


def test_the_assets_of_a_plain_folder_called_site_answer_once_it_is_replaced(
    tmp_path: Path,
) -> None:
    online(tmp_path, "un")
    (tmp_path / "site").resolve().rename(tmp_path / "simple")
    (tmp_path / "site").unlink()
    (tmp_path / STORE / ORDER).unlink()
    shutil.rmtree(tmp_path / STORE / LINGERING)
    (tmp_path / "simple").rename(tmp_path / "site")
    online(tmp_path, "deux")
    assert answers(tmp_path) == expected("un", "deux")


def test_an_asset_answers_for_a_day_after_its_site_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [str(number) for number in range(KEPT + 2)]
    for name in names[:-1]:
        online(tmp_path, name)
    assert answers(tmp_path) == expected(*names[:-1])
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + lingering.DAY + 60)
    online(tmp_path, names[-1])
    assert answers(tmp_path) == expected(*names[2:])
    folders = {path.name for path in (tmp_path / STORE / LINGERING).rglob("*") if path.is_dir()}
    assert folders == {"assets", "lieux", *names[2:]}


@pytest.mark.parametrize("only_one_name", [False, True])
def test_an_asset_takes_no_room_where_the_disk_gives_a_file_two_names(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    only_one_name: bool,  # noqa: FBT001  # a case
) -> None:
    if only_one_name:
        monkeypatch.setattr(os, "link", refuse)
    online(tmp_path, "un")
    assert answers(tmp_path) == expected("un")
    sheet = "assets/site.un.css"
    one, other = tmp_path / "site" / sheet, tmp_path / STORE / LINGERING / sheet
    assert one.samefile(other) is not only_one_name


def refuse(*_: object) -> None:
    """Refuse as FAT does."""
    raise PermissionError


def test_a_store_whose_order_was_lost_takes_no_asset_for_a_site(tmp_path: Path) -> None:
    online(tmp_path, "un")
    (tmp_path / STORE / ORDER).unlink()
    (tmp_path / "site").unlink()
    rollback(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "un"
