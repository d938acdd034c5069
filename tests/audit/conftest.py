"""The real site, built once aside, for the gates that take every page.

SITE_A_AUDITER names a finished site that another engine built, which takes the same gates.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import engine, publish
from tests.web.conftest import browser, page, serve

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["address", "browser", "live", "page", "serve"]

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of this project as it would be put online."""
    if given := os.environ.get("SITE_A_AUDITER"):
        return Path(given)
    folder = tmp_path_factory.mktemp("audit") / "site"
    directory = engine.build(ROOT / "mkdocs.yml", folder)
    assert directory
    assert publish.finish(folder, directory) == []
    return folder


@pytest.fixture(scope="session")
def address(live: Path, serve: Callable[[Path], str]) -> str:
    """Give the address of the real site."""
    return serve(live)
