"""What readers see of a source file as words; the rest is blanked, so that each place is kept."""

from __future__ import annotations

import re

from generator import unread

SEAM = "\0"
"""Stands where a template or a script puts something: what touches it may be half a word."""

_QUOTED = r"\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>(?:[^'\\\n]|\\.)*)'"
_ATTRIBUTE = re.compile(
    rf"\s(?:alt|aria-label|aria-description|placeholder|title)=(?:{_QUOTED})", re.DOTALL
)
_CONTENT = re.compile(rf"\scontent=(?:{_QUOTED})", re.DOTALL)
_TAG = re.compile(r"<!?/?[a-zA-Z\0](?:\"[^\"]*\"|'[^']*'|[^'\">])*+>")
_META = re.compile(r"<meta\b[^>]*\b(?:name|property)=\"(?:\w+:)?(?:description|title)\"")
_ELSEWHERE = re.compile(
    r"<!--.*?-->|<(?P<name>script|style|code|kbd)\b.*?</(?P=name)>"
    r"|<(?P<other>\w+)\b[^>]*\slang=\"(?!fr\b)[^>]*>.*?</(?P=other)>",
    re.DOTALL,
)
_ENTITY = re.compile(r"&#39;|&(?:#\w+|[a-z]+);")
_ADDRESS = re.compile(
    r"\b(?:https?|mailto|tel):[^\s<>\"')]*|\b[\w.+-]+@[\w.-]+\w"
    r"|(?<![\w@/])(?:[\w-]++/)*+(?:[\w-]++\.)+[a-z]{2,4}\b(?:/[^\s<>\"')]*)?"
    # What is left of a tag that a template writes in two parts; axe's names of its rules.
    r"|\b[a-z-]+=\"[^\"]*\"|(?<=axe[ \u00a0]: )[a-z-]+(?:, [a-z-]+)*"
)
_LINK = re.compile(
    r"(?<=\])(?:\([^)]*\)|\[[^\]]*\])|^\[[^\]]+\]:.*|\{:?\s*[#.][^}]*\}", re.MULTILINE
)
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_HOLE = r"\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}"
_SCRIPT = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)"
    r"|(?<=[(,=:\[!&|?{};\n])\s*(?P<regexp>/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/)"
    rf"|{_QUOTED}|`(?P<back>(?:{_HOLE}|[^`\\$]|\$(?!\{{)|\\.)*)`",
    re.DOTALL,
)
_EXPRESSION = re.compile(_QUOTED, re.DOTALL)
# What only French writes, or a sentence: names of keys, classes and files are neither.
_FRENCH = re.compile(r"[À-ÖØ-öø-ÿœŒ’«»\u00a0\u202f]|^[A-Z][a-z]*[ ,]")


def page(html: str) -> str:
    """Keep what a page shows, or tells to who does not see it; other languages are left out."""
    text = _ELSEWHERE.sub(blanked, html)
    text = _TAG.sub(_told_by_tag, text)
    text = _ENTITY.sub(lambda sign: ("'" if sign[0] == "&#39;" else "").ljust(len(sign[0])), text)
    return _ADDRESS.sub(blanked, text)


def markdown(body: str) -> str:
    """Keep what a page of Markdown shows, without code, comments, and where its links lead."""
    return page(_LINK.sub(blanked, unread.without_code(body)))


def template(text: str) -> str:
    """Keep what a template writes itself, and the French texts in its expressions."""
    return markdown(_JINJA.sub(_told_by_expression, text))


def script(text: str) -> str:
    """Keep the French texts of a script."""
    return page(_texts_in(text, _SCRIPT, " "))


def _blank(text: str, sign: str = " ") -> str:
    return re.sub(r"[^\n]", sign, text)


def blanked(found: re.Match[str]) -> str:
    """Give as many spaces as what is found has characters, its lines kept."""
    return _blank(found[0])


def _told_by_tag(tag: re.Match[str]) -> str:
    pattern = _CONTENT if _META.match(tag[0]) else _ATTRIBUTE
    made = _blank(tag[0])
    for found in pattern.finditer(tag[0]):
        made = _kept(made, found, found[found.lastgroup or 0])
    return made


def _told_by_expression(found: re.Match[str]) -> str:
    if found[0].startswith("{#"):
        return _blank(found[0])
    return _texts_in(found[0], _EXPRESSION, SEAM)


def _texts_in(code: str, pattern: re.Pattern[str], sign: str) -> str:
    """Keep the French texts that code holds between quotation marks; a sign stands for the rest."""
    made = _blank(code, sign)
    for found in pattern.finditer(code):
        if found.lastgroup in {"double", "single", "back"}:
            text = found[found.lastgroup]
            if _FRENCH.search(text):
                text = re.sub(_HOLE, lambda hole: _blank(hole[0], SEAM), text)
                text = re.sub(r"\\(?:u[0-9a-f]{4}|.)", blanked, text)
                made = _kept(made, found, text)
    return made


def _kept(made: str, found: re.Match[str], text: str) -> str:
    """Put back a text between its quotation marks, which become spaces."""
    start, end = found.span(found.lastgroup or 0)
    return f"{made[: start - 1]} {text} {made[end + 1 :]}"
