"""A new hospital to paste into the list, as an editor asks for it and fills it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import document, entry
from generator.__main__ import main
from generator.postal import street
from generator.register import Etablissement, Extract, clean
from generator.rules import Spot
from tests.extracts import FORMATS, LYON, etalab, structures, with_
from tests.samples import FILE, ROOT, france, lille, problems, read, yaml_list

if TYPE_CHECKING:
    from pathlib import Path

Captured = pytest.CaptureFixture[str]
HEAD = """\
  # Nouveau centre, à coller à la fin de data/centres.yaml. Remplissez les lignes
  # « À REMPLIR », relisez les autres, puis lancez la vérification (make check).
  - id: # À REMPLIR : fin de l'adresse de la page, sans accent ni espace, qui ne changera plus \
(exemple : lyon-sud)
    groupe: # À REMPLIR : depuis (ouvert depuis), ou officielle s'il y a une liste officielle \
(exemple : depuis)
"""
MAYBE = """\
    # site_web: https://www.aphp.fr # si une source le dit : adresse qui commence par https://
    # publics: [adultes] # si une source le dit : parmi adultes, adolescents_jeunes_adultes, enfants
    # maladies: [lymphome] # si une source le dit : parmi lymphome, leucemie_aigue_lymphoblastique,\
 myelome
    sources:
"""
ACTIVITY = """\
      # La page qui dit que cet hôpital traite par CAR-T :
      - titre: # À REMPLIR : ce qu'est la page (exemple : Les CAR-T au CHU de Nantes)
        editeur: # À REMPLIR : qui la publie (exemple : CHU de Nantes)
        nature: etablissement # ou etablissement, descar_t, publication, presse, autre
        url: # À REMPLIR : son adresse (exemple : https://www.chu-nantes.fr)
        date: # À REMPLIR : AAAA, AAAA-MM, AAAA-MM-JJ ou inconnue (exemple : 2023-09-11)
        etablit: [activite] # et tout ce que cette page dit d'autre : publics, maladies…
"""
REST = ACTIVITY.replace(
    "qui dit que cet hôpital traite par CAR-T", "qui donne le reste (une source par page)"
)
REST = REST.replace("nature: etablissement", "nature: autre").partition("etablit")[0]
ETABLISSEMENT = "# À REMPLIR : l'institution dont il dépend (exemple : AP-HP)"
KNOWN = """\
    nom: HCL - CENTRE HOSPITALIER LYON SUD - ÉTÉ # à relire : minuscules, accents
    etablissement: {etablissement}
    finess: "690784137"
    adresse: 165 chemin DU GRAND REVOYET # à relire : minuscules, accents
    code_postal: "69495"
    ville: Oullins-Pierre-Bénite
    latitude: 45.70018
    longitude: 4.80995
    telephone: "04 78 86 18 01" # à vérifier : appelez-le
"""
SOURCE = """\
      - titre: {titre}
        editeur: {editeur}
        nature: finess
        url: https://www.data.gouv.fr/datasets/{dataset}
        date: 2026-05-12
        etablit: [adresse, position, telephone]
"""
OLD = {
    "titre": "FINESS Extraction du fichier des établissements",
    "editeur": "Ministère chargé de la santé",
    "dataset": "finess-extraction-du-fichier-des-etablissements",
    "etablissement": ETABLISSEMENT,
}
NEW = {
    "titre": "FINESS - Structures",
    "editeur": "Agence du numérique en santé",
    "dataset": "finess-structures-1",
    "etablissement": "HOSPICES CIVILS DE LYON # à relire : minuscules, accents",
}
BLANK = """\
    nom: # À REMPLIR : le nom de l'hôpital (exemple : Hôpital Saint-Louis)
    etablissement: # À REMPLIR : l'institution dont il dépend (exemple : AP-HP)
    finess: "690784137"
    adresse: # À REMPLIR : numéro et rue (exemple : 1 avenue Claude-Vellefaux)
    code_postal: # À REMPLIR : 5 chiffres entre guillemets (exemple : "75010")
    ville: # À REMPLIR : la commune, sans CEDEX (exemple : Paris)
    latitude: # À REMPLIR : degrés avec un point (exemple : 48.87281)
    longitude: # À REMPLIR : degrés avec un point (exemple : 2.36975)
    # telephone: "01 42 49 49 49" # si une source le dit : numéro français entre guillemets
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one root with a list of one hospital: the geography is read once per root."""
    root = tmp_path_factory.mktemp("racine").resolve()
    (root / "data").mkdir()
    for name in ("communes.csv", "departements.geojson"):
        (root / "data" / name).symlink_to(ROOT / "data" / name)
    (root / "data" / "centres.yaml").write_text(yaml_list(lille()), "utf-8")
    return root


def _block(root: Path, capsys: Captured, *arguments: str) -> str:
    assert main(["--racine", str(root), "nouveau", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def _given(root: Path, capsys: Captured, data: bytes, number: str = LYON.finess) -> str:
    (root / "extrait").write_bytes(data)
    return _block(root, capsys, number, "--finess", str(root / "extrait"))


def _filled(block: str) -> str:
    """Fill the blanks as the comments' examples say."""
    return re.sub(r"(?m)^( *(?:- )?\w+:) # À REMPLIR.*\(exemple : (.*)\)$", r"\1 \2", block)


@pytest.mark.parametrize("name", FORMATS)
def test_what_the_register_knows_is_filled(root: Path, capsys: Captured, name: str) -> None:
    told = NEW if "structures" in name else OLD
    expected = HEAD + KNOWN + MAYBE + SOURCE + ACTIVITY
    assert _given(root, capsys, FORMATS[name]([LYON])) == expected.format(**told)


def test_without_an_extract_every_key_says_what_goes_there(root: Path, capsys: Captured) -> None:
    assert _block(root, capsys, "69 078 413 7") == (
        HEAD + BLANK + MAYBE + ACTIVITY + REST + "etablit: [adresse, position]\n"
    )


def test_what_the_register_lacks_is_left_to_fill(root: Path, capsys: Captured) -> None:
    vague = with_(LYON, telephone="", ville="NULLE PART CEDEX", insee=("69", "999"))
    data = structures([vague]).replace("69999_0515_00240", "69999")
    block = _given(root, capsys, data.encode())
    assert [line.strip() for line in block.splitlines() if "FINESS" in line] == [
        "ville: # À REMPLIR : la commune, sans CEDEX ; FINESS dit « NULLE PART CEDEX »"
        " (exemple : Paris)",
        "latitude: # À REMPLIR : degrés avec un point ; FINESS n'a que le centre de la commune"
        " (exemple : 48.87281)",
        "longitude: # À REMPLIR : degrés avec un point ; FINESS n'a que le centre de la commune"
        " (exemple : 2.36975)",
        "- titre: FINESS - Structures",
    ]
    assert [line.split(" #")[0].strip() for line in block.splitlines() if "etablit" in line] == [
        "etablit: [adresse]",
        "etablit: [activite]",
        "etablit: [position]",
    ]
    assert '    # telephone: "01 42 49 49 49" #' in block


def test_two_telephones_are_left_to_the_editor(root: Path, capsys: Captured) -> None:
    two = with_(LYON, telephone="0478861801/0478861802")
    assert "    telephone:" not in _given(root, capsys, etalab([two]).encode())


def test_the_block_as_printed_waits_only_for_its_blanks(root: Path, capsys: Captured) -> None:
    block = _given(root, capsys, structures([LYON]).encode())
    lines = (yaml_list(lille()) + block).splitlines()
    keys = [
        re.sub(r"\W*(\w+):.*", r"\1", lines[int(one.split(":")[1]) - 1])
        for one in problems(yaml_list(lille()) + block)
    ]
    assert keys == ["id", "groupe", "titre", "editeur", "url", "date"]
    assert problems(yaml_list(lille()) + block)[0] == (
        f"{FILE}:35:8: centre n° 2 : « id » est vide, et obligatoire : écrivez-le (exemple : id:"
        " lyon-sud)."
    )


@pytest.mark.parametrize("extract", [None, *FORMATS])
def test_the_block_filled_as_its_comments_say_passes_the_check(
    root: Path, capsys: Captured, extract: str | None
) -> None:
    if extract:
        block = _given(root, capsys, FORMATS[extract]([LYON]))
    else:
        block = _block(root, capsys, LYON.finess)
    _, centre = read(yaml_list(lille()) + _filled(block)).centres
    assert (centre.id, centre.finess) == ("lyon-sud", LYON.finess)
    assert (centre.telephone is None) is (extract is None)


def test_the_keys_that_may_stay_unknown_are_right_once_they_are_no_comments(
    root: Path, capsys: Captured
) -> None:
    block = _filled(_block(root, capsys, LYON.finess))
    block = re.sub(r"(?m)^    # (\w+: )", r"    \1", block)
    block = block.replace("position]", "position, telephone, publics, maladies]")
    _, centre = read(yaml_list(lille()) + block).centres
    assert centre.telephone == "+33142494949"
    assert centre.publics == ("adultes",)
    assert centre.maladies == ("lymphome",)


@pytest.mark.parametrize(
    ("number", "data", "message"),
    [
        (
            "69078413",
            None,
            "le numéro FINESS « 69078413 » doit avoir 9 caractères (exemple : 750100075).",
        ),
        (
            "690784138",
            None,
            "le numéro FINESS « 690784138 » est faux : sa clé de contrôle ne correspond pas,"
            " vérifiez chaque chiffre.",
        ),
        ("590811279", None, f"{FILE}:10: le numéro FINESS 590811279 est déjà dans la liste."),
        (
            "060789195",
            etalab([LYON]),
            "060789195 : absent de l'extrait, qui n'a que les sites ouverts : le site est fermé, ou"
            " le numéro est faux.",
        ),
        (
            "690781810",
            etalab([LYON]),
            "690781810 : c'est celui de l'entité juridique, pas d'un site : cherchez le numéro"
            " FINESS géographique.",
        ),
        (
            LYON.finess,
            structures([with_(LYON, ferme="2024-03-01")]),
            "690784137 : FINESS donne une fermeture le 2024-03-01.",
        ),
    ],
)
def test_a_number_of_which_no_hospital_can_be_made_is_refused(
    root: Path, capsys: Captured, number: str, data: str | None, message: str
) -> None:
    arguments = ["--racine", str(root), "nouveau", number]
    if data:
        (root / "extrait").write_text(data, "utf-8")
        arguments += ["--finess", str(root / "extrait")]
    assert main(arguments) == 1
    assert capsys.readouterr() == ("", f"{message}\n")


WORDS = st.text(max_size=30).map(clean)
SITES = st.builds(
    Etablissement,
    finess=st.just(LYON.finess),
    noms=st.lists(WORDS.filter(bool), max_size=2).map(tuple),
    entite=WORDS,
    voie=WORDS,
    code_postal=WORDS,
    acheminement=WORDS,
    telephones=st.sampled_from([(), ("+33478861801",), ("+262262905050",)]),
    telephone_illisible=WORDS,
    position=st.none()
    | st.builds(Spot, latitude=st.floats(-90, 90), longitude=st.floats(-180, 180)),
    approchee=st.booleans(),
)


def test_a_number_that_the_list_writes_with_hard_spaces_is_refused(
    root: Path, capsys: Captured
) -> None:
    listed = root / "data" / "centres.yaml"
    spaced = listed.read_text("utf-8").replace("590811279", "59\N{NO-BREAK SPACE}0811279")
    listed.write_text(spaced, "utf-8")
    assert main(["--racine", str(root), "nouveau", "590811279"]) == 1
    message = f"{FILE}:10: le numéro FINESS 590811279 est déjà dans la liste.\n"
    assert capsys.readouterr() == ("", message)


@given(SITES, st.sampled_from(["yes", "1e3", "~", "0x1F", "a: b", "a #b", "- a", "12:30", "é\\"]))
def test_whatever_the_register_says_is_read_back_as_it_was(site: Etablissement, odd: str) -> None:
    extract = Extract(
        date="2026-05-12",
        titre=odd,
        editeur=f"{odd} ",
        url="https://www.data.gouv.fr",
        etablissements={},
        entites=frozenset(),
        ferme_compris=True,
    )
    known = entry.known_of(site, france().gazetteer)
    block = "\n".join(entry.lines(site.finess, known, extract))
    value = document.read(f"centres:\n{_filled(block)}".encode(), FILE).at(("centres", 0))
    assert isinstance(value, dict)
    for key, words in {
        "finess": site.finess,
        "nom": site.noms[0] if site.noms else "Hôpital Saint-Louis",
        "etablissement": site.entite or "AP-HP",
        "adresse": street(site.voie) or "1 avenue Claude-Vellefaux",
        "code_postal": site.code_postal or "75010",
    }.items():
        assert value[key] == words
    sources = value["sources"]
    assert isinstance(sources, list)
    register = sources[0]
    assert isinstance(register, dict)
    if register["nature"] == "finess":
        assert (register["titre"], register["editeur"]) == (odd, f"{odd} ")


@given(st.text().map(clean))
def test_a_text_of_the_register_is_read_back_as_it_was(words: str) -> None:
    line = f"nom: {entry.text(words)} # à relire"
    assert document.read(line.encode(), FILE).value == {"nom": words}
