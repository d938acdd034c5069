"""Text as a comment of GitHub shows it: as it stands, and doing nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown  # type: ignore[import-untyped]  # no stubs among our packages

from generator.comment import BREAK, code, plain
from tests.test_render import Reader

MARKS = "_*`#[]()<>&\"'\\~|!{}:@$^-+/.0123456789abcdef"
ANY = st.characters(exclude_categories=["C", "Zl", "Zp"])
WORDS = st.lists(ANY | st.sampled_from([*MARKS, "www.", "://", "GH-"]), max_size=40).map("".join)
# What GitHub makes a link, a notice or a picture of, once Markdown is made HTML.
ACTING = re.compile(
    rf"@[^\s{BREAK}]|#\d|\bGH-\d|[0-9a-f]{{7}}|https?://|ftp://|\bwww\.\w|:[\w+-]+:", re.IGNORECASE
)


def shown(markdown: str) -> Reader:
    """Read a line of a list as a browser would; GitHub makes tables and strikes out too."""
    return Reader(Markdown(extensions=["tables", "fenced_code"]).convert(f"- **Nom** : {markdown}"))


@given(WORDS)
@example("_Co_ **b** `c` [d](e) ![f](g) <b>&amp;</b> ~~h~~ <!-- i --> &lt; &#42;")
@example("@quelquun @org/equipe a@b.fr #12 GH-12 org/depot#3 org/depot@0123456789abcdef")
@example("https://a.fr www.a.fr ftp://a.fr :warning: :a:b: | a | b |")
@example("1. a")
@example("# a")
@example("- [ ] a")
@example("a  \nb\n\n# c")
@example("\\*a\\* \\")
@example("```\na\n```")
def test_a_text_is_shown_as_it_stands_and_makes_no_tag(text: str) -> None:
    page = shown(plain(text))
    assert page.tags == ["ul", "li", "strong"]
    one_line = re.sub(r"[ \t\r\n]+", " ", text).strip()
    assert page.words.replace(BREAK, "").strip() == f"Nom : {one_line}".strip()


@given(WORDS)
@example("@quelquun @org/equipe a@b.fr #12 GH-12 org/depot#3 org/depot@0123456789abcdef")
@example("https://a.fr www.a.fr ftp://a.fr :warning: :a:b: 1234567 " + "abcdef0" * 5)
def test_github_finds_nothing_to_act_on(text: str) -> None:
    assert not ACTING.search(shown(plain(text)).words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CHU d'Angers, 4 rue Larrey (49)", "CHU d'Angers, 4 rue Larrey (49)"),
        ("Ouvert de 9:30 à 18:00 : appelez !", "Ouvert de 9:30 à 18:00 : appelez !"),
        ("a*b_c|d", "a&#42;b&#95;c&#124;d"),
        ("<b> & [x](y)", "&#60;b&#62; &#38; &#91;x&#93;(y)"),
        ("@moi", "&#64;&#8203;moi"),
        ("n° #12", "n° &#35;&#8203;12"),
        ("a@.b", "a&#64;&#8203;.b"),
        ("a @ b #", "a &#64;&#8203; b &#35;&#8203;"),
        ("\u00a0a ", "a"),
        ("deux\n lignes", "deux lignes"),
        ("caché\u202e\u200b", "caché"),
    ],
)
def test_only_what_could_act_is_written_otherwise(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/centres/nice/", "`/centres/nice/`"),
        ("https://a.fr/x?y=@z&t=#1_2", "`https://a.fr/x?y=@z&t=#1_2`"),
        ("060789195", "`060789195`"),
        ("a`b", "a&#96;b"),
        ("a b", "a b"),
        ("<a>", "&#60;a&#62;"),
        ("", ""),
    ],
)
def test_an_address_is_code_unless_it_could_end_it(text: str, expected: str) -> None:
    assert code(text) == expected
    page = shown(expected)
    assert page.words.strip() == f"Nom : {text}".strip()
    assert page.tags == ["ul", "li", "strong", *(["code"] if expected.startswith("`") else [])]
