"""Lists as an editor may type them, right or wrong, and as an editor's program reads them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import strategies as st

from tests.samples import (
    LISTE,
    TODAY,
    ajaccio,
    entry,
    lille,
    nice,
    register,
    reunion,
    source,
    yaml_list,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.samples import Entry


class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # in C where it can be
    """Read YAML 1.2 by its core schema, as the language server does: dates stay texts."""

    yaml_implicit_resolvers: Mapping[str, Any] = {}


def _number(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> float:
    text = str(loader.construct_scalar(node))
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if text.startswith(("0x", "0o")):
        return int(text, 0)
    return float(re.sub(r"\.(?=inf|nan)", "", text.lower()))


for tag, pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    (
        "float",
        r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
        r"|[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN",
    ),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), None
    )
CoreLoader.add_constructor("tag:yaml.org,2002:float", _number)


def read_core(text: str) -> Any:  # noqa: ANN401  # whatever YAML can hold
    """Read a text as an editor's program does."""
    return yaml.load(text, CoreLoader)  # noqa: S506  # it is a SafeLoader


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _maybe_quoted(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from([text, quoted(text)])


CHARACTERS = st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="<>&")
TEXTS = st.text(CHARACTERS, min_size=1, max_size=20).filter(str.strip).map(quoted)
TEXTS |= st.sampled_from(["Maison", "75", "12.5", '"75"', "L'hôpital : tout", "2018-08"]).map(
    lambda text: quoted(text) if ": " in text else text
)
DAYS = st.dates(min_value=TODAY.replace(1990), max_value=TODAY).map(str)
DATES = st.builds(lambda day, size: day[:size], DAYS, st.sampled_from([4, 7, 10]))
DATES = DATES.flatmap(_maybe_quoted)
URLS = st.sampled_from(
    [
        "https://www.aphp.fr",
        "http://aphp.fr:80/a?b=c#d",
        "HTTPS://Aphp.FR/é",
        '"https://a-b.fr/(c)"',
    ]
)
FACTS = st.just("[telephone]") | st.just("[activite, adresse]") | st.just("\n        - position")
SOURCE = st.fixed_dictionaries(
    {"titre": TEXTS, "editeur": TEXTS, "url": URLS, "date": DATES | st.just("inconnue")},
    optional={
        "langue": st.just("en"),
        "copie_lue_en": DATES,
        "nature": st.sampled_from(["presse", "descar_t", '"finess"']),
    },
).map(lambda drawn: {"etablit": "[activite, acces, hebergement, publics, maladies]", **drawn})
OPTIONAL: dict[str, st.SearchStrategy[Any]] = {
    "site_web": URLS,
    "telephone": st.sampled_from(
        ["04 78 86 18 01", '"04.78.86.18.01"', "478861801", "+33 4 78 86 18 01", '"0478861801"']
    ),
    "autres_noms": st.lists(
        st.sampled_from(["IPC", "75", '"Le CHU"']), min_size=1, unique=True
    ).map(lambda names: f"[{', '.join(names)}]"),
    "ouvert_depuis": DATES,
    "reserve": TEXTS,
    "verifie": st.fixed_dictionaries(
        {"le": DAYS.flatmap(_maybe_quoted), "par": TEXTS, "quoi": FACTS}
    ),
    "retire": st.fixed_dictionaries({"le": DATES, "motif": TEXTS}),
}


@st.composite
def right(draw: st.DrawFn) -> tuple[dict[str, str], list[Entry]]:
    """Type a list with nothing wrong: its head, and its hospitals."""
    makers = st.sampled_from([entry, lille, nice, ajaccio, reunion])
    hospitals: list[Entry] = []
    for make in draw(st.lists(makers, min_size=1, max_size=2, unique=True)):
        added = {key: draw(TEXTS) for key in ("acces", "hebergement")}
        made = make(**added, **draw(st.fixed_dictionaries({}, optional=OPTIONAL)))
        listed = made["sources"]
        assert isinstance(listed, list)
        made["sources"] = [*listed, draw(SOURCE)]
        for key in ("latitude", "longitude", "finess", "code_postal", "groupe"):
            made[key] = draw(_retyped(str(made[key])))
        hospitals.append(made)
    return {**LISTE, "etat_au": draw(DATES), "origine": draw(TEXTS)}, hospitals


def _retyped(text: str) -> st.SearchStrategy[str]:
    """Quote it or not, where YAML reads both alike."""
    bare = text.strip('"')
    return st.just(quoted(bare)) if bare.startswith("0") else _maybe_quoted(bare)


RIGHT = right().map(lambda drawn: yaml_list(*drawn[1], liste=drawn[0]))


def full() -> Entry:
    """Type a hospital with every key."""
    return entry(
        autres_noms="[IPC]",
        ouvert_depuis="2018-08",
        acces="Tramway",
        hebergement="Maison",
        reserve="Demandez.",
        sources=[
            source(langue="en", copie_lue_en="2026-11"),
            register(etablit="[adresse, position, telephone, acces, hebergement]"),
        ],
        verifie={"le": "2026-11-20", "par": "Camille", "quoi": "[telephone]"},
        retire={"le": "2026-11", "motif": "fermé"},
    )


def places() -> list[tuple[int, str]]:
    """List each key of the whole list: the number of its group, and its name."""
    return [
        (number, key) for number, group in enumerate(_groups({**LISTE}, full())) for key in group
    ]


def spoilt(number: int, key: str, *, value: str | None = None, name: str = "") -> str:
    """Type a list with another value or name for one key; None leaves it out."""
    head, hospital = {**LISTE}, full()
    group = _groups(head, hospital)[number]
    if value is None:
        del group[key]
    else:
        group.pop(key if name else "", "")
        group[name or key] = value
    return yaml_list(hospital, liste=head)


def _groups(head: dict[str, str], hospital: Entry) -> list[Any]:
    check, left, listed = (hospital[key] for key in ("verifie", "retire", "sources"))
    return [head, hospital, check, left, *listed]


@st.composite
def wrong(draw: st.DrawFn) -> str:
    """Type a list with a slip: in a value, in the name of a key, or in all of a value."""
    number, key = draw(st.sampled_from(places()))
    group = _groups({**LISTE}, full())[number]
    value = str(group[key]) if isinstance(group[key], str) else "[]"
    kind = draw(st.sampled_from(["near", "name", "value"]))
    if kind == "name":
        return spoilt(number, key, value=value, name=draw(_near(key)))
    return spoilt(number, key, value=draw(_near(value) if kind == "near" else TEXTS | NUMBERS))


SLIPS = [
    "", "[]", "{}", "[[]]", "[75]", "[a, a]", "{a: b}", "~", "null", "true", "no", "0", "-1",
    "1.5", "1e3", "75010", "06200", "75010.0", "2016", "2016.0", "1989", "2030", "2023-13",
    "2023-02-30", "2023-11-32", '"2016"', "inconnue", "en", "autres", "nul", "Lyon", "telephone",
    "liste_2021", "[adresse]", "[telephone, telephone]", "[enfants, enfants]",
    "[lymphome, lymphome]", '["<"]', "-500", "7501000755", "[enfants, adultes]", "www.fr",
    "https://a", "ftp://aphp.fr", "https://a@aphp.fr", '"https://aphp.fr:99999"',
    '"https://aphp.fr/é à"', '" "', '"01 42"', '"00 42 49 49 49"', '"<b>"', '"&amp;"', '"a & b"',
    r'"lyon\n"', "a-b", "A-b", "500", "-21", "+48.5", ".5", "48.", "0x1F", ".nan", ".inf",
    '"48,5"', '"750100075"', "750100075", '"750100076"', '"2A0000014"', '"7501000755"', "a" * 61,
]  # fmt: skip
NUMBERS = (st.integers(-(10**12), 10**12) | st.floats(-1000, 1000)).map(str)


@st.composite
def _near(draw: st.DrawFn, text: str) -> str:
    """Slip once: a letter too many, too few, or another."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.sampled_from([start, start + 1]))
    letter: str = draw(st.sampled_from(["", *"a0Z9 -.:/é\"'<,]"]))
    return text[:start] + letter + text[end:]
