"""Each change as visitors read it; `~` stands for a no-break space."""

from __future__ import annotations

import pytest

from generator.bulletin import changement
from generator.changes import compare
from generator.edition import LIST, Edition
from generator.historique import Changement, Fiche
from tests.samples import PAGE, Entry, entry, lille, nice, register, source, without, yaml_list

LYON = "Hôpital Lyon Sud, Oullins-Pierre-Bénite"


def edition(*entries: Entry, **files: str) -> Edition:
    """Read a list, and pages of docs/ by their name."""
    pages = {f"docs/{name}.md": text.encode() for name, text in files.items()}
    return Edition.earlier({LIST: yaml_list(*entries).encode(), **pages})


def told(old: Edition, new: Edition) -> Changement | None:
    """Tell what changed."""
    return changement(compare(old, new), "2026-05-04", "1a2b3c4")


def of_lyon(**changes: str) -> tuple[str, ...]:
    """Tell what changed of one hospital."""
    one = told(edition(entry()), edition(entry(**changes)))
    return one.centres[0].dit if one else ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"telephone": '"04 72 00 00 00"'},
            "Téléphone : « 04~78~86~18~01 » devient « 04~72~00~00~00 ».",
        ),
        (
            {"adresse": "1 rue Neuve"},
            "Adresse : « 165 chemin du Grand-Revoyet, 69310 Oullins-Pierre-Bénite » devient"
            " « 1 rue Neuve, 69310 Oullins-Pierre-Bénite ».",
        ),
        ({"acces": "Tramway."}, "Accès : « Tramway. », là où rien n'était dit."),
        (
            {"publics": "[enfants]"},
            "Qui est soigné : en plus « enfants » ; on ne dit plus « adultes ».",
        ),
        ({"latitude": "45.710182"}, "Position sur la carte : déplacée de 1,1~km vers le nord."),
        (
            {"verifie": "{le: 2026-05-01, par: Camille, quoi: [telephone]}"},
            "Vérification (téléphone) : « Vérifié le~1er~mai~2026 par Camille ».",
        ),
    ],
)
def test_what_was_and_what_is_are_said(changes: dict[str, str], expected: str) -> None:
    assert [one.replace("\u00a0", "~") for one in of_lyon(**changes)] == [expected]


def test_what_is_no_longer_known_is_never_said_to_be_no() -> None:
    one = told(edition(entry()), edition(without(entry(), "telephone", "publics")))
    assert one
    assert [said.replace("\u00a0", " ") for said in one.centres[0].dit] == [
        "Téléphone : « 04 78 86 18 01 » n'est plus affiché : la page dit « non renseigné ».",
        "Qui est soigné : on ne dit plus « adultes » : la page dit « non renseigné :"
        " demandez-leur ».",
    ]


def test_sources_are_told_in_one_sentence() -> None:
    new = entry(sources=[source(titre="Autre"), register(date="2024"), source(url="https://a.fr")])
    one = told(edition(entry()), edition(new))
    assert one
    assert one.centres == (Fiche(id="lyon-sud", nom=LYON, dit=("Les sources citées changent.",)),)


def test_what_no_visitor_sees_is_not_told() -> None:
    old = edition(entry(), index=PAGE)
    new = edition(
        entry(autres_noms="[HCL]", anciens_ids="[lyon]"),
        index=PAGE.replace("2026-11", "2026-12").replace("Une page d'essai", "Autre but"),
    )
    assert told(old, new) is None
    assert told(old, old) is None


def test_hospitals_that_come_and_go_are_told_with_the_count() -> None:
    gone = lille(retire={"le": "2026-11", "motif": "Le service a fermé."})
    one = told(edition(entry(), lille()), edition(gone, without(nice(), "telephone")))
    assert one == Changement(
        le="2026-05-04",
        depuis="1a2b3c4",
        centres=(
            Fiche(
                id="lille",
                nom="CHU de Lille",
                dit=("Retiré de la liste (novembre\u00a02026) : « Le service a fermé ».",),
            ),
            Fiche(
                id="nice",
                nom="CHU de Nice",
                dit=(
                    "Ajouté à la liste.",
                    "Téléphone : non renseigné.",
                    "Adresse : « 165 chemin du Grand-Revoyet, 06200 Nice ».",
                ),
            ),
            Fiche(nom=LYON, dit=("N'est plus dans la liste.",)),
        ),
        liste=("La liste passe de 2 à 1 centre.",),
    )
    back = told(edition(entry(), gone), edition(entry(), lille()))
    assert back
    assert back.centres == (Fiche(id="lille", nom="CHU de Lille", dit=("Remis dans la liste.",)),)


def test_a_hospital_that_another_replaces_leads_to_it() -> None:
    new = nice(anciens_ids="[lille]")
    one = told(edition(lille(), nice()), edition(new))
    assert one
    assert one.centres == (
        Fiche(
            id="nice",
            nom="CHU de Lille",
            dit=("N'a plus de page à part : voyez « CHU de Nice ».",),
        ),
    )


def test_pages_that_readers_read_otherwise_are_named_by_their_titles() -> None:
    old = edition(entry(), a=PAGE, b=PAGE.replace("Une page\n", "Avant\n"), d=PAGE)
    new = edition(
        entry(),
        a=PAGE.replace("Un texte", "Un autre texte"),
        b=PAGE.replace("Une page\n", "Après\n"),
        c=PAGE.replace("Une page\n", "Neuve\n"),
    )
    one = told(old, new)
    assert one
    assert not one.is_of_list
    assert one.pages == (
        "Texte ajouté : « Neuve ».",
        "Texte changé : « Une page », « Après ».",
        "Texte retiré : « Une page ».",
    )


def test_an_old_hospital_without_a_name_is_told_all_the_same() -> None:
    one = told(edition(entry(), without(nice(), "nom", "ville")), edition(entry()))
    assert one
    assert one.centres == (Fiche(nom="Un hôpital", dit=("N'est plus dans la liste.",)),)
