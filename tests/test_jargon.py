"""Words that the site leaves without a definition, and definitions that nothing uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import prose
from generator.glossary import Glossaire, Terme
from generator.inputs import Inputs, latest_day, read_glossary
from generator.jargon import undefined, unused
from tests.samples import ROOT

WORDS = Glossaire(
    termes=(
        Terme(terme="DESCAR-T", definition="Registre."),
        Terme(terme="LYSA", formes=("groupe lymphome",), definition="Groupe."),
        Terme(terme="autologue", definition="Du malade."),
    ),
    connus=("SMS", "HCL"),
    a_definir=("autologue", "leucaphérèse", "globule rouge"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’ARS et la HAS, puis l’ARS.", ["ARS", "HAS"]),
        ("DESCAR-T, un SMS.", []),
        ("CAR-T, CAR‑T, anti-CD19.", ["CAR-T", "CAR‑T"]),
        ("CD19, B12, T, 2019, C3G", ["CD19", "C3G"]),
        ("LYSA-HCL, puis LYSA-HAS", ["LYSA-HAS"]),
        ("Île-de-France, OpenStreetMap, AbC, ABc, A_B", []),
        ("ÉFS (EFS).", ["ÉFS", "EFS"]),
        ("Une Leucaphérèse, des leucaphérèses", ["leucaphérèse"]),
        ("autologue, leucaphérèsement", []),
        ("Des globules rouges", []),
        ("Un globule rouge, HAS", ["globule rouge", "HAS"]),
    ],
)
def test_what_wants_a_definition_is_listed_once_in_order(text: str, expected: list[str]) -> None:
    assert undefined(text, WORDS) == expected


def test_what_no_text_uses_is_listed() -> None:
    assert [one.terme for one in unused(["Le registre DESCAR-T.", "Rien."], WORDS)] == [
        "LYSA",
        "autologue",
    ]
    assert unused(["Le groupe lymphome, DESCAR-T", "Autologue."], WORDS) == []


def site() -> tuple[Glossaire, dict[str, str]]:
    """Read the glossary of the site, and its texts by their files."""
    inputs = Inputs.of(ROOT)
    texts = {
        name: "\n".join(sentence.text for sentence in prose.read(data.decode()))
        for name, data in inputs.texts().items()
    }
    return read_glossary(inputs, latest_day()), texts


def templates() -> list[str]:
    """Read what the templates of the pages say, between their tags."""
    folder = Path(ROOT / "generator" / "templates")
    texts = (path.read_text("utf-8") for path in sorted(folder.glob("*.jinja")))
    return [re.sub(r"\{[%{#].*?[%}#]\}|<[^>]*>", " ", text, flags=re.DOTALL) for text in texts]


def test_no_text_of_the_site_leaves_a_hard_word_undefined() -> None:
    words, texts = site()
    missing = [
        f"{name} : {word}" for name, text in texts.items() for word in undefined(text, words)
    ]
    assert not missing, "\n".join(["À définir dans data/glossaire.yaml :", *missing])


def test_every_word_of_the_glossary_is_used_on_the_site() -> None:
    words, texts = site()
    idle = [one.terme for one in unused([*texts.values(), *templates()], words)]
    assert not idle, "\n".join(["Définis, mais employés nulle part :", *idle])
