"""Who answers for the site: what mkdocs.yml says of it, and where that is wrong."""

from __future__ import annotations

import pytest
import yaml

from generator.errors import DataError
from generator.publication import LABELS, Publication

BLOCK = """\
plugins:
  - centres:
      editeur: Un hôpital
      contact: nulle part
"""
FLOW = "plugins: [{centres: {editeur: Un hôpital, contact: nulle part}}]\n"


@pytest.mark.parametrize(
    ("text", "place"), [(BLOCK, "4:16"), (FLOW, "1:52"), ("", "1:1")], ids=["block", "flow", "none"]
)
def test_an_option_that_is_wrong_is_said_where_it_is_written(text: str, place: str) -> None:
    written = yaml.safe_load(text or BLOCK)["plugins"][0]["centres"]
    with pytest.raises(DataError) as caught:
        Publication.of(dict.fromkeys(LABELS) | written, text)
    assert str(caught.value) == (
        f"mkdocs.yml:{place}: « contact » : écrivez une adresse électronique, ou une page qui"
        " commence par https://."
    )
