"""What the built files say, without a browser."""

from __future__ import annotations

import filecmp
import json
import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest

from generator import carte, engine
from generator.__main__ import main
from generator.french import telephone_fr
from tests.web.place import (
    BESANCON,
    BREST,
    CAEN,
    HOSPITALS,
    LYON,
    ROOT,
    directory_of,
    lay,
    left,
    write_list,
)

if TYPE_CHECKING:
    from pathlib import Path


def words(path: Path) -> str:
    """Read what a page says, without its tags."""
    text = re.sub(r"<script.*?</script>|<[^>]*>", " ", path.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"[ \n]+", " ", unescape(text))


@pytest.mark.parametrize("hospital", HOSPITALS, ids=lambda hospital: str(hospital["id"]))
def test_each_hospital_has_a_page_with_its_name_town_and_phone(
    site: Path, hospital: dict[str, str]
) -> None:
    text = words(site / "centres" / hospital["id"] / "index.html")
    assert hospital["nom"] in text
    assert hospital["ville"] in text
    if "telephone" in hospital:
        assert hospital["telephone"].replace(" ", "\u00a0") in text
        assert "Ce n’est pas un numéro d’urgence." in text
    else:
        assert "Téléphone\u00a0: non renseigné." in text


def test_unknown_is_said_as_a_question_never_as_no(site: Path) -> None:
    text = words(site / "centres" / "brest" / "index.html")
    assert text.count("non renseigné\u00a0: demandez-leur") == 2
    assert "Ce qui n’est pas cité n’est pas exclu" in text


def test_each_fact_shows_its_evidence_and_date(site: Path) -> None:
    text = words(site / "centres" / "lyon" / "index.html")
    number = "Numéro relevé dans le registre FINESS en\u00a0mars\u00a02020, non revérifié."
    assert number in text
    assert "(copie consultée en\u00a0novembre\u00a02026)" in text


def test_both_groups_are_named_with_their_count_on_home_list_and_map(site: Path) -> None:
    for page in ("index.html", "centres/index.html", "carte/index.html"):
        text = words(site / page)
        assert "4\u00a0centres de la liste d’origine (vers 2021), reconstituée" in text
        assert "1\u00a0centre ouvert depuis, selon son hôpital ou la presse" in text


def test_the_search_does_not_lead_to_what_only_paper_shows(site: Path) -> None:
    asked = "Recevez-vous un malade de cet âge"
    assert asked in words(site / "centres" / "lyon" / "index.html")
    assert asked not in (site / "assets" / "recherche.json").read_text("utf-8")


def test_the_three_nearest_others_are_listed_with_their_distance(site: Path) -> None:
    html = (site / "centres" / "lyon" / "index.html").read_text("utf-8")
    near = re.findall(r'<li><a href="\.\./(\w+)/">[^<]*\u00a0: ([0-9]+)\u00a0km', html)
    assert [name for name, _ in near] == ["paris", "caen", "lille"]
    # Flat-earth check, within 2 %: one degree of latitude is 111.2 km.
    assert abs(int(near[0][1]) - 391) < 8


def test_the_pages_of_the_foot_are_in_no_menu(site: Path) -> None:
    html = (site / "texte" / "index.html").read_text("utf-8")
    menu, foot = html.split("<main")[0], html.split("<footer")[1]
    named = {"donnees/", "mentions-legales/", "accessibilite/"}
    assert {page for page in named if f'href="../{page}"' in foot} == named
    assert {page for page in named if f'href="../{page}"' in menu} == set()


def test_a_preversion_says_so_and_asks_not_to_be_indexed(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    # Six texts and the missing page, list, map, look-up, glossary, data, changes, five hospitals,
    # one of them at an earlier address too, and 101.
    assert len(pages) == 119
    for page in pages:
        html = page.read_text("utf-8")
        assert "Préversion, non validée." in html, page
        assert '<meta name="robots" content="noindex, nofollow">' in html, page
    legal = words(site / "mentions-legales" / "index.html")
    assert legal.count("à compléter") == 5
    assert "Signaler une erreur" not in words(site / "centres" / "lyon" / "index.html")


def test_a_text_shows_its_sources_date_and_that_nobody_has_reviewed_it(site: Path) -> None:
    text = words(site / "texte" / "index.html")
    assert "Source d’essai , Éditeur, mai\u00a02024" in text
    assert "Cette page s’adresse aux patients et à leurs proches." in text
    assert "Texte comparé à ses sources en\u00a0novembre\u00a02026 ." in text
    assert "Prochaine révision prévue en\u00a0mai\u00a02027 ." in text
    assert "Cette page n’a pas encore été relue par un professionnel de santé." in text


def test_who_prints_the_list_reads_when_it_last_changed(site: Path) -> None:
    listed = words(site / "centres" / "index.html")
    assert "Dernier changement de la liste\u00a0: 4\u00a0mai\u00a02026 . Ce qui a changé" in listed
    changes = words(site / "changements" / "index.html")
    assert "La liste passe de 2 à 1 centre." in changes
    # What is no longer a telephone is not found.
    assert "04 72 00 00 00" in changes
    assert "04 72 00 00 00" not in (site / "assets" / "recherche.json").read_text("utf-8")


def test_every_page_names_the_feed_of_what_changed(site: Path) -> None:
    assert (site / "changements.xml").read_text("utf-8").count("<entry>") == 2
    named = re.compile(r'<link rel="alternate" type="application/atom\+xml" [^>]*href="([^"]+)"')
    for page in site.rglob("*.html"):
        (address,) = named.findall(page.read_text("utf-8"))
        top = "../" * (len(page.relative_to(site).parts) - 1)
        assert address == (
            "/changements.xml" if page.name == "404.html" else f"{top}changements.xml"
        )


def test_no_line_may_break_before_a_french_mark(site: Path) -> None:
    assert breakable(site) == []


def breakable(site: Path) -> list[tuple[str, str]]:
    """List the texts whose line may break before a mark that French keeps with its word."""
    found = []
    for page in site.rglob("*.html"):
        text = re.sub(
            r"<(?:script|title)\b.*?</(?:script|title)>", "", _body(page), flags=re.DOTALL
        )
        nodes = map(unescape, re.findall(r">([^<]+)<", text))
        found += [
            (page.parent.name, node) for node in nodes if re.search(r"\w [:;?!»](?:\s|$)|« ", node)
        ]
    return found


def test_nothing_that_a_browser_fetches_is_on_another_host(site: Path) -> None:
    fetched = re.compile(
        r"""(?:src|srcset|poster)\s*=\s*["']?\s*(?:https?:)?//|<link[^>]+https?://"""
    )
    for page in site.rglob("*.html"):
        assert not fetched.search(page.read_text("utf-8")), page
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(?:@import|url\()\s*['\"]?(?:https?:)?//", sheet.read_text("utf-8"))


def test_the_map_uses_no_jquery_no_frame_and_no_tile(site: Path) -> None:
    html = (site / "carte" / "index.html").read_text("utf-8")
    script = (site / "assets" / "carte.js").read_text("utf-8")
    assert "<iframe" not in html
    assert "jquery" not in (html + script).lower()
    assert "tileLayer" not in script
    assert "user-scalable" not in html


def test_the_map_is_drawn_by_folium(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = (site / "assets" / "carte.js").read_text("utf-8")
    assert 'L.map(\n                "map_carte"' in script
    monkeypatch.delattr("folium.Map")
    with pytest.raises(AttributeError, match="Map"):
        carte.draw(directory_of(site.parent))


def test_map_list_and_yaml_hold_the_same_hospitals(site: Path) -> None:
    script = (site / "assets" / "carte.js").read_text("utf-8")
    call = re.search(r"poserCentres\(map_carte, (\[\{.*?\}\]), \{", script)
    assert call
    drawn = {marker["id"]: marker for marker in json.loads(call[1])}
    listed = re.findall(r'data-id="([^"]+)"', (site / "centres/index.html").read_text("utf-8"))
    main = _main(site / "carte/index.html")
    pointing = re.compile(r'<a [^>]*href="\.\./centres/([\w-]+)/"')
    drawn_at_build = pointing.findall("".join(re.findall(r"<svg.*?</svg>", main, re.DOTALL)))
    beneath = pointing.findall(main[main.index('id="liste"') :])
    names = {str(hospital["id"]) for hospital in HOSPITALS}
    assert set(drawn) == names
    assert sorted(listed) == sorted(names)
    assert sorted(beneath) == sorted(names)
    assert sorted(drawn_at_build) == sorted(names)
    for hospital in HOSPITALS:
        marker = drawn[str(hospital["id"])]
        assert marker["nom"] == hospital["nom"]
        assert marker["ville"] == hospital["ville"]
        assert marker["position"] == [hospital["latitude"], hospital["longitude"]]
        phone = marker.get("telephone")
        assert (phone and telephone_fr(phone).replace("\u00a0", " ")) == hospital.get("telephone")


def test_two_builds_are_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "encore"
    assert engine.build(site.parent / "mkdocs.yml", again)
    names = [path.relative_to(site) for path in site.rglob("*") if path.is_file()]
    _, different, missing = filecmp.cmpfiles(site, again, map(str, names), shallow=False)
    assert (different, missing) == ([], [])


def test_what_helps_editors_stays_out_of_the_site(site: Path) -> None:
    data = {path.name for path in (site.parent / "data").iterdir()}
    assert data >= {"centres.schema.json", "centres.yaml"}
    assert data & {path.name for path in site.rglob("*")} == {"centres.schema.json"}
    theirs = (site / "donnees" / "centres.schema.json").read_text("utf-8")
    assert "2020-12" in theirs  # the schema of the downloads
    assert "errorMessage" not in theirs


def test_adding_a_hospital_adds_it_everywhere_and_withdrawing_leaves_its_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.commands.build.today", lambda: date(2026, 11, 28))
    gone = {**BREST, "retire": {"le": "2026-10", "motif": "Le service a fermé."}}
    root = lay(tmp_path / "site", [LYON, gone, CAEN, BESANCON], contact="site@exemple.fr")
    assert main(["--racine", str(root), "build"]) == 0
    assert capsys.readouterr() == (
        "Site construit dans site/ : 3 centres.\n",
        "À vérifier : 13 faits jamais vérifiés dans 3 centres (python -m generator a-verifier).\n",
    )
    site = root / "site"
    for page in ("index.html", "centres/index.html", "carte/index.html"):
        assert "2\u00a0centres de la liste d’origine" in words(site / page)
    script = next(site.glob("assets/carte.*.js"))
    for file in (site / "centres/index.html", site / "carte/index.html", script):
        text = file.read_text("utf-8")
        assert "besancon" in text
        assert "brest" not in text
    page = words(site / "centres" / "brest" / "index.html")
    assert "Cet hôpital n’est plus dans notre liste ( octobre\u00a02026 )." in page
    assert "Motif\u00a0: Le service a fermé." in page
    report = (site / "centres" / "lyon" / "index.html").read_text("utf-8")
    assert 'href="mailto:site@exemple.fr?subject=Erreur%20sur%20la%20page' in report


def test_a_bad_entry_stops_the_build_with_its_line_and_keeps_the_last_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = lay(tmp_path / "site", [LYON])
    assert main(["--racine", str(root), "build"]) == 0
    before = (root / "site").resolve()
    capsys.readouterr()
    write_list(root, [{**LYON, "code_postal": "6931"}])
    assert main(["--racine", str(root), "build"]) == 1
    shown = capsys.readouterr().err
    assert shown == (
        "data/centres.yaml:3:16: centre « lyon » : le code postal « 6931 » doit avoir 5 chiffres"
        " (exemple : 69310).\n"
        "Le site n'a pas changé : la construction a échoué.\n"
    )
    assert (root / "site").resolve() == before
    assert (before / "centres" / "lyon" / "index.html").is_file()
    assert left(root) == []


def test_a_dead_link_in_a_text_stops_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = lay(tmp_path / "site", [LYON])
    page = root / "docs" / "texte.md"
    page.write_text(page.read_text("utf-8") + "\n[rien](absente.md)\n", "utf-8")
    assert main(["--racine", str(root), "build"]) == 1
    assert "absente.md" in capsys.readouterr().err
    assert not (root / "site").exists()


def test_a_page_of_docs_cannot_take_the_place_of_a_made_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = lay(tmp_path / "site", [LYON])
    (root / "docs" / "centres").mkdir()
    text = (root / "docs" / "texte.md").read_text("utf-8").replace("(", "(../")
    (root / "docs" / "centres" / "lyon.md").write_text(text, "utf-8")
    assert main(["--racine", str(root), "build"]) == 1
    expected = (
        "docs/centres/lyon.md:1:1: cette page est déjà faite par le site : supprimez ce fichier."
    )
    assert expected in capsys.readouterr().err


def _body(page: Path) -> str:
    html = page.read_text("utf-8")
    return html[html.index("<body") :]


def _main(page: Path) -> str:
    html = page.read_text("utf-8")
    return html[html.index("<article") : html.index("</article>")]


def test_a_built_site_has_nothing_of_the_preview_and_no_path_of_this_machine(
    site: Path, sample: Path
) -> None:
    banned = (b"apercu", b"vscode:", str(sample).encode(), str(ROOT).encode())
    found = [
        (path.relative_to(site).as_posix(), words)
        for path in site.rglob("*")
        if path.is_file()
        for words in banned
        if words in path.read_bytes() or words.decode() in path.relative_to(site).as_posix()
    ]
    assert found == []


def test_a_trial_says_what_would_keep_the_site_offline_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = lay(tmp_path / "site", [LYON])
    before = sorted(root.iterdir())
    trial = ["--racine", str(root), "essai"]
    assert main(trial) == 0
    assert capsys.readouterr().out == "Rien n'empêche de mettre le site en ligne.\n"
    page = root / "docs" / "texte.md"
    text = page.read_text("utf-8")
    page.write_text(f'{text}\n<p style="color:red">Rouge.</p>\n', "utf-8")
    assert main(trial) == 1
    told = r"texte/index\.html:\d+:\d+: attribut style= : mettez cette règle dans un fichier \.css"
    assert re.fullmatch(told + r", sous une classe\.\n", capsys.readouterr().out)
    page.write_text(f"{text}\n[là](nulle.md)\n", "utf-8")
    assert main(trial) == 1
    assert capsys.readouterr().err == (
        "docs/texte.md:19:6: « nulle.md » : aucune page n'est à cette adresse ; vérifiez ce nom,"
        " ou ajoutez le fichier dans docs/.\n"
    )
    assert sorted(root.iterdir()) == before
