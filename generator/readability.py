"""How easily each page of docs/ is read, and which sentences make it hard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator import jargon, prose
from generator.french import decimal_fr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.glossary import Glossaire
    from generator.prose import Sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """Say what a page should keep to."""

    mean: int
    """Words a sentence, at most."""
    longest: int
    """Words of the longest sentence, at most."""
    score: int
    """Kandel and Moles' score, at least."""


# People read these pages tired, worried, or in a language that is not their own. Guides to plain
# French advise 15 words a sentence or so; past 25 its beginning is forgotten; 60 is « standard ».
ORDINARY = Target(mean=15, longest=25, score=60)
# The page in simple words: one idea a sentence.
SIMPLE = Target(mean=10, longest=12, score=75)
SAMPLE = 100
"""Words that a score needs: the formula was made on passages of that length."""
SIMPLE_PAGE = "mots-simples.md"
MEDICINES = frozenset({"docs/comprendre/medicaments.md"})
"""Pages whose score the names of medicines lower, whatever else they say."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """Hold the sentences of a page, and measure them."""

    file: str
    """As messages name it: "docs/index.md"."""
    sentences: Sequence[Sentence]
    undefined: Sequence[str] = ()
    """Hard words and abbreviations that the glossary does not define, in the order of their use."""

    @property
    def target(self) -> Target:
        """Return what this page should keep to."""
        return SIMPLE if self.file.rpartition("/")[2] == SIMPLE_PAGE else ORDINARY

    @property
    def words(self) -> int:
        """Count the words of the page."""
        return sum(sentence.length for sentence in self.sentences)

    @property
    def mean(self) -> float:
        """Return how many words a sentence has on average."""
        return round(self.words / max(1, len(self.sentences)), 1)

    @property
    def longest(self) -> int:
        """Count the words of the longest sentence."""
        return max((sentence.length for sentence in self.sentences), default=0)

    @cached_property
    def score(self) -> float | None:
        """Return Kandel and Moles' score: 207 - 1.015 words a sentence - 73.6 syllables a word.

        Syllables are counted where a word may be hyphenated: about two points too kind. A page
        that is too short has no score.
        """
        if self.words < SAMPLE:
            return None
        # A third of a second, which only those who ask for a score pay.
        import textstat  # noqa: PLC0415, TID251

        textstat.set_lang("fr")
        # One stop a sentence, so that both of us count the same.
        stopped = (re.sub("[.!?…]", "", sentence.text) + "." for sentence in self.sentences)
        return round(float(textstat.flesch_reading_ease("\n".join(stopped))), 1)

    def too_long(self) -> Iterator[Sentence]:
        """Yield the sentences longer than the page's target."""
        return (one for one in self.sentences if one.length > self.target.longest)

    def faults(self) -> Iterator[str]:
        """Yield, in French, each target that the page misses."""
        if worst := max(self.too_long(), key=lambda one: one.length, default=None):
            most = f"{self.target.longest} au plus"
            yield f"phrase la plus longue {worst.length} mots ({most}), ligne {worst.line}"
        if self.mean > self.target.mean:
            yield f"{decimal_fr(self.mean)} mots par phrase en moyenne ({self.target.mean} au plus)"
        score = None if self.file in MEDICINES else self.score
        if score is not None and score < self.target.score:
            yield f"score {decimal_fr(score)} ({self.target.score} au moins)"
        if self.undefined:
            yield f"sans définition dans data/glossaire.yaml : {', '.join(self.undefined)}"


def pages(sources: Mapping[str, bytes], words: Glossaire) -> list[Page]:
    """Read the pages of docs/, given by the names of their files."""
    return [
        _page(file, data.decode("utf-8-sig", "replace"), words) for file, data in sources.items()
    ]


def _page(file: str, text: str, words: Glossaire) -> Page:
    sentences = prose.read(text.replace("\r\n", "\n"))
    whole = "\n".join(sentence.text for sentence in sentences)
    return Page(file=file, sentences=sentences, undefined=jargon.undefined(whole, words))
