"""The names of the assets, each with a stamp of its content."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from generator import assets, links
from generator.finished import Site

if TYPE_CHECKING:
    from pathlib import Path

A = sha256(b"a").hexdigest()[:8]
NESTED = sha256(b"n").hexdigest()[:8]


def laid(folder: Path, files: dict[str, str]) -> Site:
    """Write the files of a site and read it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return Site.read(folder)


def stamped(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """Stamp the assets of a site; return all its files, each stamp shown as #."""
    assets.stamp(laid(folder, files))
    found = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}
    bare = re.compile(r"\.[0-9a-f]{8}(?=\.)")
    return {bare.sub(".#", name): bare.sub(".#", text) for name, text in named.items()}


def page(folder: Path, html: str, name: str = "centres/lyon/index.html") -> str:
    """Stamp the assets of a site of one page; return the page."""
    pictures = {"assets/a.js": "a", "assets/a.png": "a", "assets/assets/a.png": "n"}
    assets.stamp(laid(folder, {name: html, **pictures, "assets/seul": "a"}))
    return (folder / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="../../assets/a.js">', f'<a href="../../assets/a.{A}.js">'),
        ("<a href=../../assets/a.js>", f"<a href=../../assets/a.{A}.js>"),
        ("<a href='/assets/a.js?b.c#d.e'>", f"<a href='/assets/a.{A}.js?b.c#d.e'>"),
        ('<p data-moteur="../../assets/a.js">', f'<p data-moteur="../../assets/a.{A}.js">'),
        (
            '<img srcset="../../assets/a.png 1x, ../../assets/a.png?2 2x">',
            f'<img srcset="../../assets/a.{A}.png 1x, ../../assets/a.{A}.png?2 2x">',
        ),
        (
            '<p>\u2028é\n\n<b>x</b><img src="../../assets/assets/a.png"> fin',
            f'<p>\u2028é\n\n<b>x</b><img src="../../assets/assets/a.{NESTED}.png"> fin',
        ),
        ('<a href="https://a.fr/assets/a.js">', None),
        ('<a href="../../assets/absent.js">', None),
        ('<a href="../../assets/seul">', None),
        ('<a href="assets/">assets/ "../../assets/a.js"</a>', None),
        ('<p title="voir ../../assets/a.js">', None),
        ('<a href="../../my-assets/a.js">', None),
        ('<!-- <a href="../../assets/a.js"> -->', None),
        ('<script>"../../assets/a.js"</script>', None),
    ],
)
def test_what_a_page_takes_from_the_assets_follows_their_names(
    tmp_path: Path, html: str, expected: str | None
) -> None:
    assert page(tmp_path, html) == (expected or html)


def test_the_picture_that_others_show_follows_too(tmp_path: Path) -> None:
    html = (
        '<link rel="canonical" href="https://a.fr/cart/">'
        '<meta property="og:image" content="https://a.fr/cart/assets/a.png">'
    )
    assert page(tmp_path, html, "index.html") == html.replace("a.png", f"a.{A}.png")


def test_a_script_and_a_sheet_name_what_they_use_by_its_new_name(tmp_path: Path) -> None:
    files = {
        "assets/site.js": 'import { a } from "./outils/a.js";\nexport * from "./b.mjs";\n',
        "assets/outils/a.js": 'import "../b.mjs";\n// "./a.js" est ici\n',
        "assets/b.mjs": "export const b = 1;\n",
        "assets/site.css": "p { background: url('image.svg#x'); }\n@import url(https://a.fr/b.css);",
        "assets/image.svg": "<svg/>",
        "robots.txt": "assets/image.svg",
    }
    assert stamped(tmp_path, files) == {
        "assets/site.#.js": ('import { a } from "./outils/a.#.js";\nexport * from "./b.#.mjs";\n'),
        "assets/outils/a.#.js": 'import "../b.#.mjs";\n// "./a.js" est ici\n',
        "assets/b.#.mjs": "export const b = 1;\n",
        "assets/site.#.css": (
            "p { background: url('image.#.svg#x'); }\n@import url(https://a.fr/b.css);"
        ),
        "assets/image.#.svg": "<svg/>",
        "robots.txt": "assets/image.svg",
    }


def test_only_what_changed_and_what_names_it_has_another_name(tmp_path: Path) -> None:
    files = {
        "assets/site.js": 'import "./a.js";\n',
        "assets/a.js": "1",
        "assets/b.js": "1",
    }
    for folder, text in ((tmp_path / "avant", "1"), (tmp_path / "apres", "2")):
        assets.stamp(laid(folder, {**files, "assets/a.js": text}))
    before, after = (
        {path.name for path in (tmp_path / folder / "assets").iterdir()}
        for folder in ("avant", "apres")
    )
    assert [name.split(".")[0] for name in sorted(before - after)] == ["a", "site"]


def test_two_scripts_that_name_each_other_are_refused(tmp_path: Path) -> None:
    files = {"assets/a.js": 'import "./b.js";\n', "assets/b.js": 'import "./a.js";\n'}
    assets.stamp(laid(tmp_path, files))
    assert len([*links.faults(Site.read(tmp_path))]) == 1


def test_the_remarks_of_a_sheet_stay_with_who_writes_it(tmp_path: Path) -> None:
    written = """/* Why,
   over two lines. */ p { content: "/* no \\" remark */"; }
/*! A licence. */
a::after { content: '/* nor this */' } /* the end */
"""
    files = stamped(tmp_path, {"assets/a.css": written})
    assert (
        files["assets/a.#.css"]
        == """
 p { content: "/* no \\" remark */"; }
/*! A licence. */
a::after { content: '/* nor this */' }\x20
"""
    )
