"""The whole list: its keys, the rules between values, and all problems in one reading."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import checker
from generator.errors import DataError, Problem
from tests.samples import (
    FILE,
    LISTE,
    TODAY,
    Entry,
    ajaccio,
    border_km,
    directory,
    entry,
    france,
    lille,
    nice,
    problems,
    read,
    register,
    reunion,
    source,
    without,
    yaml_list,
)

HEAD = "data/centres.yaml"
GOOD = yaml_list(entry(), lille(), nice(), ajaccio(), reunion())
NO_DEPARTEMENT = " n'est d'aucun département."


def misnamed(old: str, new: str) -> str:
    """Write Lyon Sud with a key under another name, on its line."""
    return yaml_list(entry()).replace(f"    {old}:", f"    {new}:", 1)


# --- what is right ---------------------------------------------------------------------------


def test_a_list_keeps_its_hospitals_in_the_order_of_the_file() -> None:
    read_back = read(GOOD)
    assert [centre.id for centre in read_back.centres] == [
        "lyon-sud",
        "lille",
        "nice",
        "ajaccio",
        "saint-denis",
    ]
    assert read_back.liste.etat_au == "2026-11"
    assert read_back.france is france()


def test_each_hospital_has_the_line_where_it_starts() -> None:
    lines = GOOD.splitlines()
    assert {key: lines[line - 1] for key, line in read(GOOD).lines.items()} == {
        key: f"  - id: {key}" for key in ("lyon-sud", "lille", "nice", "ajaccio", "saint-denis")
    }


@pytest.mark.parametrize(
    ("one", "insee", "departement"),
    [
        pytest.param(entry(), "69149", "Rhône", id="plain"),
        pytest.param(lille(), "59350", "Nord", id="CEDEX"),
        pytest.param(nice(), "06088", "Alpes-Maritimes", id="leading 0"),
        pytest.param(ajaccio(), "2A004", "Corse-du-Sud", id="Corsica"),
        pytest.param(reunion(), "97411", "La Réunion", id="overseas"),
    ],
)
def test_a_hospital_stands_in_a_commune_and_a_departement(
    one: Entry, insee: str, departement: str
) -> None:
    read_back = directory(one)
    [centre] = read_back.centres
    assert read_back.communes[centre.id].code_insee == insee
    assert read_back.departement(centre).nom == departement


def test_open_hospitals_go_by_group_region_town_and_name() -> None:
    twin = lille(id="lille-2", nom="Autre CHU", finess="2B0000019")
    names = [centre.id for centre in directory(nice(), lille(), entry(), twin, ajaccio()).open]
    assert names == ["lyon-sud", "ajaccio", "lille-2", "lille", "nice"]


def test_a_withdrawn_hospital_is_kept_but_not_open() -> None:
    gone = lille(retire={"le": "2026-11", "motif": "le service a fermé"})
    read_back = directory(entry(), gone, nice())
    assert [centre.id for centre in read_back.centres] == ["lyon-sud", "lille", "nice"]
    assert [centre.id for centre in read_back.open] == ["lyon-sud", "nice"]
    assert [centre.id for centre in read_back.group("liste_2021")] == ["lyon-sud"]
    assert [centre.id for centre in read_back.group("depuis")] == ["nice"]
    assert read_back.departement(read_back.centres[1]).code == "59"


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(lambda text: text.encode("utf-8-sig"), id="UTF-8 mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text).encode(), id="NFD"),
        pytest.param(
            lambda text: (
                unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode("utf-8-sig")
            ),
            id="all three",
        ),
    ],
)
def test_a_list_reads_the_same_whatever_program_saved_it(form: object) -> None:
    assert callable(form)
    assert form(GOOD) != GOOD.encode()
    assert read(form(GOOD)) == read(GOOD)


def test_places_are_the_same_in_a_file_of_windows() -> None:
    text = yaml_list(entry(nom="''"))
    message = (
        f"{HEAD}:8:10: centre « lyon-sud » : « nom » est vide, et obligatoire : écrivez-le"
        " (exemple : nom: Hôpital Saint-Louis)."
    )
    assert problems(text) == [message]
    assert problems(text.replace("\n", "\r\n").encode("utf-8-sig")) == [message]


# --- the shape of the file -------------------------------------------------------------------


@pytest.mark.parametrize("text", ["- a\n", "[]", "un texte\n", "'liste:'"])
def test_a_file_starts_with_liste_and_centres(text: str) -> None:
    assert problems(text) == [
        f"{HEAD}:1:1: le fichier doit commencer par « liste: » puis « centres: »."
    ]


@pytest.mark.parametrize("text", ["", "# rien\n", "\r\n\r\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert problems(text) == [f"{HEAD}:1:1: le fichier est vide."]


@pytest.mark.parametrize(
    ("value", "place"), [("", "5:9"), (" []", "5:10"), (" {a: b}", "5:10"), (" texte", "5:10")]
)
def test_centres_is_a_list_of_at_least_one(value: str, place: str) -> None:
    assert problems(yaml_list().replace("centres:", f"centres:{value}")) == [
        f"{HEAD}:{place}: « centres » doit être une liste d'au moins un centre."
    ]


def test_centres_cannot_be_left_out() -> None:
    assert problems(yaml_list().removesuffix("centres:\n")) == [
        f"{HEAD}:1:1: « centres » doit être une liste d'au moins un centre."
    ]


def test_an_unknown_key_at_the_top_is_refused() -> None:
    assert problems(f"{GOOD}x: rien\n") == [
        f"{HEAD}:{GOOD.count(chr(10)) + 1}:1: clé inconnue « x » ; possibles : liste, centres."
    ]


def test_an_unknown_key_at_the_top_is_refused_with_the_nearest() -> None:
    assert problems(yaml_list(entry()).replace("centres:", "centre:")) == [
        f"{HEAD}:1:1: « centres » doit être une liste d'au moins un centre.",
        f"{HEAD}:5:1: clé inconnue « centre » ; vouliez-vous dire « centres » ?",
    ]


@pytest.mark.parametrize(("written", "place"), [("un texte", "6:5"), ("[a]", "6:5"), ("", "6:4")])
def test_a_hospital_is_a_group_of_keys(written: str, place: str) -> None:
    text = yaml_list() + f"  - {written}\n"
    assert problems(text) == [
        f"{HEAD}:{place}: centre n° 1 : des clés sont attendues ici (exemple : « id: lyon-sud »)."
    ]


def test_a_hospital_without_name_is_called_by_its_number() -> None:
    assert problems(yaml_list(lille(), without(entry(), "id"))) == [
        f"{HEAD}:33:5: centre n° 2 : la clé « id » manque (exemple : id: lyon-sud)."
    ]


# --- keys ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            misnamed("site_web", "site-web"),
            "17:5: centre « lyon-sud » : clé inconnue « site-web » ; vouliez-vous dire «"
            " site_web » ?",
        ),
        (
            yaml_list(entry(xyz="hématologie")),
            "33:5: centre « lyon-sud » : clé inconnue « xyz » ; possibles : id, groupe,"
            " nom, autres_noms, anciens_ids, etablissement, finess, adresse, code_postal, ville,"
            " latitude, longitude, telephone, site_web, publics, maladies, ouvert_depuis, acces,"
            " hebergement, reserve, sources, verifie, retire.",
        ),
        (
            yaml_list(entry(sources=[source(), register(xyz="INSEE")])),
            "33:9: centre « lyon-sud », source 2 : clé inconnue « xyz » ; possibles :"
            " titre, editeur, url, date, langue, copie_lue_en, nature, etablit.",
        ),
        (
            yaml_list(entry(sources=[source(), register(copie_lu_en="2026-11")])),
            "33:9: centre « lyon-sud », source 2 : clé inconnue « copie_lu_en » ;"
            " vouliez-vous dire « copie_lue_en » ?",
        ),
        (
            yaml_list(entry(retire={"le": "2026-11", "motif": "fermé", "motifs": "fermé"})),
            "36:7: centre « lyon-sud », retire : clé inconnue « motifs » ; vouliez-vous dire"
            " « motif » ?",
        ),
        (
            yaml_list(entry(), liste={**LISTE, "titre": "Les centres"}),
            "5:3: liste : clé inconnue « titre » ; possibles : etat_au, origine, avertissement,"
            " officielle.",
        ),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest(text: str, expected: str) -> None:
    assert problems(text) == [f"{HEAD}:{expected}"]


def test_telephon_is_understood_as_telephone() -> None:
    sources = [source(), register(etablit="[adresse, position]")]
    text = yaml_list(entry(sources=sources)).replace("telephone:", "telephon:")
    assert problems(text) == [
        f"{HEAD}:16:5: centre « lyon-sud » : clé inconnue « telephon » ;"
        " vouliez-vous dire « telephone » ?"
    ]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("groupe", "groupe: liste_2021"),
        ("nom", "nom: Hôpital Saint-Louis"),
        ("etablissement", "etablissement: AP-HP"),
        ("finess", 'finess: "750100075"'),
        ("adresse", "adresse: 1 avenue Claude-Vellefaux"),
        ("code_postal", 'code_postal: "75010"'),
        ("ville", "ville: Paris"),
        ("latitude", "latitude: 48.87281"),
        ("longitude", "longitude: 2.36975"),
        ("sources", "sources: une liste, voir CONTRIBUTING.md"),
    ],
)
def test_a_missing_key_is_asked_for_with_an_example(key: str, shown: str) -> None:
    assert problems(yaml_list(without(entry(), key))) == [
        f"{HEAD}:6:5: centre « lyon-sud » : la clé « {key} » manque (exemple : {shown})."
    ]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("titre", "titre: Les CAR-T au CHU de Nantes"),
        ("editeur", "editeur: CHU de Nantes"),
        ("url", "url: https://www.chu-nantes.fr"),
        ("date", "date: 2023-09-11"),
        ("etablit", "etablit: [activite]"),
    ],
)
def test_a_missing_key_of_a_source_is_asked_for(key: str, shown: str) -> None:
    assert problems(yaml_list(entry(sources=[source(), without(register(), key)]))) == [
        f"{HEAD}:27:9: centre « lyon-sud », source 2 : la clé « {key} » manque (exemple : {shown})."
    ]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("etat_au", "etat_au: 2026-11"),
        ("origine", "origine: Liste reconstituée à partir de sources publiques."),
        ("avertissement", "avertissement: D'autres centres existent : votre hématologue sait."),
    ],
)
def test_a_missing_key_of_the_head_is_asked_for(key: str, shown: str) -> None:
    assert problems(yaml_list(entry(), liste=without(LISTE, key))) == [
        f"{HEAD}:2:3: liste : la clé « {key} » manque (exemple : {shown})."
    ]


@pytest.mark.parametrize(
    ("group", "key", "shown"),
    [
        ("verifie", "le", "le: 2026-11-22"),
        ("verifie", "par", "par: Camille Martin, DESCAR-T"),
        ("verifie", "quoi", "quoi: [telephone]"),
        ("retire", "le", "le: 2026-11"),
        ("retire", "motif", "motif: le service a fermé"),
    ],
)
def test_a_missing_key_of_a_group_is_asked_for(group: str, key: str, shown: str) -> None:
    whole = {
        "verifie": {"le": "2026-11-20", "par": "Camille Martin", "quoi": "[telephone]"},
        "retire": {"le": "2026-11", "motif": "le service a fermé"},
    }[group]
    assert problems(yaml_list(entry(**{group: whole}))) == []
    assert problems(yaml_list(entry(**{group: without(whole, key)}))) == [
        f"{HEAD}:34:7: centre « lyon-sud », {group} : la clé « {key} » manque (exemple : {shown})."
    ]


def test_a_key_written_twice_is_refused() -> None:
    text = yaml_list(entry()).replace("    site_web:", "    nom: Lyon\n    site_web:")
    message = "la clé « nom » est déjà écrite ligne 8 : gardez-en une."
    assert problems(text) == [f"{HEAD}:17:5: {message}"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("&nom Lyon", "8:10: la marque « &nom » n'est pas permise : supprimez-la."),
        ("!!str Lyon", "8:10: une étiquette « ! » n'est pas permise : supprimez-la."),
        ("*nom", "8:10: le renvoi « *nom » n'est pas permis : recopiez la valeur."),
        ("06200", '8:10: « 06200 » sera mal lu sans guillemets : écrivez "06200".'),
        ("Lyon\u202e", "8:14: caractère invisible U+202E : supprimez-le et retapez ce mot."),
        ('"Lyon\\u202e"', "8:10: caractère invisible U+202E : supprimez-le."),
        ('"Lyon\\u0007"', "8:10: caractère invisible U+0007 : supprimez-le."),
    ],
)
def test_what_yaml_could_hide_is_refused(written: str, expected: str) -> None:
    assert problems(yaml_list(entry(nom=written))) == [f"{HEAD}:{expected}"]


# --- between two hospitals -------------------------------------------------------------------


def test_an_identifier_already_taken_is_refused() -> None:
    assert problems(yaml_list(entry(), lille(id="lyon-sud"))) == [
        f"{HEAD}:33:9: l'identifiant « lyon-sud » est déjà celui du centre de la ligne 6."
    ]


@pytest.mark.parametrize(
    "written", ["690784137", "69 0784 137", "690784\N{NO-BREAK SPACE}137", "69\u202f0784137"]
)
def test_a_finess_number_already_taken_is_refused(written: str) -> None:
    assert problems(yaml_list(entry(), nice(), lille(finess=f'"{written}"'))) == [
        f"{HEAD}:64:13: le numéro FINESS « {written} » est déjà celui du centre de la ligne 10."
    ]


def test_a_finess_number_of_corsica_is_the_same_in_small_letters() -> None:
    assert problems(yaml_list(ajaccio(), lille(finess="2a0000014"))) == [
        f"{HEAD}:37:13: le numéro FINESS « 2a0000014 » est déjà celui du centre de la ligne 10."
    ]


def test_a_withdrawn_hospital_keeps_its_identifier() -> None:
    gone = entry(retire={"le": "2026", "motif": "fermé"})
    assert problems(yaml_list(gone, lille(id="lyon-sud"))) == [
        f"{HEAD}:36:9: l'identifiant « lyon-sud » est déjà celui du centre de la ligne 6."
    ]


def test_each_repeat_is_refused_once() -> None:
    found = problems(yaml_list(entry(), lille(id="lyon-sud"), nice(id="lyon-sud")))
    assert found == [
        f"{HEAD}:{line}:9: l'identifiant « lyon-sud » est déjà celui du centre de la ligne 6."
        for line in (33, 60)
    ]


# --- the town --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"code_postal": '"75010"'},
            "12:18: centre « lyon-sud » : le code postal « 75010 » n'est pas du département"
            " de « Oullins-Pierre-Bénite » (Rhône, 69) ; exemple : 69310.",
        ),
        (
            {"ville": "Lille"},
            "12:18: centre « lyon-sud » : le code postal « 69310 » n'est pas du département"
            " de « Lille » (Nord, 59) ; exemple : 59000.",
        ),
        (
            {"ville": "Ajaccio"},
            "12:18: centre « lyon-sud » : le code postal « 69310 » n'est pas du département"
            " de « Ajaccio » (Corse-du-Sud, 2A) ; exemple : 20000.",
        ),
        (
            {"ville": "Paris"},
            "12:18: centre « lyon-sud » : le code postal « 69310 » n'est pas du département"
            " de « Paris » (Paris, 75) ; exemple : 75….",
        ),
    ],
)
def test_a_postcode_of_another_departement_is_refused(
    changes: dict[str, str], expected: str
) -> None:
    assert problems(yaml_list(entry(**changes))) == [f"{HEAD}:{expected}"]


@pytest.mark.parametrize("code", ["98000", "00100", "99123", "97999"])
def test_a_postcode_of_no_departement_is_refused(code: str) -> None:
    text = yaml_list(entry(ville="Nulle-Part", code_postal=f'"{code}"'))
    assert problems(text) == [
        f"{HEAD}:12:18: centre « lyon-sud » : le code postal « {code} »{NO_DEPARTEMENT}"
    ]


@pytest.mark.parametrize(
    ("town", "code", "departement", "hint"),
    [
        ("Lile", "59037", "59", "vouliez-vous dire « Lille » ?"),
        ("Villejuiff", "94800", "94", "vouliez-vous dire « Villejuif » ?"),
        ("Saint-Étiene", "42055", "42", "vouliez-vous dire « Saint-Étienne » ?"),
        ("Saint-Etienne CEDEX 2", "42055", "42", "vouliez-vous dire « Saint-Étienne » ?"),
        ("Lille CEDEX", "59037", "59", "écrivez-la sans « CEDEX »."),
        ("Ajacio", "20090", "2A ou 2B", "vouliez-vous dire « Ajaccio » ?"),
        ("Saint-Deni", "97400", "974", "vouliez-vous dire « Saint-Denis » ?"),
    ],
)
def test_an_unknown_town_is_refused_with_the_nearest_of_its_departement(
    town: str, code: str, departement: str, hint: str
) -> None:
    assert problems(yaml_list(entry(ville=town, code_postal=f'"{code}"'))) == [
        f"{HEAD}:13:12: centre « lyon-sud » : aucune commune « {town} » dans le département"
        f" {departement} ; {hint}"
    ]


@pytest.mark.parametrize("town", ["lille", "LILLE", "Lîlle"])
def test_a_town_is_known_whatever_its_accents_and_case_and_its_name_is_given(town: str) -> None:
    assert problems(yaml_list(lille(ville=town))) == [
        f"{HEAD}:13:12: centre « lille » : « {town} » s'écrit « Lille »."
    ]


# --- the position ----------------------------------------------------------------------------


def test_a_position_far_from_the_town_is_refused() -> None:
    # One degree of latitude more: 111 km on any globe of this size.
    commune = directory(lille()).communes["lille"]
    text = yaml_list(lille(latitude=str(commune.latitude + 1), longitude=str(commune.longitude)))
    assert problems(text) == [
        f"{HEAD}:14:15: centre « lille » : la position est à 111 km de « Lille » (15 km au plus) :"
        " vérifiez latitude et longitude."
    ]


@pytest.mark.parametrize(
    ("kilometres", "accepted"), [(0, True), (14.9, True), (15.2, False), (18, False)]
)
def test_a_position_stands_within_15_km_of_the_town(kilometres: float, accepted: bool) -> None:  # noqa: FBT001  # pytest passes it by name
    # South of Clermont-Ferrand: its département reaches further than 18 km there.
    base = entry(
        code_postal='"63000"', ville="Clermont-Ferrand", latitude="45.78", longitude="3.08"
    )
    commune = directory(base).communes["lyon-sud"]
    # The metre was made so that a quarter of a meridian is 10 000 km (10 002 by today's).
    moved = commune.latitude - kilometres * 90 / 10_002
    text = yaml_list(base | {"latitude": f"{moved:.6f}", "longitude": str(commune.longitude)})
    expected = (
        f"{HEAD}:14:15: centre « lyon-sud » : la position est à {kilometres:.0f} km de"
        " « Clermont-Ferrand » (15 km au plus) : vérifiez latitude et longitude."
    )
    assert problems(text) == ([] if accepted else [expected])


@pytest.mark.parametrize(
    ("latitude", "longitude", "accepted"),
    [
        (48.924, 2.34, True),
        (48.926, 2.34, True),
        (48.929, 2.34, False),
        (48.7779, 2.4592, False),
    ],
)
def test_a_position_over_3_km_outside_the_departement_is_refused(
    latitude: float,
    longitude: float,
    accepted: bool,  # noqa: FBT001  # pytest passes it by name
) -> None:
    # North of Paris, then south-east of it: all within 15 km of its middle.
    outside = border_km(france().departements["75"], latitude, longitude)
    assert (2.5 < outside < 3) if accepted else (outside > 3)
    paris = entry(
        code_postal='"75010"', ville="Paris", latitude=f"{latitude}", longitude=f"{longitude}"
    )
    expected = (
        f"{HEAD}:14:15: centre « lyon-sud » : la position est à {outside:.0f} km hors du"
        " département Paris (75) : vérifiez latitude et longitude."
    )
    assert problems(yaml_list(paris)) == ([] if accepted else [expected])


def test_a_position_just_beyond_the_simplified_outline_is_accepted() -> None:
    paris = entry(code_postal='"75019"', ville="Paris", latitude="48.87858", longitude="2.40284")
    read_back = directory(paris)
    [centre] = read_back.centres
    outside = read_back.departement(centre).distance_km(centre.latitude, centre.longitude)
    assert 0 < outside < 3
    assert problems(yaml_list(paris)) == []


@pytest.mark.parametrize("one", [entry(), lille(), reunion()])
def test_latitude_and_longitude_inverted_are_said_so(one: Entry) -> None:
    inverted = one | {"latitude": one["longitude"], "longitude": one["latitude"]}
    assert problems(yaml_list(inverted)) == [
        f"{HEAD}:14:15: centre « {one['id']} » : latitude et longitude sont inversées :"
        " échangez les deux nombres."
    ]


# --- the evidence ----------------------------------------------------------------------------


EVERY = ["activite", "adresse", "position", "telephone", "publics", "maladies", "acces"]
EVERY += ["hebergement"]


@pytest.mark.parametrize(
    ("fact", "place"),
    [
        ("activite", "21:7"),
        ("adresse", "11:14"),
        ("position", "14:15"),
        ("telephone", "16:16"),
        ("publics", "18:14"),
        ("maladies", "19:15"),
        ("acces", "33:12"),
        ("hebergement", "34:18"),
    ],
)
def test_a_fact_that_no_source_establishes_is_refused(fact: str, place: str) -> None:
    others = [other for other in EVERY if other != fact]
    sources = [source(etablit=f"[{others[0]}]"), register(etablit=f"[{', '.join(others)}]")]
    text = yaml_list(entry(sources=sources, acces="Métro", hebergement="Maison des familles"))
    assert problems(text) == [
        f"{HEAD}:{place}: centre « lyon-sud » : aucune source n'établit « {fact} » :"
        f" ajoutez « {fact} » à « etablit » de la source qui le dit, ou supprimez ce qui n'est"
        " pas sourcé."
    ]


@pytest.mark.parametrize("fact", ["telephone", "publics", "maladies"])
def test_a_source_for_a_fact_that_is_absent_is_refused(fact: str) -> None:
    place, number = {
        "telephone": ("31:38", 2),
        "publics": ("25:29", 1),
        "maladies": ("25:38", 1),
    }[fact]
    assert problems(yaml_list(without(entry(), fact))) == [
        f"{HEAD}:{place}: centre « lyon-sud » : la source {number} établit « {fact} », mais la clé"
        f" « {fact} » manque."
    ]


def test_a_check_of_a_fact_that_is_absent_is_refused() -> None:
    check = {"le": "2026-11-20", "par": "Camille Martin", "quoi": "[telephone, acces]"}
    assert problems(yaml_list(entry(verifie=check))) == [
        f"{HEAD}:36:25: centre « lyon-sud » : « acces » est dit vérifié, mais la clé manque ;"
        " possibles : activite, adresse, position, telephone, publics, maladies."
    ]


# --- everything at once ----------------------------------------------------------------------


def test_every_problem_of_every_hospital_is_listed_in_one_reading_by_place() -> None:
    text = yaml_list(
        entry(nom='""', telephone='"15"', latitude="50.7"),
        without(lille(finess='"690784137"', publics="[adulte]"), "groupe"),
        nice(id="lille", ville="Nise"),
        liste={**LISTE, "etat_au": "2027"},
    )
    assert problems(text) == [
        f"{HEAD}:2:12: liste : la date « 2027 » est dans le futur : vérifiez-la.",
        f"{HEAD}:8:10: centre « lyon-sud » : « nom » est vide, et obligatoire : écrivez-le"
        " (exemple : nom: Hôpital Saint-Louis).",
        f"{HEAD}:14:15: centre « lyon-sud » : la position est à 554 km de «"
        " Oullins-Pierre-Bénite » (15 km au plus) : vérifiez latitude et longitude.",
        f"{HEAD}:16:16: centre « lyon-sud » : le téléphone « 15 » n'est pas un numéro"
        " français complet (exemple : 01 42 49 49 49).",
        f"{HEAD}:33:5: centre « lille » : la clé « groupe » manque (exemple : groupe: liste_2021).",
        f"{HEAD}:36:13: le numéro FINESS « 690784137 » est déjà celui du centre de la ligne 10.",
        f"{HEAD}:44:15: centre « lille » : « adulte » n'est pas une valeur de « publics » ;"
        " vouliez-vous dire « adultes » ?",
        f"{HEAD}:59:9: l'identifiant « lille » est déjà celui du centre de la ligne 33.",
        f"{HEAD}:66:12: centre « lille » : aucune commune « Nise » dans le département 06 ;"
        " vouliez-vous dire « Nice » ?",
    ]


@pytest.mark.parametrize("key", ["nom", "finess", "adresse", "groupe", "telephone"])
def test_rules_still_run_where_another_key_is_wrong(key: str) -> None:
    found = problems(yaml_list(entry(**{key: "'<'", "code_postal": '"75010"'})))
    assert len(found) == 2
    assert (
        f"{HEAD}:12:18: centre « lyon-sud » : le code postal « 75010 » n'est pas du département de"
        " « Oullins-Pierre-Bénite » (Rhône, 69) ; exemple : 69310."
    ) in found


@pytest.mark.parametrize("key", ["code_postal", "ville", "latitude", "longitude"])
def test_a_rule_waits_until_what_it_reads_is_right(key: str) -> None:
    assert len(problems(yaml_list(entry(**{key: "''"})))) == 1


def test_a_problem_found_twice_is_listed_once() -> None:
    first = Problem(file=HEAD, line=2, column=1, message="b")
    second = Problem(file=HEAD, line=10, column=1, message="a")
    error = DataError([second, first, second])
    assert error.problems == (first, second)
    assert str(error) == f"{HEAD}:2:1: b\n{HEAD}:10:1: a"


# --- whatever an editor's file holds ---------------------------------------------------------


def check_reading(data: bytes) -> None:
    """Require a list or problems that lie within the file, in order."""
    try:
        checker.read(data, FILE, france(), TODAY)
    except DataError as error:
        within(error, data.decode("utf-8-sig", "replace"))


def within(error: DataError, text: str) -> None:
    """Require places that an editor can go to."""
    lines = [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]
    assert error.problems
    assert list(error.problems) == sorted(error.problems)
    for problem in error.problems:
        assert problem.file == FILE
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@given(st.binary(max_size=300).filter(lambda data: b"\r" not in data))
@example(b"")
@example(b"\xff\xfe")
@example(b"liste: \xe9")
def test_any_bytes_give_a_list_or_problems(data: bytes) -> None:
    check_reading(data)


SMALL = yaml_list(entry(), lille()).encode()
SCRAPS = st.sampled_from(
    [
        *(b"", b" ", b"  ", b"\n", b"\n  - ", b"\t", b"\r\n", b"\x00", b"\xff", b"\xc3", b"---\n"),
        *(b"...\n", b"&a ", b"*a", b"!a ", b"no", b"1e3", b"9" * 40, b"\\u202e", b"[]", b"{}"),
        *("é".encode(), "\u202e".encode(), "\uffff".encode(), b"''", b"<b>", b"inconnue", b": "),
        *(mark.encode() for mark in ":-[]{}'\"#|>?%@,~0"),
    ]
)


@given(
    st.lists(
        st.tuples(st.integers(0, len(SMALL)), st.integers(0, 40), SCRAPS), min_size=1, max_size=4
    )
)
def test_any_damage_to_a_list_gives_a_list_or_problems(
    damages: list[tuple[int, int, bytes]],
) -> None:
    data = SMALL
    for start, length, scrap in damages:
        data = data[:start] + scrap + data[start + length :]
    check_reading(data)


SCALARS = st.sampled_from(
    ["''", "[]", "{}", "[[]]", "[{}]", "{a: b}", "a", "'0'", "-1", "999", "2026", "'15'", "[a, a]"]
) | st.text(st.characters(exclude_categories=["C", "Z"]), max_size=12).map(
    lambda text: "'" + text.replace("'", "''") + "'"
)
KEYS = st.sampled_from([*entry(), "acces", "verifie", "retire", "ouvert_depuis", "autre"])
INNER = st.sampled_from([*source(), "le", "par", "quoi", "motif", "autre"])


@given(
    st.dictionaries(
        KEYS,
        SCALARS
        | st.dictionaries(INNER, SCALARS, min_size=1, max_size=4)
        | st.lists(
            st.dictionaries(INNER, SCALARS, min_size=1).map(lambda wrong: source() | wrong),
            min_size=1,
            max_size=2,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_values_give_a_list_or_problems(changes: dict[str, str]) -> None:
    check_reading(yaml_list(entry(**changes)).encode())


def test_after_a_thousand_problems_no_other_hospital_is_checked() -> None:
    head = yaml_list().replace("centres:", "centres:\n")
    many = head + "  - {id: x}\n" * 1000
    found = problems(many)
    assert 1000 < len(found) < 1020
    assert len({one.split(":")[1] for one in found}) < 110
