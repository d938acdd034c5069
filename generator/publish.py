"""The finished folder, made ready for a server and checked as a reader would meet it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import assets, budgets, links, policy
from generator.compress import compress
from generator.finished import Page, Site
from generator.french import telephone_fr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.directory import Directory

_MAP = re.compile(r"assets/carte(\.\w+)?\.js")
"""The script that folium made, stamped or not."""


def finish(folder: Path, directory: Directory) -> list[str]:
    """Make a folder ready for a server; return, in French, what forbids to put it online."""
    found = rehearse(folder, directory)
    if not found:
        compress(folder)
    return found


def rehearse(folder: Path, directory: Directory) -> list[str]:
    """Do all that `finish` does, but for the small copies that a server sends."""
    built = Site.read(folder)
    assets.stamp(built)
    for name in built.pages:
        page = folder / name
        page.write_text(policy.with_policy(page.read_text("utf-8"), name), "utf-8")
    entries = sorted(f"{path.name}{'/' * path.is_dir()}" for path in folder.iterdir())
    headers = policy.headers_file(entries, indexed=built.indexed)
    (folder / "_headers").write_text(headers, "utf-8")
    site = Site.read(folder)
    return [
        *faults(site, directory),
        *map(str, links.faults(site)),
        *map(str, policy.faults(site)),
        *budgets.faults(site, budgets.read()),
    ]


def faults(site: Site, directory: Directory) -> Iterator[str]:
    """Yield, in French, each hospital that the finished site leaves out or wrongly shows."""
    names = ("centres", "carte", "trouver")
    shown = {name: _links(site.pages[f"{name}/index.html"]) for name in names}
    drawn = "".join(
        (site.folder / name).read_text("utf-8") for name in site.files if _MAP.fullmatch(name)
    )
    for centre in directory.centres:
        page = site.pages.get(f"centres/{centre.id}/index.html")
        if page is None:
            yield f"centre « {centre.id} » : sa page manque."
            continue
        phone = centre.telephone and telephone_fr(centre.telephone)
        for words in filter(None, (centre.nom, centre.ville, phone)):
            if " ".join(words.split()) not in page.words:
                yield f"centre « {centre.id} » : sa page ne dit pas « {words} »."
        expected = centre.retire is None
        listed = {
            "la liste": f"{centre.id}/" in shown["centres"],
            "la liste sous la carte": f"../centres/{centre.id}/" in shown["carte"],
            "« Trouver un centre »": f"../centres/{centre.id}/" in shown["trouver"],
            "la carte": f'"id":"{centre.id}"' in drawn,
        }
        for where, found in listed.items():
            if found != expected:
                what = "manque dans" if expected else "est encore dans"
                yield f"centre « {centre.id} » : {what} {where}."


def _links(page: Page) -> set[str]:
    return {
        tag.attributes["href"] for tag in page.tags if tag.name == "a" and "href" in tag.attributes
    }
