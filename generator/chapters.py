"""The chapters of the booklet: the pages of the site in the order of its menu, as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from posixpath import dirname
from typing import TYPE_CHECKING

from generator import glossary, ink, menu, pages, prose, rgaa, texts
from generator.cards import groups_of
from generator.cited import Cited
from generator.french import typo
from generator.journey import STEPS, steps_block
from generator.render import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content import Content
    from generator.texts import Block

SOURCES = "livret-sources.md"
"""Names the chapter that no page of the site is."""
DRAWN = ("dessin-fabrication", "dessin-recepteur")
Part = tuple[str, list[str]]
_LISTED = {pages.LIST: 3}


@dataclass(frozen=True, kw_only=True, slots=True)
class Chapter:
    """Hold a page as it is printed, or the name of a part, which is no page: its HTML is empty."""

    uri: str
    titre: str
    niveau: int
    """Of its title, from 1."""
    html: str = ""

    @property
    def listed(self) -> int:
        """Tell which of its own headings the contents name: those of the list, to h3."""
        return _LISTED.get(self.uri, 1)


def chapters(content: Content) -> list[Chapter]:
    """List the parts and pages in the order of the menu, what it leaves out with its own folder."""
    cited = Cited()
    printed = {*content.pages, pages.LIST, glossary.PAGE}
    order = _order(menu.parts(content.inputs.settings() or ""), printed)
    made = [_chapter(content, uri, niveau, titre, cited) for uri, niveau, titre in order]
    html = render(f"{SOURCES.removesuffix('.md')}.html.jinja", SOURCES, sources=list(cited))
    sources = Chapter(uri=SOURCES, titre="Sources", niveau=1, html=html)
    after = [chapter.uri for chapter in made].index(glossary.PAGE) + 1
    return [*made[:after], sources, *made[after:]]


def _order(named: list[Part], printed: set[str]) -> Iterator[tuple[str, int, str]]:
    """Yield each page with the level of its title; a part has an address that no page has."""
    left = _left_out({uri for _, uris in named for uri in uris}, printed)
    parts = [(name, _with(left, uris)) for name, uris in named]
    rest = printed - {uri for _, uris in parts for uri in uris}
    for number, (name, uris) in enumerate([*parts, ("", sorted(rest))], 1):
        if name and printed & {*uris}:
            yield f"partie-{number}", 1, typo(name)
        for uri in uris:
            if uri in printed:
                yield uri, 1 + bool(name), ""


def _left_out(named: set[str], printed: set[str]) -> dict[str, list[str]]:
    """Lead from the first page of a folder to those that the menu leaves out, in their order."""
    ranks = {step.uri: rank for rank, step in enumerate(STEPS)}
    found: dict[str, list[str]] = {}
    for uri in sorted(printed - named, key=lambda uri: (ranks.get(uri, len(ranks)), uri)):
        if (first := f"{dirname(uri)}/index.md") in named:
            found.setdefault(first, []).append(uri)
    return found


def _with(left: dict[str, list[str]], uris: list[str]) -> list[str]:
    return [one for uri in uris for one in (uri, *left.get(uri, ()))]


def _chapter(content: Content, uri: str, niveau: int, titre: str, cited: Cited) -> Chapter:
    if uri in content.pages:
        page = content.pages[uri]
        return Chapter(
            uri=uri, titre=typo(page.titre), niveau=niveau, html=_page(content, uri, cited)
        )
    valide_par = content.publication.valide_par
    if uri == pages.LIST:
        html = render(
            "livret-centres.html.jinja",
            uri,
            liste=content.directory.liste,
            groups=groups_of(content.directory),
            numeros=cited,
            valide_par=valide_par,
        )
        return Chapter(uri=uri, titre="Les centres", niveau=niveau, html=html)
    if uri == glossary.PAGE:
        termes = glossary.ordered(content.glossary)
        html = render("livret-glossaire.html.jinja", uri, termes=termes, valide_par=valide_par)
        return Chapter(uri=uri, titre="Glossaire", niveau=niveau, html=html)
    return Chapter(uri=uri, titre=titre, niveau=niveau)


def _page(content: Content, uri: str, cited: Cited) -> str:
    """Write a page of docs/, its blocks as paper has them."""
    written = texts.FRONT.sub("", content.texts[uri])
    body = texts.filled(written, uri, _blocks(content))
    foot = render("livret-pied.html.jinja", uri, page=content.pages[uri], numeros=cited)
    return f"{prose.html(body)}\n{foot}"


def _blocks(content: Content) -> dict[str, Block]:
    """Make each block as a page of paper has it; what only a screen can do is left out."""
    steps = {step.uri for step in STEPS}
    counts = [(words, content.grille.count(etat)) for etat, words in rgaa.ETATS.items()]
    return {
        **content.blocks(),
        **{name: partial(_drawing, name) for name in DRAWN},
        "chercher-lieu": partial(render, "livret-chercher-lieu.html.jinja"),
        # The title of a step says which it is, and the others stand before and after it.
        "etapes": lambda uri: "" if uri in steps else steps_block(uri),
        "frise": partial(render, "livret-frise.html.jinja", steps=list(enumerate(STEPS, 1))),
        "imprimer": lambda _: "",
        "livret": lambda _: "",
        "rgaa": partial(render, "livret-rgaa.html.jinja", counts=counts),
    }


def _drawing(name: str, uri: str) -> str:
    made = ink.drawing(name)
    return render("livret-dessin.html.jinja", uri, name=name, drawing=made)
