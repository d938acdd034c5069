"""The list as a table for a spreadsheet, read back by GDAL."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from pyogrio import raw

from generator import donnees, tableau
from tests.listed import DRAFT, HOME, OFFICIAL, REAL, SAMPLE, dialled, listed, typed
from tests.test_donnees import TEXTS

if TYPE_CHECKING:
    from pathlib import Path

    from generator.publication import Publication


def written(text: str, publication: Publication = OFFICIAL) -> str:
    """Write the CSV of a list."""
    records = donnees.records(listed(text), publication)
    return tableau.csv_text(map(tableau.for_spreadsheets, records))


def read(made: str, folder: Path) -> list[dict[str, str]]:
    """Read a CSV as a map maker does."""
    file = folder / "centres.csv"
    file.write_bytes(made.encode())
    meta, _, _, columns = raw.read(file, read_geometry=False)
    return [dict(zip(meta["fields"], row, strict=True)) for row in zip(*columns, strict=True)]


@pytest.mark.parametrize("text", [REAL, SAMPLE], ids=["the real list", "a sample"])
def test_every_cell_is_that_of_the_yaml(text: str, tmp_path: Path) -> None:
    yaml = typed(text)
    rows = read(written(text), tmp_path)
    for one, row in zip(yaml["centres"], rows, strict=True):
        plain = {key: one.get(key, "") for key in _SAME}
        check = one.get("verifie", {})
        number = dialled(one["telephone"]) if "telephone" in one else ""
        assert {key: row[key] for key in row if key not in _MADE} == {
            **{key: tableau.defused(value) for key, value in plain.items()},
            "latitude": one["latitude"],
            "longitude": one["longitude"],
            "telephone_uri": f"tel:{number}" if number else "",
            **{key: " | ".join(one.get(key, [])) for key in _LISTS},
            "retire_le": one.get("retire", {}).get("le", ""),
            "retire_motif": one.get("retire", {}).get("motif", ""),
            "verifie_le": check.get("le", ""),
            "verifie_par": check.get("par", ""),
            "preversion": "non",
            "liste_etat_au": yaml["liste"]["etat_au"],
            "page": f"{HOME}centres/{one['id']}/",
            "non_renseigne": " | ".join(key for key in _OPTIONAL if key not in one),
        }
        assert set(filter(None, row["verifie_quoi"].split(" | "))) == set(check.get("quoi", []))
        for source in one["sources"]:
            assert f"{source['titre']} ({source['editeur']}, " in row["sources"]
            assert f"[{', '.join(source['etablit'])}] {source['url']}" in row["sources"]


_SAME = {
    *("id", "groupe", "nom", "etablissement", "finess", "adresse", "code_postal", "ville"),
    *("site_web", "ouvert_depuis", "acces", "hebergement", "reserve"),
}
_LISTS = ("autres_noms", "anciens_ids", "publics", "maladies")
_OPTIONAL = (
    *("telephone", "site_web", "publics", "maladies", "ouvert_depuis", "acces", "hebergement"),
)
_MADE = {
    *("departement", "departement_nom", "region", "telephone_national", "verifie_quoi", "sources"),
    *(f"preuve_{fact}" for fact in ("activite", "adresse", "position", *_OPTIONAL)),
}


def test_what_the_site_adds_to_a_row_is_that_of_the_json(tmp_path: Path) -> None:
    rows = read(written(SAMPLE), tmp_path)
    for record, row in zip(donnees.records(listed(SAMPLE), OFFICIAL), rows, strict=True):
        assert row["telephone_national"] == (record.telephone_national or "")
        for key in ("departement", "departement_nom", "region"):
            assert row[key] == getattr(record, key)
        for fact, proof in record.preuves:
            assert row[f"preuve_{fact}"] == (proof.phrase if proof else "non renseigné")
    assert rows[0]["sources"].split(" | CAR")[0].startswith("CAR-T cells: a title | of two")
    assert (
        "(Hospices civils de Lyon, date\u00a0inconnue) [activite, telephone]"
        in (rows[0]["sources"])
    )


def test_a_number_no_one_knows_is_an_empty_cell_and_named(tmp_path: Path) -> None:
    row = read(written(SAMPLE), tmp_path)[1]
    assert (row["telephone_national"], row["telephone_uri"]) == ("", "")
    assert row["preuve_telephone"] == "non renseigné"
    assert row["non_renseigne"] == (
        "telephone | site_web | publics | maladies | ouvert_depuis | acces | hebergement"
    )


def test_a_number_opens_no_cell_with_a_sign_that_a_spreadsheet_runs(tmp_path: Path) -> None:
    numbers = [
        (row["telephone_national"], row["telephone_uri"]) for row in read(written(SAMPLE), tmp_path)
    ]
    assert numbers[2:] == [
        ("0262 90 50 50", "tel:+262262905050"),
        ("04 78 86 18 01", "tel:+33478861801"),
        ("03 20 44 59 62", "tel:+33320445962"),
    ]
    cells = [cell for row in read(written(SAMPLE), tmp_path) for cell in row.items() if cell[1]]
    opening = {key for key, cell in cells if cell[0] in "=+-@\t\r"}
    assert opening == {"latitude"}  # a number below the equator, and no text


def test_the_file_opens_with_the_mark_that_excel_wants_and_ends_lines_as_it_should() -> None:
    made = written(REAL, DRAFT)
    assert made.startswith("\ufeffid;groupe;preversion;")
    lines = made.split("\r\n")
    assert (len(lines), lines[-1]) == (len(typed(REAL)["centres"]) + 2, "")
    assert not {"\n", "\r"} & set("".join(lines))
    assert {line.split(";")[2] for line in lines[1:-1]} == {"oui"}


def test_a_number_has_no_exponent_and_a_cell_is_quoted_where_it_must() -> None:
    row: dict[str, tableau.Cell] = {"a": 0.00001, "b": -20.5, "c": 'x"y', "d": "x;y", "e": " x\ny"}
    assert tableau.csv_text([row]) == ('\ufeffa;b;c;d;e\r\n0.00001;-20.5;"x""y";"x;y";" x\ny"\r\n')


@given(TEXTS.filter(lambda text: "\x00" not in text))
@example("=HYPERLINK(\"https://a.fr\";'x')")
@example("\r\n+33\n\"'")
def test_any_text_survives_the_table_and_none_is_a_formula(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.getbasetemp()
    made = tableau.csv_text([{"nom": text, "liste": [text, "x"], "fin": "x"}])
    expected = f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
    _, cells = csv.reader(StringIO(made, newline=""), delimiter=";")
    assert cells == [expected, f"{expected} | x", "x"]
    told = re.sub(r"\r\n?", "\n", expected)  # as GDAL reads each end of line
    assert read(made, folder) == [{"nom": told, "liste": f"{told} | x", "fin": "x"}]
