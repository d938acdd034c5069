"""A page that was to be read again by now says so, by its reader's own day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from generator import engine
from tests.web.conftest import watch
from tests.web.place import LYON, lay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

PAST = "À réviser\u00a0: la date de révision prévue est passée."


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Build texts to be read again in a month, on a day and in a year."""
    root = lay(tmp_path_factory.mktemp("revision") / "site", [LYON])
    for name, day in (("accessibilite", "2027-05-15"), ("mentions-legales", "2027")):
        page = root / "docs" / f"{name}.md"
        page.write_text(page.read_text("utf-8").replace("2027-05", day), "utf-8")
    assert engine.build(root / "mkdocs.yml", root / "bati")
    return serve(root / "bati")


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Europe/Paris", "America/Martinique"])
@pytest.mark.parametrize(
    ("path", "over"),
    [
        ("texte/", (2027, 6, 1)),
        ("accessibilite/", (2027, 5, 16)),
        ("mentions-legales/", (2028, 1, 1)),
    ],
)
def test_a_page_is_to_be_revised_once_all_of_the_time_planned_is_over(
    browser: Browser, planned: str, path: str, over: tuple[int, int, int], zone: str
) -> None:
    over_at = datetime(*over, tzinfo=ZoneInfo(zone))
    assert PAST not in read_at(over_at - timedelta(seconds=1), browser, f"{planned}/{path}", zone)
    assert PAST in read_at(over_at, browser, f"{planned}/{path}", zone)


def test_a_page_to_be_revised_says_so_between_its_readers_and_its_dates(
    browser: Browser, planned: str
) -> None:
    shown = read_at(datetime(2030, 1, 1, tzinfo=UTC), browser, f"{planned}/texte/", "UTC")
    readers, past, dates = (shown.index(words) for words in ("s’adresse", PAST, "Texte comparé"))
    assert readers < past < dates


def test_no_built_page_says_that_it_is_to_be_revised(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert [page for page in pages if "À réviser" in page.read_text("utf-8")] == []
    told = {page.parent.name for page in pages if "assets/texte" in page.read_text("utf-8")}
    assert told == {site.name, "texte", "accessibilite", "mentions-legales"}


def read_at(instant: datetime, browser: Browser, address: str, zone: str) -> str:
    """Read the foot of a page as its reader does at an instant, by the clocks of a zone."""
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    faults: list[str] = []
    watch(page, faults)
    page.clock.set_fixed_time(instant)
    page.goto(address)
    shown = page.locator(".pied").inner_text()
    context.close()
    assert faults == []
    return shown
