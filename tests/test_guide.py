"""The guide of the editors: whole, short, and each of its examples tried."""

from __future__ import annotations

import argparse
import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from generator import schema, texts
from generator.__main__ import parser
from generator.centres import Centre, Liste, Retrait
from generator.checker import read
from generator.choices import Groupe
from generator.delais import AVERTIR, MARQUER
from generator.front_matter import FrontMatter, Lecteur, Relecture
from generator.glossary import Glossaire, Terme
from generator.historique import Changement, Fiche, Historique
from generator.inputs import Inputs
from generator.sources import Source, Verification
from generator.texts import BLOCKS
from tests.samples import FILE, LISTE, TODAY, entry, france, register, source, yaml_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
TASKS = {
    "Changer un numéro de téléphone",
    "Ajouter un centre",
    "Retirer un centre",
    "Changer un texte",
    "Ajouter une image",
    "Faire relire",
    "Dire ce qui a changé",
    "Revenir en arrière",
    "Publier",
    "Vérifier ce qui vieillit",
    "Comparer la liste au registre national",
}
"""What an editor comes for: each is told in under ten lines."""


def sections() -> dict[str, str]:
    """Give the text of each section by its title."""
    parts = re.split(r"^## (.*)\n", GUIDE, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield each command with its parser."""
    for action in parser()._actions:  # noqa: SLF001  # argparse has no other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  # as above
            yield from action.choices.items()


def test_the_guide_opens_with_what_editors_come_for() -> None:
    assert next(iter(sections())) == "Changer un numéro de téléphone"


def test_each_task_is_told_in_under_ten_lines() -> None:
    told = sections()
    lines = {task: len([line for line in told[task].split("\n") if line]) for task in TASKS}
    assert {task: count for task, count in lines.items() if count >= 10} == {}


def test_no_line_of_the_guide_is_too_long_to_read_in_a_plain_program() -> None:
    texts_ = [line for line in GUIDE.split("\n") if not line.startswith("|")]
    assert [line for line in texts_ if len(line) > 122] == []


def test_every_command_and_option_is_in_the_guide() -> None:
    table = sections()["Toutes les commandes"]
    for name, command in commands():
        (row,) = [one for one in table.split("\n") if re.match(rf"\| `{name}\b", one)]
        options = [option for one in command._actions for option in one.option_strings]  # noqa: SLF001  # as above
        assert set(options) - {"-h", "--help"} <= set(re.findall(r"--[\w-]+", row)), name
    assert "`--racine DOSSIER`" in table


def test_the_guide_names_only_commands_and_options_that_exist() -> None:
    known = dict(commands())
    asked = re.findall(r"-m generator ([a-z][a-z-]*)((?: --?[\w-]+)*)", GUIDE.replace("\n   ", ""))
    assert {name for name, _ in asked} >= {
        "a-verifier",
        "diff",
        "finess",
        "journal",
        "liens",
        "nouveau",
    }
    for name, options in asked:
        real = {option for one in known[name]._actions for option in one.option_strings}  # noqa: SLF001  # as above
        assert set(options.split()) <= real


def test_every_make_target_of_the_guide_exists() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"`make ([a-z-]+)`", GUIDE)) <= set(targets)


def test_every_link_within_the_guide_leads_to_a_section() -> None:
    slugs = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in sections()}
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= slugs


def test_the_ages_that_mkdocs_yml_sets_are_in_the_guide() -> None:
    assert [key for key in (AVERTIR, MARQUER) if f"`{key}`" not in GUIDE] == []


@pytest.mark.parametrize("key", ["telephone", "verifie", "retire", "anciens_ids", "groupe"])
def test_what_the_guide_adds_to_a_hospital_passes_the_check(key: str) -> None:
    found = re.findall(rf"`{key}: ([^`]+)`", GUIDE)
    assert found
    for value in found:
        official = {**LISTE, "officielle": re.findall(r"`officielle: ([^`]+)`", GUIDE)[0]}
        cited = [source(url="https://exemple.fr"), register()]
        listed = yaml_list(entry(sources=cited, **{key: value}), liste=official)
        text = listed if key == "groupe" else yaml_list(entry(**{key: value}))
        (centre,) = read(text.encode(), FILE, france(), TODAY).centres
        assert getattr(centre, key)


def test_what_the_guide_adds_to_a_page_passes_the_check() -> None:
    (value,) = re.findall(r"`relu_par: (\{[^`]+)`", GUIDE)
    page = (
        "---\ntitre: a\nobjectif: b\npublic: [patients]\nverifie_le: 2026-11\n"
        f"revision_le: 2027-05\nrelu_par: {value}\n---\n"
    )
    assert texts.check(page.encode(), "a.md", TODAY).relu_par


def test_every_group_is_in_the_guide() -> None:
    assert [groupe for groupe in get_args(Groupe) if f"`{groupe}`" not in GUIDE] == []


@pytest.mark.parametrize(
    "model",
    [
        Centre,
        Liste,
        Source,
        Verification,
        Retrait,
        FrontMatter,
        Relecture,
        Glossaire,
        Terme,
        Historique,
        Changement,
        Fiche,
    ],
)
def test_every_key_an_editor_may_write_is_in_the_guide(
    model: type[BaseModel],
) -> None:
    unsaid = [key for key in model.model_fields if f"`{key}`" not in GUIDE]
    assert unsaid == []


def test_the_guide_explains_each_key_of_a_hospital_as_an_editors_program_does() -> None:
    keys = json.loads(schema.text())["properties"]["centres"]["items"]["properties"]
    rows = []
    for key, told in keys.items():
        inner = told.get("items", told)
        named = {" Au choix : ": inner.get("enum"), " Ses clés : ": inner.get("properties")}
        more = [f"{sign}`{'`, `'.join(words)}`." for sign, words in named.items() if words]
        rows.append(f"| `{key}` | {told['description']}{''.join(more)} |")
    table = GUIDE.partition("### Ce que veut dire chaque clé")[2].strip().split("\n\n")[0]
    assert table.splitlines()[2:] == rows


def test_every_block_a_page_may_ask_for_is_in_the_guide() -> None:
    assert [block for block in BLOCKS if f"`<!-- bloc: {block} -->`" not in GUIDE] == []


def test_the_example_of_the_guide_passes_the_check() -> None:
    example = re.search(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert example
    head = "liste:\n  etat_au: 2026-11\n  origine: Essai.\n  avertissement: Essai.\ncentres:\n"
    france = Inputs.of(ROOT).france()
    directory = read((head + example[1]).encode(), "exemple.yaml", france, date(2026, 11, 22))
    (centre,) = directory.centres
    unset = [key for key in Centre.model_fields if getattr(centre, key) in (None, ())]
    assert unset == []


def test_the_example_of_a_page_in_the_guide_passes_the_check() -> None:
    example = re.search(r"```yaml\n(---\n.*?---\n)```", GUIDE, re.DOTALL)
    assert example
    page = texts.check(example[1].encode(), "exemple.md", date(2026, 11, 22))
    assert [key for key in FrontMatter.model_fields if not getattr(page, key)] == []


def test_the_guide_says_each_key_of_a_page_in_a_line_of_its_table() -> None:
    section = sections()["Une page, clé par clé"]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(FrontMatter.model_fields)
    assert [one for one in get_args(Lecteur) if f"`{one}`" not in section] == []
