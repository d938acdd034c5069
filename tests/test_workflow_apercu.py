"""What a pull request starts: what it may do, and what its scripts do."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from generator.__main__ import parser
from generator.commands import COMMANDS
from generator.summary import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
FILE = ROOT / ".github" / "workflows" / "apercu.yml"
TEXT = FILE.read_text("utf-8")
WORKFLOW: dict[str, Any] = yaml.load(TEXT, Loader=yaml.BaseLoader)  # noqa: S506  # texts alone
JOBS: dict[str, Any] = WORKFLOW["jobs"]
STEPS: list[dict[str, Any]] = [step for job in JOBS.values() for step in job["steps"]]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
BASH = shutil.which("bash")
"""The shell that GitHub starts."""


def commands() -> Iterator[list[str]]:
    """Yield the words of each line by which a step runs a program of ours."""
    for step in STEPS:
        for line in step.get("run", "").split("\n"):
            if re.search(r"\bmake\b|\bgenerator\b", line):
                yield shlex.split(line.partition(">")[0])


def script(start: str) -> str:
    """Find what the step runs whose name starts so."""
    [found] = [step["run"] for step in STEPS if step.get("name", "").startswith(start)]
    return str(found)


def test_it_starts_for_a_pull_request_and_never_with_the_rights_of_its_target() -> None:
    assert WORKFLOW["on"] == "pull_request"


def test_what_runs_the_code_of_the_request_may_only_read() -> None:
    assert WORKFLOW["permissions"] == {}
    rights = {name: job["permissions"] for name, job in JOBS.items()}
    assert rights == {
        "comparer": {"contents": "read"},
        "commenter": {"pull-requests": "write"},
    }
    assert all("uses" not in step for step in JOBS["commenter"]["steps"])
    assert not re.search(r"generator|make|python", JOBS["commenter"]["steps"][0]["run"])


def test_the_token_stays_in_the_step_that_comments() -> None:
    holders = [step["name"] for step in STEPS if "token" in str(step.get("env", ""))]
    assert holders == ["Écrire le commentaire, ou changer celui d'avant"]
    assert "secrets." not in TEXT
    checkout = next(step for step in STEPS if "checkout" in step.get("uses", ""))
    assert checkout["with"]["persist-credentials"] == "false"


def test_a_fork_gets_no_comment() -> None:
    condition = JOBS["commenter"]["if"]
    assert "github.event.pull_request.head.repo.full_name == github.repository" in condition


def test_only_actions_of_github_are_used_each_at_one_commit() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert [name.partition("@")[0] for name in used] == ["actions/checkout", "actions/setup-python"]
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name) for name in used)


def test_no_word_of_the_request_is_put_in_a_script() -> None:
    assert [step["run"] for step in STEPS if "${{" in step.get("run", "")] == []


def test_every_job_ends_and_the_last_request_counts() -> None:
    assert all(int(job["timeout-minutes"]) <= 10 for job in JOBS.values())
    assert WORKFLOW["concurrency"] == {
        "group": "apercu-${{ github.event.pull_request.number }}",
        "cancel-in-progress": "true",
    }


def test_every_script_runs_only_what_exists() -> None:
    assert len(list(commands())) == 3
    made = [words[1:] for words in commands() if words[:1] == ["make"]]
    assert made == [[".venv/installed"]]
    assert f"\n{made[0][0]}:" in MAKEFILE
    ours = [words[3:] for words in commands() if words[1:3] == ["-m", "generator"]]
    assert [words[0] for words in ours] == ["check", "diff"]
    assert {words[0] for words in ours} <= COMMANDS.keys()


def test_the_request_is_compared_with_the_branch_that_it_is_merged_into() -> None:
    [typed] = [words[3:] for words in commands() if words[3:4] == ["diff"]]
    options = parser().parse_args(typed)
    assert options.version == "HEAD^1"
    # A variable of Linux holds 131 072 bytes with its name, and a character takes four at most.
    assert options.limite * 4 + 1000 < 131_072
    [checkout] = [step for step in STEPS if "checkout" in step.get("uses", "")]
    assert checkout["with"]["fetch-depth"] == "2"


def run(text: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a step's script as GitHub does."""
    assert WORKFLOW["defaults"]["run"]["shell"] == "bash"
    assert BASH
    return subprocess.run(
        [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", text],
        cwd=folder,
        env={"PATH": f"{folder}/bin:/usr/bin:/bin", **env},
        capture_output=True,
        text=True,
        check=False,
    )


def program(path: Path, text: str) -> None:
    """Write a program that stands for another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/bash\n{text}\n", "utf-8")
    path.chmod(0o755)


def test_the_text_goes_to_the_summary_and_to_the_next_job(tmp_path: Path) -> None:
    program(tmp_path / ".venv/bin/python", "printf '%s\\n' '<!-- a -->' 'EOF' 'é « b »' '' 'c'")
    env = {"GITHUB_OUTPUT": "sortie", "GITHUB_STEP_SUMMARY": "resume", "RUNNER_TEMP": "."}
    assert run(script("Dire"), tmp_path, **env).returncode == 0
    assert run(script("Dire"), tmp_path, **env).returncode == 0
    text = "<!-- a -->\nEOF\né « b »\n\nc\n"
    assert (tmp_path / "resume").read_text("utf-8") == text * 2
    kept = (tmp_path / "sortie").read_text("utf-8")
    first, second = re.fullmatch(
        rf"texte<<([0-9a-f]{{32}})\n{text}\1\ntexte<<([0-9a-f]{{32}})\n{text}\2\n", kept
    ).groups()  # type: ignore[union-attr]  # the test fails there
    assert first != second


def test_a_comparison_that_fails_ends_the_step(tmp_path: Path) -> None:
    program(tmp_path / ".venv/bin/python", "echo moitié; exit 1")
    env = {"GITHUB_OUTPUT": "sortie", "GITHUB_STEP_SUMMARY": "resume", "RUNNER_TEMP": "."}
    assert run(script("Dire"), tmp_path, **env).returncode == 1
    assert not (tmp_path / "sortie").exists()


GH = r"""
printf '%s\0' "$@" >> appels; printf '\n' >> appels
if [[ "$*" == *--paginate* ]]; then printf '%s' "$ANCIENS"; exit "$ECHEC"; fi
"""


def commented(tmp_path: Path, earlier: str, failure: str = "0") -> tuple[int, list[list[str]]]:
    """Comment a request; return how it ended, and the words of each call of gh."""
    program(tmp_path / "bin/gh", GH)
    env = {"GITHUB_REPOSITORY": "o/d", "DEMANDE": "7", "TEXTE": f'{MARK}\n« @a "b" $(c) »'}
    done = run(script("Écrire"), tmp_path, **env, ANCIENS=earlier, ECHEC=failure)
    calls = (tmp_path / "appels").read_text("utf-8").split("\0\n")[:-1]
    return done.returncode, [call.split("\0") for call in calls]


BODY = ["--raw-field", f'body={MARK}\n« @a "b" $(c) »']


def test_a_first_comment_is_written(tmp_path: Path) -> None:
    code, [sought, written] = commented(tmp_path, "")
    assert code == 0
    assert sought[:3] == ["api", "--paginate", "repos/o/d/issues/7/comments"]
    assert f'startswith("{MARK}")' in sought[4]
    assert 'select(.user.login == "github-actions[bot]")' in sought[4]
    assert written == [
        *("api", "--silent", "--method", "POST", "repos/o/d/issues/7/comments"),
        *BODY,
    ]


def test_the_earlier_comment_is_changed(tmp_path: Path) -> None:
    code, [_, written] = commented(tmp_path, "41\n42\n")
    assert code == 0
    assert written == [
        *("api", "--silent", "--method", "PATCH", "repos/o/d/issues/comments/41"),
        *BODY,
    ]


def test_no_second_comment_is_written_where_the_first_could_not_be_sought(tmp_path: Path) -> None:
    code, calls = commented(tmp_path, "", failure="1")
    assert code == 1
    assert len(calls) == 1
