"""The kinds of value an editor writes, each with its rule and its sentence in French."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

import phonenumbers
from pydantic import AfterValidator, BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.forms import (
    ADRESSE,
    CODE_POSTAL,
    DATE,
    DATE_SOURCE,
    DEGRES,
    FINESS,
    JOUR,
    RESERVED,
    SLUG,
    TELEPHONE,
    TEXTE,
    Form,
)

MAX_TEXT = 1500
# Calling codes of France and of its overseas départements and collectivités.
_FRENCH_CODES = frozenset({33, 262, 508, 590, 594, 596})
# Numbers as they are dialled overseas: read as French ones, some would ring elsewhere
# (national numbering plan, ARCEP: each block of ten thousands belongs to one territory).
_OVERSEAS = {
    "0262": "RE", "0263": "RE", "0692": "RE", "0693": "RE", "0269": "YT", "0639": "YT",
    "0590": "GP", "0690": "GP", "0691": "GP", "0594": "GF", "0694": "GF",
    "0596": "MQ", "0696": "MQ", "0508": "PM",
}  # fmt: skip


def refuse(message: str) -> PydanticCustomError:
    """Make the error that carries a sentence for the editor."""
    return PydanticCustomError("francais", "{message}", {"message": message})


def refuse_key(message: str) -> PydanticCustomError:
    """Make the same, for a sentence that opens with the name of the key."""
    return PydanticCustomError("francais_cle", "{message}", {"message": message})


def _formed(value: str, form: Form) -> str:
    if not re.fullmatch(form.pattern, value):
        raise refuse(form.refusal(value))
    return value


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
    if value in RESERVED:
        raise refuse(f"l'identifiant « {value} » est réservé : choisissez-en un autre.")
    return _formed(value, SLUG)


def finess(value: str) -> str:
    """Check a number of the national register, and write it without spaces."""
    number = compact(_formed(value, FINESS))
    if number.isdigit() and not luhn(number):
        raise refuse(
            f"le numéro FINESS « {value} » est faux : sa clé de contrôle ne correspond pas,"
            " vérifiez chaque chiffre."
        )
    return number


def compact(number: str) -> str:
    """Write a number of the national register as it writes it, whatever spaces are within."""
    return re.sub(r"[ \u00a0\u202f]", "", number).upper()


def luhn(digits: str) -> bool:
    """Check the last figure of a number by Luhn's rule, which FINESS follows."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 * (number > 9) for number in doubled) % 10 == 0  # noqa: PLR2004


def _code_postal(value: str) -> str:
    return _formed(value, CODE_POSTAL)


def telephone(value: str) -> str:
    """Check a French telephone number, and write it as E.164."""
    # Without the form, letters would be dialled as on an old keypad: « URGENCES » is a number.
    plain = re.sub(r"[\u00a0\u202f]", " ", _formed(value, TELEPHONE))
    region = _OVERSEAS.get(re.sub(r"\D", "", plain)[:4], "FR")
    with suppress(phonenumbers.NumberParseException):
        number = phonenumbers.parse(plain, region)
        if number.country_code in _FRENCH_CODES and phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    raise refuse(TELEPHONE.refusal(value))


def _url(value: str) -> str:
    _formed(value, ADRESSE)
    try:
        _ = urlsplit(value).port  # raises ValueError beyond 65535
    except ValueError:
        raise refuse(ADRESSE.refusal(value)) from None
    return value


def _degrees(value: object) -> float:
    if not isinstance(value, str | float):
        raise refuse_key("doit être un nombre de degrés (exemple : 48.87281).")
    text = str(value)
    if not re.fullmatch(DEGRES.pattern, text):
        raise refuse(f"« {text} » {DEGRES.rule}")
    return float(text)


def _date(value: str) -> str:
    _formed(value, DATE)
    try:
        date.fromisoformat(f"{value}-01-01"[: len("AAAA-MM-JJ")])
    except ValueError:
        raise refuse(DATE.refusal(value)) from None
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
    return _formed(value, JOUR)


Texte = Annotated[str, AfterValidator(_given), AfterValidator(_text), WithJsonSchema(TEXTE.schema)]
Slug = Annotated[str, AfterValidator(_given), AfterValidator(_slug), WithJsonSchema(SLUG.schema)]
Finess = Annotated[
    str, AfterValidator(_given), AfterValidator(finess), WithJsonSchema(FINESS.schema)
]
CodePostal = Annotated[
    str, AfterValidator(_given), AfterValidator(_code_postal), WithJsonSchema(CODE_POSTAL.schema)
]
Telephone = Annotated[
    str, AfterValidator(_given), AfterValidator(telephone), WithJsonSchema(TELEPHONE.schema)
]
Adresse = Annotated[
    str, AfterValidator(_given), AfterValidator(_url), WithJsonSchema(ADRESSE.schema)
]
Degres = Annotated[float, BeforeValidator(_degrees), WithJsonSchema(DEGRES.schema)]
DatePartielle = Annotated[
    str, AfterValidator(_given), AfterValidator(_past_date), WithJsonSchema(DATE.schema)
]
DateComplete = Annotated[DatePartielle, AfterValidator(_full_date), WithJsonSchema(JOUR.schema)]
DateSource = Annotated[
    str,
    AfterValidator(_given),
    AfterValidator(_date_or_unknown),
    WithJsonSchema(DATE_SOURCE.schema),
]
Echeance = Annotated[str, AfterValidator(_given), AfterValidator(_date)]
"""A date that may be to come."""
