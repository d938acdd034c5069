"""typst: the one module that knows it. A template and its data in, a tagged PDF out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import typst  # noqa: TID251

from generator.packing import packed
from generator.render import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Mapping

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: typst refuses what a screen reader could not read, and a sign that no font has."""


class UnsettableError(Exception):
    """Carry, in English, what typst cannot set."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """Hold a PDF, and how many pages it has."""

    data: bytes
    pages: int


def set_booklet(values: Mapping[str, object], seconds: int) -> Document:
    """Set the booklet; what it says reaches the template as data, and is never markup.

    `seconds` since 1970 date the file: the same values give the same bytes. Raises UnsettableError.
    """
    return _set(json.dumps(values, ensure_ascii=False), seconds)


def forget() -> None:
    """Set anew what has been set."""
    _set.cache_clear()


# A preview makes the site anew at each save: what has not changed is not set again.
@lru_cache(maxsize=2)
def _set(values: str, seconds: int) -> Document:
    # The fonts come with the package: no machine sets other pages.
    compiler = typst.Compiler(
        TEMPLATES / "livret.typ", ignore_system_fonts=True, sys_inputs={"livret": values}
    )
    try:
        data = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=seconds)
        pages = json.loads(compiler.query("<pages>", field="value", one=True))
    except RuntimeError as error:  # TypstError is one
        raise UnsettableError(getattr(error, "diagnostic", str(error))) from error
    assert isinstance(data, bytes)  # noqa: S101  # asked without a file to write
    return Document(data=packed(data), pages=pages)
