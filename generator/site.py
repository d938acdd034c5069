"""Every file that the list makes, before any engine sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import carte, environs, glossary, lookup, pages, vignette
from generator.cards import earlier_pages, page_of
from generator.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.directory import Directory
    from generator.glossary import Glossaire
    from generator.publication import Publication


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceFile:
    """Hold a file of the site's source: Markdown becomes a page, anything else is copied."""

    uri: str
    content: str | bytes
    in_nav: bool = False
    """Whether the menu of mkdocs.yml names it."""


def made_pages(directory: Directory) -> list[str]:
    """Name the pages that no file of docs/ may stand for."""
    departements = map(environs.page_of_departement, directory.france.departements.values())
    return [
        *(pages.LIST, pages.MAP, pages.FIND, environs.INDEX, glossary.PAGE),
        *map(page_of, directory.centres),
        *(uri for centre in directory.centres for uri in earlier_pages(centre)),
        *departements,
    ]


def source_files(
    directory: Directory, words: Glossaire, publication: Publication
) -> Iterator[SourceFile]:
    """Yield the pages and files made from the list and from the glossary."""
    picture = Picture(directory)
    yield SourceFile(
        uri=pages.LIST, content=pages.directory_page(directory, publication), in_nav=True
    )
    for centre in directory.centres:
        content = pages.centre_page(centre, directory, publication, picture.locator(centre))
        yield SourceFile(uri=page_of(centre), content=content)
        for uri in earlier_pages(centre):
            yield SourceFile(uri=uri, content=pages.moved_page(centre, uri, directory))
    if security := publication.security_txt(directory.liste.etat_au):
        yield SourceFile(uri=".well-known/security.txt", content=security)
    interactive = carte.draw(directory)
    content = pages.map_page(directory, picture, interactive, publication)
    yield SourceFile(uri=pages.MAP, content=content, in_nav=True)
    yield from _look_up(directory, picture, publication)
    content = glossary.page(words, publication, directory.liste.etat_au)
    yield SourceFile(uri=glossary.PAGE, content=content, in_nav=True)
    yield SourceFile(uri="vignette.png", content=vignette.png(directory))
    yield SourceFile(uri="assets/carte.js", content=interactive.script)
    for uri, data in carte.leaflet_files().items():
        yield SourceFile(uri=uri, content=data)


def _look_up(
    directory: Directory, picture: Picture, publication: Publication
) -> Iterator[SourceFile]:
    """Yield what finds the nearest hospitals, by script and without."""
    content = pages.look_up_page(directory, picture, publication)
    yield SourceFile(uri=pages.FIND, content=content, in_nav=True)
    yield SourceFile(uri=environs.INDEX, content=environs.index_page(directory))
    for one in directory.france.departements.values():
        content = environs.departement_page(one, directory, publication)
        yield SourceFile(uri=environs.page_of_departement(one), content=content)
    for uri, text in lookup.files(directory).items():
        yield SourceFile(uri=uri, content=text)
