"""The list as a table: a row a hospital, for a spreadsheet in French (CSV) or a map (GeoJSON)."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.french import NBSP, date_fr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.releve import Preuve, Releve, Source

Cell = str | float | bool | list[str] | None

CSV = "donnees/centres.csv"
BETWEEN = " | "
"""What parts the elements of a list in one cell."""
UNKNOWN = "non renseigné"
_COLUMNS = (
    *("id", "groupe", "preversion", "liste_etat_au", "nom", "autres_noms", "anciens_ids"),
    *("etablissement", "finess", "adresse", "code_postal", "ville", "departement"),
    *("departement_nom", "region", "latitude", "longitude", "telephone", "telephone_national"),
    *("site_web", "publics", "maladies", "ouvert_depuis", "acces", "hebergement", "reserve"),
)
# Nothing here says whether a hospital has an earlier id, a reserve or a withdrawal: none is known.
_MAY_BE_UNKNOWN = (
    *("telephone", "site_web", "publics", "maladies", "ouvert_depuis", "acces", "hebergement"),
)


def row(record: Releve) -> dict[str, Cell]:
    """Lay a record flat: a value a column; null stands for what is not known."""
    proofs: dict[str, Preuve | None] = dict(record.preuves)
    checked = {fact: one.verifie for fact, one in proofs.items() if one and one.verifie}
    check = next(iter(checked.values()), None)
    unknown = [name for name in _MAY_BE_UNKNOWN if getattr(record, name) is None]
    return {
        **{name: getattr(record, name) for name in _COLUMNS},
        "autres_noms": record.autres_noms or None,
        "anciens_ids": record.anciens_ids or None,
        "retire_le": record.retire.le if record.retire else None,
        "retire_motif": record.retire.motif if record.retire else None,
        "page": record.page,
        "non_renseigne": unknown or None,
        **{f"preuve_{fact}": one.phrase if one else UNKNOWN for fact, one in proofs.items()},
        "verifie_le": check.le if check else None,
        "verifie_par": check.par if check else None,
        "verifie_quoi": list(checked) or None,
        "sources": [_said(source) for source in record.sources],
    }


def _said(source: Source) -> str:
    """Cite a source in one line: what it is, of when, what it establishes."""
    copy = f"{NBSP}; copie lue en {source.copie_lue_en}" if source.copie_lue_en else ""
    day = source.date or date_fr("inconnue")
    facts = ", ".join(source.etablit)
    return f"{source.titre} ({source.editeur}, {day}{copy}) [{facts}] {source.url}"


def for_spreadsheets(record: Releve) -> dict[str, Cell]:
    """Lay a record flat as Excel can take it.

    « +33... » would be a formula, or a number without its sign: the number stands as one composes
    it in France, and as an address (RFC 3966), which begins with a letter.
    """
    flat = row(record)
    dialled = flat.pop("telephone")
    keys = list(flat)
    keys.insert(keys.index("telephone_national") + 1, "telephone_uri")
    flat["telephone_uri"] = f"tel:{dialled}" if dialled else None
    return {key: flat[key] for key in keys}


def csv_text(rows: Iterable[Mapping[str, Cell]]) -> str:
    """Write rows as RFC 4180 has it, cells parted as in France, after the mark that Excel wants."""
    made = list(rows)
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(made[0])
    writer.writerows([_cell(value) for value in one.values()] for one in made)
    return f"\ufeff{written.getvalue()}"


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")  # never an exponent, which « 1e-05 » has
    text = BETWEEN.join(value) if isinstance(value, list) else value or ""
    return defused(text)


def defused(text: str) -> str:
    """Keep a spreadsheet from running a text (CWE-1236): an apostrophe makes it text."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
