"""The configurations of nginx and Caddy say what is sent with each file, as `served` does."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from generator import caddy, nginx, policy, served
from generator.__main__ import main
from generator.commands import COMMANDS
from generator.compress import TEXT
from generator.hosting import FOLDER, Hosting
from generator.policy import PLAN
from generator.publication import LABELS

ROOT = Path(__file__).parents[1]
SHIPPED = {"nginx": "nginx.conf", "caddy": "Caddyfile"}
PATHS = [
    "404.html",
    "assets/lieux/0a1b2c3d/par.json",
    "assets/site.0a1b2c3d.css",
    "carte/index.html",
    "centres/carte/index.html",
    "centres/lille/index.html",
    "changements.xml",
    "contacts.vcf",
    "contacts/lille.vcf",
    "donnees/centres.csv",
    "donnees/centres.geojson",
    "donnees/index.html",
    "effets/carte/index.html",
    "index.html",
    "livret-car-t.pdf",
    "robots.txt",
    "sitemap.xml",
    *(f"{page.parent.name}/{page.stem}/index.html" for page in (ROOT / "docs").rglob("*.md")),
]


def shipped(server: str) -> str:
    """Read a configuration that comes with the project."""
    return (ROOT / "hebergement" / SHIPPED[server]).read_text("utf-8")


def of_nginx(text: str, path: str) -> dict[str, str]:
    """Work out what nginx would send with a file: maps, then headers, then types."""
    chosen = {}
    for variable, body in re.findall(
        r"^map \$uri (\$\w+) \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL
    ):
        values = dict(re.findall(r'^    (default|"[^"]+") "(.*)";$', body, re.MULTILINE))
        found = [value for key, value in values.items() if _matches(key, path)]
        chosen[variable] = found[0] if found else values["default"]
    site = text.rpartition("\nserver {")[2]
    sent: dict[str, str] = {}
    for name, value in re.findall(r"^    add_header (\S+) (.*) always;$", site, re.MULTILINE):
        told = chosen[value] if value.startswith("$") else value.strip('"')
        sent |= {name: told} if told else {}
    types = {end: kind for kind, end in re.findall(r'^        "(.*)" (\w+);$', site, re.MULTILINE)}
    alone = re.findall(r'location = /(\S+) \{\n +types \{\n +"(.*)" \w+;', site)
    kind = dict(alone).get(path) or types[path.rpartition(".")[2]]
    return {**sent, "Content-Type": kind}


def _matches(key: str, path: str) -> bool:
    return key != "default" and bool(re.search(key.strip('"').removeprefix("~"), f"/{path}"))


def of_caddy(text: str, path: str) -> dict[str, str]:
    """Work out what Caddy would send with a file: in a route, the last that matches holds."""
    everywhere = text.partition("\theader {\n")[2].partition("\t}\n")[0]
    sent = dict(re.findall(r'^\t\t(\S+) "(.*)"$', everywhere, re.MULTILINE))
    named = dict(re.findall(r"^\t\t(@\w+) path (\S+)$", text, re.MULTILINE))
    route = text.partition("\troute {\n")[2].partition("\n\t}\n")[0]
    ruled = re.findall(r'^\t\theader (\S+) (\S+) "(.*)"$', route, re.MULTILINE)
    sent |= {
        name: value
        for matcher, name, value in ruled
        if fnmatchcase(f"/{path}", named.get(matcher, matcher))
    }
    # Caddy's own, for folders and pages.
    return {"Content-Type": "text/html; charset=utf-8", **{k: v for k, v in sent.items() if v}}


@pytest.mark.parametrize("server", SHIPPED)
def test_what_comes_with_the_project_is_what_the_command_writes(
    server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serveur", server, "--dossier", FOLDER]) == 0
    assert capsys.readouterr().out == shipped(server)


@pytest.mark.parametrize("path", PATHS)
def test_both_servers_send_what_the_policy_says_with_each_file(path: str) -> None:
    expected = {name: value for name, value in served.sent_with(path).items() if value}
    assert of_nginx(shipped("nginx"), path) == expected
    assert of_caddy(shipped("caddy"), path) == expected


def test_only_assets_are_kept_and_only_the_map_may_show_streets() -> None:
    for path in PATHS:
        sent = served.sent_with(path)
        assert ("immutable" in sent["Cache-Control"]) is path.startswith("assets/")
        assert (PLAN in sent["Content-Security-Policy"]) is (path == "carte/index.html")


def test_contacts_and_the_feed_are_sent_as_what_they_are() -> None:
    assert served.type_of("contacts/lille.vcf") == "text/vcard; charset=utf-8"
    assert served.type_of("changements.xml") == "application/atom+xml; charset=utf-8"
    assert served.type_of("sitemap.xml") == "application/xml; charset=utf-8"
    assert served.type_of("inconnu") == "application/octet-stream"


def test_hosts_that_read_a_file_of_headers_are_told_the_types_that_they_may_not_know() -> None:
    entries = ["404.html", "changements.xml", "contacts.vcf", "contacts/"]
    text = policy.headers_file(entries, indexed=True)
    told = re.findall(r"^(/\S*)\n(?:  .*\n)*  Content-Type: (.*)$", text, re.MULTILINE)
    assert told == [
        ("/changements.xml", served.type_of("changements.xml")),
        ("/contacts.vcf", served.type_of("contacts.vcf")),
        ("/contacts/*", served.type_of("contacts/lille.vcf")),
    ]


def test_whatever_has_small_copies_has_a_type() -> None:
    assert set(served.TYPES) >= TEXT


def test_a_rule_for_one_part_of_the_site_reaches_both_servers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    honest = policy.headers_of

    def opened(path: str) -> dict[str, str]:
        more = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
        return honest(path) | (more if path.startswith("donnees/") else {})

    monkeypatch.setattr(policy, "headers_of", opened)
    for path in PATHS:
        expected = served.sent_with(path)
        assert ("Access-Control-Allow-Origin" in expected) is path.startswith("donnees/")
        assert of_nginx(nginx.configuration(Hosting()), path) == expected
        assert of_caddy(caddy.configuration(Hosting()), path) == expected


def test_a_configuration_names_its_domain_and_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for server in SHIPPED:
        told = ["serveur", server, "--domaine", "car-t.fr", "--dossier", str(tmp_path)]
        assert main(told) == 0
        text = capsys.readouterr().out
        assert "exemple" not in text
        assert re.search(rf"root (\* )?{tmp_path}/site\b", text)
        assert re.search(r"^(car-t\.fr \{|    server_name car-t\.fr;)$", text, re.MULTILINE)


def test_on_this_machine_alone_nothing_is_encrypted_and_no_other_can_ask(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for server in SHIPPED:
        assert main(["serveur", server, "--dossier", FOLDER, "--port", "8001"]) == 0
        text = capsys.readouterr().out
        assert re.findall(r"^http\S+ (?=\{)|listen .*", text, re.MULTILINE) in (
            ["listen 127.0.0.1:8001;"],
            ["http://127.0.0.1:8001 "],
        )


@pytest.mark.parametrize("domain", ["", "exemple", "car-t.fr;", "a b.fr", "a..fr", "https://a.fr"])
def test_what_is_no_domain_is_said(domain: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serveur", "nginx", "--domaine", domain]) == 1
    assert capsys.readouterr().err == (
        f"« {domain} » n'est pas un nom de domaine : écrivez-le comme car-t.exemple.fr.\n"
    )


@pytest.mark.parametrize("folder", ["site", "/srv/car t", "/srv/{a}", "/srv;", "/srv/"])
def test_a_folder_that_no_configuration_can_name_is_said(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serveur", "nginx", "--dossier", folder]) == 1
    assert capsys.readouterr().err == (
        f"« {folder} » : donnez le chemin entier du dossier, sans espace, comme /srv/car-t.\n"
    )


def test_the_runbook_names_each_line_of_the_law_and_only_commands_that_exist() -> None:
    runbook = (ROOT / "hebergement" / "README.md").read_text("utf-8")
    assert [key for key in LABELS if f"`{key}`" not in runbook] == []
    assert set(re.findall(r"-m generator ([a-z-]+)", runbook)) <= set(COMMANDS)
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"`make ([a-z]+)", runbook)) <= set(targets)
    assert "[CONTRIBUTING.md](../CONTRIBUTING.md#publier)" in runbook
    assert max(map(len, runbook.splitlines())) <= 122


def test_no_configuration_keeps_who_visited_what() -> None:
    servers = shipped("nginx").count("\nserver {")
    assert shipped("nginx").count("\n    access_log off;\n") == servers == 2
    assert not re.search(r"^\s*log\b", shipped("caddy"), re.MULTILINE)
