"""What is read of a list of which some elements are broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import document, recovery
from tests import samples

FILE = "f.yaml"


def read_on(text: str) -> tuple[object, list[str]]:
    """Read what can be, and say what is wrong with the rest."""
    found, problems = document.read_on(text.encode(), FILE)
    return found and found.value, [str(one).removeprefix(f"{FILE}:") for one in problems]


@pytest.mark.parametrize(
    ("text", "value", "problems"),
    [
        (
            "x:\n  - a: b\n  - a: [b\n  - a: d\n",
            {"x": [{"a": "b"}, {"a": "d"}]},
            ["3:8: il manque une virgule ou un crochet fermant « ] »."],
        ),
        (
            'x:\n  - a: "b\n  - a b\n    c: d\n  - a: d\ny: z\n',
            {"x": [{"a": "d"}], "y": "z"},
            [
                "2:8: un guillemet ouvert ici n'est jamais refermé.",
                "4:6: deux-points inattendu : alignez la ligne sur ses voisines, ou mettez le texte"
                " entre guillemets s'il contient « : ».",
            ],
        ),
        (
            "- a: b\n- a: c\n  a: d\n- a: e\n",
            [{"a": "b"}, {"a": "e"}],
            [
                "3:3: la clé « a » est déjà écrite ligne 2 : gardez-en une, ou commencez un nouvel"
                " élément par un tiret."
            ],
        ),
    ],
)
def test_a_broken_element_hides_no_other(text: str, value: object, problems: list[str]) -> None:
    assert read_on(text) == (value, problems)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("x: [a\n", ["1:4: il manque une virgule ou un crochet fermant « ] »."]),
        ("x:\n  - [a\n", ["2:5: il manque une virgule ou un crochet fermant « ] »."]),
    ],
)
def test_nothing_is_read_where_nothing_is_sure(text: str, problems: list[str]) -> None:
    assert read_on(text) == (None, problems)


def test_what_is_read_beside_a_broken_element_is_checked() -> None:
    text = samples.yaml_list(
        samples.entry(nom='"Lyon'), samples.lille(ville="Lile"), samples.nice(finess="1")
    )
    place = "data/centres.yaml"
    assert samples.problems(text) == [
        f"{place}:8:10: un guillemet ouvert ici n'est jamais refermé.",
        f"{place}:40:12: centre « lille » : aucune commune « Lile » dans le département 59 ;"
        " vouliez-vous dire « Lille » ?",
        f"{place}:64:13: centre « nice » : le numéro FINESS « 1 » doit avoir 9 caractères"
        " (exemple : 750100075).",
    ]


def test_a_hospital_without_a_name_is_told_by_its_line_where_another_is_left_out() -> None:
    text = samples.yaml_list(
        samples.entry(nom='"Lyon'), samples.without(samples.lille(), "id"), samples.nice()
    )
    assert samples.problems(text)[1] == (
        "data/centres.yaml:33:5: centre de la ligne 33 : la clé « id » manque (exemple : id:"
        " lyon-sud)."
    )


SLIPS = ("nom: [", 'nom: "', "nom: 'x' y", "nom: @", "nom : : x", "\tnom: x")


@given(st.lists(st.sampled_from(SLIPS) | st.just("nom: x"), min_size=1, max_size=6))
def test_each_broken_element_is_said_once_and_each_other_is_read(names: list[str]) -> None:
    text = "x:\n" + "".join(f"  - id: a\n    {name}\n" for name in names)
    found, problems = document.read_on(text.encode(), FILE)
    broken = [number for number, name in enumerate(names) if name in SLIPS]
    assert len(problems) == len(broken)
    whole = [{"id": "a", "nom": "x"}] * (len(names) - len(broken))
    assert (found.value if found else {"x": []}) == {"x": whole}


@given(st.text(alphabet="ab:-[]{}\"'\n \t#&*!|>%@", max_size=60))
def test_the_lines_that_stay_keep_their_places(text: str) -> None:
    _, broken = recovery.parse(text, FILE, 1)
    if broken:
        left, _ = recovery.without_broken(text, broken, 1)
        lines = text.split("\n")
        assert not left or [
            one in {"", was} for one, was in zip(left.split("\n"), lines, strict=True)
        ] == [True] * len(lines)
