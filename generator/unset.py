"""What cannot be set in the booklet: said in French, where an editor wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator import typesetting
from generator.errors import Problem, shortened
from generator.phrases import within
from generator.scalars import placing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content import Content
    from generator.phrases import Node

_SIGN = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_CODED = re.compile(r"\\u\{([0-9a-f]+)\}")


def problems(content: Content, values: dict[str, Any], told: str) -> list[Problem]:
    """Place what typst says of a whole booklet, by setting its chapters one after the other."""
    if signs := _SIGN.findall(told):
        written = [_CODED.sub(lambda code: chr(int(code[1], 16)), sign) for sign in signs]
        return [*_signs(content, written)]
    found = [
        problem
        for uri, nodes in values["chapitres"].items()
        for problem in _faults(content, values, uri, nodes)
    ]
    message = f"le livret ne peut pas être composé ({shortened(told)})."
    return found or [Problem(file="mkdocs.yml", line=1, column=1, message=message)]


def _signs(content: Content, signs: Iterable[str]) -> Iterator[Problem]:
    """Yield where each sign that no font of the booklet has is first written."""
    files = {**content.inputs.texts(), **content.inputs.lists()}
    settings = {"mkdocs.yml": (content.inputs.settings() or "").encode()}
    for sign in dict.fromkeys(signs):
        message = f"le livret n'a pas le signe « {sign} » dans ses polices : dites-le en lettres."
        for file, data in (files | settings).items():
            text = data.decode("utf-8", "replace")
            if sign in text:
                line, column = placing(text)(text.index(sign))
                yield Problem(file=file, line=line, column=column, message=message)
                break
        else:
            yield Problem(file="mkdocs.yml", line=1, column=1, message=message)


def _faults(
    content: Content, values: dict[str, Any], uri: str, nodes: list[Node]
) -> Iterator[Problem]:
    told = _trial(values, uri, nodes)
    if told is None:
        return
    file, line = content.place_of(uri)
    text = content.texts.get(uri, "")
    images = [one for one in within(nodes) if one["k"] == "image"]
    named = [one for one in images if _trial(values, uri, [one]) is not None]
    for image in named:
        message = "le livret ne sait pas lire cette image : enregistrez-la en PNG ou en JPEG."
        at = text.find(image["source"])
        line, column = placing(text)(max(0, at))
        yield Problem(file=file, line=line, column=column, message=message)
    if not named:
        message = f"le livret ne peut pas composer cette page ({shortened(told)})."
        yield Problem(file=file, line=line, column=1, message=message)


def _trial(values: dict[str, Any], uri: str, nodes: list[Node]) -> str | None:
    """Set one chapter alone, its links to others left out; return what typst says against it."""
    try:
        typesetting.set_booklet({**values, "chapitres": {uri: nodes}, "essai": True}, 0)
    except typesetting.UnsettableError as error:
        return str(error)
    return None
