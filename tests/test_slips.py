"""What editors type that Markdown would show as it is typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import prose
from generator.slips import slips

BEFORE = "laissez une ligne vide avant la liste."
START = "commencez la ligne par « - » et une espace."
NUMBER = "laissez une espace après le point du numéro."
TICK = "une case à cocher s'écrit « - [ ] » et une espace."
HEADING = "ce titre est vide : écrivez-le, ou supprimez la ligne."
CODE = (
    "cette ligne commence par une tabulation (ou quatre espaces) : elle s'afficherait comme du"
    " code ; supprimez-la."
)
TURNED = "un lien s'écrit [texte](adresse) : les crochets d'abord."
LINK = "une espace sépare « ] » de « ( » : supprimez-la, sinon le lien ne marche pas."
PICTURE = "une espace sépare « ] » de « ( » : supprimez-la, sinon l'image ne s'affiche pas."
NEVER = "« ** » ouvert ici n'est jamais refermé."
LOOSE = "pas d'espace entre « ** » et le mot."
SHY = "caractère invisible U+00AD : supprimez-le et retapez ce mot."


def said(text: str) -> list[str]:
    """List the slips of a Markdown, without the name of its file."""
    return [str(one).removeprefix("f:") for one in slips(text, "f", 0)]


@pytest.mark.parametrize(
    "address",
    ["https://exemple.fr/a", "page.md", "../page", "#partie", "plan.PNG", "a/b.jpg", "c.svg"],
)
def test_a_space_between_the_words_of_a_link_and_its_address_is_said(address: str) -> None:
    assert said(f"Voir\n[la page] ({address}).") == [f"2:10: {LINK}"]


def test_a_hard_space_in_a_link_is_said_too() -> None:
    assert said("[la page]\u00a0(page.md)") == [f"1:10: {LINK}"]


def test_a_space_in_a_picture_is_said() -> None:
    assert said("![un plan] (plan.png)") == [f"1:11: {PICTURE}"]


@pytest.mark.parametrize("address", ["https://exemple.fr", "page.md"])
def test_a_link_that_is_turned_round_is_said(address: str) -> None:
    assert said(f"Voir (la page)[{address}].") == [f"1:6: {TURNED}"]


@pytest.mark.parametrize(
    "text",
    [
        "[la page](page.md), ![un plan](plan.png)",
        "[la page] (facultatif)",
        "[la page](a.md) (https://exemple.fr)",
        "[la page][a] (https://exemple.fr)\n\n[a]: a.md",
        "[la page] (https://exemple.fr)\n\n[la page]: a.md",
        "« […] » (https://exemple.fr), [...] (https://exemple.fr), [1] (https://exemple.fr)",
        r"\[la page] (https://exemple.fr), [la page\] (https://exemple.fr)",
        "(voir)[sic], (voir)[https://exemple.fr](https://exemple.fr)",
        "[a](b.md)[c.md]",
        "`[la page] (page.md)`",
        "<!-- [la page] (page.md) -->",
        "```\n[la page] (page.md)\n```",
        "<div>\n\n[la page] (page.md)\n\n</div>",
    ],
)
def test_what_is_no_link_or_a_right_one_passes(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Apportez :\n- un\n- deux", "2:1"),
        ("Apportez :\n- un", "2:1"),
        ("**Apportez**\n- un", "2:1"),
        ("Apportez cela\n* un\n* deux", "2:1"),
        ("Faites\n1. un\n2. deux", "2:1"),
        ("Une phrase,\nqui suit :\n   - un", "3:4"),
        ("- un\n\nSuite :\n- deux", "4:1"),
        ("<!-- une note -->\nSuite :\n- deux", "3:1"),
    ],
)
def test_a_list_that_is_stuck_to_a_text_is_said(text: str, place: str) -> None:
    assert said(text) == [f"{place}: {BEFORE}"]


@pytest.mark.parametrize(
    "text",
    [
        "Apportez :\n\n- un\n- deux\n    - trois\n1. quatre",
        "## Un titre\n- un\n- deux",
        "Un titre\n---\n- un\n- deux",
        "- un\nsuite :\n- deux\n- trois",
        "- un\n\n    suite :\n    - deux",
        "| a | b |\n| - | - |\n| c | d |\n- un\n- deux",
        "<!-- une note : -->\n- un\n- deux",
        "<div>\nmot :\n</div>\n- un\n- deux",
        "> mot :\n- un\n- deux\n    trois",
        "[a]: a.md\n- un\n- deux",
        "```\nmot :\n```\n- un\n- deux",
        "```\nmot :\n- un\n- deux\n```",
        "Le traitement\n- souvent long - commence",
        "Il a duré jusqu'en\n2019. Puis le\n1. du mois",
        "Le prix* est bas.\n* hors taxes",
    ],
)
def test_a_list_in_its_place_or_a_wrapped_line_passes(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-un\n-deux", [f"1:1: {START}", f"2:1: {START}"]),
        ("Apportez :\n-un", [f"2:1: {START}"]),
        ("- un\n-deux", [f"2:1: {START}"]),
        ("•un\n  • deux", [f"1:1: {START}", f"2:3: {START}"]),
        ("– un\n– deux", [f"1:1: {START}", f"2:1: {START}"]),
        ("1.un\n2.deux", [f"1:1: {NUMBER}", f"2:1: {NUMBER}"]),
    ],
)
def test_a_line_that_only_looks_like_an_item_is_said(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Un texte.\n\n---\n\nUn autre.",
        "-5 °C",
        "1.5 mg",
        "– Bonjour.",
        "Un rendez\n-vous",
        "Le traitement\n– long – commence",
        "Un point • ici",
        "`-un`",
    ],
)
def test_a_dash_that_starts_no_item_passes(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("box", ["- []", "-[ ]", "-[]", "- [ ]"])
def test_a_square_to_tick_that_is_mistyped_is_said(box: str) -> None:
    words = "mot" if box == "- [ ]" else " mot"
    assert said(f"Texte.\n\n{box}{words}") == [f"3:1: {TICK}"]


@pytest.mark.parametrize("text", ["- [ ] mot", "- [](page.md)", "- [a](page.md)"])
def test_a_square_to_tick_that_is_right_passes(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Appelez **vite.", "1:9"),
        ("Appelez **vite.\n\nUn **mot**.", "1:9"),
        ("- **un\n- **deux**", "1:3"),
        ("Un **mot et **autre**.", "1:4"),
        ("## Un **titre", "1:7"),
    ],
)
def test_a_bold_that_nothing_closes_is_said(text: str, place: str) -> None:
    assert said(text) == [f"{place}: {NEVER}"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Un ** mot ** gras", "1:4"),
        ("Un ** mot** gras", "1:4"),
        ("Un **mot ** gras", "1:10"),
        ("**mot **.", "1:7"),
    ],
)
def test_a_space_within_a_bold_is_said(text: str, place: str) -> None:
    assert said(text) == [f"{place}: {LOOSE}"]


@pytest.mark.parametrize(
    "text",
    [
        "**un mot**, **deux\nmots** et l'**autre**",
        "Un prix de 3 €** et 2 ** 3 ** 4",
        r"Deux étoiles \*\*ici",
        "**`code`**, `**`",
        "***un mot*** et **un *autre* mot**",
        "> **un\n> mot**",
        "[a](https://exemple.fr/**b) <span title='**c'>d</span>",
        "| a | b |\n|---|---|\n| **c | d** |",
        "****",
    ],
)
def test_a_bold_that_is_right_passes(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\tUn texte.", 1),
        ("Un texte.\n\n    Un autre.\n    Sa suite.", 3),
        ("## Un titre\n    Un texte.", 2),
        ("Apportez :\n\n    - un\n    - deux\n\n    suite", 3),
        ("- un\n\nUn texte.\n\n    Un autre.", 5),
    ],
)
def test_a_line_that_would_be_shown_as_code_is_said(text: str, line: int) -> None:
    assert said(text) == [f"{line}:1: {CODE}"]


@pytest.mark.parametrize(
    "text",
    ["Un texte.\n    Sa suite.", "- un\n\n    suite\n\n\tsuite", "<ul>\n\n    <li>a</li>\n</ul>"],
)
def test_an_indented_line_that_is_no_code_passes(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("heading", ["##", "### ", "## ##"])
def test_an_empty_heading_is_said(heading: str) -> None:
    assert said(f"Un texte.\n{heading}\nUn autre.") == [f"2:1: {HEADING}"]


@pytest.mark.parametrize("text", ["## `mot`", "```\n##\n```", "## Un titre ##"])
def test_a_heading_that_has_words_passes(text: str) -> None:
    assert said(text) == []


def test_an_invisible_character_is_said() -> None:
    assert said("Un\nmé\u00addecin.") == [f"2:3: {SHY}"]


def test_a_slip_stands_at_its_line_of_the_file() -> None:
    text = "---\ntitre: a\n---\nMot [a] (b.md) mé\u00addecin."
    expected = [f"f:4:8: {LINK}", f"f:4:18: {SHY}"]
    assert [str(one) for one in slips(text, "f", text.index("Mot"))] == expected


WORD = st.text(st.sampled_from("abcéèçœ'’"), min_size=1, max_size=6).filter(
    lambda w: w[0].isalpha()
)
PIECE = st.one_of(
    WORD,
    WORD.map("**{}**".format),
    WORD.map("*{}*".format),
    WORD.map("[{}](page.md)".format),
    WORD.map("({})".format),
    WORD.map("`** {} [] (a.md)`".format),
    st.sampled_from(["12", "38,5", "–", ":", "n° 3", "<https://exemple.fr>", "[…]", "«", "»", "?"]),
)
PHRASE = st.lists(PIECE, min_size=1, max_size=8).map(lambda pieces: "Il " + " ".join(pieces))
LINES = st.lists(PHRASE, min_size=1, max_size=3)
BLOCK = st.one_of(
    LINES.map("\n".join),
    LINES.map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    LINES.map(lambda lines: "\n".join(f"- [ ] {line}" for line in lines)),
    LINES.map(lambda lines: "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))),
    LINES.map(lambda lines: "\n\n".join(["- Il", *(f"    {line}" for line in lines)])),
    LINES.map(lambda lines: "\n".join(f"> {line}" for line in lines)),
    LINES.map(
        lambda lines: "\n".join(["| a | b |", "|---|---|", *(f"| {x} | b |" for x in lines)])
    ),
    LINES.map(lambda lines: "\n".join(["<div>", *(f"    {line}" for line in lines), "</div>"])),
    PHRASE.map("## {}".format),
    st.sampled_from(["---", "<!-- bloc: imprimer -->", "```\n- a\n\n    b **\n```", "<br>"]),
)


@given(st.lists(BLOCK, max_size=6).map("\n\n".join))
def test_a_page_that_is_written_as_it_should_has_no_slip(text: str) -> None:
    assert said(text) == []


STARTS = st.sampled_from(
    ["", "- ", "* ", "1. ", "2. ", "    ", "    - ", "\t", "> ", "## ", "  ", "  - ", "Mot : "]
)


@given(st.lists(st.tuples(STARTS, st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=8))
def test_a_stuck_list_and_a_code_that_are_said_are_shown_amiss(
    parts: list[tuple[str, str]],
) -> None:
    text = "".join(f"{start}w{number}:{end}" for number, (start, end) in enumerate(parts))
    html = prose.html(text)
    for one in slips(text, "f", 0):
        word = text.split("\n")[one.line - 1].split("w")[1]
        if one.message == BEFORE:
            assert not re.search(rf"<li>\s*(<p>)?w{word}", html), html
        else:
            assert one.message == CODE
            assert re.search(rf"<code>[^<]*w{word}", html), html


@given(st.text(st.sampled_from("ab *(,.\n"), max_size=30).map("é{}".format))
def test_a_bold_that_is_said_is_shown_with_its_stars(text: str) -> None:
    if {one.message for one in slips(text, "f", 0)} & {NEVER, LOOSE}:
        assert "*" in prose.html(text)
