"""How each kind of value is typed: by it fields.py refuses, and an editor's program warns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

OLDEST = 1990
"""No source of this site is older: a year before is a slip."""
# Pages of the site that live beside the centres' own, and names Windows cannot make a folder of.
RESERVED = ("aux", "com1", "com2", "con", "index", "lpt1", "lpt2", "nul", "prn")

_SPACES = r"[ \u00a0\u202f]*"
_HOST = r"([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]"
_YEAR = "(199[0-9]|[2-9][0-9]{3})"
_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_DATES = f"{_YEAR}(-{_MONTH}(-{_DAY})?)?"


@dataclass(frozen=True, kw_only=True)
class Form:
    """Say what a value looks like in the file, and the sentence for one that does not."""

    name: str
    """What the value is: "le code postal"."""
    rule: str
    """What it must be: "doit avoir 5 chiffres (exemple : 69310)."."""
    pattern: str
    """Of its text; Python, JavaScript and Java all read it so."""
    bare: Mapping[str, Any] = field(default_factory=dict)
    """The JSON Schema of what YAML reads where the quotes are left out: a number."""

    def refusal(self, value: str) -> str:
        """Say what is wrong with a value."""
        return f"{self.name} « {value} » {self.rule}"

    @property
    def schema(self) -> dict[str, Any]:
        """Describe the value as YAML 1.2 reads it; VS Code and Monaco show `errorMessage`."""
        sentence = f"{self.name[0].upper()}{self.name[1:]} {self.rule}"
        kind = ["string", self.bare["type"]] if self.bare else "string"
        return {**self.bare, "type": kind, "pattern": self.pattern, "errorMessage": sentence}


TEXTE = Form(
    name="le texte",
    rule="doit être écrit en clair, sans « < », « > » ni « &...; », au besoin entre guillemets.",
    pattern=r"^(?![\s\S]*&\w+;)\s*[^\s<>][^<>]*$",
    bare={"type": "number"},
)
SLUG = Form(
    name="l'identifiant",
    rule="doit être en minuscules sans accent, chiffres et tirets, 60 au plus"
    " (exemple : lyon-sud).",
    pattern=rf"^(?!({'|'.join(RESERVED)})$)(?=.{{1,60}}$)[a-z0-9]+(-[a-z0-9]+)*$",
    bare={"type": "integer", "minimum": 0},
)
FINESS = Form(
    name="le numéro FINESS",
    rule="doit avoir 9 caractères (exemple : 750100075).",
    pattern=rf"^{_SPACES}([0-9]{_SPACES}[0-9]|2{_SPACES}[ABab]){_SPACES}([0-9]{_SPACES}){{7}}$",
    bare={"type": "integer", "minimum": 100_000_000, "maximum": 999_999_999},
)
CODE_POSTAL = Form(
    name="le code postal",
    rule="doit avoir 5 chiffres (exemple : 69310).",
    pattern="^[0-9]{5}$",
    bare={"type": "integer", "minimum": 10_000, "maximum": 99_999},
)
# Which numbers the numbering plan knows, only phonenumbers can tell: nine figures at least.
TELEPHONE = Form(
    name="le téléphone",
    rule="n'est pas un numéro français complet (exemple : 01 42 49 49 49).",
    pattern=r"^([+ .()/\u00a0\u202f-]*[0-9]){9,}[+ .()/\u00a0\u202f-]*$",
    bare={"type": "number"},
)
ADRESSE = Form(
    name="l'adresse",
    rule="doit commencer par https:// ou http://, sans espace (exemple : https://www.aphp.fr).",
    pattern=rf"""^[Hh][Tt][Tt][Pp][Ss]?://{_HOST}(:[0-9]{{0,5}})?([/?#][^\s<>"'`\\^{{|}}]*)?$""",
)
DEGRES = Form(
    name="la valeur",
    rule="n'est pas un nombre de degrés avec un point (exemple : 48.87281).",
    pattern=r"^-?[0-9]{1,3}(\.[0-9]+)?$",
    bare={"type": "number", "minimum": -180, "maximum": 180},
)
DATE = Form(
    name="la date",
    rule="doit exister et s'écrire AAAA, AAAA-MM ou AAAA-MM-JJ (exemple : 2020-03-06).",
    pattern=f"^{_DATES}$",
    bare={"type": "integer", "minimum": OLDEST, "maximum": 9999},
)
JOUR = Form(
    name="la date",
    rule="doit avoir un jour (exemple : 2026-11-22).",
    pattern=f"^{_YEAR}-{_MONTH}-{_DAY}$",
)
DATE_SOURCE = Form(
    name="la date",
    rule="doit exister et s'écrire AAAA, AAAA-MM, AAAA-MM-JJ ou « inconnue ».",
    pattern=f"^(inconnue|{_DATES})$",
    bare=DATE.bare,
)
