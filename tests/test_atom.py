"""The feed of what changed, read back by another program."""

from __future__ import annotations

from uuid import UUID

import feedparser
from hypothesis import given, settings

from generator import atom, historique
from generator.french import typo
from generator.historique import Changement, Historique
from generator.publication import LABELS, Publication
from tests.entries import MADE
from tests.samples import ROOT, TODAY

SAMPLE = historique.read((ROOT / "tests" / "historique.yaml").read_bytes(), "x.yaml", TODAY)
SITE = "CAR-T\u00a0: <comprendre> & trouver"
OFFICIAL = Publication(
    **dict.fromkeys(LABELS, "https://exemple.fr"), site_url="https://exemple.fr/car-t/"
)


def feed(one: Historique, publication: Publication = OFFICIAL) -> feedparser.FeedParserDict:
    """Make the feed and read it as a subscriber's program does, markup and all."""
    text = atom.feed(one, publication, SITE, "2026-11-01")
    read = feedparser.parse(text.encode(), sanitize_html=False, resolve_relative_uris=False)
    assert read.bozo is False
    assert read.version == "atom10"
    return read


def test_the_feed_says_what_the_file_says() -> None:
    read = feed(SAMPLE)
    assert (read.feed.title, read.feed.language) == (f"Ce qui a changé\u00a0: {SITE}", "fr")
    assert read.feed.updated == "2026-05-04T00:00:00Z"
    assert [(one.title, one.updated) for one in read.entries] == [
        ("4\u00a0mai\u00a02026\u00a0: des pages", "2026-05-04T00:00:00Z"),
        ("4\u00a0mai\u00a02026\u00a0: la liste des centres", "2026-05-04T00:00:00Z"),
    ]
    assert [(one.content[0].type, one.content[0].value.split("\n")) for one in read.entries] == [
        ("text/plain", ["Texte changé\u00a0: «\u00a0Questions\u00a0»."]),
        (
            "text/plain",
            [
                "La liste passe de 2 à 1 centre.",
                "Hôpital Lyon Sud. Téléphone\u00a0: «\u00a004 72 00 00 00\u00a0» devient"
                ' «\u00a004 78 86 18 01\u00a0». Publics\u00a0: «\u00a02 < 3 & "#1"\u00a0»'
                " devient «\u00a0A: b\u00a0».",
                "Clinique <b>d’avant</b>. N’est plus dans la liste.",
            ],
        ),
    ]


def test_the_feed_leads_to_the_page_where_the_site_has_an_address() -> None:
    read = feed(SAMPLE)
    assert {link.rel: link.href for link in read.feed.links} == {
        "self": "https://exemple.fr/car-t/changements.xml",
        "alternate": "https://exemple.fr/car-t/changements/",
    }
    assert [one.link for one in read.entries] == [
        "https://exemple.fr/car-t/changements/#le-2026-05-04-2",
        "https://exemple.fr/car-t/changements/#le-2026-05-04",
    ]


def test_the_feed_links_nothing_where_the_site_has_no_address() -> None:
    assert "<link" not in atom.feed(SAMPLE, Publication(), SITE, "2026-11-01")


def test_what_no_xml_can_hold_is_left_out() -> None:
    odd = Publication(editeur="CHU\x00\ufffe de\u2028 Nice", site_url="https://exemple.fr/\x1b/")
    read = feed(SAMPLE, odd)
    assert read.feed.author == "CHU de Nice"
    assert read.feed.links[0].href == "https://exemple.fr//changements.xml"


def test_the_publisher_is_the_author_else_the_site() -> None:
    assert feed(SAMPLE).feed.author == "https://exemple.fr"
    assert feed(SAMPLE, Publication()).feed.author == SITE


def test_a_preversion_says_so() -> None:
    words = "Préversion, non validée."
    assert feed(SAMPLE, Publication()).feed.subtitle.startswith(words)
    assert words not in feed(SAMPLE).feed.subtitle


def test_a_feed_without_an_entry_is_dated_by_the_list() -> None:
    read = feed(Historique())
    assert (read.entries, read.feed.updated) == ([], "2026-11-01T00:00:00Z")


def test_names_stay_where_the_site_moves_where_words_are_mended_and_where_more_is_added() -> None:
    first, second = (one.id for one in feed(SAMPLE, Publication()).entries[::-1])
    assert [UUID(one).version for one in (first, second)] == [5, 5]
    mended = SAMPLE.changements[0].model_copy(update={"liste": ("Autrement dit.",)})
    more = Changement(le="2026-05-04", pages=("a",))
    read = feed(Historique(changements=(mended, SAMPLE.changements[1], more)))
    assert [one.id for one in read.entries[::-1]][:2] == [first, second]
    assert len({read.feed.id, *(one.id for one in read.entries)}) == 4


@settings(max_examples=settings().max_examples // 4)
@given(made=MADE)
def test_no_text_breaks_the_feed_or_is_lost(made: Changement) -> None:
    (one,) = feed(Historique(changements=(made,))).entries
    assert one.content[0].value.split() == typo("\n".join(atom.told(made))).split()
