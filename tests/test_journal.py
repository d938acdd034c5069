"""« python -m generator journal »: what it adds, what it leaves, what it refuses."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import historique, journal
from generator.__main__ import main
from generator.historique import Changement, Fiche, Historique
from generator.inputs import today
from tests.entries import MADE
from tests.repository import alone, commit, git, write
from tests.samples import PAGE, ROOT, entry, lille, yaml_list

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "data/historique.yaml"
START = b"# Not\xc3\xa9 ici.\nchangements:\n"
TWO = yaml_list(entry(), lille()).encode()
THEN = yaml_list(entry(telephone='"04 72 00 00 00"'), lille()).encode()
LAST = yaml_list(
    entry(telephone='"04 72 00 00 00"', publics="[adultes, enfants]"), lille()
).encode()
ENTRY = """\
  - le: 2026-03-02
    depuis: "{commit}"
    centres:
      - id: "lyon-sud"
        nom: "Hôpital Lyon Sud, Oullins-Pierre-Bénite"
        dit:
          - "Téléphone : « 04~78~86~18~01 » devient « 04~72~00~00~00 »."
""".replace("~", "\N{NO-BREAK SPACE}")
MORE = '          - "Qui est soigné : en plus « enfants »."\n'

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make one repository for the module: the geography is read once per folder."""
    folder = tmp_path_factory.mktemp("journal").resolve()
    with pytest.MonkeyPatch.context() as monkeypatch:
        alone(monkeypatch, folder.parent)
        git(folder, "init", "--quiet", "--initial-branch=main")
        (folder / "data").mkdir()
        for name in ("communes.csv", "departements.geojson", "glossaire.yaml", "rgaa.yaml"):
            shutil.copy(ROOT / "data" / name, folder / "data")
        yield folder


@pytest.fixture
def root(shared: Path) -> Path:
    """Commit a list of two hospitals, one page and no entry; then change a telephone."""
    write(shared, {FILE: START, "data/centres.yaml": TWO, "docs/index.md": PAGE.encode()})
    git(shared, "add", "--all")
    git(shared, "commit", "--quiet", "--allow-empty", "--message", "essai")
    write(shared, {"data/centres.yaml": THEN})
    return shared


def run(root: Path, *arguments: str) -> int:
    """Run the command on a day of March."""
    day = () if "--le" in arguments else ("--le", "2026-03-02")
    return main(["--racine", str(root), "journal", *arguments, *day])


def written(root: Path) -> str:
    """Read the file."""
    return (root / FILE).read_bytes().decode()


def head(root: Path) -> str:
    """Name the last version."""
    return git(root, "rev-parse", "HEAD")[:7]


def test_what_changed_is_added_at_the_end_and_said(root: Path, capsys: Captured) -> None:
    added = ENTRY.format(commit=head(root))
    assert run(root) == 0
    assert written(root) == START.decode() + added
    told = "".join(line.removeprefix("  ") for line in added.splitlines(keepends=True))
    assert capsys.readouterr() == (
        f"Ajouté à la fin de data/historique.yaml, au 2\u00a0mars\u00a02026 :\n{told}",
        "",
    )
    assert not [path for path in (root / "data").iterdir() if path.name.startswith(".")]
    assert main(["--racine", str(root), "check"]) == 0


def test_twice_is_once(root: Path, capsys: Captured) -> None:
    assert run(root) == 0
    before = written(root)
    capsys.readouterr()
    assert [run(root), run(root, "--le", "2026-03-09")] == [1, 1]
    assert written(root) == before
    line = (
        "Ce qui a changé depuis la version du 1er\u00a0mars\u00a02026"
        f" ({head(root)}) est déjà dans data/historique.yaml.\n"
    )
    assert capsys.readouterr() == ("", line * 2)


def test_what_changes_more_is_added_alone(root: Path) -> None:
    assert run(root) == 0
    before = written(root)
    write(root, {"data/centres.yaml": LAST})
    assert run(root) == 0
    added = ENTRY.format(commit=head(root)).splitlines(keepends=True)[:-1]
    assert written(root) == before + "".join(added) + MORE


def test_what_was_noted_since_a_version_is_not_noted_again(root: Path, capsys: Captured) -> None:
    first = head(root)
    assert run(root) == 0
    commit(root, {})
    before = written(root)
    assert run(root, first) == 1
    assert written(root) == before
    # What was noted before that version has happened again since.
    write(root, {"data/centres.yaml": TWO})
    commit(root, {})
    write(root, {"data/centres.yaml": THEN})
    assert run(root) == 0
    assert written(root) == before + ENTRY.format(commit=head(root))
    assert capsys.readouterr().err.startswith("Ce qui a changé depuis")


def test_nothing_is_noted_where_nothing_changed(root: Path, capsys: Captured) -> None:
    write(root, {"data/centres.yaml": b"# relu\n" + TWO})
    assert run(root) == 1
    assert written(root) == START.decode()
    assert capsys.readouterr() == (
        "",
        f"Rien n'a changé depuis la version du 1er\u00a0mars\u00a02026 ({head(root)}), ni dans la"
        " liste ni dans le texte des pages : rien n'est noté.\n",
    )


def test_the_day_is_today_unless_another_is_given(root: Path) -> None:
    days = {today()}
    assert main(["--racine", str(root), "journal"]) == 0
    days.add(today())
    assert date.fromisoformat(written(root).partition("le: ")[2][:10]) in days


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("demain", "« demain » n'est pas un jour : écrivez AAAA-MM-JJ (exemple : 2026-12-03).\n"),
        (
            "2026-03",
            "« 2026-03 » n'est pas un jour : écrivez AAAA-MM-JJ (exemple : 2026-12-03).\n",
        ),
        ("9999-01-01", "« 9999-01-01 » est dans le futur : vérifiez ce jour.\n"),
    ],
)
def test_a_wrong_day_is_refused(root: Path, capsys: Captured, day: str, message: str) -> None:
    assert run(root, "--le", day) == 1
    assert capsys.readouterr() == ("", message)
    assert written(root) == START.decode()


def test_a_day_before_the_last_one_is_refused(root: Path, capsys: Captured) -> None:
    assert run(root) == 0
    before = written(root)
    write(root, {"data/centres.yaml": LAST})
    capsys.readouterr()
    assert run(root, "--le", "2026-03-01") == 1
    assert written(root) == before
    assert capsys.readouterr() == (
        "",
        "Le dernier changement noté est du 2\u00a0mars\u00a02026, après le 1er\u00a0mars\u00a02026"
        " : donnez ce jour ou un jour suivant (--le).\n",
    )


def test_a_file_that_cannot_be_added_to_is_left(root: Path, capsys: Captured) -> None:
    write(root, {FILE: b"changements: []\n"})
    assert run(root) == 1
    assert written(root) == "changements: []\n"
    assert capsys.readouterr() == (
        "",
        "data/historique.yaml ne finit pas par une liste à tirets : écrivez « changements: » seul"
        " sur sa ligne, chaque changement dessous, et rien après ; puis recommencez.\n",
    )


def test_what_is_wrong_is_said_before_anything_is_noted(root: Path, capsys: Captured) -> None:
    write(root, {"data/centres.yaml": yaml_list(entry(finess="123")).encode(), FILE: b"- a\n"})
    assert run(root) == 1
    assert written(root) == "- a\n"
    assert capsys.readouterr() == (
        "",
        "data/centres.yaml:10:13: centre « lyon-sud » : le numéro FINESS « 123 » doit avoir 9"
        " caractères (exemple : 750100075).\n"
        "data/historique.yaml:1:1: le fichier doit commencer par « changements: ».\n",
    )


def test_a_wrong_version_is_said_in_one_line(root: Path, capsys: Captured) -> None:
    assert run(root, "absente") == 1
    assert capsys.readouterr() == (
        "",
        "git ne connaît pas la version « absente » : donnez une branche, une étiquette ou un numéro"
        " de version (exemple : origin/main).\n",
    )


def test_a_file_that_is_not_there_is_made(root: Path) -> None:
    (root / FILE).unlink()
    assert run(root) == 0
    assert written(root) == "changements:\n" + ENTRY.format(commit=head(root))


def test_diff_tells_what_is_noted_and_what_is_not_any_more(root: Path, capsys: Captured) -> None:
    assert run(root) == 0
    capsys.readouterr()
    assert main(["--racine", str(root), "diff"]) == 0
    told = capsys.readouterr().out
    assert told.endswith(
        "\n### Page « Ce qui a changé »\n\n- Ajouté : changement du 2\u00a0mars\u00a02026\n"
    )
    assert "D'autres fichiers" not in told
    commit(root, {})
    write(root, {FILE: START})
    assert main(["--racine", str(root), "diff"]) == 0
    assert capsys.readouterr().out.endswith("- Ôté : changement du 2\u00a0mars\u00a02026\n")


# --- whatever the texts ----------------------------------------------------------------------

BEGINNINGS = (
    b"",
    START,
    b"changements:",
    b"# rien",
    START.replace(b"\n", b"\r\n"),
    b"\xef\xbb\xbf",
)


# Each example reads the file several times: a quarter of them takes a second.
@settings(max_examples=settings().max_examples // 4)
@given(start=st.sampled_from(BEGINNINGS), many=st.lists(MADE, max_size=4, unique=True))
@example(start=b"", many=[Changement(le="2026-05-04", liste=("<<<<<<< HEAD", "no", "~"))])
def test_what_is_added_is_read_back_equal_and_what_was_there_stays(
    start: bytes, many: list[Changement]
) -> None:
    data, entries = start, tuple(sorted(many, key=lambda one: one.le))
    for one in entries:
        whole = journal.appended(data, FILE, one)
        assert whole.startswith(data)
        data = whole
    assert historique.read(data, FILE, date(2026, 11, 22)).changements == entries


@pytest.mark.parametrize("margin", ["", "  ", "    "])
def test_an_entry_is_added_under_the_dash_of_the_others(margin: str) -> None:
    one = Changement(le="2026-05-04", liste=("a",))
    start = f"changements:\n{margin}- le: 2026-05-04\n{margin}  pages: [b] # fin".encode()
    whole = journal.appended(start, FILE, one)
    assert whole == start + f"\n{margin}- le: 2026-05-04\n{margin}  liste:\n".encode() + (
        f'{margin}    - "a"\n'.encode()
    )
    assert historique.read(whole, FILE, date(2026, 11, 22)).changements[1] == one


def test_only_what_no_other_entry_says_is_left() -> None:
    both = Fiche(id="nice", nom="CHU de Nice", dit=("a", "b"))
    made = Changement(le="2026-05-04", centres=(both,), liste=("c",), pages=("d",))
    said = Changement(
        le="2026-05-01", centres=(Fiche(nom="CHU de Nice", dit=("a",)),), pages=("d",)
    )
    assert journal.unsaid(made, [said]) == Changement(
        le="2026-05-04", centres=(both.model_copy(update={"dit": ("b",)}),), liste=("c",)
    )
    assert journal.unsaid(made, [made]) is None
    assert journal.since(Historique(changements=(said, made)), [said]) == [made]
