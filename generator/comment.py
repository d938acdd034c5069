"""Text as a comment of GitHub shows it: no value becomes a link, a mention or a tag."""

from __future__ import annotations

import re

from generator.scalars import is_invisible

BREAK = "\N{ZERO WIDTH SPACE}"
"""It shows nothing, and what follows is no longer read together with what stands before."""

# Markdown and HTML; in a line that does not begin with them, the other marks mean nothing.
_MARKS = re.compile(rf"[\\`*_{{}}\[\]<>&|~^$#@{BREAK}]")
# GitHub seeks these in the page that it has made, where an escaped « @ » is one again
# (docs.github.com, "Autolinked references and URLs"): people, issues, commits, addresses, and
# the pictures that « :name: » stands for.
_ACTS = re.compile(
    r"[@#]|:(?=//|[\w+-]+:)|\bwww(?=\.)|\bGH(?=-\d)|[0-9a-f]{6}(?=[0-9a-f])",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Write a text so that it shows as it stands, within a line of Markdown and whatever it holds.

    Spaces and line ends become one space, none at the ends, and characters that show nothing are
    left out.
    """
    one_line = re.sub(r"[ \t\r\n]+", " ", text).strip()
    seen = "".join(char for char in one_line if not is_invisible(char))
    broken = _ACTS.sub(lambda found: found[0] + BREAK, seen)
    return _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", broken)


def code(text: str) -> str:
    """Write an address or a number as code, where GitHub seeks nothing, ready to be copied."""
    # No address that has passed a check holds anything else: what an old file may hold is no code.
    return f"`{text}`" if re.fullmatch(r"[!#-;=?-\[\]-_a-z{}~]+", text) else plain(text)
