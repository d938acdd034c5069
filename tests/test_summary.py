"""What a reviewer reads of the changes; `~` stands for a no-break space, `_` for a narrow one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown  # type: ignore[import-untyped]  # no stubs among our packages

from generator.centres import Centre, Liste, Retrait
from generator.details import Reworded
from generator.edition import GLOSSARY, LIST, Edition
from generator.front_matter import FrontMatter
from generator.glossary import Terme
from generator.shown import (
    CENTRE,
    CENTRE_LISTS,
    HEAD,
    HEAD_LISTS,
    LISTE,
    RETRAIT,
    SOURCE,
    SOURCE_LISTS,
    TERME,
    TERME_LISTS,
)
from generator.sources import Source, Verification
from generator.summary import MARK, NOTHING, cut, summary
from generator.wording import LABELS, lines
from tests.samples import (
    LISTE as HEAD_OF_LIST,
)
from tests.samples import (
    PAGE,
    Entry,
    ajaccio,
    entry,
    lille,
    nice,
    register,
    reunion,
    source,
    without,
    yaml_list,
)
from tests.test_comment import ACTING, WORDS
from tests.test_render import Reader

if TYPE_CHECKING:
    from pydantic import BaseModel

SINCE = "du 1er mai 2026 (0123456)"


def spaced(text: str) -> str:
    r"""Write no-break spaces where the texts have `~` and `_`; of `\_`, the mark itself."""
    hard = text.replace("~", "\N{NO-BREAK SPACE}")
    return re.sub(r"(?<!\\)_", "\N{NARROW NO-BREAK SPACE}", hard).replace("\\_", "_")


def edition(*entries: Entry, **files: str) -> Edition:
    """Read a list, and pages of docs/ by their name."""
    pages = {f"docs/{name}.md": text.encode() for name, text in files.items()}
    return Edition.earlier({LIST: yaml_list(*entries).encode(), **pages})


def told(old: Edition, new: Edition, *touched: str) -> str:
    """Tell what changed."""
    return "\n".join(summary(old, new, SINCE, touched))


# --- nothing ---------------------------------------------------------------------------------


def test_where_nothing_changed_one_sentence_says_so() -> None:
    old = edition(entry(), lille(), index=PAGE)
    new = edition(lille(), entry(telephone="0478861801"), index=PAGE + "<!-- relu -->\n")
    assert told(old, new, "data/centres.yaml", "docs/index.md", "README.md") == (
        "<!-- ce-qui-change -->\nRien ne change pour les visiteurs."
    )


def test_what_is_not_compared_is_never_said_to_be_the_same() -> None:
    files = ["README.md", "data/rgaa.yaml", "docs/a.svg", "generator/theme/x.css", "mkdocs.yml"]
    assert told(edition(entry()), edition(entry()), *files) == (
        "<!-- ce-qui-change -->\n"
        "## Ce qui change pour les visiteurs\n\n"
        "Comparé à la version du 1er mai 2026 (0123456).\n\n"
        "Rien ne change dans la liste, les pages et le glossaire.\n\n"
        "D'autres fichiers dont le site est fait changent aussi, et ce résumé ne dit pas ce qu'ils"
        " changent : `data/rgaa.yaml`, `docs/a.svg`, `generator/theme/x.css`, `mkdocs.yml`."
    )


def test_many_files_that_are_not_compared_are_counted() -> None:
    files = [f"docs/{number}.svg" for number in range(12)]
    last = told(edition(entry()), edition(entry()), *files).split("\n")[-1]
    assert last.endswith("`docs/6.svg`, `docs/7.svg` et 4 de plus.")


def test_an_old_list_that_cannot_be_read_is_said_in_one_sentence() -> None:
    old = Edition.earlier({LIST: b"[", GLOSSARY: b"["})
    assert told(old, edition(entry())) == (
        "<!-- ce-qui-change -->\n"
        "## Ce qui change pour les visiteurs\n\n"
        "Comparé à la version du 1er mai 2026 (0123456).\n\n"
        "La liste de cette version ne peut pas être lue : les centres ne sont pas comparés.\n\n"
        "Le glossaire de cette version ne peut pas être lu : il n'est pas comparé."
    )


def test_a_version_without_a_list_makes_every_hospital_new() -> None:
    assert told(Edition.earlier({}), edition(entry())).split("\n")[5:12] == [
        "Cette version n'avait pas de liste : tous les centres comptent comme ajoutés.",
        "",
        "La liste passe de 0 à 1 centre. « 1\u00a0centre de la liste d’origine (vers 2021),"
        " reconstituée » apparaît.",
        "",
        "### Centres",
        "",
        "- Ajouté : **Hôpital Lyon Sud, Oullins-Pierre-Bénite** (`/centres/lyon-sud/`)",
    ]


# --- everything ------------------------------------------------------------------------------

LONG = "Dans l'enceinte de l'hôpital, la Maison des familles loge des proches ; demandez au service"
OLD = yaml_list(
    entry(hebergement=f'"{LONG}."'),
    lille(ouvert_depuis="2023", verifie={"le": "2026-10-01", "par": "Alix", "quoi": "[adresse]"}),
    nice(),
    ajaccio(retire={"le": "2025", "motif": "travaux"}),
    reunion(),
)
NEW = yaml_list(
    entry(
        nom='"Hôpital *Lyon* @Sud"',
        adresse="2 rue Neuve",
        latitude="45.703182",
        telephone='"04 72 00 00 00"',
        site_web="https://www.chu-lyon.fr/hematologie",
        publics="[enfants, adolescents_jeunes_adultes]",
        groupe="depuis",
        hebergement=f'"{LONG}, qui a 18 chambres."',
        reserve='"Demandez le bâtiment !"',
        acces="Métro B",
        autres_noms="[HLS]",
        verifie={"le": "2026-11-20", "par": "'Camille #12'", "quoi": "[telephone, adresse]"},
        sources=[
            source(date="2024-01", etablit="[activite, publics, maladies, acces, hebergement]"),
            source(titre="Brochure <b>", url="https://a.fr/b", etablit="[activite, acces]"),
            register(),
        ],
    ),
    without(lille(maladies="[lymphome]"), "telephone", "maladies"),
    ajaccio(),
    reunion(id="la-reunion", retire={"le": "2026-11", "motif": "L'unité a fermé"}),
    without(nice(id="cimiez", nom="Hôpital de Cimiez", finess='"060780954"'), "publics"),
    liste={**HEAD_OF_LIST, "etat_au": "2026-12"},
)
WORDS_BEFORE = (
    "termes: [{terme: RCP, definition: Une réunion.}, {terme: CAR, definition: Un sigle.}]"
)
WORDS_NOW = (
    "termes: [{terme: RCP, definition: Des médecins.},"
    " {terme: NK, definition: 'Une cellule : ici'}]"
)
PAGES_BEFORE = {"docs/index.md": PAGE, "docs/a/b.md": PAGE, "docs/c.md": PAGE, "docs/d.md": PAGE}
PAGES_NOW = {
    "docs/index.md": PAGE.replace("Un texte", "Un autre texte"),
    "docs/a/b.md": PAGE.replace("Une page\n", "La page\n").replace(
        "relu_par:", "relu_par:\n  nom: Dr Camille\n  le: 2026-11-20\nhide: [toc]"
    ),
    "docs/d.md": PAGE,
    "docs/e/index.md": PAGE,
}
WHOLE = """\
<!-- ce-qui-change -->
## Ce qui change pour les visiteurs

Comparé à la version du 1er mai 2026 (0123456).

« 3~centres de la liste d’origine (vers 2021), reconstituée » devient « 2~centres de la liste \
d’origine (vers 2021), reconstituée ». « 1~centre ouvert depuis, selon son hôpital ou la presse » \
devient « 2~centres ouverts depuis, selon leur hôpital ou la presse ».

### Centres

- **Hôpital &#42;Lyon&#42; &#64;&#8203;Sud, Oullins-Pierre-Bénite** (`/centres/lyon-sud/`)
    - Nom : « Hôpital Lyon Sud » devient « Hôpital &#42;Lyon&#42; &#64;&#8203;Sud ».
    - Dans notre liste :
        - avant : « centre de la liste d’origine (vers 2021), reconstituée »
        - maintenant : « centre ouvert depuis, selon son hôpital ou la presse »
    - À savoir avant de partir : on lira « Demandez le bâtiment_! », là où rien n'était dit.
    - Téléphone : « 04~78~86~18~01 » devient « 04~72~00~00~00 ».
    - Adresse : « 165 chemin du Grand-Revoyet, 69310 Oullins-Pierre-Bénite » devient \
« 2 rue Neuve, 69310 Oullins-Pierre-Bénite ».
    - Site de l'établissement : `https://www.chu-lyon.fr` devient \
`https://www.chu-lyon.fr/hematologie`.
    - Accès : on lira « Métro B », là où rien n'était dit.
    - Hébergement des proches :
        - avant : « Dans l’enceinte de l’hôpital, la Maison des familles loge des proches_; \
demandez au service. »
        - maintenant : « Dans l’enceinte de l’hôpital, la Maison des familles loge des proches_; \
demandez au service, qui a 18 chambres. »
    - Position sur la carte : déplacée de 334~m vers le nord.
    - Qui est soigné : en plus « enfants », « adolescents et jeunes adultes » ; on ne dit plus \
« adultes ».
    - Autres noms, pour la recherche : en plus « HLS ».
    - **Attention** (position sur la carte) : la valeur change, mais pas ses sources ; la page \
dira encore « Position relevée dans le registre FINESS en~mars~2020, non revérifiée ».
    - Vérification (adresse, téléphone) : la page dira « Vérifié le~20~novembre~2026 par \
Camille &#35;&#8203;12 ».
    - Source « Les CAR-T à Lyon Sud » :
        - Date : « 11~septembre~2023 » devient « janvier~2024 ».
        - Ce que la source établit : en plus « accès », « hébergement des proches ».
    - Source ajoutée : « Brochure &#60;b&#62; », Hospices civils de Lyon, 11~septembre~2023 ; \
elle établit : traitement par cellules CAR-T, accès.
- **CHU de Lille** (`/centres/lille/`)
    - Début de cette activité : « 2023 » n'est plus affiché.
    - Téléphone : « 04~78~86~18~01 » n'est plus affiché : la page dira « non renseigné ».
    - Maladies traitées : on ne dit plus « lymphome » : la page dira « non renseigné : \
demandez-leur ».
    - Vérification (adresse) : la page ne dira plus « Vérifié le~1er~octobre~2026 par Alix », \
mais « Adresse relevée dans le registre FINESS en~mars~2020, non revérifiée ».
- Remis dans la liste : **Hôpital d'Ajaccio** (`/centres/ajaccio/`)
- Retiré de la liste (novembre~2026, motif : « L’unité a fermé ») : **CHU de La Réunion, \
Saint-Denis** (`/centres/la-reunion/`). Sa page reste, et le dit.
    - Adresse de la page : `/centres/saint-denis/` devient `/centres/la-reunion/`. \
**Attention** : l'ancienne adresse répondra 404 ; un « id » ne change jamais, \
ou l'ancien va dans « anciens\\_ids ».
- Ajouté : **Hôpital de Cimiez, Nice** (`/centres/cimiez/`)
    - Dans notre liste : « centre ouvert depuis, selon son hôpital ou la presse »
    - Adresse : « 165 chemin du Grand-Revoyet, 06200 Nice »
    - Téléphone : « 04~78~86~18~01 »
    - Qui est soigné : « non renseigné : demandez-leur »
    - Maladies traitées : « lymphome »
- Effacé du fichier : **CHU de Nice**. **Attention** : l'adresse `/centres/nice/` répondra 404. \
Un centre ne s'efface pas : remettez-le, avec « retire » (voir CONTRIBUTING.md).

### En tête de la liste

- État de la liste : « novembre~2026 » devient « décembre~2026 ».

### Pages

- **Une page** (`/`)
    - Le texte change.
- **La page** (`/a/b/`)
    - Titre : « Une page » devient « La page ».
    - Relecture par un professionnel de santé : on lira « 20~novembre~2026, Dr Camille », là où \
rien n'était dit.
    - Parties masquées : en plus « toc ».
- Ajoutée : **Une page** (`/e/`)
- Supprimée : **Une page**. **Attention** : l'adresse `/c/` répondra 404.

### Glossaire

- **RCP**
    - Définition : « Une réunion. » devient « Des médecins. ».
- Ajouté : **NK**, « Une cellule~: ici »
- Retiré : **CAR**, que les pages n'expliquent plus

D'autres fichiers dont le site est fait changent aussi, et ce résumé ne dit pas ce qu'ils \
changent : `mkdocs.yml`."""


def whole(listed: str, words: str, pages: dict[str, str]) -> Edition:
    """Read a list, a glossary and pages."""
    texts = {LIST: listed, GLOSSARY: words} | pages
    return Edition.earlier({name: text.encode() for name, text in texts.items()})


def test_every_change_is_named() -> None:
    old = whole(OLD, WORDS_BEFORE, PAGES_BEFORE)
    new = whole(NEW, WORDS_NOW, PAGES_NOW)
    assert told(old, new, "mkdocs.yml", "tests/a.py") == spaced(WHOLE)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((entry(), lille()), (entry(), lille(), ajaccio()), "La liste passe de 2 à 3 centres. "),
        ((entry(), lille()), (entry(),), "La liste passe de 2 à 1 centre. "),
    ],
)
def test_the_hospitals_are_counted(
    old: tuple[Entry, ...], new: tuple[Entry, ...], expected: str
) -> None:
    assert told(edition(*old), edition(*new)).split("\n")[5].startswith(expected)


def test_an_earlier_address_that_leads_on_is_no_warning() -> None:
    old = edition(entry(), nice())
    new = edition(entry(id="lyon", anciens_ids="[lyon-sud, nice]"))
    assert told(old, new).split("\n")[7:] == spaced(
        """\
### Centres

- **Hôpital Lyon Sud, Oullins-Pierre-Bénite** (`/centres/lyon/`)
    - Adresse de la page : `/centres/lyon-sud/` devient `/centres/lyon/`. L'ancienne y mène.
    - Anciennes adresses, qui mènent à cette page : en plus `/centres/lyon-sud/`, `/centres/nice/`.
- Effacé du fichier : **CHU de Nice**. Son adresse `/centres/nice/` mène à \
**Hôpital Lyon Sud, Oullins-Pierre-Bénite**."""
    ).split("\n")


def test_an_official_list_is_named() -> None:
    page = "{titre: Liste, editeur: État, url: https://a.fr, date: 2026}"
    old = Edition.earlier({LIST: yaml_list(entry()).encode()})
    listed = yaml_list(entry(groupe="officielle"), liste={**HEAD_OF_LIST, "officielle": page})
    whole = told(old, Edition.earlier({LIST: listed.encode()}))
    assert "« 1\u00a0centre de la liste officielle » apparaît." in whole
    said = "« Liste, État, https:&#8203;//a.fr, 2026 »"
    line = f"- Liste officielle : on lira {said}, là où rien n'était dit."
    assert line in whole.split("\n")


def test_a_group_that_is_gone_disappears() -> None:
    counted = told(edition(entry(), nice()), edition(entry())).split("\n")[5]
    assert counted == (
        "La liste passe de 2 à 1 centre. « 1\u00a0centre ouvert depuis, selon son hôpital ou la"
        " presse » disparaît."
    )


def test_a_hospital_may_come_already_withdrawn() -> None:
    gone = lille(retire={"le": "2026", "motif": "fermé"})
    assert told(edition(entry()), edition(entry(), gone)).split("\n")[7] == (
        "- Ajouté, mais retiré de la liste (2026, motif : « fermé ») : **CHU de Lille**"
        " (`/centres/lille/`)"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            entry(verifie={"le": "2026-10-01", "par": "Alix", "quoi": "[adresse]"}),
            entry(verifie={"le": "2026-11-20", "par": "Alix", "quoi": "[adresse]"}),
            "Vérification (adresse) : la page dira « Vérifié le~20~novembre~2026 par Alix » au lieu"
            " de « Vérifié le~1er~octobre~2026 par Alix ».",
        ),
        (
            entry(latitude="nord"),
            entry(),
            "Position sur la carte : l'ancienne ne peut pas être lue.",
        ),
        (
            entry(sources=[source(), register(), source(titre="B", url="https://a.fr")]),
            entry(),
            "Source retirée : « B », Hospices civils de Lyon, 11~septembre~2023.",
        ),
        (entry(ville='"<i>"'), entry(ville='"<b>"'), ""),
    ],
)
def test_each_kind_of_change_has_its_sentence(old: Entry, new: Entry, expected: str) -> None:
    line = told(edition(old), edition(new)).split("\n")[8].removeprefix("    - ")
    adresse = "Adresse : « 165 chemin du Grand-Revoyet, 69310 &#60;{}&#62; »"
    both = f"{adresse.format('i')} devient {adresse.removeprefix('Adresse : ').format('b')}."
    assert line == (spaced(expected) or both)


# --- safe, and whole -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "told_apart"),
    [
        (Centre, {"code_postal", "ville", "latitude", "longitude", "sources", "verifie", "retire"}),
        (Source, {"langue"}),
        (Liste, set()),
        (Retrait, {"le"}),
        (FrontMatter, {"sources"}),
        (Terme, {"terme"}),
    ],
)
def test_every_key_is_compared(model: type[BaseModel], told_apart: set[str]) -> None:
    tables = (
        *(CENTRE, CENTRE_LISTS, SOURCE, SOURCE_LISTS, LISTE),
        *(RETRAIT, HEAD, HEAD_LISTS, TERME, TERME_LISTS),
    )
    shown = {key for table in tables for key in table}
    assert model.model_fields.keys() - shown == told_apart
    assert shown == LABELS.keys()
    assert Verification.model_fields.keys() == {"le", "par", "quoi"}


@given(WORDS, WORDS, st.sampled_from([*LABELS]))
def test_no_value_acts_in_a_line(old: str, new: str, key: str) -> None:
    page = Reader(
        Markdown(extensions=["tables"]).convert(
            "\n".join(lines([Reworded(key=key, old=old, new=new)]))
        )
    )
    assert set(page.tags) <= {"ul", "li", "code", "strong"}
    assert "code" in page.tags or not ACTING.search(page.words.replace("404", ""))


def test_a_text_is_cut_between_lines() -> None:
    whole_text = [MARK, "abc", "de", "f"]
    assert cut(whole_text, len("\n".join(whole_text)) + 1) == whole_text
    more = "Et {} de plus : le texte est trop long."
    assert cut(whole_text, len(MARK) + 1 + 4) == [MARK, "abc", "", more.format("2 lignes")]
    assert cut(whole_text, len(MARK) + 1 + 4 + 3) == [
        *whole_text[:3],
        "",
        more.format("1 ligne"),
    ]


def test_the_mark_comes_first_whatever_is_told() -> None:
    assert MARK == "<!-- ce-qui-change -->"
    assert told(edition(entry()), edition(entry())).split("\n") == [MARK, NOTHING]
