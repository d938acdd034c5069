"""What a reader does with the interactive map, in a browser that is refused every other host."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.conftest import open_map, watch
from tests.web.place import HOSPITALS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

PLAN = "https://data.geopf.fr/**"
# One transparent point.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def test_the_drawing_comes_first_and_leaflet_only_when_asked(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{address}/carte/")
    page.wait_for_load_state("networkidle")
    assert page.locator(".dessin a").count() == len(HOSPITALS)
    assert not {"leaflet.js", "leaflet.css", "carte.js"} & set(asked)
    open_map(page, address)
    assert {"leaflet.js", "leaflet.css", "carte.js"} <= set(asked)


def test_each_mark_of_the_drawing_leads_to_its_page(page: Page, address: str) -> None:
    page.goto(f"{address}/carte/")
    mark = "Hôpital d'essai de Caen, ouvert depuis la liste d’origine"
    page.get_by_role("link", name=mark).press("Enter")
    page.wait_for_url("**/centres/caen/")
    name = "Carte\u00a0: Hôpital d'essai de Caen se trouve à Caen."
    assert page.get_by_role("img", name=name).is_visible()


def test_no_mark_hides_another_when_the_map_opens(page: Page, address: str) -> None:
    open_map(page, address)
    boxes = page.locator(".leaflet-marker-icon").evaluate_all(
        "nodes => nodes.map((node) => node.getBoundingClientRect().toJSON())"
    )
    middles = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
    for rank, (x, y) in enumerate(middles):
        for u, v in middles[:rank]:
            assert ((x - u) ** 2 + (y - v) ** 2) ** 0.5 > 26


def test_marks_without_room_for_all_stay_where_they_are_if_half_is_free(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/carte/")
    moved = page.evaluate(
        """async () => {
          const { ecarter } = await import("/assets/outils/ecarter.js");
          const points = Array.from({ length: 400 }, (_, rang) => ({
            x: 20 * (rang % 20), y: 20 * Math.floor(rang / 20),
          }));
          return ecarter(points, 28, 400 * 400).filter(({ x, y }) => x || y).length;
        }"""
    )
    assert moved == 0


def test_the_filters_of_the_map_answer_as_those_of_the_list(page: Page, address: str) -> None:
    open_map(page, address)
    status = page.locator(".interactive [data-compte]")
    expect(status).to_have_text("5 centres en tout.")
    page.get_by_label("Qui est le malade").select_option("enfants")
    expect(status).to_have_text(
        "1 centre\u00a0: oui, selon nos sources. 2 centres\u00a0: non renseigné."
        " 2 centres\u00a0: nos sources n’en citent que d’autres."
    )
    names = page.locator(".leaflet-marker-icon").evaluate_all(
        "nodes => nodes.map((node) => [node.title, node.dataset.reponse, node.hidden])"
    )
    assert ["Hôpital d'essai de Brest, non renseigné", "inconnu", False] in names
    assert ["Hôpital de l'Œuvre, Paris", "oui", False] in names
    assert [
        "Hôpital d'essai de Caen, ouvert depuis la liste d’origine, nos sources en citent d’autres",
        "autre",
        False,
    ] in names
    page.get_by_label("Quelle région").select_option("Bretagne")
    assert page.locator(".leaflet-marker-icon:visible").count() == 1


@pytest.mark.parametrize("key", ["+", "-", "ArrowLeft", "ArrowDown"])
def test_keys_move_the_map_and_leave_the_focus_on_the_mark(
    page: Page, address: str, key: str
) -> None:
    open_map(page, address)
    mark = page.get_by_role("button", name="Hôpital d'essai de Lyon")
    mark.focus()
    # Leaflet brings a mark that takes the focus into view: let it end.
    page.wait_for_timeout(400)
    before = page.locator(".leaflet-map-pane").evaluate("node => node.style.transform")
    before += str(mark.bounding_box())
    page.keyboard.press(key)
    page.wait_for_timeout(600)
    after = page.locator(".leaflet-map-pane").evaluate("node => node.style.transform")
    assert after + str(mark.bounding_box()) != before
    assert mark.evaluate("node => node === document.activeElement")


def test_a_map_that_does_not_arrive_says_so_and_comes_at_the_second_try(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route("**/leaflet.js", lambda route: route.abort())
    page.goto(f"{address}/carte/")
    button = page.get_by_role("button", name="Ouvrir la carte interactive")
    button.press("Enter")
    page.get_by_text("La carte n’est pas arrivée.").wait_for()
    assert button.evaluate("node => node === document.activeElement")
    page.unroute("**/leaflet.js")
    button.press("Enter")
    page.get_by_text("La carte est ouverte.").wait_for()
    assert page.locator(".leaflet-marker-icon").count() == len(HOSPITALS)
    page.close()


def test_streets_come_from_the_ign_only_when_asked_and_are_not_remembered(
    page: Page, address: str
) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=PICTURE, content_type="image/png")

    page.route(PLAN, answer)
    open_map(page, address)
    assert page.get_by_text("l’IGN reçoit l’adresse de votre appareil").is_visible()
    assert asked == []
    button = page.get_by_role("button", name="Afficher le plan IGN")
    button.press("Enter")
    page.get_by_text("Plan affiché.").wait_for()
    assert button.get_attribute("aria-pressed") == "true"
    assert asked
    assert all("LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2" in url for url in asked)
    page.get_by_role("button", name="Agrandir").press("Enter")
    page.wait_for_timeout(600)
    button.press("Enter")
    page.get_by_text("Plan retiré.").wait_for()
    assert page.locator(".leaflet-tile").count() == 0
    asked.clear()
    open_map(page, address)
    assert asked == []


def test_streets_that_are_refused_leave_the_outlines_and_a_sentence(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route(PLAN, lambda route: route.abort())
    open_map(page, address)
    button = page.get_by_role("button", name="Afficher le plan IGN")
    button.press("Enter")
    page.get_by_text("Le plan n’est pas arrivé").wait_for()
    assert button.get_attribute("aria-pressed") == "false"
    opacity = "node => getComputedStyle(node).fillOpacity"
    assert page.locator(".contour").first.evaluate(opacity) == "1"
    page.close()


def test_no_other_page_may_show_pictures_of_the_ign(browser: Browser, address: str) -> None:
    page = browser.new_page()
    faults: list[str] = []
    watch(page, faults)
    page.route(PLAN, lambda route: route.fulfill(body=PICTURE, content_type="image/png"))
    page.goto(f"{address}/centres/")
    loaded = page.evaluate(
        "() => new Promise((done) => { const image = new Image();"
        " image.onload = () => done(true); image.onerror = () => done(false);"
        " image.src = 'https://data.geopf.fr/x.png' })"
    )
    assert loaded is False
    assert any("img-src" in fault for fault in faults)
    page.close()
