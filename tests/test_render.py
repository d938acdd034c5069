"""Text into Markdown, addresses between pages, front matter."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markdown import Markdown  # type: ignore[import-untyped]  # no stubs among our packages
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from generator.render import escape_markdown, relative_url, render, with_front_matter

PRINTABLE = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("_*`#[]()<>&\"'\\~|!{}:")
).filter(str.strip)


class Reader(HTMLParser):
    """Collect the tags and the words of a page, as a browser would."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags += [tag, *(f"{tag} {name}" for name, _ in attrs)]

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.words += data


@given(PRINTABLE)
@example("_Co_ **b** `c` [d](e) <b>&amp;</b> https://a.fr a@b.fr")
@example("# a #")
@example("1. a")
@example("{: #a .b }")
@example("&#42; &lt;")
def test_an_escaped_text_is_shown_by_markdown_as_it_stands(text: str) -> None:
    html = Markdown(extensions=["attr_list", "md_in_html", "tables"]).convert(
        f"# {escape_markdown(text)}"
    )
    shown = Reader(html)
    assert shown.tags == ["h1"]
    assert shown.words == text.strip(" ")


@given(PRINTABLE)
def test_an_escaped_text_is_the_text_once_unescaped(text: str) -> None:
    escaped = escape_markdown(text)
    assert isinstance(escaped, Markup)
    assert unescape(escaped) == text
    assert set(escaped) & set("_*`[]()<>\"'\\~|!{}:-+.") == set()


def test_letters_figures_and_spaces_are_left_alone() -> None:
    assert escape_markdown("Hôpital Œuvre 2") == "Hôpital Œuvre 2"
    assert escape_markdown("L'Haÿ_les-Roses") == "L&#39;Haÿ&#95;les&#45;Roses"


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("index.md", "index.md", "./"),
        ("index.md", "carte.md", "carte/"),
        ("index.md", "centres/index.md", "centres/"),
        ("index.md", "centres/nice.md", "centres/nice/"),
        ("index.md", "assets/carte.js", "assets/carte.js"),
        ("carte.md", "index.md", "../"),
        ("carte.md", "carte.md", "./"),
        ("carte.md", "centres/nice.md", "../centres/nice/"),
        ("carte.md", "assets/carte.js", "../assets/carte.js"),
        ("centres/index.md", "centres/nice.md", "nice/"),
        ("centres/index.md", "carte.md", "../carte/"),
        ("centres/nice.md", "centres/index.md", "../"),
        ("centres/nice.md", "centres/lille.md", "../lille/"),
        ("centres/nice.md", "index.md", "../../"),
        ("centres/nice.md", "assets/annuaire.js", "../../assets/annuaire.js"),
        ("centres/nice.md", "centres/index.md#depuis", "../#depuis"),
        ("index.md", "centres/index.md#liste_2021", "centres/#liste_2021"),
        ("carte.md", "carte.md#liste", "./#liste"),
        ("carte.md", "assets/leaflet/leaflet.css#a", "../assets/leaflet/leaflet.css#a"),
    ],
)
def test_an_address_leads_from_a_page_to_another(page: str, target: str, expected: str) -> None:
    assert relative_url(page, target) == expected


# What front matter holds has been read by generator.document, which refuses the rest.
TEXT = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=40)
META = st.dictionaries(
    TEXT.filter(bool),
    st.recursive(
        TEXT | st.sampled_from(["---", "a\n---\nb", "\n", "2026-11-22", "no", "1e3", "{{ a }}"]),
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=5,
    ),
    min_size=1,
    max_size=4,
)


@given(META)
def test_front_matter_is_read_back_by_mkdocs(meta: dict[str, object]) -> None:
    page = with_front_matter("# Titre\n", meta)
    assert get_data(page) == ("# Titre\n", meta)


def test_front_matter_is_written_in_one_order() -> None:
    page = with_front_matter("# Nice\n", {"mise_a_jour": "2026-11-22", "hide": ["toc"]})
    assert page == "---\nhide:\n- toc\nmise_a_jour: '2026-11-22'\n---\n# Nice\n"


@given(st.text(st.characters(codec="utf-8")))
def test_a_body_is_left_as_it_is(body: str) -> None:
    head, _, rest = with_front_matter(body, {"a": "b"}).partition("\n---\n")
    assert rest == body
    assert yaml.safe_load(head.removeprefix("---")) == {"a": "b"}


def test_values_are_escaped_in_every_template() -> None:
    entries = [("Éditeur", "<script>&")]
    html = render("mentions.html.jinja", "mentions-legales.md", entries=entries, missing=[])
    assert "&lt;script&gt;&amp;" in html
    assert "<script>" not in html


def test_a_template_that_lacks_a_value_is_refused() -> None:
    with pytest.raises(UndefinedError, match="'missing' is undefined"):
        render("mentions.html.jinja", "mentions-legales.md", entries=[])
