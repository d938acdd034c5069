"""Earlier versions of files, in a repository made for the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.history import HistoryError, version
from tests.repository import alone, commit, git, write

if TYPE_CHECKING:
    from pathlib import Path

UNKNOWN = (
    "git ne connaît pas la version « {} » : donnez une branche, une étiquette ou un numéro de"
    " version (exemple : origin/main)."
)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    alone(monkeypatch, tmp_path)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with one commit; its site is in a subfolder."""
    folder = tmp_path / "depot"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(
        folder,
        {
            "LISEZ.md": b"racine",
            "site/data/centres.yaml": b"a: \xc3\xa9\r\n",
            "site/docs/index.md": b"blob 3\nmissing\n",
            "site/docs/un dossier/été.md": b"",
            "site/docs/image.png": bytes(range(256)),
        },
    )
    return folder


def test_files_are_read_as_they_were_from_a_subfolder(repository: Path) -> None:
    write(repository, {"site/docs/index.md": b"autre"})
    (repository / "site/data/centres.yaml").unlink()
    files = version(repository / "site", "HEAD").files("data/centres.yaml", "docs/", "absent.txt")
    assert files == {
        "data/centres.yaml": b"a: \xc3\xa9\r\n",
        "docs/image.png": bytes(range(256)),
        "docs/index.md": b"blob 3\nmissing\n",
        "docs/un dossier/été.md": b"",
    }


def test_a_link_is_no_file(repository: Path) -> None:
    (repository / "site/docs/lien.md").symlink_to("index.md")
    commit(repository, {})
    assert "docs/lien.md" not in version(repository / "site", "HEAD").files("docs/")


def test_a_folder_that_was_not_there_yet_had_no_file(repository: Path) -> None:
    (repository / "neuf").mkdir()
    assert version(repository / "neuf", "HEAD").files("docs/", "data/centres.yaml") == {}


@pytest.mark.parametrize(
    "name", ["HEAD", "main", "v1", "origine/main", "HEAD~1", "HEAD^1", "main~1", "@"]
)
def test_a_branch_a_tag_or_a_commit_names_a_version(repository: Path, name: str) -> None:
    first = git(repository, "rev-parse", "HEAD")
    git(repository, "tag", "v1")
    git(repository, "update-ref", "refs/remotes/origine/main", first)
    second = commit(repository, {"LISEZ.md": b"encore"})
    found = version(repository, name)
    assert found.commit == (second if name in {"HEAD", "main", "@"} else first)
    assert found.day == "2026-03-01"
    assert version(repository, first[:10]).commit == first


@pytest.mark.parametrize(
    "name",
    [
        "absente",
        "",
        "-n1",
        "--all",
        "--output=x",
        "main..main",
        "main...main",
        "^main",
        "main:LISEZ.md",
        "HEAD~9",
        "main -- x",
        "main\nmain",
    ],
)
def test_what_names_no_single_version_is_refused(repository: Path, name: str) -> None:
    with pytest.raises(HistoryError) as refused:
        version(repository, name)
    assert str(refused.value) == UNKNOWN.format(" ".join(name.split()))
    assert not (repository / "x").exists()


def test_a_repository_without_a_commit_has_no_version(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    with pytest.raises(HistoryError) as refused:
        version(tmp_path, "HEAD")
    assert str(refused.value) == UNKNOWN.format("HEAD")


def test_a_folder_without_repository_is_said(tmp_path: Path) -> None:
    with pytest.raises(HistoryError) as refused:
        version(tmp_path, "HEAD")
    assert str(refused.value) == (
        f"{tmp_path} n'est pas suivi par git : il n'y a pas de version à comparer."
    )


def test_a_machine_without_git_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HistoryError) as refused:
        version(tmp_path, "HEAD")
    assert str(refused.value) == (
        "Le programme git est introuvable : installez-le, puis recommencez."
    )


def test_a_copy_without_its_past_says_how_to_get_it(repository: Path, tmp_path: Path) -> None:
    commit(repository, {"LISEZ.md": b"encore"})
    copy = tmp_path / "copie"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", str(copy))
    assert version(copy, "HEAD").files("LISEZ.md") == {"LISEZ.md": b"encore"}
    with pytest.raises(HistoryError) as refused:
        version(copy, "HEAD~1")
    assert str(refused.value) == (
        "La version « HEAD~1 » n'est pas dans cette copie, qui n'a que les dernières : lancez"
        " « git fetch --unshallow », puis recommencez."
    )


def test_a_repository_of_someone_else_says_what_to_do(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own way to test it
    with pytest.raises(HistoryError) as refused:
        version(repository, "HEAD")
    assert str(refused.value) == (
        f"git refuse de lire {repository}, qui appartient à une autre personne : lancez"
        f' « git config --global --add safe.directory "{repository}" ».'
    )


def test_a_file_that_git_lost_is_said(repository: Path) -> None:
    found = version(repository, "HEAD")
    lost = git(repository, "rev-parse", "HEAD:LISEZ.md")
    (repository / ".git/objects" / lost[:2] / lost[2:]).unlink()
    with pytest.raises(HistoryError) as refused:
        found.files("LISEZ.md")
    assert str(refused.value) == (
        "git n'a pas gardé « LISEZ.md » de cette version : lancez « git fetch »."
    )


def test_what_git_refuses_is_said_in_one_line(repository: Path) -> None:
    found = version(repository, "HEAD")
    lost = git(repository, "rev-parse", "HEAD^{tree}")
    (repository / ".git/objects" / lost[:2] / lost[2:]).unlink()
    with pytest.raises(HistoryError) as refused:
        found.files("LISEZ.md")
    assert str(refused.value) == "git a échoué (fatal: not a tree object)."


def test_the_files_that_differ_are_named_from_the_folder(repository: Path) -> None:
    found = version(repository / "site", "HEAD")
    assert found.touched() == []
    write(
        repository,
        {
            "LISEZ.md": b"hors du dossier",
            "site/.gitignore": b"ignore.txt\n",
            "site/ignore.txt": b"",
            "site/docs/été.md": b"",
            "site/docs/index.md": b"autre",
        },
    )
    (repository / "site/docs/image.png").unlink()
    git(repository, "add", "site/docs/index.md")
    assert found.touched() == [".gitignore", "docs/image.png", "docs/index.md", "docs/été.md"]
