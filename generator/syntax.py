"""Where a YAML file breaks, and what PyYAML says of it, in words for an editor."""

from __future__ import annotations

import re

import yaml

from generator.errors import Problem

SLOW = 100_000
"""Characters that PyYAML's own parser reads in a second; it words its errors more closely."""
QUOTE = "mettez-la entre guillemets"
UNCLOSED = "un guillemet ouvert ici n'est jamais refermé."

FRENCH_SYNTAX = {
    "mapping values are not allowed": (
        "deux-points inattendu : alignez la ligne sur ses voisines, ou mettez le texte entre"
        " guillemets s'il contient « : »."
    ),
    "could not find expected ':'": (
        "il manque « : » après un nom de clé, ici ou à la ligne d'avant."
    ),
    "expected <block end>, but found '<scalar>'": (
        "du texte suit un guillemet fermé, ou l'alignement change : vérifiez la ligne."
    ),
    "expected <block end>": (
        "l'alignement ne suit pas celui des lignes voisines : vérifiez les espaces en début de"
        " ligne."
    ),
    "sequence entries are not allowed": (
        "tiret inattendu : il commence une ligne de liste, ou bien le texte va entre guillemets."
    ),
    "found character '\\t'": "une tabulation : remplacez-la par des espaces.",
    "found character '%'": f"une valeur ne peut pas commencer par « % » : {QUOTE}.",
    "found character '@'": f"une valeur ne peut pas commencer par « @ » : {QUOTE}.",
    "found character '`'": f"une valeur ne peut pas commencer par « ` » : {QUOTE}.",
    "found unexpected end of stream": UNCLOSED,
    "found unknown escape character": (
        "barre oblique inverse entre guillemets doubles : écrivez-la deux fois."
    ),
    "expected ',' or ']'": "il manque une virgule ou un crochet fermant « ] ».",
    "expected ',' or '}'": "il manque une virgule ou une accolade fermante « } ».",
    "expected alphabetic or numeric": (
        f"« & » ou « * » en début de valeur : {QUOTE} ; une ligne de liste commence par « - »."
    ),
    "expected '<document start>'": (
        "cette ligne n'a pas assez d'espaces devant : alignez-la sur ses voisines."
    ),
}
"""Part of PyYAML's message -> French message."""

_GLUED = re.compile(r"[ -]*[a-z_]+:(?=[^\s:/])")
_BARE = re.compile(r"[ -]*(?P<key>[a-z_]+)(?= |$)")
_QUOTED = re.compile(r"""[ -]*[a-z_]+: +(?P<sign>["'])""")
_FAR = 50
"""Lines that a quote left open is looked for above the place where YAML breaks."""
_INSIDE = {
    "'": (
        "l'apostrophe ferme le texte qui commence par « ' » : entourez-le plutôt de guillemets"
        ' droits doubles (").'
    ),
    '"': (
        "un guillemet droit (\") ferme le texte trop tôt : à l'intérieur, mettez des guillemets"
        " « comme ceci »."
    ),
}


def problem(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Problem:
    """Say in French where the YAML breaks."""
    error = _closer(error, text)
    english = str(getattr(error, "problem", None) or "")
    unclosed = "end of stream" in english or "<stream end>" in english
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    mark = next(filter(None, reversed(marks) if unclosed else marks), None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    found = _likely(english, text.split("\n"), line)
    if found is None:
        known = (french for part, french in FRENCH_SYNTAX.items() if part in english)
        message = next(known, "la syntaxe YAML est incorrecte ici ou juste avant.")
    else:
        line, column, message = found
    return Problem(file=file, line=line + first_line, column=column + 1, message=message)


def _closer(error: yaml.YAMLError, text: str) -> yaml.YAMLError:
    """Ask PyYAML's own parser, which words an error the same on every machine."""
    if len(text) <= SLOW:
        try:
            for _event in yaml.parse(text, Loader=yaml.SafeLoader):
                pass
        except yaml.MarkedYAMLError as slower:
            return slower
        except yaml.YAMLError:
            pass
    return error


def _likely(english: str, lines: list[str], line: int) -> tuple[int, int, str] | None:
    """Find the slip behind an error, with its line and column from 0, in that line or before."""
    if "could not find expected ':'" in english:
        for number in (line - 1, line):
            bare = _BARE.match(lines[number]) if 0 <= number < len(lines) else None
            if bare and ":" not in lines[number]:
                return number, bare.end("key"), f"il manque « : » après « {bare['key']} »."
    if "'<scalar>'" in english and (opened := _opened(lines, line)):
        return (*opened, UNCLOSED)
    for number in (line, line - 1):
        text = lines[number] if 0 <= number < len(lines) else ""
        if "could not find expected ':'" in english or "mapping values" in english:
            if glued := _GLUED.match(text):
                return number, glued.end(), "il manque une espace après « : »."
        elif "<block end>" in english and (quoted := _QUOTED.match(text)):
            sign = quoted["sign"]
            closed = text.find(sign, quoted.end())
            if text[closed + 1 :].strip() and closed >= 0:
                return number, closed, _INSIDE[sign]
    return None


def _opened(lines: list[str], line: int) -> tuple[int, int] | None:
    """Find the quote that an earlier line opens and that only the line at fault closes."""
    for number in range(min(line, len(lines)) - 1, max(-1, line - _FAR), -1):
        opened = _QUOTED.match(lines[number])
        if opened and opened["sign"] not in lines[number][opened.end() :]:
            between = lines[number + 1 : line]
            closed = any(opened["sign"] in text for text in between)
            return None if closed else (number, opened.start("sign"))
    return None
