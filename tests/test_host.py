"""What the preview's server answers."""

from __future__ import annotations

import os
import socket
import threading
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from generator.errors import PlainError, Problem
from generator.host import Host
from generator.policy import headers_of
from generator.preview import Preview, Shown
from tests.test_preview import Pages, Rehearsed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message
    from pathlib import Path


class Few(Pages):
    """A site of two pages, a script and the page of what is missing."""

    files = {  # noqa: RUF012  # never changed
        "index.html": b"<body>Accueil</body>",
        "a/index.html": b"<body>A</body>",
        "404.html": b"<body>Perdu</body>",
        "assets/a.js": b"let a;",
        "donnees/centres.geojson": b"{}",
    }

    def read(self, name: str) -> bytes | None:
        """Give a file."""
        return self.files.get(name)

    def place(self, name: str) -> tuple[str, int] | None:
        """Tell where the pages of the menu come from."""
        return ("docs/index.md", 1) if name.endswith("index.html") and name in self.files else None


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """Begin a preview of the small site, whose files stand in a folder."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("<Bonjour>", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    return Preview(tmp_path, Few, Rehearsed(), lambda _: None)


@pytest.fixture
def address(preview: Preview) -> Iterator[str]:
    """Serve it."""
    with Host("127.0.0.1:0", preview) as host:
        # A server looks twice a second whether it is to end, and each test would wait for that.
        ends = {"poll_interval": 0.01}
        threading.Thread(target=host.serve_forever, kwargs=ends, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_port}"
        host.shutdown()


def ask(url: str) -> tuple[int, str, Message]:
    """Ask for a page; give the status, the text and the headers."""
    try:
        answer = urllib.request.urlopen(url, timeout=10)  # noqa: S310  # http on this machine
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.read().decode(), answer.headers


@pytest.mark.parametrize(
    ("path", "status", "expected"),
    [
        ("/", 200, "Accueil"),
        ("/a/", 200, "<body>A"),
        ("/a", 200, "<body>A"),
        ("/a/?plus=1", 200, "<body>A"),
        ("/b/c/", 404, "Perdu"),
        ("/_apercu/fichier/docs/index.md", 200, "<code>&lt;Bonjour&gt;</code>"),
        ("/_apercu/fichier/secret.txt", 404, "Il n&#39;y a pas de fichier « secret.txt »."),
        ("/_apercu/fichier/docs/../secret.txt", 404, "Il n&#39;y a pas de fichier"),
        ("/_apercu/fichier/docs/%2e%2e/secret.txt", 404, "Il n&#39;y a pas de fichier"),
    ],
)
def test_each_address_has_its_page_and_each_page_follows_the_saves(
    preview: Preview, address: str, path: str, status: int, expected: str
) -> None:
    preview.refresh()
    answered, html, headers = ask(f"{address}{path}")
    assert answered == status
    assert expected in html
    assert f'data-version="{preview.shown.version}"' in html
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"


def test_a_file_is_sent_as_it_is_under_the_policy_of_the_published_site(
    preview: Preview, address: str
) -> None:
    preview.refresh()
    status, text, headers = ask(f"{address}/assets/a.js")
    assert (status, text, headers["Content-Type"]) == (200, "let a;", "text/javascript")
    _, _, headers = ask(f"{address}/a/")
    assert {key: headers[key] for key in headers_of("a/index.html")} == headers_of("a/index.html")


def test_the_list_as_data_is_sent_as_the_published_site_sends_it(
    preview: Preview, address: str
) -> None:
    preview.refresh()
    status, text, headers = ask(f"{address}/donnees/centres.geojson")
    assert (status, text, headers["Content-Type"]) == (200, "{}", "application/geo+json")
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_what_browsers_compare_changes_with_each_save(preview: Preview, address: str) -> None:
    preview.refresh()
    _, before, _ = ask(f"{address}/_apercu/version")
    assert ask(f"{address}/_apercu/version")[1] == before
    preview.refresh()
    assert ask(f"{address}/_apercu/version")[1] != before


def test_without_a_site_every_page_says_that_it_is_awaited(preview: Preview, address: str) -> None:
    status, html, _ = ask(f"{address}/a/")
    assert status == 503
    assert "Le site ne peut pas encore être montré" in html
    assert f'data-version="{preview.shown.version}"' in html


def answer(address: str, head: str) -> str:
    """Send a demand as it is written; give the whole answer."""
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as asked:
        asked.sendall(f"{head}\r\n\r\n".encode("latin-1"))
        return b"".join(iter(lambda: asked.recv(65536), b"")).decode()


@pytest.mark.parametrize("host", ["exemple.fr", "exemple.fr:8000", "127.0.0.1.exemple.fr", "["])
def test_a_page_of_another_site_whose_name_leads_here_reads_nothing(
    preview: Preview, address: str, host: str
) -> None:
    preview.refresh()
    told = answer(address, f"GET /_apercu/fichier/docs/index.md HTTP/1.0\r\nHost: {host}")
    assert told.startswith("HTTP/1.0 403 ")
    assert "Bonjour" not in told
    assert "L&#39;aperçu est à l&#39;adresse http://127.0.0.1:0/" in told


@pytest.mark.parametrize(
    "host", ["Host: 127.0.0.1:1", "Host: localhost:8000", "Host: LOCALHOST", "X: y"]
)
def test_this_machine_is_answered_by_each_of_its_names(
    preview: Preview, address: str, host: str
) -> None:
    preview.refresh()
    assert answer(address, f"GET / HTTP/1.0\r\n{host}").startswith("HTTP/1.0 200 ")


def test_what_cannot_be_shown_is_said_in_the_browser_alone(
    preview: Preview,
    address: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def read(_: Few, name: str) -> bytes:
        raise RecursionError(name)

    preview.refresh()
    monkeypatch.setattr(Few, "read", read)
    status, html, _ = ask(f"{address}/a/")
    assert status == 500
    said = "Cette page ne peut pas être montrée (RecursionError : a/index.html)."
    assert f"<p>{said}</p>" in html
    assert f'data-version="{preview.shown.version}"' in html
    assert answer(address, "GET http://[/ HTTP/1.0").startswith("HTTP/1.0 500 ")
    assert capsys.readouterr() == ("", "")


def test_a_name_that_is_no_utf_8_is_shown_all_the_same(preview: Preview, address: str) -> None:
    name = os.fsdecode(b"docs/caf\xe9.md")
    preview.shown = Shown(problems=[Problem(file=name, line=1, column=1, message="Renommez.")])
    status, html, _ = ask(f"{address}/")
    assert status == 503
    assert "docs/caf?.md, ligne 1, colonne 1" in html


@pytest.mark.parametrize(
    "asked",
    ["nulle part", "127.0.0.1", "127.0.0.1:abc", "127.0.0.1:70000", "8000", ":8000"],
)
def test_what_is_no_address_is_said(preview: Preview, asked: str) -> None:
    with pytest.raises(PlainError) as caught:
        Host(asked, preview)
    told = f"« {asked} » n'est pas une adresse : écrivez par exemple 127.0.0.1:8000."
    assert str(caught.value) == told


def test_an_address_that_is_taken_is_said(preview: Preview, address: str) -> None:
    with pytest.raises(PlainError) as caught:
        Host(address.removeprefix("http://"), preview)
    told = "cette adresse est déjà prise : fermez l'autre aperçu, ou changez --adresse."
    assert str(caught.value) == told
