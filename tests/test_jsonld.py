"""What each page says to search engines, and what it must not."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given
from pydantic_core import from_json

from generator import jsonld
from generator.front_matter import FrontMatter, Relecture
from generator.publication import Publication
from generator.site import made_pages
from tests.listed import DRAFT, HOME, OFFICIAL, SAMPLE, listed
from tests.samples import directory, entry, source
from tests.schema_org import unknown
from tests.test_donnees import TEXTS

TEXT = FrontMatter(
    titre="Les CAR-T : c'est quoi ?",
    objectif="Ce que c'est.",
    public=("patients", "soignants"),
    verifie_le="2026-11-20",
    revision_le="2027-05",
    relu_par=None,
)
READ = TEXT.model_copy(update={"relu_par": Relecture(nom="Dr Camille Exemple", le="2026-11-22")})
DOCS = {
    "index.md": TEXT,
    "parcours/index.md": TEXT,
    "parcours/attente.md": TEXT,
    "faq.md": READ,
    "mentions-legales.md": TEXT,
}
LYON = "centres/lyon-sud.md"
UNPLACED = Publication(**{**vars(OFFICIAL), "site_url": ""})


def things(uri: str, publication: Publication = OFFICIAL) -> dict[str, Any]:
    """Read what a page says, by type."""
    script = jsonld.script_of(uri, listed(SAMPLE), DOCS, publication)
    read = from_json(script) if script else {"@graph": []}
    assert read.pop("@context", "https://schema.org") == "https://schema.org"
    graph = read.get("@graph", [read])
    return {one["@type"]: one for one in graph}


def test_a_hospital_is_described_and_no_care_is_claimed_of_it_in_a_preversion() -> None:
    expected = {
        "@type": "Hospital",
        "name": "L'hôpital ; du « Cœur » & de l'Œuvre",
        "alternateName": ["HLS", "L'Œuvre"],
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "165 chemin du Grand-Revoyet",
            "postalCode": "69310",
            "addressLocality": "Oullins-Pierre-Bénite",
            "addressRegion": "Auvergne-Rhône-Alpes",
            "addressCountry": "FR",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 45.700182, "longitude": 4.809948},
        "telephone": "+33478861801",
        "url": "https://www.chu-lyon.fr",
        "identifier": {"@type": "PropertyValue", "propertyID": "FINESS", "value": "690784137"},
        "parentOrganization": {"@type": "Organization", "name": "Hospices civils de Lyon"},
    }
    assert things(LYON, DRAFT) == {"Hospital": expected}
    assert things(LYON)["Hospital"] == {
        **expected,
        "mainEntityOfPage": f"{HOME}centres/lyon-sud/",
        "availableService": {"@type": "MedicalTherapy", "name": "Traitement par cellules CAR-T"},
    }


def test_what_is_unknown_is_left_out_and_a_withdrawn_hospital_is_not_described() -> None:
    unsaid = {"telephone", "url", "alternateName"}
    assert unsaid & things("centres/ajaccio.md")["Hospital"].keys() == set()
    assert things("centres/saint-denis.md")["Hospital"]["telephone"] == "+262262905050"
    assert things("centres/nice.md").keys() == {"BreadcrumbList"}
    assert things("centres/nice.md", DRAFT) == {}
    assert things("centres/lyon.md") == {}  # an earlier address


@pytest.mark.parametrize(("nature", "told"), [("publication", False), ("presse", True)])
def test_a_care_that_is_only_deduced_is_not_claimed(nature: str, told: bool) -> None:  # noqa: FBT001
    own = source(nature=nature, etablit="[activite, publics, maladies]")
    rest = source(nature="finess", etablit="[adresse, position, telephone]")
    script = jsonld.script_of(LYON, directory(entry(sources=[own, rest])), {}, OFFICIAL)
    assert ("availableService" in script) == told


def test_a_text_claims_a_review_only_once_someone_has_read_it() -> None:
    unread = {
        "@type": "MedicalWebPage",
        "name": "Les CAR-T\u00a0: c’est quoi\u202f?",
        "description": "Ce que c’est.",
        "inLanguage": "fr",
        "audience": [
            {"@type": "MedicalAudience", "audienceType": "patients"},
            {"@type": "MedicalAudience", "audienceType": "soignants"},
        ],
    }
    assert things("index.md", DRAFT) == {"MedicalWebPage": unread}
    assert things("faq.md", DRAFT)["MedicalWebPage"] == {
        **unread,
        "lastReviewed": "2026-11-22",
        "reviewedBy": {"@type": "Person", "name": "Dr Camille Exemple"},
    }
    assert things("index.md") == {"MedicalWebPage": {**unread, "url": HOME}}


def test_a_page_about_the_site_is_no_medical_page() -> None:
    legal = things("mentions-legales.md", DRAFT)
    assert legal.keys() == {"WebPage"}
    assert {one["@type"] for one in legal["WebPage"]["audience"]} == {"Audience"}


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        (LYON, [("Accueil", ""), ("Les centres", "centres/")]),
        (
            "parcours/attente.md",
            [("Accueil", ""), ("Les CAR-T\u00a0: c’est quoi\u202f?", "parcours/")],
        ),
        ("parcours/index.md", [("Accueil", "")]),
        ("trouver.md", [("Accueil", "")]),
        (
            "departements/69-rhone.md",
            [("Accueil", ""), ("Choisir mon département", "departements/")],
        ),
    ],
)
def test_the_way_to_a_page_starts_at_the_home_and_ends_at_itself(
    uri: str, expected: list[tuple[str, str]]
) -> None:
    trail = things(uri)["BreadcrumbList"]["itemListElement"]
    found = [(one["name"], one["item"].removeprefix(HOME)) for one in trail]
    assert found[:-1] == expected
    assert found[-1][1] == f"{re.sub(r'(/index)?[.]md$', '', uri)}/"
    assert [one["position"] for one in trail] == list(range(1, len(trail) + 1))


def test_the_list_as_data_is_described_with_its_files_once_they_have_an_address() -> None:
    early = things("donnees/index.md", DRAFT)["Dataset"]
    expected = {
        "@type": "Dataset",
        "name": "Centres qui donnent un traitement par cellules CAR-T en France",
        "description": "Préversion, non validée\u00a0: liste établie en\u00a0novembre\u00a02026."
        " D’autres centres\u202f; existent.",
        "inLanguage": "fr",
        "license": "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
        "isAccessibleForFree": True,
        "spatialCoverage": {"@type": "Place", "name": "France"},
    }
    assert early == expected
    full = things("donnees/index.md")["Dataset"]
    assert full == {
        **expected,
        "description": "liste établie en\u00a0novembre\u00a02026."
        " D’autres centres\u202f; existent.",
        "creator": {"@type": "Organization", "name": "Camille Œuvre"},
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": f"{HOME}donnees/centres.{suffix}",
                "encodingFormat": kind,
            }
            for suffix, kind in {
                "json": "application/json",
                "csv": "text/csv",
                "geojson": "application/geo+json",
            }.items()
        ],
        "url": f"{HOME}donnees/",
    }
    whole_date = SAMPLE.replace("etat_au: 2026-11\n", "etat_au: 2026-11-20\n")
    script = jsonld.script_of("donnees/index.md", listed(whole_date), DOCS, OFFICIAL)
    assert '"dateModified": "2026-11-20"' in script


@pytest.mark.parametrize(
    "publication", [OFFICIAL, UNPLACED, DRAFT], ids=["whole", "unplaced", "draft"]
)
def test_every_word_is_of_schema_org_and_every_address_is_whole(publication: Publication) -> None:
    for uri in [*made_pages(listed(SAMPLE)), *DOCS]:
        for kind, one in things(uri, publication).items():
            assert list(unknown(one)) == []
            assert all(re.match("https?://", address) for address in _addresses(one)), (uri, kind)
            assert (kind != "BreadcrumbList") or publication.site_url


def _addresses(thing: Any) -> list[str]:  # noqa: ANN401  # whatever JSON may hold
    if isinstance(thing, list):
        return [address for one in thing for address in _addresses(one)]
    if not isinstance(thing, dict):
        return []
    named = {"url", "item", "contentUrl", "license", "mainEntityOfPage"}
    own = [value for key, value in thing.items() if key in named]
    return own + _addresses(list(thing.values()))


def test_a_word_that_schema_org_does_not_have_is_seen() -> None:
    assert list(unknown({"@graph": [{"@type": "Hospital", "beds": 1}]})) == ["Hospital.beds"]
    with pytest.raises(ImportError):
        list(unknown({"@type": "Hopital"}))


class _Script(HTMLParser):
    """Read a page as a browser does: the text of its one script, and each tag."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Note a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


@given(TEXTS)
@example("</script><script>alert(1)</script>")
@example("<!--<script>\u2028\u2029&lt;]]>")
def test_no_name_ends_the_script_and_each_comes_back_whole(text: str) -> None:
    whole = listed(SAMPLE)
    centres = [whole.centres[0].model_copy(update={"nom": text}), *whole.centres[1:]]
    hostile = type(whole)(**{**vars(whole), "centres": tuple(centres)})
    script = jsonld.script_of(LYON, hostile, {}, DRAFT)
    assert not set("<>&\u2028\u2029") & set(script)
    page = _Script()
    page.feed(f"<script>{script}</script><p>")
    assert (page.tags, from_json(page.text).get("name", "")) == (["script", "p"], text)
