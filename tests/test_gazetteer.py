"""Names of places as readers type them, and the communes they name."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.gazetteer import Commune, Gazetteer, departements_of, fold
from tests.samples import ROOT

if TYPE_CHECKING:
    from generator.rules import France

CSV = """\
code_insee,nom,codes_postaux,departement,latitude,longitude,population,anciens_noms
11339,Saint-Denis,11310,11,43.36031,2.22032,512,
93066,Saint-Denis,93200 93210,93,48.93697,2.35976,141441,
97411,Saint-Denis,97400 97417 97490,974,-20.87897,55.44863,147931,
2A004,Ajaccio,20000 20090 20167,2A,41.91865,8.73688,70659,
2B033,Bastia,20200 20600,2B,42.70208,9.45147,45715,
26216,Nyons,26110,26,44.36,5.14,6779,
84094,Nyons,26110,84,44.30,5.10,,
69123,Lyon,,69,45.76769,4.83537,516092,
"""
SMALL = Gazetteer.read(CSV.splitlines())


@pytest.mark.parametrize(
    "words",
    [
        ("L'Haÿ-les-Roses", "l hay les roses", "L’HAŸ LES ROSES", "haÿ-les-roses"),
        ("Saint-Étienne", "st étienne", "St-Etienne", "SAINT ETIENNE", "  saint   étienne "),
        ("Sainte-Foy-lès-Lyon", "ste foy les lyon", "Ste-Foy-lès-Lyon"),
        ("Œuilly", "oeuilly", "OEUILLY", "œuilly"),
        ("Le Kremlin-Bicêtre", "kremlin bicetre", "le kremlin bicêtre"),
        ("Les Abymes", "abymes"),
        ("La Réunion", "reunion"),
        ("Aÿ-Champagne", "ay champagne"),
        ("Paris 13e Arrondissement", "paris 13ème arrondissement", "Paris 13 arrondissement"),
        ("Lyon 1er Arrondissement", "lyon 1 arrondissement"),
    ],
)  # fmt: skip
def test_what_a_hurried_reader_types_is_the_same_name(words: tuple[str, ...]) -> None:
    assert len({fold(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lyon", "Lion"),
        ("Saint-Denis", "Saint-Denis-en-Val"),
        ("Stains", "Saintains"),
        ("Leschelles", "Chelles"),
        ("Lavaur", "Vaur"),
    ],
)
def test_two_names_stay_two(first: str, second: str) -> None:
    assert fold(first) != fold(second)


@given(st.text(st.characters(exclude_characters="\n")))
def test_a_folded_name_holds_plain_letters_figures_and_single_spaces(nom: str) -> None:
    folded = fold(nom)
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert folded == " ".join(folded.split())


@given(st.lists(st.text(st.characters(exclude_characters="\n")), min_size=1))
def test_names_on_several_lines_are_folded_one_by_one(names: list[str]) -> None:
    assert fold("\n".join(names)).split("\n") == [fold(name) for name in names]


@given(st.sampled_from(["Saint-Denis", "L'Haÿ-les-Roses", "Œuilly", "Le Mans"]), st.data())
def test_case_marks_and_spaces_do_not_matter(nom: str, data: st.DataObject) -> None:
    sloppy = "".join(
        data.draw(st.sampled_from([letter.lower(), letter.upper()]))
        if letter.isalpha()
        else data.draw(st.sampled_from([" ", "-", "'", "  "]))
        for letter in nom
    )
    assert fold(f" {sloppy} ") == fold(nom)


@pytest.mark.parametrize(
    ("code", "departements"),
    [
        ("69310", ("69",)),
        ("06200", ("06",)),
        ("59037", ("59",)),
        ("20090", ("2A", "2B")),
        ("20200", ("2A", "2B")),
        ("97400", ("974",)),
        ("97600", ("976",)),
        ("98000", ("980",)),
    ],
)
def test_a_postcode_names_departements(code: str, departements: tuple[str, ...]) -> None:
    assert departements_of(code) == departements


def test_a_commune_keeps_what_its_line_says() -> None:
    [lyon] = SMALL.named("Lyon")
    assert lyon == Commune(
        code_insee="69123",
        nom="Lyon",
        codes_postaux=(),
        departement="69",
        latitude=45.76769,
        longitude=4.83537,
        population=516092,
    )
    nyons = SMALL.named("Nyons")[-1]
    assert (nyons.codes_postaux, nyons.population) == (("26110",), None)


def test_a_commune_knows_the_names_that_were_merged_into_it() -> None:
    line = "01015,Arboys en Bugey,01300,01,45.72863,5.65059,644,Arbignieu|Saint-Bois"
    [arboys] = Gazetteer.read([CSV.splitlines()[0], line]).communes
    assert arboys.anciens_noms == ("Arbignieu", "Saint-Bois")


def test_all_communes_are_listed_most_populous_first() -> None:
    assert [commune.code_insee for commune in SMALL.communes][:3] == ["69123", "97411", "93066"]
    assert SMALL.communes[-1].population is None


def test_communes_of_a_name_are_listed_most_populous_first() -> None:
    assert [commune.departement for commune in SMALL.named("saint denis")] == ["974", "93", "11"]
    assert [commune.departement for commune in SMALL.named("nyons")] == ["26", "84"]
    assert SMALL.named("Nulle-Part") == []


@pytest.mark.parametrize(
    ("nom", "code", "insee"),
    [
        ("Saint-Denis", "97400", "97411"),
        ("Saint-Denis", "93200", "93066"),
        ("Saint-Denis", "93205", "93066"),
        ("st denis", "11310", "11339"),
        ("Ajaccio", "20090", "2A004"),
        ("Ajaccio", "20303", "2A004"),
        ("Bastia", "20200", "2B033"),
        ("Lyon", "69008", "69123"),
        ("Saint-Denis", "75010", None),
        ("Nulle-Part", "93200", None),
    ],
)
def test_a_commune_is_found_by_name_and_postcode(nom: str, code: str, insee: str | None) -> None:
    found = SMALL.find(nom, code)
    assert (found and found.code_insee) == insee


def test_a_commune_with_that_very_postcode_comes_before_its_departement() -> None:
    # 26110 starts like the Drôme, but it is Vaucluse's own here.
    lines = [*CSV.splitlines()[:1], "26216,Nyons,26111,26,44.36,5.14,6779,", CSV.splitlines()[7]]
    found = Gazetteer.read(lines).find("Nyons", "26110")
    assert found is not None
    assert found.departement == "84"


@pytest.mark.parametrize(
    ("nom", "code", "expected"),
    [
        ("Saint-Deniis", "93200", "Saint-Denis"),
        ("ajacio", "20090", "Ajaccio"),
        ("Bastiia", "20200", "Bastia"),
        ("Lion", "69008", "Lyon"),
        ("Lion", "93200", None),
        ("Nulle-Part", "69008", None),
        ("Saint-Deniis", "75010", None),
    ],
)
def test_a_misspelt_name_is_likened_to_its_departement_s(
    nom: str, code: str, expected: str | None
) -> None:
    assert SMALL.like(nom, code) == expected


@pytest.mark.parametrize(
    ("nom", "code", "insee"),
    [
        ("Lille", "59037", "59350"),
        ("Nice", "06200", "06088"),
        ("L'HAY LES ROSES", "94240", "94038"),
        ("st etienne", "42055", "42218"),
        ("Ajaccio", "20090", "2A004"),
        ("Saint-Denis", "97400", "97411"),
        ("Paris", "75010", "75056"),
    ],
)
def test_the_communes_of_france_are_found(nom: str, code: str, insee: str, france: France) -> None:
    found = france.gazetteer.find(nom, code)
    assert found is not None
    assert found.code_insee == insee


def test_every_commune_of_france_is_found_by_its_own_name_and_postcode(france: France) -> None:
    with (ROOT / "data" / "communes.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["codes_postaux"]][::50]
    lost = [
        row["nom"]
        for row in rows
        if (found := france.gazetteer.find(row["nom"], row["codes_postaux"][:5])) is None
        or fold(found.nom) != fold(row["nom"])
        or found.codes_postaux[0] != row["codes_postaux"][:5]
    ]
    assert len(rows) > 100
    assert lost == []


def test_a_commune_is_found_by_the_name_of_one_that_was_merged_into_it(france: France) -> None:
    merged = france.gazetteer.merged("PIERRE BENITE", "69495")
    assert merged
    assert merged.nom == "Oullins-Pierre-Bénite"
    assert france.gazetteer.merged("PIERRE BENITE", "75010") is None


def test_the_codes_of_streets_leave_cedex_out(france: France) -> None:
    assert {"59000", "69310", "75010"} <= france.gazetteer.codes_postaux
    assert "59037" not in france.gazetteer.codes_postaux
