"""Bytes into text, and bare words that YAML reads as something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import scalars
from generator.errors import DataError, Problem

FILE = "data/centres.yaml"


def test_a_file_over_one_megabyte_is_refused() -> None:
    assert scalars.decode(b"a" * 1_000_000, FILE) == "a" * 1_000_000
    with pytest.raises(DataError) as caught:
        scalars.decode(b"a" * 5_000_001, FILE)
    assert str(caught.value) == (
        "data/centres.yaml:1:1: le fichier dépasse 1 Mo : ce n'est pas le bon fichier ?"
    )


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xe9", "1:1"),
        (b"ville: Li\xe9ge", "1:10"),
        ("nom: Hôpital\nville: Saint-".encode() + b"\xc9tienne\n", "2:14"),
        ("nom: Hôpital\r\nville: ".encode() + b"\xe9", "2:8"),
        ("é".encode()[:1], "1:1"),
    ],
)
def test_what_is_not_utf_8_is_refused_at_its_character(data: bytes, place: str) -> None:
    with pytest.raises(DataError) as caught:
        scalars.decode(data, FILE)
    assert str(caught.value) == (
        f"data/centres.yaml:{place}: le fichier n'est pas en UTF-8 :"
        " réenregistrez-le avec l'encodage « UTF-8 »."
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read_as_one(ends: str) -> None:
    assert scalars.decode(f"a{ends}{ends}b{ends}".encode(), FILE) == "a\n\nb\n"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff")))
def test_a_utf_8_mark_changes_nothing(text: str) -> None:
    assert scalars.decode(text.encode("utf-8-sig"), FILE) == text
    assert scalars.decode(text.encode(), FILE) == text


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("a\x00", "1:2", "U+0000"),
        ("é\n  b\x1b", "2:4", "U+001B"),
        ("a\x7f", "1:2", "U+007F"),
        ("a\u0085b", "1:2", "U+0085"),
        ("a\u00adb", "1:2", "U+00AD"),
        ("a\u200bb", "1:2", "U+200B"),
        ("a\u200db", "1:2", "U+200D"),
        ("a\u2028b", "1:2", "U+2028"),
        ("a\u202eb", "1:2", "U+202E"),
        ("a\u2066b", "1:2", "U+2066"),
        ("a\ue000b", "1:2", "U+E000"),
        ("\n\na\ufeffb", "3:2", "U+FEFF"),
    ],
)
def test_an_invisible_character_is_named_with_its_place(text: str, place: str, code: str) -> None:
    assert [str(problem) for problem in scalars.invisible(text, FILE)] == [
        f"data/centres.yaml:{place}: caractère invisible {code} : supprimez-le et retapez ce mot."
    ]


def test_every_invisible_character_is_listed_from_the_first_line_given() -> None:
    found = scalars.invisible("a\u200b\u202e\nb\x01", FILE, first_line=5)
    assert [(problem.line, problem.column) for problem in found] == [(5, 2), (5, 3), (6, 2)]


def test_spaces_tabulations_and_accents_are_not_invisible() -> None:
    assert scalars.invisible("a\tb é\u00a0Œ\u202f« e\u0301 »\n\n", FILE) == []


@pytest.mark.parametrize(
    "word",
    [
        "06200",
        "0",
        "00",
        "+33142494949",
        "-01",
        "1e3",
        "1E3",
        "1.",
        ".5",
        ".inf",
        "-.inf",
        ".nan",
        "0x1F",
        "0o17",
        "0b11",
        "1_000",
        "12:30:45",
        "2020-03-06 12:00:00",
        "no",
        "No",
        "yes",
        "on",
        "off",
        "OFF",
        "y",
        "N",
        "true",
        "False",
        "null",
        "~",
        "=",
        "<<",
    ],
)
def test_a_word_that_yaml_reads_otherwise_is_misread(word: str) -> None:
    # "0" alone stays itself wherever it is read.
    assert scalars.misread(word) is (word != "0")


@pytest.mark.parametrize(
    "word",
    [
        "",
        "750100075",
        "48.87281",
        "-20.87897",
        "2018",
        "2018-08",
        "2018-08-10",
        "2A0000014",
        "01 42 49 49 49",
        "non",
        "oui",
        "Lyon",
        "nulle",
        "nord",
        "L'Haÿ-les-Roses",
        "1 000",
    ],
)
def test_a_word_that_every_program_reads_alike_is_kept(word: str) -> None:
    assert not scalars.misread(word)


def test_a_message_stands_at_the_head_of_its_file() -> None:
    assert scalars.at_start(FILE, "vide") == Problem(file=FILE, line=1, column=1, message="vide")
