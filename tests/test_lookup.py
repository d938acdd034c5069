"""What the look-up in the browser reads."""

from __future__ import annotations

import json
import re

from generator.lookup import LANDMARKS, files
from tests.samples import ajaccio, directory, entry, lille


def test_landmarks_say_where_everything_else_is() -> None:
    listed = directory(
        entry(autres_noms="[HLS]"), lille(), ajaccio(retire={"le": "2026", "motif": "x"})
    )
    made = files(listed)
    landmarks = json.loads(made.pop(LANDMARKS))
    assert re.fullmatch("lieux/[0-9a-f]{8}/", landmarks["dossier"])
    assert list(made) == [
        f"assets/{landmarks['dossier']}{rank}.json" for rank in range(len(landmarks["fichiers"]))
    ]
    assert landmarks["fichiers"] == sorted(landmarks["fichiers"])
    assert landmarks["centres"] == [
        ["lyon-sud", "Hôpital Lyon Sud", "Oullins-Pierre-Bénite", 45.700182, 4.809948, "HLS"],
        ["lille", "CHU de Lille", "Lille", 50.611, 3.03696],
    ]
    departements = {one[0]: one for one in landmarks["departements"]}
    assert len(departements) == 101
    page = "../departements/29-finistere/"
    assert departements["29"] == ["29", "Finistère", page, "Brest", 48.39169, -4.48454]
    assert departements["976"] == ["976", "Mayotte", "../departements/976-mayotte/"]
    assert ["978", "Saint-Martin", "97150"] in landmarks["collectivites"]


def test_the_files_of_communes_do_not_depend_on_the_hospitals() -> None:
    one, two = files(directory(lille())), files(directory(entry()))
    del one[LANDMARKS], two[LANDMARKS]
    assert one == two
