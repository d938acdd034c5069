"""What the contact card of a hospital says, beside what data/centres.yaml does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
import vobject
import yaml

from generator.contacts import contact, every_card, size_fr, uid_of, uri_of
from generator.historique import Historique
from generator.inputs import Inputs, read_directory
from generator.publication import LABELS, Publication
from generator.site import source_files
from tests import samples
from tests.samples import LISTE, directory, entry, lille, reunion, without, yaml_list
from tests.test_glossary import words
from tests.vcards import Card, parts, read

if TYPE_CHECKING:
    from generator.directory import Directory

HOME = "https://exemple.fr/car-t/"
OFFICIAL = Publication(**dict.fromkeys(LABELS, "Camille Martin"), site_url=HOME)
URGENT = "Urgence~: la consigne de votre carte patient, ou le 15 ou le 112 (114 par SMS)."


def card(one: samples.Entry, publication: Publication = OFFICIAL) -> Card:
    """Read the card of a hospital alone in its list."""
    listed = directory(one)
    return read(contact(listed.centres[0], listed, publication))[0]


def note(one: samples.Entry, publication: Publication = OFFICIAL) -> list[str]:
    """Read the lines of its note; `~` stands for a no-break space."""
    return parts(card(one, publication)["NOTE"])[0].replace("\u00a0", "~").split("\n")


@cache
def real() -> Directory:
    """Read the real list."""
    inputs = Inputs.of(samples.ROOT)
    return read_directory(inputs.centres, inputs, date(2026, 11, 28))


def test_every_field_of_every_hospital_is_that_of_the_yaml() -> None:
    entries = yaml.safe_load((samples.ROOT / "data" / "centres.yaml").read_text("utf-8"))["centres"]
    written = {one["id"]: one for one in entries if "retire" not in one}
    cards = read(every_card(real(), OFFICIAL))
    assert len(cards) == len(written) == len(real().open)
    for centre, found in zip(real().open, cards, strict=True):
        one = written[centre.id]
        assert read(contact(centre, real(), OFFICIAL)) == [found]
        assert parts(found["ORG"]) == [one["etablissement"], one["nom"]]
        assert one["nom"] in parts(found["FN"])[0]
        assert one["ville"] in parts(found["FN"])[0]
        street, town, region, postcode, country = parts(found["ADR;TYPE=work"])[2:]
        assert (street, town, postcode) == (one["adresse"], one["ville"], one["code_postal"])
        assert (region, country) == ("", "France")
        number = "0" + found["TEL;TYPE=work"].removeprefix("+33")
        assert number == one["telephone"].replace(" ", "")
        place = [float(part) for part in found["GEO"].removeprefix("geo:").split(",")]
        assert place == [one["latitude"], one["longitude"]]
        assert found.get("URL") == one.get("site_web")
        assert found["SOURCE"] == f"{HOME}contacts/{one['id']}.vcf"
        reserve = one.get("reserve", "").replace("'", "’")
        assert reserve in parts(found["NOTE"])[0].replace("\u00a0", " ").replace("\u202f", " ")


def test_another_reader_finds_the_same_hospitals() -> None:
    found = list(vobject.readComponents(every_card(real(), OFFICIAL).decode()))
    for centre, one in zip(real().open, found, strict=True):
        assert one.version.value == "4.0"
        assert one.fn.value == centre.nom_et_ville
        assert one.org.value == [centre.etablissement, centre.nom]
        assert one.tel.value == centre.telephone
        assert (one.adr.value.street, one.adr.value.code) == (centre.adresse, centre.code_postal)
        assert (one.adr.value.city, one.adr.value.country) == (centre.ville, "France")
        assert "Ce n’est pas un numéro d’urgence." in one.note.value


def test_the_card_of_a_hospital_as_it_is_written() -> None:
    assert without(card(entry()), "NOTE") == {
        "KIND": "org",
        "UID": "urn:uuid:37b25f6f-03b6-517e-bcda-196e7b78b87c",
        "FN": "Hôpital Lyon Sud\\, Oullins-Pierre-Bénite",
        "ORG": "Hospices civils de Lyon;Hôpital Lyon Sud",
        "TEL;TYPE=work": "+33478861801",
        "ADR;TYPE=work": (";;165 chemin du Grand-Revoyet;Oullins-Pierre-Bénite;;69310;France"),
        "GEO": "geo:45.700182,4.809948",
        "URL": "https://www.chu-lyon.fr",
        "SOURCE": "https://exemple.fr/car-t/contacts/lyon-sud.vcf",
        "CATEGORIES": "CAR-T",
    }
    assert note(entry()) == [
        "Numéro relevé dans le registre FINESS en~mars~2020, non revérifié."
        f" Ce n’est pas un numéro d’urgence. {URGENT}",
        "Adresse relevée dans le registre FINESS en~mars~2020, non revérifiée.",
        "Qui est soigné~: adultes. Information annoncée par l’hôpital lui-même"
        " (Hospices civils de Lyon, 11~septembre~2023), non revérifiée.",
        "Maladies~: lymphome. Information annoncée par l’hôpital lui-même"
        " (Hospices civils de Lyon, 11~septembre~2023), non revérifiée.",
        "Ce qui n’est pas cité n’est pas exclu~: posez la question au centre ou à votre"
        " hématologue.",
        "Dans notre liste~: centre de la liste d’origine (vers 2021), reconstituée. Présence"
        " annoncée par l’hôpital lui-même (Hospices civils de Lyon, 11~septembre~2023), non"
        " revérifiée.",
        "Liste établie en~novembre~2026. Contenu validé par Camille Martin.",
        "Sa page~: https://exemple.fr/car-t/centres/lyon-sud/",
    ]


def test_a_hospital_overseas_has_its_own_number_and_place() -> None:
    found = card(reunion())
    assert found["TEL;TYPE=work"] == "+262262905050"
    assert found["ADR;TYPE=work"].endswith(";Saint-Denis;La Réunion;97400;France")
    assert found["GEO"] == "geo:-20.878970,55.448630"


def test_what_is_not_known_is_asked_and_never_denied() -> None:
    only = samples.source(etablit="[activite, adresse, position]")
    known = without(lille(sources=[only]), "telephone", "publics", "maladies", "site_web")
    assert not {"TEL;TYPE=work", "URL"} & set(card(known))
    lines = note(known)
    assert lines[0] == f"Téléphone~: non renseigné. {URGENT}"
    assert lines[2:4] == [
        "Qui est soigné~: non renseigné~: demandez-leur.",
        "Maladies~: non renseigné~: demandez-leur.",
    ]


def test_a_preversion_says_so_first_and_that_nobody_has_read_it_again() -> None:
    lines = note(entry(), Publication())
    assert lines[0] == (
        "Préversion, non validée. Avant tout déplacement, demandez à votre hématologue."
    )
    assert lines[-1] == (
        "Liste établie en~novembre~2026."
        " Elle n’a pas encore été relue par un professionnel de santé."
    )


def test_without_the_address_of_the_site_a_card_names_none() -> None:
    found = card(entry(), replace(OFFICIAL, site_url=""))
    assert "SOURCE" not in found
    assert "exemple.fr" not in found["NOTE"]


def test_a_warning_and_a_check_stand_in_the_note() -> None:
    check = {"le": "2026-11-20", "par": "Camille Martin", "quoi": "[telephone]"}
    lines = note(entry(reserve='"L\'œuvre : demandez, avant ; merci"', verifie=check))
    assert lines[0].startswith("Vérifié le~20~novembre~2026 par Camille Martin. Ce n’est pas")
    assert lines[1] == "À savoir~: L’œuvre~: demandez, avant\u202f; merci"


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-11-20", "20261120T000000Z"), ("2026-11", None), ("2026", None)]
)
def test_a_card_is_dated_by_the_list_where_the_list_has_a_day(
    day: str, expected: str | None
) -> None:
    listed = samples.read(yaml_list(entry(), liste={**LISTE, "etat_au": f'"{day}"'}))
    (found,) = read(every_card(listed, OFFICIAL))
    assert found.get("REV") == expected


def test_a_hospital_keeps_its_uid_under_another_id_and_another_number() -> None:
    before, after = (
        directory(one).centres[0]
        for one in (entry(), entry(id="sud", anciens_ids="[lyon-sud]", finess='"690805361"'))
    )
    assert uid_of(before) == uid_of(after)
    assert UUID(uid_of(before)).version == 5
    assert len({uid_of(centre) for centre in real().centres}) == len(real().centres)


def test_a_withdrawn_hospital_has_neither_card_nor_sheet() -> None:
    gone = lille(retire={"le": "2026-11", "motif": "fermé"})
    listed = directory(entry(), gone)
    files = {file.uri: file for file in source_files(listed, words(), OFFICIAL, Historique())}
    assert {uri for uri in files if uri.endswith(".vcf")} == {
        "contacts.vcf",
        uri_of(listed.open[0]),
    }
    assert len(read(every_card(listed, OFFICIAL))) == 1
    kept, left = (str(files[f"centres/{key}.md"].content) for key in ("lyon-sud", "lille"))
    for mark in ("contacts/", "feuille.css", 'class="carre"', 'class="feuille"', "Imprimer"):
        assert mark in kept
        assert mark not in left


@pytest.mark.parametrize(("octets", "words"), [(10, "1"), (1700, "2"), (52_400, "52")])
def test_how_much_there_is_to_fetch_is_said_in_thousands(octets: int, words: str) -> None:
    assert size_fr(b"x" * octets) == f"{words}\u00a0ko"
