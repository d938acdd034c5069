"""The small files of communes: each holds all that begins as its name does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.gazetteer import Commune, fold
from generator.shards import LIKELIEST, ROWS, cut

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.rules import France


def commune(code: str, nom: str, *codes: str, **other: Any) -> Commune:  # noqa: ANN401
    """Describe a commune in the middle of France."""
    base = {"departement": code[:2], "latitude": 46.5, "longitude": 2.25, "population": 100}
    return Commune(code_insee=code, nom=nom, codes_postaux=codes, **{**base, **other})


def file_of(files: Mapping[str, Any], typed: str) -> str:
    """Name the file that the browser asks for: the longest start of what was typed."""
    return next(typed[:end] for end in range(len(typed), -1, -1) if typed[:end] in files)


def missing(communes: list[Commune], files: Mapping[str, str]) -> list[tuple[str, str]]:
    """List what can be typed whole and does not lead to its commune."""
    held = {start: {row[1] for row in json.loads(text)} for start, text in files.items()}
    names = [(one.code_insee, name) for one in communes for name in (one.nom, *one.anciens_noms)]
    folded = fold("\n".join(name for _, name in names)).split("\n")
    typed = [(code, key) for (code, _), key in zip(names, folded, strict=True)]
    typed += [
        (one.code_insee, code.lower())
        for one in communes
        for code in (one.code_insee, *one.codes_postaux)
    ]
    return [(code, key) for code, key in typed if code not in held[file_of(held, key)]]


@pytest.fixture(scope="module")
def files(france: France) -> dict[str, str]:
    """Cut the communes of France."""
    return cut(france.gazetteer.communes)


def test_no_commune_is_lost_by_any_of_its_names_and_codes(
    france: France, files: dict[str, str]
) -> None:
    assert len(france.gazetteer.communes) == 34_916
    assert missing(france.gazetteer.communes, files) == []


def test_a_file_holds_no_more_than_a_telephone_waits_for(files: dict[str, str]) -> None:
    assert max(text.count("],[") + 1 for text in files.values()) <= ROWS
    assert len(files) < 700


def test_the_first_letters_show_the_most_populous_first(files: dict[str, str]) -> None:
    first = [row[0] for row in json.loads(files[file_of(files, "s")])]
    assert first[:3] == ["Strasbourg", "Saint-Étienne", "Saint-Denis"]
    assert [row[0] for row in json.loads(files[""])][:3] == ["Paris", "Marseille", "Lyon"]


def test_a_row_says_what_a_reader_is_shown_and_where_it_is() -> None:
    one = commune("29232", "Quimper", "29000", latitude=47.99604, longitude=-4.10247)
    assert json.loads(cut([one])[""]) == [["Quimper", "29232", "29000", 479960, -41025]]


def test_a_merged_commune_is_found_by_its_old_name_which_the_row_says() -> None:
    one = commune("01015", "Arboys en Bugey", "01300", anciens_noms=("Arbignieu",))
    whole = ["Arboys en Bugey", "01015", "01300", 465000, 22500]
    assert json.loads(cut([one])[""]) == [whole, [*whole, "Arbignieu"]]


def test_what_is_too_much_for_a_file_has_files_of_its_own() -> None:
    many = [commune(f"{1000 + n}", f"Ax {n:04}", "09110") for n in range(ROWS)]
    others = [commune("90000", "Belfort", "90000"), commune("14047", "Bayeux", "14400")]
    files = cut([*many, *others])
    kept = {row[0] for row in json.loads(files[""])}
    assert {"Belfort", "Bayeux"} < kept
    assert len(kept) < LIKELIEST + 10
    assert missing([*many, *others], files) == []


def test_homonyms_are_all_there_whatever_their_number() -> None:
    many = [commune(f"{10000 + n}", "Saint-Martin", "75001") for n in range(2 * ROWS)]
    files = cut(many)
    assert len(json.loads(files["saint martin"])) == 2 * ROWS


NAMES = st.text("abé-' S", min_size=1, max_size=6)


CODES = st.sampled_from(["01000", "01100", "2A100"])


@given(st.lists(st.tuples(NAMES, CODES), min_size=1, max_size=600))
def test_whatever_the_names_none_is_lost(named: list[tuple[str, str]]) -> None:
    communes = [commune(f"{n:05}", name, postcode) for n, (name, postcode) in enumerate(named)]
    assert missing(communes, cut(communes)) == []
