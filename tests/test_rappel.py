"""What an editor is told of what is due, to the letter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator import rappel
from generator.delais import Delais
from generator.echeances import due_on
from generator.front_matter import Relecture
from tests.samples import (
    FILE,
    Entry,
    directory,
    entry,
    lille,
    nice,
    problems,
    source,
    without,
    yaml_list,
)
from tests.samples import TODAY as DAY
from tests.test_echeances import FACTS, check, page

if TYPE_CHECKING:
    from generator.echeances import Due
    from generator.front_matter import FrontMatter

READ = Relecture(nom="Dr Camille Martin", le="2026-11-20")
BLOCK = """
## Après une vérification

Sous le centre, dans data/centres.yaml, collez ce bloc, ou changez celui qui y est. Écrivez votre \
nom après
« par: » et, entre les crochets, les seuls faits que vous avez vérifiés, séparés par des virgules.

```yaml
    verifie:
      le: 2026-11-22
      par:
      quoi: []
```"""
WHOLE = f"""\
# À vérifier au 22 novembre 2026

9 faits jamais vérifiés dans 2 centres, 1 vérification de plus de 150 jours, 2 pages à réviser.

## Centres, le fait le plus ancien d'abord

Ce qui n'est pas dit « vérifié » ne l'a jamais été.

### CHU de Nice

- data/centres.yaml:64, « nice »
- téléphone non renseigné
- activite, adresse, position : la presse (Nice-Matin), date inconnue
  <https://www.chu-lyon.fr/car-t>

### Hôpital Lyon Sud, Oullins-Pierre-Bénite

- data/centres.yaml:6, « lyon-sud »
- appeler le 04 78 86 18 01
- adresse, position, telephone : le registre FINESS, 6 mars 2020
  <https://www.data.gouv.fr/finess>
- activite, publics, maladies : l'hôpital lui-même (Hospices civils de Lyon), 11 septembre 2023
  <https://www.chu-lyon.fr/car-t>

### CHU de Lille

- data/centres.yaml:33, « lille »
- appeler le 04 78 86 18 01
- activite, publics, maladies : vérifié le 25 mai 2026 par Camille Martin, il y a 181 jours (la \
page le dit)
  <https://www.chu-lyon.fr/car-t>
- adresse, position, telephone : vérifié le 25 mai 2026 par Camille Martin, il y a 181 jours (la \
page le dit)
  <https://www.data.gouv.fr/finess>

## Pages à réviser

- docs/b.md : révision prévue en octobre 2026, date passée : la page le dit
- docs/a.md : révision prévue le 22 novembre 2026

## Pages sans relecture médicale

« relu_par » est vide dans 2 pages sur 3.
{BLOCK}"""


LILLE = lille(verifie=check(date(2026, 5, 25), *FACTS))
BARE = without(
    nice(
        sources=[
            source(
                nature="presse",
                editeur="Nice-Matin",
                date="inconnue",
                etablit="[activite, adresse, position]",
            )
        ]
    ),
    "telephone",
    "publics",
    "maladies",
)


def due(*entries: Entry, **pages: FrontMatter) -> Due:
    named = {f"docs/{name}.md": one for name, one in pages.items()}
    return due_on(DAY, directory(*entries), named, Delais())


def told(*entries: Entry, **pages: FrontMatter) -> str:
    return "\n".join(rappel.lines(due(*entries, **pages), FILE, DAY))


def test_all_that_is_due_is_told_with_whom_to_call_and_what_to_open() -> None:
    pages = {"a": page("2026-11-22"), "b": page("2026-10"), "c": page("2030", READ)}
    assert told(entry(), LILLE, BARE, **pages) == WHOLE


def test_that_nothing_is_due_is_told() -> None:
    fresh = entry(verifie=check(date(2026, 11, 20), *FACTS))
    assert told(fresh, c=page("2030", READ)) == (
        "# À vérifier au 22 novembre 2026\n\nRien n'est à vérifier, aucune page n'est à réviser."
    )
    assert rappel.reminder(due(fresh, c=page("2030", READ))) is None


@pytest.mark.parametrize(
    ("nature", "whose"),
    [
        ("etablissement", "l'hôpital lui-même (HCL)"),
        ("descar_t", "une page du registre DESCAR-T"),
        ("presse", "la presse (HCL)"),
        ("publication", "une publication scientifique"),
        ("finess", "le registre FINESS"),
        ("autre", "une autre page (HCL)"),
    ],
)
def test_each_nature_of_source_has_its_words(nature: str, whose: str) -> None:
    every = f"[{', '.join(FACTS)}]"
    text = told(entry(sources=[source(nature=nature, editeur="HCL", date="2020", etablit=every)]))
    assert f"- {', '.join(FACTS)} : {whose}, 2020\n" in text


def test_a_check_that_the_page_does_not_mark_yet_is_not_said_to_be_marked() -> None:
    text = told(entry(verifie=check(date(2026, 5, 26), *FACTS)))
    assert "vérifié le 26 mai 2026 par Camille Martin, il y a 180 jours\n" in text


def test_after_a_build_one_line_counts_what_is_due() -> None:
    assert rappel.reminder(due(entry(), LILLE, BARE, a=page("2026"), b=page("2026"))) == (
        "À vérifier : 9 faits jamais vérifiés dans 2 centres, 1 vérification de plus de 150 jours,"
        " 2 pages à réviser (python -m generator a-verifier)."
    )
    assert rappel.reminder(
        due(LILLE, lille(id="lille-est", finess='"590782421"', verifie=LILLE["verifie"]))
    ) == ("À vérifier : 2 vérifications de plus de 150 jours (python -m generator a-verifier).")
    only = BARE | {"verifie": check(DAY, "activite", "adresse")}
    assert rappel.reminder(due(only, a=page("2026"))) == (
        "À vérifier : 1 fait jamais vérifié dans 1 centre, 1 page à réviser"
        " (python -m generator a-verifier)."
    )


def test_the_block_to_paste_names_nobody_and_is_refused_until_it_is_filled() -> None:
    block = BLOCK.split("```yaml\n")[1].removesuffix("```")
    pasted = yaml_list(entry()) + block
    assert problems(pasted) == [
        "data/centres.yaml:35:11: centre « lyon-sud », verifie : « par » est vide, et"
        " obligatoire : écrivez-le (exemple : par: Camille Martin, DESCAR-T).",
        "data/centres.yaml:36:13: centre « lyon-sud », verifie : « quoi » est vide (exemple : quoi:"
        " [telephone]).",
    ]
    filled = pasted.replace("par:", "par: Camille Martin").replace("[]", "[telephone, publics]")
    assert problems(filled) == []
