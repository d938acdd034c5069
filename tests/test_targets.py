"""Where the links and pictures of a page lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.targets import Docs, Target, targets

FILES = {"index.md", "faq.md", "comprendre/car-t.md", "centres/index.md", "images/a (1).png"}


def faults(text: str, uri: str = "comprendre/car-t.md") -> list[str]:
    """List what is wrong with the targets of a page, without the name of its file."""
    docs = Docs(files=FILES, anchors=lambda page: {"sources"} if page == "faq.md" else None)
    return [str(one).removeprefix("f:") for one in docs.faults("f", uri, text)]


@pytest.mark.parametrize(
    "text",
    [
        "[a](../faq.md)",
        "[a](<../faq.md>)",
        "[a]( ../faq.md 'titre')",
        "[a](car-t.md#que-sais-je)",
        "[a](#ici)",
        "[a](../faq.md#sources)",
        "[a](../centres/index.md#lieu=29232)",
        "[a](https://exemple.fr/x_(y))",
        "[a](mailto:a@exemple.fr), [b](tel:+33142494949)",
        "![Un plan](<../images/a (1).png>)",
        "![Un plan](../images/a%20(1).png)",
        "[![Un plan](<../images/a (1).png>)](../faq.md)",
        "[a][b]\n\n[b]: ../faq.md",
        '<a href="../../faq/#top">a</a> <img alt="" src="../../images/a%20(1).png">',
        '<a href="../../">a</a> <a href="../../faq">b</a> <a href="../car-t/index.html">c</a>',
        "[a](\n  ../faq.md)",
        "[a](#top)",
        r"Un crochet \[cité\](sans lien).",
        "[^1]: Voir la note.",
        "[Note]: trois mots de texte",
        "`[a](rien.md)` et ``[b](rien.md)``",
        "```\n[a](rien.md)\n```",
        "~~~ yaml\n[a](rien.md)\n~~~",
        "<!-- [a](rien.md) -->",
        "---\nurl: '[a](rien.md)'\n---\nTexte.",
        "Une note (voir plus bas) [et rien].",
    ],
)
def test_what_leads_somewhere_passes(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a\n[b](faq.md)",
            "2:5: « faq.md » : aucune page n'est à cette adresse ; vouliez-vous dire"
            " « ../faq.md » ?",
        ),
        (
            "[b](rien.md)",
            "1:5: « rien.md » : aucune page n'est à cette adresse ; vérifiez ce nom, ou ajoutez le"
            " fichier dans docs/.",
        ),
        (
            "[a](/faq.md)",
            "1:5: « /faq.md » : aucune page n'est à cette adresse ; vouliez-vous dire"
            " « ../faq.md » ?",
        ),
        (
            "[a](../../faq.md)",
            "1:5: « ../../faq.md » : aucune page n'est à cette adresse ; vouliez-vous dire"
            " « ../faq.md » ?",
        ),
        (
            "[a](../centres/)",
            "1:5: « ../centres/ » : aucune page n'est à cette adresse ; vouliez-vous dire"
            " « ../centres/index.md » ?",
        ),
        (
            "[a](../faq.html)",
            "1:5: « ../faq.html » : aucune page n'est à cette adresse ; vouliez-vous dire"
            " « ../faq.md » ?",
        ),
        (
            "![x](../images/b.png)",
            "1:6: « ../images/b.png » : cette image est introuvable ; vérifiez ce nom, ou ajoutez"
            " le fichier dans docs/.",
        ),
        (
            "[a](../faq.md#source)",
            "1:5: « faq.md » n'a pas de partie « source » ; vouliez-vous dire « sources » ?",
        ),
        (
            "[a](exemple.fr)",
            "1:5: « exemple.fr » : aucune page n'est à cette adresse ; pour un autre site,"
            " commencez par https://.",
        ),
        (
            "[a](//exemple.fr)",
            "1:5: « //exemple.fr » : écrivez l'adresse entière, depuis https://, sans espace.",
        ),
        (
            "[a](javascript:alert)",
            "1:5: « javascript:alert » : écrivez l'adresse entière, depuis https://, sans espace.",
        ),
        (
            "[a](http://[)",
            "1:5: « http://[ » : écrivez l'adresse entière, depuis https://, sans espace.",
        ),
        (
            "```\n[a](rien.md)",
            "2:5: « rien.md » : aucune page n'est à cette adresse ; vérifiez ce nom, ou ajoutez le"
            " fichier dans docs/.",
        ),
        (
            '<a href="../faq.md">a</a>',
            "1:10: « ../faq.md » : aucune page n'est à cette adresse ; en HTML, elle part de la"
            " page finie : écrivez plutôt « [mots](page.md) ».",
        ),
        (
            '<img alt="" src="../images/a%20(1).png">',
            "1:18: « ../images/a%20(1).png » : cette image est introuvable ; en HTML, elle part de"
            " la page finie : écrivez plutôt « ![description](images/…) ».",
        ),
        (
            "[b]: rien.md 'titre'",
            "1:6: « rien.md » : aucune page n'est à cette adresse ; vérifiez ce nom, ou ajoutez le"
            " fichier dans docs/.",
        ),
        ("[a]()", "1:5: l'adresse manque entre les parenthèses."),
        (
            "![ ](../faq.md)",
            "1:6: décrivez l'image entre les crochets : « ![Ce que l'on y voit](…) ».",
        ),
    ],
)
def test_what_leads_nowhere_is_said_where_it_stands(text: str, expected: str) -> None:
    assert faults(text) == [expected]


def test_a_picture_is_told_from_a_link() -> None:
    assert list(targets("![a](b.png) [c](d.md)")) == [
        Target(address="b.png", line=1, column=6, picture=True, words="a"),
        Target(address="d.md", line=1, column=17),
    ]


@given(st.text(max_size=200) | st.text(alphabet="[]()<>!`#/:a.\n \"'=&%", max_size=200))
def test_each_target_stands_where_it_is_said(text: str) -> None:
    lines = text.split("\n")
    for target in targets(text):
        start = lines[target.line - 1][target.column - 1 :]
        assert not target.address or "&" in start or start.lstrip().startswith(target.address)
    assert all(line[0].isdigit() for line in faults(text))
