"""The folder of work, and how a build goes in it."""

from __future__ import annotations

import gc

import pytest

from generator.workplace import uncollected


@uncollected()
def failing() -> None:
    """Fail as a build may, and say whether garbage was looked for."""
    raise OSError(f"{gc.isenabled()}")


def test_garbage_is_looked_for_again_after_a_build_even_one_that_failed() -> None:
    with pytest.raises(OSError, match="False"):
        failing()
    assert gc.isenabled()
