"""The menu of mkdocs.yml: each page is in it, and it names no other."""

from __future__ import annotations

from generator import menu

DOCS = {"index.md", "a/b.md", "a/c.md"}
MADE = {"carte.md"}


def faults(text: str) -> list[str]:
    """List what is wrong with a menu."""
    return list(map(str, menu.faults(text, DOCS, MADE)))


def test_a_menu_that_names_every_page_passes() -> None:
    assert faults("nav: [index.md, {B: a/b.md}, {C: [a/c.md, {D: carte.md}]}]") == []


def test_a_page_that_is_left_out_on_purpose_passes() -> None:
    assert faults("nav: [index.md, a/b.md]\nnot_in_nav: |\n  /a/c.md\n") == []


def test_an_address_elsewhere_passes() -> None:
    assert faults("nav: [index.md, a/b.md, a/c.md, {X: 'https://exemple.fr'}]") == []


def test_without_a_menu_nothing_is_forgotten() -> None:
    assert faults("site_name: x\n") == []
    assert faults("") == []


def test_a_tag_that_only_mkdocs_reads_is_no_fault() -> None:
    assert faults("site_url: !ENV [URL, '']\n") == []


def test_a_forgotten_page_is_said_at_its_head() -> None:
    assert faults("nav: [index.md, a/b.md]") == [
        "docs/a/c.md:1:1: cette page n'est pas dans le menu : ajoutez-la sous « nav », dans"
        " mkdocs.yml."
    ]


def test_a_page_that_is_not_there_is_said_in_the_menu() -> None:
    assert faults("nav:\n  - index.md\n  - a/c.md\n  - B:\n      - a/bb.md\n  - a/b.md") == [
        "mkdocs.yml:5:9: le menu nomme « a/bb.md », qui n'existe pas ; vouliez-vous dire"
        " « a/b.md » ?"
    ]


def test_a_broken_menu_is_said_in_french() -> None:
    assert faults("nav:\n\t- index.md\n") == [
        "mkdocs.yml:2:1: une tabulation : remplacez-la par des espaces."
    ]


def test_a_page_is_named_as_mkdocs_reads_it() -> None:
    assert faults("nav: [./index.md, a//b.md, a/c.md]") == []


def test_a_pattern_that_cannot_be_read_is_said() -> None:
    assert faults("nav: [index.md, a/b.md, a/c.md]\nnot_in_nav: |\n  !\n") == [
        "mkdocs.yml:2:13: « not_in_nav » : une ligne n'a pas la forme de .gitignore."
    ]


def test_a_menu_that_holds_itself_ends() -> None:
    assert faults("nav: &a [index.md, a/b.md, {C: a/c.md}, *a]") == []


def test_a_pattern_with_letters_in_the_wrong_order_is_said() -> None:
    assert faults("nav: [index.md, a/b.md, a/c.md]\nnot_in_nav: 'x[s-l]'\n") == [
        "mkdocs.yml:2:13: « not_in_nav » : une ligne n'a pas la forme de .gitignore."
    ]


def test_the_parts_of_a_menu_hold_their_pages_in_order() -> None:
    text = "nav: [./index.md, {B: a/b.md}, {C: [a/c.md, {D: [carte.md]}]}, {E: []}]"
    assert menu.parts(text) == [
        ("", ["index.md"]),
        ("", ["a/b.md"]),
        ("C", ["a/c.md", "carte.md"]),
        ("E", []),
    ]


def test_without_a_menu_there_are_no_parts() -> None:
    assert [menu.parts(text) for text in ("", "site_name: x\n", "nav:\n", "- a\n")] == [[]] * 4
