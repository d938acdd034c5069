"""The kinds of change of one hospital, one page or one word, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.choices import Fait
    from generator.sources import Reference


@dataclass(frozen=True, kw_only=True, slots=True)
class Reworded:
    """Hold what one key showed and shows; "" where nothing is said."""

    key: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Members:
    """Hold what a list of words gained and lost; the order says nothing."""

    key: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    is_empty: bool
    """Whether nothing is said any more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Readdressed:
    """Hold the address that a page had and has."""

    old: str
    new: str
    is_led: bool
    """Whether the old one leads to the new one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """Hold how far a hospital was moved, and in which direction; `nan` where that is unknown."""

    km: float
    degrees: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Cited:
    """Hold a source that came or went."""

    source: Reference
    is_new: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Recited:
    """Hold what changed in a source that stays."""

    source: Reference
    details: tuple[Reworded | Members, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """Hold what a page says of a check that an editor made, or says instead of it."""

    facts: tuple[Fait, ...]
    old: str
    """"" where there was no check."""
    new: str
    is_checked: bool
    """Whether there is a check now."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unsourced:
    """Hold a fact that changed while what it rests on stayed."""

    fact: Fait
    sentence: str
    """What the page goes on saying of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewritten:
    """Tell that the text of a page changed."""


Detail = (
    Reworded | Readdressed | Members | Moved | Cited | Recited | Checked | Unsourced | Rewritten
)
