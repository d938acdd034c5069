"""« python -m generator diff », as an editor and a workflow use it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.__main__ import main
from tests.repository import alone, commit, git, write
from tests.samples import PAGE, ROOT, entry, lille, nice, without, yaml_list

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TWO = yaml_list(entry(), lille())
THREE = yaml_list(entry(telephone='"04 72 00 00 00"'), lille(), nice())
DATA = ("communes.csv", "departements.geojson", "glossaire.yaml", "rgaa.yaml")
NOTHING = "<!-- ce-qui-change -->\nRien ne change pour les visiteurs.\n"
TOLD = """\
<!-- ce-qui-change -->
## Ce qui change pour les visiteurs

Comparé à la version du 1er~mars~2026 ({commit}).

La liste passe de 2 à 3 centres. « 1~centre ouvert depuis, selon son hôpital ou la presse » \
apparaît.

### Centres

- **Hôpital Lyon Sud, Oullins-Pierre-Bénite** (`/centres/lyon-sud/`)
    - Téléphone : « 04~78~86~18~01 » devient « 04~72~00~00~00 ».
    - **Attention** (téléphone) : la valeur change, mais pas ses sources ; la page dira encore \
« Numéro relevé dans le registre FINESS en~mars~2020, non revérifié ».
- Ajouté : **CHU de Nice** (`/centres/nice/`)
    - Dans notre liste : « centre ouvert depuis, selon son hôpital ou la presse »
    - Adresse : « 165 chemin du Grand-Revoyet, 06200 Nice »
    - Téléphone : « 04~78~86~18~01 »
    - Qui est soigné : « adultes »
    - Maladies traitées : « lymphome »
""".replace("~", "\N{NO-BREAK SPACE}")

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make one repository for the module: the geography is read once per folder."""
    folder = tmp_path_factory.mktemp("depot").resolve()
    with pytest.MonkeyPatch.context() as monkeypatch:
        alone(monkeypatch, folder.parent)
        git(folder, "init", "--quiet", "--initial-branch=main")
        (folder / "site" / "data").mkdir(parents=True)
        for name in DATA:
            shutil.copy(ROOT / "data" / name, folder / "site" / "data")
        yield folder


@pytest.fixture
def root(shared: Path) -> Path:
    """Commit a list of two hospitals and one page, whatever a test left."""
    site = shared / "site"
    for path in [*site.rglob("*.md"), *site.rglob("*.svg")]:
        path.unlink()
    write(site, {"data/centres.yaml": TWO.encode(), "docs/index.md": PAGE.encode()})
    git(shared, "add", "--all")
    git(shared, "commit", "--quiet", "--allow-empty", "--message", "essai")
    return site


def diff(root: Path, *arguments: str) -> int:
    """Run the command."""
    return main(["--racine", str(root), "diff", *arguments])


def test_what_was_changed_and_not_committed_is_told(root: Path, capsys: Captured) -> None:
    write(root, {"data/centres.yaml": THREE.encode()})
    assert diff(root) == 0
    told = TOLD.format(commit=git(root, "rev-parse", "HEAD")[:7])
    assert capsys.readouterr() == (told, "")


def test_a_branch_is_compared_with_what_is_there_now(root: Path, capsys: Captured) -> None:
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    first = git(root, "rev-parse", "HEAD")[:7]
    commit(root, {"data/centres.yaml": THREE.encode()})
    assert diff(root, "origin/main") == 0
    assert capsys.readouterr() == (TOLD.format(commit=first), "")
    assert diff(root) == 0
    assert capsys.readouterr() == (NOTHING, "")


def test_nothing_is_told_of_order_comments_spaces_and_line_ends(
    root: Path, capsys: Captured
) -> None:
    other = yaml_list(lille(), entry(telephone='"+33 4 78.86.18.01"')).replace("\n", "\r\n")
    page = PAGE.replace("Un texte.", "Un\ntexte.<!-- relu -->").replace("\n", "\r\n")
    write(
        root,
        {"data/centres.yaml": b"# relu\r\n" + other.encode(), "docs/index.md": page.encode()},
    )
    assert diff(root) == 0
    assert capsys.readouterr() == (NOTHING, "")


def test_a_new_page_counts_before_git_knows_it(root: Path, capsys: Captured) -> None:
    write(root, {"docs/a/b.md": PAGE.encode(), "docs/a/c.svg": b"<svg/>"})
    assert diff(root) == 0
    assert capsys.readouterr().out.split("\n")[5:10] == [
        "### Pages",
        "",
        "- Ajoutée : **Une page** (`/a/b/`)",
        "",
        "D'autres fichiers dont le site est fait changent aussi, et ce résumé ne dit pas ce qu'ils"
        " changent : `docs/a/c.svg`.",
    ]


def test_an_old_list_with_faults_is_compared_as_far_as_it_goes(
    root: Path, capsys: Captured
) -> None:
    old = yaml_list(without(entry(finess="123", couleur="bleu"), "ville"), lille())
    commit(root, {"data/centres.yaml": old.encode()})
    write(root, {"data/centres.yaml": TWO.encode()})
    assert diff(root) == 0
    assert capsys.readouterr().out.split("\n")[7:] == [
        "- **Hôpital Lyon Sud, Oullins-Pierre-Bénite** (`/centres/lyon-sud/`)",
        "    - Adresse : « 165 chemin du Grand-Revoyet, 69310 » devient"
        " « 165 chemin du Grand-Revoyet, 69310 Oullins-Pierre-Bénite ».",
        "    - Numéro FINESS : `123` devient `690784137`.",
        "    - **Attention** (adresse) : la valeur change, mais pas ses sources ; la page dira"
        " encore « Adresse relevée dans le registre FINESS en\u00a0mars\u00a02020, non"
        " revérifiée ».",
        "",
    ]


def test_an_old_list_that_is_no_yaml_is_said(root: Path, capsys: Captured) -> None:
    commit(root, {"data/centres.yaml": b"centres: [\n"})
    write(root, {"data/centres.yaml": TWO.encode()})
    assert diff(root) == 0
    assert capsys.readouterr().out.split("\n")[5:] == [
        "La liste de cette version ne peut pas être lue : les centres ne sont pas comparés.",
        "",
    ]


def test_the_new_side_must_pass_the_check(root: Path, capsys: Captured) -> None:
    write(root, {"data/centres.yaml": yaml_list(entry(finess="123")).encode()})
    assert diff(root) == 1
    assert capsys.readouterr() == (
        "",
        "data/centres.yaml:10:13: centre « lyon-sud » : le numéro FINESS « 123 » doit avoir 9"
        " caractères (exemple : 750100075).\n",
    )


@pytest.mark.parametrize("name", ["absente", "HEAD..HEAD"])
def test_a_wrong_version_is_said_in_one_line(root: Path, capsys: Captured, name: str) -> None:
    assert diff(root, name) == 1
    assert capsys.readouterr() == (
        "",
        f"git ne connaît pas la version « {name} » : donnez une branche, une étiquette ou un numéro"
        " de version (exemple : origin/main).\n",
    )


def test_a_version_is_never_an_option_of_git(root: Path, capsys: Captured) -> None:
    assert diff(root, "--", "--output=fuite") == 1
    assert capsys.readouterr().err.startswith("git ne connaît pas la version « --output=fuite »")
    assert not (root / "fuite").exists()


def test_a_long_text_is_cut_on_demand(root: Path, capsys: Captured) -> None:
    write(root, {"data/centres.yaml": THREE.encode()})
    assert diff(root, "--limite", "200") == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == "<!-- ce-qui-change -->"
    assert lines[-3:] == ["", "Et 13 lignes de plus : le texte est trop long.", ""]
