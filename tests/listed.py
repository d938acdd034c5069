"""The real list and one of all that a list may hold, as typed and as read."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from generator import checker
from generator.publication import LABELS, Publication
from tests import samples
from tests.samples import (
    FILE,
    LISTE,
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
    from generator.directory import Directory

HOME = "https://exemple.fr/car-t/"
OFFICIAL = Publication(**dict.fromkeys(LABELS, "Camille Œuvre"), site_url=HOME)
DRAFT = Publication()

REAL = (samples.ROOT / FILE).read_text("utf-8")
_BARE = ("telephone", "site_web", "publics", "maladies")
SAMPLE = yaml_list(
    entry(
        nom="\"L'hôpital ; du « Cœur » & de l'Œuvre\"",
        autres_noms='[HLS, "L\'Œuvre"]',
        anciens_ids="[lyon]",
        ouvert_depuis="2018-08-10",
        acces='"Métro D ; puis à pied."',
        hebergement='"=Maison des familles"',
        reserve='"-Demandez \\"où\\" aller."',
        publics="[adultes, adolescents_jeunes_adultes, enfants]",
        sources=[
            source(
                titre='"CAR-T cells: a title | of two parts"',
                langue="en",
                copie_lue_en="2026-11",
                etablit="[activite, publics, maladies, acces, hebergement]",
            ),
            source(date="inconnue", nature="presse", etablit="[activite, telephone]"),
            register(),
        ],
        verifie={"le": "2026-11-20", "par": "Camille d'Œuvre", "quoi": "[telephone, adresse]"},
    ),
    without(
        ajaccio(
            sources=[source(etablit="[activite]"), register(etablit="[adresse, position]")],
        ),
        *_BARE,
    ),
    reunion(),
    nice(retire={"le": "2026-10", "motif": '"L\'activité a cessé."'}),
    lille(telephone='"+33 3 20 44 59 62"'),
    liste={**LISTE, "avertissement": '"D\'autres centres ; existent."'},
)


def typed(text: str) -> dict[str, Any]:
    """Read a list as plain texts, by PyYAML alone."""
    read: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506  # it makes texts only
    return read


@cache
def listed(text: str) -> Directory:
    """Read and check a list."""
    return checker.read(text.encode(), FILE, samples.france(), date(2026, 11, 29))


def dialled(number: str) -> str:
    """Write a number of a list as E.164, by hand."""
    bare = re.sub(r"\s", "", number)
    return bare if bare.startswith("+") else f"+33{bare[1:]}"
