"""The hospitals near a place, as the command line prints them."""

from __future__ import annotations

import pytest

from generator.proches import UnknownPlaceError, lines
from tests.samples import directory, entry, lille, register, source, without


def test_each_hospital_comes_with_its_distance_its_phone_and_what_that_is_worth() -> None:
    established = register(etablit="[adresse, position]")
    silent = without(lille(sources=[source(), established]), "telephone")
    assert list(lines("saint etienne", directory(entry(), silent)))[:4] == [
        "Depuis Saint-Étienne (42000, Loire), à vol d’oiseau\u00a0:",
        "  1. Hôpital Lyon Sud, Oullins-Pierre-Bénite (69)\u00a0: 44\u00a0km, 04\u00a078\u00a086"
        "\u00a018\u00a001 (numéro relevé dans le registre FINESS en\u00a0mars\u00a02020,"
        " non revérifié)",
        "  2. CHU de Lille (59)\u00a0: 584\u00a0km, téléphone non renseigné",
        "Ce ne sont pas des numéros d’urgence. Urgence : la consigne de la carte patient, ou le 15"
        " ou le 112 (114 par SMS).",
    ]


def test_other_places_of_the_name_are_said() -> None:
    *_, last = lines("saint-denis", directory(lille()))
    assert last.startswith(
        "Autres lieux de ce nom\u00a0: Saint-Denis (93200, Seine-Saint-Denis) ; "
    )


@pytest.mark.parametrize(
    ("words", "name"),
    [("97600", "Koungou (97600, Mayotte)"), ("nouvelle caledonie", "Nouvelle-Calédonie")],
)
def test_overseas_the_way_is_said_and_no_distance(words: str, name: str) -> None:
    first, *_ = lines(words, directory(lille()))
    assert first == (
        f"{name}\u00a0: Aucun centre de notre liste n’est proche de ce lieu : l’hématologue de"
        " l’hôpital du lieu sait quel centre peut recevoir."
    )


def test_a_name_of_no_place_is_said() -> None:
    with pytest.raises(UnknownPlaceError) as caught:
        list(lines("zzz", directory(lille())))
    assert str(caught.value) == (
        "« zzz » : aucun lieu de ce nom. Essayez le code postal, ou « 48.39, -4.49 »."
    )
