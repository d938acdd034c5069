"""The kinds of value an editor writes, each with its rule and its sentence in French."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

import phonenumbers
from pydantic import AfterValidator, BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

MAX_TEXT = 1500
OLDEST = 1990
"""No source of this site is older: a year before is a slip."""
# Pages of the site that live beside the centres' own, and names Windows cannot make a folder of.
RESERVED = frozenset({"index", "aux", "con", "nul", "prn", "com1", "com2", "lpt1", "lpt2"})
# Calling codes of France and of its overseas départements and collectivités.
_FRENCH_CODES = frozenset({33, 262, 508, 590, 594, 596})
# Numbers as they are dialled overseas: read as French ones, some would ring elsewhere
# (national numbering plan, ARCEP: each block of ten thousands belongs to one territory).
_OVERSEAS = {
    "0262": "RE", "0263": "RE", "0692": "RE", "0693": "RE", "0269": "YT", "0639": "YT",
    "0590": "GP", "0690": "GP", "0691": "GP", "0594": "GF", "0694": "GF",
    "0596": "MQ", "0696": "MQ", "0508": "PM",
}  # fmt: skip
_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_FINESS = re.compile(r"([0-9]{2}|2[AB])[0-9]{7}")
_NAME = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)


def refuse(message: str) -> PydanticCustomError:
    """Make the error that carries a sentence for the editor."""
    return PydanticCustomError("francais", "{message}", {"message": message})


def refuse_key(message: str) -> PydanticCustomError:
    """Make the same, for a sentence that opens with the name of the key."""
    return PydanticCustomError("francais_cle", "{message}", {"message": message})


def _given(value: str) -> str:
    if not value.strip():
        raise refuse_key("est vide : écrivez une valeur, ou supprimez la ligne si on ne sait pas.")
    return value


def _text(value: str) -> str:
    clean = re.sub(r"[ \t\n]+", " ", value).strip(" ")
    if len(clean) > MAX_TEXT:
        raise refuse_key(f"dépasse {MAX_TEXT} caractères : raccourcissez le texte.")
    if "<" in clean or ">" in clean:
        raise refuse_key("contient « < » ou « > » : écrivez un texte simple, sans balise.")
    if entity := re.search(r"&\w+;", clean):
        raise refuse_key(f"contient « {entity[0]} » : écrivez la lettre elle-même.")
    return clean


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > 60:  # noqa: PLR2004
        raise refuse(
            f"l'identifiant « {value} » doit être en minuscules sans accent, chiffres et tirets,"
            " 60 au plus (exemple : lyon-sud)."
        )
    if value in RESERVED:
        raise refuse(f"l'identifiant « {value} » est réservé : choisissez-en un autre.")
    return value


def _finess(value: str) -> str:
    compact = re.sub(r"[ \u00a0\u202f]", "", value).upper()
    if not _FINESS.fullmatch(compact):
        raise refuse(f"le numéro FINESS « {value} » doit avoir 9 caractères (exemple : 750100075).")
    if compact.isdigit() and not luhn(compact):
        raise refuse(
            f"le numéro FINESS « {value} » est faux : sa clé de contrôle ne correspond pas,"
            " vérifiez chaque chiffre."
        )
    return compact


def luhn(digits: str) -> bool:
    """Check the last figure of a number by Luhn's rule, which FINESS follows."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 * (number > 9) for number in doubled) % 10 == 0  # noqa: PLR2004


def _code_postal(value: str) -> str:
    if not re.fullmatch(r"[0-9]{5}", value, re.ASCII):
        raise refuse(f"le code postal « {value} » doit avoir 5 chiffres (exemple : 69310).")
    return value


def _telephone(value: str) -> str:
    plain = re.sub(r"[\u00a0\u202f]", " ", value)
    # Without this, letters would be dialled as on an old keypad: « URGENCES » is a number.
    if re.fullmatch(r"[+0-9 .()/-]+", plain):
        region = _OVERSEAS.get(re.sub(r"\D", "", plain)[:4], "FR")
        with suppress(phonenumbers.NumberParseException):
            number = phonenumbers.parse(plain, region)
            if number.country_code in _FRENCH_CODES and phonenumbers.is_valid_number(number):
                return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    raise refuse(
        f"le téléphone « {value} » n'est pas un numéro français complet (exemple : 01 42 49 49 49)."
    )


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        plain = parts.scheme in {"http", "https"} and "@" not in parts.netloc
        name = parts.hostname or ""
        _ = parts.port  # raises ValueError where it is no port
    except ValueError:
        plain, name = False, ""
    if not plain or not _NAME.fullmatch(name) or re.search(r"[\s<>\"'`\\^{|}]", value):
        raise refuse(
            f"l'adresse « {value} » doit commencer par https:// ou http://, sans espace"
            " (exemple : https://www.aphp.fr)."
        )
    return value


def _degrees(value: object) -> float:
    if not isinstance(value, str | float):
        raise refuse_key("doit être un nombre de degrés (exemple : 48.87281).")
    text = str(value)
    if not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]+)?", text, re.ASCII):
        raise refuse(
            f"« {text} » n'est pas un nombre de degrés avec un point (exemple : 48.87281)."
        )
    return float(text)


def _date(value: str) -> str:
    found = _PARTIAL_DATE.fullmatch(value)
    try:
        if found is None:
            raise ValueError  # noqa: TRY301
        year, month, day = (int(part or 1) for part in found.groups())
        date(year, month, day)
        if year < OLDEST:
            raise ValueError  # noqa: TRY301
    except ValueError:
        raise refuse(
            f"la date « {value} » doit exister et s'écrire AAAA, AAAA-MM ou AAAA-MM-JJ"
            " (exemple : 2020-03-06)."
        ) from None
    return value


def _past_date(value: str, info: ValidationInfo) -> str:
    _date(value)
    today: date = (info.context or {}).get("today", date.max)
    if value > today.isoformat()[: len(value)]:
        raise refuse(f"la date « {value} » est dans le futur : vérifiez-la.")
    return value


def _date_or_unknown(value: str, info: ValidationInfo) -> str:
    return value if value == "inconnue" else _past_date(value, info)


def _full_date(value: str) -> str:
    if len(value) != len("AAAA-MM-JJ"):
        raise refuse(f"la date « {value} » doit avoir un jour (exemple : 2026-11-22).")
    return value


Texte = Annotated[str, AfterValidator(_given), AfterValidator(_text)]
Slug = Annotated[str, AfterValidator(_given), AfterValidator(_slug)]
Finess = Annotated[str, AfterValidator(_given), AfterValidator(_finess)]
CodePostal = Annotated[str, AfterValidator(_given), AfterValidator(_code_postal)]
Telephone = Annotated[str, AfterValidator(_given), AfterValidator(_telephone)]
Adresse = Annotated[str, AfterValidator(_given), AfterValidator(_url)]
Degres = Annotated[float, BeforeValidator(_degrees)]
DatePartielle = Annotated[str, AfterValidator(_given), AfterValidator(_past_date)]
DateComplete = Annotated[DatePartielle, AfterValidator(_full_date)]
DateSource = Annotated[str, AfterValidator(_given), AfterValidator(_date_or_unknown)]
Echeance = Annotated[str, AfterValidator(_given), AfterValidator(_date)]
"""A date that may be to come."""
