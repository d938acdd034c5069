"""Every file that the list makes, before any engine sees it."""

from __future__ import annotations

from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from generator import (
    contacts,
    donnees,
    environs,
    glossary,
    historique,
    lookup,
    pages,
    vignette,
)
from generator.cards import earlier_pages, page_of
from generator.picture import Picture
from generator.publication import robots_txt
from generator.telechargements import FILES, SUMS, Downloads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.centres import Centre
    from generator.directory import Directory
    from generator.glossary import Glossaire
    from generator.historique import Historique
    from generator.publication import Publication


class SourceFile:
    """Hold a file of the site's source: Markdown becomes a page, anything else is copied.

    What is given to make the content is called when it is first read: a preview makes the pages
    that are looked at. `in_nav` tells whether the menu of mkdocs.yml names the file.
    """

    def __init__(
        self, *, uri: str, content: str | bytes | Callable[[], str | bytes], in_nav: bool = False
    ) -> None:
        self.uri = uri
        self.in_nav = in_nav
        self._content = content

    @cached_property
    def content(self) -> str | bytes:
        """Give what the file holds."""
        return self._content() if callable(self._content) else self._content


def made_pages(directory: Directory) -> list[str]:
    """Name the pages that no file of docs/ may stand for."""
    departements = map(environs.page_of_departement, directory.france.departements.values())
    return [
        *(pages.LIST, pages.MAP, pages.FIND, environs.INDEX, glossary.PAGE),
        *(donnees.PAGE, historique.PAGE),
        *map(page_of, directory.centres),
        *(uri for centre in directory.centres for uri in earlier_pages(centre)),
        *departements,
    ]


def source_files(
    directory: Directory, words: Glossaire, publication: Publication, noted: Historique
) -> Iterator[SourceFile]:
    """Yield the pages and files made from the list, the glossary and what was noted of changes."""
    # folium takes a third of a second to load, which commands that make no map can spare.
    from generator import carte  # noqa: PLC0415

    picture = Picture(directory)
    interactive = cache(partial(carte.draw, directory))
    made_list = partial(pages.directory_page, directory, publication, noted.list_changed)
    yield SourceFile(uri=pages.LIST, content=made_list, in_nav=True)
    for centre in directory.centres:
        made_centre = partial(_centre_page, centre, directory, publication, picture)
        yield SourceFile(uri=page_of(centre), content=made_centre)
        for uri in earlier_pages(centre):
            moved = partial(pages.moved_page, centre, uri, directory)
            yield SourceFile(uri=uri, content=moved)
    for centre in directory.open:
        made_card = partial(contacts.contact, centre, directory, publication)
        yield SourceFile(uri=contacts.uri_of(centre), content=made_card)
    made_cards = partial(contacts.every_card, directory, publication)
    yield SourceFile(uri=contacts.ALL, content=made_cards)
    if security := publication.security_txt(directory.liste.etat_au):
        yield SourceFile(uri=".well-known/security.txt", content=security)
    robots = robots_txt(publication.site_url, preversion=publication.preversion)
    yield SourceFile(uri="robots.txt", content=robots)
    yield SourceFile(
        uri=pages.MAP,
        content=lambda: pages.map_page(directory, picture, interactive(), publication),
        in_nav=True,
    )
    yield from _look_up(directory, picture, publication)
    yield from _downloads(Downloads(directory=directory, publication=publication))
    glossary_page = partial(glossary.page, words, publication, directory.liste.etat_au)
    yield SourceFile(uri=glossary.PAGE, content=glossary_page, in_nav=True)
    made_changes = partial(historique.page, noted, directory)
    yield SourceFile(uri=historique.PAGE, content=made_changes)
    yield SourceFile(uri="vignette.png", content=partial(vignette.png, directory))
    yield SourceFile(uri="assets/carte.js", content=lambda: interactive().script)
    for uri, data in carte.leaflet_files().items():
        yield SourceFile(uri=uri, content=data)


def _centre_page(
    centre: Centre, directory: Directory, publication: Publication, picture: Picture
) -> str:
    return pages.centre_page(centre, directory, publication, picture.locator(centre))


def _downloads(downloads: Downloads) -> Iterator[SourceFile]:
    """Yield the list as data, and the page that explains it."""
    yield SourceFile(uri=donnees.PAGE, content=downloads.page, in_nav=True)
    for uri in FILES:
        yield SourceFile(uri=uri, content=partial(downloads.file, uri))
    yield SourceFile(uri=SUMS, content=downloads.sums)


def _look_up(
    directory: Directory, picture: Picture, publication: Publication
) -> Iterator[SourceFile]:
    """Yield what finds the nearest hospitals, by script and without."""
    made_page = partial(pages.look_up_page, directory, picture, publication)
    yield SourceFile(uri=pages.FIND, content=made_page, in_nav=True)
    yield SourceFile(uri=environs.INDEX, content=partial(environs.index_page, directory))
    for one in directory.france.departements.values():
        made_departement = partial(environs.departement_page, one, directory, publication)
        yield SourceFile(uri=environs.page_of_departement(one), content=made_departement)
    for uri, text in lookup.files(directory).items():
        yield SourceFile(uri=uri, content=text)
