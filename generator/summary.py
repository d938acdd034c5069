"""What changes for visitors, told in French: Markdown for a comment of GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cards import GROUPES, group_title
from generator.changes import compare
from generator.comment import code, plain
from generator.edition import GLOSSARY, HISTORY, LIST, PAGES
from generator.french import date_fr, typo
from generator.shown import CENTRE, CENTRE_LISTS, address, worded
from generator.wording import INDENT, lines, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.centres import Centre, Retrait
    from generator.changes import Change, Changes
    from generator.edition import Edition, Page
    from generator.glossary import Terme
    from generator.historique import Changement

MARK = "<!-- ce-qui-change -->"
"""The first line, by which a program finds the comment that it wrote before."""
NOTHING = "Rien ne change pour les visiteurs."
OTHERS = 8
"""How many files that are not compared are named."""

_MADE_FROM = ("data/", "docs/", "generator/", "mkdocs.yml", "requirements.txt")
_KEEP = "Un centre ne s'efface pas : remettez-le, avec « retire » (voir CONTRIBUTING.md)."
_IN_CARD = ("groupe", "adresse", "telephone")


def summary(old: Edition, new: Edition, since: str, touched: Iterable[str]) -> Iterator[str]:
    """Yield the lines that tell what a visitor will see differently.

    `since` names the old edition ("du 28 novembre 2026"); `touched` names every file that differs.
    """
    changes = compare(old, new)
    unread, others = list(_unread(old)), list(filter(_is_other, touched))
    yield MARK
    if not (changes or unread or others):
        yield NOTHING
        return
    yield from ("## Ce qui change pour les visiteurs", "", f"Comparé à la version {since}.")
    for sentence in unread:
        yield from ("", sentence)
    if changes:
        yield from _sections(changes)
    elif not unread:
        yield from ("", "Rien ne change dans la liste, les pages et le glossaire.")
    if others:
        yield from ("", _named(others))


def cut(whole: Sequence[str], most: int) -> list[str]:
    """Keep the first lines, as many as `most` characters hold, and say how many are left out."""
    kept: list[str] = []
    left = most
    for line in whole:
        left -= len(line) + 1
        if left < 0:
            rest = len(whole) - len(kept)
            return [
                *kept,
                "",
                f"Et {rest} ligne{'s' * (rest > 1)} de plus : le texte est trop long.",
            ]
        kept.append(line)
    return kept


def _unread(old: Edition) -> Iterator[str]:
    if old.centres is None:
        yield "La liste de cette version ne peut pas être lue : les centres ne sont pas comparés."
    elif not old.centres and old.liste is None:
        yield "Cette version n'avait pas de liste : tous les centres comptent comme ajoutés."
    if old.termes is None:
        yield "Le glossaire de cette version ne peut pas être lu : il n'est pas comparé."


def _is_other(file: str) -> bool:
    """Tell whether the site is made from a file that is not compared here."""
    is_page = file.startswith(PAGES) and file.endswith(".md")
    return file.startswith(_MADE_FROM) and file not in {LIST, GLOSSARY, HISTORY} and not is_page


def _named(files: list[str]) -> str:
    names = ", ".join(map(code, files[:OTHERS]))
    more = f" et {len(files) - OTHERS} de plus" if len(files) > OTHERS else ""
    return (
        "D'autres fichiers dont le site est fait changent aussi, et ce résumé ne dit pas ce"
        f" qu'ils changent : {names}{more}."
    )


def _sections(changes: Changes) -> Iterator[str]:
    if changes.counts:
        yield from ("", " ".join(_counts(changes)))
    sections = {
        "Centres": (line for change in changes.centres for line in _centre(change)),
        "En tête de la liste": lines(changes.liste),
        "Pages": (line for change in changes.pages for line in _page(change)),
        "Glossaire": (line for change in changes.termes for line in _terme(change)),
        "Page « Ce qui a changé »": map(_noted, changes.changements),
    }
    for title, told in sections.items():
        if written := list(told):
            yield from ("", f"### {title}", "", *written)


def _counts(changes: Changes) -> Iterator[str]:
    if "" in changes.counts:
        before, now = changes.counts[""]
        yield f"La liste passe de {before} à {now} centre{'s' * (now > 1)}."
    for groupe in GROUPES:
        before, now = changes.counts.get(groupe, (0, 0))
        if before == now:
            continue
        old, new = (f"« {group_title(groupe, count)} »" for count in (before, now))
        if before and now:
            yield f"{old} devient {new}."
        else:
            yield f"{new} apparaît." if now else f"{old} disparaît."


def _centre(change: Change[Centre]) -> Iterator[str]:
    old, new = change.old, change.new
    if new is None:
        if old is not None:
            yield f"- Effacé du fichier : **{plain(old.nom_et_ville)}**. {_then(old, change.heir)}"
        return
    title = f"**{plain(new.nom_et_ville)}** ({code(CENTRE['id'](new))})"
    if old is None:
        withdrawn = f", mais retiré de la liste{_withdrawn(new.retire)}" if new.retire else ""
        yield f"- Ajouté{withdrawn} : {title}"
        yield from (f"{INDENT}- {line}" for line in _card(new))
    elif new.retire and not old.retire:
        yield f"- Retiré de la liste{_withdrawn(new.retire)} : {title}. Sa page reste, et le dit."
    elif old.retire and not new.retire:
        yield f"- Remis dans la liste : {title}"
    else:
        yield f"- {title}"
    yield from (INDENT + line for line in lines(change.details))


def _then(old: Centre, heir: Centre | None) -> str:
    """Say what the address of a hospital that is gone does now."""
    at = code(CENTRE["id"](old))
    if heir is None:
        return f"**Attention** : l'adresse {at} répondra 404. {_KEEP}"
    return f"Son adresse {at} mène à **{plain(heir.nom_et_ville)}**."


def _withdrawn(retire: Retrait) -> str:
    return f" ({worded(date_fr, retire.le)}, motif : « {plain(typo(retire.motif))} »)"


def _card(centre: Centre) -> Iterator[str]:
    """Yield what a new hospital's card says."""
    for key in _IN_CARD:
        yield said(key, CENTRE[key](centre))
    for key in ("publics", "maladies"):
        yield said(key, ", ".join(CENTRE_LISTS[key](centre)))


def _page(change: Change[Page]) -> Iterator[str]:
    page = change.new or change.old
    if page is None:
        return
    title, at = f"**{plain(typo(page.head.titre) or page.uri)}**", code(address(page.uri))
    if change.new is None:
        yield f"- Supprimée : {title}. **Attention** : l'adresse {at} répondra 404."
    elif change.old is None:
        yield f"- Ajoutée : {title} ({at})"
    else:
        yield f"- {title} ({at})"
        yield from (INDENT + line for line in lines(change.details))


def _terme(change: Change[Terme]) -> Iterator[str]:
    if change.new is None:
        if change.old is not None:
            yield f"- Retiré : **{plain(typo(change.old.terme))}**, que les pages n'expliquent plus"
        return
    title = f"**{plain(typo(change.new.terme))}**"
    if change.old is None:
        yield f"- Ajouté : {title}, « {plain(typo(change.new.definition))} »"
    else:
        yield f"- {title}"
        yield from (INDENT + line for line in lines(change.details))


def _noted(change: Change[Changement]) -> str:
    one = change.new or change.old
    day = plain(worded(date_fr, one.le)) if one else ""
    return f"- {'Ajouté' if change.new else 'Ôté'} : changement du {day}"
