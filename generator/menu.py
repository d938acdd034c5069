"""The menu, written in mkdocs.yml: every page is in it, and it names no other."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import yaml
from pathspec import GitIgnoreSpec

from generator import syntax
from generator.errors import Problem
from generator.messages import suggestion
from generator.recovery import LOADER
from generator.scalars import at_start
from generator.settings import FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


def faults(text: str, docs: Collection[str], made: Collection[str]) -> Iterator[Problem]:
    """Yield each page of docs/ that the menu forgets, and each name in it that is no page.

    `docs` and `made` name pages from the folder docs/. A page that `not_in_nav` leaves out is
    forgotten by no one (the syntax is gitignore's, as MkDocs has it).
    """
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        yield syntax.problem(error, text, FILE, 1)
        return
    top = _mapping(root)
    if "nav" not in top:
        return
    named = set()
    for node in _scalars(top["nav"]):
        if node.value.endswith(".md"):
            page = PurePosixPath(node.value).as_posix()  # as MkDocs reads « ./index.md »
            named.add(page)
            if page not in {*docs, *made}:
                hint = suggestion(page, docs)
                yield _place(node, f"le menu nomme « {node.value} », qui n'existe pas ; {hint}")
    out = top.get("not_in_nav")
    try:
        left_out = GitIgnoreSpec.from_lines(str(out.value).splitlines() if out else [])
    except (ValueError, re.error):
        yield _place(
            out or top["nav"], "« not_in_nav » : une ligne n'a pas la forme de .gitignore."
        )
        return
    for page in sorted(set(docs) - named):
        if not left_out.match_file(page):
            message = f"cette page n'est pas dans le menu : ajoutez-la sous « nav », dans {FILE}."
            yield at_start(f"docs/{page}", message)


def parts(text: str) -> list[tuple[str, list[str]]]:
    """List the parts of the menu, each with its pages in order; a page alone has no part's name."""
    nav = _mapping(yaml.compose(text, Loader=LOADER)).get("nav")
    found = []
    for item in nav.value if isinstance(nav, yaml.SequenceNode) else []:
        ((name, held),) = [*_mapping(item).items()] or [("", item)]
        pages = [PurePosixPath(one.value).as_posix() for one in _scalars(held)]
        found.append(("" if isinstance(held, yaml.ScalarNode) else name, pages))
    return found


def _place(node: yaml.Node, message: str) -> Problem:
    mark = node.start_mark
    return Problem(file=FILE, line=mark.line + 1, column=mark.column + 1, message=message)


def _mapping(node: yaml.Node | None) -> dict[str, yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {key.value: value for key, value in pairs if isinstance(key, yaml.ScalarNode)}


def _scalars(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield the values under a node, the deepest too, in their order, each once."""
    left, seen = [root], set[int]()
    while left:
        node = left.pop()
        if id(node) in seen:  # « &a [*a] » holds itself
            continue
        seen.add(id(node))
        match node:
            case yaml.ScalarNode():
                yield node
            case yaml.SequenceNode():
                left += reversed(node.value)
            case yaml.MappingNode():
                left += reversed([value for _, value in node.value])
