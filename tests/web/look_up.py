"""The look-up's own scripts over the real communes and hospitals, without the pages around them."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from generator import lookup
from generator.inputs import Inputs, read_directory
from tests.web.place import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from generator.directory import Directory

FIND = """async (typed) => {
  const { ouvrirLieux } = await import('/assets/outils/lieux.js');
  const lieux = ouvrirLieux('/assets/lieux.json');
  const found = [];
  for (const words of typed) found.push(await lieux.proposer(words));
  return found.map(({ lieux }) => lieux.map(({ cle, nom, detail }) => [cle, nom, detail]));
}"""
MEASURE = """async ([codes, hospitals]) => {
  const { ouvrirLieux } = await import('/assets/outils/lieux.js');
  const { kmEntre } = await import('/assets/outils/distance.js');
  const lieux = ouvrirLieux('/assets/lieux.json');
  const found = [];
  for (const code of codes) {
    const lieu = await lieux.trouver(code);
    found.push(lieu ? hospitals.map((one) => kmEntre(lieu, one)) : null);
  }
  return found;
}"""


@pytest.fixture(scope="session")
def real() -> Directory:
    """Read the list of this project."""
    inputs = Inputs.of(ROOT)
    return read_directory(inputs.centres, inputs, date(2030, 1, 1))


@pytest.fixture(scope="session")
def bench(
    real: Directory,
    browser: Browser,
    serve: Callable[..., str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """Open an empty page beside the look-up's scripts and files."""
    folder = tmp_path_factory.mktemp("lieux")
    shutil.copytree(ROOT / "generator" / "theme" / "assets", folder / "assets")
    for name, text in lookup.files(real).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "index.html").write_text("<!doctype html><title>banc</title>", "utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(serve(folder))
    yield page
    context.close()


def proposed(bench: Page, *typed: str) -> list[list[list[str]]]:
    """List what the look-up proposes for each thing typed: key, name, detail."""
    found: list[list[list[str]]] = bench.evaluate(FIND, list(typed))
    return found


def measured(bench: Page, real: Directory, codes: list[str]) -> Any:  # noqa: ANN401  # JSON
    """Measure from each commune to each open hospital; null for one that is not found."""
    hospitals = [{"latitude": one.latitude, "longitude": one.longitude} for one in real.open]
    return bench.evaluate(MEASURE, [codes, hospitals])
