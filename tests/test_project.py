"""What the repository promises: its guides, its pinned packages, its commands."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from generator import schema, texts
from generator.centres import Centre, Liste, Retrait
from generator.directory import read
from generator.front_matter import FrontMatter, Lecteur, Relecture
from generator.glossary import Glossaire, Terme
from generator.inputs import Inputs
from generator.sources import Source, Verification
from generator.texts import BLOCKS

if TYPE_CHECKING:
    from pydantic import BaseModel

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
LOCKS = ("requirements.txt", "requirements-test.txt", "tools/requirements.txt")


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
    section = GUIDE[GUIDE.index("## Modifier un texte") : GUIDE.index("## Publier")]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(FrontMatter.model_fields)
    assert [one for one in get_args(Lecteur) if f"`{one}`" not in section] == []


def test_the_guide_opens_with_what_editors_come_for() -> None:
    assert re.findall(r"^## (.*)$", GUIDE, re.MULTILINE)[0] == "Modifier un centre"


@pytest.mark.parametrize("lock", LOCKS)
def test_pinned_packages_have_hashes_and_name_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"https?:|file:|--index|--extra|--find|/opt|/work", text)
    pinned = re.findall(
        r"^[\w.-]+==.*\\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+", text, re.MULTILINE
    )
    assert len(pinned) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE)) > 0


def test_the_readme_names_only_commands_that_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b(?! if)", README)) <= targets
    assert {"serve", "test", "build", "check"} <= targets


def test_continuous_integration_runs_only_what_the_readme_names() -> None:
    commands = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[2:]
    assert commands == ["make test", "make build"]
    assert all(command in README for command in commands)


@pytest.mark.parametrize(
    ("chromium", "expected"),
    [
        ("/absent", "CHROMIUM=/absent n'est pas un programme : corrigez ce chemin.\n"),
        (
            "",
            "Les tests ont besoin d'autres programmes. Installez-les : apt-get install"
            " chromium-headless-shell\n"
            "ou indiquez un Chromium : make test CHROMIUM=/chemin/de/chromium\n",
        ),
    ],
)
def test_without_chromium_the_tests_say_what_to_do(
    chromium: str, expected: str, tmp_path: Path
) -> None:
    asked = subprocess.run(
        ["/bin/sh", ROOT / "tools" / "chromium.sh"],
        env={"CHROMIUM": chromium, "PATH": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (asked.returncode, asked.stderr) == (1, expected)
