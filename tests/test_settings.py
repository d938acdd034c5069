"""What mkdocs.yml says, read without MkDocs."""

from __future__ import annotations

import pytest

from generator.settings import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_name: Les CAR-T \n", "Les CAR-T"),
        ('site_name: "a: b"\n', "a: b"),
        ("site_name:\n", ""),
        ("site_name: 12\n", ""),
        ("site_name: [a]\n", ""),
        ("site_name: !ENV NAME\n", ""),
        ("site_url: a\n", ""),
        ("- site_name\n", ""),
        ("", ""),
    ],
)
def test_an_option_that_is_a_plain_text_is_read(text: str, expected: str) -> None:
    assert said(text, "site_name") == expected
