"""What an editor is told of what is due: one line after a build, or all of it as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.echeances import days_since
from generator.french import NBSP, date_fr, in_date, telephone_fr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.choices import Nature
    from generator.echeances import Due, DueCentre, DueFacts

COMMAND = "python -m generator a-verifier"
NOTHING = "Rien n'est à vérifier, aucune page n'est à réviser."
_WHOSE: dict[Nature, str] = {
    "etablissement": "l'hôpital lui-même ({editeur})",
    "descar_t": "une page du registre DESCAR-T",
    "presse": "la presse ({editeur})",
    "publication": "une publication scientifique",
    "finess": "le registre FINESS",
    "autre": "une autre page ({editeur})",
}
_ONCE_CHECKED = """\
## Après une vérification

Sous le centre, dans {file}, collez ce bloc, ou changez celui qui y est. Écrivez votre nom après
« par: » et, entre les crochets, les seuls faits que vous avez vérifiés, séparés par des virgules.

```yaml
    verifie:
      le: {day}
      par:
      quoi: []
```"""


def reminder(due: Due) -> str | None:
    """Say in a line how much is due; None where nothing is."""
    told = ", ".join(_counts(due))
    return f"À vérifier : {told} ({COMMAND})." if told else None


def lines(due: Due, file: str, today: date) -> Iterator[str]:
    """Yield all that is due, and what to paste into the list's file once it is checked today."""
    yield f"# À vérifier au {_plain(date_fr(due.day.isoformat()))}"
    told = ", ".join(_counts(due))
    yield from ("", f"{told[0].upper()}{told[1:]}." if told else NOTHING)
    if due.centres:
        yield from ("", "## Centres, le fait le plus ancien d'abord", "")
        yield "Ce qui n'est pas dit « vérifié » ne l'a jamais été."
        for one in due.centres:
            yield from ("", *_centre(one, due, file))
    if due.pages:
        yield from ("", "## Pages à réviser", "")
        yield from (f"- {page} : {_planned(planned, due.day)}" for page, planned in due.pages)
    if due.unread:
        yield from ("", "## Pages sans relecture médicale", "")
        yield (
            f"« relu_par » est vide dans {_counted(len(due.unread), 'page', 'pages')}"
            f" sur {due.texts}."
        )
    if due.centres:
        yield from ("", *_ONCE_CHECKED.format(file=file, day=today).splitlines())


def _counts(due: Due) -> Iterator[str]:
    facts, hospitals = due.never
    if facts:
        told = _counted(facts, "fait jamais vérifié", "faits jamais vérifiés")
        yield f"{told} dans {_counted(hospitals, 'centre', 'centres')}"
    if old := due.old_checks:
        told = _counted(old, "vérification", "vérifications")
        yield f"{told} de plus de {due.delais.avertir} jours"
    if pages := len(due.pages):
        yield _counted(pages, "page à réviser", "pages à réviser")


def _centre(one: DueCentre, due: Due, file: str) -> Iterator[str]:
    centre = one.centre
    yield f"### {centre.nom_et_ville}"
    yield from ("", f"- {file}:{one.line}, « {centre.id} »")
    if centre.telephone:
        yield f"- appeler le {_plain(telephone_fr(centre.telephone))}"
    else:
        yield "- téléphone non renseigné"
    for facts in one.facts:
        yield f"- {', '.join(facts.faits)} : {_known(facts, due)}"
        yield f"  <{facts.source.url}>"


def _known(facts: DueFacts, due: Due) -> str:
    if facts.check is None:
        whose = _WHOSE[facts.source.nature].format(editeur=facts.source.editeur)
        return f"{whose}, {_plain(date_fr(facts.source.date))}"
    days = days_since(facts.check, due.day)
    marked = " (la page le dit)" if days > due.delais.marquer else ""
    when = _plain(in_date(facts.check.le))
    return f"vérifié {when} par {facts.check.par}, il y a {days} jours{marked}"


def _planned(planned: str, day: date) -> str:
    """Say when a page is to be read again, and whether all of that time is over."""
    today = day.isoformat()
    past = ", date passée : la page le dit" if today[: len(planned)] > planned else ""
    return f"révision prévue {_plain(in_date(planned))}{past}"


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {several if number > 1 else one}"


def _plain(text: str) -> str:
    """Write for the command line, where no line is broken for the reader."""
    return text.replace(NBSP, " ")
