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

    def picture(self, address: str, words: str, caption: list[Node]) -> Node | None:
        """Show any picture but one."""
        return None if "absent" in address else {"k": "image", "mots": words, "c": caption}

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
            [{"k": "definitions", "items": [(["a"], ["b", "c"])]}],
        ),
        (
            "<table><caption>t</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>",
            [{"k": "tableau", "tete": [["a"]], "lignes": [[["b"]]], "c": ["t"]}],
        ),
        (
            "<table><tr><th>a</th><td>b</td></tr></table>",
            [{"k": "tableau", "tete": [], "lignes": [[["a"], ["b"]]], "c": []}],
        ),
        ("<p><img src='a' alt='b'></p>", [{"k": "image", "mots": "b", "c": []}]),
        (
            "<figure><img src='absent' alt='b'><figcaption>c</figcaption></figure>",
            [par("b", " ", "c")],
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
