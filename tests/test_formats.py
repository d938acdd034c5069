"""How problems are told: to a person, on a pull request, to a program."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from generator.errors import Problem
from generator.formats import worded

if TYPE_CHECKING:
    from pathlib import Path


class Terminal(io.StringIO):
    """End on a person's screen."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def problem(message: str = "la clé manque.", *, file: str = "a.yaml", line: int = 2) -> Problem:
    """Make a problem in the third column."""
    return Problem(file=file, line=line, column=3, message=message)


def test_a_problem_is_a_line_where_nobody_looks(tmp_path: Path) -> None:
    told = worded([problem(), problem(line=5)], "texte", tmp_path, io.StringIO())
    assert told == "a.yaml:2:3: la clé manque.\na.yaml:5:3: la clé manque."


def test_a_terminal_shows_the_line_and_marks_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "a.yaml").write_bytes("\ufeffx: é\r\n  ville: Lile\r\n".encode())
    assert worded([problem()], "texte", tmp_path, Terminal()) == (
        "\x1b[1ma.yaml:2:3:\x1b[0m la clé manque.\n      ville: Lile\n      \x1b[31m^\x1b[0m"
    )


def test_a_long_line_is_shown_around_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "a.yaml").write_text("a" * 300 + "\x1b[2J" + "b" * 300, "utf-8")
    far = Problem(file="a.yaml", line=1, column=301, message="faux.")
    _, line, mark = worded([far], "texte", tmp_path, Terminal()).split("\n")
    assert (line, mark) == (f"    {'a' * 49} [2J{'b' * 47}", f"    {' ' * 49}\x1b[31m^\x1b[0m")


@pytest.mark.parametrize("data", [None, b"\xe9\n\xe9\n", b"une seule ligne"])
def test_a_line_that_cannot_be_shown_is_left_out(
    tmp_path: Path, data: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if data is not None:
        (tmp_path / "a.yaml").write_bytes(data)
    told = worded([problem()], "texte", tmp_path, Terminal())
    assert told == "\x1b[1ma.yaml:2:3:\x1b[0m la clé manque."


def test_a_reader_who_wants_no_colour_gets_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert worded([problem()], "texte", tmp_path, Terminal()) == "a.yaml:2:3: la clé manque."


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (100, "a.yaml:100:3: la clé manque."),
        (101, "… et 1 autre."),
        (350, "… et 250 autres."),
    ],
)
def test_a_person_is_told_the_first_hundred(count: int, last: str, tmp_path: Path) -> None:
    many = [problem(line=number) for number in range(1, count + 1)]
    assert worded(many, "texte", tmp_path, io.StringIO()).split("\n")[-1] == last


def test_github_puts_a_problem_on_its_line(tmp_path: Path) -> None:
    told = worded(
        [problem("100 % faux,\nvu : « a »."), problem(file="docs/a,b:c.md")],
        "github",
        tmp_path,
        Terminal(),
    )
    assert told == (
        "::error file=a.yaml,line=2,col=3::100 %25 faux,%0Avu : « a ».\n"
        "::error file=docs/a%2Cb%3Ac.md,line=2,col=3::la clé manque."
    )


def test_a_program_reads_json(tmp_path: Path) -> None:
    told = worded([problem('vu : "é"')], "json", tmp_path, Terminal())
    assert json.loads(told) == [{"file": "a.yaml", "line": 2, "column": 3, "message": 'vu : "é"'}]
    assert "é" in told
