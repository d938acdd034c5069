"""The finished folder: checked as a reader would meet it, then put online whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from generator.french import telephone_fr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.directory import Directory

KEPT = 3
"""Finished sites that stay on the disk, the present one among them."""


class _Links(HTMLParser):
    """Collect what the links of a page point to, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.words = ""
        self.feed(html)
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a link goes."""
        self.targets.update(
            value for name, value in attrs if tag == "a" and name == "href" and value
        )

    def handle_data(self, data: str) -> None:
        """Note what the page says."""
        self.words += data


def faults(folder: Path, directory: Directory) -> Iterator[str]:
    """Yield, in French, each hospital that the finished site leaves out or wrongly shows."""
    shown = {
        name: _Links((folder / name / "index.html").read_text("utf-8")).targets
        for name in ("centres", "carte")
    }
    drawn = (folder / "assets" / "carte.js").read_text("utf-8")
    for centre in directory.centres:
        page = folder / "centres" / centre.id / "index.html"
        if not page.is_file():
            yield f"centre « {centre.id} » : sa page manque."
            continue
        links = _Links(page.read_text("utf-8"))
        phone = centre.telephone and telephone_fr(centre.telephone)
        for words in filter(None, (centre.nom, centre.ville, phone)):
            if " ".join(words.split()) not in unescape(links.words):
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


def put_online(folder: Path, site: Path) -> Path:
    """Make the finished folder the site by one rename of a link; return where it is kept.

    `site` stays a whole site at each moment, whatever interrupts this.
    """
    store = site.parent / ".publie"
    store.mkdir(exist_ok=True)
    release = store / fingerprint(folder)
    if release.exists():
        shutil.rmtree(folder)
    else:
        folder.chmod(0o755)
        folder.rename(release)
    os.utime(release)
    if site.is_dir() and not site.is_symlink():
        site.rename(store / f"avant-{os.getpid()}")
    link = site.with_name(f".{site.name}.{os.getpid()}")
    link.unlink(missing_ok=True)
    link.symlink_to(Path(store.name) / release.name, target_is_directory=True)
    link.replace(site)
    aged = sorted(store.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in aged[KEPT:]:
        shutil.rmtree(old)
    return release


def fingerprint(folder: Path) -> str:
    """Name a folder by its content: the same files give the same name."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]
