"""What holds between two hospitals, or between one and the head of the list."""

from __future__ import annotations

import pytest

from generator.cards import groups_of
from tests.samples import (
    LISTE,
    ajaccio,
    directory,
    entry,
    lille,
    nice,
    problems,
    register,
    source,
    yaml_list,
)

HEAD = "data/centres.yaml"
OFFICIAL = {
    **LISTE,
    "officielle": "{titre: Liste, editeur: Ministère, url: https://a.fr, date: 2026-11}",
}
NAMED = entry(groupe="officielle", sources=[source(url="https://a.fr"), register()])
GONE = {"le": "2026-11", "motif": "absent de la liste officielle"}


def test_an_earlier_id_is_taken_like_an_id() -> None:
    text = yaml_list(entry(anciens_ids="[lyon, nice]"), lille(anciens_ids="[lyon]"), nice())
    assert problems(text) == [
        f"{HEAD}:33:25: l'identifiant « nice » est déjà celui du centre de la ligne 62.",
        f"{HEAD}:61:19: l'identifiant « lyon » est déjà celui du centre de la ligne 33.",
    ]


def test_a_hospital_s_own_id_is_none_of_its_earlier_ones() -> None:
    assert problems(yaml_list(entry(anciens_ids="[lyon-sud]"))) == [
        f"{HEAD}:33:19: l'identifiant « lyon-sud » est déjà celui du centre de la ligne 6."
    ]


@pytest.mark.parametrize("value", ["[]", "[Lyon]", "lyon", "[lyon, lyon]"])
def test_earlier_ids_are_a_list_of_ids(value: str) -> None:
    (problem,) = problems(yaml_list(entry(anciens_ids=value)))
    assert problem.startswith(f"{HEAD}:33:")


def test_the_group_of_the_official_list_wants_the_page_that_publishes_it() -> None:
    assert problems(yaml_list(entry(groupe="officielle"))) == [
        f"{HEAD}:7:13: centre « lyon-sud » : « officielle » demande la page qui publie la liste :"
        " ajoutez « officielle » sous « liste », en tête du fichier."
    ]


def test_the_official_list_replaces_both_other_groups() -> None:
    text = yaml_list(NAMED, lille(), nice(), ajaccio(retire=GONE), liste=OFFICIAL)
    assert problems(text) == [
        f"{HEAD}:{line}:13: centre « {key} » : la liste officielle remplace ce groupe : écrivez"
        " « groupe: officielle » si elle nomme cet hôpital, sinon ajoutez « retire »."
        for key, line in (("lille", 35), ("nice", 62))
    ]


def test_a_hospital_of_the_official_list_cites_it() -> None:
    text = yaml_list(entry(groupe="officielle"), liste=OFFICIAL)
    assert problems(text) == [
        f"{HEAD}:8:13: centre « lyon-sud » : aucune de ses sources n'est la liste officielle :"
        " ajoutez une source dont l'« url » est « https://a.fr », ou changez de groupe."
    ]


def test_the_missing_page_of_the_official_list_is_said_once() -> None:
    (problem,) = problems(yaml_list(NAMED, lille(groupe="officielle")))
    assert problem.startswith(f"{HEAD}:7:13: centre « lyon-sud » : « officielle » demande la page")


def test_an_official_list_that_names_all_but_the_withdrawn_is_right() -> None:
    assert problems(yaml_list(NAMED, lille(retire=GONE), liste=OFFICIAL)) == []


def test_each_group_has_its_title_and_its_mark() -> None:
    shown = [(one.key, one.title, one.legend) for one in groups_of(directory(entry(), nice()))]
    assert shown == [
        (
            "liste_2021",
            "1\u00a0centre de la liste d’origine (vers 2021), reconstituée",
            "rond\u00a0: liste d’origine (vers 2021), reconstituée",
        ),
        (
            "depuis",
            "1\u00a0centre ouvert depuis, selon son hôpital ou la presse",
            "carré\u00a0: ouvert depuis, selon son hôpital ou la presse",
        ),
    ]
