"""Entries of older files, read whatever today's rules say of them."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.centres import Centre, Liste, Retrait
from generator.front_matter import FrontMatter
from generator.glossary import Terme
from generator.lenient import lenient
from generator.sources import Source, Verification

if TYPE_CHECKING:
    from pydantic import BaseModel

    from generator.events import Value

SOUND: Value = {
    "id": "lyon-sud",
    "groupe": "depuis",
    "nom": "Hôpital  Lyon\nSud",
    "etablissement": "HCL",
    "finess": "69 078 41 37",
    "adresse": "1 rue A",
    "code_postal": "69310",
    "ville": "Lyon",
    "latitude": "45.7",
    "longitude": "4.8",
    "telephone": "04.78.86.18.01",
    "publics": ["adultes"],
    "sources": [
        {
            "titre": "Page",
            "editeur": "HCL",
            "url": "https://a.fr",
            "date": "2023",
            "etablit": ["activite"],
        }
    ],
    "verifie": {"le": "2026-11-20", "par": "Camille", "quoi": ["adresse"]},
}
MODELS: list[type[BaseModel]] = [Centre, Liste, Source, Verification, Retrait, FrontMatter, Terme]


def changed(**changes: Value) -> Centre:
    """Read the sound hospital with some keys written otherwise."""
    assert isinstance(SOUND, dict)
    return lenient(Centre, SOUND | changes)


def test_what_satisfies_the_rules_reads_as_today() -> None:
    centre = changed()
    assert centre == Centre.model_validate(SOUND)
    assert (centre.nom, centre.telephone) == ("Hôpital Lyon Sud", "+33478861801")


def test_a_fault_leaves_the_other_keys_as_today() -> None:
    centre = changed(finess="123", couleur="bleu")
    assert centre.finess == "123"
    assert (centre.nom, centre.telephone, centre.latitude) == (
        "Hôpital Lyon Sud",
        "+33478861801",
        45.7,
    )
    assert centre.sources == Centre.model_validate(SOUND).sources


@pytest.mark.parametrize(
    ("key", "written", "expected"),
    [
        ("telephone", " 12\n34 ", "12 34"),
        ("telephone", ["0478861801"], None),
        ("nom", {"a": "b"}, ""),
        ("nom", "", ""),
        ("groupe", "autre", "autre"),
        ("publics", ["adultes", "femmes", ["x"]], ("adultes", "femmes")),
        ("publics", "adultes", ("adultes",)),
        ("publics", {"a": "b"}, ()),
        ("sources", "Page", ()),
        ("sources", ["Page"], ()),
        ("verifie", "oui", None),
        ("ouvert_depuis", "hier", "hier"),
    ],
)
def test_what_cannot_be_read_stays_a_text_or_is_as_absent(
    key: str, written: Value, expected: object
) -> None:
    assert getattr(changed(**{key: written}), key) == expected


@pytest.mark.parametrize("written", ["nord", ["1"], "45,7", ""])
def test_a_position_that_cannot_be_read_is_no_number(written: Value) -> None:
    assert isnan(changed(latitude=written).latitude)


def test_a_fault_in_a_source_leaves_the_rest_of_it() -> None:
    sources: Value = [{"titre": "Page", "url": "a.fr", "etablit": ["activite", "prix"]}]
    [source] = changed(sources=sources).sources
    assert (source.titre, source.editeur, source.url, source.nature) == (
        "Page",
        "",
        "a.fr",
        "autre",
    )
    assert source.etablit == ("activite", "prix")


def test_what_is_no_group_of_keys_holds_nothing() -> None:
    centre = lenient(Centre, "Lyon")
    assert (centre.id, centre.nom_et_ville, centre.sources, centre.telephone) == ("", "", (), None)
    assert isnan(centre.longitude)
    page = lenient(FrontMatter, None)
    assert (page.titre, page.public, page.relu_par, page.adresse_a) == ("", (), None, "")


VALUES = st.recursive(
    st.text(max_size=8) | st.sampled_from(["2026-11", "adultes", "0478861801", "45.7"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(st.sampled_from(MODELS), st.data())
def test_any_entry_is_read_with_every_key(model: type[BaseModel], data: st.DataObject) -> None:
    keys = st.dictionaries(st.sampled_from([*model.model_fields, "autre"]), VALUES)
    read = lenient(model, data.draw(keys | VALUES))
    assert read.__dict__.keys() == model.model_fields.keys()
