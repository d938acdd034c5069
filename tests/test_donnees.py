"""The list as JSON, read back by another reader, and its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import from_json

from generator import donnees
from generator.choices import MEANINGS, Groupe
from generator.releve import Preuves, Releve
from tests.listed import DRAFT, HOME, OFFICIAL, REAL, SAMPLE, dialled, listed, typed

if TYPE_CHECKING:
    from generator.publication import Publication

TEXTS = st.text(
    st.one_of(
        st.sampled_from("=+-@\t\r\n;,|\"'\\<>&\u2028\u2029\u00a0é œŒ🙂"),
        st.characters(exclude_categories=["Cs"]),
    )
)
SCHEMA = from_json(donnees.schema_text(OFFICIAL))


def read(text: str, publication: Publication = OFFICIAL) -> dict[str, Any]:
    """Read the JSON of a list."""
    made: dict[str, Any] = from_json(donnees.json_text(donnees.whole(listed(text), publication)))
    return made


@pytest.mark.parametrize("text", [REAL, SAMPLE], ids=["the real list", "a sample"])
def test_every_field_of_the_json_is_that_of_the_yaml(text: str) -> None:
    yaml, made = typed(text), read(text)
    for name in ("etat_au", "origine", "avertissement"):
        assert made[name] == yaml["liste"][name]
    for one, record in zip(yaml["centres"], made["centres"], strict=True):
        assert {key: value for key, value in record.items() if key not in _MADE} == {
            **{key: one.get(key) for key in _SAME},
            "latitude": float(one["latitude"]),
            "longitude": float(one["longitude"]),
            "telephone": dialled(one["telephone"]) if "telephone" in one else None,
            "autres_noms": one.get("autres_noms", []),
            "anciens_ids": one.get("anciens_ids", []),
            "sources": [_source(source) for source in one["sources"]],
            "preversion": False,
            "liste_etat_au": yaml["liste"]["etat_au"],
            "page": f"{HOME}centres/{one['id']}/",
        }
        for fact, proof in record["preuves"].items():
            ranks = [
                rank for rank, source in enumerate(one["sources"], 1) if fact in source["etablit"]
            ]
            check = one.get("verifie", {"quoi": []})
            told = {"le": check["le"], "par": check["par"]} if fact in check["quoi"] else None
            stated = fact in one or fact in {"activite", "position"}
            assert (proof is not None) == stated
            if proof:
                assert (proof["sources"], proof["verifie"]) == (ranks, told)


_SAME = {
    *("id", "groupe", "nom", "etablissement", "finess", "adresse", "code_postal", "ville"),
    *("site_web", "publics", "maladies", "ouvert_depuis", "acces", "hebergement", "reserve"),
    "retire",
}
_MADE = {"departement", "departement_nom", "region", "telephone_national", "preuves"}


def _source(one: dict[str, Any]) -> dict[str, Any]:
    date = None if one["date"] == "inconnue" else one["date"]
    return {"langue": None, "copie_lue_en": None, "nature": "autre", **one, "date": date}


def test_a_record_says_where_the_hospital_is_and_how_to_dial() -> None:
    told = {
        one["id"]: tuple(one[key] for key in ("departement", "departement_nom", "region"))
        for one in read(SAMPLE)["centres"]
    }
    assert told == {
        "lyon-sud": ("69", "Rhône", "Auvergne-Rhône-Alpes"),
        "ajaccio": ("2A", "Corse-du-Sud", "Corse"),
        "saint-denis": ("974", "La Réunion", "La Réunion"),
        "nice": ("06", "Alpes-Maritimes", "Provence-Alpes-Côte d’Azur"),
        "lille": ("59", "Nord", "Hauts-de-France"),
    }
    assert [one["telephone_national"] for one in read(SAMPLE)["centres"]] == [
        "04 78 86 18 01",
        None,
        "0262 90 50 50",
        "04 78 86 18 01",
        "03 20 44 59 62",
    ]


def test_what_a_fact_rests_on_is_told_as_on_the_page() -> None:
    first, second = read(SAMPLE)["centres"][:2]
    phrases = {fact: proof["phrase"] for fact, proof in first["preuves"].items()}
    assert phrases == {
        "activite": "Présence annoncée par l’hôpital lui-même (Hospices civils de Lyon,"
        " 11\u00a0septembre\u00a02023), non revérifiée",
        "adresse": "Vérifié le\u00a020\u00a0novembre\u00a02026 par Camille d'Œuvre",
        "position": "Position relevée dans le registre FINESS en\u00a0mars\u00a02020,"
        " non revérifiée",
        "telephone": "Vérifié le\u00a020\u00a0novembre\u00a02026 par Camille d'Œuvre",
        **dict.fromkeys(
            ("publics", "maladies", "acces", "hebergement"),
            "Information annoncée par l’hôpital lui-même (Hospices civils de Lyon,"
            " 11\u00a0septembre\u00a02023), non revérifiée",
        ),
    }
    unknown = [fact for fact, proof in second["preuves"].items() if proof is None]
    assert unknown == ["telephone", "publics", "maladies", "acces", "hebergement"]
    assert [second[fact] for fact in unknown] == [None] * 5


def test_a_preversion_says_so_in_each_record_and_invents_no_one() -> None:
    made = read(REAL, DRAFT)
    assert {one["preversion"] for one in [made, *made["centres"]]} == {True}
    assert {one["page"] for one in [made, *made["centres"]]} == {None}
    assert (made["editeur"], made["valide_par"], made["officielle"]) == (None, None, None)
    assert made["licence"] == "Licence Ouverte 2.0"
    assert "Ce n’est pas un numéro d’urgence." in made["urgence"]


def test_an_official_list_is_named() -> None:
    official = (
        '  officielle: {titre: "La liste", editeur: Ministère, date: 2026,'
        " url: https://www.chu-lyon.fr/car-t}\n"
    )
    text = SAMPLE.replace("centres:\n", f"{official}centres:\n", 1)
    text = text.replace("groupe: liste_2021", "groupe: officielle")
    text = text.replace("groupe: depuis", "groupe: officielle")
    assert read(text)["officielle"] == {
        "titre": "La liste",
        "editeur": "Ministère",
        "url": "https://www.chu-lyon.fr/car-t",
        "date": "2026",
        "langue": None,
        "copie_lue_en": None,
    }
    jsonschema.Draft202012Validator(SCHEMA).validate(read(text))


@pytest.mark.parametrize("text", [REAL, SAMPLE], ids=["the real list", "a sample"])
@pytest.mark.parametrize("publication", [OFFICIAL, DRAFT], ids=["official", "draft"])
def test_the_schema_takes_every_file_that_the_site_makes(
    text: str, publication: Publication
) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(read(text, publication))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("finess", 690784137),
        ("finess", "69078413"),
        ("code_postal", 6200),
        ("telephone", "04 78 86 18 01"),
        ("publics", ["adulte"]),
        ("latitude", 91),
        ("latitude", "45.7"),
        ("liste_etat_au", "novembre"),
        ("preversion", None),
        ("site_web", "www.a.fr"),
        ("autre", 1),
    ],
)
def test_the_schema_refuses_what_the_site_never_writes(key: str, value: object) -> None:
    made = read(SAMPLE)
    made["centres"][0][key] = value
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(made)


def test_the_schema_wants_every_key_and_explains_each_in_french() -> None:
    record = SCHEMA["$defs"]["Releve"]
    assert record["required"] == list(record["properties"]) == list(Releve.model_fields)
    assert "description" in SCHEMA
    for part in [SCHEMA, *SCHEMA["$defs"].values()]:
        assert part["title"]
        for told in part["properties"].values():
            assert told["title"][0].isupper()
            assert told["description"].endswith(".")
    said = donnees.schema_text(OFFICIAL)
    assert record["properties"]["groupe"]["oneOf"] == [
        {"const": word, "description": MEANINGS[word]} for word in get_args(Groupe)
    ]
    assert Releve.__doc__
    assert Preuves.__doc__
    assert Releve.__doc__ not in said
    assert Preuves.__doc__ not in said


def test_the_schema_has_an_address_once_the_site_has_one() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == f"{HOME}donnees/centres.schema.json"
    assert "$id" not in from_json(donnees.schema_text(DRAFT))
    assert read(SAMPLE)["$schema"] == "centres.schema.json"


@given(TEXTS)
@example('"}; =cmd|\u2028</script>\\')
def test_any_text_survives_json(text: str) -> None:
    whole = donnees.whole(listed(SAMPLE), OFFICIAL)
    record = whole.centres[0].model_copy(update={"nom": text})
    made = donnees.json_text(whole.model_copy(update={"titre": text, "centres": [record]}))
    assert (from_json(made)["titre"], from_json(made)["centres"][0]["nom"]) == (text, text)
