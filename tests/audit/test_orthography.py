"""The spelling of all that is written, by hunspell and its French dictionary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import hunspell, visible, written
from generator.inputs import Inputs
from generator.orthography import words
from tests.audit.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.errors import Problem
    from generator.orthography import Word


def unknown(read: Iterable[Word]) -> list[Problem]:
    """Say which words are unknown, as an editor is told."""
    return sorted(written.known(Inputs.of(ROOT)).unknown(read, hunspell.unknown))


def test_every_word_of_texts_templates_and_scripts_is_known() -> None:
    assert unknown([*written.by_editors(Inputs.of(ROOT)), *written.by_developers()]) == []


def test_every_word_of_the_finished_pages_is_known(live: Path) -> None:
    read = [word for path in live.rglob("*.html") for word in of_page(path, live)]
    assert len(read) > 100_000
    # Texts and templates are read above: what is left stands in the settings or in Python.
    assert [f"{problem} {written_in(problem)}" for problem in unknown(read)] == []


def of_page(path: Path, site: Path) -> Iterator[Word]:
    """Read the words of a finished page."""
    name = path.relative_to(site).as_posix()
    return words(visible.page(path.read_text("utf-8")), name)


def written_in(problem: Problem) -> list[str]:
    """List the lines of the settings and of the program that hold the word that is told."""
    word = problem.message.split(" »")[0].removeprefix("« ")
    files = [ROOT / "mkdocs.yml", *sorted((ROOT / "generator").rglob("*.py"))]
    return [
        f"{file.relative_to(ROOT).as_posix()}:{number}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1)
        if re.search(rf"\b{re.escape(word)}\b", line)
    ]


def test_a_mistake_is_seen_with_what_it_should_be() -> None:
    read = list(words("Le traitement, l’équipe et le malde d’aujourd’hui : CAR‑T, cœur.", "a.md"))
    assert list(map(str, unknown(read))) == [
        "a.md:1:31: « malde » : mot inconnu. Peut-être : malade, mal-de, mal de. S'il est juste,"
        " ajoutez-le à data/orthographe.txt."
    ]


def test_of_two_spellings_the_usual_one_is_right() -> None:
    assert set(hunspell.unknown(["connaître", "connaitre", "coût", "cout"])) == {
        "connaitre",
        "cout",
    }


def test_each_answer_goes_to_its_word_however_odd_the_others() -> None:
    odd = ["*", "+a", "&", "#", "^", "@mot", "!", "%", "-", "~", "`", "βγ", "слово", "漢字"]
    found = hunspell.unknown([*odd, "mot", "mto", "zqxw"])
    assert {"βγ", "слово", "漢字", "mto", "zqxw"} <= found.keys()
    assert "mot" not in found
    assert "mot" in found["mto"]
