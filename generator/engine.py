"""MkDocs, run from our own commands: plain lines in French, no traceback."""

from __future__ import annotations

import errno
import logging
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

# Material prints its end of life on each run (see README); an editor can do nothing about it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.delais import Delais
from generator.plugin import CentresPlugin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.directory import Directory

log = logging.getLogger("mkdocs.centres")


def build(config_file: Path, folder: Path) -> Directory | None:
    """Build the whole site into an empty folder and return its list.

    If it fails, say what is wrong and return None.
    """
    with _failing_plainly() as state:
        config = load_config(str(config_file), site_dir=str(folder), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    if state.failed:
        return None
    plugin = config.plugins["centres"]
    assert isinstance(plugin, CentresPlugin)  # noqa: S101  # by the entry point of pyproject.toml
    return plugin.content.directory if plugin.content else None


def serve(config_file: Path, address: str) -> bool:
    """Serve the site with live reload at "host:port"; return False if it cannot start."""
    with _failing_plainly() as state:
        mkdocs_serve(str(config_file), dev_addr=address, strict=False)
    return not state.failed


def delais(config_file: Path) -> Delais | None:
    """Read how long a check is good for; if mkdocs.yml is wrong, say so and return None.

    Raises DataError where only these numbers are.
    """
    with _failing_plainly() as state:
        config = load_config(str(config_file))
    if state.failed:
        return None
    return Delais.of(config.plugins["centres"].config)


@dataclass
class _State:
    failed: bool = False


@contextmanager
def _failing_plainly() -> Iterator[_State]:
    """Print what goes wrong as bare lines, place first, and never a traceback."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.handlers = [handler]
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    state = _State(failed=True)
    try:
        yield state
        state.failed = False
    except Abort:
        pass
    except MkDocsException as error:
        log.error("mkdocs.yml : %s", error)  # noqa: TRY400
    except (OSError, OverflowError) as error:
        busy = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        hint = "cette adresse est déjà prise : fermez l'autre aperçu, ou changez --adresse."
        log.error("%s", hint if busy else error)  # noqa: TRY400
