"""A reader looks for the nearest hospitals; nobody is told from where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from generator.__main__ import main
from generator.french import telephone_fr
from tests.web.conftest import watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Geolocation, Locator, Page, Route

BREST: Geolocation = {"latitude": 48.39, "longitude": -4.49}
NEAREST_TO_QUIMPER = ["brest", "caen", "paris", "lille", "lyon"]
PHONE_OFF = "Les noms de lieux ne sont pas arrivés. Vérifiez votre connexion, puis réessayez."


def suggestion(page: Page, start: str = "") -> Locator:
    """Find the first suggestion that starts so; the filters have options too."""
    return page.locator("[role=listbox] [role=option]").filter(has_text=start).first


def type_place(page: Page, words: str) -> None:
    """Type in the field of the look-up."""
    page.get_by_role("combobox", name="Votre ville").focus()
    page.keyboard.type(words)


def choose(page: Page, words: str) -> None:
    """Type, and take the first suggestion."""
    type_place(page, words)
    suggestion(page).wait_for()
    page.keyboard.press("Enter")


def results(page: Page) -> list[str]:
    """Name the hospitals of the results, in order."""
    found: list[str] = page.locator("[data-proches] [data-id]").evaluate_all(
        "nodes => nodes.map((node) => node.dataset.id)"
    )
    return found


@pytest.fixture
def found(page: Page, address: str) -> Page:
    """Look for Quimper."""
    page.goto(f"{address}/trouver/")
    choose(page, "quimper")
    page.get_by_role("heading", name="Autour de Quimper (29000, Finistère)").wait_for()
    return page


def test_a_town_gives_the_nearest_hospitals_with_phone_and_distance(found: Page) -> None:
    assert found.url.endswith("/trouver/#lieu=29232")
    assert found.title().startswith("Autour de Quimper (29000, Finistère) - ")
    assert results(found) == NEAREST_TO_QUIMPER
    told = found.locator(".trouver [data-compte]")
    expect(told).to_have_text(
        "5 centres, du plus proche au plus loin. Le plus proche\u00a0: Hôpital d'essai de Brest,"
        " à 52\u00a0km."
    )
    second = found.locator("[data-proches] [data-id=caen]")
    expect(second.locator(".distance")).to_contain_text("Numéro 2 sur la carte, à 306\u00a0km")
    expect(second).to_contain_text("centre ouvert depuis, selon son hôpital ou la presse")
    lyon = found.locator("[data-proches] [data-id=lyon]")
    assert lyon.get_by_role("link", name="Appeler").get_attribute("href") == "tel:+33478861801"
    expect(lyon).to_contain_text("Ce n’est pas un numéro d’urgence")


def test_the_title_names_place_and_site_whatever_their_signs(page: Page, address: str) -> None:
    named = {
        "/trouver/": ('"og:site_name" content="', '"og:site_name" content="$& - '),
        "/lieux.json": ("Caen", "$& - \u2028"),
    }

    def rename(route: Route) -> None:
        answer = route.fetch()
        old, new = next(pair for end, pair in named.items() if route.request.url.endswith(end))
        route.fulfill(response=answer, body=answer.text().replace(old, new))

    page.route(re.compile("(/trouver/|/lieux.json)$"), rename)
    page.goto(f"{address}/trouver/")
    before, _, site = page.title().partition(" - ")
    assert before == "Trouver un centre"
    for key, name in (
        ("caen", "Hôpital d'essai de $& - \u2028 (hôpital, $& - \u2028)"),
        ("29", "Finistère (département, depuis Brest)"),
    ):
        page.evaluate("key => { location.hash = `#lieu=${key}`; }", key)
        expect(page).to_have_title(f"Autour de {name} - $& - {site}")


def test_the_command_line_prints_the_same_list(
    found: Page, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--racine", str(sample), "proches", "quimper"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == "Depuis Quimper (29000, Finistère), à vol d’oiseau\u00a0:"
    shown = found.locator("[data-proches] [data-id] .distance").all_inner_texts()
    distances = [re.search("[0-9]+\u00a0km", text) for text in shown]
    printed = [line for line in lines if re.match(r" *[0-9]+\. ", line)]
    assert len(printed) == len(NEAREST_TO_QUIMPER)
    for line, distance in zip(printed, distances, strict=True):
        assert distance
        assert f" : {distance[0]}" in line.replace("\u00a0:", " :")
    assert telephone_fr("+33478861801") in printed[-1]


def test_the_sketch_says_and_numbers_the_nearest(found: Page) -> None:
    sketch = found.locator("[data-croquis]")
    expect(sketch).to_have_attribute(
        "aria-label",
        "Carte de France\u00a0: Quimper (croix) et les centres les plus proches\u00a0: 1, Hôpital"
        " d'essai de Brest\u00a0; 2, Hôpital d'essai de Caen\u00a0; 3, Hôpital de l'Œuvre.",
    )
    assert sketch.locator("text").all_text_contents() == ["1", "2", "3"]
    inside = sketch.evaluate(
        """(svg) => {
          const out = svg.getBoundingClientRect();
          return [...svg.querySelectorAll('[data-marques] *')].every((node) => {
            const box = node.getBoundingClientRect();
            return box.left >= out.left && box.right <= out.right && box.top >= out.top;
          });
        }"""
    )
    assert inside


def test_directions_tell_the_place_only_to_who_follows_them(found: Page) -> None:
    link = found.locator("[data-proches] [data-id=lyon] .distance a")
    expect(link).to_have_text("Itinéraire avec OpenStreetMap (autre site, qui reçoit ce lieu)")
    assert link.get_attribute("href") == (
        "https://www.openstreetmap.org/directions?from=47.9962%2C-4.102&to=45.76%2C4.84"
    )


def test_a_choice_of_patient_orders_and_hides_none(found: Page) -> None:
    found.get_by_label("Qui est le malade").select_option("enfants")
    expect(found.locator(".trouver [data-compte]")).to_have_text(
        "1 centre\u00a0: oui, selon nos sources. 2 centres\u00a0: non renseigné."
        " 2 centres\u00a0: nos sources n’en citent que d’autres."
    )
    assert results(found) == ["paris", "brest", "lille", "caen", "lyon"]
    expect(found.locator("[data-id=paris] .distance")).to_contain_text("Numéro 1 sur la carte")
    found.get_by_role("button", name="Tout afficher").press("Enter")
    expect(found.locator("[data-id=brest] .distance")).to_contain_text("Numéro 1 sur la carte")
    assert results(found) == NEAREST_TO_QUIMPER


def test_an_address_can_be_sent_reloaded_and_gone_back_to(found: Page, address: str) -> None:
    choose_again = found.get_by_role("combobox", name="Votre ville")
    choose_again.fill("")
    choose(found, "lyon")
    found.get_by_role("heading", name="Autour de Lyon").wait_for()
    assert results(found)[0] == "lyon"
    found.go_back()
    found.get_by_role("heading", name="Autour de Quimper").wait_for()
    assert results(found) == NEAREST_TO_QUIMPER
    found.reload()
    found.get_by_role("heading", name="Autour de Quimper").wait_for()
    found.goto(f"{address}/trouver/#lieu=75113")
    found.get_by_role("heading", name="Autour de Paris 13e Arrondissement").wait_for()
    assert found.evaluate("document.activeElement.id") == "resultats"


@pytest.mark.parametrize("key", ["99999", "zzz", "", "%00", "29", "constructor", "<b>"])
def test_a_wrong_address_says_so(page: Page, address: str, key: str) -> None:
    page.goto(f"{address}/trouver/#lieu={key}")
    if key == "29":
        page.get_by_role(
            "heading", name="Autour de Finistère (département, depuis Brest)"
        ).wait_for()
        return
    page.get_by_text("un lieu que nous ne connaissons pas").wait_for()
    assert results(page) == []


@pytest.mark.parametrize("words", ["Cayenne", "97500", "Mamoudzou", "nouvelle calédonie"])
def test_overseas_no_distance_is_shown_and_the_way_is_said(
    page: Page, address: str, words: str
) -> None:
    page.goto(f"{address}/trouver/")
    choose(page, words)
    page.get_by_text("Aucun centre de notre liste n’est proche de ce lieu.").wait_for()
    assert page.locator("[data-proches]").is_hidden()
    assert "km" not in page.locator(".trouver [data-resultats]").inner_text()
    page_of = page.locator("[data-page]")
    if words in {"Cayenne", "Mamoudzou"}:
        page_of.press("Enter")
        page.wait_for_url("**/departements/97*/")
        assert "km" not in page.locator("main").inner_text()
    else:
        assert page_of.is_hidden()


@pytest.fixture
def located(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser that knows where it is."""
    context = browser.new_context(geolocation=BREST, viewport={"width": 360, "height": 800})
    context.set_default_timeout(10_000)
    yield context
    context.close()


def test_around_me_asks_on_the_click_only_and_keeps_nothing(
    located: BrowserContext, address: str
) -> None:
    located.grant_permissions(["geolocation"], origin=address)
    page = located.new_page()
    faults: list[str] = []
    watch(page, faults)
    page.add_init_script(
        "window.asked = 0; const ask = navigator.geolocation.getCurrentPosition;"
        "navigator.geolocation.getCurrentPosition = function (...given) {"
        "  window.asked += 1; ask.apply(navigator.geolocation, given); };"
    )
    page.goto(f"{address}/trouver/")
    assert page.evaluate("window.asked") == 0
    page.get_by_role("button", name="Autour de moi").press("Enter")
    page.get_by_role("heading", name="Autour de votre position").wait_for()
    assert page.evaluate("window.asked") == 1
    assert results(page)[0] == "brest"
    link = page.locator("[data-id=lyon] .distance a")
    expect(link).to_have_text("Itinéraire avec OpenStreetMap (autre site)")
    assert "from" not in str(link.get_attribute("href"))
    assert page.url == f"{address}/trouver/"
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert faults == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("(ok, no) => no({ code: 1 })", "Vous avez refusé, ou votre appareil refuse"),
        ("(ok, no) => no({ code: 2 })", "Votre appareil ne trouve pas sa position."),
        ("(ok, no) => no({ code: 3 })", "La position n’est pas arrivée à temps."),
        (None, "Ce navigateur ne donne pas la position à cette page."),
    ],
)
def test_around_me_says_each_refusal(
    page: Page, address: str, answer: str | None, told: str
) -> None:
    given = f"{{ getCurrentPosition: {answer} }}" if answer else "undefined"
    page.add_init_script(
        f"Object.defineProperty(Navigator.prototype, 'geolocation', {{ get: () => ({given}) }})"
    )
    page.goto(f"{address}/trouver/")
    page.get_by_role("button", name="Autour de moi").press("Enter")
    page.get_by_text(told).wait_for()
    assert results(page) == []


def test_nothing_is_fetched_before_the_first_letter_and_little_after(
    page: Page, address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}/trouver/")
    page.get_by_role("combobox", name="Votre ville").focus()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "lieux" in url and url.endswith(".json")] == []
    asked.clear()
    for letter in "quimper":
        page.keyboard.type(letter)
        page.wait_for_load_state("networkidle")
    suggestion(page, "Quimper (").wait_for()
    assert [re.sub("[0-9a-f]{8}/[0-9]+", "#", url) for url in asked] == [
        "/assets/lieux.json",
        "/assets/lieux/#.json",
    ]


def test_once_a_file_is_there_the_network_may_go(page: Page, address: str) -> None:
    page.goto(f"{address}/trouver/")
    type_place(page, "quimp")
    suggestion(page).wait_for()
    page.context.set_offline(offline=True)
    page.keyboard.type("erl")
    suggestion(page, "Quimperlé").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Autour de Quimperlé").wait_for()
    assert results(page)[0] == "brest"
    page.context.set_offline(offline=False)


@pytest.mark.parametrize("file", ["**/lieux.json", "**/lieux/**"])
def test_a_file_that_does_not_come_is_said_and_asked_again(
    browser: Browser, address: str, file: str
) -> None:
    page = browser.new_page()
    page.route(file, lambda route: route.abort())
    page.goto(f"{address}/trouver/")
    type_place(page, "quimper")
    page.get_by_text(PHONE_OFF).wait_for()
    page.unroute(file)
    page.get_by_role("button", name="Réessayer").press("Enter")
    suggestion(page, "Quimper (").wait_for()
    expect(page.get_by_role("combobox", name="Votre ville")).to_be_focused()
    page.close()


def test_an_address_whose_file_does_not_come_is_tried_again(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/lieux/**", lambda route: route.abort())
    page.goto(f"{address}/trouver/#lieu=29232")
    page.get_by_text("Ce lieu n’est pas arrivé.").wait_for()
    page.unroute("**/lieux/**")
    page.get_by_role("button", name="Réessayer").press("Enter")
    page.get_by_role("heading", name="Autour de Quimper").wait_for()
    page.close()


def test_the_field_is_a_combobox_that_keys_lead_and_leave(page: Page, address: str) -> None:
    page.goto(f"{address}/trouver/")
    field = page.get_by_role("combobox", name="Votre ville")
    # At once: each letter would bring its own suggestions.
    field.fill("saint")
    expect(suggestion(page)).to_have_text("Saint-Étienne (42000, Loire)")
    page.get_by_text("8 propositions. Flèche bas pour choisir.").wait_for()
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "lieu-propositions-1")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_have_attribute("aria-activedescendant", "lieu-propositions-7")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("saint")
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    page.keyboard.type("quimper")
    suggestion(page).wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Autour de moi")).to_be_focused()
    expect(page.locator("[role=option]")).to_have_count(0)


def test_a_fast_typist_may_press_enter_at_once(page: Page, address: str) -> None:
    page.goto(f"{address}/trouver/")
    type_place(page, "quimper")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Autour de Quimper (").wait_for()


def test_enter_takes_what_is_typed_and_not_the_suggestions_of_fewer_letters(
    page: Page, address: str
) -> None:
    held: list[Route] = []
    page.goto(f"{address}/trouver/")
    type_place(page, "b")
    suggestion(page, "Bordeaux (").wait_for()
    page.route("**/lieux/**", lambda route: held.append(route))  # noqa: PLW0108  # it is inspected
    page.keyboard.type("rest")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.value === 'brest'")
    assert held
    assert page.get_by_role("heading", name="Autour de").count() == 0
    for route in held:
        route.continue_()
    page.get_by_role("heading", name="Autour de Brest (").wait_for()


def test_a_finger_may_choose(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640}, has_touch=True)
    page.goto(f"{address}/trouver/")
    type_place(page, "quimper")
    option = suggestion(page, "Quimper (")
    option.wait_for()
    box: Any = option.bounding_box()
    assert box["y"] + box["height"] <= 640
    assert box["height"] >= 44
    option.tap()
    page.get_by_role("heading", name="Autour de Quimper").wait_for()
    page.close()


def test_a_misspelt_name_is_guessed_and_said_so(page: Page, address: str) -> None:
    page.goto(f"{address}/trouver/")
    type_place(page, "qimper")
    page.get_by_text("Aucun lieu ne commence ainsi. Vouliez-vous dire…").wait_for()
    assert suggestion(page).inner_text() == "Quimper (29000, Finistère)"
    page.get_by_role("combobox", name="Votre ville").fill("xxxxxxxx")
    page.get_by_text("Aucun lieu trouvé.").wait_for()


def test_home_to_a_phone_in_fifteen_presses_besides_the_letters(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address)
    presses = 0

    def press(key: str) -> None:
        nonlocal presses
        presses += 1
        page.keyboard.press(key)

    press("Tab")
    press("Enter")
    while page.evaluate("document.activeElement.id") != "lieu":
        press("Tab")
    page.keyboard.type("lyon")
    suggestion(page, "Lyon (Rhône)").wait_for()
    press("Enter")
    page.wait_for_url("**/trouver/#lieu=69123")
    page.get_by_role("heading", name="Autour de Lyon").wait_for()
    while not page.evaluate("document.activeElement.href ?? ''").startswith("tel:"):
        press("Tab")
    assert page.evaluate("document.activeElement.href") == "tel:+33478861801"
    assert presses <= 15
    page.close()


def test_without_javascript_a_departement_leads_to_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.get_by_role("combobox").count() == 0
    page.get_by_role("link", name="Choisir mon département").press("Enter")
    page.get_by_role("link", name="Rhône (69)").press("Enter")
    page.wait_for_url("**/departements/69-rhone/")
    assert page.title().startswith("Centres CAR-T près du Rhône - ")
    phone = page.get_by_role("link", name="Appeler Hôpital d'essai de Lyon")
    assert phone.get_attribute("href") == "tel:+33478861801"
    assert (
        page.locator(".fiches .distance").first.inner_text() == "moins d’1\u00a0km à vol d’oiseau"
    )
    page.goto(f"{address}/trouver/")
    assert page.locator("[data-tous] .fiche:visible").count() == len(NEAREST_TO_QUIMPER)
    assert page.locator("button:visible, input:visible").count() == 0
    context.close()


def test_nothing_is_stored_and_no_cookie_set(found: Page) -> None:
    assert found.context.cookies() == []
    assert found.evaluate("localStorage.length + sessionStorage.length") == 0
