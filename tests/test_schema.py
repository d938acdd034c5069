"""The schema of the list: what an editor's program is told, and that the check agrees."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from generator import schema
from generator.__main__ import main
from generator.centres import Annuaire, Centre, Liste, Retrait
from generator.choices import MEANINGS, Fait, Groupe, Langue, Maladie, Nature, Public
from generator.sources import Source, Verification
from tests.samples import LISTE, entry, lille, problems, register, source, without, yaml_list
from tests.typed import RIGHT, SLIPS, places, read_core, spoilt, wrong

if TYPE_CHECKING:
    from pydantic import BaseModel

    from tests.samples import Value

ROOT = Path(__file__).parents[1]
SCHEMA: dict[str, Any] = json.loads(schema.text())
CENTRE = SCHEMA["properties"]["centres"]["items"]
GROUPS: list[tuple[type[BaseModel], dict[str, Any]]] = [
    (Annuaire, SCHEMA),
    (Liste, SCHEMA["properties"]["liste"]),
    (Centre, CENTRE),
    (Source, CENTRE["properties"]["sources"]["items"]),
    (Verification, CENTRE["properties"]["verifie"]),
    (Retrait, CENTRE["properties"]["retire"]),
]


def _as_in_javascript(part: dict[str, Any]) -> dict[str, Any]:
    """Read « $ » as the very end; Python lets a line end come after it."""
    pattern = part.get("pattern")
    return part | {"pattern": pattern.replace("$", r"\Z")} if isinstance(pattern, str) else part


VALIDATOR = jsonschema.Draft7Validator(json.loads(schema.text(), object_hook=_as_in_javascript))


def changed(**changes: Value) -> str:
    """Type Lyon Sud so changed."""
    return yaml_list(entry(**changes))


# What the check refuses and no schema can: its sentence, and a list that has nothing else wrong.
BEYOND = {
    "la clé d'un numéro FINESS": ("le numéro FINESS « .* » est faux", changed(finess="690784138")),
    "une date à venir": ("la date « .* » est dans le futur", changed(ouvert_depuis="2026-12")),
    "un jour hors du calendrier": (
        "la date « [0-9]{4}-(02-(29|30|31)|(0[469]|11)-31) » doit exister",
        changed(ouvert_depuis="2023-02-29"),
    ),
    "le plan de numérotation": (
        "le téléphone « ([^0-9]*[0-9]){9,}[^0-9]* » n'est pas",
        changed(telephone='"00 42 49 49 49"'),
    ),
    "un téléphone sans guillemets": (
        r"le téléphone « -?[0-9]+(\.[0-9]+)? » n'est pas",
        changed(telephone="3624"),
    ),
    "un port qui n'existe pas": (
        "l'adresse « [^ ]*:[0-9]{5}[^ ]* » doit commencer",
        changed(site_web="https://www.aphp.fr:65536"),
    ),
    "un texte trop long": ("dépasse 1500 caractères", changed(reserve="é" * 1501)),
    "un nom écrit deux fois": (
        "« autres_noms » contient deux fois",
        changed(autres_noms='[IPC, " IPC"]'),
    ),
    "un fait sans source": ("aucune source n'établit", changed(acces="Tramway")),
    "une source sans fait": (
        "la source [0-9]+ établit",
        yaml_list(without(entry(), "telephone")),
    ),
    "un fait vérifié mais absent": (
        "est dit vérifié, mais la clé manque",
        changed(verifie={"le": "2026-11-22", "par": "Camille", "quoi": "[acces]"}),
    ),
    "une commune": (
        "aucune commune|s'écrit «|n'est pas du département|n'est d'aucun département",
        changed(ville="Lion"),
    ),
    "une position": (
        "la position est à|latitude et longitude sont inversées",
        changed(latitude="48.87"),
    ),
    "deux centres pareils": ("est déjà celui du centre", yaml_list(entry(), lille(id="lyon-sud"))),
    "des guillemets mal tapés": (
        "n'est pas un guillemet pour YAML|un guillemet \\(\"\\) est seul",
        changed(nom="“Hôpital”"),
    ),
    "un guillemet oublié": (
        "un guillemet ouvert ici n'est jamais refermé",
        changed(reserve='"Oui.\n    acces: non"'),
    ),
    "une liste officielle": (
        "la liste officielle remplace ce groupe|demande la page qui publie la liste",
        changed(groupe="officielle"),
    ),
    "un mot que YAML lit autrement": ("sera mal lu sans guillemets", changed(nom="yes")),
    "une remarque par mégarde": ("« # » serait perdu", changed(adresse="Bâtiment #2")),
    "des degrés écrits autrement": (
        r"« ([-+.0-9]+(e[-+]?[0-9]+)?|0x[0-9A-F]+|\.nan) » n'est pas un nombre de degrés",
        changed(latitude="+45.700182"),
    ),
    "un nombre écrit autrement": (r"« [0-9]+\.0 » doit", changed(code_postal="69310.0")),
    "un caractère invisible": ("caractère invisible", changed(nom='"Lyon\\u200bSud"')),
    "une clé écrite deux fois": ("est déjà écrite ligne", changed(nom="Lyon\n    nom: Lyon")),
    "une marque de YAML": ("la marque « &a » n'est pas permise", changed(nom="&a Lyon")),
}


def refused(text: str) -> bool:
    """Tell whether an editor's program would underline something."""
    return not VALIDATOR.is_valid(read_core(text))


def unsaid(text: str) -> list[str]:
    """List what the check finds wrong and a schema could say."""
    beyond = "|".join(sentence for sentence, _ in BEYOND.values())
    return [one for one in problems(text) if not re.search(beyond, one)]


def test_the_schema_is_the_models() -> None:
    written = (ROOT / "data" / schema.FILE).read_text("utf-8")
    assert written == schema.text(), (
        f"data/{schema.FILE} n'est plus à jour. Lancez : .venv/bin/{schema.COMMAND}"
    )


def test_the_command_writes_the_schema_beside_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    assert main(["--racine", str(tmp_path), *schema.COMMAND.split()[3:]]) == 0
    assert (tmp_path / "data" / schema.FILE).read_bytes() == schema.text().encode()
    assert capsys.readouterr().out == "data/centres.schema.json est à jour.\n"


def test_the_list_names_its_schema_and_passes_it() -> None:
    text = (ROOT / "data" / "centres.yaml").read_text("utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={schema.FILE}\n")
    assert [error.message for error in VALIDATOR.iter_errors(read_core(text))] == []


def test_the_schema_is_of_draft_07_and_refers_to_nothing() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$ref" not in schema.text()


def test_each_pattern_has_only_escapes_that_javascript_knows() -> None:
    patterns = re.findall(r'"pattern": (".*")', schema.text())
    escapes = {escape for one in patterns for escape in re.findall(r"\\(u....|.)", json.loads(one))}
    assert escapes == {"s", "S", "w", "\\", ".", "u00a0", "u202f"}


@pytest.mark.parametrize(("model", "group"), GROUPS)
def test_each_key_has_its_title_and_description_in_french(
    model: type[BaseModel], group: dict[str, Any]
) -> None:
    told = {key: (one["title"], one["description"]) for key, one in group["properties"].items()}
    fields = model.model_fields.items()
    assert told == {key: (field.title, field.description) for key, field in fields}
    assert all(description.endswith(".") for _, description in told.values())
    assert (group["additionalProperties"], group["required"]) == (
        False,
        [key for key, field in fields if field.is_required()],
    )


@pytest.mark.parametrize(("model", "group"), GROUPS)
def test_each_key_has_examples_and_none_that_a_program_would_type_alone(
    model: type[BaseModel], group: dict[str, Any]
) -> None:
    for key, one in group["properties"].items():
        inner = one.get("items", one)
        if "properties" in inner:
            assert "examples" not in one, "un groupe a ceux de ses clés"
        else:
            assert one["examples"] == model.model_fields[key].examples
            assert len(one["examples"]) >= (1 if "enum" in inner or "items" in one else 2), key


@pytest.mark.parametrize(
    ("number", "key", "example"),
    [
        (number, key, example)
        for number, (_, group) in enumerate(GROUPS)
        for key, one in group["properties"].items()
        for example in one.get("examples", [])
    ],
)
def test_each_example_is_right_for_both(number: int, key: str, example: object) -> None:
    written = json.dumps(example, ensure_ascii=False)
    check = {"le": "2026-11-20", "par": "Camille", "quoi": "[telephone]"}
    left = {"le": "2026-11", "motif": "fermé"}
    text = [
        "",
        yaml_list(entry(), liste=LISTE | {key: written}),
        changed(**{key: written}),
        changed(sources=[source(), register(), source(**{key: written})]),
        changed(verifie=check | {key: written}),
        changed(retire=left | {key: written}),
    ][number]
    assert not refused(text)
    assert unsaid(text) == []


def test_each_word_is_explained_and_no_other() -> None:
    kinds = (Groupe, Public, Maladie, Fait, Nature, Langue)
    assert list(MEANINGS) == [word for kind in kinds for word in dict.fromkeys(get_args(kind))]


@pytest.mark.parametrize(("sentence", "text"), BEYOND.values(), ids=BEYOND)
def test_what_no_schema_can_say_is_left_to_the_check(sentence: str, text: str) -> None:
    assert not refused(text)
    assert [bool(re.search(sentence, one)) for one in problems(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "liste",
        changed().partition("centres:")[0],
        "centres:" + changed().partition("centres:")[2],
        changed().partition("centres:")[0] + "centres:\n",
        changed().partition("centres:")[0] + "centres: []\n",
        changed() + "autre: 1\n",
        *(spoilt(number, "autre", value="a") for number in range(6)),
    ],
)
def test_both_refuse_a_part_too_few_or_a_key_too_many(text: str) -> None:
    assert refused(text)
    assert problems(text) != []


@settings(max_examples=50)
@given(RIGHT)
def test_a_right_list_is_right_for_both(text: str) -> None:
    assert problems(text) == []
    assert not refused(text)


@pytest.mark.parametrize(("number", "key"), places())
def test_both_refuse_the_same_values_but_for_what_no_schema_can_say(number: int, key: str) -> None:
    for value in (None, *SLIPS):
        agree(spoilt(number, key, value=value))


@settings(max_examples=150)
@given(wrong())
def test_both_refuse_the_same_slips_but_for_what_no_schema_can_say(text: str) -> None:
    agree(text)


def agree(text: str) -> None:
    """Hold that what is underlined is refused, and that nothing else that could be is."""
    try:
        underlined = refused(text)
    except yaml.YAMLError:
        underlined = True
    if underlined:
        assert problems(text) != []
    else:
        assert unsaid(text) == []
