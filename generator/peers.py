"""What must hold between two hospitals of the list, or between one and the head of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.fields import compact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document import Document
    from generator.errors import Problem
    from generator.events import Path

OFFICIAL = "officielle"
_UNIQUE = ((("id", "anciens_ids"), "l'identifiant"), (("finess",), "le numéro FINESS"))


def twins(document: Document, count: int) -> Iterator[Problem]:
    """Yield each id or FINESS number that an earlier hospital of the file has already.

    An earlier id is one as well: its address is taken.
    """
    for names, said in _UNIQUE:
        first: dict[str, Path] = {}
        for path, entry in _written(document, count, names):
            value = compact(entry)
            if first.get(value, ())[:3] == path[:3]:
                continue  # twice in one list, which the model refuses
            if value in first:
                line = document.places[first[value]][0]
                message = f"{said} « {entry} » est déjà celui du centre de la ligne {line}."
                yield document.problem(path, message)
            elif value:
                first[value] = path


def _written(document: Document, count: int, names: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Yield each text under some keys of the hospitals, the present ids before the earlier ones."""
    for name in names:
        for number in range(count):
            path: Path = ("centres", number, name)
            match document.at(path):
                case str() as text:
                    yield path, text
                case list() as texts:
                    yield from (
                        ((*path, place), text)
                        for place, text in enumerate(texts)
                        if isinstance(text, str)
                    )


def groups(document: Document, count: int) -> Iterator[Problem]:
    """Require that the official list, once there is one, replaces the two other groups."""
    official = document.at(("liste", OFFICIAL, "url"))
    for number in range(count):
        path: Path = ("centres", number, "groupe")
        groupe, withdrawn = document.at(path), document.at(("centres", number, "retire"))
        who = f"centre « {document.at(('centres', number, 'id'))} »"
        if groupe == OFFICIAL and not official:
            yield document.problem(
                path,
                f"{who} : « {OFFICIAL} » demande la page qui publie la liste : ajoutez"
                f" « {OFFICIAL} » sous « liste », en tête du fichier.",
            )
            return  # the same of each
        if groupe == OFFICIAL and withdrawn is None and official not in _cited(document, number):
            yield document.problem(
                path,
                f"{who} : aucune de ses sources n'est la liste officielle : ajoutez une source dont"
                f" l'« url » est « {official} », ou changez de groupe.",
            )
        if official and withdrawn is None and groupe in {"liste_2021", "depuis"}:
            yield document.problem(
                path,
                f"{who} : la liste officielle remplace ce groupe : écrivez « groupe: {OFFICIAL} »"
                " si elle nomme cet hôpital, sinon ajoutez « retire ».",
            )


def _cited(document: Document, number: int) -> list[object]:
    """List the addresses of a hospital's sources."""
    sources = document.at(("centres", number, "sources"))
    count = len(sources) if isinstance(sources, list) else 0
    return [document.at(("centres", number, "sources", place, "url")) for place in range(count)]
