"""The file mkdocs.yml: its name, and where a key of it stands."""

from __future__ import annotations

import re

import yaml

from generator.errors import Problem
from generator.recovery import LOADER
from generator.scalars import placing

FILE = "mkdocs.yml"


def problem(text: str, key: str, message: str) -> Problem:
    """Place a message at an option's value; at the head of the file where it is not found."""
    found = re.search(rf"(?:^|[{{,])[ \t]*{key}[ \t]*:[ \t]*", text, re.MULTILINE)
    line, column = placing(text)(found.end() if found else 0)
    return Problem(file=FILE, line=line, column=column, message=f"« {key} » : {message}")


def said(text: str, key: str) -> str:
    """Read an option that is a plain text; empty where it is not said, or only when MkDocs runs."""
    root = yaml.compose(text, Loader=LOADER)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    values = [value for name, value in pairs if name.value == key]
    plain = [one.value for one in values if one.tag == "tag:yaml.org,2002:str"]
    return "".join(plain).strip()
