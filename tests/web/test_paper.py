"""What is printed: every page, a hospital's sheet, questions, and the card of a wallet."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Literal

import pytest
import yaml
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from generator import engine
from tests.web.place import BREST, LYON, add_pages, known, lay
from tests.web.test_accessible import CONTRAST, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from tests.web.conftest import Look

    Media = Literal["print", "screen"]

QUESTIONS = "\n".join(
    f"- [ ] Où aura lieu le rendez-vous numéro {number}\u202f?" for number in range(30)
)
PAGES = {
    "questions.md": f"<!-- bloc: imprimer -->\n\n{QUESTIONS}\n",
    "effets/carte.md": "Un mot.\n\n<!-- bloc: carte-urgence -->\n\nUn autre.\n",
}
SIGNS = [
    *("fièvre", "essoufflement", "confusion"),
    *("difficulté à parler ou à écrire", "somnolence inhabituelle", "tremblements"),
]
HOME = "https://exemple.fr/car-t/"
LONG = "Demandez à l’accueil de l’hôpital, au rez-de-chaussée du bâtiment principal. " * 5
"""Longer than the longest text of a real hospital, which has 352 letters."""
SOURCES = 8
"""As many as the real hospital that has most."""
FULL = known(
    LYON,
    id="complet",
    finess="690805361",
    nom="Centre hospitalier universitaire régional de Lyon, hôpital d’essai du Grand-Revoyet",
    etablissement="Hospices civils d’essai de Lyon et de ses environs (HCEL)",
    publics=["adultes", "adolescents_jeunes_adultes", "enfants"],
    maladies=["lymphome", "leucemie_aigue_lymphoblastique", "myelome"],
    ouvert_depuis="2018-08-10",
    acces=LONG,
    hebergement=LONG,
    reserve=LONG,
    site_web="https://www.exemple.fr",
)
FULL["sources"] *= SOURCES
CRITERION = re.compile(r"^\d{1,2}\.\d{1,2} ", re.MULTILINE)
MM = 96 / 25.4
SEVEN_POINTS = 7 * 96 / 72


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """Give the address of a site with hospitals, a list of questions and the card."""
    root = lay(tmp_path_factory.mktemp("papier") / "site", [LYON, BREST, FULL])
    add_pages(root, PAGES)
    settings = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    settings["site_url"] = HOME
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    folder = root / "bati"
    assert engine.build(root / "mkdocs.yml", folder)
    return serve(folder)


@pytest.mark.parametrize("uri", ["questions", "effets/carte"])
def test_at_320_px_nothing_runs_off_the_side_and_axe_finds_nothing(
    look: Look, paper: str, uri: str
) -> None:
    page = look(320)
    page.goto(f"{paper}/{uri}/")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, CONTRAST) == []


@pytest.mark.parametrize(
    ("uri", "name"), [("questions", "Imprimer cette page"), ("effets/carte", "Imprimer la carte")]
)
def test_the_button_prints_and_stands_only_where_scripts_run(
    page: Page, browser: Browser, paper: str, uri: str, name: str
) -> None:
    page.goto(f"{paper}/{uri}/")
    page.evaluate("window.print = () => { document.title = 'imprimé' }")
    page.get_by_role("button", name=name).press("Enter")
    assert page.title() == "imprimé"
    still = browser.new_page(java_script_enabled=False)
    still.goto(f"{paper}/{uri}/")
    assert still.get_by_text(name).count() == 1
    assert not still.get_by_text(name).is_visible()
    still.close()


def test_a_list_of_questions_is_printed_with_squares_and_room_and_without_frame(
    page: Page, paper: str
) -> None:
    page.goto(f"{paper}/questions/")
    assert page.locator("input[type=checkbox]").count() == 0
    page.emulate_media(media="print")
    assert (
        page.locator("header:visible, nav:visible, button:visible, footer a:visible").count() == 0
    )
    assert page.get_by_text("Ce site n’est pas un service d’urgence.").is_visible()
    questions = page.locator("li:has(.case)")
    assert questions.count() == 30
    for box in (question.bounding_box() for question in questions.all()):
        assert box
        assert box["height"] > 17 * MM
    square = page.locator(".case").first.bounding_box()
    assert square
    assert square["width"] == square["height"] > 4 * MM


def test_a_list_of_questions_is_never_cut_at_the_end_of_a_sheet(page: Page, paper: str) -> None:
    page.goto(f"{paper}/questions/")
    page.emulate_media(media="print")
    kept = "nodes => nodes.map((node) => getComputedStyle(node).breakInside)"
    assert set(page.locator("li:has(.case)").evaluate_all(kept)) == {"avoid"}
    assert sheets(page) == 3


def test_of_the_page_of_the_card_only_the_card_is_printed_on_one_sheet(
    page: Page, paper: str
) -> None:
    page.goto(f"{paper}/effets/carte/")
    page.emulate_media(media="print")
    printed = page.evaluate("document.body.innerText")
    assert printed.startswith("Appelez sans attendre")
    assert printed.strip().endswith("Carte d’essai, non validée\u00a0: à relire avec mon équipe.")
    assert sheets(page) == 1


def test_the_card_has_the_size_of_a_bank_card_twice_and_holds_all_of_its_words(
    page: Page, paper: str
) -> None:
    page.goto(f"{paper}/effets/carte/")
    page.get_by_role("button", name="Couleurs sombres").press("Enter")
    page.emulate_media(media="print")
    faces = page.evaluate(_FACES)
    assert len(faces) == 2
    for face in faces:
        assert face["width"] == pytest.approx(85.6 * MM, abs=0.5)
        assert face["height"] == pytest.approx(54 * MM, abs=0.5)
        assert face["cut"] == []
        assert face["smallest"] >= SEVEN_POINTS
        assert face["colours"] == ["rgb(0, 0, 0)"]
    assert faces[0]["right"] == pytest.approx(faces[1]["left"], abs=0.5)
    assert faces[0]["top"] == faces[1]["top"]


def test_the_card_leaves_room_to_write_by_hand(page: Page, paper: str) -> None:
    page.goto(f"{paper}/effets/carte/")
    page.emulate_media(media="print")
    lines = page.evaluate(_LINES)
    assert len(lines) == 5
    assert min(height for height, _ in lines) >= 7 * MM
    assert min(width for _, width in lines) >= 35 * MM


def test_the_card_says_its_signs_its_numbers_and_whose_word_comes_first(
    page: Page, paper: str
) -> None:
    page.goto(f"{paper}/effets/carte/")
    card = page.get_by_role("region", name="Appelez sans attendre")
    assert card.get_by_role("listitem").all_inner_texts() == SIGNS
    for words in (
        "Sans réponse, convulsions, perte de connaissance, vie en danger\u00a0: 15 ou 112."
        " Par SMS\u00a0: 114.",
        "Je suis traité(e) par cellules CAR‑T.",
        "Les consignes de mon équipe passent avant cette carte. Carte d’essai, non validée\u00a0: à"
        " relire avec mon équipe.",
    ):
        assert words in card.inner_text()
    assert card.locator("input, textarea, [contenteditable]").count() == 0


@pytest.mark.parametrize("key", ["lyon", "brest", "complet"])
def test_a_hospital_is_one_sheet_that_says_how_to_reach_it(
    page: Page, paper: str, key: str
) -> None:
    page.goto(f"{paper}/centres/{key}/")
    page.emulate_media(media="print")
    printed = page.evaluate("document.body.innerText")
    for words in ("Préversion, non validée.", "Téléphone", "1 rue de l'Essai", "Liste établie en"):
        assert words in printed
    for words in ("OpenStreetMap", "vCard", "Imprimer", "Tous les centres", "plus proches"):
        assert words not in printed
    if key != "brest":
        assert "04\u00a078\u00a086\u00a018\u00a001" in printed
        assert "Ce n’est pas un numéro d’urgence." in printed
    assert page.locator(".feuille .case:visible").count() == 5
    notes = page.locator(".notes").bounding_box()
    assert notes
    assert notes["height"] > 9 * MM
    assert sheets(page) == 1


def test_the_room_for_notes_is_what_the_sheet_has_left(page: Page, paper: str) -> None:
    heights = []
    for key in ("brest", "lyon", "complet"):
        page.goto(f"{paper}/centres/{key}/")
        page.emulate_media(media="print")
        box = page.locator(".notes").bounding_box()
        assert box
        heights.append(box["height"])
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > 60 * MM


@pytest.mark.parametrize("media", ["print", "screen"])
def test_a_camera_reads_the_address_of_the_page_on_its_sheet(
    page: Page, paper: str, media: Media
) -> None:
    page.goto(f"{paper}/centres/lyon/")
    page.get_by_role("button", name="Couleurs sombres").press("Enter")
    page.emulate_media(media=media)
    seen = Image.open(BytesIO(page.locator(".carre").screenshot()))
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert [code.text for code in zxingcpp.read_barcodes(seen)] == [canonical]
    assert canonical == f"{HOME}centres/lyon/"
    caption = page.locator(".carre figcaption").inner_text()
    assert caption == f"Cette page sur un téléphone\u00a0: {canonical}"


def test_a_telephone_shows_no_square_of_its_own_page(browser: Browser, paper: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(f"{paper}/centres/lyon/")
    assert not page.locator(".carre").is_visible()
    assert not page.locator(".feuille").is_visible()
    page.close()


def test_a_link_to_another_site_is_printed_with_its_address_and_no_other_link_is(
    page: Page, paper: str
) -> None:
    page.goto(f"{paper}/texte/")
    page.emulate_media(media="print")
    assert page.evaluate(_AFTER) == {"https://exemple.fr": '" (https://exemple.fr)"'}
    # On its sheet, a hospital's sources are named, and the square leads to them.
    page.goto(f"{paper}/centres/lyon/")
    page.emulate_media(media="print")
    assert page.evaluate(_AFTER) == {}
    page.emulate_media(media="screen")
    assert page.evaluate(_AFTER) == {}


def test_what_is_folded_is_printed_open_with_scripts_and_folded_again(
    page: Page, paper: str
) -> None:
    page.goto(f"{paper}/accessibilite/")
    opened = "document.querySelectorAll('details[open]').length"
    assert page.evaluate(opened) == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(opened) == page.locator("details").count() == 13
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(opened) == 0


def test_without_scripts_what_is_folded_is_printed_in_tables_whose_head_is_on_each_sheet(
    browser: Browser, paper: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{paper}/accessibilite/")
    assert not page.locator(".rgaa td").first.is_visible()
    printed = [sheet.extract_text() for sheet in PdfReader(BytesIO(pdf(page))).pages]
    page.close()
    told = [text for text in printed if CRITERION.search(text)]
    assert len(CRITERION.findall("\n".join(told))) == 106
    assert len(told) > 5
    assert all("Critère" in CRITERION.split(text)[0] for text in told)
    assert f"Adresse de cette page\u00a0: {HOME}accessibilite/" in printed[-1]


def test_cards_stand_two_a_row_and_none_is_cut(page: Page, address: str) -> None:
    page.goto(f"{address}/centres/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": int(180 * MM), "height": int(267 * MM)})
    boxes = [card.bounding_box() for card in page.locator(".fiche:visible").all()]
    assert len(boxes) == 5
    assert {round(box["width"] / MM) for box in boxes if box} == {88}
    kept = "nodes => nodes.map((node) => getComputedStyle(node).breakInside)"
    assert set(page.locator(".fiche").evaluate_all(kept)) == {"avoid"}
    assert sheets(page) == 2


def test_the_legend_of_the_map_is_printed_with_its_marks(page: Page, address: str) -> None:
    page.goto(f"{address}/carte/")
    page.emulate_media(media="print")
    drawn = "nodes => nodes.map((node) => getComputedStyle(node).printColorAdjust)"
    assert page.locator(".legende .marque").evaluate_all(drawn) == ["exact", "exact"]


def test_without_the_address_of_the_site_there_is_no_square(page: Page, address: str) -> None:
    page.goto(f"{address}/centres/lyon/")
    page.emulate_media(media="print")
    assert page.locator("figure:visible").count() == 0
    assert "Adresse de cette page" not in page.evaluate("document.body.innerText")


def sheets(page: Page) -> int:
    """Count the sheets of paper that a page takes."""
    return len(PdfReader(BytesIO(pdf(page))).pages)


def pdf(page: Page) -> bytes:
    """Print a page as its reader does on A4."""
    return page.pdf(prefer_css_page_size=True, format="A4")


# What paper adds to the links of a page, by where they lead.
_AFTER = """() => Object.fromEntries([...document.querySelectorAll("main a")]
  .map((link) => [link.getAttribute("href"), getComputedStyle(link, "::after").content])
  .filter(([, content]) => content !== "none"))"""
_FACES = """() => [...document.querySelectorAll(".carte-urgence__face")].map((face) => {
  const { width, height, left, right, top, bottom } = face.getBoundingClientRect();
  const inside = [...face.querySelectorAll("*")];
  const style = (name) => inside.map((node) => getComputedStyle(node)[name]);
  return {
    width, height, left, right, top,
    cut: inside.filter((node) => {
      const box = node.getBoundingClientRect();
      return box.left < left || box.right > right || box.top < top || box.bottom > bottom;
    }).map((node) => node.textContent),
    smallest: Math.min(...style("fontSize").map(parseFloat)),
    colours: [...new Set(style("color"))],
  };
})"""
_LINES = """() => [...document.querySelectorAll(".carte-urgence__ligne")].map((line) =>
  [line.getBoundingClientRect().height, parseFloat(getComputedStyle(line, "::after").width)])"""
