"""The export for another engine, and what is added to the site that one makes of it."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator import engine, export, foreign, publish
from generator.__main__ import main
from generator.commands.export import write
from generator.errors import DataError
from generator.publication import LABELS
from tests.web.place import HOSPITALS, lay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content import Content

Captured: TypeAlias = pytest.CaptureFixture[str]
HOME = "https://exemple.fr/car-t/"


def tree(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay a site whose address is known, and who answers for it."""
    options = dict.fromkeys(LABELS, "Une personne d'essai") | {"contact": "a+b@exemple.fr"}
    root = lay(tmp_path_factory.mktemp("export") / "projet", HOSPITALS, **options)
    settings = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    settings["site_url"] = HOME
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    (root / "docs" / ".note.txt").write_text("Ni page, ni copie.", "utf-8")
    return root


@pytest.fixture(scope="module")
def exported(project: Path) -> Path:
    """Export the site once."""
    folder = project.parent / "mkdocs"
    assert main(["--racine", str(project), "export", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def content(project: Path) -> Content:
    """Read what the site is made from."""
    return engine.content_of(engine.configured(project / "mkdocs.yml", preview=False))


def test_mkdocs_makes_the_same_bytes_of_the_export_without_our_plugin(
    project: Path, exported: Path, content: Content
) -> None:
    ours = project.parent / "ours"
    directory = engine.build(project / "mkdocs.yml", ours)
    assert directory
    assert publish.finish(ours, directory) == []
    config = load_config(str(exported / "mkdocs.yml"), site_dir=str(project.parent / "theirs"))
    assert [*config.plugins] == []
    assert config.theme.name is None
    mkdocs_build(config)
    theirs = Path(config.site_dir)
    assert foreign.finish(theirs, content) == []
    assert tree(theirs) == tree(ours)


def test_the_export_is_the_same_twice_and_says_nothing_of_this_machine(
    project: Path, exported: Path, capsys: Captured
) -> None:
    again = exported.parent / "encore"
    again.mkdir()
    assert main(["--racine", str(project), "export", str(again)]) == 0
    files = tree(again)
    assert files == tree(exported)
    assert capsys.readouterr().out == (
        f"Export écrit dans {again} : {len(files)} fichiers."
        " LISEZ-MOI.md dit comment le construire.\n"
    )
    places = [str(project.parent).encode(), str(export.THEME).encode(), str(Path.cwd()).encode()]
    assert [name for name, data in files.items() if any(one in data for one in places)] == []
    assert "docs/.note.txt" not in files
    assert b"python -m generator finir" in files["LISEZ-MOI.md"]


def test_each_page_is_whole_under_its_title_and_description(exported: Path) -> None:
    page = (exported / "docs" / "index.md").read_text("utf-8")
    head = yaml.safe_load(page.split("---\n")[1])
    assert (head["title"], head["description"]) == ("Accueil d’essai", "Page d'essai.")
    assert "<!-- bloc" not in page
    assert '<div class="pied" data-search-exclude>' in page


def test_zensical_gets_addresses_as_it_reads_them(content: Content, project: Path) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    files = dict(export.files(content, text, {}, "zensical"))
    page = files["docs/centres/lyon.md"].decode()
    assert '<link rel="stylesheet" href="../assets/feuille.css" media="print">' in page
    assert "data-search-exclude" not in page
    assert foreign.restored(page).count(" data-search-exclude") > 1
    assert b"zensical build --strict" in files["LISEZ-MOI.md"]


names = st.text("abc-é", min_size=1, max_size=4)


@given(
    st.lists(names, max_size=2),
    names.filter(lambda one: one != "index"),
    st.lists(names),
    st.data(),
)
def test_a_rebased_address_leads_where_it_led(
    folders: list[str], name: str, parts: list[str], data: st.DataObject
) -> None:
    climbs = data.draw(st.integers(0, len(folders) + 1))
    address = "/".join([*[".."] * climbs, *parts]) or "."
    page = "/".join([*folders, name])
    written = export.rebased(f'<a href="{address}/#x">', f"{page}.md")
    way = written.removeprefix('<a href="').removesuffix('/#x">')
    before = posixpath.normpath(posixpath.join("/", page, address))
    assert posixpath.normpath(posixpath.join("/", *folders, way)) == before


def test_other_addresses_stay_as_they_are() -> None:
    same = (
        '<a href="#x">', '<a href="https://exemple.fr/">', '<a href="mailto:a@b.fr">',
        '<a href="/racine">', '<a data-href="../x">', '<a href="?q">', "href",
    )  # fmt: skip
    for text in same:
        assert export.rebased(text, "centres/lyon.md") == text
    assert export.rebased('<a href="../x/">', "centres/index.md") == '<a href="../x/">'


def test_a_folder_that_holds_something_is_refused(
    project: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "fichier"
    file.touch()
    refused = {
        tmp_path: f"Le dossier « {tmp_path} » n'est pas vide : donnez-en un autre, ou videz-le"
        " d'abord.\n",
        file: f"« {file} » est un fichier : donnez le nom d'un dossier.\n",
        tmp_path / "a" / "b": f"Le dossier « {tmp_path / 'a'} » n'existe pas : créez-le d'abord.\n",
    }
    for path, message in refused.items():
        assert main(["--racine", str(project), "export", str(path)]) == 1
        assert capsys.readouterr() == ("", message)
    assert [*tmp_path.iterdir()] == [file]


def test_an_export_that_stops_leaves_nothing(tmp_path: Path) -> None:
    def stopped() -> Iterator[tuple[str, bytes]]:
        yield "docs/index.md", b"Bonjour."
        raise DataError([])

    with pytest.raises(DataError):
        write(tmp_path / "export", stopped())
    assert [*tmp_path.iterdir()] == []


def test_settings_that_only_a_program_reads_are_refused() -> None:
    with pytest.raises(DataError) as caught:
        export.settings_of("site_name: !ENV NOM\n", {}, [])
    assert str(caught.value) == (
        "mkdocs.yml:1:1: un autre moteur ne saurait lire ses mots « !… » : écrivez leur valeur."
    )


def test_what_is_of_the_project_alone_is_not_exported() -> None:
    text = "site_name: A\nplugins: [x]\nhooks: [x.py]\nwatch: [y]\nnot_in_nav: |\n  /a/*.md\n"
    assert yaml.safe_load(export.settings_of(text, {"b": 1}, ["/a/*.md", "/c/*.md"])) == {
        "site_name": "A",
        "site_dir": "site",
        "theme": {"name": None, "custom_dir": "theme", "static_templates": ["404.html"]},
        "plugins": [],
        "extra": {"b": 1},
        "exclude_docs": "!.well-known\n",
        "not_in_nav": "/a/*.md\n/c/*.md\n",
    }


def test_only_a_site_fresh_from_an_engine_is_finished(
    project: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["--racine", str(project), "finir", str(tmp_path)]) == 1
    (tmp_path / "index.html").touch()
    (tmp_path / "_headers").touch()
    assert main(["--racine", str(project), "finir", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"« {tmp_path} » n'est pas un site construit : index.html y manque.\n"
        f"« {tmp_path} » est déjà terminé : construisez-le de nouveau d'abord.\n"
    )


def test_what_an_engine_leaves_out_is_named(content: Content, tmp_path: Path) -> None:
    said = foreign.missing(tmp_path, content)
    for name in ("index.html", "texte/index.html", "centres/lyon/index.html", "vignette.png"):
        assert f"{name} : le moteur ne l'a pas écrit." in said
    (tmp_path / "vignette.png").touch()
    assert len(foreign.missing(tmp_path, content)) == len(said) - 1
