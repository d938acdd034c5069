"""What differs between two lists: nothing for how it is written, each thing that is said."""

from __future__ import annotations

import json
import random
from math import isnan
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import document
from generator.changes import Change, Changes, compare
from generator.details import (
    Checked,
    Cited,
    Members,
    Moved,
    Readdressed,
    Recited,
    Reworded,
    Unsourced,
)
from generator.edition import GLOSSARY, LIST, Edition
from tests.samples import (
    LISTE,
    ROOT,
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

if TYPE_CHECKING:
    from generator.centres import Centre
    from generator.choices import Fait
    from generator.details import Detail
    from generator.events import Value

V = TypeVar("V")
SAME = Changes(counts={}, centres=(), liste=(), pages=(), termes=())
SHIPPED = document.values((ROOT / LIST).read_bytes())
WORDS = document.values((ROOT / GLOSSARY).read_bytes())


def edition(*entries: Entry) -> Edition:
    """Read a list as an older file is read."""
    return Edition.earlier({LIST: yaml_list(*entries).encode()})


def changes(old: Entry, new: Entry) -> tuple[Detail, ...]:
    """List what changed of a hospital alone in its list, but for what it rests on."""
    [change] = compare(edition(old), edition(new)).centres
    return tuple(one for one in change.details if not isinstance(one, Unsourced))


def test_a_fact_that_changes_while_its_sources_stay_is_told() -> None:
    [change] = compare(edition(entry()), edition(entry(telephone='"04 72 00 00 00"'))).centres
    told = "Numéro relevé dans le registre FINESS en\u00a0mars\u00a02020, non revérifié"
    assert change.details[1:] == (Unsourced(fact="telephone", sentence=told),)


@pytest.mark.parametrize(
    "more",
    [
        {"verifie": {"le": "2026-11-20", "par": "Camille", "quoi": "[telephone]"}},
        {"sources": [source(), register(date="2026-05-01")]},
        {"sources": [source(etablit="[activite, publics, maladies, telephone]"), register()]},
    ],
)
def test_a_fact_that_changes_with_what_it_rests_on_is_not(more: Entry) -> None:
    [change] = compare(
        edition(entry()), edition(entry(telephone='"04 72 00 00 00"', **more))
    ).centres
    assert not any(isinstance(one, Unsourced) for one in change.details)


# --- nothing ---------------------------------------------------------------------------------


class Scribe:
    """Write the same values as another editor might: order, quotes, comments, line ends."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.end = chance.choice(["\n", "\r\n"])

    def write(self, value: Value, indent: str = "") -> str:
        """Write a value after a key and its colon, or after a dash."""
        if isinstance(value, str):
            return f" {self.scalar(value)}{self.end}"
        parts: list[str] = []
        if isinstance(value, dict):
            for key in self.shuffled(list(value)):
                written = self.write(self.spelt(key, value[key]), f"{indent}  ")
                parts.append(f"{self.quoted(key)}:{written}")
        else:
            parts += [f"-{self.write(one, f'{indent}  ')}" for one in self.shuffled(value)]
        return self.end + "".join(f"{self.aside()}{indent}  {part}" for part in parts)

    def shuffled(self, parts: list[V]) -> list[V]:
        """Put in another order."""
        return self.chance.sample(parts, len(parts))

    def spelt(self, key: str, value: Value) -> Value:
        """Write a telephone as others do."""
        if key != "telephone" or not isinstance(value, str):
            return value
        digits = value.replace(" ", "")
        ways = [value, digits, "+33" + digits[1:], ".".join(value.split()), f"  {value}"]
        return self.chance.choice(ways)

    def scalar(self, text: str) -> str:
        """Quote a text one way or the other, with more spaces or another end of line in it."""
        spaced = text.replace(" ", self.chance.choice([" ", "  ", "\t"]))
        return self.chance.choice([json.dumps(spaced, ensure_ascii=False), self.quoted(text)])

    def quoted(self, text: str) -> str:
        """Quote with apostrophes."""
        return "'" + text.replace("'", "''") + "'"

    def aside(self) -> str:
        """Write a comment, an empty line or nothing."""
        return self.chance.choice(["", "", f"  # à revoir{self.end}", self.end])


@given(st.integers(min_value=0), st.data())
@settings(max_examples=40)
def test_a_list_written_otherwise_has_not_changed(seed: int, data: st.DataObject) -> None:
    assert isinstance(SHIPPED, dict)
    entries = SHIPPED["centres"]
    assert isinstance(entries, list)
    kept = data.draw(st.lists(st.sampled_from(entries), min_size=1, max_size=4, unique_by=str))
    value: Value = {"liste": SHIPPED["liste"], "centres": kept}
    written = Scribe(random.Random(seed)).write(value).encode()
    plain = Edition.earlier({LIST: json.dumps(value, ensure_ascii=False).encode()})
    again = Edition.earlier({LIST: written})
    assert again.centres is not None
    assert len(again.centres) == len(kept)
    assert compare(plain, again) == compare(again, plain) == SAME


@given(st.integers(min_value=0))
@settings(max_examples=5)
def test_a_glossary_written_otherwise_has_not_changed(seed: int) -> None:
    assert WORDS is not None
    shipped = Edition.earlier({GLOSSARY: (ROOT / GLOSSARY).read_bytes()})
    again = Edition.earlier({GLOSSARY: Scribe(random.Random(seed)).write(WORDS).encode()})
    assert again.termes is not None
    assert len(again.termes) > 50
    assert compare(shipped, again) == SAME


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (entry(reserve="L'accueil : ici"), entry(reserve="'L’accueil\u00a0: ici'")),
        (entry(nom="Hôpital Lyon-Sud"), entry(nom="Hôpital Lyon\u2011Sud")),
        (entry(finess='"690784137"'), entry(finess='"69 078 413 7"')),
        (entry(latitude="45.700182"), entry(latitude="45.7001820")),
        (entry(sources=[source(), register()]), entry(sources=[register(), source()])),
        (
            entry(sources=[source(date="2023"), source(date="2024"), register()]),
            entry(sources=[source(date="2024"), source(date="2023"), register()]),
        ),
        (entry(publics="[adultes, enfants]"), entry(publics="[enfants, adultes]")),
        (entry(autres_noms="[A, B]"), entry(autres_noms="[B, A]")),
    ],
)
def test_what_a_visitor_sees_alike_has_not_changed(old: Entry, new: Entry) -> None:
    assert old != new
    assert compare(edition(old), edition(new)) == SAME


def test_hospitals_in_another_order_have_not_changed() -> None:
    assert compare(edition(entry(), lille(), nice()), edition(nice(), entry(), lille())) == SAME


# --- one hospital ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "written", "old", "new"),
    [
        ("nom", "CHU", "Hôpital Lyon Sud", "CHU"),
        ("etablissement", "HCL", "Hospices civils de Lyon", "HCL"),
        ("finess", "2A0000014", "690784137", "2A0000014"),
        ("telephone", '"04 72 00 00 00"', "04~78~86~18~01", "04~72~00~00~00"),
        ("site_web", "https://a.fr", "https://www.chu-lyon.fr", "https://a.fr"),
        ("ouvert_depuis", "2023-05", "", "mai~2023"),
        ("acces", "Métro", "", "Métro"),
        ("hebergement", "L'hôtel", "", "L’hôtel"),
        ("reserve", "Demandez !", "", "Demandez\u202f!"),
        (
            "groupe",
            "depuis",
            "centre de la liste d’origine (vers 2021), reconstituée",
            "centre ouvert depuis, selon son hôpital ou la presse",
        ),
    ],
)
def test_each_key_is_told_as_the_page_shows_it(key: str, written: str, old: str, new: str) -> None:
    expected = Reworded(key=key, old=old.replace("~", "\u00a0"), new=new.replace("~", "\u00a0"))
    assert changes(entry(), entry(**{key: written})) == (expected,)


@pytest.mark.parametrize("key", ["adresse", "code_postal", "ville"])
def test_street_postcode_and_town_are_one_address(key: str) -> None:
    [detail] = changes(entry(), entry(**{key: '"x"'}))
    assert isinstance(detail, Reworded)
    assert detail.key == "adresse"
    assert detail.old == "165 chemin du Grand-Revoyet, 69310 Oullins-Pierre-Bénite"


def test_a_telephone_that_goes_is_told() -> None:
    gone = without(entry(), "telephone")
    assert changes(entry(), gone) == (
        Reworded(key="telephone", old="04\u00a078\u00a086\u00a018\u00a001", new=""),
    )


@pytest.mark.parametrize("written", ['"12 34"', "[a]", '"+33 1"'])
def test_a_telephone_that_was_wrong_is_told_as_it_stood(written: str) -> None:
    [detail] = changes(entry(telephone=written), entry())
    assert isinstance(detail, Reworded)
    assert detail.old == ("" if written == "[a]" else written.strip('"'))


def test_lists_of_words_gain_and_lose() -> None:
    assert changes(entry(publics="[adultes, enfants]"), entry(publics="[enfants]")) == (
        Members(key="publics", gained=(), lost=("adultes",), is_empty=False),
    )
    assert changes(entry(), without(entry(), "maladies")) == (
        Members(key="maladies", gained=(), lost=("lymphome",), is_empty=True),
    )
    assert changes(entry(publics="[femmes]"), entry()) == (
        Members(key="publics", gained=("adultes",), lost=("femmes",), is_empty=False),
    )


@pytest.mark.parametrize(
    ("latitude", "longitude", "metres", "degrees"),
    [
        # A minute of latitude is a nautical mile: 1 852 m, by its old definition.
        (45.700182 + 1 / 60, 4.809948, 1852, 0),
        (45.700182 - 1 / 600, 4.809948, 185.2, 180),
        # A minute of longitude is shorter by the cosine of the latitude: 0.698413 at 45.700182°.
        (45.700182, 4.809948 + 1 / 60, 1852 * 0.698413, 90),
        (45.700182, 4.809948 - 1 / 60, 1852 * 0.698413, 270),
    ],
)
def test_a_move_is_measured(
    latitude: float, longitude: float, metres: float, degrees: float
) -> None:
    moved = entry(latitude=f"{latitude:.8f}", longitude=f"{longitude:.8f}")
    [detail] = changes(entry(), moved)
    assert isinstance(detail, Moved)
    assert detail.km * 1000 == pytest.approx(metres, rel=2e-3)
    assert detail.degrees % 360 == pytest.approx(degrees, abs=0.01)


def test_a_position_that_could_not_be_read_was_nowhere() -> None:
    [detail] = changes(entry(latitude="nord"), entry())
    assert isinstance(detail, Moved)
    assert isnan(detail.km)


def test_a_check_is_told_by_what_the_page_says() -> None:
    check = {"le": "2026-11-20", "par": "Camille", "quoi": "[telephone, adresse]"}
    said = "Vérifié le\u00a020\u00a0novembre\u00a02026 par Camille"
    number = "Numéro relevé dans le registre FINESS en\u00a0mars\u00a02020, non revérifié"
    place = "Adresse relevée dans le registre FINESS en\u00a0mars\u00a02020, non revérifiée"
    both: tuple[Fait, ...] = ("adresse", "telephone")
    assert changes(entry(), entry(verifie=check)) == (
        Checked(facts=both, old="", new=said, is_checked=True),
    )
    assert changes(entry(verifie=check), entry()) == (
        Checked(facts=("adresse",), old=said, new=place, is_checked=False),
        Checked(facts=("telephone",), old=said, new=number, is_checked=False),
    )
    other = check | {"par": "Alix"}
    assert changes(entry(verifie=check), entry(verifie=other)) == (
        Checked(facts=both, old=said, new=said.replace("Camille", "Alix"), is_checked=True),
    )
    fewer = check | {"quoi": "[adresse]"}
    assert changes(entry(verifie=check), entry(verifie=fewer)) == (
        Checked(facts=("telephone",), old=said, new=number, is_checked=False),
    )


def test_a_check_of_what_is_no_longer_said_goes_with_it() -> None:
    check = {"le": "2026-11-20", "par": "Camille", "quoi": "[telephone]"}
    gone = without(entry(sources=[source(), register(etablit="[adresse, position]")]), "telephone")
    kinds = [type(detail) for detail in changes(entry(verifie=check), gone)]
    assert kinds == [Reworded, Recited]


def test_sources_come_go_and_change() -> None:
    third = source(titre="Autre page", url="https://a.fr")
    first, second = source(), register()

    def told(*sources: dict[str, str]) -> list[tuple[type, str]]:
        new = entry(sources=list(sources))
        found = changes(entry(sources=[first, second]), new)
        return [(type(one), one.source.titre) for one in found if isinstance(one, Cited | Recited)]

    assert told(first, second, third) == [(Cited, "Autre page")]
    assert told(third, second) == [(Cited, "Autre page"), (Cited, "Les CAR-T à Lyon Sud")]
    assert told(first | {"url": "https://a.fr"}, second) == [(Recited, "Les CAR-T à Lyon Sud")]
    assert told(first | {"titre": "Autre"}, second) == [(Recited, "Autre")]
    # The one that did not change is never taken for the one that did.
    twin = first | {"titre": "Une autre page"}
    assert told(twin, first, second) == [(Cited, "Une autre page")]


@pytest.mark.parametrize(
    ("key", "written", "old", "new"),
    [
        ("titre", "Titre", "Les CAR-T à Lyon Sud", "Titre"),
        ("langue", "en", "Les CAR-T à Lyon Sud", "Les CAR-T à Lyon Sud (en anglais)"),
        ("editeur", "HCL", "Hospices civils de Lyon", "HCL"),
        ("url", "https://a.fr", "https://www.chu-lyon.fr/car-t", "https://a.fr"),
        ("date", "2024", "11\u00a0septembre\u00a02023", "2024"),
        ("date", "inconnue", "11\u00a0septembre\u00a02023", "date\u00a0inconnue"),
        ("copie_lue_en", "2026-11", "", "en\u00a0novembre\u00a02026"),
        ("nature", "presse", "l’hôpital lui-même", "la presse"),
    ],
)
def test_each_key_of_a_source_is_told(key: str, written: str, old: str, new: str) -> None:
    [detail] = changes(entry(), entry(sources=[source(**{key: written}), register()]))
    assert isinstance(detail, Recited)
    told = "titre" if key == "langue" else key
    assert detail.details == (Reworded(key=told, old=old, new=new),)


def test_what_a_source_establishes_is_told() -> None:
    less = source(etablit="[activite, publics, maladies, position]")
    [detail] = changes(entry(), entry(sources=[less, register()]))
    assert isinstance(detail, Recited)
    gained = Members(key="etablit", gained=("position sur la carte",), lost=(), is_empty=False)
    assert detail.details == (gained,)


# --- the list --------------------------------------------------------------------------------


def sides(found: Changes) -> list[tuple[str | None, str | None]]:
    """Name the hospitals of each change."""

    def name(centre: Centre | None) -> str | None:
        return centre.id if centre else None

    return [(name(change.old), name(change.new)) for change in found.centres]


def test_hospitals_come_and_go() -> None:
    found = compare(edition(entry(), lille()), edition(nice(), entry()))
    assert sides(found) == [(None, "nice"), ("lille", None)]
    assert found.counts == {"liste_2021": (2, 1), "depuis": (0, 1)}


def test_a_hospital_leaves_the_list_and_comes_back() -> None:
    gone = lille(retire={"le": "2026-11", "motif": "fermé"})
    left = compare(edition(entry(), lille()), edition(entry(), gone))
    assert sides(left) == [("lille", "lille")]
    assert left.counts == {"": (2, 1), "liste_2021": (2, 1)}
    back = compare(edition(entry(), gone), edition(entry(), lille()))
    assert [change.details for change in (*left.centres, *back.centres)] == [(), ()]
    assert back.counts == {"": (1, 2), "liste_2021": (1, 2)}


def test_why_a_hospital_left_may_change() -> None:
    old = entry(retire={"le": "2026-11", "motif": "fermé"})
    new = entry(retire={"le": "2026", "motif": "déplacé"})
    assert changes(old, new) == (
        Reworded(key="retire_le", old="novembre\u00a02026", new="2026"),
        Reworded(key="motif", old="fermé", new="déplacé"),
    )


def test_a_hospital_that_changes_its_id_is_known_by_its_finess() -> None:
    found = compare(edition(entry(), reunion()), edition(entry(id="lyon"), reunion()))
    assert sides(found) == [("lyon-sud", "lyon")]
    was, now = "/centres/lyon-sud/", "/centres/lyon/"
    assert found.centres[0].details == (Readdressed(old=was, new=now, is_led=False),)


def test_a_hospital_that_says_its_earlier_id_is_known_by_it() -> None:
    moved = entry(id="lyon", finess='"590811279"', anciens_ids="[lyon-sud]")
    found = compare(edition(entry()), edition(moved))
    assert sides(found) == [("lyon-sud", "lyon")]
    was, now = "/centres/lyon-sud/", "/centres/lyon/"
    assert found.centres[0].details[0] == Readdressed(old=was, new=now, is_led=True)


def test_the_id_counts_before_the_finess() -> None:
    old = edition(entry(), lille())
    swapped = edition(entry(finess='"590811279"'), lille(finess='"690784137"'))
    found = compare(old, swapped)
    assert sides(found) == [("lyon-sud", "lyon-sud"), ("lille", "lille")]
    other = edition(entry(finess='"590811279"'), lille(id="roubaix", finess="2A0000014"))
    assert sides(compare(old, other)) == [
        ("lyon-sud", "lyon-sud"),
        (None, "roubaix"),
        ("lille", None),
    ]


def test_of_two_old_hospitals_with_one_id_the_first_counts() -> None:
    twice = edition(entry(), lille(id="lyon-sud"), ajaccio())
    assert compare(twice, edition(entry(), ajaccio())).centres == ()


def test_an_old_list_that_cannot_be_read_is_not_compared() -> None:
    old = Edition.earlier({LIST: b"[", GLOSSARY: b"["})
    new = Edition.earlier({LIST: yaml_list(entry()).encode(), GLOSSARY: b"termes: [{terme: a}]"})
    assert compare(old, new) == SAME


def test_the_head_of_the_list_is_compared() -> None:
    liste = {"etat_au": "2026-12", "origine": "Autre.", "avertissement": "Appelez !"}
    new = Edition.earlier({LIST: yaml_list(entry(), liste=liste).encode()})
    old = Edition.earlier({LIST: yaml_list(entry(), liste=LISTE).encode()})
    assert compare(old, new).liste == (
        Reworded(key="etat_au", old="novembre\u00a02026", new="décembre\u00a02026"),
        Reworded(key="origine", old="Liste d’essai.", new="Autre."),
        Reworded(key="avertissement", old="Demandez.", new="Appelez\u202f!"),
    )


# --- words -----------------------------------------------------------------------------------


def test_words_come_go_and_change() -> None:
    old = "termes: [{terme: a, definition: A, formes: [as]}, {terme: b, definition: B}]"
    new = "termes: [{terme: c, definition: C}, {terme: a, definition: AA, formes: [aa]}]"
    found = compare(*(Edition.earlier({GLOSSARY: text.encode()}) for text in (old, new)))
    assert [(one.old and one.old.terme, one.new and one.new.terme) for one in found.termes] == [
        (None, "c"),
        ("a", "a"),
        ("b", None),
    ]
    assert found.termes[1].details == (
        Reworded(key="definition", old="A", new="AA"),
        Members(key="formes", gained=("aa",), lost=("as",), is_empty=False),
    )


def test_a_change_says_that_there_is_one() -> None:
    assert not SAME
    assert Changes(counts={}, centres=(Change(old=None, new=None),), liste=(), pages=(), termes=())
