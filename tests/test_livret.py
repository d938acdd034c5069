"""The booklet, set from a small site and read back by another program."""

from __future__ import annotations

import errno
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator import engine, livret, typesetting
from generator.__main__ import main
from generator.content import BOOKLET, Content
from generator.errors import DataError
from generator.french import size_fr, telephone_fr, typo
from generator.inputs import Inputs
from generator.phrases import KINDS, within
from generator.publication import LABELS, Publication
from tests import pdf
from tests.web.place import HOSPITALS, LYON, PARIS, SOURCE, add_pages, lay, write_list

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
LEFT, RIGHT = 25 * pdf.MM, 185 * pdf.MM
SPACE = 3.2
"""Points that a space takes where a line ends with one, which nobody sees."""
MARKUP = r"#eval(\"1\") $x^2$ #set page(width: 1pt) // /* \u{41} @ref ~ = a ` #import"
LONG = "anticonstitutionnellement" * 8
SIGNS = "≥ ≤ œ Œ € ½ ² ° ‰ × → ✓ ☐ « ’ » – — … \u2011 \u202f; \u00a0: É ç ß č µ"
HOSTILE = f"""\
&num;eval("1") $x^2$ &lt;intro&gt; // /* \\u{{41}} @ref ~ &#96; #import

{SIGNS}

{LONG}

| {LONG} | b |
|---|---|
| a | {LONG} |

> Cité, <span lang="en">quoted</span>, H<sub>2</sub>O.

```
{LONG} #let
```

### Trop profond

[Ici](#trop-profond) et [la liste](../centres/index.md), [Lyon](../centres/lyon.md),
[la carte](../carte.md), [un site](https://exemple.fr/page),
<https://exemple.fr/{"a" * 150}>

- [ ] Une case ?
"""
PAGES = {
    "essai/index.md": HOSTILE,
    "essai/image.md": "![Le plan du service](../plan.svg)\n\n![Un mot](../photo.avif)\n",
}
PLAN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><path d="M0 0h900v90z"/></svg>'
)


def content(root: Path, **said: str) -> Content:
    """Read a small site."""
    return Content.read(Inputs.of(root), Publication(**said), TODAY)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a small site whose texts look like typst's own markup."""
    checked = {"le": "2026-11-20", "par": "Camille Exemple", "quoi": ["publics"]}
    lyon = {
        **LYON,
        "verifie": checked,
        "reserve": MARKUP.replace('\\"', '"'),
        "nom": f"Hôpital #{'x' * 60}",
    }
    root = lay(tmp_path_factory.mktemp("livret") / "site", [lyon, *HOSPITALS[1:]])
    add_pages(root, PAGES)
    (root / "docs" / "plan.svg").write_text(PLAN, "utf-8")
    (root / "docs" / "photo.avif").write_bytes(b"")
    return root


@pytest.fixture(scope="module")
def small(root: Path) -> Content:
    """Read that site."""
    return content(root)


@pytest.fixture(scope="module")
def printed(small: Content) -> pdf.Read:
    """Set it, and read it back."""
    return pdf.read(small.booklet.data)


def headings(nodes: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401  # JSON
    """Yield the level and the words of each heading among nodes."""
    if isinstance(nodes, dict):
        if nodes.get("k") == "titre":
            yield nodes["niveau"], livret_words(nodes)
        nodes = list(nodes.values())
    if isinstance(nodes, list | tuple):
        for one in nodes:
            yield from headings(one)


def livret_words(node: dict[str, Any]) -> str:
    """Join the words of a node."""
    return "".join(one if isinstance(one, str) else livret_words(one) for one in node["c"])


def test_the_file_is_tagged_french_and_titled(printed: pdf.Read) -> None:
    said = printed.catalogue
    assert said["/Lang"] == "fr-FR"
    assert said["/MarkInfo"]["/Marked"]
    assert said["/ViewerPreferences"]["/DisplayDocTitle"]
    assert said["/StructTreeRoot"]["/K"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in said["/Metadata"].get_data().decode()
    assert printed.reader.metadata
    assert printed.reader.metadata.title == typo("CAR-T : comprendre et trouver un centre (livret)")


def test_each_heading_is_a_bookmark_and_none_skips_a_level(
    small: Content, printed: pdf.Read
) -> None:
    expected = list(headings(list(livret.values_of(small)["chapitres"].values())))
    assert printed.bookmarks() == expected
    levels = [level for level, _ in expected]
    assert levels[0] == 1
    assert all(level <= above + 1 for above, level in pairwise(levels))
    assert (2, "Trop profond") not in expected


def test_each_page_has_its_number_the_date_of_the_list_and_the_mark(printed: pdf.Read) -> None:
    count = len(printed.pages)
    for number, page in enumerate(printed.pages, 1):
        words = pdf.plain(page)
        assert words.count("Préversion,nonvalidée") == 1
        assert f"page{number}sur{count}" in words
        assert "Listedescentresétablieennovembre2026" in words


def test_the_mark_goes_once_all_is_said(root: Path) -> None:
    said = dict.fromkeys(LABELS, "https://exemple.fr/dit")
    made = pdf.read(content(root, **said).booklet.data)
    assert "Préversion" not in made.text
    assert made.reader.metadata
    assert made.reader.metadata.author == "https://exemple.fr/dit"


def test_each_number_stands_on_the_page_of_what_it_is_worth(
    small: Content, printed: pdf.Read
) -> None:
    for centre in small.directory.open:
        if centre.telephone is None:
            continue
        number = pdf.plain(telephone_fr(centre.telephone))
        told = f"{number}NumérorelevédansleregistreFINESSenmars2020,nonrevérifié.Cen’estpasunnuméro"
        assert [told in pdf.plain(page) for page in printed.pages].count(True) == 1


def test_a_hospital_without_a_number_says_so(printed: pdf.Read) -> None:
    assert pdf.plain(printed.text).count("Téléphone:nonrenseigné.") == 2


def test_what_looks_like_markup_is_printed_as_it_stands(printed: pdf.Read) -> None:
    words = pdf.plain(printed.text)
    for written in (
        SIGNS,
        MARKUP.replace('\\"', '"'),
        '#eval("1") $x^2$ <intro> // /*',
        "` #import",
    ):
        assert pdf.plain(written) in words


def test_no_word_is_too_long_for_its_line(printed: pdf.Read) -> None:
    assert words_of(printed).count(LONG) == 4
    assert run_out(printed) == []


def run_out(printed: pdf.Read) -> list[tuple[int, float, float]]:
    """List what runs out of the text block."""
    return [one for one in printed.reach if one[1] < LEFT - 0.1 or one[2] > RIGHT + SPACE]


def words_of(printed: pdf.Read) -> str:
    """Join the words of a booklet without what may end a line."""
    return pdf.plain(printed.text)


def test_a_link_names_the_page_that_it_leads_to(printed: pdf.Read) -> None:
    words = words_of(printed)
    for said, title in (("laliste", "Lescentres"), ("Lyon", "Hôpital#xxx")):
        found = re.search(rf"{said}\(page(\d+)\)", words)
        assert found
        assert title in pdf.plain(printed.pages[int(found[1]) - 1])


def test_with_an_address_of_its_own_the_site_is_named_and_led_to(tmp_path: Path) -> None:
    gone = {**PARIS, "retire": {"le": "2026-11", "motif": "Fermé."}}
    root = lay(tmp_path / "site", [LYON, gone])
    add_pages(root, {"a.md": "[Carte](carte.md) [Paris](centres/paris.md)\n"})
    settings = (root / "mkdocs.yml").read_text("utf-8")
    text = settings.replace("site_url: ''", "site_url: https://exemple.fr/car-t/")
    assert text != settings
    (root / "mkdocs.yml").write_text(text, "utf-8")
    values = livret.values_of(content(root))
    home = "https://exemple.fr/car-t/"
    assert values["couverture"][3]["c"] == [
        "Dernier changement de la liste\u00a0: 4\u00a0mai\u00a02026."
    ]
    assert {"k": "adresse", "url": home, "c": [home]} in values["couverture"][4]["c"]
    assert values["chapitres"]["a.md"][1]["c"] == [
        {"k": "adresse", "url": f"{home}carte/", "c": ["Carte"]},
        " (sur le site)",
        " ",
        {"k": "adresse", "url": f"{home}centres/paris/", "c": ["Paris"]},
        " (sur le site)",
    ]


def test_what_an_editor_has_checked_is_said(printed: pdf.Read) -> None:
    assert "Vérifiéle20novembre2026parCamilleExemple." in words_of(printed)


def test_a_link_to_what_is_not_printed_leads_to_its_page(tmp_path: Path) -> None:
    unprinted = '<h2 id="x"></h2>\n\n<dl><dt><h3 id="y">a</h3></dt></dl>\n'
    root = lay(tmp_path / "site", [LYON])
    add_pages(root, {"a.md": f"[Un](#x) [deux](#y) [trois](#b)\n\n{unprinted}\n## b\n"})
    settings = (root / "mkdocs.yml").read_text("utf-8")
    named = re.sub("^site_name: .*$", f"site_name: {LONG}", settings, flags=re.MULTILINE)
    (root / "mkdocs.yml").write_text(named, "utf-8")
    made = content(root)
    nodes = within(livret.values_of(made)["chapitres"]["a.md"])
    assert [one["vers"] for one in nodes if one["k"] == "renvoi"][:3] == ["a.md", "a.md", "a.md#b"]
    assert run_out(pdf.read(made.booklet.data)) == []


def test_an_address_elsewhere_is_written_out(printed: pdf.Read) -> None:
    words = words_of(printed)
    assert "unsite(https://exemple.fr/page)" in words
    assert words.count(f"https://exemple.fr/{'a' * 150}") == 1


def test_what_only_the_site_has_is_said_to_be_there(printed: pdf.Read) -> None:
    assert "lacarte(surlesite)" in words_of(printed)


def test_a_picture_that_cannot_be_printed_leaves_its_words(printed: pdf.Read) -> None:
    assert "Unmot" in words_of(printed)
    (figure,) = [one for one in tags(printed.catalogue["/StructTreeRoot"]) if "/Alt" in one]
    assert figure["/Alt"] == "Le plan du service"


def tags(node: Any) -> Iterator[Any]:  # noqa: ANN401  # as pypdf gives it
    """Yield each tag of a tagged file."""
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from tags(one)
    elif isinstance(node, dict):
        yield node
        yield from tags(node["/K"]) if "/K" in node else ()


def test_every_kind_of_node_is_set_and_no_other() -> None:
    template = (ROOT / "generator" / "templates" / "livret.typ").read_text("utf-8")
    code = "".join(
        (ROOT / "generator" / f"{name}.py").read_text("utf-8")
        for name in ("phrases", "nodes", "paper")
    )
    named = {*re.findall(r'"k": "([a-z]+)"', code), *filter(None, KINDS.values())}
    assert set(re.findall(r"^  ([a-z]+): \(node, inner, all\)", template, re.MULTILINE)) == named


def test_lists_and_tables_are_tagged_as_such(printed: pdf.Read) -> None:
    kinds = {str(one.get("/S")) for one in tags(printed.catalogue["/StructTreeRoot"])}
    assert kinds >= {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/TD", "/TOC", "/Link", "/Title"}


def test_each_source_is_named_once_and_by_its_number(printed: pdf.Read) -> None:
    words = words_of(printed)
    assert words.count("Registred’essai,Éditeurd’essai,6mars2020") == 1
    assert "FINESSenmars2020,nonrevérifiée.Source" in words


def test_every_font_is_in_the_file(printed: pdf.Read) -> None:
    fonts = [
        font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for page in printed.reader.pages
        for font in pdf.fonts_of(page).values()
    ]
    assert fonts
    assert [one for one in fonts if not {"/FontFile2", "/FontFile3"} & {*one}] == []


def test_the_same_site_gives_the_same_bytes(small: Content) -> None:
    first = small.booklet.data
    typesetting.forget()
    assert livret.booklet(small).data == first


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "Bonjour,\n\nun signe : 😀.\n",
            "docs/a.md:17:12: le livret n'a pas le signe « 😀 » dans ses polices : dites-le en"
            " lettres.",
        ),
        (
            "Voici.\n\n![Une photo](photo.png)\n",
            "docs/a.md:17:14: le livret ne sait pas lire cette image : enregistrez-la en PNG ou en"
            " JPEG.",
        ),
    ],
)
def test_what_cannot_be_set_is_told_with_its_place(
    page: str, expected: str, tmp_path: Path
) -> None:
    root = lay(tmp_path / "site", [LYON])
    add_pages(root, {"a.md": page})
    (root / "docs" / "photo.png").write_bytes(b"no picture")
    with pytest.raises(DataError) as told:
        livret.booklet(content(root))
    assert str(told.value) == expected


def test_a_sign_that_no_font_has_is_found_in_the_list_too(tmp_path: Path) -> None:
    root = lay(tmp_path / "site", [LYON])
    write_list(root, [{**LYON, "sources": [{**SOURCE, **LYON["sources"][0], "titre": "漢"}]}])
    with pytest.raises(DataError) as told:
        livret.booklet(content(root))
    assert re.fullmatch(
        r"data/centres\.yaml:\d+:\d+: le livret n'a pas le signe « 漢 » dans ses polices : dites-le"
        r" en lettres\.",
        str(told.value),
    )


def test_a_page_links_the_booklet_with_its_true_size(small: Content) -> None:
    (made,) = [file for file in small.source_files() if file.uri == BOOKLET]
    assert isinstance(made.content, bytes)
    pages, size = len(pdf.read(made.content).pages), size_fr(len(made.content))
    assert (
        f'<a href="../{BOOKLET}" type="application/pdf">Le site en un livret à imprimer'
        f" (PDF, {pages}\u00a0pages, {size})</a>"
    ) in small.complete("<!-- bloc: livret -->", "texte.md")


def test_no_page_of_a_preview_waits_for_the_booklet(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "set_booklet", None)
    shown = engine.content_of(engine.configured(root / "mkdocs.yml"))
    assert (
        "livret à imprimer (PDF\u202f; sa taille sera dite sur le site publié)</a>"
    ) in shown.complete("<!-- bloc: livret -->", "texte.md")


def test_the_command_writes_the_booklet_and_says_what_it_weighs(
    root: Path, small: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "livret.pdf"
    assert main(["--racine", str(root), "livret", str(path)]) == 0
    made = small.booklet
    assert path.read_bytes() == made.data
    assert capsys.readouterr().out == (
        f"Livret écrit dans {path} : {made.pages} pages, {size_fr(len(made.data))}.\n"
    )
    assert made.pages == len(pdf.read(made.data).pages)
    assert list(tmp_path.iterdir()) == [path]


def test_the_command_refuses_a_folder_and_one_that_is_not_there(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = tmp_path / "absent"
    assert main(["--racine", str(root), "livret", str(tmp_path)]) == 1
    assert main(["--racine", str(root), "livret", str(absent / "livret.pdf")]) == 1
    assert capsys.readouterr().err == (
        f"« {tmp_path} » est un dossier : ajoutez le nom du fichier à écrire.\n"
        f"Le dossier « {absent} » n'existe pas : créez-le d'abord.\n"
    )


def test_a_disk_that_refuses_the_booklet_is_told_by_the_name_that_was_given(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "chmod", full)
    path = tmp_path / "livret.pdf"
    assert main(["--racine", str(root), "livret", str(path)]) == 1
    assert capsys.readouterr().err == f"{path} : le système refuse (No space left on device).\n"
    assert list(tmp_path.iterdir()) == []


def test_a_booklet_that_cannot_be_made_leaves_the_earlier_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = lay(tmp_path / "site", [LYON])
    add_pages(root, {"a.md": "😀\n", "b.md": "<!-- bloc: livret -->\n"})
    earlier = tmp_path / BOOKLET
    earlier.write_bytes(b"earlier")
    assert main(["--racine", str(root), "livret", str(earlier)]) == 1
    told = (
        "docs/a.md:15:1: le livret n'a pas le signe « 😀 » dans ses polices : dites-le en lettres."
    )
    assert capsys.readouterr().err == f"{told}\n"
    assert earlier.read_bytes() == b"earlier"
    assert main(["--racine", str(root), "essai"]) == 1
    assert capsys.readouterr().err == f"{told}\n"


def test_the_real_booklet_is_light_and_nothing_runs_out_of_its_pages() -> None:
    real = content(ROOT)
    made = real.booklet
    assert len(made.data) < 1_000_000
    printed = pdf.read(made.data)
    assert run_out(printed) == []
    words = pdf.plain(printed.text)
    phones = [telephone_fr(one.telephone) for one in real.directory.open if one.telephone]
    assert phones
    said = r"\(114parSMS\)\.Sources?\d"
    for phone in phones:
        assert re.search(rf"{pdf.plain(phone)}[^@]{{20,400}}?{said}", words), phone
    titles = [page.titre for page in real.pages.values()]
    assert [title for title in titles if pdf.plain(typo(title)) not in words] == []
