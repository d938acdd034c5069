"""What the repository promises: its guides, its pinned packages, its commands."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import generator

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
LOCKS = ("requirements.txt", "requirements-test.txt", "tools/requirements.txt")


def test_the_package_says_when_to_read_each_of_its_modules() -> None:
    names = {path.stem for path in (ROOT / "generator").glob("*.py")} - {"__init__"}
    assert set(re.findall(r"`(\w+)`", generator.__doc__ or "")) == names


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
