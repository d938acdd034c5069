"""What MkDocs complains of, said in French with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import Problem
from generator.scalars import placing
from generator.settings import FILE

if TYPE_CHECKING:
    from pathlib import Path

_LINK = re.compile(
    r"Doc file '(?P<page>.+?)' contains (?:a|an absolute|an unrecognized relative) link"
    r" '(?P<link>.+?)'(?:,| to) (?P<fault>.*?)(?: Did you mean '(?P<meant>.+)'\?)?",
    re.DOTALL,
)
_MENU = re.compile(r"A reference to '(?P<link>.+)' is included in the 'nav' configuration, .*")
_LEFT_OUT = "The following pages exist in the docs directory, but are not included"
_SETTING = re.compile(r"Config value '(?P<key>.+?)': (?P<fault>.*)", re.DOTALL)
_OPTION = re.compile(r"Plugin '\w+' option '(?P<key>\w+)': Expected type: <class 'str'>.*")
_UNKNOWN = re.compile(
    r"(?:Plugin '\w+' value '\w+': )?Unrecognised configuration name: (?P<key>.+)"
)


def problems_of(message: str, root: Path) -> list[Problem]:
    """Say in French what a message of MkDocs means; nothing where it is not known.

    `root` is the folder of mkdocs.yml, where the files are looked into for the places.
    """
    if found := _LINK.fullmatch(message):
        page, link = f"docs/{found['page']}", found["link"]
        return [_problem(root, page, f"({link}", _link_fault(link, found), skip=1)]
    if found := _MENU.fullmatch(message):
        told = f"« {found['link']} » n'est pas une page du site : corrigez le menu (nav)."
        return [_problem(root, FILE, found["link"], told)]
    if message.startswith(_LEFT_OUT):
        told = f"cette page n'est pas dans le menu : ajoutez-la dans {FILE}, sous « nav »."
        names = [line.removeprefix("  - ") for line in message.splitlines()[1:]]
        return [_problem(root, f"docs/{name}", "", told) for name in names]
    if found := _SETTING.fullmatch(message):
        return [_setting_problem(root, found["key"], found["fault"])]
    return []


def _setting_problem(root: Path, key: str, fault: str) -> Problem:
    """Place what MkDocs says of a key of mkdocs.yml."""
    if option := _OPTION.fullmatch(fault):
        key, fault = option["key"], "écrivez un texte, entre guillemets."
    elif unknown := _UNKNOWN.fullmatch(fault):
        key, fault = unknown["key"], "cette clé n'existe pas ; corrigez-la ou supprimez-la."
    return _problem(root, FILE, f"{key}:", f"« {key} » : {fault}")


def _link_fault(link: str, found: re.Match[str]) -> str:
    if "anchor" in found["fault"]:
        told = "la page existe, mais non l'ancre que demande"
    elif link.startswith("/"):
        told = "il faut partir de cette page, sans « / » au début, dans"
    else:
        told = "aucune page, aucun fichier ne répond à"
    hint = f" ; peut-être « {found['meant']} »" if found["meant"] else ""
    return f"{told} « {link} »{hint}."


def _problem(root: Path, file: str, sought: str, message: str, *, skip: int = 0) -> Problem:
    """Place a message where a text first stands in a file; at its head where it is not found."""
    try:
        text = (root / file).read_text("utf-8")
    except (OSError, ValueError):
        text = ""
    at = max(0, text.find(sought)) + (skip if sought in text else 0)
    line, column = placing(text)(at)
    return Problem(file=file, line=line, column=column, message=message)
