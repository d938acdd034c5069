"""Texts that try to run, past the checks and without the policy: none runs, in any file.

Each of 200 texts meets each field (hostile.py). A page of such texts must be made of the same
elements as one of plain words; then it is let run, and what runs is heard (ecoute.js).
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from generator import publish
from generator.environs import page_of_departement
from generator.evidence import evidence_of
from generator.french import NBSP, telephone_fr, typo
from generator.gazetteer import fold
from generator.picture import short_name
from tests import vcards
from tests.web import hostile
from tests.web.conftest import open_map
from tests.web.hostile import DRAWINGS
from tests.web.pieges import FIRST, HANDLER, PIEGES
from tests.web.place import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.sync_api import Browser, Page

    from generator.centres import Centre
    from generator.departements import Departement
    from generator.directory import Directory
    from tests.web.hostile import Hostile, Round

COUNT = 200
LISTENER = Path(__file__).with_name("ecoute.js")
TOWN = 3
"""Place of a département's town in its row of assets/lieux.json, where it has one."""
BATCH = 50
"""Pages that are let run in one frame: a frame costs more than what is in it."""
SHARD = re.compile(r"assets/lieux/[0-9a-f]{8}/\d+\.json")
_CALL = re.compile(r"poserCentres\(map_carte, (.*)\);")


@dataclass(frozen=True)
class Made:
    """Hold a built site and what it was made of."""

    folder: Path
    content: Hostile

    @property
    def rounds(self) -> tuple[Round, ...]:
        """Name the small sites that were built."""
        return self.content.rounds[: self.content.made]

    def files(self, suffix: str) -> dict[str, str]:
        """List the files of a kind, each with what it is whatever its hospital and what it says."""
        found = {}
        for path in sorted(self.folder.rglob(f"*{PurePosixPath(suffix).suffix}")):
            name = path.relative_to(self.folder).as_posix()
            if name.endswith(suffix):
                found[name] = self.what(name)
        return found

    def what(self, name: str) -> str:
        """Name a file of a small site, or above them, by what it is."""
        number, _, rest = name.partition("/")
        one = self.rounds[int(number) if number.isdigit() else 0]
        if not number.isdigit():
            rest = name
        departements = one.content.directory.france.departements.values()
        for place, departement in enumerate(departements):
            rest = rest.replace(folder_of(departement), f"departements/{place}/")
        for what, centre in (("ouvert", one.shown), ("retire", one.withdrawn)):
            rest = rest.replace(centre.anciens_ids[0], f"{what}-avant").replace(centre.id, what)
        rest = SHARD.sub("assets/lieux/rang.json", rest)
        return f"{int(number) % DRAWINGS}/{rest}" if number.isdigit() else rest

    def directory_of(self, name: str) -> Directory:
        """Return the list that a file says something of."""
        number = name.partition("/")[0]
        content = self.content
        return (
            self.rounds[int(number)].content.directory if number.isdigit() else content.everywhere
        )

    def read(self, name: str) -> str:
        """Read a file, with no line end changed."""
        return (self.folder / name).read_bytes().decode()

    def kinds(self, suffix: str) -> dict[str, str]:
        """Read one file for each thing that the files are."""
        return {what: self.read(name) for name, what in self.files(suffix).items()}

    def made_of(self, suffix: str, keys: Callable[[bytes], object]) -> dict[str, object]:
        """List what each file is made of."""
        return {name: keys((self.folder / name).read_bytes()) for name in self.files(suffix)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Build 200 small sites, and one list and map of them all, of texts that try to run."""
    root = tmp_path_factory.mktemp("piege") / "site"
    return Made(root / "bati", hostile.build(root, PIEGES, COUNT, hostile.SITE_URL))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Build small sites enough for each drawing, and the same list and map, of plain words."""
    root = tmp_path_factory.mktemp("temoin") / "site"
    words = [f"mot {number}" for number in range(COUNT)]
    return Made(root / "bati", hostile.build(root, words, DRAWINGS, "https://exemple.fr/mot/"))


@pytest.fixture(scope="module")
def unguarded(made: Made, serve: Callable[..., str]) -> str:
    """Serve the site without the policy; the build leaves it out of the pages."""
    return serve(made.folder, policy=False)


@pytest.fixture(scope="module")
def listening(unguarded: str, browser: Browser) -> Iterator[Page]:
    """Keep one page for all the tests that need none of their own."""
    with listen(browser, unguarded) as opened:
        yield opened


@contextmanager
def listen(browser: Browser, address: str) -> Iterator[Page]:
    """Open a page that no policy holds back, and that hears what runs."""
    # Popups that fade would stay for a while, and each be laid out again with the next.
    context = browser.new_context(bypass_csp=True, base_url=address, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    context.add_init_script(path=LISTENER)
    opened = context.new_page()
    dialogs: list[str] = []
    opened.on("dialog", lambda dialog: dialogs.append(dialog.message))
    yield opened
    context.close()
    assert dialogs == []


@pytest.fixture(scope="module")
def bench(
    made: Made, plain: Made, serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> str:
    """Serve all pages in one file, beside what they fetch."""
    folder = tmp_path_factory.mktemp("banc")
    (folder / "assets").symlink_to(made.folder / "assets")
    pages = [(what, made.read(name)) for name, what in made.files(".html").items()]
    kinds = plain.kinds(".html")
    assert {what for what, _ in pages} == kinds.keys()
    lay_out(folder, kinds, pages)
    return serve(folder, policy=False)


def lay_out(folder: Path, kinds: dict[str, str], pages: list[tuple[str, str]]) -> None:
    """Write pages, and what each kind of page is made of, in one file."""
    (folder / "pages.json").write_text(json.dumps({"kinds": kinds, "pages": pages}), "utf-8")
    (folder / "index.html").write_text("<!doctype html>", "utf-8")


@pytest.fixture(scope="module")
def looked(made: Made, bench: str, listening: Page) -> dict[str, dict[str, Any]]:
    """Read every page of the site with the browser's own parser."""
    listening.goto(bench)
    found = listening.evaluate("read('pages.json')")
    return dict(zip(made.files(".html"), found, strict=True))


def test_the_texts_are_two_hundred_and_no_two_are_the_same() -> None:
    unnumbered = {text.replace(str(FIRST + place), "") for place, text in enumerate(PIEGES)}
    assert len(PIEGES) == len(unnumbered) == COUNT


def test_each_text_field_is_given_each_text(made: Made) -> None:
    given = [one.given for one in made.rounds]
    assert {where for where in given[0] if {one[where] for one in given} != set(PIEGES)} == set()
    theme = ROOT / "generator" / "theme"
    templates = [path for path in theme.rglob("*") if path.suffix in {".html", ".txt", ".xml"}]
    read = [re.findall(r"\bconfig\.(\w+)", path.read_text("utf-8")) for path in templates]
    assert set().union(*read) == {*hostile.SETTINGS, "extra"}


def test_every_page_is_made_of_what_the_templates_made(looked: dict[str, dict[str, Any]]) -> None:
    assert {name: one["fault"] for name, one in looked.items() if one["fault"]} == {}


def test_the_pages_of_departements_have_every_part(plain: Made) -> None:
    made = [html for what, html in plain.kinds(".html").items() if "departements/" in what]
    for part in ('id="proches"', 'id="suite"', 'id="voisins"', "Aucun centre de notre liste"):
        assert any(part in html for html in made)


def test_each_name_reads_as_it_was_written(made: Made, looked: dict[str, dict[str, Any]]) -> None:
    for number, one in enumerate(made.rounds):
        for centre in (one.shown, one.withdrawn):
            page = looked[f"{number}/centres/{centre.id}/index.html"]
            # No page can hold a null.
            assert page["heading"] == centre.nom.replace("\0", "\ufffd").strip(" ")
            assert in_title(page["title"]).startswith(in_title(centre.nom))


def test_a_drawing_writes_a_name_as_text_or_not_at_all(
    made: Made, looked: dict[str, dict[str, Any]]
) -> None:
    written: set[str | None] = set()
    for number, one in enumerate(made.rounds):
        town = one.content.directory.france.gazetteer.town_near(one.shown)
        assert town == hostile.as_line(one.given["commune[0].nom"])
        pages = (f"{number}/{page}/index.html" for page in ("carte", f"centres/{one.shown.id}"))
        labels = {in_title(label) for page in pages for label in looked[page]["labels"]}
        assert labels <= {in_title(short_name(one.shown)), in_title(town)}
        written |= labels
    assert len(written) > COUNT / 3


def test_no_page_runs_what_it_was_given(bench: str, listening: Page) -> None:
    listening.goto(bench)
    listening.evaluate("size => playAll('pages.json', size)", BATCH)
    assert listening.evaluate("heard") == []


def test_no_template_of_the_build_runs_what_it_was_given(made: Made) -> None:
    assert made.rounds
    assert "XSS" not in os.environ


def test_no_kind_of_page_runs_it_with_its_own_scripts(made: Made, listening: Page) -> None:
    one = made.rounds[0]
    hospitals = [f"0/centres/{quote(centre.id)}/" for centre in (one.shown, one.withdrawn)]
    above = [name for name in made.files(".html") if not name[0].isdigit()]
    for name in [*above, *hospitals, "0/texte/"]:
        listening.goto(f"/{name.removesuffix('index.html')}")
        listening.evaluate("pokeAll()")
        # The button « Imprimer » prints; no text that was given does.
        heard = [one for one in listening.evaluate("heard") if not one.startswith("print()")]
        assert heard == [], name


def test_the_map_shows_each_name_and_runs_none(made: Made, listening: Page) -> None:
    open_map(listening, "")
    centres = made.content.directory.open
    assert {centre.nom for centre in centres} == set(PIEGES)
    names = [
        centre.nom_et_ville + ", ouvert depuis la liste d’origine" * (centre.groupe == "depuis")
        for centre in centres
    ]
    drawn = listening.locator(".dessin a title").all_text_contents()
    # What is read as HTML leaves a null out.
    titles = [name.replace("\0", "") for name in names]
    assert Counter(map(in_title, drawn)) == Counter(map(in_title, titles))
    popups = listening.evaluate("openEach()")
    assert [popup["label"] for popup in popups] == names
    # Each number was checked, on a day that is a text like the others: none is marked as old.
    assert {popup["tags"] for popup in popups} == {"div p a p p a p span p button"}
    for centre, popup in zip(centres, popups, strict=True):
        assert popup["texts"] == texts_of(centre)
        proof = centre.verifie.par if centre.verifie else centre.sources[0].editeur
        assert proof in popup["texts"][3]
        page, call = popup["links"]
        assert page.startswith("../centres")
        assert call == f"tel:{centre.telephone}"
    listening.evaluate("pokeAll()")
    assert listening.evaluate("heard") == []


def test_the_filters_find_each_region_whatever_its_name(listening: Page) -> None:
    listening.goto("/centres/")
    found = listening.evaluate("filterEach('region')")
    # Markdown writes a tab as spaces up to the next column; a page has no null, nor two line ends.
    writable = {text for text in PIEGES if not re.search("[\t\r\0\2\3]", text)}
    assert len(found) == COUNT
    assert {region: count for region, count in found if region in PIEGES} == dict.fromkeys(
        writable, 2
    )
    assert listening.evaluate("heard") == []


def test_the_search_shows_each_name_as_text(made: Made, unguarded: str, browser: Browser) -> None:
    module = made.read("assets/chercher.js")
    # As many results as there are: the reader is shown ten.
    longer = module.replace("const MAX = 10;", "const MAX = 1000;")
    assert longer != module
    with listen(browser, unguarded) as page:
        page.route(
            "**/chercher.js",
            lambda route: route.fulfill(body=longer, content_type="text/javascript"),
        )
        page.goto("/")
        page.get_by_role("button", name="Rechercher").press("Enter")
        page.wait_for_load_state("networkidle")
        # In a title, each of the numbers from 1001 to 1200; a reader's field takes 100 letters.
        page.evaluate(
            "field => { field.maxLength = 10000 }", page.locator(":focus").element_handle()
        )
        page.keyboard.insert_text(" ".join(map(str, range(1001, 1201))))
        page.locator("[data-recherche] li").nth(COUNT - 1).wait_for()
        results = page.evaluate("results()")
        # What shows no sign is left out of the index: nobody types it.
        named = {in_title(re.sub("[\u00ad\u200b\u2060]", "", text)) for text in PIEGES}
        assert named <= {in_title(title) for title, _ in results}
        assert {tag for _, tags in results for tag in tags.split()} == {"a", "p", "mark"}
        assert page.evaluate("heard") == []


def test_the_look_up_shows_each_name_as_text(made: Made, listening: Page) -> None:
    listening.goto("/trouver/")
    typed = [{"words": typed_as(text), "text": hostile.as_line(text)} for text in PIEGES]
    looked_up = listening.evaluate("texts => lookUpEach(texts)", typed)
    assert listening.evaluate("heard") == []
    kinds: Counter[str] = Counter()
    for text, found in zip(PIEGES, looked_up, strict=True):
        proposed, chosen = found["proposed"], found["proposed"][found["place"]]
        assert {one["tags"] for one in proposed} == {"strong"}
        assert text in {one["name"] for one in proposed}
        assert found["result"]["field"] == re.sub("[\r\n]", "", chosen["name"])
        kind = kind_of(chosen)
        kinds[kind] += 1
        # A commune is one place by each of its names.
        same = [one for one in proposed if kind_of(one) == kind == "commune"] or [chosen]
        assert_shown(found["result"], same, made)
    assert kinds.keys() == {"hôpital", "département", "commune"}
    assert min(kinds.values()) > COUNT / 10


def test_a_place_that_an_address_names_adds_what_the_scripts_make(
    made: Made, plain: Made, serve: Callable[..., str], browser: Browser
) -> None:
    shapes = []
    for site in (made, plain):
        one = site.content.rounds[0]
        departement = one.content.directory.departement(one.withdrawn)
        # One that no other test has poked: the browser keeps what a reader chooses.
        with listen(browser, serve(site.folder, policy=False)) as page:
            for key, name in ((one.shown.id, one.shown.nom), (departement.code, departement.nom)):
                # A page that only its anchor tells from this one would not be loaded.
                page.goto("/404.html")
                page.goto(f"/trouver/#lieu={quote(key, safe='')}")
                page.locator("section[data-resultats]").wait_for()
                assert page.evaluate("result()")["heading"].startswith(f"Autour de {name} (")
                shapes.append(page.evaluate("signs(document)"))
                page.evaluate("pokeAll()")
                assert page.evaluate("heard") == []
    assert shapes[:2] == shapes[2:]


def lend_assets(page: Page) -> None:
    """Give the small sites the scripts and sheets, which stand above them."""
    asset = re.compile(r"/\d+(/assets/.+\.(?:js|css))$")
    page.route(asset, lambda route: route.continue_(url=asset.sub(r"\1", route.request.url)))


def test_the_field_in_a_text_leads_to_the_place_chosen(
    made: Made, unguarded: str, browser: Browser
) -> None:
    with listen(browser, unguarded) as page:
        lend_assets(page)
        for number in range(0, COUNT, COUNT // 5):
            centre = made.rounds[number].shown
            page.goto(f"/{number}/texte/")
            page.get_by_role("combobox").focus()
            proposed = page.evaluate("words => suggest(words)", typed_as(centre.autres_noms[0]))
            place = [one["name"] for one in proposed].index(centre.nom)
            assert page.evaluate("heard") == []
            page.get_by_role("option").nth(place).click()
            page.locator("section[data-resultats]").wait_for()
            whole = f"Autour de {centre.nom} (hôpital, {centre.ville})"
            assert page.evaluate("result()")["heading"] == whole
            assert page.evaluate("heard") == []


def test_the_texts_bite_where_nothing_is_escaped(listening: Page) -> None:
    listening.goto("/404.html")
    # The rest bites in Markdown, YAML, JSON or a template only.
    assert len(listening.evaluate("texts => biting(texts)", PIEGES)) > 0.9 * COUNT
    listening.goto("/404.html")
    for text in HANDLER:
        listening.evaluate("html => play(html)", text.replace("§", "1"))
    assert len(listening.evaluate("heard")) > len(HANDLER) / 2


def test_the_policy_has_nothing_to_refuse(
    page: Page, made: Made, serve: Callable[..., str]
) -> None:
    lend_assets(page)
    address = serve(made.folder)
    for path in (
        "",
        "centres/",
        "departements/",
        f"0/centres/{quote(made.rounds[0].shown.id)}/",
        "0/texte/",
    ):
        page.goto(f"{address}/{path}")
    open_map(page, address)
    page.locator(".leaflet-marker-icon").first.press("Enter")
    assert page.locator(".leaflet-popup-content a").first.text_content() in PIEGES
    page.get_by_role("button", name="Rechercher").press("Enter")
    page.keyboard.insert_text("alert")
    page.locator("[data-recherche] li").first.wait_for()
    page.goto(f"{address}/trouver/")
    page.get_by_role("combobox", name="Votre ville").fill(typed_as(PIEGES[0]))
    page.locator("[role=listbox] [role=option]").filter(has_text=PIEGES[0]).first.click()
    page.locator("section[data-resultats]").wait_for()


def test_the_script_of_the_map_holds_each_text_as_data(made: Made, plain: Made) -> None:
    kinds = plain.kinds("/carte.js")
    noms: Counter[str] = Counter()
    for name, what in made.files("/carte.js").items():
        text = made.read(name)
        call = _CALL.search(text)
        assert call
        marks, _land, _borders = json.loads(f"[{call[1]}]")
        noms.update(marker["nom"] for marker in marks)
        assert _CALL.sub("", text) == _CALL.sub("", kinds[what])
    # The large map shows each hospital twice, its own small one once.
    assert noms == dict.fromkeys(PIEGES, 3)


def test_the_look_up_holds_each_text_as_data(made: Made) -> None:
    landmarks = made.files("assets/lieux.json")
    assert len(landmarks) == COUNT + 1
    for name in landmarks:
        directory = made.directory_of(name)
        communes = directory.france.gazetteer.communes
        found = json.loads(made.read(name))
        assert [row[:2] for row in found["departements"]] == [
            [one.code, one.nom] for one in directory.france.departements.values()
        ]
        towns = [row[3] for row in found["departements"] if len(row) > TOWN]
        assert Counter(towns) == Counter(one.nom for one in communes)
        assert [[*row[:3], *row[5:]] for row in found["centres"]] == [
            [one.id, one.nom, one.ville, *one.autres_noms] for one in directory.open
        ]
        folder = (made.folder / name).with_name("lieux") / PurePosixPath(found["dossier"]).name
        ranks = [f"{rank}.json" for rank in range(len(found["fichiers"]))]
        assert sorted(path.name for path in folder.iterdir()) == sorted(ranks)
        shards = [json.loads((folder / rank).read_bytes()) for rank in ranks]
        rows = {(*row[:3], *row[5:]) for shard in shards for row in shard}
        told = [(one.nom, one.code_insee, " ".join(one.codes_postaux)) for one in communes]
        former = [
            (*row, nom) for row, one in zip(told, communes, strict=True) for nom in one.anciens_noms
        ]
        assert rows == {*told, *former}


def test_every_other_file_is_made_of_what_the_site_made(made: Made, plain: Made) -> None:
    suffixes = {path.suffix for path in made.folder.rglob("*") if path.is_file()}
    # Each kind of file has a reader here: a new one is refused.
    assert suffixes == {*READERS, ".html"}
    for suffix, keys in READERS.items():
        found, kinds = made.made_of(suffix, keys), plain.made_of(suffix, keys)
        expected = {what: kinds[name] for name, what in plain.files(suffix).items()}
        assert found == {name: expected[what] for name, what in made.files(suffix).items()}


def test_the_sitemap_holds_each_text_as_an_address(made: Made) -> None:
    pages = [made.content.around(name) for name in made.files(".html") if name != "404.html"]
    sitemap = ET.fromstring(made.read("sitemap.xml"))  # noqa: S314  # the build's own
    written = [[" ".join((part.text or "").split()) for part in url] for url in sitemap]
    assert {len(url) for url in written} == {2}
    assert Counter(address for address, _ in written) == Counter(
        " ".join(one.canonical.split()) for one in pages
    )
    days = {" ".join(one.content.directory.liste.etat_au.split()) for one in pages}
    assert days <= {day for _, day in written}


def test_publishing_adds_nothing_and_refuses_each_address_that_would_run(  # noqa: PLR0913, PLR0917
    made: Made,
    plain: Made,
    looked: dict[str, dict[str, Any]],
    listening: Page,
    serve: Callable[..., str],
    tmp_path: Path,
) -> None:
    chosen = {address: name for name, one in looked.items() for address in one["running"]}
    assert len(chosen) > 10
    names = made.files(".html")
    # Publishing writes the attributes anew that name a file of assets/, seen from two folders down.
    two_down = [name for name in names if name.count("/") == 2]
    naming = re.compile(r' ([\w-]+)="\.\./\.\./assets/x')
    anew = {where: name for name in two_down for where in naming.findall(made.read(name))}
    assert {"content", "data-region", "href", "value"} <= set(anew)
    chosen |= anew
    found = finish(made, tmp_path / "piege", chosen.values())
    for name in chosen.values():
        refused = [fault for fault in found if fault.startswith(f"{name}:")]
        running = looked[name]["running"]
        assert sum("« javascript: »" in fault for fault in refused) >= len(running)
    finish(plain, tmp_path / "temoin", plain.files(".html"))
    above = {name for name in names if not name[0].isdigit()}
    finished = Made(tmp_path / "piege", made.content)
    pages = [(names[name], finished.read(name)) for name in {*chosen.values(), *above}]
    lay_out(tmp_path, Made(tmp_path / "temoin", plain.content).kinds(".html"), pages)
    listening.goto(serve(tmp_path, policy=False))
    again = listening.evaluate("read('pages.json')")
    assert [one["fault"] for one in again if one["fault"]] == []
    headers = (tmp_path / "piege" / "_headers").read_text("utf-8")
    assert not [text for text in PIEGES if text in headers]


def typed_as(text: str) -> str:
    """Say how a reader types a name, in a field of one line: it reads no further."""
    return fold(hostile.as_line(text)[:100])


def kind_of(proposed: dict[str, Any]) -> str:
    """Say what a suggestion is, by what follows its name."""
    found = re.match(r" \((hôpital|département), ", proposed["detail"])
    return found[1] if found else "commune"


def assert_shown(result: dict[str, Any], proposed: list[dict[str, Any]], made: Made) -> None:
    """Require that the look-up says of a place what was proposed, as text."""
    told = {f"Autour de {one['name']}{one['detail']}": one["name"] for one in proposed}
    heading = result["heading"]
    name = told[heading]
    # The browser writes a sign that has no shape as a space.
    title = re.sub("[\0-\x1f]", " ", f"{heading} - {made.rounds[0].settings['site_name']}")
    assert in_title(result["title"]) == in_title(title)
    start = f"Carte de France{NBSP}: {name} (croix) et les centres les plus proches{NBSP}: 1, "
    assert result["sketch"].startswith(start)
    nearest = re.search(f"Le plus proche{NBSP}: (.*), à ", result["count"], re.DOTALL)
    assert nearest
    assert result["sketch"].removeprefix(start).startswith(nearest[1])
    # What is read as HTML leaves a null out.
    assert in_title(nearest[1]) in {in_title(text.replace("\0", "")) for text in PIEGES}
    assert result["tags"] == ["a"]
    assert result["links"] == ["https://www.openstreetmap.org/directions"]
    assert result["page"].startswith("../departements/")


def texts_of(centre: Centre) -> list[str]:
    """Say what the popup of a hospital says, line by line."""
    assert centre.telephone
    assert centre.reserve
    told = evidence_of(centre)["telephone"].sentence
    return [
        centre.nom,
        centre.ville + " (ouvert depuis la liste d’origine)" * (centre.groupe == "depuis"),
        f"Téléphone{NBSP}: {telephone_fr(centre.telephone)}",
        f"{told}. Ce n’est pas un numéro d’urgence. Urgence{NBSP}: la consigne de votre carte"
        f" patient, ou le{NBSP}15 ou le{NBSP}112 (114 par SMS).",
        f"À savoir{NBSP}: {typo(centre.reserve)}",
    ]


def finish(made: Made, folder: Path, names: Iterable[str]) -> list[str]:
    """Publish what stands above the small sites, and some of their pages; say what forbids it."""
    numbers = {str(number) for number in range(len(made.rounds))}
    shutil.copytree(made.folder, folder, ignore=lambda _, found: numbers.intersection(found))
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made.folder / name, folder / name)
    return publish.finish(folder, made.content.directory)


def folder_of(departement: Departement) -> str:
    """Name the folder of a département's page in the site."""
    return page_of_departement(departement).removesuffix(".md") + "/"


def in_title(text: str) -> str:
    """Say how a title shows a text: each white space is one space, what has no sign is left out."""
    shown = re.sub("[\1-\3\ufeff]", "", text.replace("\0", "\ufffd"))
    return " ".join(shown.split())


def xml_keys(data: bytes) -> set[str]:
    """List the elements and attributes of an XML file."""
    root = ET.fromstring(data)  # noqa: S314  # the build's own
    return {f"{one.tag} {sorted(one.attrib)}" for one in root.iter()}


def js_keys(data: bytes) -> str:
    """Leave the data out of a script: of all of them, the map's alone holds some."""
    return _CALL.sub("", data.decode())


def png_keys(data: bytes) -> set[bytes]:
    """List the parts of a picture, of points and colours the kind alone."""
    parts, rest = {data[:8]}, data[8:]
    while rest:
        # A part: the length of what it holds, its kind, what it holds, a checksum.
        kind, end = rest[4:8], 12 + int.from_bytes(rest[:4])
        parts.add(kind if kind in {b"IDAT", b"PLTE"} else rest[:end])
        rest = rest[end:]
    return parts


def txt_keys(data: bytes) -> list[str]:
    """List the lines of a file; of an address or the sum of a file, only that it is there."""
    lines = re.split("\r\n|\r|\n", data.decode())
    return [re.sub(r"^(Contact|Sitemap): .+|^[0-9a-f]{64}(?=  )", r"\1", line) for line in lines]


def json_keys(data: bytes) -> set[str]:
    """List the keys of a JSON file, each with those above it and the kind of its value."""
    return set(_keys(json.loads(data), ""))


def _keys(value: object, above: str) -> Iterator[str]:
    yield f"{above} {type(value).__name__}"
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _keys(one, f"{above}/{key}")
    elif isinstance(value, list):
        for one in value:
            yield from _keys(one, f"{above}/")


def csv_keys(data: bytes) -> tuple[list[str], set[int]]:
    """List the columns of a table and how many cells its rows have; no text in it is a formula."""
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    places = {"latitude", "longitude"}
    texts = [
        cell for row in rows for name, cell in zip(head, row, strict=True) if name not in places
    ]
    assert not any(text.startswith(("=", "+", "-", "@", "\t", "\r")) for text in texts)
    return head, set(map(len, rows))


READERS: dict[str, Callable[[bytes], object]] = {
    ".css": bytes,
    ".csv": csv_keys,
    ".geojson": json_keys,
    ".gz": lambda data: xml_keys(gzip.decompress(data)),
    ".js": js_keys,
    ".json": json_keys,
    ".png": png_keys,
    ".svg": bytes,
    ".txt": txt_keys,
    ".vcf": lambda data: {tuple(card) for card in vcards.read(data)},
    ".xml": xml_keys,
}
"""How to list what a kind of file is made of, whatever it says."""
