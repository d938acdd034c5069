"""How many days a check is good for: beyond, the editor is told, then the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import settings
from generator.errors import DataError

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
    def of(cls, options: Mapping[str, object], text: str = "") -> Delais:
        """Read the options of mkdocs.yml; one left empty has its usual value.

        `text` is that of the file, where a fault is placed.
        """
        days: dict[str, int] = {}
        problems = []
        for key, usual in ((AVERTIR, cls.avertir), (MARQUER, cls.marquer)):
            value = options.get(key)
            # YAML reads « yes » as True, and Python takes True for 1.
            if isinstance(value, int) and not isinstance(value, bool) and value > 0:
                days[key] = value
            elif value is None:
                days[key] = usual
            else:
                message = f"écrivez un nombre entier de jours, 1 au moins (exemple : {usual})."
                problems.append(settings.problem(text, key, message))
        if not problems and days[AVERTIR] > days[MARQUER]:
            message = (
                f"{days[AVERTIR]} jours dépassent les {days[MARQUER]} de « {MARQUER} » : avertissez"
                " d'abord, marquez ensuite."
            )
            problems.append(settings.problem(text, AVERTIR, message))
        if problems:
            raise DataError(problems)
        return cls(avertir=days[AVERTIR], marquer=days[MARQUER])
