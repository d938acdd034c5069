"""What an editor is told of the addresses that were asked, as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.french import NBSP, date_fr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from generator.adresses import Mention
    from generator.reponses import Answer, Verdict

_HEADINGS: dict[Verdict, str] = {
    "morte": "Mortes : remplacez-les, ou retirez-les avec ce qu'elles seules disaient",
    "demenagee": "Déménagées : ouvrez la nouvelle adresse, puis écrivez-la",
    "a_regarder": "À regarder : ouvrez-les vous-même, un programme ne peut pas en juger",
}
_COUNTED: dict[Verdict, tuple[str, str]] = {
    "vivante": ("répond", "répondent"),
    "morte": ("morte", "mortes"),
    "demenagee": ("déménagée", "déménagées"),
    "a_regarder": ("à regarder", "à regarder"),
}


def lines(mentions: Sequence[Mention], answers: Mapping[str, Answer], today: date) -> Iterator[str]:
    """Yield what is to be mended, each address with every place where it is written."""
    yield f"# Liens au {date_fr(today.isoformat()).replace(NBSP, ' ')}"
    yield from ("", _counted(answers))
    for verdict, heading in _HEADINGS.items():
        found = {url: answer for url, answer in answers.items() if answer.verdict == verdict}
        if found:
            yield from ("", f"## {heading}", "")
        for url, answer in found.items():
            yield f"- <{url}> {_said(answer)}"
            yield from (f"  - {mention}" for mention in mentions if mention.url == url)


def _said(answer: Answer) -> str:
    if answer.verdict == "demenagee":
        # Another site wrote it: nothing in it may end the address.
        moved = re.sub(r"""[\s<>"'`\\]""", lambda sign: quote(sign[0]), answer.said)
        return f"a déménagé vers <{moved}>"
    return f": {answer.said}"


def _counted(answers: Mapping[str, Answer]) -> str:
    verdicts = [answer.verdict for answer in answers.values()]
    told = [
        f"{number} {words[number > 1]}"
        for verdict, words in _COUNTED.items()
        if (number := verdicts.count(verdict))
    ]
    asked = f"{len(verdicts)} adresse{'s' * (len(verdicts) > 1)}"
    return f"{asked} : {', '.join(told)}." if told else "Aucune adresse d'un autre site."
