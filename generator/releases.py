"""The sites that were put online: the last few are kept, one is shown."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from generator.lingering import LINGERING, forget, linger

KEPT = 3
"""Finished sites that stay on the disk, the present one among them."""
STORE = ".publie"
ORDER = "ordre.txt"
"""Names of the kept sites, the last put online at the end."""


def put_online(folder: Path, site: Path) -> Path:
    """Make the finished folder the site by one rename of a link; return where it is kept.

    `site` stays a whole site at each moment, whatever kills this program; but for the first time,
    where it was a plain folder: between two renames there is none.
    """
    store = site.parent / STORE
    store.mkdir(exist_ok=True)
    folder.chmod(0o755)
    release = store / fingerprint(folder)
    if release.is_dir() and fingerprint(release) == release.name:
        shutil.rmtree(folder)
    else:
        # Emptied by hand, perhaps through the link: what has its name is not always it.
        if release.exists():
            _discard(release)
        folder.rename(release)
    os.utime(release)
    past = [name for name in _past(site) if name != release.name]
    kept = [*past, release.name][-KEPT:]
    # Before the link: a site that is not the last of the order is as one rolled back.
    _write(store / ORDER, kept)
    # Before the link: its pages will ask for them. After it too: a plain folder is named there.
    linger(store, kept)
    _point(site, release)
    linger(store, kept)
    _sweep(store, kept)
    return release


def rollback(site: Path) -> Path | None:
    """Put back the site that was online before the present one; None where there is none.

    The order stays: a second call goes one further back, and the next build forgets the ones
    that were left this way.
    """
    before = _past(site)
    if before and before[-1] == _present(site):
        before.pop()
    if not before:
        return None
    release = site.parent / STORE / before[-1]
    linger(release.parent, [release.name])
    _point(site, release)
    return release


def fingerprint(folder: Path) -> str:
    """Name a folder by its content: the same files give the same name."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def _present(site: Path) -> str | None:
    """Name the site that is online; a plain folder has the name under which it will be kept."""
    if site.is_symlink():
        return site.readlink().name
    return f"avant-{fingerprint(site)}" if site.is_dir() else None


def _past(site: Path) -> list[str]:
    """List the kept sites up to the present one, the oldest first."""
    store, present = site.parent / STORE, _present(site)
    try:
        names = (store / ORDER).read_text("utf-8").split()
    except FileNotFoundError:
        found = sorted(store.glob("*"), key=lambda path: path.stat().st_mtime)
        names = [path.name for path in found]
    names = [name for name in names if name != LINGERING and (store / name).is_dir()]
    if present in names:
        return names[: names.index(present) + 1]
    return [*names, present] if present and site.is_dir() else names


def _write(order: Path, names: list[str]) -> None:
    new = order.with_suffix(".nouveau")
    new.write_text("\n".join([*names, ""]), "utf-8")
    new.replace(order)


def _point(site: Path, release: Path) -> None:
    for left in site.parent.glob(f".{site.name}.*"):
        if left.is_symlink():
            left.unlink()
    link = site.with_name(f".{site.name}.nouveau")
    link.symlink_to(Path(STORE) / release.name, target_is_directory=True)
    if site.is_dir() and not site.is_symlink():
        aside = release.with_name(_present(site) or "")
        if aside.exists():
            _discard(aside)
        site.rename(aside)
        try:
            link.replace(site)
        except BaseException:
            aside.rename(site)
            raise
    else:
        link.replace(site)


def _sweep(store: Path, kept: list[str]) -> None:
    for path in list(store.iterdir()):
        if path.name not in {*kept, ORDER, LINGERING}:
            _discard(path)
    forget(store, kept)


def _discard(path: Path) -> None:
    """Delete a folder under another name: under its own, a site is whole or absent."""
    with tempfile.TemporaryDirectory(prefix="efface-", dir=path.parent) as bin_:
        path.rename(Path(bin_) / path.name)
