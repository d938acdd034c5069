"""How many days a check is good for, as mkdocs.yml says it."""

from __future__ import annotations

import pytest

from generator.delais import AVERTIR, MARQUER, Delais
from generator.errors import DataError

WRONG = "mkdocs.yml:1:1: « {} » : écrivez un nombre entier de jours, 1 au moins (exemple : {})."


def read(avertir: object, marquer: object) -> Delais:
    return Delais.of({AVERTIR: avertir, MARQUER: marquer})


def test_an_option_left_empty_has_its_usual_value() -> None:
    assert Delais.of({}) == read(None, None) == Delais(avertir=150, marquer=180)
    assert read(None, 365) == Delais(avertir=150, marquer=365)
    assert read(30, None) == Delais(avertir=30, marquer=180)


def test_the_editor_may_be_told_on_the_day_when_the_page_says_so() -> None:
    assert read(180, 180) == Delais(avertir=180, marquer=180)


@pytest.mark.parametrize(
    "value", ["150", "six mois", "", 150.0, 0, -1, True, [150], {"jours": 150}]
)
def test_what_is_no_whole_number_of_days_is_refused(value: object) -> None:
    with pytest.raises(DataError) as caught:
        read(value, value)
    assert str(caught.value) == f"{WRONG.format(AVERTIR, 150)}\n{WRONG.format(MARQUER, 180)}"


@pytest.mark.parametrize(("avertir", "marquer"), [(181, None), (60, 30)])
def test_the_editor_is_told_before_the_reader(avertir: int, marquer: int | None) -> None:
    with pytest.raises(DataError) as caught:
        read(avertir, marquer)
    assert str(caught.value) == (
        f"mkdocs.yml:1:1: « avertir_apres_jours » : {avertir} jours dépassent les"
        f" {marquer or 180} de « marquer_apres_jours » : avertissez d'abord, marquez ensuite."
    )
