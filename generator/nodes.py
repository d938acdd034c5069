"""What is printed of a page: its headings, paragraphs, lists, tables and pictures, as data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.markup import Element
from generator.phrases import KINDS, breakable, phrase, unprinted
from generator.pieces import captioned, items, own, ticked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.phrases import Children, Node, Place

_SCREEN = "carte-urgence__aide"
"""Speaks of what only a screen can do."""
_WORDED: Mapping[str, dict[str, Any]] = {
    "carte-urgence__ligne": {"k": "remplir"},
    # What stays on the page of what follows: a number is never without what it is worth.
    "livret-attache": {"k": "attache", "fort": False},
    "telephone": {"k": "attache", "fort": True},
}
"""Classes of what holds words, and how they are set."""
_HOLDING: Mapping[str, dict[str, Any]] = {
    "avis": {"k": "cadre", "coupe": True},
    "carte-urgence__face": {"k": "cadre", "coupe": False},
    "carte-urgence__faces": {"k": "ensemble"},
    "livret-petit": {"k": "petit"},
}
"""Classes of what holds blocks; a frame may be cut by the end of a page, or not."""
_NUMBER = re.compile(r"[0-9]{1,4}")
_END = Element(tag="end")


def blocks(children: Children, place: Place) -> list[Node]:
    """Set what is in a page or a block: each run of words between two blocks is a paragraph."""
    made: list[Node] = []
    run: Children = []
    for child in [*children, _END]:
        if isinstance(child, str) or (child.tag in KINDS and not _images(child)):
            run.append(child)
            continue
        if words := phrase(run, place):
            made.append({"k": "par", "c": words})
        run = []
        if child is not _END and not unprinted(child) and _SCREEN not in child.classes:
            made += _block(child, place)
    return made


def _block(one: Element, place: Place) -> list[Node]:
    return _SETTERS.get(one.tag, _holder)(one, place)


def _heading(one: Element, place: Place) -> list[Node]:
    words = phrase(one.children, place)
    return [place.heading(int(one.tag[1]), one.attributes.get("id", ""), words)] if words else []


def _holder(one: Element, place: Place) -> list[Node]:
    """Set a block that only holds others, as its class asks."""
    if worded := _first(_WORDED, one):
        words = phrase(one.children, place)
        return [{**worded, "c": words}] if words else []
    inner = blocks(one.children, place)
    holding = _first(_HOLDING, one)
    return [{**holding, "c": inner}] if holding and inner else inner


def _first(kinds: Mapping[str, dict[str, Any]], one: Element) -> dict[str, Any] | None:
    return next((kind for name, kind in kinds.items() if name in one.classes), None)


def _quote(one: Element, place: Place) -> list[Node]:
    inner = blocks(one.children, place)
    return [{"k": "retrait", "c": inner}] if inner else []


def _list(one: Element, place: Place) -> list[Node]:
    listed = items(one)
    start = one.attributes.get("start", "1")
    made: Node = {
        "k": "liste",
        "chiffres": one.tag == "ol",
        "debut": int(start) if _NUMBER.fullmatch(start) else 1,
        "cases": any(ticked(item) for item in listed),
        "items": [[*_anchored(item, place), *_cell(item, place)] for item in listed],
    }
    return [made] if listed else []


def _definitions(one: Element, place: Place) -> list[Node]:
    made: list[tuple[list[Node], list[Node]]] = []
    for child in own(one, one.tag, {"dt", "dd"}):
        if child.tag == "dt":
            made.append(([*_anchored(child, place), *phrase(child.children, place)], []))
        elif made and made[-1][1]:
            made[-1][1].extend(blocks(child.children, place))
        elif made:
            made[-1][1].extend(_cell(child, place))
        else:
            made.append(([], _cell(child, place)))
    return [{"k": "definitions", "items": made}] if made else _holder(one, place)


def _table(one: Element, place: Place) -> list[Node]:
    lines = [list(own(row, one.tag, {"td", "th"})) for row in own(one, one.tag, {"tr"})]
    rows = [cells for cells in lines if cells]
    headed = len(rows) > 1 and all(cell.tag == "th" for cell in rows[0])
    made = [[_cell(cell, place) for cell in cells] for cells in rows]
    head, body = (made[0], made[1:]) if headed else ([], made)
    captions = own(one, one.tag, {"caption"})
    caption = [word for each in captions for word in phrase(each.children, place)]
    return [{"k": "tableau", "tete": head, "lignes": body, "c": caption}] if body else []


def _lines(one: Element, place: Place) -> list[Node]:
    """Set a text whose lines stay as they are."""
    del place
    lines = one.text.strip("\n").split("\n")
    words: list[Node] = [part for line in lines for part in (breakable(line), {"k": "saut"})]
    return [{"k": "par", "c": [{"k": "code", "c": words[:-1]}]}]


def _rule(one: Element, place: Place) -> list[Node]:
    del one, place
    return [{"k": "filet"}]


def _picture(image: Element, place: Place) -> list[Node]:
    words = image.attributes.get("alt", "")
    shown = place.picture(image.attributes.get("src", ""), words)
    if shown:
        return [shown]
    return [{"k": "par", "c": [words]}] if words else []


def _figure(one: Element, place: Place) -> list[Node]:
    """Set what a figure holds, its caption under the last picture or after its words."""
    shown, said = captioned(one)
    made = blocks(shown, place)
    caption = [word for each in said for word in phrase(each.children, place)]
    images = [node for node in made if isinstance(node, dict) and node["k"] == "image"]
    if caption and images:
        images[-1]["c"] = caption
        return made
    return [*made, {"k": "par", "c": caption}] if caption else made


_SETTERS: Mapping[str, Callable[[Element, Place], list[Node]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    "blockquote": _quote,
    "dl": _definitions,
    "figure": _figure,
    "hr": _rule,
    "img": _picture,
    "pre": _lines,
    "table": _table,
}


def _cell(one: Element, place: Place) -> list[Node]:
    """Set an item or a cell; words that lists alone follow are no paragraph, with its space."""
    made = blocks(one.children, place)
    first = made[0] if made else ""
    if isinstance(first, dict) and first["k"] == "par":
        others = {str(other["k"]) for other in made[1:] if isinstance(other, dict)}
        if others <= {"liste"}:
            return [*first["c"], *made[1:]]
    return made


def _images(one: Element) -> list[Element]:
    return [one] if one.tag == "img" else list(one.named("img"))


def _anchored(one: Element, place: Place) -> list[Node]:
    name = one.attributes.get("id")
    return [place.anchor(name)] if name else []
