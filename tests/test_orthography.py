"""The words of the site, without the dictionary: what is one, where, and which are known."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from generator import hunspell, written
from generator.__main__ import main
from generator.errors import DataError, PlainError
from generator.inputs import Inputs
from generator.orthography import Known, forms, place_in_list, words
from tests.samples import PAGE, ROOT, entry, yaml_list

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

TRUE = {"le", "centre", "hôpital", "est", "ouvert", "né", "post", "greffe", "mot"}


def dictionary(asked: Collection[str]) -> dict[str, list[str]]:
    """Know a few words, and suggest one."""
    return {word: ["hôpital"] for word in asked if word.lower() not in TRUE}


def known(text: str = "", *names: str) -> Known:
    """Make a list, and names."""
    return Known.read(text, names)


def unknown(text: str, one: Known | None = None) -> list[str]:
    """List the unknown words of a text, each with its place."""
    found = (one or known()).unknown(words(text, "a.md"), dictionary)
    return [
        f"{problem.line}:{problem.column} {problem.message.split(' »')[0][2:]}" for problem in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’hôpital, d'un CHU ; qu’elle", ["hôpital", "un", "CHU", "elle"]),
        ("Jusqu’à aujourd’hui, presqu'île", ["aujourd'hui", "île"]),
        ("CAR‑T, peut-être, demandez-leur-en", ["CAR-T", "peut-être", "demandez-leur-en"]),
        ("à 15 h, le 1er, CD19, 3e, F2951, CAR-T19, B12-x", ["le"]),
        ("traité(e), centre\0s, \0ment, hémato\u00adlogue", ["traité", "hématologue"]),
        ("œdème, Œuvre, naïf, ça", ["œdème", "Œuvre", "naïf", "ça"]),
        ("s’est-il, qu’est-ce", ["est-il", "est-ce"]),
    ],
)
def test_words_are_read_as_dictionaries_have_them(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text, "")] == expected


def test_a_word_has_the_place_of_its_first_letter() -> None:
    found = [(word.text, word.line, word.column) for word in words("Un\nà l’hôpital", "", 10)]
    assert found == [("Un", 10, 1), ("hôpital", 11, 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le centre est ouvert", []),
        ("L’hopital, l’hopital et Le Hopital", ["1:3 hopital", "1:22 et", "1:28 Hopital"]),
        ("le mot nouveau\nle mot-nouveau", ["1:8 nouveau", "2:4 mot-nouveau"]),
        ("post-greffe, post-grefe", ["1:14 post-grefe"]),
    ],
)
def test_a_word_is_unknown_once_a_file_by_its_whole_and_its_parts(
    text: str, expected: list[str]
) -> None:
    assert unknown(text) == expected


@pytest.mark.parametrize(
    ("listed", "text", "expected"),
    [
        ("axi-cel\nKymriah", "Axi-cel, AXI‑CEL, axi-cel, Kymriah, post-Kymriah", []),
        ("Kymriah", "kymriah", ["1:1 kymriah"]),
        ("leucaphérèse", "La leucaphérèse", ["1:1 La"]),
        ("", "Vellefaux, de Claude-Vellefaux, VELLEFAUX", ["1:12 de"]),
        ("", "vellefaux", ["1:1 vellefaux"]),
        ("kymriah", "KymriaH", ["1:1 KymriaH"]),
    ],
)
def test_a_listed_word_or_a_name_is_known_as_it_is_written(
    listed: str, text: str, expected: list[str]
) -> None:
    assert unknown(text, known(listed, "1 avenue Claude-Vellefaux")) == expected


def test_an_unknown_word_is_told_with_the_nearest_and_what_to_do() -> None:
    (told,) = known("leucaphérèse").unknown(words("mot\nleucaférèse", "docs/faq.md"), dictionary)
    assert str(told) == (
        "docs/faq.md:2:1: « leucaférèse » : mot inconnu. Peut-être : leucaphérèse."
        " S'il est juste, ajoutez-le à data/orthographe.txt."
    )


def test_an_accent_beside_its_letter_is_told() -> None:
    apart = unicodedata.normalize("NFD", "hôpital")
    (told,) = known().unknown(words(f"Le {apart}", "a.md"), dictionary)
    assert str(told) == (
        f"a.md:1:4: « {apart} » : un accent y est écrit à part de sa lettre, retapez ce mot."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc\nabc\n", "2:1: « abc » est déjà dans la liste : supprimez cette ligne."),
        ("zoé\nécole\n", "2:1: « école » se range avant « zoé », dans l'ordre de l'alphabet."),
        (
            "un mot\n",
            "1:1: « un mot » n'est pas un mot : écrivez un mot par ligne, et rien d'autre.",
        ),
        ("a\n\nb\n", "2:1: «  » n'est pas un mot : écrivez un mot par ligne, et rien d'autre."),
    ],
)
def test_a_list_out_of_order_is_told(text: str, expected: str) -> None:
    with pytest.raises(DataError) as caught:
        known(text)
    assert str(caught.value) == f"data/orthographe.txt:{expected}"


def test_a_listed_word_that_no_text_has_is_told() -> None:
    (told,) = known("axi-cel\nGilead\nKymriah").unused(words("Kymriah, AXI-CEL", ""))
    assert str(told) == (
        "data/orthographe.txt:2:1: « Gilead » n'est plus dans aucun texte : supprimez cette ligne."
    )


def test_the_list_of_this_site_is_in_order_and_each_word_is_used() -> None:
    inputs = Inputs.of(ROOT)
    read = [*written.by_editors(inputs), *written.by_developers()]
    assert written.known(inputs).unused(read) == []
    assert {word.file.split("/")[0] for word in read} == {
        *("docs", "data", "CONTRIBUTING.md", "generator"),
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a project of one page and one hospital, each with an unknown word."""
    root = tmp_path.resolve()
    (root / "data").mkdir()
    (root / "docs").mkdir()
    for name in ("communes.csv", "departements.geojson"):
        (root / "data" / name).symlink_to(ROOT / "data" / name)
    reserve = '"Apelez avant # le soir, voyez https://apelez.fr."'
    (root / "data" / "centres.yaml").write_text(yaml_list(entry(reserve=reserve)), "utf-8")
    (root / "docs" / "index.md").write_text(f"{PAGE}\nUn `code` *grefé*.\n", "utf-8")
    return root


def test_each_text_of_editors_is_read_where_it_stands(root: Path) -> None:
    places = {
        word.text: (word.file, word.line, word.column)
        for word in written.by_editors(Inputs.of(root))
    }
    page = (root / "docs" / "index.md").read_text("utf-8").split("\n")
    assert places["grefé"] == ("docs/index.md", len(page) - 1, 12)
    listed = (root / "data" / "centres.yaml").read_text("utf-8").split("\n")
    (line,) = [number for number, one in enumerate(listed, 1) if "Apelez" in one]
    assert places["Apelez"] == ("data/centres.yaml", line, listed[line - 1].index("Apelez") + 1)
    # Neither keys, nor identifiers, nor addresses, nor names.
    assert not {"reserve", "apelez", "lyon-sud", "editeur"} & places.keys()


def test_the_command_says_each_unknown_word(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()

    def unknown(words: Collection[str]) -> dict[str, list[str]]:
        asked.update(words)
        return {word: ["greffé"] for word in words if word == "grefé"}

    monkeypatch.setattr(hunspell, "unknown", unknown)
    assert main(["--racine", str(root), "orthographe"]) == 1
    last = len((root / "docs" / "index.md").read_text("utf-8").split("\n")) - 1
    assert capsys.readouterr() == (
        "",
        f"docs/index.md:{last}:12: « grefé » : mot inconnu. Peut-être : greffé. S'il est juste,"
        " ajoutez-le à data/orthographe.txt.\n",
    )
    assert "Apelez" in asked
    (root / "data" / "orthographe.txt").write_text("grefé\n", "utf-8")
    assert main(["--racine", str(root), "orthographe"]) == 0
    assert capsys.readouterr().out.endswith(" mots lus, aucun inconnu\n")


def test_without_hunspell_one_sentence_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = (
        "Le correcteur hunspell ou son dictionnaire français manque. Installez-les :"
        " apt-get install hunspell hunspell-fr-classical"
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PlainError) as caught:
        hunspell.unknown(["mot"])
    assert str(caught.value) == expected
    program = tmp_path / "hunspell"
    program.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    program.chmod(0o755)
    with pytest.raises(PlainError) as caught:
        hunspell.unknown(["mot"])
    assert str(caught.value) == expected


def test_words_are_sorted_by_letters_then_accents() -> None:
    shuffled = ["œuvre", "Zoé", "été", "ete", "Été", "abc", "oeil"]
    assert sorted(shuffled, key=place_in_list) == [
        "abc",
        "ete",
        "Été",
        "été",
        "oeil",
        "œuvre",
        "Zoé",
    ]


def test_the_parts_of_a_name_are_known() -> None:
    assert forms("1 rue de l’Hôpital-Neuf") == {"rue", "de", "Hôpital-Neuf", "Hôpital", "Neuf"}
