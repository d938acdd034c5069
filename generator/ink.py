"""The drawings of the texts, as they are printed: the same shapes, in black on white."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.markup import tree
from generator.render import TEMPLATES, render

SHEET = TEMPLATES.parent / "theme" / "assets" / "schemas.css"
# What the pages have from site.css, whose two palettes are for screens.
_INK = {
    "texte": "#000",
    "texte-doux": "#000",
    "lien": "#000",
    "trait": "#555",
    "accent": "#333",
    "avis": "#eee",
    "fond": "#fff",
    "fond-doux": "#eee",
    "malade": "#ddd",
    "mer": "#fff",
    "marque-1": "#000",
    "marque-2": "#444",
}
_RULE = re.compile(r"^\.schema (?P<named>[^{:]+) \{(?P<said>[^}]*)\}$", re.MULTILINE)
_SVG = re.compile(r"<svg(?P<inner>.*?</svg>)", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ink:
    """Hold a drawing as a picture that stands alone, its caption, and the words that say it."""

    svg: str
    caption: str
    words: str


def drawing(name: str) -> Ink:
    """Print the drawing of a block, which templates write: "dessin-recepteur"."""
    html = render(f"{name}.html.jinja", "index.md")
    read = tree(html)
    caption, title, said = (next(read.named(tag)).text for tag in ("figcaption", "title", "desc"))
    found = _SVG.search(html)
    assert found  # noqa: S101  # our own template
    inner = found["inner"].replace(" data-search-exclude", "")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" font-family="Libertinus Serif"{inner}'
    sheet = f"<style>{_sheet()}</style>"
    return Ink(svg=svg.replace(">", f">{sheet}", 1), caption=caption, words=f"{title}. {said}")


def _sheet() -> str:
    """Take from the sheet of the pages what is said of shapes, with the ink of a printer."""
    rules = _RULE.finditer(SHEET.read_text("utf-8"))
    lines = [f"{named_alone(rule['named'])} {{{rule['said']}}}" for rule in rules]
    return re.sub(r"var\(--([\w-]+)\)", lambda name: _INK[name[1]], "\n".join(lines))


def named_alone(selectors: str) -> str:
    """Write a list of selectors for a drawing that stands in no page."""
    return selectors.replace(".schema ", "")
