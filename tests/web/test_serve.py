"""The preview while an editor writes, in a browser that nobody reloads."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.place import BREST, LYON, ROOT, lay, write_list
from tests.web.test_accessible import CONTRAST, violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

# As long as a busy machine may take; nothing waits for it otherwise.
expect.set_options(timeout=60_000)

FALSE = {**LYON, "finess": "690784138"}
SAID = (
    "centre « lyon » : le numéro FINESS « 690784138 » est faux :"
    " sa clé de contrôle ne correspond pas, vérifiez chaque chiffre."
)
WITH_PLACE = f"data/centres.yaml, ligne 5, colonne 11\u00a0: {SAID} Ouvrir dans VS Code"


@dataclass(frozen=True, kw_only=True)
class Previewed:
    """Hold a project that is served, where, and what the command prints."""

    root: Path
    address: str
    output: Path

    @property
    def said(self) -> str:
        """Read what the command has printed."""
        return self.output.read_text("utf-8")


@contextmanager
def served(root: Path, stop: signal.Signals = signal.SIGTERM) -> Iterator[Previewed]:
    """Run « python -m generator serve » for a project, stopped by a signal; it leaves nothing."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    output = root / "sortie.txt"
    aside = root.parent / "a-part"
    aside.mkdir()
    with output.open("wb") as printed:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "--racine", root, "serve", "--adresse", address],
            stdout=printed,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(aside)},
        )
        try:
            until(lambda: fetch(f"http://{address}/_apercu/version") != "")
            yield Previewed(root=root, address=f"http://{address}", output=output)
        finally:
            process.send_signal(stop)
            process.wait(timeout=10)
    said = output.read_text("utf-8")
    assert said.startswith(f"Le site sera visible à l'adresse http://{address}/ (Ctrl+C")
    assert "Traceback" not in said
    assert list(aside.iterdir()) == []


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    """Serve one project for all the tests; each leaves it as it was."""
    root = lay(tmp_path_factory.mktemp("apercu") / "site", [LYON])
    with served(root) as shown:
        yield shown


def test_a_bad_save_is_said_over_the_open_page_and_goes_by_itself_once_mended(
    preview: Previewed, page: Page
) -> None:
    page.goto(f"{preview.address}/centres/lyon/")
    write_list(preview.root, [FALSE])
    expect(panel(page).get_by_role("listitem")).to_have_text([WITH_PLACE])
    assert page.get_by_role("heading", name="Hôpital d'essai de Lyon").is_visible()
    assert f"data/centres.yaml:5:11: {SAID}\n" in preview.said
    assert "Le site garde sa dernière bonne version.\n" in preview.said
    write_list(preview.root, [LYON])
    expect(panel(page)).to_have_count(0)
    assert page.get_by_role("heading", name="Hôpital d'essai de Lyon").is_visible()


def test_a_problem_leads_to_its_line_whatever_program_the_editor_has(
    preview: Previewed, page: Page
) -> None:
    page.goto(f"{preview.address}/texte/")
    write_list(preview.root, [FALSE])
    here = panel(page).get_by_role("link", name="Ouvrir dans VS Code").get_attribute("href")
    file = (preview.root / "data" / "centres.yaml").as_posix()
    assert here == f"vscode://file{file}:5:11"
    panel(page).get_by_role("link", name="data/centres.yaml").click()
    line = page.locator(":target")
    expect(line).to_be_visible()
    assert line.locator("code").inner_text().strip() == "finess: '690784138'"
    there = line.get_by_role("link", name="Ouvrir la ligne 5 dans VS Code").get_attribute("href")
    assert there == f"vscode://file{file}:5:1"
    write_list(preview.root, [LYON])
    expect(line.get_by_text("690784137")).to_be_attached()


def test_each_page_leads_to_the_line_that_makes_it(preview: Previewed, page: Page) -> None:
    places = {
        "centres/lyon/": "data/centres.yaml, ligne 2",
        "centres/": "data/centres.yaml, ligne 1",
        "glossaire/": "data/glossaire.yaml, ligne 1",
        "changements/": "data/historique.yaml, ligne 1",
        "texte/": "docs/texte.md, ligne 1",
        "": "docs/index.md, ligne 1",
    }
    for path, place in places.items():
        page.goto(f"{preview.address}/{path}")
        link = page.locator(".apercu--source").get_by_role("link").first
        assert link.inner_text() == place
    page.goto(f"{preview.address}/centres/lyon/")
    page.get_by_role("link", name="data/centres.yaml, ligne 2").click()
    expect(page.locator("#L2:target")).to_be_attached()


def test_a_new_hospital_is_on_the_list_the_map_and_in_the_look_up(
    preview: Previewed, page: Page
) -> None:
    page.goto(f"{preview.address}/centres/")
    write_list(preview.root, [LYON, BREST])
    expect(page.get_by_role("link", name=BREST["nom"])).to_be_attached()
    page.goto(f"{preview.address}/carte/")
    page.get_by_role("button", name="Ouvrir la carte interactive").press("Enter")
    expect(page.get_by_role("button", name=BREST["nom"])).to_be_attached()
    page.goto(f"{preview.address}/trouver/")
    page.get_by_role("combobox", name="Votre ville").focus()
    page.keyboard.type("quimp")
    expect(page.locator("[role=option]").first).to_be_attached()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Autour de Quimper")).to_be_attached()
    first = page.locator(".fiche:visible").first
    assert BREST["nom"] in first.inner_text()
    write_list(preview.root, [LYON])
    expect(page.locator(".fiche", has_text=BREST["nom"]).first).to_have_count(0)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            ("docs/texte.md", "verifie_le: 2026-11", "verifie_le: [1]"),
            "docs/texte.md, ligne 10, colonne 13\u00a0: en-tête : « verifie_le » doit être un texte"
            " (exemple : verifie_le: 2026-11). Ouvrir dans VS Code",
        ),
        (
            ("docs/texte.md", "(carte.md)", "(plan.md)"),
            "docs/texte.md, ligne 15, colonne 49\u00a0: « plan.md » : aucune page n'est à cette"
            " adresse ; vérifiez ce nom, ou ajoutez le fichier dans docs/. Ouvrir dans VS Code",
        ),
        (
            ("data/glossaire.yaml", "connus:", "connu:"),
            "data/glossaire.yaml, ligne 7, colonne 1\u00a0: glossaire : clé inconnue « connu » ;"
            " vouliez-vous dire « connus » ? Ouvrir dans VS Code",
        ),
        (
            ("mkdocs.yml", "centres: {}", "centres: {editeur: todo}"),
            "mkdocs.yml, ligne 25, colonne 22\u00a0: « editeur » : laissez la ligne vide tant que"
            " ce n'est pas connu. Ouvrir dans VS Code",
        ),
        (
            ("mkdocs.yml", "nav:", "nav: ["),
            "mkdocs.yml, ligne 12, colonne 1\u00a0: la syntaxe YAML est incorrecte ici ou juste"
            " avant. Ouvrir dans VS Code",
        ),
        (
            ("docs/texte.md", "Votre dossier", '<p style="color:red">Rouge.</p> Votre dossier'),
            re.compile(
                r"texte/index\.html, ligne \d+, colonne \d+\s: attribut style= : mettez cette règle"
                r" dans un fichier \.css, sous une classe\."
            ),
        ),
    ],
    ids=["front matter", "dead link", "glossary", "publication", "mkdocs.yml", "policy"],
)
def test_each_file_that_is_wrong_is_said_with_its_place(
    preview: Previewed,
    browser: Browser,
    change: tuple[str, str, str],
    expected: str | re.Pattern[str],
) -> None:
    name, good, bad = change
    page = browser.new_page()  # one where a refused style may be heard of
    page.goto(f"{preview.address}/texte/")
    file = preview.root / name
    text = file.read_text("utf-8")
    assert good in text
    file.write_text(text.replace(good, bad, 1), "utf-8")
    try:
        expect(panel(page).get_by_role("listitem")).to_have_text([expected])
        expect(page.get_by_role("article")).to_contain_text("Votre dossier passe")
    finally:
        file.write_text(text, "utf-8")
        expect(panel(page)).to_have_count(0)
        page.close()


def test_a_file_that_is_gone_is_said_and_may_come_back(preview: Previewed, page: Page) -> None:
    page.goto(f"{preview.address}/texte/")
    file = preview.root / "data" / "centres.yaml"
    text = file.read_text("utf-8")
    file.unlink()
    told = "data/centres.yaml, ligne 1, colonne 1\u00a0: ce fichier est introuvable ou illisible."
    expect(panel(page).get_by_role("listitem")).to_have_text([told])
    file.write_text(text, "utf-8")
    expect(panel(page)).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_panel_leaves_the_page_usable_and_axe_finds_nothing(
    preview: Previewed, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="light")
    page.goto(f"{preview.address}/centres/lyon/")
    entries = [{**FALSE, "id": f"lyon-{number}"} for number in range(12)]
    write_list(preview.root, entries)
    expect(panel(page)).to_contain_text("« lyon-11 »")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, CONTRAST) == []
    box = panel(page).bounding_box()
    assert box
    assert box["height"] <= 0.4 * 800
    assert page.evaluate("document.documentElement.scrollWidth") == width
    # The last line of the page can be read above the panel.
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    last = page.locator(".bas").bounding_box()
    panelled = panel(page).bounding_box()
    assert last
    assert panelled
    assert last["y"] + last["height"] <= panelled["y"] + 1
    panel(page).locator("summary").press("Enter")
    folded = panel(page).bounding_box()
    assert folded
    assert folded["height"] < 60
    page.close()
    write_list(preview.root, [LYON])
    until(lambda: "apercu--erreurs" not in fetch(f"{preview.address}/centres/lyon/"))


def test_a_preview_that_starts_with_a_bad_file_shows_why_until_it_is_mended(
    tmp_path: Path, page: Page
) -> None:
    root = lay(tmp_path / "site", [FALSE])
    # What a terminal that is closed sends.
    with served(root, stop=signal.SIGHUP) as preview:
        assert fetch(f"{preview.address}/centres/") == ""
        plain = page.context.new_page()  # the answer is 503, until there is a site
        plain.goto(f"{preview.address}/centres/")
        expect(panel(plain).get_by_role("listitem")).to_have_text([WITH_PLACE])
        write_list(root, [LYON])
        expect(plain.get_by_role("heading", name="Les centres")).to_be_attached()
        assert panel(plain).count() == 0


def panel(page: Page) -> Locator:
    """Find what the preview says is to be mended."""
    return page.get_by_role("region", name="Aperçu\u00a0: à corriger")


def fetch(url: str) -> str:
    """Read a page, or nothing while there is none."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  # http on this machine
            return str(answer.read().decode())
    except OSError:
        return ""


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)
