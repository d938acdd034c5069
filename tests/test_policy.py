"""The security policy, and each thing in a finished page that breaks it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.finished import Site
from generator.policy import (
    HEADERS,
    NOINDEX,
    PLAN,
    TYPES,
    faults,
    headers_file,
    headers_of,
    policy_of,
    with_policy,
)
from generator.telechargements import FILES, SUMS

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>x</title>\n</head>\n'
)
INDEX = policy_of("index.html")
IN_FILE = "mettez-le dans un fichier .js, appelé par src=."
BRANCH = "branchez cette action dans un fichier .js."
CLASS = "attribut style= : mettez cette règle dans un fichier .css, sous une classe."
LINK = "mettez un lien vers ce contenu."
REFRESH = '<meta http-equiv="refresh"> : mettez un lien, la page ne doit pas changer seule.'
BUTTON = "adresse « javascript: » : mettez un bouton, et l'action dans un fichier .js."


def elsewhere(address: str) -> str:
    """Say that a file comes from another host."""
    return f"« {address} » vient d'ailleurs : mettez ce fichier dans le site, ou un simple lien."


def told(folder: Path, body: str) -> list[str]:
    """Check a page of one line of body, the eighth."""
    (folder / "index.html").write_text(with_policy(f"{HEAD}{body}", "index.html"), "utf-8")
    return [str(problem) for problem in faults(Site.read(folder))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<script>alert(1)</script>", f"script dans la page : {IN_FILE}"),
        ("<script/>alert(1)</script>", f"script dans la page : {IN_FILE}"),
        ('<script type="module">import "x"</script>', f"script dans la page : {IN_FILE}"),
        ("<style>p{}</style>", "<style> : mettez ces règles dans un fichier .css."),
        ('<p style="color:red">', CLASS),
        ('<p onclick="x()">', f"attribut onclick= : {BRANCH}"),
        ("<p ONLOAD=x()>", f"attribut onload= : {BRANCH}"),
        ('<a href="javascript:x()">', BUTTON),
        ('<a href=" Java\tScript:x()">', BUTTON),
        ('<button formaction="javascript:x()">', BUTTON),
        ('<script src="https://a.fr/x.js"></script>', elsewhere("https://a.fr/x.js")),
        ('<script src="//a.fr/x.js"></script>', elsewhere("//a.fr/x.js")),
        ('<img src="\\\\a.fr/x.png">', elsewhere("\\\\a.fr/x.png")),
        ('<img src="data:image/gif;base64,R0lG">', elsewhere("data:image/gif;base64,R0lG")),
        ('<img srcset="a.png 1x, http://a.fr/b.png 2x">', elsewhere("http://a.fr/b.png")),
        ('<source src="http://a.fr/x.mp4">', elsewhere("http://a.fr/x.mp4")),
        ('<video poster="http://a.fr/x.png">', elsewhere("http://a.fr/x.png")),
        ('<use href="http://a.fr/x.svg#y"/>', elsewhere("http://a.fr/x.svg#y")),
        ('<link rel="stylesheet" href="http://a.fr/x.css">', elsewhere("http://a.fr/x.css")),
        ('<link rel="icon" href="http://a.fr/x.ico">', elsewhere("http://a.fr/x.ico")),
        ('<link rel="preload" href="http://a.fr/x.js">', elsewhere("http://a.fr/x.js")),
        ('<link rel="alternate stylesheet" href="//a.fr/x">', elsewhere("//a.fr/x")),
        ('<a href="/" ping="https://a.fr/">', elsewhere("https://a.fr/")),
        (
            '<base href="/x/">',
            "<base> : ôtez-le, les adresses de la page sont relatives.",
        ),
        ('<iframe src="x.html"></iframe>', f"<iframe> : {LINK}"),
        ('<object data="x.pdf"></object>', f"<object> : {LINK}"),
        ('<embed src="x.pdf">', f"<embed> : {LINK}"),
        *(
            (f'<meta http-equiv="Refresh" content="{content}">', REFRESH)
            for content in ("1", "", "5; url=../a/", "0; url=//a.fr", "0; url=https://a.fr")
        ),
    ],
)
def test_what_the_policy_refuses_is_said_with_its_place(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert told(tmp_path, f"<p>{body}") == [f"index.html:9:4: {expected}"]


@pytest.mark.parametrize(
    "body",
    [
        '<script src="x.js"></script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<script type="application/json">{"a": 1}</script>',
        '<script src="x.js">\n</script>',
        '<a href="https://a.fr/">a</a> <a href="mailto:a@a.fr">b</a> <a href="tel:+331">c</a>',
        '<link rel="canonical" href="https://a.fr/">',
        '<p title="javascript: un langage">&lt;script&gt;alert(1)&lt;/script&gt;</p>',
        "<!-- <script>alert(1)</script> -->",
        '<meta http-equiv="refresh" content="0; url=../lille/">',
        '<img src="../x.png" srcset="a.png 1x, /b.png 2x">',
    ],
)
def test_what_the_policy_allows_is_no_fault(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body) == []


def test_all_faults_of_a_page_are_said_at_once(tmp_path: Path) -> None:
    assert told(tmp_path, '<p onclick="x()" style="y">\n<style></style>') == [
        f"index.html:9:1: {CLASS}",
        f"index.html:9:1: attribut onclick= : {BRANCH}",
        "index.html:10:1: <style> : mettez ces règles dans un fichier .css.",
    ]


def test_a_page_that_cannot_hold_the_policy_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(with_policy("<p>x", "x.html"), "utf-8")
    assert [str(problem) for problem in faults(Site.read(tmp_path))] == [
        "x.html:1:1: la règle de sécurité n'a pas pu être écrite dans la page :"
        ' ajoutez <meta charset="utf-8"> au début de son en-tête.'
    ]


@pytest.mark.parametrize(
    ("sheet", "address"),
    [
        ("p{}\n@import '//a.fr/x.css';", "//a.fr/x.css"),
        ("p{}\nq{background:url( https://a.fr/x.png )}", "https://a.fr/x.png"),
        ('p{}\nq{background:url("data:image/gif;base64,R")}', "data:image/gif;base64,R"),
    ],
)
def test_a_sheet_that_asks_another_host_is_said(tmp_path: Path, sheet: str, address: str) -> None:
    (tmp_path / "x.css").write_text(sheet, "utf-8")
    found = [str(problem) for problem in faults(Site.read(tmp_path))]
    assert found == [f"x.css:2:1: {elsewhere(address)}"]


def test_a_sheet_of_our_own_files_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text("q{background:url(a.png)} v\\:* {behavior:url(#default#VML)}")
    assert list(faults(Site.read(tmp_path))) == []


def test_a_page_holds_the_policy_before_anything_else() -> None:
    html = with_policy(HEAD, "index.html")
    assert html.startswith(
        '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{INDEX}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        "<title>"
    )
    assert with_policy(html, "index.html") == html


def test_a_page_that_already_refuses_referrers_says_it_once() -> None:
    own = HEAD.replace("<title>", '<meta name="referrer" content="no-referrer"><title>')
    assert with_policy(own, "index.html").count("referrer") == 2


def test_the_policy_has_no_unsafe_word_and_nothing_by_default() -> None:
    policy = policy_of("index.html")
    assert policy.startswith("default-src 'none'; script-src 'self'; ")
    assert not re.search(r"unsafe|\*|https?:|data:|blob:", policy)
    assert "require-trusted-types-for 'script'" in policy
    sent = headers_of("index.html")
    assert sent == {
        **HEADERS,
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    assert "frame-ancestors" not in policy


def test_any_other_site_may_read_the_list_as_data_and_nothing_else() -> None:
    sent = headers_of("donnees/centres.json")
    assert sent["Access-Control-Allow-Origin"] == "*"
    assert sent["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert set(TYPES) == {*FILES, SUMS}
    assert all(path.startswith("donnees/") for path in TYPES)
    for path in ("index.html", "donnees.html", "contacts.vcf", "centres/lille/index.html"):
        assert "Access-Control-Allow-Origin" not in headers_of(path)
        assert headers_of(path)["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_page_of_the_map_may_show_pictures_of_one_other_host_and_no_other_page() -> None:
    policy = policy_of("carte/index.html")
    assert policy == policy_of("index.html").replace("img-src 'self'", f"img-src 'self' {PLAN}")
    assert policy_of("centres/lille/index.html") == policy_of("index.html")


@pytest.mark.parametrize("indexed", [True, False])
def test_no_path_is_given_one_header_twice(indexed: bool) -> None:  # noqa: FBT001
    text = headers_file(["404.html", "assets/", "carte/", "donnees/"], indexed=indexed)
    first, *rest = re.split(r"^(?=/)", text, flags=re.MULTILINE)[1:]
    said = HEADERS if indexed else {**HEADERS, "X-Robots-Tag": NOINDEX}
    assert first == "/*\n" + "".join(f"  {name}: {value}\n" for name, value in said.items())
    ours = "  Cross-Origin-Resource-Policy: same-origin\n"
    given = "  Cross-Origin-Resource-Policy: cross-origin\n  Access-Control-Allow-Origin: *\n"
    briefly, forever = "public, max-age=300", "public, max-age=31536000, immutable"
    expected = {
        "/": (policy_of("index.html"), ours, briefly),
        "/404.html": (policy_of("404.html"), ours, briefly),
        "/assets/*": (policy_of("index.html"), ours, forever),
        "/carte/*": (policy_of("carte/index.html"), ours, briefly),
        "/donnees/*": (policy_of("index.html"), given, briefly),
    }
    assert rest == [
        *(
            f"{path}\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n{origin}"
            f"  Cache-Control: {lifetime}\n"
            for path, (policy, origin, lifetime) in expected.items()
        ),
        "/donnees/centres.csv\n  Content-Type: text/csv; charset=utf-8\n",
        "/donnees/centres.geojson\n  Content-Type: application/geo+json\n",
        "/donnees/centres.json\n  Content-Type: application/json\n",
        "/donnees/centres.schema.json\n  Content-Type: application/json\n",
        "/donnees/SHA256SUMS.txt\n  Content-Type: text/plain; charset=utf-8\n",
    ]
    own = {"Content-Security-Policy", "Cache-Control", "Content-Type"}
    assert not {*own, "Cross-Origin-Resource-Policy", "Access-Control-Allow-Origin"} & set(HEADERS)
    # The most that Cloudflare reads of a line.
    assert max(map(len, text.splitlines())) < 2000
