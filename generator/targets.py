"""Where the links and the pictures of a page of docs/ lead, before anything is built."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from html import unescape
from posixpath import basename, dirname, join, normpath, relpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from pydantic import TypeAdapter, ValidationError

from generator.errors import Problem, shortened
from generator.fields import Adresse
from generator.messages import suggestion
from generator.scalars import placing
from generator.texts import FRONT
from generator.unread import without_code

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

_TARGET = re.compile(
    r"(?<!\\)\]\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)?))"
    # « [Note]: trois mots » is a text.
    r"|^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?P<named>[^\s<>]+)>?(?=[ \t]*(?:[\"'(][^\n]*)?$)"
    r"|<(?P<tag>a|img|source|video|audio)\b[^<>]*?\b(?:href|src|poster)[ \t]*=[ \t]*"
    r"(?P<sign>[\"'])(?P<html>[^\"'<>\n]*)(?P=sign)",
    re.IGNORECASE | re.MULTILINE,
)
_GROUPS = ("angled", "bare", "named", "html")
_PICTURE = re.compile(r"!\[(?P<words>[^\[\]]*)$")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ELSEWHERE = ("mailto:", "tel:", "sms:")
_ADDRESS = TypeAdapter[str](Adresse)
_MARKDOWN = (
    "en HTML, elle part de la page finie : écrivez plutôt « [mots](page.md) ».",
    "en HTML, elle part de la page finie : écrivez plutôt « ![description](images/…) ».",
)
_BACK = 1000
"""Characters that the words of a picture may take."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """Hold where a link or a picture leads, and where that is written."""

    address: str
    line: int
    column: int
    picture: bool = False
    html: bool = False
    """Whether it is written in HTML, which MkDocs leaves as it is."""
    words: str = "-"
    """What stands for the picture where it is not seen."""


def targets(text: str) -> Iterator[Target]:
    """Yield each target of a page's Markdown, in its order."""
    front = FRONT.match(text)
    start = front.end() if front else 0
    place = placing(text)
    body = without_code(text[start:])
    for found in _TARGET.finditer(body):
        group = next(
            name for name in ("angled", "bare", "named", "html") if found[name] is not None
        )
        line, column = place(start + found.start(group))
        before = _PICTURE.search(body, max(0, found.start() - _BACK), found.start())
        drawn = before if group in {"angled", "bare"} else None
        yield Target(
            address=unescape(found[group]).strip(),
            line=line,
            column=column,
            html=group == "html",
            picture=drawn is not None or (found["tag"] or "").lower() == "img",
            words=drawn["words"] if drawn else "-",
        )


@dataclass(frozen=True, kw_only=True)
class Docs:
    """Know the files of the folder docs/ and the pages that the site adds to it."""

    files: Collection[str]
    anchors: Callable[[str], Collection[str] | None]
    """List the parts that a page has, by its name; None where they are not known yet."""

    def faults(self, file: str, uri: str, text: str) -> Iterator[Problem]:
        """Yield each target of a page that leads nowhere."""
        for target in targets(text):
            if message := self._fault(target, uri):
                yield Problem(file=file, line=target.line, column=target.column, message=message)

    def _fault(self, target: Target, uri: str) -> str | None:
        address = target.address
        if target.picture and not target.words.strip():
            return "décrivez l'image entre les crochets : « ![Ce que l'on y voit](…) »."
        if not address:
            return "l'adresse manque entre les parenthèses."
        if address.startswith("//") or _SCHEME.match(address):
            return None if _there(address) else _outside(address)
        path, fragment = _parts(address)
        page = self._page(uri, path, html=target.html) if path else uri
        if page is None:
            return self._absent(target, uri, path)
        known = self.anchors(page) if fragment and "=" not in fragment else None
        if known is None or fragment in {*known, "top"}:
            return None
        hint = suggestion(fragment, sorted(known))
        return f"« {page} » n'a pas de partie « {shortened(fragment)} » ; {hint}"

    def _page(self, uri: str, path: str, *, html: bool) -> str | None:
        """Tell which file of docs/ an address means; None where it is none of them."""
        if path.startswith("/"):
            return None
        if not html:
            page = normpath(join(dirname(uri), path))
            return page if page in self.files else None
        # Browsers start from the folder that MkDocs makes of the page: faq.md is faq/index.html.
        here = re.sub(r"(^|/)index$", "", uri.removesuffix(".md"))
        there = normpath(join(here, path.removesuffix("index.html")))
        tries = [f"{there}.md", normpath(join(there, "index.md"))]
        tries += [there] * (not there.endswith(".md"))
        return next((one for one in tries if one in self.files), None)

    def _absent(self, target: Target, uri: str, path: str) -> str:
        what = (
            "cette image est introuvable" if target.picture else "aucune page n'est à cette adresse"
        )
        hint = _MARKDOWN[target.picture] if target.html else self._hint(uri, path)
        return f"« {shortened(target.address)} » : {what} ; {hint}"

    def _hint(self, uri: str, path: str) -> str:
        if re.match(r"www\.|[\w-]+\.(fr|com|org|eu)\b", path):
            return "pour un autre site, commencez par https://."
        here = dirname(uri)
        meant = normpath(join("" if path.startswith("/") else here, path.lstrip("/")))
        tries = [meant, f"{meant}.md", join(meant, "index.md"), re.sub(r"\.html?$", ".md", meant)]
        by_case = {name.casefold(): name for name in self.files}
        close = [by_case[name.casefold()] for name in tries if name.casefold() in by_case]
        close += sorted(name for name in self.files if basename(name) == basename(meant))
        close += difflib.get_close_matches(meant, self.files, n=1, cutoff=0.85)
        if close:
            return f"vouliez-vous dire « {relpath(close[0], here or '.')} » ?"
        return "vérifiez ce nom, ou ajoutez le fichier dans docs/."


def _parts(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address, ""
    return unquote(parts.path), unquote(parts.fragment)


def _there(address: str) -> bool:
    """Tell whether an address of another site, or of a person, is well made."""
    if address.lower().startswith(_ELSEWHERE):
        return True
    try:
        _ADDRESS.validate_python(address)
    except ValidationError:
        return False
    return True


def _outside(address: str) -> str:
    return f"« {shortened(address)} » : écrivez l'adresse entière, depuis https://, sans espace."
