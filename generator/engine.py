"""MkDocs, run from our own commands: plain lines in French, no traceback."""

from __future__ import annotations

import logging
import os
import re
from contextlib import contextmanager
from threading import get_ident
from typing import TYPE_CHECKING

# Material prints its end of life on each run (see README); an editor can do nothing about it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from yaml import YAMLError

from generator import complaints, settings, syntax
from generator.delais import Delais
from generator.errors import DataError
from generator.plugin import CentresPlugin
from generator.scalars import at_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from generator.content import Content
    from generator.directory import Directory
    from generator.errors import Problem


MISSING = "ce fichier manque : lancez la commande dans le dossier du site, ou donnez --racine."

# MkDocs names the page that it was reading; what stopped it is said next, with a place of its own.
_READING = re.compile(r"Error reading page '.*':", re.DOTALL)

_log = logging.getLogger("mkdocs")
# MkDocs prints nothing of itself: who listens says what it means.
_log.addHandler(logging.NullHandler())
_log.propagate = False


def build(config_file: Path, folder: Path) -> Directory | None:
    """Build the whole site into an empty folder and return its list.

    If it fails, say what is wrong and return None.
    """
    printed = logging.StreamHandler()
    printed.setFormatter(_French(config_file.parent))
    printed.addFilter(lambda record: not _READING.fullmatch(record.getMessage()))
    with heard_by(printed):
        try:
            config = load_config(str(config_file), site_dir=str(folder), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
            return content_of(config).directory
        except (MkDocsException, DataError) as error:
            for problem in _problems(error, config_file):
                _log.error(problem)  # never a traceback
        except OSError as error:
            _log.error(error)  # as above
    return None


def configured(config_file: Path, *, preview: bool = True) -> MkDocsConfig:
    """Read mkdocs.yml and, by our plugin, all that editors write.

    A site that is looked at while it is written has no address of its own. Raises DataError with
    every problem.
    """
    nowhere = {"site_url": ""} if preview else {}
    kept = Kept(config_file.parent)
    with heard_by(kept):
        try:
            config = load_config(str(config_file), strict=False, **nowhere)
            _plugin_of(config).preview = preview
            config.plugins.on_startup(command="serve", dirty=False)
            config = config.plugins.on_config(config)
            content_of(config)
        except (MkDocsException, DataError) as error:
            raise DataError([*kept.problems, *_problems(error, config_file)]) from error
    return config


def delais(config_file: Path) -> Delais:
    """Read how long a check is good for; raises DataError where mkdocs.yml is wrong."""
    kept = Kept(config_file.parent)
    with heard_by(kept):
        try:
            options = _plugin_of(load_config(str(config_file))).config
            return Delais.of(options, config_file.read_text("utf-8"))
        except MkDocsException as error:
            raise DataError([*kept.problems, *_problems(error, config_file)]) from error


def content_of(config: MkDocsConfig) -> Content:
    """Give what our plugin has read and checked; DataError where mkdocs.yml leaves it out."""
    return _plugin_of(config).checked


def _plugin_of(config: MkDocsConfig) -> CentresPlugin:
    plugin = config.plugins.get("centres")
    if not isinstance(plugin, CentresPlugin):
        message = "sous « plugins », il faut une ligne « - centres: »."
        raise DataError([at_start(settings.FILE, message)])
    return plugin


@contextmanager
def heard_by(handler: logging.Handler) -> Iterator[None]:
    """Let a listener hear MkDocs for a while."""
    _log.setLevel(logging.WARNING)
    _log.addHandler(handler)
    try:
        yield
    finally:
        _log.removeHandler(handler)


def _problems(error: MkDocsException | DataError, config_file: Path) -> Iterable[Problem]:
    """Say where and why a reading stopped; what MkDocs has said already is not said again."""
    if isinstance(error, DataError):
        return error.problems
    if isinstance(error, Abort):
        return []
    if isinstance(error.__cause__, DataError):
        return error.__cause__.problems
    name = settings.FILE
    if not config_file.is_file():
        return [at_start(name, MISSING)]
    if isinstance(error.__context__, YAMLError):
        return [syntax.problem(error.__context__, config_file.read_text("utf-8"), name, 1)]
    return [at_start(name, str(error))]


class _French(logging.Formatter):
    """Write each message of MkDocs in French, as bare lines."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root

    def format(self, record: logging.LogRecord) -> str:
        """Write one message, its place first where it has one."""
        message = record.getMessage()
        return "\n".join(map(str, complaints.problems_of(message, self._root))) or message


class Kept(logging.Handler):
    """Keep what MkDocs complains of in the thread that makes this."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.problems: list[Problem] = []
        self._root = root
        self._thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        if record.thread == self._thread:
            message = record.getMessage()
            placed = complaints.problems_of(message, self._root)
            self.problems += placed or [at_start(settings.FILE, message)]
