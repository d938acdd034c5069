"""HTML as a tree, whatever an editor typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markup import DEEPEST, Element, tree

TAGS = st.sampled_from(["p", "li", "ul", "b", "table", "tr", "td", "div", "br", "dl", "dt", "dd"])
PIECES = st.lists(
    st.one_of(
        TAGS.map("<{}>".format),
        TAGS.map("</{}>".format),
        TAGS.map("<{} class='a b' hidden>".format),
        st.sampled_from(["&eacute;", "&#x41;", "<!-- x -->", "<![", "<", "é "]),
    ),
    max_size=80,
)


def written(one: Element | str) -> str:
    """Write a tree as one reads it: "ul(li(a) li(b))"."""
    if isinstance(one, str):
        return one
    return f"{one.tag}({' '.join(map(written, one.children))})"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a <b>b</b></p>", "body(p(a  b(b)))"),
        ("<ul><li>a<li>b</ul>", "body(ul(li(a) li(b)))"),
        ("<ul><li>a<ul><li>b</li></ul><li>c</ul>", "body(ul(li(a ul(li(b))) li(c)))"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "body(dl(dt(a) dd(b) dt(c)))"),
        ("<table><tr><th>a<td>b<tr><td>c</table>", "body(table(tr(th(a) td(b)) tr(td(c))))"),
        ("<p>a<p>b<ul></ul>", "body(p(a) p(b) ul())"),
        ("a<br>b</i></p>c", "body(a br() b c)"),
        ("<b>a <i>b</b> c", "body(b(a  i(b))  c)"),
        ("<h2>a</h3>b", "body(h2(a) b)"),
    ],
)
def test_what_is_left_open_is_closed_as_browsers_do(html: str, expected: str) -> None:
    assert written(tree(html)) == expected


def test_attributes_are_decoded_and_the_first_of_two_counts() -> None:
    (one,) = tree('<a href="?a=1&amp;b" href="x" class="b a" hidden>t</a>').named("a")
    assert one.attributes == {"href": "?a=1&b", "class": "b a", "hidden": ""}
    assert one.classes == {"a", "b"}
    assert isinstance(one, Element)
    assert one.text == "t"


def depth(one: Element) -> int:
    """Count the elements within each other."""
    return 1 + max(
        (depth(child) for child in one.children if isinstance(child, Element)), default=0
    )


@given(PIECES)
def test_any_text_is_read_and_no_deeper_than_can_be_set(pieces: list[str]) -> None:
    assert depth(tree("".join(pieces))) <= DEEPEST + 1


def test_a_thousand_tags_within_each_other_are_flattened() -> None:
    whole = tree("<div>" * 1000 + "fin")
    assert depth(whole) == DEEPEST + 1
    assert whole.text == "fin"
