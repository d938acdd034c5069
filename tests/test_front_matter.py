"""What the front matter of a page of docs/ comes to, once it is right."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.front_matter import FrontMatter
from tests.samples import TODAY


def page(**changes: object) -> FrontMatter:
    """Read a front matter on the day of these tests."""
    right = {
        "titre": "Les CAR-T",
        "objectif": "Ce que sont les CAR-T.",
        "public": ["patients"],
        "verifie_le": "2026-11",
        "revision_le": "2027-05",
        "relu_par": "",
    }
    return FrontMatter.model_validate({**right, **changes}, context={"today": TODAY})


@pytest.mark.parametrize(
    ("public", "expected"),
    [
        (["patients"], "aux patients"),
        (["proches"], "aux proches des patients"),
        (["parents"], "aux parents d’enfants malades"),
        (["soignants"], "aux soignants"),
        (["proches", "patients"], "aux patients et à leurs proches"),
        (["proches", "soignants"], "aux proches des patients et aux soignants"),
        (
            ["patients", "proches", "parents", "soignants"],
            "aux patients, à leurs proches, aux parents d’enfants malades et aux soignants",
        ),
    ],
)
def test_a_page_says_to_whom_it_speaks(public: list[str], expected: str) -> None:
    assert page(public=public).adresse_a == expected


@pytest.mark.parametrize(
    ("checked", "planned"),
    [
        ("2026-11", "2026-12"),
        ("2026-11-20", "2026-11-21"),
        ("2026-11-20", "2027"),
        ("2025", "2026"),
    ],
)
def test_a_revision_may_come_any_time_after_the_text_was_checked(
    checked: str, planned: str
) -> None:
    assert page(verifie_le=checked, revision_le=planned).revision_le == planned


@pytest.mark.parametrize(
    ("checked", "planned"),
    [
        ("2026-11", "2026-11"),
        ("2026-11", "2026-11-30"),
        ("2026-11-20", "2026"),
        ("2026", "2025-12"),
    ],
)
def test_a_revision_that_may_come_before_or_with_the_check_is_refused(
    checked: str, planned: str
) -> None:
    with pytest.raises(ValidationError, match=f"{planned}.* doit venir après .*{checked}"):
        page(verifie_le=checked, revision_le=planned)
