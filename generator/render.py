"""Jinja: a template and its values in, text out, escaped for the language it is written in."""

from __future__ import annotations

import posixpath
import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: TID251
from markupsafe import Markup

from generator import french

if TYPE_CHECKING:
    from collections.abc import Mapping

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    # select_autoescape judges by the end of the name and would leave *.md.jinja unescaped.
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        date_fr=french.date_fr,
        in_date=french.in_date,
        joined=french.joined,
        km_fr=french.km_fr,
        md=escape_markdown,
        telephone_fr=french.telephone_fr,
        typo=french.typo,
        xy=xy,
    )
    return environment


def escape_markdown(text: str) -> Markup:
    """Write a text so that Markdown, and the HTML made of it, show it as it stands.

    Every mark but letters, figures and spaces becomes a numbered entity: none is left to mean
    anything.
    """
    return Markup(re.sub(r"[^\w ]|_", lambda mark: f"&#{ord(mark[0])};", text))  # noqa: S704


def render(template: str, uri: str, **values: object) -> str:
    """Render a template of generator/templates for the page at `uri` ("centres/nice.md")."""
    url = partial(relative_url, uri)
    return _environment().get_template(template).render(url=url, **values)


def xy(point: tuple[float, float]) -> str:
    """Write a point of a drawing, to a tenth of a unit."""
    return f"{point[0]:.1f} {point[1]:.1f}"


def relative_url(page: str, target: str) -> str:
    """Return the way from a page to another page (*.md) or file of the site, as folders.

    An anchor stays: "centres/index.md#depuis".
    """
    name, mark, anchor = target.partition("#")
    way = posixpath.relpath(address_of(name), address_of(page))
    slash = "/" if name.endswith(".md") else ""
    return f"{way}{slash}{mark}{anchor}"


def address_of(uri: str) -> str:
    """Name the folder where a page is found; a file is found under its own name."""
    if not uri.endswith(".md"):
        return uri
    stem = uri.removesuffix(".md")
    return (posixpath.dirname(stem) or ".") if posixpath.basename(stem) == "index" else stem


def with_front_matter(body: str, meta: Mapping[str, object]) -> str:
    """Put YAML front matter over a Markdown body; the values are never templated."""
    head = yaml.safe_dump(dict(meta), allow_unicode=True, sort_keys=True, width=10_000)
    return f"---\n{head}---\n{body}"


def made_page(body: str, description: str, day: str, **more: object) -> str:
    """Put over the body of a page that the site makes what the engine and the theme read of it."""
    meta = {"description": description, "hide": ["toc"], "mise_a_jour": day}
    return with_front_matter(body, meta | more)
