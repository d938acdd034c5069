"""How each fact says what it rests on. `~` stands for a no-break space."""

from __future__ import annotations

import pytest

from generator.evidence import FACTS, Evidence, evidence_of
from tests.samples import Entry, directory, entry, register, source, without

EVERY = "[activite, adresse, position, telephone, publics, maladies, acces, hebergement]"


def spaced(text: str) -> str:
    """Write no-break spaces where the tables have `~`."""
    return text.replace("~", "\N{NO-BREAK SPACE}")


def evidence(one: Entry) -> dict[str, Evidence]:
    """Word the evidence of a hospital alone in its list."""
    return {str(fact): item for fact, item in evidence_of(directory(one).centres[0]).items()}


@pytest.mark.parametrize(
    ("nature", "expected"),
    [
        ("etablissement", "Numéro annoncé par l’hôpital lui-même (HCL, mars~2020), non revérifié"),
        ("descar_t", "Numéro lu sur une page du registre DESCAR-T (mars~2020), non revérifié"),
        ("presse", "Numéro rapporté par la presse (HCL, mars~2020), non revérifié"),
        ("publication", "Numéro déduit d’une publication scientifique (mars~2020), non revérifié"),
        ("finess", "Numéro relevé dans le registre FINESS en~mars~2020, non revérifié"),
        ("autre", "Numéro lu sur une autre page (HCL, mars~2020), non revérifié"),
    ],
)
def test_each_nature_of_source_has_its_words(nature: str, expected: str) -> None:
    only = source(nature=nature, editeur="HCL", date="2020-03", etablit=EVERY)
    one = entry(sources=[only], acces="Métro", hebergement="Maison des familles")
    assert evidence(one)["telephone"].sentence == spaced(expected)


@pytest.mark.parametrize(
    ("fact", "label", "expected"),
    [
        ("activite", "Traitement par cellules CAR-T", "Présence annoncée"),
        ("adresse", "Adresse", "Adresse annoncée"),
        ("position", "Position sur la carte", "Position annoncée"),
        ("telephone", "Téléphone", "Numéro annoncé"),
        ("publics", "Qui est soigné", "Information annoncée"),
        ("maladies", "Maladies traitées", "Information annoncée"),
        ("acces", "Accès", "Information annoncée"),
        ("hebergement", "Hébergement des proches", "Information annoncée"),
    ],
)
def test_each_fact_has_its_noun_and_its_ending(fact: str, label: str, expected: str) -> None:
    only = source(editeur="HCL", date="2023", etablit=EVERY)
    item = evidence(entry(sources=[only], acces="Métro", hebergement="Maison"))[fact]
    ending = "" if fact == "telephone" else "e"
    assert item.label == label
    assert item.sentence == (
        f"{expected} par l’hôpital lui-même (HCL, 2023), non revérifié{ending}"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2020-03-06", "Numéro relevé dans le registre FINESS en~mars~2020, non revérifié"),
        ("2020-03", "Numéro relevé dans le registre FINESS en~mars~2020, non revérifié"),
        ("2020", "Numéro relevé dans le registre FINESS en~2020, non revérifié"),
        ("inconnue", "Numéro relevé dans le registre FINESS à une date~inconnue, non revérifié"),
    ],
)
def test_the_register_is_dated_to_the_month(written: str, expected: str) -> None:
    found = evidence(entry(sources=[source(), register(date=written)]))
    assert found["telephone"].sentence == spaced(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023-09-11", "(HCL, 11~septembre~2023)"),
        ("2023-09", "(HCL, septembre~2023)"),
        ("2023", "(HCL, 2023)"),
        ("inconnue", "(HCL, date~inconnue)"),
    ],
)
def test_another_source_is_dated_as_it_is(written: str, expected: str) -> None:
    found = evidence(entry(sources=[source(editeur="HCL", date=written), register()]))
    assert found["publics"].sentence == spaced(
        f"Information annoncée par l’hôpital lui-même {expected}, non revérifiée"
    )


def test_a_check_says_who_and_when() -> None:
    check = {"le": "2026-11-01", "par": "Camille Martin", "quoi": "[telephone]"}
    found = evidence(entry(verifie=check))
    assert found["telephone"].sentence == spaced("Vérifié le~1er~novembre~2026 par Camille Martin")
    assert [one.nature for one in found["telephone"].sources] == ["finess"]
    dated = {fact: item.check.le for fact, item in found.items() if item.check}
    assert dated == {"telephone": "2026-11-01"}


def test_a_check_is_of_the_facts_it_names_only() -> None:
    check = {"le": "2026-11-22", "par": "Camille Martin", "quoi": "[telephone, publics]"}
    found = evidence(entry(verifie=check))
    checked = {fact for fact, item in found.items() if item.sentence.startswith("Vérifié")}
    assert checked == {"telephone", "publics"}
    assert found["adresse"].sentence == spaced(
        "Adresse relevée dans le registre FINESS en~mars~2020, non revérifiée"
    )


WORDS = {
    "etablissement": "annoncée par l’hôpital lui-même",
    "descar_t": "lue sur une page du registre DESCAR-T",
    "presse": "rapportée par la presse",
    "finess": "relevée dans le registre FINESS",
    "autre": "lue sur une autre page",
    "publication": "déduite d’une publication scientifique",
}


@pytest.mark.parametrize("place", range(len(WORDS)))
def test_the_best_source_is_the_one_that_is_worded(place: int) -> None:
    known = list(WORDS)[place:]
    sources = [source(nature=nature, etablit=EVERY) for nature in reversed(known)]
    item = evidence(entry(sources=sources, acces="Métro", hebergement="Maison"))["activite"]
    assert item.sentence.startswith(f"Présence {WORDS[known[0]]}")
    assert item.best.nature == known[0]
    assert [one.nature for one in item.sources] == known[::-1]


def test_of_two_sources_of_one_nature_the_first_is_worded() -> None:
    first = source(titre="Première", editeur="Un")
    second = source(titre="Seconde", editeur="Deux")
    found = evidence(entry(sources=[register(), first, second]))
    assert [one.titre for one in found["activite"].sources] == ["Première", "Seconde"]
    assert "(Un, " in found["activite"].sentence


def test_only_the_facts_that_are_stated_have_evidence() -> None:
    bare = without(entry(), "telephone", "publics", "maladies")
    bare["sources"] = [source(etablit="[activite]"), register(etablit="[adresse, position]")]
    assert list(evidence(bare)) == ["activite", "adresse", "position"]
    assert list(evidence(entry())) == [
        "activite", "adresse", "position", "telephone", "publics", "maladies",
    ]  # fmt: skip


def test_every_fact_has_a_label() -> None:
    every = entry(sources=[source(etablit=EVERY)], acces="Métro", hebergement="Maison")
    assert list(evidence(every)) == list(FACTS)
