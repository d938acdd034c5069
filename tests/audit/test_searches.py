"""What people look for in the real site: the page that answers is among the first three."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.audit.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

LISTED = ROOT / "tests" / "audit" / "recherches.txt"
# Another list, of a small test site, that the theme's own search answered to 3 times.
ORDINARY = [
    *("hôpital", "hopital", "hôpital*", "hopital*", "hématologie", "hématologie*", "adulte"),
    *("adulte*", "étranger*", "etranger*", "leucemie*", "besancon*", "apherese*"),
    "saint-etienne",
]
FIRST = 3


def searches() -> list[tuple[str, list[str]]]:
    """Read what is typed, and the addresses of which one must come."""
    lines = [line for line in LISTED.read_text("utf-8").splitlines() if line and line[0] != "#"]
    pairs = [line.split(" | ") for line in lines]
    return [(words, addresses.split()) for words, addresses in pairs]


@pytest.fixture(scope="module")
def search(browser: Browser, address: str) -> Iterator[Page]:
    """Open the search once, on the longest way to what it needs."""
    page = browser.new_page()
    page.goto(f"{address}/parcours/suivi/")
    page.get_by_role("button", name="Rechercher").press("Enter")
    page.wait_for_load_state("networkidle")
    yield page
    page.close()


def answers(page: Page, address: str, words: str) -> list[str]:
    """Type and press Enter, as on a telephone; give the addresses of the answers."""
    field = page.get_by_role("textbox", name="Mots à chercher")
    field.fill(words)
    field.press("Enter")
    page.locator("[data-resultats] a:focus").wait_for()
    links = page.locator("[data-resultats] a").evaluate_all("nodes => nodes.map((a) => a.href)")
    return [link.removeprefix(f"{address}/") for link in links]


def test_there_are_eighty_searches_or_more() -> None:
    assert len({words for words, _ in searches()}) >= 80


@pytest.mark.parametrize(("words", "expected"), searches())
def test_a_search_finds_its_page_among_the_first(
    search: Page, address: str, words: str, expected: list[str]
) -> None:
    found = answers(search, address, words)[:FIRST]
    found = [link if "#lieu=" in link else link.partition("#")[0] for link in found]
    assert set(expected) & set(found), found


@pytest.mark.parametrize("words", ORDINARY)
def test_an_ordinary_search_is_answered(search: Page, address: str, words: str) -> None:
    assert answers(search, address, words)
