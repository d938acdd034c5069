"""What is due on a day, and in which order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.delais import Delais
from generator.echeances import Due, due_on
from generator.front_matter import FrontMatter, Relecture
from tests.samples import TODAY as DAY
from tests.samples import Entry, directory, entry, lille, nice, register, source

if TYPE_CHECKING:
    from generator.choices import Fait

DELAIS = Delais(avertir=150, marquer=180)
PAST = st.dates(date(2019, 1, 1), date(2026, 11, 22))
WRITTEN = st.just("inconnue") | st.builds(
    date.strftime, PAST, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"])
)
FACTS = ("activite", "adresse", "position", "telephone", "publics", "maladies")
EVERY = f"[{', '.join(FACTS)}]"


def due(*entries: Entry, day: date = DAY, pages: dict[str, FrontMatter] | None = None) -> Due:
    return due_on(day, directory(*entries), pages or {}, DELAIS)


def check(day: date, *facts: str) -> dict[str, str]:
    return {"le": day.isoformat(), "par": "Camille Martin", "quoi": f"[{', '.join(facts)}]"}


def page(planned: str, relu_par: Relecture | None = None) -> FrontMatter:
    return FrontMatter(
        titre="Une page",
        objectif="Un essai.",
        public=("patients",),
        verifie_le="2020",
        revision_le=planned,
        relu_par=relu_par,
    )


def faits(found: Due) -> dict[str, list[tuple[Fait, ...]]]:
    return {one.centre.id: [facts.faits for facts in one.facts] for one in found.centres}


def test_facts_that_rest_on_one_word_are_due_together_the_oldest_first() -> None:
    assert faits(due(entry())) == {
        "lyon-sud": [("adresse", "position", "telephone"), ("activite", "publics", "maladies")]
    }


def test_a_hospital_has_the_line_where_it_starts() -> None:
    assert {one.centre.id: one.line for one in due(entry(), lille()).centres} == {
        "lyon-sud": 6,
        "lille": 33,
    }


def test_a_withdrawn_hospital_is_never_due() -> None:
    gone = nice(retire={"le": "2026-11", "motif": "fermé"})
    assert list(faits(due(lille(), gone))) == ["lille"]


@pytest.mark.parametrize(("age", "is_due"), [(0, False), (150, False), (151, True), (400, True)])
def test_a_check_is_due_once_it_is_older_than_the_editor_allows(age: int, *, is_due: bool) -> None:
    checked = entry(verifie=check(DAY - timedelta(days=age), *FACTS))
    found = due(checked)
    assert faits(found) == (
        {"lyon-sud": [("activite", "publics", "maladies"), ("adresse", "position", "telephone")]}
        if is_due
        else {}
    )
    assert (found.old_checks, found.never) == (int(is_due), (0, 0))


def test_of_a_hospital_only_what_is_not_freshly_checked_is_due() -> None:
    found = due(entry(verifie=check(DAY, "telephone", "publics")), lille())
    assert faits(found) == {
        "lyon-sud": [("adresse", "position"), ("activite", "maladies")],
        "lille": [("adresse", "position", "telephone"), ("activite", "publics", "maladies")],
    }
    assert (found.old_checks, found.never) == (0, (10, 2))


def test_an_unknown_date_is_older_than_any_other() -> None:
    unknown = lille(sources=[source(date="inconnue"), register()])
    assert list(faits(due(entry(), unknown))) == ["lille", "lyon-sud"]
    assert faits(due(unknown))["lille"][0] == ("activite", "publics", "maladies")


@pytest.mark.parametrize(
    ("planned", "days"),
    [
        ("2027-05-15", {date(2027, 4, 14): False, date(2027, 4, 15): True}),
        ("2027-05", {date(2027, 3, 31): False, date(2027, 4, 1): True, date(2027, 6, 1): True}),
        ("2027", {date(2026, 12, 1): False, date(2026, 12, 2): True, date(2030, 1, 1): True}),
    ],
)
def test_a_page_is_due_from_thirty_days_before_its_time(
    planned: str, days: dict[date, bool]
) -> None:
    expected = ("docs/a.md", planned)
    found = {
        day: due(entry(), day=day, pages={"docs/a.md": page(planned)}).pages == (expected,)
        for day in days
    }
    assert found == days


def test_pages_to_revise_go_by_their_time_then_by_their_name() -> None:
    planned = {
        "docs/c.md": page("2026-11"),
        "docs/b.md": page("2026-12-01"),
        "docs/a.md": page("2026-12-01"),
        "docs/d.md": page("2026"),
    }
    assert [file for file, _ in due(entry(), pages=planned).pages] == [
        "docs/d.md", "docs/c.md", "docs/a.md", "docs/b.md",
    ]  # fmt: skip


def test_pages_that_no_doctor_has_read_are_named() -> None:
    read = page("2030", Relecture(nom="Dr Camille Martin", le="2026-11-20"))
    found = due(entry(), pages={"docs/a.md": page("2030"), "docs/b.md": read})
    assert (found.unread, found.texts) == (("docs/a.md",), 2)


@st.composite
def hospitals(draw: st.DrawFn) -> list[Entry]:
    """Draw hospitals whose sources have any date, and which were checked on any day or never."""
    drawn = []
    for make in (entry, lille, nice):
        sources = [
            source(
                date=draw(WRITTEN), etablit=EVERY, nature=draw(st.sampled_from(["presse", "autre"]))
            ),
            register(date=draw(WRITTEN)),
        ]
        one = make(sources=sources)
        if facts := draw(st.lists(st.sampled_from(FACTS), unique=True)):
            one["verifie"] = check(draw(PAST), *facts)
        drawn.append(one)
    return drawn


@given(hospitals())
def test_what_is_due_is_each_old_or_unchecked_fact_once_and_the_oldest_first(
    drawn: list[Entry],
) -> None:
    found = due(*drawn)
    ranks = [one.rank for one in found.centres]
    assert ranks == sorted(ranks)
    expected = {
        (centre.id, fact)
        for centre in directory(*drawn).centres
        for fact in centre.facts()
        if not centre.verifie
        or fact not in centre.verifie.quoi
        or date.fromisoformat(centre.verifie.le) < DAY - timedelta(days=150)
    }
    listed = [
        (one.centre.id, fact)
        for one in found.centres
        for facts in one.facts
        for fact in facts.faits
    ]
    assert len(listed) == len(set(listed))
    assert set(listed) == expected
    for one in found.centres:
        ages = [facts.rank for facts in one.facts]
        assert ages == sorted(ages)


@given(hospitals(), st.integers(0, 1000), st.integers(0, 1000))
def test_what_is_due_on_a_day_is_due_on_every_later_day(
    drawn: list[Entry], first: int, more: int
) -> None:
    def listed(days: int) -> set[tuple[str, str]]:
        found = due(*drawn, day=DAY + timedelta(days=days))
        return {
            (one.centre.id, fact)
            for one in found.centres
            for facts in one.facts
            for fact in facts.faits
        }

    assert listed(first) <= listed(first + more)
