"""The words of the glossary in a page: which are marked, and what is left as it was."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.glossary import Glossaire, Terme
from generator.terms import mark

URI = "comprendre/car-t.md"
WORDS = Glossaire(
    termes=(
        Terme(
            terme="RCP",
            formes=("réunion de concertation pluridisciplinaire", "réunion de concertation"),
            definition="Rencontre de médecins.",
        ),
        Terme(terme="CAR-T", formes=("cellules CAR-T",), definition="Cellules modifiées."),
        Terme(terme="hématologue", formes=("hématologues",), definition="Médecin du sang."),
        Terme(terme="lymphocyte", formes=("lymphocytes",), definition="Globule blanc."),
        Terme(terme="lymphocyte T", formes=("lymphocytes T",), definition="Il attaque."),
        Terme(terme="R&D", formes=("traitement d'attente",), definition="Exemple."),
    )
)
ALL = [form for one in WORDS.termes for form in (one.terme, *one.formes)]
_OPENED = r"<span popover .*?</span>"
_MARK = re.compile(
    r'(<span class="ensemble">)?([^<]*)<button type="button" class="terme" title="Définition"'
    rf' popovertarget="[^"]*">([^<]*)</button>{_OPENED}(?(1)([^<]*)</span>)'
)
_SIGN = re.compile(
    r'([^<>]*)<span class="ensemble">([^<]*)<button type="button" class="signe" aria-label="[^"]*"'
    rf' popovertarget="[^"]*"></button>{_OPENED}([^<]*)</span>'
)


def bare(html: str) -> str:
    """Take the marks away."""
    without = _SIGN.sub(lambda one: one[1] + one[2] + one[3], html)
    return _MARK.sub(lambda one: one[2] + one[3] + (one[4] or ""), without)


def seen(html: str) -> list[str]:
    """List the words that are marked, as the page writes them."""
    done = mark(html, WORDS, URI)
    long = [one[1] + one[2] for one in _SIGN.finditer(done)]
    whole = [max(filter(text.endswith, ALL), key=len) for text in long]
    return whole + [one[3] for one in _MARK.finditer(done)]


def test_a_mark_is_a_button_then_what_it_opens() -> None:
    assert mark("<p>La RCP a lieu.</p>", WORDS, URI) == (
        '<p>La <button type="button" class="terme" title="Définition"'
        ' popovertarget="terme-rcp">RCP</button><span popover'
        ' id="terme-rcp" class="definition" role="note" data-search-exclude><a'
        ' href="../../glossaire/#terme-rcp">RCP</a>\u00a0: Rencontre de médecins.</span> a'
        " lieu.</p>"
    )


def test_a_long_word_stays_text_and_a_sign_opens_its_definition() -> None:
    long = "réunion de concertation pluridisciplinaire"
    assert mark(f"<p>L’{long}, enfin.</p>", WORDS, URI) == (
        '<p>L’réunion de concertation <span class="ensemble">pluridisciplinaire<button'
        ' type="button" class="signe" aria-label="Définition\u00a0: RCP"'
        ' popovertarget="terme-rcp"></button><span popover id="terme-rcp" class="definition"'
        ' role="note" data-search-exclude><a'
        ' href="../../glossaire/#terme-rcp">RCP</a>\u00a0: Rencontre de médecins.</span>,</span>'
        " enfin.</p>"
    )


def test_what_is_glued_to_a_word_stays_with_it() -> None:
    done = mark("<p>Oui, l’hématologue, («\u00a0RCP\u00a0»)\u202f; non.</p>", WORDS, URI)
    glued = [(one[2], one[3], one[4]) for one in _MARK.finditer(done)]
    assert glued == [("l’", "hématologue", ","), ("(«\u00a0", "RCP", "\u00a0»)\u202f;")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>La RCP, puis la RCP.</p><p>Une RCP.</p>", ["RCP"]),
        ("<p>Une réunion de concertation, ou RCP.</p>", ["réunion de concertation"]),
        (
            "<p>Une réunion de concertation pluridisciplinaire, ou RCP.</p>",
            ["réunion de concertation pluridisciplinaire"],
        ),
        ("<p>Des lymphocytes T, des lymphocytes.</p>", ["lymphocytes T", "lymphocytes"]),
        ("<p>Des lymphocytes T, des lymphocytes T.</p>", ["lymphocytes T"]),
        ("<p>Hématologue ou hématologues.</p>", ["Hématologue"]),
        ("<p>La rcp et la Rcp.</p>", []),
        ("<p>DESCAR-T, anti-CAR-T, CAR-T-1.</p>", []),
        ("<p>Les CAR‑T.</p>", ["CAR‑T"]),
        ("<p>Les cellules\u00a0CAR-T et les cellules\nCAR-T.</p>", ["cellules\u00a0CAR-T"]),
        ("<p>SRCP, RCPS, RCP_1, 2RCP.</p>", []),
        ("<p>L’hématologue, l'hématologue.</p>", ["hématologue"]),
        ("<p>Un traitement d’attente.</p>", ["traitement d’attente"]),
        ("<p>Un traitement d&#39;attente.</p>", ["traitement d&#39;attente"]),
        ("<p>La R&amp;D.</p>", ["R&amp;D"]),
        ("<p>&RCP; &#RCP;</p>", []),
        ("<p>Voir rcp.fr, lymphocyte.ch et un lymphocyte.</p>", ["lymphocyte"]),
        ("<p>Une <strong>RCP</strong> et <em>un lymphocyte</em>.</p>", ["RCP", "lymphocyte"]),
        ("<ul><li>RCP</li></ul>", ["RCP"]),
        ("<p>avant <br> RCP</p>", ["RCP"]),
        ("RCP", ["RCP"]),
    ],
)
def test_the_first_use_of_a_whole_word_is_marked(html: str, expected: list[str]) -> None:
    assert seen(html) == expected


@pytest.mark.parametrize(
    "tag",
    [
        *("a", "button", "caption", "code", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("label", "legend", "nav", "option", "pre", "script", "select", "style", "summary", "svg"),
        *("template", "textarea", "th"),
        *(
            'div class="pied"',
            'p class="prudence"',
            'li class="fiche"',
            'ol class="sources"',
            'section class="carte-urgence"',
            "div hidden",
        ),
        *('em lang="en"', 'span aria-hidden="true"'),
    ],
)
def test_a_word_is_marked_after_and_not_within(tag: str) -> None:
    name = tag.split(maxsplit=1)[0]
    html = f'<div><{tag} title="RCP"><i>RCP</i> <img alt="RCP"> RCP</{name}> <p>RCP</p></div>'
    done = mark(html, WORDS, URI)
    inside, after = done.split(f"</{name}>", 1) if name != "div" else done.split("</div>", 1)
    assert "<button type" not in inside
    assert "<button type" in after


def test_neither_an_attribute_nor_a_comment_is_text() -> None:
    html = "<!-- RCP --><p title='RCP' data-x=\"a > RCP\">Rien.</p><SCRIPT>'RCP<'</SCRIPT>"
    assert mark(html, WORDS, URI) == html


@pytest.mark.parametrize(
    "uri", ["glossaire.md", "trouver.md", "departements/index.md", "departements/29-finistere.md"]
)
def test_the_glossary_and_the_pages_that_find_hospitals_are_left_alone(uri: str) -> None:
    assert mark("<p>RCP</p>", WORDS, uri) == "<p>RCP</p>"


def test_a_definition_that_is_code_is_shown_as_text() -> None:
    nasty = Terme.model_construct(terme="RCP", formes=(), definition='<b onclick="x">&')
    done = mark("<p>RCP</p>", Glossaire(termes=(nasty,)), URI)
    assert "&lt;b onclick=&#34;x&#34;&gt;&amp;" in done
    assert "<b" not in done.replace("<button", "")


_PIECES = st.sampled_from(
    [
        *("RCP", "CAR-T", "cellules", "hématologue", "lymphocytes T", "R&amp;D", "l’", "«\u00a0"),
        *(" ", "\n", ", ", "-", "\u00a0»", "&", "<", ">", '"', "&#39;", "é", "(", ").", "_"),
        *("<p>", "</p>", "<a href='RCP'>", "</a>", "<b>", "</b>", "<br>", "<svg>", "</svg>"),
        *("<h2 id=x>", "</h2>", "<!--", "-->", "<script>", "</script>", "<p hidden>", "<path/>"),
    ]
)


@given(st.lists(_PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_without_its_marks_a_page_is_as_it_was(html: str) -> None:
    assert bare(mark(html, WORDS, URI)) == html


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_no_word_is_marked_twice(html: str) -> None:
    anchors = re.findall(r'<span popover id="([^"]*)"', mark(html, WORDS, URI))
    assert len(anchors) == len(set(anchors))
