"""The words of the glossary in the pages, as readers open them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.finished import Site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page, Route

RCP = "Rencontre de plusieurs médecins\u00a0: ils étudient votre dossier."
PARAGRAPH = (
    "Votre dossier passe en (réunion de concertation pluridisciplinaire), ou RCP."
    " L’hématologue vous dit ce que les médecins proposent."
)


def word(page: Page, name: str = "Définition\u00a0: RCP") -> Locator:
    """Find the button of a word."""
    return page.get_by_role("button", name=name, exact=True)


def opened(page: Page) -> Locator:
    """Find the definition that is open."""
    return page.locator(".definition:popover-open")


@pytest.fixture
def text(page: Page, address: str) -> Page:
    """Open a text that has words of the glossary."""
    page.goto(f"{address}/texte/")
    return page


def test_a_click_opens_a_definition_and_another_closes_it(text: Page) -> None:
    word(text).click()
    assert opened(text).inner_text() == f"RCP\u00a0: {RCP}"
    word(text).click()
    expect(opened(text)).to_have_count(0)


def test_a_finger_opens_a_definition_and_closes_it_by_touching_elsewhere(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/texte/")
    word(page, "hématologue").tap()
    expect(opened(page)).to_contain_text("Médecin des maladies du sang.")
    page.touchscreen.tap(5, 300)
    expect(opened(page)).to_have_count(0)
    context.close()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_keys_open_a_definition_reach_its_link_and_close_it(
    text: Page, address: str, key: str
) -> None:
    word(text).press(key)
    expect(opened(text)).to_contain_text(RCP)
    text.keyboard.press("Tab")
    assert text.evaluate("document.activeElement.href") == f"{address}/glossaire/#terme-rcp"
    text.keyboard.press("Escape")
    expect(opened(text)).to_have_count(0)
    expect(word(text)).to_be_focused()


def test_the_link_leads_to_the_entry_of_the_glossary(text: Page) -> None:
    word(text).press("Enter")
    opened(text).get_by_role("link", name="RCP", exact=True).click()
    text.wait_for_url("**/glossaire/#terme-rcp")
    expect(text.locator("dt:target")).to_have_text("RCP")


def test_without_javascript_a_definition_opens_all_the_same(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/texte/")
    word(page).click()
    expect(opened(page)).to_contain_text(RCP)
    page.keyboard.press("Escape")
    expect(opened(page)).to_have_count(0)
    context.close()


def test_an_old_browser_shows_the_definition_in_the_text(browser: Browser, address: str) -> None:
    def aged(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r" popover(?= )", "", answer.text()))

    def unsupported(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r"@supports \(?\w", "\\g<0>-", answer.text()))

    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.route("**/texte/", aged)
    page.route("**/site*.css", unsupported)
    page.goto(f"{address}/texte/")
    assert "pluridisciplinaire" in page.locator("main").inner_text()
    definition = page.locator(".definition").first
    assert definition.inner_text() == f"RCP\u00a0: {RCP}"
    shown = "node => [getComputedStyle(node, '::before').content, getComputedStyle(node).position]"
    assert definition.evaluate(shown) == ['" ("', "static"]
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("name", ["Définition\u00a0: RCP", "hématologue"])
def test_an_open_definition_stays_within_the_screen(
    browser: Browser, address: str, width: int, name: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640})
    page.goto(f"{address}/texte/")
    word(page, name).press("Enter")
    box = opened(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 640
    assert page.evaluate("document.documentElement.scrollWidth") == width
    over = "box => document.elementFromPoint(box.x + 9, box.y + 9).className"
    assert page.evaluate(over, box) == "definition"
    page.close()


def test_no_line_breaks_between_a_word_and_what_is_glued_to_it(text: Page) -> None:
    lines = """() => [...document.querySelectorAll(".ensemble")].map(node => {
      const range = document.createRange();
      const tops = [...node.childNodes].filter(one => one.nodeType === 3).map(one => {
        range.selectNode(one);
        return range.getBoundingClientRect().bottom;
      });
      const word = node.querySelector(".terme, .signe").getBoundingClientRect();
      return tops.every(bottom => bottom > word.top && bottom < word.bottom + 9);
    })"""
    for width in range(320, 640, 8):
        text.set_viewport_size({"width": width, "height": 640})
        assert text.evaluate(lines) == [True, True], width


def test_a_word_prints_as_text_and_its_definition_does_not(text: Page) -> None:
    word(text).click()
    text.emulate_media(media="print")
    assert text.locator(".definition:visible, .signe:visible").count() == 0
    look = "node => { const css = getComputedStyle(node);"
    look += " return [css.textDecorationLine, css.borderTopWidth, css.backgroundColor] }"
    assert word(text, "hématologue").evaluate(look) == ["none", "0px", "rgba(0, 0, 0, 0)"]


def test_the_search_reads_the_words_and_not_their_definitions(site: Path) -> None:
    index = json.loads((site / "assets" / "recherche.json").read_text("utf-8"))
    texts = {page: " ".join(text for _, _, text in passages) for page, _, _, passages in index}
    assert texts["texte/"].endswith(PARAGRAPH)
    holding = {where for where, told in texts.items() if RCP in told}
    assert holding == {"glossaire/"}


def test_no_page_has_an_anchor_twice(site: Path) -> None:
    marked = 0
    for page in Site.read(site).pages.values():
        anchors = [tag.attributes["id"] for tag in page.tags if "id" in tag.attributes]
        assert len(anchors) == len(set(anchors)), page.path
        marked += any("popovertarget" in tag.attributes for tag in page.tags)
    assert marked > len(("texte", "centres", "carte"))
