"""Every page of the real site: valid, accessible, private."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.audit.conftest import ROOT
from tests.web.conftest import watch
from tests.web.test_accessible import violations
from tests.web.test_site import breakable

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.web.conftest import Scheme

NU = ROOT / ".audit/node_modules/vnu-jar/build/dist/vnu.jar"


def addresses(folder: Path) -> list[str]:
    """List the pages as a reader asks for them."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return [file.removesuffix("index.html") for file in files]


# CSS anchor positioning, which vnu-jar 26.9.27 does not know yet; it stands under @supports.
NEWER = re.compile(r"^CSS: “position-(?:area|try-fallbacks)”: Property “[a-z-]+” doesn't exist")

# It takes a block of data for a script; browsers ask no policy of it (HTML, "prepare the script
# element", step 12), and policy.py refuses every script that is written in a page.
DATA_BLOCK = re.compile(r"^Inline script violates Content Security Policy")


def invalid(*places: str) -> list[str]:
    """Ask the Nu HTML checker about pages, sheets and pictures; list what it says."""
    # It asks no server of this machine unless told so.
    command = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(NU)]
    command += ["--format", "json", "--also-check-css", "--also-check-svg"]
    # Its exit code says whether there are errors; all that it says counts here.
    done = subprocess.run([*command, *places], capture_output=True, text=True, check=False)
    return [
        f"{said.get('url')}: {said['message']}"
        for said in json.loads(done.stderr)["messages"]
        if (said["type"] != "info" or said.get("subType") == "warning")
        and not NEWER.search(said["message"])
        and not DATA_BLOCK.search(said["message"])
    ]


def test_the_nu_checker_finds_no_error_and_no_warning(live: Path, address: str) -> None:
    # Pages by their address: the checker reads the policy too, and « 'self' » is no file.
    pages = [f"{address}/{uri}" for uri in addresses(live)]
    assets = sorted(path for path in live.rglob("*") if path.suffix in {".css", ".svg"})
    # Leaflet's sheet still speaks to old Internet Explorer; it is not ours to change.
    own = [str(path) for path in assets if not path.name.startswith("leaflet.")]
    assert len(pages) > 30
    assert invalid(*pages, *own) == []


def test_the_nu_checker_sees_an_error_where_there_is_one(tmp_path: Path) -> None:
    bad = tmp_path / "x.html"
    bad.write_text('<!doctype html><html lang="fr"><title>x</title><p id="a"><p id="a">', "utf-8")
    assert f"file:{bad}: Duplicate ID “a”." in invalid(str(bad))


def test_no_line_of_the_real_texts_may_break_before_a_french_mark(live: Path) -> None:
    assert breakable(live) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_any_page_and_nothing_leaves_it(
    browser: Browser, live: Path, address: str, width: int, scheme: Scheme
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    found: list[str] = []
    watch(page, found)
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.split("/")[2]))
    for uri in addresses(live):
        page.goto(f"{address}/{uri}")
        found += [f"{uri}: {fault}" for fault in violations(page)]
        if page.locator("h1").count() != 1:
            found.append(f"{uri}: h1")
    assert found == []
    assert asked == {address.removeprefix("http://")}
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()
