"""The finished folder, made ready for a server and checked as a reader would meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import budgets, links, policy
from generator.compress import ASSETS, compress, rename_assets
from generator.finished import Page, Site
from generator.french import telephone_fr
from generator.releases import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.directory import Directory


def finish(folder: Path, directory: Directory) -> list[str]:
    """Make a folder ready for a server; return, in French, what forbids to put it online."""
    assets = f"{ASSETS}-{fingerprint(folder / ASSETS)[:8]}"
    rename_assets(Site.read(folder), assets)
    for path in folder.rglob("*.html"):
        path.write_text(policy.with_policy(path.read_text("utf-8")), "utf-8")
    entries = (f"{path.name}{'/' * path.is_dir()}" for path in folder.iterdir())
    (folder / "_headers").write_text(policy.headers_file(sorted(entries), assets), "utf-8")
    site = Site.read(folder)
    found = [
        *faults(site, directory),
        *map(str, links.faults(site)),
        *map(str, policy.faults(site)),
        *budgets.faults(site, budgets.read()),
    ]
    if not found:
        compress(folder)
    return found


def faults(site: Site, directory: Directory) -> Iterator[str]:
    """Yield, in French, each hospital that the finished site leaves out or wrongly shows."""
    shown = {name: _links(site.pages[f"{name}/index.html"]) for name in ("centres", "carte")}
    drawn = next(site.folder.glob(f"{ASSETS}*/carte.js")).read_text("utf-8")
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
