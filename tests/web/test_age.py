"""What has grown old by its reader's own day says so: a text, and what an editor checked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

import pytest

from generator import engine
from generator.__main__ import main
from tests.web.conftest import open_map, watch
from tests.web.place import LILLE, LYON, lay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


class Reader(Protocol):
    """Read a part of a page as somebody does at an instant, by the clocks of a zone."""

    def __call__(self, instant: datetime, address: str, zone: str, part: str = ".pied") -> str:
        """Read it."""


PAST = "À réviser\u00a0: la date de révision prévue est passée."
CHECKED = "Vérifié le\u00a02\u00a0mars\u00a02026 par Camille Martin"
CHECK = {"le": "2026-03-02", "par": "Camille Martin", "quoi": ["telephone", "publics"]}
FRESH = datetime(2026, 4, 11, 23, 59, tzinfo=UTC)
"""Forty days after the check, which is as long as one is good for in this site."""
MARK = ", il y a plus de 40 jours\u00a0: à revérifier"


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Build texts to be read again in a month, on a day and in a year, and a checked hospital."""
    root = lay(
        tmp_path_factory.mktemp("revision") / "site",
        [{**LYON, "verifie": CHECK}, LILLE],
        avertir_apres_jours=20,
        marquer_apres_jours=40,
    )
    for name, day in (("accessibilite", "2027-05-15"), ("mentions-legales", "2027")):
        page = root / "docs" / f"{name}.md"
        page.write_text(page.read_text("utf-8").replace("2027-05", day), "utf-8")
    assert engine.build(root / "mkdocs.yml", root / "bati")
    return serve(root / "bati")


@pytest.fixture(scope="module")
def read_at(browser: Browser) -> Iterator[Reader]:
    """Lend readers of each zone: a page of its own would cost each a fifth of a second."""
    there: dict[str, Page] = {}
    faults: list[str] = []

    def read(instant: datetime, address: str, zone: str, part: str = ".pied") -> str:
        if zone not in there:
            there[zone] = browser.new_page(timezone_id=zone)
            watch(there[zone], faults)
        page = there[zone]
        page.clock.set_fixed_time(instant)
        page.goto(address)
        shown = page.locator(part).inner_text()
        assert faults == []
        return shown

    yield read
    for page in there.values():
        page.close()


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Europe/Paris", "America/Martinique"])
@pytest.mark.parametrize(
    ("path", "over"),
    [
        ("texte/", (2027, 6, 1)),
        ("accessibilite/", (2027, 5, 16)),
        ("mentions-legales/", (2028, 1, 1)),
    ],
)
def test_a_page_is_to_be_revised_once_all_of_the_time_planned_is_over(
    read_at: Reader, planned: str, path: str, over: tuple[int, int, int], zone: str
) -> None:
    over_at = datetime(*over, tzinfo=ZoneInfo(zone))
    assert PAST not in read_at(over_at - timedelta(seconds=1), f"{planned}/{path}", zone)
    assert PAST in read_at(over_at, f"{planned}/{path}", zone)


def test_a_page_to_be_revised_says_so_between_its_readers_and_its_dates(
    read_at: Reader, planned: str
) -> None:
    shown = read_at(datetime(2030, 1, 1, tzinfo=UTC), f"{planned}/texte/", "UTC")
    readers, past, dates = (shown.index(words) for words in ("s’adresse", PAST, "Texte comparé"))
    assert readers < past < dates


def test_no_built_page_says_that_it_is_to_be_revised(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert [page for page in pages if "À réviser" in page.read_text("utf-8")] == []
    told = {page.parent.name for page in pages if "assets/age" in page.read_text("utf-8")}
    # The hospitals of this site have not been checked: their pages need no script for it.
    assert told == {site.name, "texte", "accessibilite", "mentions-legales"}


@pytest.mark.parametrize(
    ("path", "places"),
    [
        ("centres/lyon/", 4),
        ("centres/", 1),
        ("trouver/", 1),
        ("departements/69-rhone/", 1),
        ("departements/59-nord/", 1),
    ],
)
def test_an_old_check_is_marked_wherever_it_is_said(
    read_at: Reader, planned: str, path: str, places: int
) -> None:
    fresh, old = (
        read_at(day, f"{planned}/{path}", "UTC", "main")
        for day in (FRESH, FRESH + timedelta(minutes=1))
    )
    assert (fresh.count(f"{CHECKED}."), fresh.count("à revérifier")) == (places, 0)
    assert old.count(f"{CHECKED}{MARK}.") == old.count(CHECKED) == places


def test_what_nobody_has_checked_is_not_marked_twice(read_at: Reader, planned: str) -> None:
    shown = read_at(datetime(2030, 1, 1, tzinfo=UTC), f"{planned}/centres/lille/", "UTC", "main")
    assert "Numéro relevé dans le registre FINESS en\u00a0mars\u00a02020, non revérifié." in shown
    assert "à revérifier" not in shown


def test_an_old_check_is_marked_on_the_map(page: Page, planned: str) -> None:
    page.clock.set_fixed_time(FRESH + timedelta(minutes=1))
    open_map(page, planned)
    for town, said in (("Lyon", f"{CHECKED}{MARK}. Ce"), ("Lille", "non revérifié. Ce")):
        page.get_by_role("button", name=f"Hôpital d'essai de {town}").press("Enter")
        bubble = page.get_by_role("dialog", name=f"Hôpital d'essai de {town}")
        assert said in bubble.inner_text()
        bubble.get_by_role("button", name="Fermer").click()


@pytest.mark.parametrize(
    ("day", "age"),
    [
        ((2026, 5, 2), "de 40 jours"),
        ((2026, 5, 3), "de 2 mois"),
        ((2026, 9, 2), "de 5 mois"),
        ((2026, 9, 3), "de 6 mois"),
        ((2027, 3, 2), "de 11 mois"),
        ((2027, 3, 3), "d’un an"),
        ((2028, 3, 2), "d’un an"),
        ((2028, 3, 3), "de 2 ans"),
    ],
)
def test_the_mark_says_less_than_the_time_that_has_passed(
    read_at: Reader, planned: str, day: tuple[int, int, int], age: str
) -> None:
    shown = read_at(datetime(*day, 12, tzinfo=UTC), f"{planned}/centres/", "UTC", "main")
    assert f"{CHECKED}, il y a plus {age}\u00a0: à revérifier." in shown


def test_without_javascript_a_check_has_its_date_alone(browser: Browser, planned: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{planned}/centres/lyon/")
    assert page.locator(".telephone + .prudence").inner_text().startswith(f"{CHECKED}. ")
    context.close()


def test_an_age_that_is_wrong_stops_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = lay(tmp_path / "site", [LYON], marquer_apres_jours="six mois")
    assert main(["--racine", str(root), "build"]) == 1
    assert capsys.readouterr() == (
        "",
        "mkdocs.yml:26:26: « marquer_apres_jours » : écrivez un nombre entier de jours, 1 au moins"
        " (exemple : 180).\nLe site n'a pas changé : la construction a échoué.\n",
    )
