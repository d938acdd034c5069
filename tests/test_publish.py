"""The finished folder: what is wrong with it, and how it replaces the site."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator import publish
from generator.finished import Site
from generator.releases import KEPT, fingerprint, put_online
from tests.samples import directory, entry, lille, register, without

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.directory import Directory

LYON = (
    "<h1>Hôpital Lyon&nbsp;Sud</h1> Oullins-Pierre-Bénite <a>04&nbsp;78&nbsp;86&nbsp;18&nbsp;01</a>"
)
LILLE = "<h1>CHU de Lille</h1><p>Lille, 04 78 86\n18 01</p>"


def faults(folder: Path, listed: Directory) -> Iterator[str]:
    """Read a finished folder back and say what is wrong in it."""
    return publish.faults(Site.read(folder), listed)


def two(**changes: dict[str, str]) -> Directory:
    """Read a list of two hospitals, the second one changed."""
    return directory(entry(), lille(**changes))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write by hand the site of two hospitals."""
    made = tmp_path / "bati"
    both = '<a href="../centres/lyon-sud/">a</a><a href="../centres/lille/">b</a>'
    pages = {
        "centres/index.html": '<a href="lyon-sud/">a</a><a href="lille/">b</a>',
        "carte/index.html": both,
        "trouver/index.html": both,
        "centres/lyon-sud/index.html": LYON,
        "centres/lille/index.html": LILLE,
        "assets/carte.js": 'poserCentres(carte, [{"id":"lyon-sud"},{"id":"lille"}], {});',
    }
    for name, text in pages.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return made


def test_a_whole_site_has_no_fault(folder: Path) -> None:
    assert list(faults(folder, two())) == []


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        ("centres/lille/index.html", "CHU de Lille", "CHU", "sa page ne dit pas « CHU de Lille »."),
        ("centres/lille/index.html", "Lille, ", "", None),
        (
            "centres/lille/index.html",
            "86\n18",
            "86 19",
            "sa page ne dit pas « 04\u00a078\u00a086\u00a018\u00a001 ».",
        ),
        ("centres/index.html", 'href="lille/"', "", "manque dans la liste."),
        ("centres/index.html", 'href="lille/"', 'href="../lille/"', "manque dans la liste."),
        ("carte/index.html", "../centres/lille/", "#", "manque dans la liste sous la carte."),
        ("trouver/index.html", "../centres/lille/", "#", "manque dans « Trouver un centre »."),
        ("assets/carte.js", '"lille"', '"lille-2"', "manque dans la carte."),
    ],
)
def test_a_hospital_that_the_site_leaves_out_is_said(
    folder: Path, page: str, old: str, new: str, expected: str | None
) -> None:
    path = folder / page
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert list(faults(folder, two())) == ([f"centre « lille » : {expected}"] if expected else [])


def test_a_missing_page_is_said(folder: Path) -> None:
    (folder / "centres/lille/index.html").unlink()
    assert list(faults(folder, two())) == ["centre « lille » : sa page manque."]


def test_a_missing_page_hides_no_other_fault(folder: Path) -> None:
    (folder / "centres/lyon-sud/index.html").unlink()
    (folder / "assets/carte.js").unlink()
    assert list(faults(folder, two())) == [
        "centre « lyon-sud » : sa page manque.",
        "centre « lille » : manque dans la carte.",
    ]


def test_a_hospital_without_phone_needs_none(folder: Path) -> None:
    (folder / "centres/lille/index.html").write_text("CHU de Lille", "utf-8")
    silent = without(lille(), "telephone")
    silent["sources"] = [register(etablit="[activite, adresse, position, publics, maladies]")]
    assert list(faults(folder, directory(entry(), silent))) == []


def test_a_withdrawn_hospital_that_is_still_listed_is_said(folder: Path) -> None:
    withdrawn = two(retire={"le": "2026-11", "motif": "fermé"})
    assert list(faults(folder, withdrawn)) == [
        "centre « lille » : est encore dans la liste.",
        "centre « lille » : est encore dans la liste sous la carte.",
        "centre « lille » : est encore dans « Trouver un centre ».",
        "centre « lille » : est encore dans la carte.",
    ]
    for name, text in {
        "centres/index.html": '<a href="lyon-sud/">a</a>',
        "carte/index.html": '<a href="../centres/lyon-sud/">a</a>',
        "trouver/index.html": '<a href="../centres/lyon-sud/">a</a>',
        "assets/carte.js": '[{"id":"lyon-sud"}]',
    }.items():
        (folder / name).write_text(text, "utf-8")
    assert list(faults(folder, withdrawn)) == []


def test_a_withdrawn_hospital_keeps_its_page(folder: Path) -> None:
    (folder / "centres/lille/index.html").unlink()
    withdrawn = two(retire={"le": "2026-11", "motif": "fermé"})
    assert list(faults(folder, withdrawn)) == ["centre « lille » : sa page manque."]


def built(root: Path, words: str) -> Path:
    """Make a finished folder of one page."""
    made = root / ".build" / "essai"
    made.mkdir(parents=True)
    (made / "index.html").write_text(words, "utf-8")
    return made


def releases(root: Path) -> set[str]:
    """List what the kept sites say."""
    return {path.read_text("utf-8") for path in (root / ".publie").glob("*/index.html")}


def age(root: Path, seconds: int) -> None:
    """Make every kept site older."""
    for path in (root / ".publie").iterdir():
        then = path.stat().st_mtime - seconds
        os.utime(path, (then, then))


def test_a_finished_folder_becomes_the_site(tmp_path: Path) -> None:
    made = built(tmp_path, "un")
    release = put_online(made, tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "site").resolve() == release
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "un"
    assert not made.exists()
    assert {path.name for path in tmp_path.iterdir()} == {".build", ".publie", "site"}


def test_the_link_is_relative_so_that_the_folder_can_move(tmp_path: Path) -> None:
    root = tmp_path / "ici"
    root.mkdir()
    put_online(built(root, "un"), root / "site")
    root.rename(tmp_path / "ailleurs")
    assert (tmp_path / "ailleurs" / "site" / "index.html").read_text("utf-8") == "un"


def test_a_finished_folder_is_readable_by_a_server(tmp_path: Path) -> None:
    made = built(tmp_path, "un")
    made.chmod(0o700)
    assert put_online(made, tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_the_site_is_swapped_and_the_earlier_one_kept(tmp_path: Path) -> None:
    first = put_online(built(tmp_path, "un"), tmp_path / "site")
    second = put_online(built(tmp_path, "deux"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "deux"
    assert (first / "index.html").read_text("utf-8") == "un"
    assert first != second


def test_at_most_a_few_sites_are_kept_the_newest(tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        put_online(built(tmp_path, str(number)), tmp_path / "site")
        age(tmp_path, 60)
    assert releases(tmp_path) == {str(number) for number in range(2, KEPT + 2)}
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == str(KEPT + 1)


def test_the_same_content_is_kept_once_under_the_same_name(tmp_path: Path) -> None:
    first = put_online(built(tmp_path, "un"), tmp_path / "site")
    again = put_online(built(tmp_path, "un"), tmp_path / "site")
    assert again == first
    assert releases(tmp_path) == {"un"}
    assert not (tmp_path / ".build" / "essai").exists()
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "un"


def test_an_old_content_that_comes_back_is_the_newest(tmp_path: Path) -> None:
    for words in ("un", "deux", "trois", "un", "quatre"):
        put_online(built(tmp_path, words), tmp_path / "site")
        age(tmp_path, 60)
    assert releases(tmp_path) == {"un", "trois", "quatre"}


def test_a_plain_folder_called_site_is_set_aside(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("ancien", "utf-8")
    put_online(built(tmp_path, "un"), site)
    assert site.is_symlink()
    assert (site / "index.html").read_text("utf-8") == "un"
    assert releases(tmp_path) == {"ancien", "un"}


def test_a_link_left_by_an_interruption_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / f".site.{os.getpid()}").symlink_to("nulle-part")
    put_online(built(tmp_path, "un"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "un"
    assert {path.name for path in tmp_path.iterdir()} == {".build", ".publie", "site"}


def test_a_broken_link_called_site_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("nulle-part")
    put_online(built(tmp_path, "un"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "un"


@pytest.mark.parametrize(
    "files",
    [
        {"a": "2"},
        {"b": "1"},
        {"a": "1", "b": ""},
        {"d/a": "1"},
        {"a": ""},
    ],
)
def test_another_content_has_another_name(tmp_path: Path, files: dict[str, str]) -> None:
    def named(folder: Path, contents: dict[str, str]) -> str:
        for name, text in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return fingerprint(folder)

    first = named(tmp_path / "1", {"a": "1"})
    assert named(tmp_path / "2", {"a": "1"}) == first
    assert named(tmp_path / "3", files) != first
