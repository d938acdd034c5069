"""The addresses of other sites in what editors write, each with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adresses import Mention, mentions
from generator.errors import DataError
from tests.samples import FILE, entry, register, source, yaml_list
from tests.test_texts import PAGE

DOC = "docs/a.md"


def listed(text: str) -> list[tuple[str, str]]:
    """Give the place and the address of each mention in a page."""
    return [(str(one), one.url) for one in mentions({}, {DOC: text.encode()})]


def test_each_source_and_site_of_a_hospital_is_named() -> None:
    hospital = entry(sources=[source(), register(url="https://www.data.gouv.fr/a,b)")])
    assert list(mentions({FILE: yaml_list(hospital).encode()}, {})) == [
        Mention(
            url="https://www.chu-lyon.fr",
            file=FILE,
            line=17,
            column=15,
            what="centre « lyon-sud », « site_web »",
        ),
        Mention(
            url="https://www.chu-lyon.fr/car-t",
            file=FILE,
            line=24,
            column=14,
            what="centre « lyon-sud », source « Les CAR-T à Lyon Sud »",
        ),
        Mention(
            url="https://www.data.gouv.fr/a,b)",
            file=FILE,
            line=30,
            column=14,
            what="centre « lyon-sud », source « Registre FINESS »",
        ),
    ]


def test_an_address_in_a_sentence_of_a_list_is_found() -> None:
    data = b"liste:\n  origine: Voir https://exemple.fr/a, puis (https://exemple.fr/b).\n"
    found = list(mentions({"data/x.yaml": data}, {}))
    assert [(str(one), one.url) for one in found] == [
        ("data/x.yaml:2:12, « origine »", "https://exemple.fr/a"),
        ("data/x.yaml:2:12, « origine »", "https://exemple.fr/b"),
    ]


def test_the_sources_of_a_page_come_before_the_links_of_its_text() -> None:
    text = PAGE + "Voir [le *registre*](https://exemple.fr/registre) et <https://exemple.fr>.\n"
    assert listed(text) == [
        ("docs/a.md:8:10, source « Parcours du patient »", "https://www.chu-lyon.fr/parcours"),
        ("docs/a.md:20:22, lien « le *registre* »", "https://exemple.fr/registre"),
        ("docs/a.md:20:55, adresse dans le texte", "https://exemple.fr"),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "what", "url"),
    [
        ("[a](https://e.fr/b_(c))", "1:5, lien « a »", "https://e.fr/b_(c)"),
        ("([a](https://e.fr))", "1:6, lien « a »", "https://e.fr"),
        ('[a](https://e.fr "b")', "1:5, lien « a »", "https://e.fr"),
        ("[a](<https://e.fr>)", "1:6, lien « a »", "https://e.fr"),
        ("[a]: https://e.fr", "1:6, adresse dans le texte", "https://e.fr"),
        (
            '<a href="https://e.fr?a=1&amp;b=2" rel="x">a\nb</a>',
            "1:10, lien « a b »",
            "https://e.fr?a=1&b=2",
        ),
        ("« https://e.fr » !", "1:3, adresse dans le texte", "https://e.fr"),
        ("Voir https://e.fr/a.", "1:6, adresse dans le texte", "https://e.fr/a"),
        ("HTTP://E.FR/é", "1:1, adresse dans le texte", "HTTP://E.FR/é"),
    ],
)
def test_an_address_ends_where_its_link_does(text: str, what: str, url: str, line_end: str) -> None:
    assert listed(text.replace("\n", line_end)) == [(f"{DOC}:{what}", url)]


def test_what_is_no_address_of_another_site_is_left() -> None:
    assert listed("[a](b.md) [c](../d.md#e) [f](mailto:g@e.fr) ftp://e.fr www.e.fr\n") == []


def test_a_file_that_cannot_be_read_is_said() -> None:
    with pytest.raises(DataError) as caught:
        list(mentions({FILE: b"a: [b\n"}, {}))
    assert str(caught.value) == f"{FILE}:1:4: il manque une virgule ou un crochet fermant « ] »."


NAMES = st.text("abc", min_size=1, max_size=4)
WORDS = st.text("aé .,;(\n", max_size=8)


@given(st.lists(st.tuples(WORDS, NAMES, NAMES, st.sampled_from([" ", "\n", ", ", ". ", ") "]))))
def test_each_address_is_found_whole_and_at_its_place(
    pieces: list[tuple[str, str, str, str]],
) -> None:
    text, expected = "", []
    for words, name, path, after in pieces:
        text += f"{words} "
        url = f"https://{name}.fr/{path}"
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
        expected.append((f"{DOC}:{line}:{column}, adresse dans le texte", url))
        text += f"{url}{after}"
    assert listed(text) == expected


@pytest.mark.parametrize("text", [b"- https://a.fr", b"https://a.fr"])
def test_an_address_under_no_key_is_found(text: bytes) -> None:
    (found,) = mentions({"data/a.yaml": text}, {})
    assert (found.url, found.what) == ("https://a.fr", "adresse dans le texte")
