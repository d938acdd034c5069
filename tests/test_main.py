"""The command line, as an editor uses it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.commands import a_verifier
from generator.texts import BLOCKS
from tests.samples import PAGE, ROOT, directory, entry, lille, nice, without, yaml_list

ONE = yaml_list(entry())
TWO = yaml_list(entry(), lille())
BAD = yaml_list(without(entry(), "nom"), lille(id="Lille"))
BAD_LINES = """\
{file}:6:5: centre « lyon-sud » : la clé « nom » manque (exemple : nom: Hôpital Saint-Louis).
{file}:32:9: centre « Lille » : l'identifiant « Lille » doit être en minuscules sans accent, \
chiffres et tirets, 60 au plus (exemple : lyon-sud).
"""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one root for the module: the geography is read once per root."""
    root = tmp_path_factory.mktemp("racine").resolve()
    (root / "data").mkdir()
    for name in ("communes.csv", "departements.geojson", "glossaire.yaml", "rgaa.yaml"):
        (root / "data" / name).symlink_to(ROOT / "data" / name)
    return root


@pytest.fixture
def root(shared: Path) -> Path:
    """Write a list of two hospitals and one page, as every test finds them."""
    (shared / "data" / "centres.yaml").write_text(TWO, "utf-8")
    docs = shared / "docs"
    docs.mkdir(exist_ok=True)
    for path in docs.iterdir():
        path.unlink()
    (docs / "index.md").write_text(PAGE, "utf-8")
    return shared


Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("text", "words"),
    [(ONE, "1 centre, aucun problème\n"), (TWO, "2 centres, aucun problème\n")],
)
def test_a_right_list_is_counted(root: Path, capsys: Captured, text: str, words: str) -> None:
    (root / "data" / "centres.yaml").write_text(text, "utf-8")
    assert main(["--racine", str(root), "check"]) == 0
    assert capsys.readouterr() == (words, "")


def test_a_withdrawn_hospital_is_not_counted(root: Path, capsys: Captured) -> None:
    gone = nice(retire={"le": "2026-11", "motif": "fermé"})
    (root / "data" / "centres.yaml").write_text(yaml_list(entry(), lille(), gone), "utf-8")
    assert main(["--racine", str(root), "check"]) == 0
    assert capsys.readouterr() == ("2 centres, aucun problème\n", "")


def test_hospitals_are_counted_in_words() -> None:
    assert directory(entry()).counted == "1 centre"
    assert directory(entry(), lille(), nice()).counted == "3 centres"


def test_a_wrong_list_is_said_line_by_line(root: Path, capsys: Captured) -> None:
    (root / "data" / "centres.yaml").write_text(BAD, "utf-8")
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr() == ("", BAD_LINES.format(file="data/centres.yaml"))


def test_wrong_pages_are_said_with_the_list(root: Path, capsys: Captured) -> None:
    (root / "data" / "centres.yaml").write_text(BAD, "utf-8")
    (root / "docs" / "index.md").write_text("# Titre\n", "utf-8")
    assert main(["--racine", str(root), "check"]) == 1
    page = (
        "docs/index.md:1:1: la page doit commencer par « --- », ses clés, puis « --- »"
        " (voir CONTRIBUTING.md).\n"
    )
    assert capsys.readouterr() == ("", BAD_LINES.format(file="data/centres.yaml") + page)


def test_a_wrong_page_alone_is_said(root: Path, capsys: Captured) -> None:
    (root / "docs" / "index.md").write_text(PAGE + "<!-- bloc: xyz -->\n", "utf-8")
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr() == (
        "",
        f"docs/index.md:10:1: bloc inconnu « xyz » ; possibles : {', '.join(BLOCKS)}.\n",
    )


def test_another_file_is_checked_alone(root: Path, capsys: Captured) -> None:
    (root / "docs" / "index.md").write_text("# Titre\n", "utf-8")
    (root / "data" / "centres.yaml").write_text(BAD, "utf-8")
    other = root / "data" / "essai.yaml"
    other.write_text(ONE, "utf-8")
    assert main(["--racine", str(root), "check", str(other)]) == 0
    assert capsys.readouterr() == ("1 centre, aucun problème\n", "")


def test_another_file_is_named_from_the_root(root: Path, capsys: Captured) -> None:
    other = root / "data" / "essai.yaml"
    other.write_text(BAD, "utf-8")
    assert main(["--racine", str(root), "check", str(other)]) == 1
    assert capsys.readouterr() == ("", BAD_LINES.format(file="data/essai.yaml"))


def test_a_file_elsewhere_is_named_in_full(root: Path, capsys: Captured, tmp_path: Path) -> None:
    other = tmp_path.resolve() / "essai.yaml"
    other.write_text(BAD, "utf-8")
    assert main(["--racine", str(root), "check", str(other)]) == 1
    assert capsys.readouterr() == ("", BAD_LINES.format(file=other))


@pytest.mark.parametrize("name", ["absent.yaml", "nulle/part.yaml", ""])
def test_a_file_that_cannot_be_read_is_said(root: Path, capsys: Captured, name: str) -> None:
    path = root / "data" / name
    assert main(["--racine", str(root), "check", str(path)]) == 1
    shown = f"data/{name}".rstrip("/")
    assert capsys.readouterr() == (
        "",
        f"{shown}:1:1: ce fichier est introuvable ou illisible.\n",
    )


def test_a_missing_list_is_said(root: Path, capsys: Captured) -> None:
    (root / "data" / "centres.yaml").unlink()
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr() == (
        "",
        "data/centres.yaml:1:1: ce fichier est introuvable ou illisible.\n",
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "1:1: le fichier est vide."),
        (
            b"liste: \xe9\n",
            "1:8: le fichier n'est pas en UTF-8 : réenregistrez-le avec l'encodage « UTF-8 ».",
        ),
        (b"liste: [a\n", "1:8: il manque une virgule ou un crochet fermant « ] »."),
        (b"- a\n", "1:1: le fichier doit commencer par « liste: » puis « centres: »."),
        (b"\x00", "1:1: caractère invisible U+0000 : supprimez-le et retapez ce mot."),
    ],
)
def test_a_damaged_list_is_said(root: Path, capsys: Captured, data: bytes, expected: str) -> None:
    (root / "data" / "centres.yaml").write_bytes(data)
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr() == ("", f"data/centres.yaml:{expected}\n")


@pytest.mark.parametrize("arguments", [[], ["verifier"], ["check", "a.yaml", "b.yaml"]])
def test_an_unknown_command_ends_with_how_to_use_it(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: python -m generator ")


def test_a_page_in_the_place_of_a_made_one_is_said_before_any_build(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    index = (root / "docs" / "index.md").read_text("utf-8")
    (root / "docs" / "carte.md").write_text(index, "utf-8")
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr().err == (
        "docs/carte.md:1:1: cette page est déjà faite par le site : supprimez ce fichier.\n"
    )


@pytest.mark.parametrize("name", ["a.markdown", "a.mkd", "a.MD"])
def test_a_page_that_no_check_would_read_is_refused(
    root: Path, capsys: Captured, name: str
) -> None:
    (root / "docs" / name).write_text("<b>Un texte</b>", "utf-8")
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr().err == (
        f"docs/{name}:1:1: le nom d'une page finit par « .md », en minuscules : renommez ce"
        " fichier.\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems hold no such name")
def test_a_file_whose_name_no_address_can_have_is_refused(root: Path, capsys: Captured) -> None:
    (root / "docs" / os.fsdecode(b"caf\xe9.png")).write_bytes(b"")
    assert main(["--racine", str(root), "check"]) == 1
    assert capsys.readouterr().err == (
        "docs/caf?.png:1:1: aucune adresse ne peut avoir ce nom : renommez ce fichier, sans"
        " accent.\n"
    )


def test_how_easily_pages_are_read_is_told_and_never_refused(root: Path, capsys: Captured) -> None:
    (root / "docs" / "index.md").write_text("Le " + "chat " * 26 + "dort.\n", "utf-8")
    (root / "data" / "centres.yaml").write_text(BAD, "utf-8")
    assert main(["--racine", str(root), "lisibilite"]) == 0
    table = capsys.readouterr()
    assert table.err == ""
    assert table.out.splitlines()[1].split()[0] == "docs/index.md"
    assert main(["--racine", str(root), "lisibilite", "--phrases"]) == 0
    sentence = "docs/index.md:1: 28 mots (25 au plus) : Le " + "chat " * 26 + "dort."
    assert capsys.readouterr() == (f"{table.out}\n{sentence}\n", "")


def settings(root: Path, options: str) -> None:
    text = f"site_name: Essai\nplugins:\n  - centres:\n{options}"
    (root / "mkdocs.yml").write_text(text, "utf-8")


def test_what_is_due_is_listed_as_of_any_day(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(root, "      avertir_apres_jours: 100\n      marquer_apres_jours: 101\n")
    check = {"le": "2026-11-01", "par": "Camille Martin", "quoi": "[telephone]"}
    (root / "data" / "centres.yaml").write_text(yaml_list(entry(verifie=check)), "utf-8")
    monkeypatch.setattr(a_verifier, "today", lambda: date(2026, 11, 28))
    heads = {
        (): "# À vérifier au 28 novembre 2026\n\n5 faits jamais vérifiés dans 1 centre.\n",
        ("--jusqu-a", "2027-04-01"): (
            "# À vérifier au 1er avril 2027\n\n5 faits jamais vérifiés dans 1 centre,"
            " 1 vérification de plus de 100 jours, 1 page à réviser.\n"
        ),
    }
    for words, head in heads.items():
        assert main(["--racine", str(root), "a-verifier", *words]) == 0
        out, err = capsys.readouterr()
        assert (out[: len(head)], err) == (head, "")
        assert "- data/centres.yaml:6, « lyon-sud »\n" in out
        assert ("- docs/index.md : révision prévue en mai 2027\n" in out) == bool(words)
        # A check can be of today alone, whatever day is asked for.
        assert out.endswith("      le: 2026-11-28\n      par:\n      quoi: []\n```\n")


@pytest.mark.parametrize("words", ["demain", "2027-05", "2027-02-30", "28/11/2026", ""])
def test_what_is_no_day_is_said(root: Path, capsys: Captured, words: str) -> None:
    assert main(["--racine", str(root), "a-verifier", "--jusqu-a", words]) == 1
    assert capsys.readouterr() == (
        "",
        f"« {words} » n'est pas un jour : écrivez AAAA-MM-JJ (exemple : 2027-05-31).\n",
    )


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_the_last_day_of_all_is_one(root: Path, capsys: Captured, day: str) -> None:
    settings(root, "      avertir_apres_jours: 100\n")
    assert main(["--racine", str(root), "a-verifier", "--jusqu-a", day]) == 0
    assert capsys.readouterr().err == ""


def test_settings_without_our_plugin_are_said(root: Path, capsys: Captured) -> None:
    (root / "mkdocs.yml").write_text("site_name: Essai\n", "utf-8")
    assert main(["--racine", str(root), "a-verifier"]) == 1
    assert capsys.readouterr() == (
        "",
        "mkdocs.yml:1:1: sous « plugins », il faut une ligne « - centres: ».\n",
    )


@pytest.mark.parametrize("data", [b"", b"\xff", b"<<<<<<< HEAD\n", b"{}"])
@pytest.mark.parametrize("name", ["communes.csv", "departements.geojson"])
def test_a_damaged_geography_is_said(
    tmp_path: Path, capsys: Captured, name: str, data: bytes
) -> None:
    (tmp_path / "data").mkdir()
    for file in ("communes.csv", "departements.geojson"):
        (tmp_path / "data" / file).symlink_to(ROOT / "data" / file)
    (tmp_path / "data" / name).unlink()
    (tmp_path / "data" / name).write_bytes(data)
    (tmp_path / "data" / "centres.yaml").write_text(ONE, "utf-8")
    assert main(["--racine", str(tmp_path), "check", str(tmp_path / "data" / "centres.yaml")]) == 1
    assert capsys.readouterr() == (
        "",
        "data/communes.csv:1:1: data/communes.csv et data/departements.geojson ne se lisent pas"
        " ensemble : « make geographie » les refait.\n",
    )


def test_a_root_that_leads_to_itself_is_said(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "boucle").symlink_to("boucle")
    assert main(["--racine", str(tmp_path / "boucle"), "proches", "Lyon"]) == 1
    told = "data/centres.yaml:1:1: ce fichier est introuvable ou illisible.\n"
    assert capsys.readouterr() == ("", told)


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a file that takes nothing")
def test_what_cannot_be_printed_ends_in_one_sentence(root: Path) -> None:
    with FULL.open("w") as full:
        command = [sys.executable, "-m", "generator", "--racine", str(root), "check"]
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT, encoding="utf-8"
        )
    said = "le système refuse (No space left on device).\n"
    assert (done.returncode, done.stderr) == (1, said)


@pytest.mark.parametrize("environment", [{}, {"PYTHONUNBUFFERED": "1"}])
def test_who_stops_reading_is_told_nothing(root: Path, environment: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "generator", "--racine", str(root), "check"]
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    with os.fdopen(writing, "w") as closed:
        done = subprocess.run(
            command,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            cwd=ROOT,
            env=kept | environment,
        )
    assert (done.returncode, done.stderr) == (1, b"")


def test_an_age_that_is_no_number_of_days_is_said(root: Path, capsys: Captured) -> None:
    settings(root, "      avertir_apres_jours: cinq mois\n")
    assert main(["--racine", str(root), "a-verifier"]) == 1
    assert capsys.readouterr() == (
        "",
        "mkdocs.yml:4:28: « avertir_apres_jours » : écrivez un nombre entier de jours, 1 au moins"
        " (exemple : 150).\n",
    )


def test_without_settings_nothing_can_be_due_and_that_is_said(root: Path, capsys: Captured) -> None:
    (root / "mkdocs.yml").unlink(missing_ok=True)
    assert main(["--racine", str(root), "a-verifier"]) == 1
    assert capsys.readouterr() == (
        "",
        "mkdocs.yml:1:1: ce fichier manque : lancez la commande dans le dossier du site, ou donnez"
        " --racine.\n",
    )
