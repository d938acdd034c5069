"""What the national register says otherwise of one hospital, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import postal
from generator.distance import great_circle_km
from generator.french import NARROW, NBSP, telephone_fr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.centres import Centre
    from generator.directory import Directory
    from generator.register import Etablissement

SAME_M = 100
"""Two positions nearer than this are one: a hospital's grounds are wider, the register places its
postal address and the list may place the entrance, and the site counts in whole kilometres."""
NOTHING = "vous n'en avez pas"


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """Say what one field of a hospital is, here and in the register."""

    key: str
    """The field's key in data/centres.yaml."""
    sentence: str
    judged: bool = True
    """Whether it is a difference; else it is to be looked at by a person."""


def differences(centre: Centre, site: Etablissement, directory: Directory) -> Iterator[Difference]:
    """Yield what the register says otherwise of a hospital, field by field."""
    if site.fermeture:
        yield Difference(key="finess", sentence=f"état : {site.fermeture}")
    known = f"{centre.ville} {centre.etablissement}"
    if site.noms and not postal.same_name((centre.nom, *centre.autres_noms), site.noms, known):
        yield _looked("nom", "nom", centre.nom, " ; ".join(site.noms))
    if site.voie and not postal.same_street(centre.adresse, site.voie):
        yield _said("adresse", "adresse", centre.adresse, site.voie)
    commune, gazetteer = directory.communes[centre.id], directory.france.gazetteer
    code = centre.code_postal
    if site.code_postal and not postal.same_code(code, site, commune, gazetteer):
        yield _said("code_postal", "code postal", code, site.code_postal)
    if site.acheminement and not postal.same_town(commune, site):
        yield _said("ville", "ville", centre.ville, site.acheminement)
    yield from _position(centre, site)
    yield from _telephone(centre, site)


def _telephone(centre: Centre, site: Etablissement) -> Iterator[Difference]:
    ours = dialled(centre.telephone) if centre.telephone else None
    if site.telephones and centre.telephone not in site.telephones:
        theirs = " ou ".join(map(dialled, site.telephones))
        yield _said("telephone", "téléphone", ours, theirs)
    elif site.telephone_illisible and not site.telephones:
        yield _looked("telephone", "téléphone", ours, site.telephone_illisible)


def _position(centre: Centre, site: Etablissement) -> Iterator[Difference]:
    if site.position is None:
        return
    away = great_circle_km(centre, site.position) * 1000
    if away < SAME_M:
        return
    theirs = f"{site.position.latitude:.5f}, {site.position.longitude:.5f}"
    far = f"{theirs}, à {away:.0f} m"
    if site.approchee:
        far += ", mais ce n'est que le centre de la commune : ne le recopiez pas"
    make = _looked if site.approchee else _said
    yield make("latitude", "position", f"{centre.latitude:.5f}, {centre.longitude:.5f}", far)


def dialled(telephone: str) -> str:
    """Write an E.164 number as editors do, with plain spaces."""
    return telephone_fr(telephone).replace(NBSP, " ").replace(NARROW, " ")


def _said(key: str, name: str, ours: str | None, theirs: str) -> Difference:
    mine = f"vous avez {ours}" if ours else NOTHING
    return Difference(key=key, sentence=f"{name} : {mine}, FINESS dit {theirs}")


def _looked(key: str, name: str, ours: str | None, theirs: str) -> Difference:
    said = _said(key, f"{name}, à regarder", ours, theirs)
    return Difference(key=key, sentence=said.sentence, judged=False)
