"""A reader looks for a word, as people type; nothing of the search comes before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page, Route

INDEX = [
    ["leuca/", "La leucaphérèse", "", [["", "", "On prélève vos globules blancs, un week-end."]]],
    ["effets/", "Les effets", "urgence", [["", "", "Œdème, fièvre."], ["m", "Mal", "Des maux."]]],
    ["louis/", "Saint-Louis", "HSL", [["", "", "L’hôpital soigne, en hématologie."]]],
    ["car/", "Les CAR‑T", "", [["", "", "C’est un traitement."], ["qui", "Pour qui", "Adultes."]]],
    ["carte/", "La carte", "", [["", "", "Une carte des hôpitaux et des centres, où soigner."]]],
    ["texte/", "Un texte", "", [["", "", "Il parle de fièvre, de fièvre encore, et d’un prix."]]],
    ["apres/", "Après", "", [["", "", "Le post-greffe, par étapes, tous les jours. Et le foie."]]],
    ["encore/", "Encore", "", [["", "", "Le postgreffe, et la toux, des fois, à Paris."]]],
    [
        "age/",
        "Âgé",
        "",
        [["", "", "Au 01\u00a042\u00a049\u00a049\u00a048, ou le\u00a015. Constructor."]],
    ],
]
# What is typed, and the addresses that answer, in order.
FOUND = {
    "with accents": ("fièvre", ["effets/", "texte/"]),
    "without accents": ("fievre", ["effets/", "texte/"]),
    "in capitals": ("FIÈVRE", ["effets/", "texte/"]),
    "with a ligature": ("œdème", ["effets/"]),
    "without its ligature": ("oedeme", ["effets/"]),
    "elided": ("l'hématologie", ["louis/"]),
    "elided with a typographic apostrophe": ("d’hématologie", ["louis/"]),
    "in the plural": ("traitements", ["car/"]),
    "in an irregular plural": ("hôpital", ["louis/", "carte/"]),
    "as a verb": ("prélèvement", ["leuca/"]),
    "with a hyphen": ("car-t", ["car/"]),
    "without its hyphen": ("week end", ["leuca/"]),
    "in one word": ("weekend", ["leuca/"]),
    "that looks like another": ("carte", ["carte/"]),
    "with st for saint": ("st louis", ["louis/"]),
    "that is another name": ("hsl", ["louis/"]),
    "that begins another": ("leuca", ["leuca/"]),
    "that ends another": ("phérèse", ["leuca/"]),
    "with a letter wrong": ("fievte", ["effets/", "texte/"]),
    "with a letter missing": ("trantement", ["car/"]),
    "with two letters wrong": ("leucaferese", ["leuca/"]),
    "with two letters swapped": ("hopitla", ["louis/", "carte/"]),
    "with stars": ("hopital*", ["louis/", "carte/"]),
    "with words that no page has": ("quoi la fièvre svp", ["effets/", "texte/"]),
    "written with its hyphen and without": ("post-greffe", ["encore/", "apres/"]),
    "that only looks like the plural of « par »": ("paris", ["encore/"]),
    "that only looks like a form of « tous »": ("toux", ["encore/"]),
    "that only looks like a form of « fois »": ("foie", ["apres/"]),
    "of three letters, in the feminine plural": ("âgées", ["age/"]),
    "that is a telephone number": ("01 42 49 49 48", ["age/"]),
    "that is a telephone number without spaces": ("0142494948", ["age/"]),
    "that is a telephone number as abroad": ("+33 (0)1 42 49 49 48", ["age/"]),
    "that is a telephone number with an exit code": ("0033 1.42.49.49.48", ["age/"]),
    "that begins a telephone number": ("01.42", ["age/"]),
    "that is a part of a telephone number": ("49", []),
    "that is an urgent number": ("15", ["age/"]),
    "that begins what every object of JavaScript has": ("constructo", ["age/"]),
    "in a heading before a text": ("adulte pour qui", ["car/#qui"]),
    "of two that one passage has": ("fièvre prix", ["texte/"]),
    "that no page has": ("girafe", []),
    "of signs alone": ("?!*", []),
    "of nothing": ("", []),
}
# What is typed, and the names of places that are looked for, in order.
NAMED = {
    "a département": ("le 29", ["29"]),
    "a département of Corsica": ("2A", ["2A"]),
    "a postcode": ("hôpital 29200 ou 75010", ["29200"]),
    "a postcode with a space": ("29 000 quimper", ["29000"]),
    "a town and its département": ("Brest 29", ["Brest 29", "Brest"]),
    "a part of Paris": ("Paris 13", ["Paris 13", "Paris"]),
    "a temperature": ("38 de fièvre", ["38 de fièvre", "de fièvre"]),
    "a telephone number": ("01 42 49 49 49", []),
    "words that come before a name": ("l’hôpital près de", []),
}
NAME = """async (words) => {
  const { lieuxNommes } = await import("/assets/outils/nommes.js");
  const names = [];
  const proposer = async (name) => names.push(name) && { lieux: [], presque: false };
  await lieuxNommes(words, { sujet: false, inconnus: new Set(), passages: [] }, { proposer });
  return names;
}"""
NEAR = """async (pairs) => {
  const { lieuxNommes } = await import("/assets/outils/nommes.js");
  const answer = { sujet: false, inconnus: new Set(), passages: [] };
  const kept = pairs.map(async ([typed, name]) => {
    const proposer = async () => ({ lieux: [{ genre: "commune", cles: [name] }], presque: true });
    return (await lieuxNommes(typed, answer, { proposer })).length === 1;
  });
  return Promise.all(kept);
}"""
SHOW = """async ([texts, root]) => {
  const { passage } = await import("/assets/outils/reponses.js");
  return texts.map((texte) => {
    const one = { page: "", ancre: "", titre: "T", intitule: "", texte };
    const line = passage(one, new Set([root]), new URL("https://exemple.fr/"));
    return line.querySelector("p").innerHTML;
  });
}"""
FIND = """async ([index, asked]) => {
  const { ouvrirMoteur } = await import("/assets/outils/moteur.js");
  const found = ouvrirMoteur(index)(asked).passages;
  return found.map(({ page, ancre }) => page + (ancre && `#${ancre}`));
}"""


def opened(page: Page) -> Locator:
    """Open the search."""
    page.get_by_role("button", name="Rechercher").press("Enter")
    return page.get_by_role("dialog", name="Rechercher dans le site")


def asked(page: Page, words: str) -> Locator:
    """Open the search, type, and give the links of the answers."""
    dialog = opened(page)
    page.keyboard.type(words)
    return dialog.locator("ol a")


@pytest.fixture(scope="module")
def found(browser: Browser, address: str) -> dict[str, Any]:
    """Ask the engine everything once."""
    page = browser.new_page()
    page.goto(f"{address}/texte/")
    answers = {words: page.evaluate(FIND, [INDEX, words]) for words, _ in FOUND.values()}
    page.close()
    return answers


@pytest.mark.parametrize("rule", FOUND)
def test_a_word_is_found(found: dict[str, Any], rule: str) -> None:
    words, expected = FOUND[rule]
    assert found[words] == expected


@pytest.fixture(scope="module")
def bare(browser: Browser, address: str) -> Iterator[Page]:
    """Open a page for the parts of the search that need nothing of it."""
    page = browser.new_page()
    page.goto(f"{address}/texte/")
    yield page
    page.close()


def test_titles_without_any_text_are_found(bare: Page) -> None:
    index = [["a/", "Fièvre", "", [["", "", ""]]], ["b/", "Mal", "", [["", "", ""]]]]
    assert bare.evaluate(FIND, [index, "fievre"]) == ["a/"]


@pytest.mark.parametrize("kind", NAMED)
def test_a_place_is_looked_for_by_what_may_be_its_name(bare: Page, kind: str) -> None:
    words, expected = NAMED[kind]
    assert bare.evaluate(NAME, words) == expected


def test_no_place_answers_a_word_that_only_looks_like_its_name(bare: Page) -> None:
    pairs = [
        ("quinper", "quimper"),
        ("clermon ferand", "clermont ferrand"),
        ("76038", "seine maritime"),
        ("bébé", "beze"),
        ("vacances", "varanges"),
        ("9999999", "aveyron"),
    ]
    assert bare.evaluate(NEAR, pairs) == [True, True, True, False, False, False]


def test_an_excerpt_shows_its_word_wherever_it_stands(bare: Page) -> None:
    long, rest = "x" * 300, " mot" * 60
    shown = bare.evaluate(
        SHOW,
        [[f"{long} fin", f"{long}.fin", f"fin.{long}", f"fin{rest}", f"a{rest} fin", ""], "fin"],
    )
    fin = "<mark>fin</mark>"
    assert shown == [
        f"… {fin}",
        f"… {fin}",
        f"{fin}.{'x' * 156}…",
        f"{fin}{' mot' * 39}…",
        f"…{' mot' * 14} {fin}",
        "",
    ]


def test_nothing_of_the_search_is_loaded_before_it_is_opened(page: Page, address: str) -> None:
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.goto(f"{address}/texte/")
    page.wait_for_load_state("networkidle")
    search = re.compile("/(recherche.json|chercher.js|moteur.js|mots.js|lieux.json)$")
    assert [url for url in asked_for if search.search(url)] == []
    with page.expect_request("**/mots.js"), page.expect_request("**/recherche.json"):
        opened(page)


def test_the_answers_are_counted_aloud_and_enter_leads_to_the_first(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/texte/")
    answers = asked(page, "hematologue")
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_have_text(re.compile(r"^\d+ réponses\.$"))
    page.keyboard.press("Enter")
    expect(answers.first).to_be_focused()
    expect(answers.first).to_have_text("Glossaire\u00a0: hématologue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossaire/#terme-hematologue")


def test_an_answer_shows_the_words_that_were_found(page: Page, address: str) -> None:
    page.goto(address)
    asked(page, "medecin propose")
    first = page.get_by_role("dialog").locator("li").first
    expect(first.locator("mark")).to_have_text(["médecins", "proposent"])
    expect(first.locator("p")).to_contain_text("L’hématologue vous dit ce que les médecins")


def test_a_word_that_no_page_has_is_named_with_what_is_near(page: Page, address: str) -> None:
    page.goto(address)
    answers = asked(page, "hematalogu")
    status = page.get_by_role("dialog").get_by_role("status")
    near = "Aucune page ne dit «\u00a0hematalogu\u00a0», voici ce qui s’en approche. "
    expect(status).to_have_text(re.compile(rf"^{near}\d+ réponses\.$"))
    expect(answers.first).to_have_text("Glossaire\u00a0: hématologue")


def test_where_nothing_is_found_it_is_said_with_what_to_do(page: Page, address: str) -> None:
    page.goto(address)
    answers = asked(page, "zzzzzzzz")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(
        "Aucune page trouvée. Essayez un autre mot, ou le glossaire."
    )
    assert answers.count() == 0


@pytest.mark.parametrize(
    ("words", "name", "key"),
    [
        ("quimper", "Quimper (29000, Finistère)", "29232"),
        ("centre car-t près de Saint-Etienne", "Saint-Étienne (42000, Loire)", "42218"),
        ("06000", "Nice (06000, Alpes-Maritimes)", "06088"),
        ("finistere", "Finistère (département, depuis Brest)", "29"),
        ("29", "Finistère (département, depuis Brest)", "29"),
    ],
)
def test_a_place_leads_to_the_nearest_hospitals(
    page: Page, address: str, words: str, name: str, key: str
) -> None:
    page.goto(f"{address}/texte/")
    answers = asked(page, words)
    expect(answers.first).to_have_text(f"Les centres les plus proches de {name}")
    answers.first.press("Enter")
    page.wait_for_url(f"{address}/trouver/#lieu={key}")
    page.get_by_role("heading", name=re.compile("^Autour de ")).wait_for()


def test_a_hospital_comes_before_its_town(page: Page, address: str) -> None:
    page.goto(address)
    answers = asked(page, "hopital brest")
    expect(answers.first).to_have_text("Hôpital d'essai de Brest")


def test_the_letters_of_a_word_that_a_page_is_about_are_told_to_no_file(
    page: Page, address: str
) -> None:
    shards: list[str] = []
    page.on("request", lambda one: shards.append(one.url) if "/assets/lieux" in one.url else None)
    page.goto(address)
    # On a busy machine a letter typed alone may be looked for.
    opened(page).get_by_role("textbox").fill("RCP")
    answers = page.get_by_role("dialog").locator("ol a")
    expect(answers.first).to_have_text("Glossaire\u00a0: RCP")
    page.wait_for_load_state("networkidle")
    assert shards == []


def test_an_answer_in_this_very_page_closes_the_search(page: Page, address: str) -> None:
    page.goto(f"{address}/glossaire/")
    answers = asked(page, "RCP")
    expect(answers.first).to_have_text("Glossaire\u00a0: RCP")
    answers.first.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.endswith("/glossaire/#terme-rcp")


def test_a_search_that_did_not_come_says_so_and_comes_the_next_time(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route("**/recherche.json", lambda route: route.abort())
    page.goto(f"{address}/texte/")
    status = opened(page).get_by_role("status")
    expect(status).to_have_text(
        "La recherche n’est pas arrivée. Vérifiez votre connexion, fermez, puis réessayez."
    )
    page.keyboard.press("Escape")
    page.unroute("**/recherche.json")
    expect(asked(page, "fuite RCP").first).to_have_text("Glossaire\u00a0: RCP")
    page.close()


def test_enter_waits_for_the_search_and_for_no_place(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/lieux.json", lambda _: None)
    held: list[Route] = []
    page.route("**/recherche.json", lambda route: held.append(route))  # noqa: PLW0108  # playwright marks it
    page.goto(f"{address}/texte/")
    with page.expect_request("**/recherche.json"):
        first = asked(page, "medecin quimper").first
        page.keyboard.press("Enter")
    held[0].continue_()
    expect(first).to_be_focused()
    expect(first).to_have_text("Glossaire\u00a0: hématologue")
    page.unroute("**/lieux.json")
    page.close()


def test_places_that_come_late_take_no_answer_away(browser: Browser, address: str) -> None:
    page = browser.new_page()
    held: list[Route] = []
    page.route("**/lieux.json", lambda route: held.append(route))  # noqa: PLW0108  # playwright marks it
    page.goto(f"{address}/texte/")
    first = asked(page, "medecin quimper").first
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    with page.expect_response("**/lieux/**"):
        held[0].continue_()
    page.wait_for_load_state("networkidle")
    expect(first).to_be_focused()
    page.get_by_role("textbox").type(" ")
    expect(first).to_have_text(re.compile("^Les centres les plus proches de Quimper "))
    page.close()


def test_on_the_page_of_the_nearest_a_place_is_shown_and_read(page: Page, address: str) -> None:
    page.goto(f"{address}/trouver/")
    answers = asked(page, "quimper")
    expect(answers.first).to_have_text(re.compile("^Les centres les plus proches de Quimper "))
    answers.first.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("heading", name=re.compile("^Autour de Quimper"))).to_be_focused()
