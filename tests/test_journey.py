"""The steps of the journey: their order, their drawing, and the way from one to the next."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from generator.journey import STEPS, steps_block, timeline_block

WAITING = "parcours/attente.md"


def test_the_timeline_links_the_nine_steps_in_order() -> None:
    links = figure("index.md").findall("svg/a")
    assert [link.get("href") for link in links] == [
        f"{step.uri.removesuffix('.md')}/" for step in STEPS
    ]
    assert links[3].get("aria-label") == (
        "4. La fabrication et l’attente. Laboratoire\u202f; vous êtes chez vous ou à l’hôpital"
    )


def test_the_timeline_writes_each_title_and_place_whole() -> None:
    for number, (step, link) in enumerate(
        zip(STEPS, figure("index.md").iterfind("svg/a"), strict=True), 1
    ):
        written = [text.text or "" for text in link.iterfind("text")]
        assert " ".join(written) == f"{number} {step.titre} {step.lieu}"


def test_the_steps_of_the_timeline_never_overlap() -> None:
    links = figure("index.md").findall("svg/a")
    end = 0
    for link in links:
        top = int(link.get("transform", "").removeprefix("translate(0 ").removesuffix(")"))
        target = link.find("rect")
        assert target is not None
        assert top >= end
        end = top + int(target.get("y", "")) + int(target.get("height", ""))
        assert max(int(text.get("y", "")) for text in link.iterfind("text")) + top < end


def test_the_timeline_has_a_title_and_a_description_that_name_it() -> None:
    svg = figure("index.md").find("svg")
    assert svg is not None
    named = [svg.find("title"), svg.find("desc")]
    ids = [one.get("id") for one in named if one is not None and one.text]
    assert svg.get("aria-labelledby") == " ".join(map(str, ids)) == "frise-titre frise-dit"


def test_the_timeline_marks_the_step_that_its_page_tells() -> None:
    marked = [link.get("aria-current") for link in figure(WAITING).iterfind("svg/a")]
    assert marked == [None] * 3 + ["step"] + [None] * 5
    assert "aria-current" not in timeline_block("index.md")


@pytest.mark.parametrize(
    ("uri", "said", "links"),
    [
        (
            "parcours/decision.md",
            "Étape 1 sur 9\u00a0: la décision (RCP)",
            {"../examens/": "Étape 2\u00a0: les examens\u00a0→", "../": "Les 9 étapes"},
        ),
        (
            WAITING,
            "Étape 4 sur 9\u00a0: la fabrication et l’attente",
            {
                "../leucapherese/": "←\u00a0Étape 3\u00a0: la leucaphérèse",
                "../lymphodepletion/": "Étape 5\u00a0: la lymphodéplétion\u00a0→",
                "../": "Les 9 étapes",
            },
        ),
        (
            "parcours/suivi.md",
            "Étape 9 sur 9\u00a0: le suivi au long cours",
            {"../retour/": "←\u00a0Étape 8\u00a0: le retour à la maison", "../": "Les 9 étapes"},
        ),
    ],
)
def test_a_step_is_counted_and_leads_to_the_steps_around_it(
    uri: str, said: str, links: dict[str, str]
) -> None:
    nav = ET.fromstring(steps_block(uri))  # noqa: S314  # our own page
    assert nav.findtext("p/strong") == said
    assert {link.get("href"): "".join(link.itertext()) for link in nav.iterfind("ul/li/a")} == links


def test_elsewhere_the_nine_steps_are_listed() -> None:
    nav = ET.fromstring(steps_block("index.md"))  # noqa: S314  # our own page
    assert [link.text for link in nav.iterfind("ol/li/a")] == [step.titre for step in STEPS]


def figure(uri: str) -> ET.Element:
    """Read the timeline of a page as XML."""
    block = timeline_block(uri).replace(" data-search-exclude", "")
    block = block.replace('.css">', '.css"/>', 1)
    return ET.fromstring(block)  # noqa: S314  # our own page
