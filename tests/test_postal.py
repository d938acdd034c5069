"""Names and addresses of the register beside those of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.postal import commune_of, same_code, same_name, same_street, same_town, street
from generator.register import Etablissement

if TYPE_CHECKING:
    from generator.rules import France


def _site(code: str, town: str, insee: str = "") -> Etablissement:
    return Etablissement(finess="", noms=(), code_postal=code, acheminement=town, code_insee=insee)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("1 avenue Claude-Vellefaux", "1 AV CLAUDE VELLEFAUX"),
        ("48 boulevard Sérurier", "48 BD SERURIER"),
        ("165 chemin du Grand-Revoyet", "165 CHE DU GRAND REVOYET"),
        ("149 rue de Sèvres", "149 R DE SEVRES"),
        ("47-83 boulevard de l'Hôpital", "47 BD DE L HOPITAL"),
        ("47-83 boulevard de l'Hôpital", "83 BOULEVARD HOPITAL"),
        ("51 avenue du Maréchal-de-Lattre-de-Tassigny", "51 AV DU MAL DE LATTRE DE TASSIGNY"),
        ("184 rue du Faubourg-Saint-Antoine", "184 R DU FBG ST ANTOINE"),
        ("1 rond-point du Professeur-Christian-Cabrol", "1 RPT DU PR CHRISTIAN CABROL"),
        ("12 bis rue Larrey", "12B R LARREY"),
        ("12 B rue Larrey", "12 BIS RUE LARREY"),
        ("Rue du Morvan, bâtiment Philippe-Canton", "R DU MORVAN"),
        ("12 rue Larrey", "RUE LARREY"),
    ],
)
def test_an_address_that_says_as_much_is_the_same(ours: str, theirs: str) -> None:
    assert same_street(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("1 avenue Claude-Vellefaux", "2 AV CLAUDE VELLEFAUX"),
        ("Rue du Morvan", "5 R DU MORVAN"),
        ("12 rue Larrey", "12B R LARREY"),
        ("1 avenue Foch", "1 BD FOCH"),
        ("12 rue Larrey", "12 R LARREY PROLONGEE"),
    ],
)
def test_an_address_that_says_something_else_is_another(ours: str, theirs: str) -> None:
    assert not same_street(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "known"),
    [
        ("Hôpital Saint-Louis", "GHU APHP NORD SITE ST LOUIS", "Paris AP-HP"),
        ("Hôpital Lyon Sud", "HCL - CENTRE HOSPITALIER LYON SUD", "Oullins HCL"),
        ("CHU de Nantes, Hôtel-Dieu", "HOTEL DIEU", "Nantes CHU de Nantes"),
        ("CHU de Lille", "HOPITAL HURIEZ CHU LILLE", "Lille CHU de Lille"),
        ("Centre Henri-Becquerel", "CRLCC HENRI BECQUEREL", "Rouen Unicancer"),
        (
            "CHU de Clermont-Ferrand, site Estaing",
            "CENTRE HOSPITALIER DE CLERMONT-FERRAND EST",
            "Clermont-Ferrand CHU de Clermont-Ferrand",
        ),
    ],
)
def test_a_name_that_the_registers_holds_is_the_same(ours: str, theirs: str, known: str) -> None:
    assert same_name([ours], [theirs], known)


@pytest.mark.parametrize(
    ("ours", "theirs", "known"),
    [
        ("Hôpital Lyon Sud", "HCL LYON", "Oullins HCL"),
        ("Hôpital Cochin", "HOPITAL BROCA", "Paris AP-HP"),
        ("CHU de Nice", "HOPITAL DE L'ARCHET", "Nice CHU de Nice"),
        # Short enough to be whole.
        ("CHU de Clermont-Ferrand, site Estaing", "CHU CLERMONT EST", "Clermont-Ferrand CHU"),
    ],
)
def test_a_name_without_what_tells_ours_is_to_be_looked_at(
    ours: str, theirs: str, known: str
) -> None:
    assert not same_name([ours], [theirs], known)


def test_a_name_that_people_use_is_as_good() -> None:
    assert same_name(["Institut Paoli-Calmettes", "IPC"], ["CRLCC IPC MARSEILLE"], "Marseille")


@pytest.mark.parametrize(
    ("ville", "code", "site"),
    [
        ("Oullins-Pierre-Bénite", "69310", _site("69495", "PIERRE BENITE CEDEX")),
        ("Oullins-Pierre-Bénite", "69310", _site("69600", "OULLINS")),
        ("Paris", "75013", _site("75651", "PARIS CEDEX 13")),
        ("Paris", "75013", _site("75013", "PARIS 13E ARRONDISSEMENT")),
        ("Vandœuvre-lès-Nancy", "54511", _site("54511", "VANDOEUVRE LES NANCY CEDEX")),
        ("Ajaccio", "20090", _site("20303", "AJACCIO CEDEX")),
        ("Saint-Denis", "97400", _site("97405", "ST DENIS CEDEX")),
        # The post office of the envelope is not the commune, whose code tells.
        ("Pessac", "33604", _site("33075", "BORDEAUX CEDEX", "33318")),
    ],
)
def test_a_town_is_known_by_its_names_and_its_code(
    ville: str, code: str, site: Etablissement, france: France
) -> None:
    commune = france.gazetteer.find(ville, code)
    assert commune
    assert same_town(commune, site)


def test_another_town_is_another(france: France) -> None:
    commune = france.gazetteer.find("Lille", "59037")
    assert commune
    assert not same_town(commune, _site("59120", "LOOS", "59360"))
    assert not same_town(commune, _site("59037", "LILLERS CEDEX"))


@pytest.mark.parametrize(
    ("ville", "ours", "site", "same"),
    [
        ("Lille", "59037", _site("59000", "LILLE"), True),
        ("Lille", "59000", _site("59037", "LILLE CEDEX"), True),
        ("Lille", "59037", _site("59020", "LILLE CEDEX"), True),
        ("Lille", "59000", _site("59800", "LILLE"), False),
        ("Paris", "75010", _site("75475", "PARIS CEDEX 10"), True),
        ("Paris", "75010", _site("75019", "PARIS"), False),
        ("Ajaccio", "20090", _site("20303", "AJACCIO CEDEX"), True),
        ("Lille", "59037", _site("62020", "LILLE CEDEX"), False),
        ("Lille", "59037", _site("59120", "LOOS"), False),
    ],
)
def test_the_code_of_a_street_and_a_cedex_of_one_town_are_the_same(
    ville: str, ours: str, site: Etablissement, *, same: bool, france: France
) -> None:
    commune = france.gazetteer.find(ville, ours)
    assert commune
    assert same_code(ours, site, commune, france.gazetteer) is same


def test_the_town_of_an_envelope_is_found_under_its_name_of_today(france: France) -> None:
    for site, nom in (
        (_site("69495", "PIERRE BENITE CEDEX"), "Oullins-Pierre-Bénite"),
        (_site("20303", "AJACCIO CEDEX"), "Ajaccio"),
        (_site("75475", "PARIS CEDEX 10"), "Paris"),
    ):
        commune = commune_of(site, france.gazetteer)
        assert commune
        assert commune.nom == nom
    assert commune_of(_site("69495", "NULLE PART CEDEX"), france.gazetteer) is None


@pytest.mark.parametrize(
    ("voie", "written"),
    [
        ("1 AV CLAUDE VELLEFAUX", "1 avenue CLAUDE VELLEFAUX"),
        ("12BIS R LARREY", "12BIS rue LARREY"),
        ("AV DE MAGELLAN", "avenue DE MAGELLAN"),
        ("62 AVENUE DE JASSERON", "62 avenue DE JASSERON"),
        ("MORNE JOLIVIERE", "MORNE JOLIVIERE"),
        ("", ""),
    ],
)
def test_a_kind_of_street_is_written_out(voie: str, written: str) -> None:
    assert street(voie) == written
