"""Show the site while it is written."""

from __future__ import annotations

import signal
from threading import Thread
from typing import TYPE_CHECKING

from generator.render import TEMPLATES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "montre le site pendant qu'on l'écrit"
THEME = TEMPLATES.parent / "theme"
ADDRESS = "127.0.0.1:8000"


def declare(parser: ArgumentParser) -> None:
    """Take the address."""
    parser.add_argument("--adresse", default=ADDRESS, help=f"adresse locale ({ADDRESS})")


def run(root: Path, options: Namespace) -> int:
    """Serve a preview that follows each save, until it is stopped."""
    # MkDocs takes half a second to load, which other commands can spare.
    from generator import draft, host, preview, rehearsal, watched  # noqa: PLC0415

    # A stop from elsewhere, or a window that is closed, is one by Ctrl+C: what runs aside is
    # stopped too. Windows has no SIGHUP, and only Windows has SIGBREAK.
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    trial = rehearsal.Rehearsal(root)
    shown = preview.Preview(root, lambda: draft.Draft(root / "mkdocs.yml"), trial, say)
    try:
        with host.Host(options.adresse, shown) as server:
            say(f"Le site sera visible à l'adresse {server.address} (Ctrl+C pour arrêter).")
            inputs = [root / name for name in ("mkdocs.yml", "budgets.toml", "data", "docs")]
            saves = watched.saves([*inputs, TEMPLATES, THEME])
            next(saves)
            shown.refresh()
            # Who asks before this waits.
            Thread(target=server.serve_forever, daemon=True).start()
            for _ in saves:
                shown.refresh()
    finally:
        trial.stop()
    return 0


def say(line: str) -> None:
    """Print a line at once, for who reads it elsewhere than on a screen too."""
    print(line, flush=True)
