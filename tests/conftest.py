"""What several test modules share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import samples

if TYPE_CHECKING:
    from generator.rules import France

# The same examples on each run, without a clock: an editor's check fails only for what changed.
# « pytest --hypothesis-profile=fouille » looks further.
settings.register_profile("site", deadline=None, derandomize=True, database=None, max_examples=100)
settings.register_profile("fouille", deadline=None, database=None, max_examples=5000)
settings.load_profile("site")


@pytest.fixture(scope="session")
def france() -> France:
    """Read the communes and the départements that tools/geographie.py wrote."""
    return samples.france()
