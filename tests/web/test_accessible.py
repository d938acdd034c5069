"""What a reader who does not see, does not point, or sees badly needs, on each kind of page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.conftest import open_map

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, Page

    from tests.web.conftest import Look, Scheme

KINDS = {
    "home": "",
    "text": "texte/",
    "list": "centres/",
    "hospital": "centres/lyon/",
    "map": "carte/",
    "look-up": "trouver/",
    "département": "departements/29-finistere/",
    "overseas": "departements/974-la-reunion/",
    "départements": "departements/",
    "glossary": "glossaire/",
    "legal": "mentions-legales/",
    "grid": "accessibilite/",
    "missing": "404.html",
}
AXE = Axe().axe_script
# WCAG 1.4.12
SPACING = "letter-spacing: .12em; word-spacing: .16em; line-height: 1.5"
# Every rule that axe has but its experimental ones; contrast at 7:1 and targets are among them.
RULES = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag2aaa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What the reader's colours can change.
CONTRAST = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
    },
    "resultTypes": ["violations"],
}


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    """Take the reader's colours."""
    chosen: Scheme = request.param
    return chosen


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(look: Look, address: str, kind: str, width: int) -> None:
    page = look(width)
    page.goto(f"{address}/{KINDS[kind]}")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, CONTRAST) == []


# The head is the same on every page: what it opens is looked at on two.
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "hospital"])
def test_axe_finds_nothing_while_the_menu_or_the_search_is_open(
    look: Look, address: str, kind: str, width: int, scheme: Scheme
) -> None:
    page = look(width, scheme)
    page.goto(f"{address}/{KINDS[kind]}")
    found: list[str] = []
    if width == 360:
        page.get_by_role("button", name="Menu").press("Enter")
        found += violations(page)
        page.get_by_role("button", name="Menu").press("Enter")
    page.get_by_role("button", name="Rechercher").press("Enter")
    page.keyboard.type("hôpital")
    page.locator("[data-recherche] li").first.wait_for()
    found += violations(page)
    assert found == []


def test_axe_finds_nothing_while_a_popup_is_open(look: Look, address: str, scheme: Scheme) -> None:
    page = look(360, scheme, motion="reduce")
    open_map(page, address)
    found = violations(page)
    page.get_by_role("button", name="Hôpital d'essai de Lyon").press("Enter")
    page.locator(".leaflet-popup-content a").first.wait_for()
    found += violations(page)
    assert found == []


def test_axe_finds_nothing_while_a_definition_is_open(
    look: Look, address: str, scheme: Scheme
) -> None:
    page = look(320, scheme)
    page.goto(f"{address}/texte/")
    page.locator(".terme").first.press("Enter")
    page.locator(".definition:popover-open").wait_for()
    found = violations(page)
    assert found == []


def test_axe_finds_nothing_in_suggestions_and_results(
    browser: Browser, address: str, scheme: Scheme
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800}, color_scheme=scheme)
    page.goto(f"{address}/trouver/")
    page.get_by_role("combobox", name="Votre ville").focus()
    page.keyboard.type("saint")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    found = violations(page)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Autour de Saint-Étienne").wait_for()
    found += violations(page)
    page.goto(f"{address}/trouver/#lieu=29232")
    page.get_by_role("heading", name="Autour de Quimper").wait_for()
    page.get_by_label("Qui est le malade").select_option("enfants")
    found += violations(page)
    page.close()
    assert found == []


def test_axe_sees_a_fault_where_there_is_one(look: Look, address: str) -> None:
    page = look(1280)
    page.goto(address)
    page.evaluate("document.querySelector('main').replaceChildren(document.createElement('img'))")
    assert any("image-alt" in fault for fault in violations(page))


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_has_one_title_one_main_and_french_words(
    look: Look, address: str, kind: str
) -> None:
    page = look(1280)
    page.goto(f"{address}/{KINDS[kind]}")
    assert page.locator("h1").count() == 1
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("banner").count() == 1
    assert page.get_by_role("contentinfo").count() == 1
    assert page.locator("html").get_attribute("lang") == "fr"


def test_at_360_px_tab_reaches_menu_and_search_and_never_what_is_closed(
    look: Look, address: str
) -> None:
    page = look(360)
    page.goto(address)
    reached = walk(page)
    assert reached[:4] == [
        "Aller au contenu",
        "CAR-T\u00a0: comprendre et trouver un centre",
        "Menu",
        "Rechercher",
    ]
    assert "La carte" not in reached
    page.get_by_role("button", name="Menu").press("Enter")
    assert page.get_by_role("button", name="Menu").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page)[0] == "Accueil d’essai"
    page.keyboard.press("Escape")
    assert focused(page)[0] == "Menu"


def test_the_skip_link_leads_past_the_menu(look: Look, address: str) -> None:
    page = look(1280)
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.get_by_role("link", name="Aller au contenu").is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_search_opens_answers_aloud_and_gives_the_focus_back(look: Look, address: str) -> None:
    page = look(1280)
    page.goto(address)
    button = page.get_by_role("button", name="Rechercher")
    button.press("Enter")
    assert page.get_by_role("dialog", name="Rechercher dans le site").is_visible()
    page.keyboard.type("Brest")
    page.locator("[data-recherche] li").first.wait_for()
    status = page.locator("[data-recherche]").get_by_role("status")
    assert re.fullmatch(
        r"1 réponse\.|\d+ réponses(, voici les 10 premières)?\.", status.inner_text()
    )
    page.keyboard.press("Escape")
    assert focused(page)[0] == "Rechercher"


def test_the_colour_button_changes_the_page_and_is_the_only_thing_stored(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("Object.entries(localStorage)") == []
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Couleurs sombres").press("Enter")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.goto(f"{address}/centres/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    assert page.evaluate("Object.entries(localStorage)") == [["couleurs", "sombres"]]
    assert (
        page.get_by_role("button", name="Couleurs sombres").get_attribute("aria-pressed") == "true"
    )
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_off_the_side_at_320_px_or_with_wide_spacing(
    look: Look, address: str, kind: str
) -> None:
    page = look(320)
    page.goto(f"{address}/{KINDS[kind]}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
        " document.adoptedStyleSheets = [sheet] }",
        f"* {{ {SPACING} }}",
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("width", [360, 1280])
def test_home_to_list_to_filter_to_a_phone_by_keys_alone(
    look: Look, address: str, width: int
) -> None:
    page = look(width, motion="reduce")
    page.goto(address)
    if width == 360:
        tab_to(page, "Menu")
        page.keyboard.press("Enter")
    tab_to(page, "Les centres")
    page.keyboard.press("Enter")
    page.wait_for_url("**/centres/")
    tab_to(page, "Qui est le malade")
    page.keyboard.press("ArrowDown")
    page.get_by_text("3 centres\u00a0: oui, selon nos sources.").wait_for()
    tab_to(page, "Hôpital d'essai de Lyon")
    page.keyboard.press("Enter")
    page.wait_for_url("**/centres/lyon/")
    tab_to(page, "Appeler Hôpital d'essai de Lyon")
    assert page.evaluate("document.activeElement.href") == "tel:+33478861801"


def test_map_to_a_mark_to_its_page_by_keys_alone(look: Look, address: str) -> None:
    page = look(360, motion="reduce")
    page.goto(f"{address}/carte/")
    tab_to(page, "Ouvrir la carte interactive")
    page.keyboard.press("Enter")
    page.get_by_text("La carte est ouverte.").wait_for()
    tab_to(page, "Hôpital d'essai de Lyon")
    page.keyboard.press("Enter")
    page.locator(".leaflet-popup-content a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/centres/lyon/")


def test_paper_has_no_button_and_no_menu(look: Look, address: str) -> None:
    page = look(1280)
    page.goto(f"{address}/centres/")
    page.emulate_media(media="print")
    # A word of the glossary prints as text.
    assert page.locator("button:visible:not(.terme), nav:visible, select:visible").count() == 0
    assert page.locator(".fiche:visible").count() > 0


def test_paper_is_black_on_white_whatever_the_colours_of_the_screen(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/centres/lyon/")
    page.get_by_role("button", name="Couleurs sombres").press("Enter")
    page.emulate_media(media="print")
    colours = page.evaluate(
        "[...document.querySelectorAll('main, main :not(svg *)')].map((node) =>"
        " getComputedStyle(node).color)"
    )
    assert set(colours) == {"rgb(0, 0, 0)"}


def violations(page: Page, rules: Mapping[str, object] = RULES) -> list[str]:
    """List axe's findings: the rule and the first place."""
    # Half of the time goes into handing axe to the page, and it stays there.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("async (rules) => (await axe.run(rules)).violations", dict(rules))
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]


def focused(page: Page) -> list[str]:
    """Return the text of what has the focus."""
    return [page.evaluate("document.activeElement.textContent.trim()")]


def walk(page: Page) -> list[str]:
    """Press Tab until the page is left; return the text of each stop."""
    stops: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        (text,) = focused(page)
        if page.evaluate("document.activeElement === document.body"):
            break
        stops.append(text)
    return stops


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what starts with a name has the focus, seen and marked at each stop."""
    for _ in range(80):
        page.keyboard.press("Tab")
        named, seen, marked = page.evaluate(_STOP)
        assert seen, named
        assert marked, named
        if named.startswith(name):
            return
    pytest.fail(f"Tab never reaches « {name} »")


# The name of what has the focus, whether it can be seen there, and whether something shows it.
_STOP = """() => {
  const node = document.activeElement;
  const label = node.labels?.[0]?.textContent;
  const title = node.querySelector?.("title")?.textContent;
  const name = (node.ariaLabel ?? label ?? title ?? (node.title || node.textContent)).trim();
  // The first line of a link that runs over several.
  const box = node.getClientRects()[0] ?? node.getBoundingClientRect();
  const [x, y] = [box.x + Math.min(box.width, 40) / 2, box.y + Math.min(box.height, 40) / 2];
  const over = document.elementFromPoint(x, y);
  const seen = box.width > 0 && (node === document.body || node.contains(over) || over === node);
  const target = node.querySelector?.(".cible");
  const marked = node === document.body || parseFloat(getComputedStyle(node).outlineWidth) > 0
    || (target && getComputedStyle(target).strokeWidth === "3px");
  return [name, seen, Boolean(marked)];
}"""
