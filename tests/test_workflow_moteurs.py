"""What compares the engines each week: what it may do, and that it runs what exists."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import yaml

from benchmarks.moteurs import BUILDS
from generator.__main__ import parser
from generator.export import ENGINES

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github" / "workflows"
TEXT = (FOLDER / "moteurs.yml").read_text("utf-8")
WORKFLOW: dict[str, Any] = yaml.load(TEXT, Loader=yaml.BaseLoader)  # noqa: S506  # texts alone
[JOB] = WORKFLOW["jobs"].values()
LINES = [line.strip() for step in JOB["steps"] for line in step.get("run", "").split("\n") if line]


def test_it_may_only_read_and_holds_no_secret() -> None:
    assert WORKFLOW["permissions"] == {}
    assert JOB["permissions"] == {"contents": "read"}
    assert "secrets." not in TEXT
    assert "token" not in TEXT
    assert "pull_request_target" not in TEXT
    assert JOB["steps"][0]["with"] == {"persist-credentials": "false"}


def test_its_actions_are_those_of_the_other_workflows_at_the_same_commit() -> None:
    used = [step["uses"] for step in JOB["steps"] if "uses" in step]
    assert [name.partition("@")[0] for name in used] == ["actions/checkout"]
    others = (FOLDER / "publication.yml").read_text("utf-8")
    assert all(f"uses: {name} #" in others for name in used)


def test_every_engine_is_compared_each_week_and_where_a_request_touches_them() -> None:
    assert JOB["strategy"]["matrix"]["moteur"] == [*ENGINES] == [*BUILDS]
    assert WORKFLOW["on"].keys() == {"schedule", "workflow_dispatch", "pull_request"}
    folders = [one.removesuffix("/**") for one in WORKFLOW["on"]["pull_request"]["paths"]]
    assert [one for one in folders if not [*ROOT.glob(one)]] == []
    assert int(JOB["timeout-minutes"]) <= 30


def test_what_it_runs_exists() -> None:
    assert not any("${{" in line for line in LINES)
    ours = [shlex.split(line)[3:] for line in LINES if "-m generator" in line]
    assert [parser().parse_args([*one[:2]]).commande for one in ours] == ["export", "finir"]
    assert [one[2:] for one in ours] == [["--moteur", "$MOTEUR"], []]
    for path in re.findall(r"tests/[\w./]+|tools/[\w./]+", "\n".join(LINES)):
        assert (ROOT / path).is_file(), path
    assert "\n.venv/installed-test:" in (ROOT / "Makefile").read_text("utf-8")
    assert "SITE_A_AUDITER" in (ROOT / "tests/audit/conftest.py").read_text("utf-8")
    assert (ROOT / "decisions" / "0001-moteur.md").is_file()
