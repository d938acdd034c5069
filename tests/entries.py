"""Entries of what changed, whatever their texts."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from generator import historique
from generator.historique import Changement, Fiche

ODD = (
    "\"'",
    "a: b",
    " #c",
    "- d",
    "\n",
    "\\",
    "{{e}}",
    "<f>",
    "&amp;",
    "Ã©",
    "\ufffd",
    "👩\u200d⚕️",
)
TEXTS = st.lists(st.sampled_from(ODD) | st.text(max_size=8), min_size=1, max_size=5).map("".join)
PHRASES = TEXTS.filter(lambda text: historique.one_line(text).strip())
FICHES = st.builds(
    Fiche,
    id=st.none() | st.sampled_from(["nice", "1e5", "12"]),
    nom=PHRASES,
    dit=st.lists(PHRASES, min_size=1, max_size=3).map(tuple),
)
DAYS = st.integers(0, 5).map(lambda number: (date(2026, 5, 4) + timedelta(number)).isoformat())
MADE = st.builds(
    Changement,
    le=DAYS,
    depuis=st.none() | st.sampled_from(["1234567", "12e4567", "abcdef0"]),
    centres=st.lists(FICHES, max_size=2).map(tuple),
    liste=st.lists(PHRASES, min_size=1, max_size=2).map(tuple),
    pages=st.lists(PHRASES, max_size=2).map(tuple),
)
