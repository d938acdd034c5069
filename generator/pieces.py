"""What lists, definitions, tables and figures hold, however an editor nested their tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.markup import Element

if TYPE_CHECKING:
    from collections.abc import Iterator


def items(one: Element) -> list[Element]:
    """List the items; what stands between two of them is of the first, as it looks on a screen."""
    items: list[Element] = []
    for child in one.children:
        if isinstance(child, Element) and child.tag == "li":
            items.append(child)
        elif not isinstance(child, str) or child.strip():
            last = items.pop() if items else Element(tag="li")
            whole = [*last.children, child]
            items.append(Element(tag="li", attributes=last.attributes, children=whole))
    return items


def ticked(item: Element) -> bool:
    """Tell whether an item begins with a square to tick, as the sheet of the pages does."""
    inner = [one for one in item.children if isinstance(one, Element)]
    inner += [one for each in inner if each.tag == "p" for one in each.named("span")]
    return any("case" in one.classes for one in inner)


def own(one: Element, within: str, tags: set[str]) -> Iterator[Element]:
    """Yield the parts of a table or of definitions, but for those of another within it."""
    for child in one.children:
        if isinstance(child, Element) and child.tag in tags:
            yield child
        elif isinstance(child, Element) and child.tag != within:
            yield from own(child, within, tags)


def captioned(figure: Element) -> tuple[list[Element | str], list[Element]]:
    """Part a figure: what it shows, and its captions."""
    said = [one for one in figure.children if isinstance(one, Element) and one.tag == "figcaption"]
    ids = {id(one) for one in said}
    return [one for one in figure.children if id(one) not in ids], said
