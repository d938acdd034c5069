"""Dates, numbers and punctuation as French readers expect them.

`~` stands for a no-break space and `_` for a narrow one.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.french import (
    NARROW,
    NBSP,
    date_fr,
    decimal_fr,
    in_date,
    joined,
    km_fr,
    length_fr,
    size_fr,
    telephone_fr,
    towards_fr,
    typo,
)

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


def spaced(text: str) -> str:
    """Write no-break spaces where the tables have `~` and `_`."""
    return text.replace("~", NBSP).replace("_", NARROW)


def test_the_spaces_are_those_of_unicode() -> None:
    assert (NBSP, NARROW) == ("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("value", "words", "when"),
    [
        ("2020-03-06", "6~mars~2020", "le~6~mars~2020"),
        ("2020-03-01", "1er~mars~2020", "le~1er~mars~2020"),
        ("2020-08-11", "11~août~2020", "le~11~août~2020"),
        ("2020-03", "mars~2020", "en~mars~2020"),
        ("2020-08", "août~2020", "en~août~2020"),
        ("2020", "2020", "en~2020"),
        ("inconnue", "date~inconnue", "à une date~inconnue"),
    ],
)
def test_a_date_is_written_in_words(value: str, words: str, when: str) -> None:
    assert date_fr(value) == spaced(words)
    assert in_date(value) == spaced(when)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_written_with_its_month(day: date) -> None:
    number = "1er" if day.day == 1 else str(day.day)
    expected = [number, MONTHS.split()[day.month - 1], str(day.year)]
    assert date_fr(day.isoformat()).split(NBSP) == expected


@pytest.mark.parametrize(
    ("km", "expected"),
    [
        (0, "moins d’1~km"),
        (0.99, "moins d’1~km"),
        (1, "1~km"),
        (1.4, "1~km"),
        (1.6, "2~km"),
        (351.2, "351~km"),
        (999.6, "1_000~km"),
        (9377.9, "9_378~km"),
    ],
)
def test_a_distance_is_rounded_to_the_kilometre(km: float, expected: str) -> None:
    assert km_fr(km) == spaced(expected)


@pytest.mark.parametrize(
    ("e164", "expected"),
    [
        ("+33142494949", "01~42~49~49~49"),
        ("+33612345678", "06~12~34~56~78"),
        ("+262262905050", "0262~90~50~50"),
        ("+590590891010", "0590~89~10~10"),
    ],
)
def test_a_number_is_written_as_it_is_dialled(e164: str, expected: str) -> None:
    assert telephone_fr(e164) == spaced(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Où aller ?", "Où aller_?"),
        ("Où aller?", "Où aller_?"),
        ("Non ; oui !", "Non_; oui_!"),
        ("Service : hématologie", "Service~: hématologie"),
        ("De 10:30 à 12:00", "De 10:30 à 12:00"),
        ("https://www.aphp.fr/?a=1;b=2", "https://www.aphp.fr/?a=1;b=2"),
        ("« CHU de Nice »", "«~CHU de Nice~»"),
        ("«CHU de Nice»", "«~CHU de Nice~»"),
        ("« Où aller ? »", "«~Où aller_?~»"),
        ("«~Où aller_?~» : là_; oui~!", "«~Où aller_?~»~: là_; oui_!"),
        ("L'hôpital n'est pas loin", "L’hôpital n’est pas loin"),
        ("1 200 malades", "1~200 malades"),
        ("1 200 000 malades", "1~200~000 malades"),
        ("à 15 km, 30 %", "à 15~km, 30~%"),
        ("01 42 49 49 49", "01 42 49 49 49"),
        ("rien à changer.", "rien à changer."),
        ("", ""),
    ],
)
def test_a_text_gets_its_no_break_spaces_and_apostrophes(written: str, expected: str) -> None:
    assert typo(spaced(written)) == spaced(expected)


@given(st.text(st.characters(exclude_characters=f"'’{NBSP}{NARROW}")))
def test_typography_changes_spaces_and_apostrophes_only(text: str) -> None:
    kept = typo(text).replace(NBSP, "").replace(NARROW, "").replace(" ", "")
    assert kept == text.replace(" ", "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["lymphome"], "lymphome"),
        (["lymphome", "myélome"], "lymphome et myélome"),
        (["adultes", "adolescents", "enfants"], "adultes, adolescents et enfants"),
    ],
)
def test_words_are_joined_with_a_last_et(words: list[str], expected: str) -> None:
    assert joined(words) == expected


def test_a_decimal_has_a_comma_and_one_digit_after_it() -> None:
    assert [decimal_fr(number) for number in (10, 9.25, -0.5)] == ["10,0", "9,2", "-0,5"]


@pytest.mark.parametrize(
    ("km", "expected"),
    [
        (0.0, "moins d’1~m"),
        (0.00099, "moins d’1~m"),
        (0.001, "1~m"),
        (0.3204, "320~m"),
        (0.9994, "999~m"),
        (0.9995, "1,0~km"),
        (1.24, "1,2~km"),
        (9.94, "9,9~km"),
        (9.96, "10~km"),
        (1234.0, "1_234~km"),
    ],
)
def test_a_short_way_is_in_metres_and_a_long_one_in_kilometres(km: float, expected: str) -> None:
    assert length_fr(km) == spaced(expected)


@pytest.mark.parametrize(
    ("degrees", "expected"),
    [
        (0, "le nord"),
        (22, "le nord"),
        (23, "le nord-est"),
        (90, "l’est"),
        (135, "le sud-est"),
        (180, "le sud"),
        (225, "le sud-ouest"),
        (270, "l’ouest"),
        (315, "le nord-ouest"),
        (337, "le nord-ouest"),
        (338, "le nord"),
        (359.99, "le nord"),
    ],
)
def test_a_direction_is_a_point_of_the_compass(degrees: float, expected: str) -> None:
    assert towards_fr(degrees) == f"vers {expected}"


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "1~Ko"), (1000, "1~Ko"), (539_396, "540~Ko"), (1_000_001, "1_001~Ko")],
)
def test_a_size_is_rounded_up_to_a_thousand_bytes(count: int, expected: str) -> None:
    assert size_fr(count) == spaced(expected)
