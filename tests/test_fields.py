"""Each kind of value an editor writes, and the sentence that refuses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fields import luhn
from tests.samples import Source, entry, problems, read, register, source, yaml_list

if TYPE_CHECKING:
    from tests.samples import Value

SLUG = " doit être en minuscules sans accent, chiffres et tirets, 60 au plus (exemple : lyon-sud)."
DATE = " doit exister et s'écrire AAAA, AAAA-MM ou AAAA-MM-JJ (exemple : 2020-03-06)."
URL = " doit commencer par https:// ou http://, sans espace (exemple : https://www.aphp.fr)."
PHONE = " n'est pas un numéro français complet (exemple : 01 42 49 49 49)."
DEGREES = " n'est pas un nombre de degrés avec un point (exemple : 48.87281)."
EMPTY = " est vide, et obligatoire : écrivez-le (exemple : {key}: {value})."
NAMES = {
    "nom": "Hôpital Saint-Louis",
    "etablissement": "AP-HP",
    "adresse": "1 avenue Claude-Vellefaux",
}


def refusals(**changes: Value) -> list[str]:
    """List what is wrong with Lyon Sud so changed, without the file and the hospital's name."""
    head = "data/centres.yaml:"
    return [
        problem.removeprefix(head).replace(" centre « lyon-sud »", "", 1)
        for problem in problems(yaml_list(entry(**changes)))
    ]


def test_the_sample_has_nothing_wrong() -> None:
    assert refusals() == []


@pytest.mark.parametrize("key", ["nom", "etablissement", "adresse"])
@pytest.mark.parametrize("text", ['""', '" "', '" \\t "', '"\u00a0"', "''"])
def test_an_empty_text_is_refused(key: str, text: str) -> None:
    line = {"nom": 8, "etablissement": 9, "adresse": 11}[key]
    expected = EMPTY.format(key=key, value=NAMES[key])
    assert refusals(**{key: text}) == [f"{line}:{len(key) + 7}: : « {key} »{expected}"]


def test_a_key_without_value_is_an_empty_text() -> None:
    expected = EMPTY.format(key="nom", value=NAMES["nom"])
    assert refusals(nom="") == [f"8:9: : « nom »{expected}"]


def test_an_empty_text_that_may_be_absent_is_refused() -> None:
    assert refusals(acces='""') == [
        "33:12: : « acces » est vide : écrivez une valeur, ou supprimez la ligne si on ne sait pas."
    ]


@pytest.mark.parametrize("text", ["Lyon <b>Sud", "Lyon > Sud", '"<"'])
def test_a_text_with_a_tag_is_refused(text: str) -> None:
    assert refusals(nom=text) == [
        "8:10: : « nom » contient « < » ou « > » : écrivez un texte simple, sans balise."
    ]


def test_a_text_over_1500_characters_is_refused() -> None:
    assert refusals(reserve="é" * 1500) == []
    assert refusals(reserve="é" * 1501) == [
        "33:14: : « reserve » dépasse 1500 caractères : raccourcissez le texte."
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Hôpital   Lyon Sud", "Hôpital Lyon Sud"),
        ('" Hôpital\\tLyon\\nSud "', "Hôpital Lyon Sud"),
        ("|\n      Hôpital\n      Lyon Sud", "Hôpital Lyon Sud"),
        (">-\n      Hôpital\n      Lyon Sud", "Hôpital Lyon Sud"),
        ('"Qui\u00a0?"', "Qui\u00a0?"),
        ("Ho\u0302pital", "Hôpital"),
    ],
)
def test_spaces_of_a_text_are_reduced_to_one(written: str, expected: str) -> None:
    assert read(yaml_list(entry(nom=written))).centres[0].nom == expected


@pytest.mark.parametrize(
    "slug", ["Lyon", "lyon_sud", "lyon sud", "-lyon", "lyon-", "lyon--sud", "hôpital", "é", "a.b"]
)
def test_an_identifier_that_makes_no_address_is_refused(slug: str) -> None:
    assert problems(yaml_list(entry(id=slug))) == [
        f"data/centres.yaml:6:9: centre « {slug} » : l'identifiant « {slug} »{SLUG}"
    ]


def test_an_identifier_over_60_characters_is_refused() -> None:
    assert problems(yaml_list(entry(id="a" * 60))) == []
    slug = "a" * 61
    assert problems(yaml_list(entry(id=slug))) == [
        f"data/centres.yaml:6:9: centre « {slug} » : l'identifiant « {slug} »{SLUG}"
    ]


@pytest.mark.parametrize("slug", ["index", "aux", "con", "nul", "prn"])
def test_a_reserved_identifier_is_refused(slug: str) -> None:
    assert problems(yaml_list(entry(id=slug))) == [
        f"data/centres.yaml:6:9: centre « {slug} » : l'identifiant « {slug} » est réservé :"
        " choisissez-en un autre."
    ]


@pytest.mark.parametrize("number", ["69078413", "6907841370", "69078413A", "2C0000014", "2A000001"])
def test_a_finess_number_has_nine_characters(number: str) -> None:
    assert refusals(finess=f'"{number}"') == [
        f"10:13: : le numéro FINESS « {number} » doit avoir 9 caractères (exemple : 750100075)."
    ]


@pytest.mark.parametrize("number", ["690784138", "690784173", "960784137"])
def test_a_finess_number_with_a_wrong_key_is_refused(number: str) -> None:
    assert refusals(finess=f'"{number}"') == [
        f"10:13: : le numéro FINESS « {number} » est faux : sa clé de contrôle ne correspond pas,"
        " vérifiez chaque chiffre."
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"690784137"', "690784137"),
        ("690784137", "690784137"),
        ('"69 078 413 7"', "690784137"),
        ("2A0000014", "2A0000014"),
        ("2b0000019", "2B0000019"),
    ],
)
def test_a_finess_number_is_kept_compact(written: str, expected: str) -> None:
    assert read(yaml_list(entry(finess=written))).centres[0].finess == expected


def check_figure(digits: str) -> int:
    """Compute Luhn's figure by its textbook: double each second figure from the right."""
    total = 0
    for place, digit in enumerate(digits[::-1]):
        number = int(digit)
        if place % 2 == 0:
            number *= 2
            number = number // 10 + number % 10
        total += number
    return -total % 10


@given(st.text("0123456789", min_size=8, max_size=8), st.integers(0, 8), st.integers(1, 9))
def test_luhn_accepts_one_key_and_sees_each_wrong_figure(
    digits: str, place: int, shift: int
) -> None:
    number = f"{digits}{check_figure(digits)}"
    assert luhn(number)
    wrong = str((int(number[place]) + shift) % 10)
    assert not luhn(number[:place] + wrong + number[place + 1 :])


@pytest.mark.parametrize("code", ["6931", "693100", "2A004", "69 310", "F-69310", "٦٩٣١٠"])
def test_a_postcode_has_five_figures(code: str) -> None:
    assert refusals(code_postal=f'"{code}"') == [
        f"12:18: : le code postal « {code} » doit avoir 5 chiffres (exemple : 69310)."
    ]


@pytest.mark.parametrize(
    "number",
    [
        "15",
        "112",
        "3624",
        "01 42 49 49",
        "01 42 49 49 49 49",
        "00 42 49 49 49",
        "+41 22 372 33 11",
        "+32 2 555 31 11",
        "+377 97 98 99 00",
        "0041 22 372 33 11",
        "01 42 49 49 49 poste 3",
        "01 42 49 49 49 x3",
        "01 42 49 49 49;ext=3",
        "01 42 49 49 49 / 01 42 49 49 50",
        "non",
    ],
)
def test_a_phone_that_is_not_a_whole_french_number_is_refused(number: str) -> None:
    assert refusals(telephone=f'"{number}"') == [f"16:16: : le téléphone « {number} »{PHONE}"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("01 42 49 49 49", "+33142494949"),
        ("01.42.49.49.49", "+33142494949"),
        ("0142494949", "+33142494949"),
        ("+33 1 42 49 49 49", "+33142494949"),
        ("+33 (0)1 42 49 49 49", "+33142494949"),
        ("0033 1 42 49 49 49", "+33142494949"),
        ("+262 262 90 50 50", "+262262905050"),
        ("+590 590 89 10 10", "+590590891010"),
        ("+596 596 55 20 00", "+596596552000"),
        ("+594 594 39 50 50", "+594594395050"),
    ],
)
def test_a_phone_is_kept_as_e164(written: str, expected: str) -> None:
    assert read(yaml_list(entry(telephone=f'"{written}"'))).centres[0].telephone == expected


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/plain,x",
        "ftp://www.aphp.fr",
        "mailto:a@aphp.fr",
        "www.aphp.fr",
        "//www.aphp.fr",
        "https:www.aphp.fr",
        "https:/www.aphp.fr",
        "https://",
        "https:///page",
        "https://aphp",
        "https://127.0.0.1",
        "https://[::1]/",
        "https://[aphp.fr",
        "https://a:b@www.aphp.fr",
        "https://a@www.aphp.fr",
        "https://www.aphp.fr@autre.fr",
        "https://www.aphp.fr/a b",
        "https://www.aphp.fr/a\u00a0b",
        "https://www.aphp.fr/'a",
        "https://www.aphp.fr/`a",
        "https://www.aphp.fr/<a>",
        "https://www.aphp.fr/{a}",
        "https://www.aphp.fr/a|b",
        "https://www.aphp.fr^",
    ],
)
def test_an_address_that_is_not_a_web_page_is_refused(address: str) -> None:
    assert refusals(site_web=f'"{address}"') == [f"17:15: : l'adresse « {address} »{URL}"]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("'https://www.aphp.fr/\"a'", 'https://www.aphp.fr/"a'),
        ("'https://www.aphp.fr\\@autre.fr'", "https://www.aphp.fr\\@autre.fr"),
        ('"https://www.aphp.fr/\\ta"', "https://www.aphp.fr/\\ta"),
    ],
)
def test_an_address_with_a_mark_that_breaks_a_page_is_refused(written: str, address: str) -> None:
    assert refusals(site_web=written) == [f"17:15: : l'adresse « {address} »{URL}"]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.aphp.fr",
        "http://www.aphp.fr/",
        "https://www.aphp.fr:8443/a",
        "https://www.aphp.fr/a/b-c_d.html?e=f&g=h%20i#j",
        "https://www.aphp.fr/hôpital",
        "https://www.aphp.fr/a_(b)",
    ],
)
def test_an_address_is_kept_as_written(address: str) -> None:
    assert read(yaml_list(entry(site_web=f'"{address}"'))).centres[0].site_web == address


@pytest.mark.parametrize(
    "degrees",
    [
        "45,700182",
        "45.700182°",
        "45°42'01",
        "45.",
        ".5",
        "4500.1",
        "N 45.7",
        "٤٥",
        "- 4.8",
        "+45.7",
    ],
)
@pytest.mark.parametrize("key", ["latitude", "longitude"])
def test_a_position_is_written_in_degrees_with_a_point(key: str, degrees: str) -> None:
    place = {"latitude": "14:15", "longitude": "15:16"}[key]
    assert refusals(**{key: f'"{degrees}"'}) == [f"{place}: : « {degrees} »{DEGREES}"]


def test_an_exponent_is_no_position() -> None:
    assert refusals(latitude="4.57e1") == [f"14:15: : « 4.57e1 »{DEGREES}"]
    assert refusals(latitude='"4.57e1"') == [f"14:15: : « 4.57e1 »{DEGREES}"]


@pytest.mark.parametrize(
    "words",
    [
        "2018-02-30",
        "2019-02-29",
        "2018-13",
        "2018-00",
        "2018-04-31",
        "2018-01-00",
        "0000",
        "18",
        "2018-8",
        "2018-",
        "08/2018",
        "août 2018",
        "10-08-2018",
        "2018-08-10 ",
        "٢٠١٨",
        "inconnue",
    ],
)
def test_a_date_that_does_not_exist_is_refused(words: str) -> None:
    assert refusals(ouvert_depuis=f'"{words}"') == [f"33:20: : la date « {words} »{DATE}"]


@pytest.mark.parametrize(
    ("written", "future"),
    [
        ("2026-11-22", False),
        ("2026-11-23", True),
        ("2026-11", False),
        ("2026-12", True),
        ("2026", False),
        ("2027", True),
        ("2027-01-01", True),
        ("2020-02-29", False),
        ("2018", False),
        ("2018-08", False),
    ],
)
def test_a_date_after_today_is_refused(written: str, future: bool) -> None:  # noqa: FBT001  # pytest passes it by name
    message = f"33:20: : la date « {written} » est dans le futur : vérifiez-la."
    assert refusals(ouvert_depuis=written) == [message] * future


@pytest.mark.parametrize("written", ["2018", "2018-08", "2018-08-10", "inconnue"])
def test_a_source_has_a_date_even_partial_or_unknown(written: str) -> None:
    read_back = read(yaml_list(entry(sources=[source(date=written), register()])))
    assert read_back.centres[0].sources[0].date == written


def test_a_wrong_date_of_a_source_is_refused() -> None:
    sources = [source(), register(date="Inconnue")]
    assert refusals(sources=sources) == [f"31:15:, source 2 : la date « Inconnue »{DATE}"]


CHECK: Source = {"le": "2026-11-22", "par": "Camille Martin", "quoi": "[telephone]"}


@pytest.mark.parametrize("written", ["2026", "2026-11"])
def test_a_check_is_dated_to_the_day(written: str) -> None:
    assert refusals(verifie=CHECK) == []
    assert refusals(verifie=CHECK | {"le": written}) == [
        f"34:11:, verifie : la date « {written} » doit avoir un jour (exemple : 2026-11-22)."
    ]


def test_a_check_in_the_future_is_refused() -> None:
    assert refusals(verifie=CHECK | {"le": "2026-11-23"}) == [
        "34:11:, verifie : la date « 2026-11-23 » est dans le futur : vérifiez-la."
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"groupe": "liste2021"},
            "7:13: : « liste2021 » n'est pas une valeur de « groupe » ; vouliez-vous dire «"
            " liste_2021 » ?",
        ),
        (
            {"groupe": "x"},
            "7:13: : « x » n'est pas une valeur de « groupe » ; possibles : officielle,"
            " liste_2021, depuis.",
        ),
        (
            {"groupe": ""},
            "7:12: : « groupe » est vide, et obligatoire : écrivez-le (exemple : groupe:"
            " liste_2021).",
        ),
        (
            {"publics": "[adulte]"},
            "18:15: : « adulte » n'est pas une valeur de « publics » ; vouliez-vous dire «"
            " adultes » ?",
        ),
        (
            {"publics": "[adultes, Enfants]"},
            "18:24: : « Enfants » n'est pas une valeur de « publics » ; vouliez-vous dire «"
            " enfants » ?",
        ),
        (
            {"maladies": "[lymphomes]"},
            "19:16: : « lymphomes » n'est pas une valeur de « maladies » ; vouliez-vous dire"
            " « lymphome » ?",
        ),
        (
            {"maladies": "[x]"},
            "19:16: : « x » n'est pas une valeur de « maladies » ; possibles : lymphome,"
            " leucemie_aigue_lymphoblastique, myelome.",
        ),
        (
            {"sources": [source(nature="hopital"), register()]},
            "23:17:, source 1 : « hopital » n'est pas une valeur de « nature » ; possibles :"
            " etablissement, descar_t, publication, presse, finess, autre.",
        ),
        (
            {"sources": [source(), register(etablit="[adresse, position, phone]")]},
            "32:38:, source 2 : « phone » n'est pas une valeur de « etablit » ; vouliez-vous"
            " dire « telephone » ?",
        ),
    ],
)
def test_an_unknown_word_is_refused_with_the_nearest(
    changes: dict[str, Value], expected: str
) -> None:
    assert refusals(**changes) == [expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"publics": "[adultes, enfants, adultes]"},
            "18:14: : « publics » contient deux fois « adultes » : gardez-en un.",
        ),
        (
            {"maladies": "[lymphome, lymphome]"},
            "19:15: : « maladies » contient deux fois « lymphome » : gardez-en un.",
        ),
        (
            {"sources": [source(), register(etablit="[adresse, position, telephone, adresse]")]},
            "32:18:, source 2 : « etablit » contient deux fois « adresse » : gardez-en un.",
        ),
    ],
)
def test_a_value_written_twice_is_refused(changes: dict[str, Value], expected: str) -> None:
    assert refusals(**changes) == [expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"publics": "[]"},
            "18:14: : « publics » est une liste vide : supprimez la ligne si on ne sait pas.",
        ),
        (
            {"maladies": "[]"},
            "19:15: : « maladies » est une liste vide : supprimez la ligne si on ne sait pas.",
        ),
        (
            {"sources": "[]"},
            "20:14: : « sources » est vide (exemple : sources: une liste, voir CONTRIBUTING.md).",
        ),
        (
            {"sources": [source(), register(), source(etablit="[]")]},
            "38:18:, source 3 : « etablit » est vide : dites ce que la source établit, ou"
            " supprimez-la.",
        ),
        (
            {"verifie": CHECK | {"quoi": "[]"}},
            "36:13:, verifie : « quoi » est vide (exemple : quoi: [telephone]).",
        ),
    ],
)
def test_an_empty_list_is_refused(changes: dict[str, Value], expected: str) -> None:
    assert refusals(**changes) == [expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"nom": "[a]"},
            "8:10: : « nom » doit être un texte (exemple : nom: Hôpital Saint-Louis).",
        ),
        (
            {"code_postal": "{a: b}"},
            '12:18: : « code_postal » doit être un texte (exemple : code_postal: "75010").',
        ),
        (
            {"publics": "adultes"},
            "18:14: : « publics » doit être une liste (exemple : publics: [adultes]).",
        ),
        (
            {"publics": ""},
            "18:13: : « publics » doit être une liste (exemple : publics: [adultes]).",
        ),
        (
            {"publics": "[[adultes]]"},
            "18:15: : « publics » (un des éléments) doit être un texte.",
        ),
        (
            {"sources": "[abc]"},
            "20:15:, source 1 : « sources » (un des éléments) doit être un groupe de clés.",
        ),
        (
            {"sources": "une page"},
            "20:14: : « sources » doit être une liste (exemple : sources: une liste, voir"
            " CONTRIBUTING.md).",
        ),
        (
            {"verifie": "oui"},
            "33:14: : « verifie » doit être un groupe de clés (exemple : verifie: {le:"
            " 2026-11-22, par: Camille Martin, quoi: [telephone]}).",
        ),
        (
            {"retire": "[a]"},
            "33:13: : « retire » doit être un groupe de clés (exemple : retire: {le:"
            " 2026-11, motif: fermé}).",
        ),
    ],
)
def test_a_value_of_another_kind_is_refused(changes: dict[str, Value], expected: str) -> None:
    assert refusals(**changes) == [expected]


@pytest.mark.parametrize("number", ["01 42 HOPITAL", "urgences 01 42 49 49 49", "tel:+33142494949"])
def test_a_phone_with_letters_is_refused(number: str) -> None:
    assert refusals(telephone=f'"{number}"') == [
        f"16:16: : le téléphone « {number} » n'est pas un numéro français complet"
        " (exemple : 01 42 49 49 49)."
    ]


@pytest.mark.parametrize("address", ["https://@a.fr", "https://a.fr:abc/", "https://-.fr"])
def test_an_address_that_no_browser_opens_is_refused(address: str) -> None:
    assert refusals(site_web=f'"{address}"') == [f"17:15: : l'adresse « {address} »{URL}"]


def test_the_one_source_being_wrong_is_not_a_list_that_is_empty() -> None:
    assert refusals(sources=[source(url="ftp://a.fr")]) == [
        f"24:14:, source 1 : l'adresse « ftp://a.fr »{URL}"
    ]


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("0262 90 50 50", "+262262905050"),
        ("0269 61 80 00", "+262269618000"),
        ("0590 89 10 10", "+590590891010"),
        ("0594 39 50 50", "+594594395050"),
        ("0596 55 20 00", "+596596552000"),
        ("01\u202f42\u202f49\u202f49\u202f49", "+33142494949"),
    ],
)
def test_a_number_rings_where_it_is_dialled_so(number: str, dialled: str) -> None:
    assert read(yaml_list(entry(telephone=f'"{number}"'))).centres[0].telephone == dialled


def test_a_key_left_without_value_is_to_be_filled_or_removed() -> None:
    assert refusals(telephone="") == [
        "16:15: : « telephone » est vide : écrivez une valeur, ou supprimez la ligne si on ne sait"
        " pas."
    ]


def test_a_letter_written_for_browsers_is_refused() -> None:
    assert refusals(nom="H&ocirc;pital") == [
        "8:10: : « nom » contient « &ocirc; » : écrivez la lettre elle-même."
    ]
