"""The file mkdocs.yml: its name, and where a key of it stands."""

from __future__ import annotations

import re

from generator.errors import Problem
from generator.scalars import placing

FILE = "mkdocs.yml"


def problem(text: str, key: str, message: str) -> Problem:
    """Place a message at an option's value; at the head of the file where it is not found."""
    found = re.search(rf"(?:^|[{{,])[ \t]*{key}[ \t]*:[ \t]*", text, re.MULTILINE)
    line, column = placing(text)(found.end() if found else 0)
    return Problem(file=FILE, line=line, column=column, message=f"« {key} » : {message}")
