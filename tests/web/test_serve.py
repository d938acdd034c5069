"""The preview while an editor writes."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.web.place import BREST, LYON, ROOT, lay, write_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


COMMAND = (sys.executable, "-m", "generator")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """Run « python -m generator serve »; give the project, the address and what it prints."""
    root = lay(tmp_path / "site", [LYON])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    shown = tmp_path / "sortie.txt"
    with shown.open("wb") as output:
        process = subprocess.Popen(
            [*COMMAND, "--racine", str(root), "serve", "--adresse", address],
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
        )
        try:
            until(lambda: "Lyon" in fetch(f"http://{address}/centres/"))
            yield root, f"http://{address}", shown
        finally:
            process.terminate()
            process.wait(timeout=10)


def test_a_bad_save_keeps_the_last_good_pages_and_the_mended_file_is_picked_up(
    preview: tuple[Path, str, Path],
) -> None:
    root, address, shown = preview
    assert f"visible à l'adresse {address}/" in shown.read_text("utf-8")
    write_list(root, [{**LYON, "finess": "690784138"}])
    line = (
        "data/centres.yaml:5:11: centre « lyon » : le numéro FINESS « 690784138 » est faux :"
        " sa clé de contrôle ne correspond pas, vérifiez chaque chiffre.\n"
        "Le site garde sa dernière bonne version.\n"
    )
    until(lambda: line in shown.read_text("utf-8"))
    assert "Hôpital d'essai de Lyon" in fetch(f"{address}/centres/lyon/").replace("&#39;", "'")
    write_list(root, [LYON, BREST])
    until(lambda: "Brest" in fetch(f"{address}/centres/"))
    assert "Traceback" not in shown.read_text("utf-8")


def test_a_bad_page_keeps_its_last_good_text(preview: tuple[Path, str, Path]) -> None:
    root, address, shown = preview
    page = root / "docs" / "texte.md"
    good = page.read_text("utf-8")
    page.write_text(
        good.replace("verifie_le: 2026-11", "verifie_le: [1]") + "\nNouveau.\n", "utf-8"
    )
    line = "docs/texte.md:10:13: en-tête : « verifie_le » doit être un texte"
    until(lambda: line in shown.read_text("utf-8"))
    (root / "docs" / "autre.md").write_bytes(b"\xe9")
    until(lambda: "docs/autre.md:1:1: le fichier n'est pas en UTF-8" in shown.read_text("utf-8"))
    assert "Nouveau." not in fetch(f"{address}/texte/")
    assert "Un texte" in fetch(f"{address}/texte/")
    (root / "docs" / "autre.md").unlink()
    page.write_text(f"{good}\nNouveau.\n", "utf-8")
    until(lambda: "Nouveau." in fetch(f"{address}/texte/"))
    assert "Traceback" not in shown.read_text("utf-8")


def test_what_would_keep_the_site_from_being_put_online_is_said_in_the_preview(
    preview: tuple[Path, str, Path],
) -> None:
    root, address, shown = preview
    page = root / "docs" / "texte.md"
    page.write_text(page.read_text("utf-8") + '\n<p style="color:red">Rouge.</p>\n', "utf-8")
    line = "attribut style= : mettez cette règle dans un fichier .css, sous une classe.\n"
    until(lambda: line in shown.read_text("utf-8"))
    until(lambda: "Rouge." in fetch(f"{address}/texte/"))
    said = [words for words in shown.read_text("utf-8").splitlines() if line.strip() in words]
    assert said[0].startswith("texte/index.html:")


def fetch(url: str) -> str:
    """Read a page, or nothing while the server is not there."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  # http on this machine
            return str(answer.read().decode())
    except OSError:
        return ""


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)
