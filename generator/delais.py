"""How many days a check is good for: beyond, the editor is told, then the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import DataError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

AVERTIR = "avertir_apres_jours"
MARQUER = "marquer_apres_jours"


@dataclass(frozen=True, kw_only=True)
class Delais:
    """Hold two ages of a check, in days, as mkdocs.yml says them."""

    avertir: int = 150
    """Older, the editor is told."""
    marquer: int = 180
    """Older, the page says so, by its reader's own day."""

    @classmethod
    def of(cls, options: Mapping[str, object]) -> Delais:
        """Read the options of mkdocs.yml; one left empty has its usual value."""
        problems: list[Problem] = []
        avertir = _days(options, AVERTIR, cls.avertir, problems)
        marquer = _days(options, MARQUER, cls.marquer, problems)
        if avertir > marquer and not problems:
            message = (
                f"{avertir} jours dépassent les {marquer} de « {MARQUER} » : avertissez d'abord,"
                " marquez ensuite."
            )
            problems.append(_problem(AVERTIR, message))
        if problems:
            raise DataError(problems)
        return cls(avertir=avertir, marquer=marquer)


def _days(options: Mapping[str, object], key: str, usual: int, problems: list[Problem]) -> int:
    value = options.get(key)
    # YAML reads « yes » as True, and Python takes True for 1.
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if value is not None:
        message = f"écrivez un nombre entier de jours, 1 au moins (exemple : {usual})."
        problems.append(_problem(key, message))
    return usual


def _problem(key: str, message: str) -> Problem:
    return Problem(file="mkdocs.yml", line=1, column=1, message=f"« {key} » : {message}")
