"""The site on a USB stick: read in a browser without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from generator.portable import carry

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_from_a_folder_every_page_is_reached_and_no_dead_button_is_shown(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    carry(site, tmp_path / "cle")
    # Without what fails a test on a refused module: here they all are.
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"file://{tmp_path}/cle/index.html")
    expect(page.get_by_role("button", name="Rechercher")).to_be_hidden()
    page.get_by_role("navigation").get_by_role("link", name="Les centres", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Les centres")
    expect(page.locator("form.filtres")).to_be_hidden()
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()
    page.goto(f"file://{tmp_path}/cle/trouver/index.html")
    expect(page.locator("#lieu")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.close()
