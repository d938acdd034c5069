"""What a reader reads of a page, and on which line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config

from generator import prose
from generator.sentences import words
from tests.samples import ROOT

PAGE = """\
---
titre: "Les CAR-T. Pour qui ?"
description: Une page.
sources:
  - titre: Un article
---
<!-- bloc: mentions -->

**En bref**

- Un *premier* point.
  Il tient sur deux lignes.
- Un [second](autre.md "Un titre") point

![Une image.](image.svg)
Trois familles :

1. le sang ;
2. la **moelle**. Elle
   fait le sang.

| Qui | Quand |
|---|---|
| Vous | Demain |

<details><summary>Plus loin</summary><p>Un texte &amp; sa suite.<br>La fin.</p></details>

<figure><svg><text>Dessin</text></svg><figcaption>Une légende</figcaption></figure>
"""
READ = """\
2 Les CAR-T.
2 Pour qui ?
9 En bref
11 Un premier point.
12 Il tient sur deux lignes.
13 Un second point
16 Trois familles :
18 le sang ;
19 la moelle.
19 Elle fait le sang.
22 Qui
22 Quand
24 Vous
24 Demain
26 Plus loin
26 Un texte & sa suite.
26 La fin.
28 Une légende
"""
MARKDOWN = (
    st.lists(
        st.sampled_from(
            [
                *("<![", "<!--", "-->", "]]>", "<?", "&#", "<a", "<div>", "</div>", "<svg>", "</"),
                *(
                    "<script>",
                    "\x02",
                    "\x03",
                    "\x00",
                    "---\n",
                    "titre: x\n",
                    "titre: [",
                    "```",
                    "`",
                ),
                *("| a | b |\n|---|---|\n", "# ", "- ", "1. ", "> ", "    ", "[", "](", "](x)"),
                *("*", "_", "\\", "!", "\n", "\n\n", "Un mot. ", "É", "\u202f", "« ", " »"),
            ]
        ),
        max_size=14,
    ).map("".join)
    | st.text()
)


def read(source: str) -> list[str]:
    """List the sentences of a page, each after its line."""
    return [f"{one.line} {one.text}" for one in prose.read(source)]


def test_each_block_a_reader_reads_is_cut_into_sentences_with_their_lines() -> None:
    assert read(PAGE) == READ.splitlines()


def test_a_page_without_front_matter_is_read_from_its_first_line() -> None:
    assert read("# Titre\n\nUn texte.\n") == ["1 Titre", "3 Un texte."]


def test_a_repeated_sentence_has_each_of_its_lines() -> None:
    assert read("Demandez.\n\nNon.\n\nDemandez.\n") == ["1 Demandez.", "3 Non.", "5 Demandez."]


def test_words_that_are_not_written_so_in_the_file_move_no_other_line() -> None:
    assert read("a<wbr>b_c_ **d**e\n\nLe loup.\n") == ["1 ab_c_ de", "3 Le loup."]


@pytest.mark.parametrize("front", ["titre: [", "titre: [a]", "a: 1\na: 2", "- a", "\t"])
def test_a_title_that_cannot_be_read_is_left_to_the_check(front: str) -> None:
    last = front.count("\n") + 4
    assert read(f"---\n{front}\n---\nUn texte.\n") == [f"{last} Un texte."]


def test_a_sentence_counts_its_words() -> None:
    assert [one.length for one in prose.read("Les CAR-T, l’hôpital et 1,5 litre.")] == [6]


@given(MARKDOWN)
def test_any_text_can_be_read(source: str) -> None:
    found = prose.read(source)
    assert all(words(one.text) for one in found)
    assert all(1 <= one.line <= source.count("\n") + 1 for one in found)


@given(st.lists(st.sampled_from(["Un", "mot.", "CAR-T", "Dr", "?", "\n\n", "\n\n- ", "\n\n# "])))
def test_sentences_of_a_page_hold_each_of_its_words_once(parts: list[str]) -> None:
    source = " ".join(parts)
    assert sum(one.length for one in prose.read(source)) == len(words(source))


def test_pages_are_read_with_the_extensions_of_the_site() -> None:
    assert set(prose.EXTENSIONS) == set(load_config(str(ROOT / "mkdocs.yml")).markdown_extensions)
