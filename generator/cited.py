"""The sources of a whole, each numbered once, in the order that they are first named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.sources import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator


class Cited:
    """Number sources as they are asked for; one that is asked for again keeps its number."""

    def __init__(self) -> None:
        self._numbers: dict[Reference, int] = {}

    def __getitem__(self, source: Reference) -> int:
        # What it establishes of one hospital does not make it another page.
        page = Reference.model_construct(
            **{key: getattr(source, key) for key in Reference.model_fields}
        )
        return self._numbers.setdefault(page, len(self._numbers) + 1)

    def __iter__(self) -> Iterator[Reference]:
        return iter(self._numbers)
