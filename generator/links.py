"""Where the addresses of the finished pages lead: nowhere is a fault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.finished import Page, Site

_ASSET_IN_SCRIPT = re.compile(r"""["'`(](?:[./]*/)?(assets/[^"'`)\s]*)""")
IMPORT = re.compile(
    r"""^\s*(?:import\s*(?:[\w$*{}\s,]+?\bfrom\s*)?|export\s[\w$*{}\s,]+?\bfrom\s*)["']([^"']+)""",
    re.MULTILINE,
)
"""A module that a script imports at once: its address is the first group."""

_CURE = " : corrigez l'adresse, ou ajoutez ce qui manque."
_RENAMED = (
    "change de nom avec son contenu : donnez cette adresse au script par un attribut data-*,"
    " ou par rapport à lui-même (import.meta.url)."
)


def faults(site: Site) -> Iterator[Problem]:
    """Yield each address that leads nowhere in the site; other sites are not asked."""
    for page in site.pages.values():
        for tag in page.tags:
            for _, address in tag.addresses():
                if message := _fault(site, page, address):
                    yield page.problem(tag, f"{message} « {address} »{_CURE}")
    for script in sorted(name for name in site.files if name.endswith((".js", ".mjs"))):
        yield from _script_faults(site, script)


def imports(site: Site, script: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the address of each module that a script imports at once."""
    text = (site.folder / script).read_text("utf-8")
    for found in IMPORT.finditer(text):
        yield text.count("\n", 0, found.start(1)) + 1, found[1]


def _fault(site: Site, page: Page, address: str) -> str | None:
    path = site.path(page.path, address)
    if path is None:
        return None
    if page.path == "404.html" and not address.startswith(("/", "#", site.home or "/")):
        return "cette page répond à toute adresse, « / » doit donc commencer"
    shown = site.shown(path)
    if shown is None:
        return "aucune page, aucun fichier du site ne répond à"
    fragment = unquote(urlsplit(address).fragment)
    # What has a « = » is for a script: « #lieu=29232 ».
    if shown in site.pages and "=" not in fragment and fragment not in site.pages[shown].anchors:
        return f"« {shown} » n'a pas l'ancre que demande"
    return None


def _script_faults(site: Site, script: str) -> Iterator[Problem]:
    text = (site.folder / script).read_text("utf-8")
    for line, address in imports(site, script):
        if site.file(script, address) is None:
            message = f"aucun fichier du site ne répond à l'import « {address} »{_CURE}"
            yield Problem(file=script, line=line, column=1, message=message)
    for found in _ASSET_IN_SCRIPT.finditer(text):
        line = text.count("\n", 0, found.start(1)) + 1
        message = f"« {found[1]} » {_RENAMED}"
        yield Problem(file=script, line=line, column=1, message=message)
