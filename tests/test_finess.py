"""The list beside the national register, as an editor asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.__main__ import main
from tests.extracts import (
    AJACCIO,
    FORMATS,
    LILLE,
    LYON,
    SAINT_DENIS,
    Made,
    etalab,
    structures,
    with_,
)
from tests.samples import ROOT, ajaccio, entry, lille, nice, reunion, without, yaml_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Writer = Callable[[Iterable[Made]], str]
    Changes = dict[str, str | float]

Captured = pytest.CaptureFixture[str]
OLD, NEW = "FINESS Extraction du fichier des établissements", "FINESS - Structures"
HEAD = """\
{title}, extrait du 2026-05-12. Rien n'est changé : à vous de vérifier.
Deux positions à moins de 100 m l'une de l'autre comptent pour la même.
"""
NONE = "\n1 centre comparé, 0 différence, 0 point à regarder, 0 numéro inconnu\n"
ALL = """
data/centres.yaml:6: lyon-sud, Hôpital Lyon Sud, Oullins-Pierre-Bénite
  ligne 11, adresse : vous avez 165 chemin du Grand-Revoyet, FINESS dit 12{}
  ligne 14, position : vous avez 45.70018, 4.80995, FINESS dit 45.70218, 4.80995, à 222 m
  ligne 16, téléphone : vous avez 04 78 86 18 01, FINESS dit 04 78 86 18 02

data/centres.yaml:60: nice, CHU de Nice
  ligne 64, numéro FINESS 060789195 : absent de l'extrait, qui {}

data/centres.yaml:114: saint-denis, CHU de La Réunion, Saint-Denis
  ligne 116, nom, à regarder : vous avez CHU de La Réunion, FINESS dit CLINIQUE DE L'OUEST
  ligne 120, code postal : vous avez 97400, FINESS dit 97460
  ligne 121, ville : vous avez Saint-Denis, FINESS dit SAINT PAUL

5 centres comparés, 5 différences, 1 point à regarder, 1 numéro inconnu
"""
WRONG_OR_CLOSED = "n'a que les sites ouverts : le site est fermé, ou le numéro est faux"
WRONG = "a aussi les sites fermés : le numéro est faux, ou le site n'est pas encore publié"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one root for the module: the geography is read once per root."""
    root = tmp_path_factory.mktemp("racine").resolve()
    (root / "data").mkdir()
    for name in ("communes.csv", "departements.geojson"):
        (root / "data" / name).symlink_to(ROOT / "data" / name)
    return root


def _asked(root: Path, capsys: Captured, entries: str, data: bytes, name: str = "extrait") -> str:
    (root / "data" / "centres.yaml").write_text(entries, "utf-8")
    (root / name).write_bytes(data)
    assert main(["--racine", str(root), "finess", str(root / name)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_tells_the_same_differences_and_no_other(
    root: Path, capsys: Captured, name: str
) -> None:
    sites = [
        with_(LYON, latitude=45.702182, telephone="04 78 86 18 02", numero="12"),
        LILLE,
        AJACCIO,
        with_(
            SAINT_DENIS,
            court="CLINIQUE DE L'OUEST",
            long="",
            code="97460",
            ville="SAINT PAUL",
            insee=("9D", "415"),
        ),
        Made(finess="750100075"),
    ]
    gone = entry(id="parti", finess='"750100075"', retire={"le": "2026-11", "motif": "fermé"})
    listed = yaml_list(entry(), lille(), nice(), ajaccio(), reunion(), gone)
    told = _asked(root, capsys, listed, FORMATS[name](sites), name)
    new = "structures" in name
    street = " CHE DU GRAND REVOYET"
    expected = ALL.format(street, WRONG if new else WRONG_OR_CLOSED)
    assert told == HEAD.format(title=NEW if new else OLD) + expected


@pytest.mark.parametrize("write", [etalab, structures])
def test_what_the_register_says_as_the_list_is_not_told(
    root: Path, capsys: Captured, write: Writer
) -> None:
    listed = yaml_list(entry(), lille(), ajaccio(), reunion())
    told = _asked(root, capsys, listed, write([LYON, LILLE, AJACCIO, SAINT_DENIS]).encode())
    assert told.splitlines()[2:] == [
        "",
        "4 centres comparés, 0 différence, 0 point à regarder, 0 numéro inconnu",
    ]


@pytest.mark.parametrize("write", [etalab, structures])
@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"telephone": "0478861801/0478861802"},
            None,
        ),
        (
            {"telephone": "0478861802/0478861803"},
            "16, téléphone : vous avez 04 78 86 18 01, FINESS dit 04 78 86 18 02 ou 04 78 86 18 03",
        ),
        (
            {"telephone": "poste 12"},
            "16, téléphone, à regarder : vous avez 04 78 86 18 01, FINESS dit poste 12",
        ),
        (
            {"telephone": "+33 1/+"},
            "16, téléphone, à regarder : vous avez 04 78 86 18 01, FINESS dit +33 1 ; +",
        ),
        ({"telephone": "poste 12/0478861801"}, None),
        ({"latitude": 45.7010}, None),
        (
            {"latitude": 45.7012},
            "14, position : vous avez 45.70018, 4.80995, FINESS dit 45.70120, 4.80995, à 113 m",
        ),
        ({"code": "69310"}, None),
        ({"code": "69600"}, None),
        (
            {"code": "69600", "ville": "OULLINS"},
            "12, code postal : vous avez 69310, FINESS dit 69600",
        ),
        ({"ville": "OULLINS PIERRE BENITE"}, None),
    ],
)
def test_each_field_is_compared_for_what_it_means(
    root: Path, capsys: Captured, write: Writer, changes: Changes, line: str | None
) -> None:
    told = _asked(root, capsys, yaml_list(entry()), write([with_(LYON, **changes)]).encode())
    assert told.splitlines()[4:-2] == ([f"  ligne {line}"] if line else [])


def test_a_phone_that_the_list_lacks_is_proposed(root: Path, capsys: Captured) -> None:
    listed = yaml_list(without(entry(), "telephone")).replace(", telephone]", "]")
    told = _asked(root, capsys, listed, etalab([LYON]).encode())
    assert told.splitlines()[3:5] == [
        "data/centres.yaml:6: lyon-sud, Hôpital Lyon Sud, Oullins-Pierre-Bénite",
        "  ligne 6, téléphone : vous n'en avez pas, FINESS dit 04 78 86 18 01",
    ]


def test_what_the_register_does_not_say_is_named(root: Path, capsys: Captured) -> None:
    data = etalab([with_(LYON, telephone="")]).replace(";1,ATLASANTE,96,BAN,", ";XX,")
    data = data.replace("EPSG:2154", "EPSG:27572")
    told = _asked(root, capsys, yaml_list(entry()), data.encode())
    assert told.splitlines()[2:] == [
        "Projection inconnue, positions non lues : EPSG:27572 RGF93 / Lambert-93 (Métropole).",
        "",
        "Non comparé, FINESS n'en dit rien : téléphone de lyon-sud, position de lyon-sud.",
        "1 centre comparé, 0 différence, 0 point à regarder, 0 numéro inconnu",
    ]


def test_the_middle_of_a_commune_is_not_proposed_as_a_position(
    root: Path, capsys: Captured
) -> None:
    source = "2,ATLASANTE,.,ADMIN-EXPRESS-2023,EPSG:2154 RGF93 / Lambert-93 (Métropole)"
    vague = with_(LYON, latitude=45.71, source=source)
    line = (
        "  ligne 14, position, à regarder : vous avez 45.70018, 4.80995, FINESS dit 45.71000,"
        " 4.80995, à 1092 m, mais ce n'est que le centre de la commune : ne le recopiez pas"
    )
    told = _asked(root, capsys, yaml_list(entry()), etalab([vague]).encode())
    assert told.splitlines()[4] == line
    data = structures([vague]).replace("69152_0515_00240", "69152")
    told = _asked(root, capsys, yaml_list(entry()), data.encode())
    assert told.splitlines()[4] == line


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"ferme": "2024-03-01", "etat": "I"}, "donne une fermeture le 2024-03-01"),
        ({"ferme": "2027-03-01"}, "donne une fermeture le 2027-03-01"),
        ({"etat": "I"}, "dit ce site inactif"),
    ],
)
def test_a_site_that_the_register_has_closed_is_told(
    root: Path, capsys: Captured, changes: Changes, told: str
) -> None:
    data = structures([with_(LYON, **changes)])
    lines = _asked(root, capsys, yaml_list(entry()), data.encode()).splitlines()
    assert lines[4] == f"  ligne 10, état : FINESS {told}"


@pytest.mark.parametrize("write", [etalab, structures])
def test_the_number_of_an_institution_is_told_from_a_sites(
    root: Path, capsys: Captured, write: Writer
) -> None:
    listed = yaml_list(entry(finess='"690781810"'))
    told = _asked(root, capsys, listed, write([LYON]).encode())
    assert told.splitlines()[4] == (
        "  ligne 10, numéro FINESS 690781810 : c'est celui de l'entité juridique, pas d'un site :"
        " cherchez le numéro FINESS géographique"
    )


def test_the_address_where_care_is_given_is_the_one_compared(root: Path, capsys: Captured) -> None:
    other: dict[str, object] = {
        "usageAdresse": "06",
        "codePostal": "75001",
        "ligneAcheminement": "PARIS",
    }
    told = _asked(
        root, capsys, yaml_list(entry()), structures([replace(LYON, autres=(other,))]).encode()
    )
    assert told.splitlines()[2:] == NONE.splitlines()


def test_an_extract_with_more_sites_than_positions_is_doubted(root: Path, capsys: Captured) -> None:
    data = etalab([LYON, LILLE])
    cut = data[: data.rindex("geolocalisation")]
    told = _asked(root, capsys, yaml_list(entry()), cut.encode())
    assert told.splitlines()[2] == (
        "L'extrait a 2 établissements et 1 positions : s'il vous semble coupé, téléchargez-le à"
        " nouveau."
    )
