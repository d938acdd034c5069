"""The booklet: the whole site on paper, in one PDF."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from generator import settings, typesetting
from generator.chapters import Chapter, chapters
from generator.errors import DataError
from generator.french import in_date, typo
from generator.markup import tree
from generator.paper import Paper, Sheet
from generator.phrases import breakable
from generator.render import render
from generator.unset import problems

if TYPE_CHECKING:
    from generator.content import Content
    from generator.typesetting import Document

_COVER = "livret.md"
_URGENT = "Urgence\u00a0: la consigne de votre carte patient, ou le 15 ou le 112 (114 par SMS)."


def booklet(content: Content) -> Document:
    """Set the whole site as one PDF; raises DataError with what cannot be set, and where."""
    values = values_of(content)
    seconds = _seconds(content)
    try:
        return typesetting.set_booklet(values, seconds)
    except typesetting.UnsettableError as error:
        raise DataError(problems(content, values, str(error))) from error


def values_of(content: Content) -> dict[str, Any]:
    """Gather what the template sets: texts, and for each chapter its nodes, all of it data."""
    config = content.inputs.settings() or ""
    liste, publication = content.directory.liste, content.publication
    home, site = settings.said(config, "site_url"), typo(settings.said(config, "site_name"))
    cover = render(
        "livret-couverture.html.jinja",
        _COVER,
        changed=content.historique.list_changed,
        counted=content.directory.counted,
        liste=liste,
        publication=publication,
        site_url=home,
    )
    made = chapters(content)
    trees = {chapter.uri: tree(chapter.html) for chapter in made}
    paper = Paper(trees, content.directory, content.inputs.docs, home)
    first = Sheet(paper, Chapter(uri=_COVER, titre="", niveau=1))
    printed = {one.uri: Sheet(paper, one).nodes(trees[one.uri]) for one in made}
    paper.settle(printed)
    return {
        # Told apart by unset.py, which sets a chapter alone.
        "essai": False,
        "titre": f"{site} (livret)",
        "site": breakable(site),
        "marque": "Préversion, non validée" if publication.preversion else "",
        "auteurs": [publication.editeur] if publication.editeur else [],
        "description": typo(settings.said(config, "site_description")),
        "mots": ["CAR-T", "hôpitaux"],
        "date": f"Liste des centres établie {in_date(liste.etat_au)}",
        "pied": _URGENT,
        "sommaire": "Sommaire",
        "couverture": first.blocks(tree(cover)),
        "chapitres": printed,
    }


def _seconds(content: Content) -> int:
    """Date the file by its list, so that the same list gives the same bytes."""
    numbers = [int(one) for one in content.directory.liste.etat_au.split("-")]
    year, month, day = [*numbers, 1, 1][:3]
    return int(datetime(year, month, day, tzinfo=UTC).timestamp())
