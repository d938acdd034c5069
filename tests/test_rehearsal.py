"""What a rehearsal says, read back from its lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Problem
from generator.rehearsal import read_line

NAMES = st.from_regex(r"[\w./-]+\.\w+", fullmatch=True)
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]))


@given(file=NAMES, line=st.integers(1), column=st.integers(1), message=WORDS)
def test_a_problem_is_read_back_as_it_was_said(
    file: str, line: int, column: int, message: str
) -> None:
    problem = Problem(file=file, line=line, column=column, message=message)
    assert read_line(str(problem)) == problem


def test_a_line_without_a_place_stays_as_it_is() -> None:
    assert read_line("centre « lyon » : sa page manque.") == "centre « lyon » : sa page manque."
