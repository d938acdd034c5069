"""What a reader does, in a real browser that is refused every other host."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator import engine
from generator.content import Content
from tests.web.conftest import open_map, watch
from tests.web.place import HOSPITALS, LYON, known, lay

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

NASTY = (
    'Hôpital `${alert(1)}` <b>"x"</b> & Cie </title></script><script>alert(2)</script>'
    "<img src=x onerror=alert(3)> [a](javascript:alert(4)) *e* {: onclick=alert(5)} {{ 6*7 }} '"
)


def test_every_page_opens_without_a_refused_request_or_console_error(
    page: Page, site: Path, address: str
) -> None:
    uris = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    # One template makes a hundred pages: the audit opens them all.
    alike = [uri for uri in uris if uri.startswith("departements/")]
    opened = [uri for uri in uris if uri not in alike[4:-4]]
    assert settled(page.context, [f"{address}/{uri.removesuffix('index.html')}" for uri in opened])


@pytest.mark.parametrize("script", [True, False])
def test_an_earlier_address_leads_to_the_hospital_at_once(
    browser: Browser,
    address: str,
    script: bool,  # noqa: FBT001  # pytest passes it by name
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{address}/centres/morvan/")
    page.wait_for_url(f"{address}/centres/brest/")
    assert page.locator("h1").inner_text() == "Hôpital d'essai de Brest"
    context.close()


def test_an_earlier_address_says_where_the_page_is_to_who_does_not_follow(site: Path) -> None:
    html = (site / "centres" / "morvan" / "index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../brest/">' in html
    assert 'Cette page a changé d’adresse\u00a0: <a href="../brest/">Hôpital d&#39;essai' in html
    assert "morvan" not in (site / "assets" / "recherche.json").read_text("utf-8")


def test_nothing_is_stored_before_the_reader_asks(browser: Browser, address: str) -> None:
    context = browser.new_context()
    paths = ("", "centres/", "centres/lyon/", "carte/")
    page, *_ = settled(context, [f"{address}/{path}" for path in paths])
    assert context.cookies() == []
    assert page.evaluate("indexedDB.databases()") == []
    context.close()


def test_the_map_names_each_hospital_and_opens_it_by_keyboard(page: Page, address: str) -> None:
    open_map(page, address)
    markers = page.locator(".leaflet-marker-icon")
    assert markers.count() == len(HOSPITALS)
    frame = page.get_by_role("region", name="Carte des centres")
    frame.focus()
    reached = {}
    for _ in range(len(HOSPITALS)):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.title")
        page.keyboard.press("Enter")
        link = page.locator(".leaflet-popup-content a").first
        link.wait_for()
        assert link.evaluate("node => node === document.activeElement")
        reached[name] = link.get_attribute("href")
        page.keyboard.press("Escape")
        page.locator(".leaflet-popup").wait_for(state="detached")
        assert page.evaluate("document.activeElement.title") == name
    assert reached == {
        "Hôpital d'essai de Lyon": "../centres/lyon/",
        "Hôpital d'essai de Lille": "../centres/lille/",
        "Hôpital de l'Œuvre, Paris": "../centres/paris/",
        "Hôpital d'essai de Brest": "../centres/brest/",
        "Hôpital d'essai de Caen, ouvert depuis la liste d’origine": "../centres/caen/",
    }


def test_a_popup_gives_the_phone_with_its_caution_and_leads_to_the_page(
    page: Page, address: str
) -> None:
    open_map(page, address)
    page.get_by_role("button", name="Hôpital d'essai de Lyon").press("Enter")
    popup = page.locator(".leaflet-popup-content")
    assert "04\u00a078\u00a086\u00a018\u00a001" in popup.inner_text()
    assert "Ce n’est pas un numéro d’urgence." in popup.inner_text()
    assert popup.get_by_role("link").nth(1).get_attribute("href") == "tel:+33478861801"
    page.keyboard.press("Enter")
    page.wait_for_url("**/centres/lyon/")
    assert page.locator("h1").inner_text() == "Hôpital d'essai de Lyon"


def test_the_controls_of_the_map_are_french_and_a_pinch_may_zoom(page: Page, address: str) -> None:
    open_map(page, address)
    assert page.get_by_role("button", name="Agrandir").count() == 1
    assert page.get_by_role("button", name="Réduire").count() == 1
    viewports = page.locator("meta[name=viewport]")
    assert viewports.count() == 1
    assert viewports.get_attribute("content") == "width=device-width,initial-scale=1"


def test_filters_put_matches_first_and_keep_the_unknown_under_their_heading(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/centres/")
    status = page.get_by_role("status")
    assert status.inner_text() == "5 centres en tout."
    page.get_by_label("Qui est le malade").focus()
    page.keyboard.press("ArrowDown")
    assert (
        status.inner_text()
        == "3 centres\u00a0: oui, selon nos sources. 2 centres\u00a0: non renseigné."
    )
    assert names(page, "oui") == ["lyon", "paris", "caen"]
    assert names(page, "inconnu") == ["brest", "lille"]
    assert page.get_by_role("heading", name="Non renseigné\u00a0: demandez-leur").is_visible()
    page.get_by_label("Quelle région").select_option("Bretagne")
    assert (
        status.inner_text()
        == "Aucun centre ne l’annonce dans nos sources. 1 centre\u00a0: non renseigné."
    )
    assert page.get_by_role("heading", name="Correspondent à votre choix").is_hidden()
    page.get_by_role("button", name="Tout afficher").press("Enter")
    expect(status).to_have_text("5 centres en tout.")
    assert page.get_by_role("heading", name="Bretagne").is_visible()


def test_what_treats_others_is_neither_a_match_nor_unknown_and_never_hidden(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/centres/")
    page.get_by_label("Qui est le malade").select_option("enfants")
    assert names(page, "oui") == ["paris"]
    assert names(page, "inconnu") == ["brest", "lille"]
    assert names(page, "autre") == ["lyon", "caen"]
    assert page.get_by_text("Elles ne disent pas non").is_visible()


def test_coming_back_to_the_list_shows_what_the_filters_say(page: Page, address: str) -> None:
    page.goto(f"{address}/centres/")
    page.get_by_label("Qui est le malade").select_option("enfants")
    page.get_by_role("link", name="Hôpital de l'Œuvre", exact=True).click()
    page.wait_for_url("**/centres/paris/")
    page.go_back()
    asked = page.get_by_label("Qui est le malade").input_value()
    shown = ["paris"] if asked == "enfants" else []
    assert names(page, "oui") == shown


def test_without_javascript_the_list_is_whole_and_shows_no_dead_control(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/centres/")
    assert page.locator(".fiche:visible").count() == len(HOSPITALS)
    assert page.locator("select:visible").count() == 0
    page.goto(f"{address}/carte/")
    assert page.locator("[data-groupe] a:visible").count() == len(HOSPITALS)
    assert page.locator(".dessin a:visible").count() == len(HOSPITALS)
    assert page.get_by_role("button", name="Ouvrir la carte interactive").is_hidden()
    context.close()


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Build a site whose texts try to run, past the checks."""
    whole = known(LYON, acces="x", hebergement="x")
    root = lay(tmp_path_factory.mktemp("piege") / "site", [whole, *HOSPITALS[1:]])
    honest = Content.read

    def injected(*arguments: object, preview: bool) -> Content:
        # The booklet has texts of its own in tests/test_livret.py, which typst could run.
        content = honest(*arguments, preview=True)  # type: ignore[arg-type]
        assert not preview
        directory = content.directory
        texts = ("nom", "etablissement", "adresse", "ville", "acces", "hebergement", "reserve")
        centres = []
        for centre in directory.centres:
            sources = tuple(
                source.model_copy(update={"titre": NASTY, "editeur": NASTY})
                for source in centre.sources
            )
            present = {name: NASTY for name in texts if getattr(centre, name) is not None}
            centres.append(
                centre.model_copy(update={**present, "reserve": NASTY, "sources": sources})
            )
        head = directory.liste.model_copy(update={"origine": NASTY, "avertissement": NASTY})
        changed = dataclasses.replace(directory, centres=tuple(centres), liste=head)
        return dataclasses.replace(content, directory=changed)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Content, "read", injected)
        assert engine.build(root / "mkdocs.yml", root / "bati")
    return serve(root / "bati")


def test_a_name_that_is_code_never_runs_and_reads_as_it_was_written(page: Page, nasty: str) -> None:
    paths = ("", "centres/", "centres/lyon/", "texte/")
    for tab in settled(page.context, [f"{nasty}/{path}" for path in paths]):
        assert tab.locator("article b, article img").count() == 0
    page.goto(f"{nasty}/centres/lyon/")
    assert page.locator("h1").text_content() == NASTY
    assert page.title().startswith(NASTY)


def test_a_name_that_is_code_breaks_neither_map_nor_search(page: Page, nasty: str) -> None:
    open_map(page, nasty)
    markers = page.locator(".leaflet-marker-icon")
    assert markers.count() == len(HOSPITALS)
    markers.first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".leaflet-popup-content a").first.text_content() == NASTY
    page.goto(f"{nasty}/centres/lyon/")
    page.get_by_role("button", name="Rechercher").press("Enter")
    page.keyboard.type("Cie")
    results = page.locator("[data-recherche] li")
    expect(results.first).to_contain_text(NASTY)
    assert results.locator("img, b").count() == 0


def settled(context: BrowserContext, addresses: Sequence[str]) -> list[Page]:
    """Open pages side by side, until none asks for more; nothing may be wrong in any.

    Half a second without a demand shows that no more comes: all wait for it at once.
    """
    faults: list[str] = []
    tabs = [context.new_page() for _ in addresses]
    for tab, address in zip(tabs, addresses, strict=True):
        watch(tab, faults)
        tab.goto(address)
    for tab in tabs:
        tab.wait_for_load_state("networkidle")
    assert faults == []
    return tabs


def names(page: Page, result: str) -> list[str | None]:
    """List the hospitals under a heading of results, in order."""
    shown = page.locator(f'[data-liste="{result}"] .fiche:visible')
    return [shown.nth(place).get_attribute("data-id") for place in range(shown.count())]


def test_the_faults_that_fail_a_test_are_seen(browser: Browser) -> None:
    faults: list[str] = []
    page = browser.new_page()
    watch(page, faults)
    page.set_content('<img src="https://exemple.fr/x.png"><script>missing()</script>')
    page.wait_for_load_state("networkidle")
    page.close()
    assert "refused: https://exemple.fr/x.png" in faults
    assert "missing is not defined" in faults


def test_the_policy_refuses_a_script_that_is_not_a_file_of_ours(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    faults: list[str] = []
    watch(page, faults)
    page.goto(address)
    page.evaluate(
        "() => { const s = document.createElement('script');"
        " s.append('window.ran = true'); try { document.head.append(s) } catch {} }"
    )
    page.evaluate(
        "() => { try { document.body.insertAdjacentHTML('beforeend', '<b>x</b>') } catch {} }"
    )
    assert page.evaluate("window.ran") is None
    assert page.locator("body > b").count() == 0
    page.close()
