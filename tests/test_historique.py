"""What was noted of changes: what is read, what is refused, and the page that is made of it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from generator import historique
from generator.errors import DataError
from generator.french import typo
from generator.historique import Changement, Fiche, Historique
from tests.samples import ROOT, TODAY, directory, entry, lille

FILE = "data/historique.yaml"
SAMPLE = (ROOT / "tests" / "historique.yaml").read_bytes()
HOSTILE = "</li><script>alert(1)</script> {{ 7 * 7 }} _a_ [b](c) &amp; \"'`"


def noted(*changements: Changement) -> Historique:
    """Hold entries, as they would be read."""
    return Historique(changements=changements)


def on(day: str, *liste: str, depuis: str | None = None) -> Changement:
    """Note that the list changed."""
    return Changement(le=day, depuis=depuis, liste=liste or ("La liste change.",))


def shown(one: Historique) -> str:
    """Make the page."""
    return historique.page(one, directory(entry(anciens_ids="[lyon]"), lille()))


def test_the_history_of_the_site_is_right() -> None:
    path = ROOT / "data" / historique.FILE
    assert historique.read(path.read_bytes(), FILE, TODAY) == Historique()


def test_a_right_history_is_read() -> None:
    first, second = historique.read(SAMPLE, FILE, TODAY).changements
    assert first == Changement(
        le="2026-05-04",
        depuis="1a2b3c4",
        centres=(
            Fiche(
                id="lyon-sud",
                nom="Hôpital Lyon Sud",
                dit=(
                    "Téléphone : « 04 72 00 00 00 » devient « 04 78 86 18 01 ».",
                    'Publics : « 2 < 3 & "#1" » devient « A: b ».',
                ),
            ),
            Fiche(nom="Clinique <b>d'avant</b>", dit=("N'est plus dans la liste.",)),
        ),
        liste=("La liste passe de 2 à 1 centre.",),
    )
    assert second == Changement(le="2026-05-04", pages=("Texte changé : « Questions ».",))


@pytest.mark.parametrize(
    "text", ["", "\n", "# Rien encore.\n", "changements:\n", "changements: []\n", "\ufeff# x\r\n"]
)
def test_a_file_that_says_nothing_has_no_entry(text: str) -> None:
    assert historique.read(text.encode(), FILE, TODAY) == Historique()


def test_a_file_in_another_encoding_is_refused() -> None:
    with pytest.raises(DataError) as caught:
        historique.read("# Noté\n".encode("latin-1"), FILE, TODAY)
    assert str(caught.value) == (
        "data/historique.yaml:1:6: le fichier n'est pas en UTF-8 : réenregistrez-le avec"
        " l'encodage « UTF-8 »."
    )


def test_the_entries_of_one_day_have_each_a_name_that_stays() -> None:
    one = noted(on("2026-05-03"), on("2026-05-04", "a"), on("2026-05-04", "b"))
    assert [name for name, _ in one.latest_first] == ["2026-05-04-2", "2026-05-04", "2026-05-03"]


def test_a_list_on_paper_is_old_since_the_last_change_of_the_list() -> None:
    pages = Changement(le="2026-05-06", pages=("Texte changé : « A ».",))
    assert noted(on("2026-05-03"), on("2026-05-04"), pages).list_changed == "2026-05-04"
    assert noted(pages).list_changed is None


def test_the_page_shows_the_latest_first_and_is_dated_by_it() -> None:
    page = shown(noted(on("2026-05-03", "Un."), on("2026-05-04", "Deux.")))
    assert re.findall(r'<h2 id="([^"]+)"><time datetime="([^"]+)">([^<]+)', page) == [
        ("le-2026-05-04", "2026-05-04", "4\u00a0mai\u00a02026"),
        ("le-2026-05-03", "2026-05-03", "3\u00a0mai\u00a02026"),
    ]
    assert page.index("Deux.") < page.index("Un.")
    assert "mise_a_jour: '2026-05-04'" in page
    assert "Aucun changement" not in page


def test_the_page_without_an_entry_says_so_and_is_dated_by_the_list() -> None:
    page = shown(Historique())
    assert "<p>Aucun changement publié pour l’instant.</p>" in page
    assert "mise_a_jour: 2026-11" in page


def test_the_page_leads_to_hospitals_that_have_a_page_and_only_to_them() -> None:
    fiches = tuple(
        Fiche(id=key, nom=f"Nom {number}", dit=("Ajouté à la liste.",))
        for number, key in enumerate(("lyon-sud", "lyon", "absent", None))
    )
    page = shown(noted(Changement(le="2026-05-04", centres=fiches)))
    assert re.findall(r'<li>(?:<a href="([^"]+)">)?(Nom \d)', page) == [
        ("../centres/lyon-sud/", "Nom 0"),
        ("../centres/lyon-sud/", "Nom 1"),
        ("", "Nom 2"),
        ("", "Nom 3"),
    ]


def test_no_text_acts_in_the_page() -> None:
    fiche = Fiche(id="lyon-sud", nom=HOSTILE, dit=(HOSTILE,))
    one = Changement(le="2026-05-04", centres=(fiche,), liste=(HOSTILE,), pages=(HOSTILE,))
    page = shown(noted(one))
    assert "<script" not in page
    assert unescape(page).count(typo(HOSTILE)) == 4


def test_the_search_does_not_lead_to_what_was_said_before() -> None:
    page = shown(noted(on("2026-05-04", "Téléphone : « 1 » devient « 2 ».")))
    before, excluded = page.split("<div data-search-exclude>")
    assert "devient" not in before
    assert "devient" in excluded
