"""What the preview shows after good saves and bad ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.errors import DataError, Problem
from generator.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FAULT = Problem(file="data/centres.yaml", line=3, column=1, message="à corriger.")


class Pages:
    """A site of nothing."""

    def read(self, name: str) -> bytes | None:
        """Have no file."""
        return b"" if name == "rien" else None

    def place(self, name: str) -> tuple[str, int] | None:
        """Have no page."""
        return ("rien", 1) if name == "rien" else None


class Rehearsed:
    """A rehearsal that ends when a test says so."""

    def __init__(self) -> None:
        self.end: Callable[[Sequence[Problem | str]], None] | None = None

    def begin(self, heard: Callable[[Sequence[Problem | str]], None]) -> None:
        """Keep who listens."""
        self.end = heard

    def stop(self) -> None:
        """Do nothing: what is late must not be heard."""


class Desk:
    """A preview, what it makes at the next save, and what it has said."""

    def __init__(self, root: Path) -> None:
        self.next: Pages | Exception = Pages()
        self.said: list[str] = []
        self.rehearsal = Rehearsed()
        self.preview = Preview(root, self._make, self.rehearsal, self.said.append)

    def save(self, made: Pages | Exception) -> None:
        """Save what makes that."""
        self.next = made
        self.preview.refresh()

    def _make(self) -> Pages:
        if isinstance(self.next, Exception):
            raise self.next
        return self.next


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Begin a preview."""
    return Desk(tmp_path)


def test_a_bad_save_keeps_the_last_good_site_and_says_why(desk: Desk) -> None:
    good = Pages()
    desk.save(good)
    before = desk.preview.shown
    desk.save(DataError([FAULT]))
    shown = desk.preview.shown
    assert (shown.site, list(shown.problems), shown.late) == (good, [FAULT], True)
    assert shown.version != before.version
    assert desk.said == [
        "data/centres.yaml:3:1: à corriger.",
        "Le site garde sa dernière bonne version.",
    ]
    mended = Pages()
    desk.save(mended)
    assert desk.preview.shown.site is mended
    assert desk.preview.shown.problems == ()


def test_a_first_bad_file_shows_no_site_and_says_what_to_do(desk: Desk) -> None:
    desk.save(DataError([FAULT]))
    assert desk.preview.shown.site is None
    assert desk.said == [
        "data/centres.yaml:3:1: à corriger.",
        "Corrigez, puis enregistrez : le site se montrera seul.",
    ]


def test_what_nobody_thought_of_is_said_in_one_line_and_ends_nothing(desk: Desk) -> None:
    desk.save(good := Pages())
    desk.save(KeyError("main.html"))
    assert desk.said == ["le site n'a pas pu être fait (KeyError : 'main.html')."]
    assert desk.preview.shown.site is good


def test_what_a_rehearsal_finds_is_shown_over_the_site_it_was_made_from(desk: Desk) -> None:
    desk.save(Pages())
    assert desk.rehearsal.end
    before = desk.preview.shown
    desk.rehearsal.end(["la carte manque."])
    shown = desk.preview.shown
    assert (shown.site, shown.problems, shown.late) == (before.site, ["la carte manque."], False)
    assert shown.version != before.version
    assert desk.said == ["la carte manque."]


@pytest.mark.parametrize("later", [Pages(), DataError([FAULT])], ids=["good", "bad"])
def test_a_rehearsal_that_ends_after_the_next_save_is_not_heard(
    desk: Desk, later: Pages | Exception
) -> None:
    desk.save(Pages())
    late = desk.rehearsal.end
    assert late
    desk.save(later)
    shown = desk.preview.shown
    late(["la carte manque."])
    assert desk.preview.shown is shown
    assert "la carte manque." not in desk.said
