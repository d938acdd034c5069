"""What GitHub runs by itself: the publication of a version, and what is told each week."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.commands import COMMANDS

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github" / "workflows"
NAMES = ("publication", "hebdomadaire")
WORKFLOWS: dict[str, dict[str, Any]] = {
    # Every value as text: else « on » is True.
    name: yaml.load((FOLDER / f"{name}.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    for name in NAMES
}
JOBS = [(name, job) for name in NAMES for job in WORKFLOWS[name]["jobs"]]
GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> calls
case "$1 $2" in
  "issue list") cat open ;;
  "release view") exit "$(cat absent)" ;;
esac
"""


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in WORKFLOWS[name]["jobs"].values() for step in job["steps"]]


def commands(name: str) -> str:
    return "\n".join(step["run"] for step in steps(name) if "run" in step)


def run(name: str, step: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does, with a `gh` that notes what it is asked."""
    (found,) = (one for one in steps(name) if one.get("name") == step)
    (folder / "gh").write_text(GH, "utf-8")
    (folder / "gh").chmod(0o755)
    given = {key: value for key, value in found.get("env", {}).items() if "${{" not in value}
    return subprocess.run(
        ["bash", "-e", "-c", found["run"]],  # noqa: S607  # the one of GitHub's machine, as here
        cwd=folder,
        env={
            "PATH": f"{folder}:{os.environ['PATH']}",
            "TAG": "v1.2.0",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_REPOSITORY": "essai/site",
            "GITHUB_RUN_ID": "42",
            "GITHUB_STEP_SUMMARY": "summary.md",
            **given,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def asked(folder: Path) -> list[str]:
    return (folder / "calls").read_text("utf-8").splitlines()


def test_only_a_named_version_is_published() -> None:
    assert WORKFLOWS["publication"]["on"] == {"push": {"tags": ["v*"]}}


def test_what_is_due_is_told_each_week_and_on_demand() -> None:
    assert WORKFLOWS["hebdomadaire"]["on"] == {
        "schedule": [{"cron": "23 5 * * 1"}],
        "workflow_dispatch": "",
    }


def test_each_job_may_do_what_it_must_and_no_more() -> None:
    assert {name: WORKFLOWS[name]["permissions"] for name in NAMES} == {name: {} for name in NAMES}
    assert {job: WORKFLOWS[name]["jobs"][job]["permissions"] for name, job in JOBS} == {
        "construire": {"contents": "read"},
        "mettre-en-ligne": {"pages": "write", "id-token": "write"},
        "garder": {"contents": "write"},
        "suivi": {"contents": "read", "issues": "write"},
    }


@pytest.mark.parametrize("name", NAMES)
def test_two_runs_never_cross(name: str) -> None:
    assert WORKFLOWS[name]["concurrency"] == {"group": name, "cancel-in-progress": "false"}


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_each_job_ends_and_runs_on_a_known_system(name: str, job: str) -> None:
    told = WORKFLOWS[name]["jobs"][job]
    assert 0 < int(told["timeout-minutes"]) <= 60
    assert told["runs-on"] == "ubuntu-24.04"


@pytest.mark.parametrize("name", NAMES)
def test_only_actions_of_github_run_each_at_a_known_commit(name: str) -> None:
    text = (FOLDER / f"{name}.yml").read_text("utf-8")
    pinned = re.findall(
        r"uses: (actions/[a-z-]+@[0-9a-f]{40}) # v\d+\.\d+\.\d+$", text, re.MULTILINE
    )
    assert pinned == [step["uses"] for step in steps(name) if "uses" in step]
    assert len(pinned) == text.count("uses:") > 0


@pytest.mark.parametrize("name", NAMES)
def test_no_command_is_written_with_what_others_chose(name: str) -> None:
    assert "${{" not in commands(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_copy_of_the_project_keeps_the_key_to_change_it(name: str) -> None:
    copies = [step for step in steps(name) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"] for step in copies] == [{"persist-credentials": "false"}]


@pytest.mark.parametrize("name", NAMES)
def test_each_command_that_is_run_exists(name: str) -> None:
    targets = re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    called = re.findall(r"\bmake (\S+)", commands(name))
    assert called
    assert set(called) <= set(targets)
    assert set(re.findall(r"-m generator (\S+)", commands(name))) <= set(COMMANDS)


def test_a_version_is_tested_then_built_then_put_online_then_kept() -> None:
    jobs = WORKFLOWS["publication"]["jobs"]
    assert re.findall(r"\bmake (\S+)", commands("publication")) == ["test", "build"]
    assert [job.get("needs") for job in jobs.values()] == [None, "construire", "mettre-en-ligne"]
    assert jobs["mettre-en-ligne"]["environment"]["name"] == "github-pages"
    assert [re.sub("@.*", "", step.get("uses", "")) for step in steps("publication")] == [
        "actions/checkout",
        *("", "", ""),
        "actions/upload-artifact",
        "actions/upload-pages-artifact",
        "actions/configure-pages",
        "actions/deploy-pages",
        "actions/download-artifact",
        "",
    ]


def test_what_is_put_online_is_the_whole_site() -> None:
    (upload,) = (step for step in steps("publication") if "pages-artifact" in step.get("uses", ""))
    assert upload["with"] == {"path": "site", "include-hidden-files": "true"}


def built(folder: Path) -> Path:
    """Make a commit of a known day, and a site that is a link to what was built, as ours."""
    online = folder / ".publie" / "abc"
    (online / ".well-known").mkdir(parents=True)
    (online / ".well-known" / "security.txt").write_text("Contact: a@b.fr\n", "utf-8")
    (online / "index.html").write_text("<p>Bonjour</p>\n", "utf-8")
    (folder / "site").symlink_to(Path(".publie") / "abc", target_is_directory=True)
    git = ["git", "-c", "user.name=Essai", "-c", "user.email=essai@exemple.fr"]
    subprocess.run([*git, "init", "-q"], cwd=folder, check=True)
    subprocess.run(
        [*git, "commit", "-q", "--allow-empty", "-m", "Essai"],
        cwd=folder,
        check=True,
        env={**os.environ, "GIT_COMMITTER_DATE": "2026-11-28T12:00:00Z"},
    )
    return online


def test_the_archive_holds_the_site_itself_and_is_the_same_for_the_same_commit(
    tmp_path: Path,
) -> None:
    digests = []
    for place, mode in (("un", 0o600), ("deux", 0o644)):
        folder = tmp_path / place
        online = built(folder)
        (online / "index.html").chmod(mode)
        assert run("publication", "Archiver", folder).stderr == ""
        digest, name = (folder / "site.tar.gz.sha256").read_text("utf-8").split()
        assert name == "site.tar.gz"
        assert digest == hashlib.sha256((folder / name).read_bytes()).hexdigest()
        digests.append(digest)
    assert digests[0] == digests[1]
    with tarfile.open(folder / "site.tar.gz") as archive:
        members = {one.name: one for one in archive.getmembers()}
    assert list(members) == [".", "./.well-known", "./.well-known/security.txt", "./index.html"]
    assert members["./index.html"].isfile()
    assert {one.mtime for one in members.values()} == {1795867200}


@pytest.mark.parametrize("absent", ["1", "0"])
def test_the_archive_is_joined_to_the_version_made_or_not_yet(tmp_path: Path, absent: str) -> None:
    (tmp_path / "absent").write_text(absent, "utf-8")
    (tmp_path / "site.tar.gz").write_bytes(b"site")
    digest = hashlib.sha256(b"site").hexdigest()
    (tmp_path / "site.tar.gz.sha256").write_text(f"{digest}  site.tar.gz\n", "utf-8")
    assert run("publication", "Joindre l'archive à la version", tmp_path).returncode == 0
    made = (
        "release create v1.2.0 --verify-tag --title v1.2.0"
        " --notes Le site tel qu'il a été mis en ligne : site.tar.gz."
    )
    assert asked(tmp_path) == [
        "release view v1.2.0",
        *([made] if absent == "1" else []),
        "release upload v1.2.0 site.tar.gz site.tar.gz.sha256 --clobber",
    ]


def test_a_damaged_archive_is_joined_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "site.tar.gz").write_bytes(b"site")
    (tmp_path / "site.tar.gz.sha256").write_text(f"{'0' * 64}  site.tar.gz\n", "utf-8")
    assert run("publication", "Joindre l'archive à la version", tmp_path).returncode == 1
    assert not (tmp_path / "calls").exists()


LABEL = "label create suivi --force --description Écrit chaque semaine, ne pas modifier"
LIST = "issue list --label suivi --state open --limit 1 --json number --jq .[0].number // empty"


@pytest.mark.parametrize(
    ("number", "last"),
    [
        ("", "issue create --title À vérifier cette semaine --label suivi --body-file ticket.md"),
        ("7\n", "issue edit 7 --body-file ticket.md"),
    ],
)
def test_one_ticket_is_made_and_then_kept_up_to_date(
    tmp_path: Path, number: str, last: str
) -> None:
    (tmp_path / "open").write_text(number, "utf-8")
    (tmp_path / "a-verifier.md").write_text("# À vérifier\n", "utf-8")
    (tmp_path / "liens.md").write_text("# Liens `$(false)`\n", "utf-8")
    done = run("hebdomadaire", "Mettre à jour le ticket", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert asked(tmp_path) == [LABEL, LIST, last]
    assert (tmp_path / "ticket.md").read_text("utf-8") == (
        "Écrit chaque lundi ; tout est dans [le rapport entier]"
        "(https://github.com/essai/site/actions/runs/42).\n\n# À vérifier\n# Liens `$(false)`\n"
    )


def test_a_report_that_is_too_long_for_a_ticket_is_cut_at_a_line(tmp_path: Path) -> None:
    (tmp_path / "open").write_text("", "utf-8")
    (tmp_path / "a-verifier.md").write_text(f"{'é' * 99}\n" * 1000, "utf-8")
    (tmp_path / "liens.md").write_text("fin\n", "utf-8")
    assert run("hebdomadaire", "Mettre à jour le ticket", tmp_path).returncode == 0
    text = (tmp_path / "ticket.md").read_text("utf-8")
    assert len(text) <= 65_536
    assert set(text.splitlines()[2:]) == {"é" * 99}


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo '# Liens'; exit 0", "# Liens\n"),
        ("echo '# Liens, une morte'; exit 1", "# Liens, une morte\n"),
        ("exit 1", "# Liens : rien n'a pu être demandé\n"),
    ],
)
def test_a_dead_link_or_no_network_does_not_stop_the_report(
    tmp_path: Path, script: str, told: str
) -> None:
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    python.chmod(0o755)
    assert run("hebdomadaire", "Demander si les liens répondent", tmp_path).returncode == 0
    assert (tmp_path / "liens.md").read_text("utf-8") == told
    (tmp_path / "a-verifier.md").write_text("# À vérifier\n\n", "utf-8")
    assert run("hebdomadaire", "Résumer", tmp_path).returncode == 0
    assert (tmp_path / "summary.md").read_text("utf-8") == f"# À vérifier\n\n{told}"


def test_an_action_is_the_same_in_every_workflow() -> None:
    pins: dict[str, set[str]] = {}
    for path in FOLDER.glob("*.yml"):
        for action, pin in re.findall(r"uses: (\S+)@(.+)", path.read_text("utf-8")):
            pins.setdefault(action, set()).add(pin)
    assert {action: len(found) for action, found in pins.items()} == dict.fromkeys(pins, 1)
