"""A packed PDF: smaller, and to another program the same."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
import typst
from pypdf import PdfReader
from pypdf.generic import StreamObject

from generator.packing import packed


@pytest.fixture(scope="module")
def plain() -> bytes:
    """Set a tagged file of more small objects than one stream holds."""
    source = (
        '#set document(title: [Essai])\n#set text(lang: "fr")\n= Titre\n' + "- un *mot*\n" * 150
    )
    made = typst.compile(source.encode(), format="pdf", timestamp=0, ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def objects(data: bytes) -> dict[int, str]:
    """Write out each object of a file by its number, but for the tables that hold others."""
    reader = PdfReader(BytesIO(data))
    found = {}
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        one = reader.get_object(number)
        if isinstance(one, StreamObject):
            if one.get("/Type") not in {"/ObjStm", "/XRef"}:
                found[number] = f"{_alike(dict(one))} {one.get_data()!r}"
        elif one is not None:
            found[number] = _alike(one)
    return found


def _alike(one: object) -> str:
    """Write out an object, but for where this program keeps it."""
    return re.sub(r", \d{6,}\)", ")", repr(one))


def test_every_object_is_as_it_was(plain: bytes) -> None:
    made = objects(packed(plain))
    assert len(made) > 400
    assert made == objects(plain)


def test_the_file_opens_on_the_same_pages_with_the_same_words(plain: bytes) -> None:
    before, after = PdfReader(BytesIO(plain)), PdfReader(BytesIO(packed(plain)), strict=True)
    assert after.metadata == before.metadata
    assert [page.extract_text() for page in after.pages] == [
        page.extract_text() for page in before.pages
    ]
    assert after.trailer["/ID"] == before.trailer["/ID"]


def test_it_takes_half_the_bytes(plain: bytes) -> None:
    assert len(packed(plain)) < len(plain) / 2
