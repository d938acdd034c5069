"""What the search reads of a finished page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from generator.passages import Passage, Reading, read

HEAD = '<meta name="keywords" content="IPC, Paoli"><title>Hors du texte</title>'
PAGE = f"""<!doctype html><html><head>{HEAD}</head><body><nav><h2 id="n">Menu</h2></nav>
<main id="contenu"><article><h1 id="t">L’hôpital&nbsp;: <em>ici</em></h1>
<p>Un<br>mot, <button type="button">deux</button>.</p><h2>Sans ancre</h2>
<h2 id="a">Partie &lt;A&gt;</h2><ul><li>Un</li><li>Deux</li></ul></article></main>
<footer>Bas</footer></body></html>"""


def texts(html: str) -> list[str]:
    """Give the texts of the passages of what stands in `main`."""
    found = read(f"<main>{html}</main>")
    return [one.text for one in found.passages] if found else []


def test_a_page_is_read_by_its_headings_and_other_names_and_main_alone() -> None:
    assert read(PAGE) == Reading(
        title="L’hôpital\u00a0: ici",
        words="IPC, Paoli",
        passages=[
            Passage(anchor="", heading="", text="Un mot, deux. Sans ancre"),
            Passage(anchor="a", heading="Partie <A>", text="Un Deux"),
        ],
    )


@pytest.mark.parametrize(
    "excluded",
    [
        "<p data-search-exclude>non <b>non</b></p>",
        "<div data-search-exclude><img src=a><br><p>non</p></div>",
        "<div hidden><h2 id=z>non</h2>non</div>",
        "<nav>non</nav>",
        "<form><label>non</label></form>",
        "<svg><title>non</title><text>non</text></svg>",
        "<select><option>non</option></select>",
        "<script>non</script>",
        "<style>non</style>",
        "<template><p>non</p></template>",
        "<!-- non -->",
        "<ul><li hidden>non</ul>",
        "<table><tr><td data-search-exclude>non</table>",
        "<p hidden>non",
    ],
)
def test_what_is_excluded_or_no_text_is_not_read(excluded: str) -> None:
    assert texts(f"<h1>T</h1><p>avant</p>{excluded}<p>après</p>") == ["avant après"]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<main></main>",
        "<h1>Hors</h1>",
        "<main data-search-exclude><h1>T</h1></main>",
        '<meta http-equiv="Refresh" content="0; url=../a/"><main><h1>T</h1></main>',
    ],
)
def test_a_page_that_leads_on_or_says_nothing_has_no_passage(html: str) -> None:
    assert read(html) is None


def test_no_tag_within_a_word_cuts_it_and_a_block_always_does() -> None:
    html = "<h1>T</h1><p>hé<em>mato</em>logie</p><p>fin</p><dl><dt id=d>mot</dt><dd>sens</dd></dl>"
    assert texts(html) == ["hématologie fin", "sens"]
    assert texts("<h1>T</h1>hé<wbr>ma&shy;to\u200b<u>l</u>ogie<br>fin") == ["hématologie fin"]


@pytest.mark.parametrize("written", ["<![", "<![CDATA[x]]>", "<![if !IE]>"])
def test_what_python_takes_for_a_marked_section_is_text(written: str) -> None:
    assert texts(f"<h1>T</h1><p>a {written} b</p><p>c</p>") == [f"a {written} b c"]


def test_a_heading_ends_where_any_heading_does() -> None:
    found = read("<main><h1>T</h2><p>a</p><h2 id=b>B <b>b</b></h1>c</main>")
    assert found
    assert found.title == "T"
    assert found.passages[1:] == [Passage(anchor="b", heading="B b", text="c")]


def test_what_stands_before_the_first_heading_is_read() -> None:
    assert texts("<p>avant</p><h2 id=a>B</h2>c<h2 id=d>D</h2>e") == ["avant c", "e"]


def test_no_break_spaces_stay() -> None:
    assert texts("<h1>T</h1><p>Qui\u202f?\n Et\u00a0: \t quoi</p>") == ["Qui\u202f? Et\u00a0: quoi"]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_every_text_is_read_as_it_was_written(written: list[str]) -> None:
    html = "<h1>T</h1>" + "".join(f"<p>{escape(text)}</p>" for text in written)
    expected = re.sub("[\u00ad\u200b\u2060\ufeff]", "", " ".join(written))
    (text,) = texts(html)
    bare = [word for word in _BLANKS(expected) if word]
    assert [word for word in _BLANKS(text) if word] == bare


def _BLANKS(text: str) -> list[str]:  # noqa: N802
    for blank in "\t\r\n\f":
        text = text.replace(blank, " ")
    return text.split(" ")
