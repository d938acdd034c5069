"""The look-up's scripts: what is found for what is typed, and how far each hospital is."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from pyproj import Geod

from generator.gazetteer import fold
from tests.web.look_up import bench, measured, proposed, real

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from playwright.sync_api import Page

    from generator.directory import Directory
    from generator.gazetteer import Commune

__all__ = ["bench", "real"]

SAMPLE = 1500
SPELLINGS = {
    "st etienne": "42218",
    "Saint-Étienne": "42218",
    "ST-ETIENNE": "42218",
    "saint etien": "42218",
    "l'hay les roses": "94038",
    "L’Haÿ-les-Roses": "94038",
    "hay les roses": "94038",
    "l hay": "94038",
    "76000": "76540",
    "rouen": "76540",
    "Paris 13": "75113",
    "paris 13e": "75113",
    "paris 13ème": "75113",
    "75013": "75113",
    "paris 75013": "75113",
    "75013 Paris": "75113",
    "paris 1er": "75101",
    "Paris 1": "75101",
    "lyon 3": "69383",
    "69003": "69383",
    "Marseille 8ème": "13208",
    "ajaccio": "2A004",
    "AJACCIO": "2A004",
    "20000": "2A004",
    "quimper": "29232",
    "quimpr": "29232",
    "qimper": "29232",
    "29000": "29232",
    "29000 quimper": "29232",
    "Quimper (29)": "29232",
    "brest": "29019",
    "brest 29200": "29019",
    "grenobel": "38185",
    "le havre": "76351",
    "havre": "76351",
    "la rochelle": "17300",
    "rochelle": "17300",
    "le mans": "72181",
    "st brieuc": "22278",
    "saint malo": "35288",
    "ste foy les lyon": "69202",
    "sainte-foy-lès-lyon": "69202",
    "bourg en bresse": "01053",
    "chalons en champagne": "51108",
    "clermont fd": None,
    "clermont": "63113",
    "oeuilly": "51410",
    "Œuilly": "51410",
    "aix en provence": "13001",
    "aix": "13001",
    "nimes": "30189",
    "besancon": "25056",
    "orléans": "45234",
    "villeneuve d ascq": "59009",
    "cergy": "95127",
    "st denis 93": "93066",
    "Saint-Denis (974)": "97411",
    "bellegarde sur valserine": "01033",
    "finistère": "29",
    "29": "29",
    "2a": "2A",
    "la réunion": "974",
    "97500": "975",
    "nouméa": None,
    "nouvelle caledonie": "988",
    "necker": "necker",
    "hopital necker": "necker",
    "st louis": "saint-louis",
    "saint louis": "saint-louis",
    "IPC": "ipc-marseille",
    "paoli calmettes": "ipc-marseille",
    "la pitié": "pitie-salpetriere",
    "salpetriere": "pitie-salpetriere",
    "chu lille": "lille",
    "chu de nantes": "nantes",
    "lyon sud": "lyon-sud",
    "oncopole": "toulouse-oncopole",
    "becquerel": "rouen-becquerel",
    "robert debre": "robert-debre",
}


def test_what_a_person_would_type_is_the_first_or_the_second_suggestion(bench: Page) -> None:
    asked = {words: key for words, key in SPELLINGS.items() if key}
    found = proposed(bench, *asked)
    keys = [[key for key, _, _ in suggestions[:2]] for suggestions in found]
    wrong = {
        words: shown
        for (words, key), shown in zip(asked.items(), keys, strict=True)
        if key not in shown
    }
    assert wrong == {}
    assert len(asked) >= 60


def test_names_are_folded_as_the_build_folds_them(bench: Page, real: Directory) -> None:
    gazetteer = real.france.gazetteer
    names = [name for one in gazetteer.communes for name in (one.nom, *one.anciens_noms)]
    odd = [
        "St",
        "ste",
        "İ",
        "ﬁ",
        "13ème",
        "1ER",
        "l’",
        "L'L'L",
        "Ÿ",
        "ßŒæ",
        "  -St-  ",
        "²",
        "e\u0301",
    ]
    folded = bench.evaluate(
        """async (names) => {
          const { plier } = await import('/assets/outils/plier.js');
          return names.map((name) => plier(name));
        }""",
        [*names, *odd],
    )
    assert folded == [fold(name) for name in [*names, *odd]]


def test_a_suggestion_says_postcode_and_departement_and_tells_homonyms_apart(bench: Page) -> None:
    [found] = proposed(bench, "saint denis")
    assert [" · ".join(one) for one in found[:3]] == [
        "97411 · Saint-Denis · 97400, La Réunion",
        "93066 · Saint-Denis · 93200, Seine-Saint-Denis",
        "11339 · Saint-Denis · 11310, Aude",
    ]
    [old] = proposed(bench, "bellegarde sur valserine")
    assert old[0] == ["01033", "Bellegarde-sur-Valserine, aujourd’hui Valserhône", "01200, Ain"]


def test_a_suggestion_is_shown_once(bench: Page) -> None:
    for found in proposed(bench, "saint", "st", "ste", "29", "paris"):
        assert len({(key, name) for key, name, _ in found}) == len(found) == 8


def test_st_may_be_saint_or_the_start_of_another_name(bench: Page) -> None:
    [found] = proposed(bench, "st")
    assert {"Saint-Denis", "Strasbourg"} <= {name for _, name, _ in found}


def test_a_postcode_of_no_commune_leads_to_its_departement(bench: Page) -> None:
    assert [found[0][0] for found in proposed(bench, "29609", "97699")] == ["29", "976"]


def test_whatever_is_typed_breaks_nothing(bench: Page) -> None:
    draw = random.Random(2026)
    signs = "aeéèœ'’- <>&\"`${};--%/\\0123456789🏥👩‍⚕️\u0000\u202eاב中\n\t"
    typed = ["".join(draw.choices(signs, k=draw.randint(0, 30))) for _ in range(1990)]
    typed += ["' OR 1=1 --", "<img src=x onerror=alert(1)>", "../../..", "a" * 10_000, "é" * 10_000]
    typed += ["St " * 3000, "🏥" * 5000, "constructor", "__proto__", "%00"]
    assert len(typed) == 2000
    found = proposed(bench, *typed)
    assert max(map(len, found)) <= 8


def sample(communes: Sequence[Commune], count: int) -> list[Commune]:
    """Draw communes afresh; the seed is printed, so that a failure can be seen again."""
    seed = random.SystemRandom().randrange(2**32)
    print(f"graine : {seed}")  # noqa: T201  # pytest shows it with a failure
    return random.Random(seed).sample(list(communes), count)


def check_distances(bench: Page, real: Directory, communes: Sequence[Commune]) -> None:
    """Compare the page's own distances and order with geodesics on WGS 84."""
    shown = measured(bench, real, [commune.code_insee for commune in communes])
    lost = [one.code_insee for one, km in zip(communes, shown, strict=True) if km is None]
    assert lost == []
    km = np.array(shown)
    true = geodesics(communes, real)
    error = np.abs(km - true)
    assert bool(np.all((error <= 0.006 * true) | (error <= 0.1)))
    order = np.argsort(km, axis=1, kind="stable")
    ranked = np.take_along_axis(true, order, axis=1)
    # Where a nearer one comes later, the two are as good as equally far.
    excess = np.maximum.accumulate(ranked, axis=1) - ranked
    apart = (excess > 0.005 * ranked) & (excess > 0.1)
    assert not bool(apart.any())


def geodesics(communes: Sequence[Commune], real: Directory) -> NDArray[np.float64]:
    """Measure from each commune to each hospital on the ellipsoid, in km."""
    shape = (len(communes), len(real.open))
    lat = np.repeat([[one.latitude] for one in communes], shape[1], axis=1)
    lon = np.repeat([[one.longitude] for one in communes], shape[1], axis=1)
    to_lat = np.repeat([[one.latitude for one in real.open]], shape[0], axis=0)
    to_lon = np.repeat([[one.longitude for one in real.open]], shape[0], axis=0)
    _, _, metres = Geod(ellps="WGS84").inv(lon, lat, to_lon, to_lat)
    return np.asarray(metres) / 1000


def test_distances_and_order_are_those_of_the_ellipsoid(bench: Page, real: Directory) -> None:
    check_distances(bench, real, sample(real.france.gazetteer.communes, SAMPLE))


def test_a_postcode_proposes_its_communes_first(bench: Page, real: Directory) -> None:
    communes = [one for one in real.france.gazetteer.communes if one.codes_postaux]
    asked = {one.codes_postaux[0] for one in sample(communes, SAMPLE)}
    check_postcodes(bench, real, sorted(asked))


def check_postcodes(bench: Page, real: Directory, postcodes: Sequence[str]) -> None:
    """Check that a postcode proposes its most populous commune before any other."""
    first: dict[str, str] = {}
    for one in real.france.gazetteer.communes:
        for code in one.codes_postaux:
            first.setdefault(code, one.code_insee)
    found = proposed(bench, *postcodes)
    keys = [suggestions[0][0] if suggestions else "" for suggestions in found]
    wrong = {code: key for code, key in zip(postcodes, keys, strict=True) if key != first[code]}
    assert wrong == {}


@pytest.mark.parametrize("key", ["29232", "2A004", "75113", "974", "29", "988", "necker"])
def test_a_key_in_the_address_finds_its_place(bench: Page, key: str) -> None:
    found = bench.evaluate(
        """async (key) => {
          const { ouvrirLieux } = await import('/assets/outils/lieux.js');
          return (await ouvrirLieux('/assets/lieux.json').trouver(key))?.cle;
        }""",
        key,
    )
    assert found == key
