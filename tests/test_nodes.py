"""What is printed of a page: the kinds that the booklet's template sets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from generator.markup import tree
from generator.nodes import blocks
from tests.test_markup import PIECES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.phrases import Node

DEEPEST_JSON = 128
"""What the reader of JSON in typst (serde_json) takes."""


class Bare:
    """Know nothing around a page."""

    def link(self, address: str, words: list[Node], *, page: bool) -> Iterable[Node]:
        """Show where a link leads."""
        return [{"k": "lien", "vers": address, "page": page, "c": words}]

    def picture(self, address: str, words: str) -> Node | None:
        """Show any picture but one."""
        return None if "absent" in address else {"k": "image", "mots": words, "c": []}

    def heading(self, level: int, name: str, words: list[Node]) -> Node:
        """Show a heading as it is."""
        return {"k": "titre", "niveau": level, "id": name, "c": words}

    def anchor(self, name: str) -> Node:
        """Show a name as it is."""
        return {"k": "ancre", "id": name}


def nodes(html: str) -> list[Node]:
    """Print HTML that stands alone."""
    return blocks(tree(html).children, Bare())


def par(*words: Node) -> Node:
    """Make a paragraph."""
    return {"k": "par", "c": list(words)}


def items(*each: list[Node], **changes: Any) -> Node:  # noqa: ANN401  # JSON
    """Make a list."""
    plain = {"k": "liste", "chiffres": False, "debut": 1, "cases": False, "items": list(each)}
    return plain | changes


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<p> a\n  b </p> c <div>d</div>", [par("a b"), par("c"), par("d")]),
        ("<p>a\u00a0: \u202f!</p>", [par("a\u00a0: \u202f!")]),
        ("<h3 id='x'>a</h3><h2> </h2>", [{"k": "titre", "niveau": 3, "id": "x", "c": ["a"]}]),
        (
            "<p><b>a</b> <em>b</em><br>c<sub>2</sub></p>",
            [
                par(
                    {"k": "gras", "c": ["a"]},
                    " ",
                    {"k": "italique", "c": ["b"]},
                    {"k": "saut"},
                    "c",
                    {"k": "indice", "c": ["2"]},
                )
            ],
        ),
        (
            "<p><i lang='en'>a</i><i lang='EN-us'>b</i></p>",
            [
                par(
                    {"k": "italique", "c": [{"k": "langue", "langue": "en", "c": ["a"]}]},
                    {"k": "italique", "c": ["b"]},
                )
            ],
        ),
        (
            "a <font color='red'>b</font> <tt>c</tt><strike>d</strike>",
            [par("a ", "b", " ", {"k": "code", "c": ["c"]}, {"k": "barre", "c": ["d"]})],
        ),
        ("<p><q>a</q></p>", [par("«\u00a0", "a", "\u00a0»")]),
        (
            "<ul><li>a</li><li id='b'><p>b</p></li></ul>",
            [items(["a"], [{"k": "ancre", "id": "b"}, "b"])],
        ),
        (
            "<ol start='3'><li>a<ul><li>b</li></ul></li></ol>",
            [items(["a", items(["b"])], chiffres=True, debut=3)],
        ),
        ("<ol start='99999999999999999999'><li>a</li></ol>", [items(["a"], chiffres=True)]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", [items([par("a"), par("b")])]),
        (
            "<ul><li><span class='case'></span> a</li></ul>",
            [items([{"k": "case"}, " a"], cases=True)],
        ),
        ("<ul></ul><dl></dl><table></table>", []),
        (
            "<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>",
            [{"k": "definitions", "items": [(["a"], ["b", par("c")])]}],
        ),
        (
            "<table><caption>t</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>",
            [{"k": "tableau", "tete": [["a"]], "lignes": [[["b"]]], "c": ["t"]}],
        ),
        (
            "<table><tr><th>a</th><td>b</td></tr></table>",
            [{"k": "tableau", "tete": [], "lignes": [[["a"], ["b"]]], "c": []}],
        ),
        (
            "<dl><dd>a</dd><dt>b</dt><dd><dl><dt>c</dt><dd>d</dd></dl></dd></dl>",
            [
                {
                    "k": "definitions",
                    "items": [
                        ([], ["a"]),
                        (["b"], [{"k": "definitions", "items": [(["c"], ["d"])]}]),
                    ],
                }
            ],
        ),
        ("<dl>a</dl>", [par("a")]),
        (
            "<ul>a<li>b</li> <ul><li>c</li></ul></ul>",
            [items(["a"], ["b", items(["c"])])],
        ),
        (
            "<ul><li>a<ul><li><p><span class='case'></span> b</p></li></ul></li></ul>",
            [items(["a", items([{"k": "case"}, " b"], cases=True)])],
        ),
        (
            "<table><tr><th>a</th></tr></table>",
            [{"k": "tableau", "tete": [], "lignes": [[["a"]]], "c": []}],
        ),
        (
            "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>",
            [
                {
                    "k": "tableau",
                    "tete": [],
                    "lignes": [[[{"k": "tableau", "tete": [], "lignes": [[["a"]]], "c": []}]]],
                    "c": [],
                }
            ],
        ),
        ("<p><img src='a' alt='b'></p>", [{"k": "image", "mots": "b", "c": []}]),
        (
            "<p>a <b>b <img src='a' alt='c'></b> d</p>",
            [par("a"), par("b"), {"k": "image", "mots": "c", "c": []}, par("d")],
        ),
        (
            "<figure><p>a</p><img src='a' alt='b'><figcaption>c</figcaption></figure>",
            [par("a"), {"k": "image", "mots": "b", "c": ["c"]}],
        ),
        ("<img src='absent' alt=''>", []),
        (
            "<figure><img src='absent' alt='b'><figcaption>c</figcaption></figure>",
            [par("b"), par("c")],
        ),
        ("<pre>a\n  b</pre>", [par({"k": "code", "c": ["a", {"k": "saut"}, "  b"]})]),
        ("<blockquote>a</blockquote><hr>", [{"k": "retrait", "c": [par("a")]}, {"k": "filet"}]),
        ("<div class='avis'><p>a</p></div>", [{"k": "cadre", "coupe": True, "c": [par("a")]}]),
        ("<p class='telephone'>01</p>", [{"k": "attache", "fort": True, "c": ["01"]}]),
        (
            "<p><a href='x'>a</a> <a class='renvoi' href='y'>1</a></p>",
            [
                par(
                    {"k": "lien", "vers": "x", "page": True, "c": ["a"]},
                    " ",
                    {"k": "lien", "vers": "y", "page": False, "c": ["1"]},
                )
            ],
        ),
    ],
)
def test_html_is_printed_in_few_kinds(html: str, expected: list[Node]) -> None:
    assert nodes(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<script>a</script><style>b</style><svg><text>c</text></svg>",
        "<p hidden>a</p><p><span hidden>b</span></p>",
        "<p><span aria-hidden='true'>←</span></p>",
        "<form><input><button>a</button></form>",
        "<div class='carte-urgence__aide'>a</div>",
        "<!-- a -->",
    ],
)
def test_what_is_for_a_screen_alone_is_not_printed(html: str) -> None:
    assert nodes(html) == []


def test_a_line_may_end_within_a_word_that_is_longer_than_words_are() -> None:
    assert nodes("a" * 24) == [par("a" * 24)]
    assert nodes("a" * 25) == [par("\u200b".join(["a" * 10, "a" * 10, "a" * 5]))]


def spoken(one: object) -> str:
    """Join the words of nodes, spaces left out."""
    if isinstance(one, dict):
        said = [part for key, part in one.items() if key in {"c", "items", "tete", "lignes"}]
        return "".join(map(spoken, said))
    if isinstance(one, list | tuple):
        return "".join(map(spoken, one))
    return "".join(str(one).replace("\u200b", "").split())


@given(PIECES)
def test_no_word_is_lost_nor_printed_twice(pieces: list[str]) -> None:
    # What stands in a table and in no cell has no place there, on a screen either.
    kept = [piece for piece in pieces if "<t" not in piece and "hidden" not in piece]
    whole = tree("".join(kept))
    assert sorted(spoken(blocks(whole.children, Bare()))) == sorted("".join(whole.text.split()))


def deep(one: object) -> int:
    """Count how deep JSON is."""
    inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return 1 + max(map(deep, inner), default=0)


@given(PIECES)
def test_whatever_is_typed_is_data_that_typst_reads(pieces: list[str]) -> None:
    made = json.loads(json.dumps(nodes("".join(pieces))))
    assert deep(made) < DEEPEST_JSON - 10


def test_what_is_nested_deepest_is_data_that_typst_reads() -> None:
    made = json.loads(json.dumps(nodes("<table><tr><td><ul><li><dl><dd>" * 200 + "fin")))
    assert deep(made) < DEEPEST_JSON - 10
