"""What editors had written at one time, read from files that nobody checks any more."""

from __future__ import annotations

from datetime import date

import pytest

from generator.content import Content
from generator.edition import GLOSSARY, LIST, Edition, Page
from generator.inputs import Inputs
from generator.publication import Publication
from tests.samples import ROOT, entry, lille, yaml_list

PAGE = """\
---
titre: Une page
objectif: Une page d'essai.
public: [patients]
verifie_le: 2026-11
revision_le: 2027-05
relu_par:
---
Un *texte*
sur deux lignes.
"""


def page(text: str | bytes) -> Page:
    """Read one page of an older version."""
    data = text if isinstance(text, bytes) else text.encode()
    [only] = Edition.earlier({"docs/a/b.md": data}).pages
    return only


def test_the_files_of_today_read_as_the_content_that_was_checked() -> None:
    inputs = Inputs.of(ROOT)
    files = {name: (ROOT / name).read_bytes() for name in (LIST, GLOSSARY)} | inputs.texts()
    content = Content.read(inputs, Publication(), date(2026, 11, 28))
    assert Edition.earlier(files) == Edition.of(content)


def test_a_version_without_files_held_nothing() -> None:
    assert Edition.earlier({}) == Edition(liste=None, centres=(), termes=(), pages=())


@pytest.mark.parametrize("data", [b"", b"[", b"\xe9", b"a", b"- a", b"centres: a", b"termes: a"])
def test_a_file_that_cannot_be_read_is_not_taken_for_an_empty_one(data: bytes) -> None:
    read = Edition.earlier({LIST: data, GLOSSARY: data})
    assert (read.centres, read.termes) == (None, None)


def test_an_entry_that_is_no_group_of_keys_is_passed_over() -> None:
    text = yaml_list(entry(), lille()) + "  - Nice\n"
    read = Edition.earlier({LIST: text.encode()}).centres
    assert read is not None
    assert [centre.id for centre in read] == ["lyon-sud", "lille"]


def test_a_page_is_read_with_its_head() -> None:
    read = page(PAGE)
    assert (read.uri, read.head.titre, read.body) == (
        "a/b.md",
        "Une page",
        "Un *texte*\nsur deux lignes.\n",
    )
    assert read.html == "<p>Un <em>texte</em> sur deux lignes.</p>"


def test_a_page_without_a_head_is_all_text() -> None:
    read = page("# Une page\n\nUn texte.\n")
    assert (read.head.titre, read.html) == ("", '<h1 id="une-page">Une page</h1> <p>Un texte.</p>')


@pytest.mark.parametrize("front", ["titre: [", "titre: a\ntitre: b", "- a", ""])
def test_a_head_that_cannot_be_read_leaves_the_text(front: str) -> None:
    assert page(f"---\n{front}\n---\nUn texte.\n").html == "<p>Un texte.</p>"


def test_a_page_in_another_encoding_is_read_as_well_as_can_be() -> None:
    assert page("---\ntitre: Été\n---\nA é".encode("latin-1")).html == "<p>A \ufffd</p>"


def test_only_pages_of_docs_are_pages() -> None:
    assert Edition.earlier({"docs/a.png": b"", "a.md": b"", "docs/a.txt": b""}).pages == ()


@pytest.mark.parametrize(
    "text",
    [
        "Un *texte* sur\ndeux lignes.\n",
        "<!-- à relire -->\nUn *texte* sur deux lignes.",
        "\n\nUn *texte*  sur deux\u00a0lignes.\n\n\n",
        "Un _texte_ sur deux lignes.\r\n",
        "Un *texte* sur deux lignes.<!-- bloc de\nnotes -->",
    ],
)
def test_line_ends_spaces_and_comments_are_not_seen(text: str) -> None:
    assert page(PAGE.partition("Un *")[0] + text).html == page(PAGE).html


@pytest.mark.parametrize(
    "text",
    [
        "Un *texte* sur trois lignes.",
        "Un texte sur deux lignes.",
        "Un *texte* sur [deux](index.md) lignes.",
        "Un *texte*\n\nsur deux lignes.",
        "Un *texte* sur deux lignes.\n\n<!-- bloc: imprimer -->\n",
        "Un *texte* sur deux lignes. ![Un dessin](a.svg)",
    ],
)
def test_words_links_marks_and_blocks_are_seen(text: str) -> None:
    assert page(PAGE.partition("Un *")[0] + text).html != page(PAGE).html
