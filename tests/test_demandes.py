"""What is said of an address, by what a server on this machine answers: nothing goes further."""

from __future__ import annotations

import socket
import ssl
import threading
from collections import Counter
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.error import URLError

import pytest

from generator import demandes, verdicts
from generator.__main__ import main
from generator.adresses import Mention
from generator.commands import liens
from generator.demandes import HEADERS, HOPS, HOSTS, Asker, is_internal
from generator.reponses import Answer, judged, unheard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ALIVE = Answer(verdict="vivante")
REAL = socket.getaddrinfo


def dead(status: int) -> Answer:
    return Answer(verdict="morte", said=f"réponse {status}, cette page n'existe plus")


def moved(url: str) -> Answer:
    return Answer(verdict="demenagee", said=url)


def doubtful(said: str, *, heard: bool = True) -> Answer:
    return Answer(verdict="a_regarder", said=said, heard=heard)


def refuses(status: int) -> Answer:
    return doubtful(f"réponse {status}, le site refuse peut-être les programmes")


def broken(status: int) -> Answer:
    return doubtful(f"réponse {status}, le site est en panne")


class Site(ThreadingHTTPServer):
    """Answer by the path: `/404`, `/301/ok` (to « /ok »), `/head-405/200` (to a HEAD, to a GET)."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.busy: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.ended = threading.Event()
        self.met = threading.Barrier(2)

    def address(self, path: str, host: str = "hopital.exemple.fr") -> str:
        """Write an address that leads here."""
        return f"http://{host}:{self.server_port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep the test's output clean: some clients leave before the end."""


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_HEAD(self) -> None:  # the name that http.server looks for
        self.answer("HEAD")

    def do_GET(self) -> None:  # the same
        self.answer("GET")

    def answer(self, method: str) -> None:
        self.host = self.headers["Host"].partition(":")[0]
        with self.server.lock:
            self.server.asked.append((method, self.host, self.path))
            self.server.headers.append(dict(self.headers))
            self.server.busy[self.host] += 1
            self.server.most[self.host] = max(
                self.server.most[self.host], self.server.busy[self.host]
            )
        what, _, rest = self.path[1:].partition("/")
        if what == "muet":
            self.server.ended.wait(10)
        elif what == "coupe":
            self.close_connection = True
        elif what == "boucle":
            self.reply(301, "boucle")
        elif what == "accents":
            # http.server writes each sign as a byte of Latin-1.
            self.reply(302, "200/é".encode(rest).decode("latin-1"))
        elif what == "attend":
            # Long enough for a second demand of the same host, if one were made.
            self.server.ended.wait(0.05)
            self.reply(200)
        elif what == "ensemble":
            self.server.met.wait(10)
            self.reply(200)
        elif what.startswith("head-"):
            self.reply(int(what.removeprefix("head-") if method == "HEAD" else rest))
        else:
            self.reply(int(what), rest)

    def reply(self, status: int, there: str = "") -> None:
        # Before the answer: once it has gone, the next demand may come at any moment.
        with self.server.lock:
            self.server.busy[self.host] -= 1
        self.send_response(status)
        if there:
            self.send_header("Location", there if ":" in there else f"/{there}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the test's output clean."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Serve every name that ends in « exemple.fr »; no other exists."""

    def found(host: str, *args: Any, **options: Any) -> list[Any]:  # noqa: ANN401  # as socket's
        if host.endswith("exemple.fr"):
            return list(REAL("127.0.0.1", *args, **options))
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", found)
    monkeypatch.setattr(demandes, "is_internal", lambda _: False)
    monkeypatch.setenv("no_proxy", "*")
    server = Site()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.ended.set()
    server.shutdown()
    thread.join()
    server.server_close()


def ask(url: str, timeout: float = 30) -> Answer:
    return Asker(timeout=timeout, pause=0).ask(url)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/200", ALIVE),
        ("/204", ALIVE),
        ("/404", dead(404)),
        ("/410", dead(410)),
        ("/400", refuses(400)),
        ("/401", refuses(401)),
        ("/403", refuses(403)),
        ("/429", refuses(429)),
        ("/500", broken(500)),
        ("/503", broken(503)),
        ("/head-405/200", ALIVE),
        ("/head-404/200", ALIVE),
        ("/head-501/404", dead(404)),
        ("/302/200", ALIVE),
        ("/303/200", ALIVE),
        ("/307/404", dead(404)),
        ("/301/410", dead(410)),
        ("/301/403", refuses(403)),
        ("/302/301/200", ALIVE),
        ("/301", refuses(301)),
        ("/304", refuses(304)),
        ("/coupe", doubtful("la connexion ne se fait pas", heard=False)),
        (
            "/301/ftp://e.fr",
            doubtful("elle mène à `ftp://e.fr`, qui n'est pas une page", heard=False),
        ),
        ("/301/http://[a", doubtful("cette adresse ne peut pas être lue", heard=False)),
    ],
)
def test_each_answer_has_its_verdict(site: Site, path: str, answer: Answer) -> None:
    assert ask(site.address(path)) == answer


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/301/200", "/200"),
        ("/308/200", "/200"),
        ("/301/308/200", "/200"),
        # A page that has moved for ever, then sends elsewhere for today.
        ("/301/302/200", "/302/200"),
    ],
)
def test_what_has_moved_for_ever_is_said_with_its_new_address(
    site: Site, path: str, there: str
) -> None:
    assert ask(site.address(path)) == moved(site.address(there))


def test_a_move_to_another_site_is_followed(site: Site) -> None:
    there = site.address("/200", "nouveau.exemple.fr")
    assert ask(site.address(f"/301/{there}")) == moved(there)
    assert [host for _, host, _ in site.asked] == ["hopital.exemple.fr", "nouveau.exemple.fr"]


@pytest.mark.parametrize(
    ("asked", "there", "same"),
    [
        ("http://e.fr/a", "https://e.fr/a", True),
        ("http://e.fr/a", "http://e.fr/a/", True),
        ("http://e.fr", "https://E.fr/", True),
        ("http://e.fr/a#b", "http://e.fr/a", True),
        ("http://e.fr/a", "http://www.e.fr/a", False),
        ("http://e.fr/a", "http://e.fr/", False),
        ("http://e.fr/?a=1", "http://e.fr/?a=2", False),
    ],
)
def test_a_page_that_gains_https_or_a_slash_has_not_moved(
    asked: str, there: str, *, same: bool
) -> None:
    assert judged(200, asked, there) == (ALIVE if same else moved(there))


def test_a_page_that_leads_to_itself_is_left(site: Site) -> None:
    assert ask(site.address("/boucle")) == doubtful(f"plus de {HOPS} redirections")
    assert len(site.asked) == HOPS


def test_a_head_that_is_answered_is_all_that_is_asked(site: Site) -> None:
    Asker(pause=0).ask_all(map(site.address, ["/200", "/302/204", "/head-405/200", "/429"]))
    assert [f"{method} {path}" for method, _, path in site.asked] == [
        "HEAD /200",
        "HEAD /302/204",
        "HEAD /204",
        "HEAD /head-405/200",
        "GET /head-405/200",
        # Too many demands: not one more.
        "HEAD /429",
    ]


def test_the_program_says_what_it_is_and_nothing_of_who_runs_it(site: Site) -> None:
    ask(site.address("/head-405/200"))
    host = f"hopital.exemple.fr:{site.server_port}"
    told = {
        "Accept-Encoding": "identity",
        "Connection": "close",
        "Host": host,
        "User-Agent": "Mozilla/5.0 (compatible; verification-de-liens/1.0)",
        "Accept": "*/*",
        "Accept-Language": "fr",
    }
    assert site.headers == [told, told]
    assert {name: told[name] for name in HEADERS} == HEADERS


def test_accents_reach_the_server_encoded(site: Site) -> None:
    assert ask(site.address("/200/é%C3%A9 (a)?b=ç#d", "hôpital.exemple.fr")) == ALIVE
    assert site.asked == [("HEAD", "xn--hpital-ixa.exemple.fr", "/200/%C3%A9%C3%A9%20(a)?b=%C3%A7")]


@pytest.mark.parametrize("written", ["utf-8", "latin-1"])
def test_accents_in_a_new_address_are_read(site: Site, written: str) -> None:
    assert ask(site.address(f"/accents/{written}")) == ALIVE
    assert site.asked[1] == ("HEAD", "hopital.exemple.fr", "/200/%C3%A9")


def test_an_address_is_asked_once_however_often_it_is_written(site: Site) -> None:
    url, other = site.address("/200"), site.address("/404")
    assert Asker(pause=0).ask_all([other, url, other]) == {other: dead(404), url: ALIVE}
    assert sorted(path for method, _, path in site.asked if method == "HEAD") == ["/200", "/404"]


def test_a_host_has_one_demand_at_a_time(site: Site) -> None:
    other = site.address("/attend/e", "autre.exemple.fr")
    urls = [*(site.address(f"/attend/{number}") for number in range(4)), other]
    # From another host too: what leads to a host waits for its turn.
    urls += [site.address(f"/302/{urls[0]}", f"h{number}.exemple.fr") for number in range(3)]
    assert set(Asker(pause=0).ask_all(urls).values()) == {ALIVE}
    assert len(site.asked) == 11
    assert set(site.most.values()) == {1}


def test_two_hosts_are_asked_together(site: Site) -> None:
    urls = [site.address("/ensemble", f"h{number}.exemple.fr") for number in range(2)]
    assert set(Asker(pause=0).ask_all(urls).values()) == {ALIVE}
    assert not site.met.broken
    assert HOSTS >= 2


def test_a_host_is_left_in_peace_after_each_demand(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests: list[float] = []
    monkeypatch.setattr("time.sleep", rests.append)
    Asker().ask_all([site.address("/200"), site.address("/302/204")])
    assert rests == [1, 1, 1]


def test_a_name_that_does_not_exist_is_dead(site: Site) -> None:
    gone = Answer(verdict="morte", said="ce nom de site n'existe pas", heard=False)
    assert ask(site.address("/200", "ferme.fr")) == gone
    assert ask(site.address(f"/302/{site.address('/200', 'ferme.fr')}")) == gone


def test_a_server_that_says_nothing_is_left_for_a_person(site: Site) -> None:
    assert ask(site.address("/muet"), timeout=0.1) == doubtful(
        "pas de réponse à temps", heard=False
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (URLError(ssl.SSLCertVerificationError("expired")), "le certificat du site est refusé"),
        (URLError(ConnectionRefusedError(111, "refused")), "la connexion ne se fait pas"),
        (URLError(TimeoutError("timed out")), "pas de réponse à temps"),
        (URLError(socket.gaierror(socket.EAI_AGAIN, "later")), "la connexion ne se fait pas"),
        (UnicodeError("label too long"), "cette adresse ne peut pas être lue"),
    ],
)
def test_each_failure_has_its_words(error: Exception, said: str) -> None:
    assert unheard(error) == doubtful(said, heard=False)


@pytest.mark.parametrize(
    ("found", "internal"),
    [
        (["127.0.0.1"], True),
        (["10.1.2.3"], True),
        (["192.168.1.1"], True),
        (["169.254.169.254"], True),
        (["::1"], True),
        (["fe80::1%eth0"], True),
        (["193.51.208.70", "172.16.0.1"], True),
        (["193.51.208.70", "2001:660:3003::1"], False),
    ],
)
def test_a_private_network_is_known(
    found: list[str], monkeypatch: pytest.MonkeyPatch, *, internal: bool
) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 0)) for one in found]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: answers)
    assert is_internal("hopital.exemple.fr") == internal


def test_a_private_network_is_never_asked() -> None:
    assert ask("http://127.0.0.1:9/") == doubtful(
        "elle mène à un réseau privé, où aucun lecteur ne peut aller", heard=False
    )


LIST = """centres:
  - id: essai
    site_web: {alive}
    sources:
      - titre: Une page morte
        url: {dead}
"""
TOLD = """# Liens au 28 novembre 2026

4 adresses : 1 répond, 1 morte, 1 déménagée, 1 à regarder.

## Mortes : remplacez-les, ou retirez-les avec ce qu'elles seules disaient

- <{dead}> : réponse 404, cette page n'existe plus
  - data/centres.yaml:6:14, centre « essai », source « Une page morte »
  - docs/index.md:1:5, lien « a »

## Déménagées : ouvrez la nouvelle adresse, puis écrivez-la

- <{moved}> a déménagé vers <{alive}>
  - docs/index.md:2:1, adresse dans le texte

## À regarder : ouvrez-les vous-même, un programme ne peut pas en juger

- <{doubtful}> : réponse 403, le site refuse peut-être les programmes
  - docs/index.md:3:1, adresse dans le texte
"""
WAIT = "Chaque site est interrogé : quelques minutes…\n"


def lay(root: Path, data: str, page: str) -> list[str]:
    for name, text in (("data/centres.yaml", data), ("docs/index.md", page)):
        (root / name).parent.mkdir()
        (root / name).write_text(text, "utf-8")
    return ["--racine", str(root), "liens"]


def test_each_address_that_is_not_alive_is_told_with_its_places(
    site: Site,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(liens, "today", lambda: date(2026, 11, 28))
    monkeypatch.setattr("time.sleep", lambda _: None)
    urls = {
        "alive": site.address("/200"),
        "dead": site.address("/404", "h1.exemple.fr"),
        "moved": site.address(f"/301/{site.address('/200')}", "h2.exemple.fr"),
        "doubtful": site.address("/403", "h3.exemple.fr"),
    }
    page = "[a]({dead})\n{moved}\n{doubtful}\n".format(**urls)
    command = lay(tmp_path, LIST.format(**urls), page)
    assert main(command) == 1
    assert capsys.readouterr() == (TOLD.format(**urls), WAIT)
    (tmp_path / "data" / "centres.yaml").write_text("centres: []\n", "utf-8")
    (tmp_path / "docs" / "index.md").write_text(urls["doubtful"], "utf-8")
    assert main(command) == 0


def test_without_network_nothing_is_called_dead(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = site.address("/200", "ferme.fr") + " " + site.address("/200", "parti.fr")
    assert main(lay(tmp_path, "a: b\n", page)) == 1
    assert capsys.readouterr() == (
        "",
        f"{WAIT}Aucune adresse ne répond : cet ordinateur a-t-il accès à Internet ?\n",
    )


def test_that_no_address_is_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(liens, "today", lambda: date(2026, 11, 28))
    assert main(lay(tmp_path, "a: b\n", "Un texte.\n")) == 0
    out = "# Liens au 28 novembre 2026\n\nAucune adresse d'un autre site.\n"
    assert capsys.readouterr() == (out, WAIT)


def test_what_another_site_writes_acts_on_nothing_where_it_is_read() -> None:
    hostile = "https://e.fr/ <img src=x> `@a`"
    mention = Mention(url="https://e.fr/", file="a.md", line=1, column=1, what="« url »")
    answers = {mention.url: Answer(verdict="demenagee", said=hostile)}
    assert list(verdicts.lines([mention], answers, date(2026, 11, 28)))[-2] == (
        "- <https://e.fr/> a déménagé vers <https://e.fr/%20%3Cimg%20src=x%3E%20%60@a%60>"
    )
    assert Asker(pause=0).ask("mailto:@a <b>").said == (
        "elle mène à mailto:&#64;&#8203;a &#60;b&#62;, qui n'est pas une page"
    )
