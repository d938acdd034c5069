"""Dates, numbers and punctuation as French readers expect them."""

from __future__ import annotations

import re
from functools import cache

import phonenumbers

NBSP = "\u00a0"
NARROW = "\u202f"

_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]

_POINTS = [
    "le nord",
    "le nord-est",
    "l’est",
    "le sud-est",
    "le sud",
    "le sud-ouest",
    "l’ouest",
    "le nord-ouest",
]


def date_fr(value: str) -> str:
    """Write "2020-03-06", "2020-03" or "2020" in words; "inconnue" as it is said."""
    if value == "inconnue":
        return f"date{NBSP}inconnue"
    year, *rest = value.split("-")
    words = [_MONTHS[int(rest[0]) - 1], year] if rest else [year]
    if len(rest) > 1:
        day = int(rest[1])
        words.insert(0, "1er" if day == 1 else str(day))
    return NBSP.join(words)


def in_date(value: str) -> str:
    """Write when: "le 6 mars 2020", "en mars 2020", "en 2020", "à une date inconnue"."""
    if value == "inconnue":
        return f"à une {date_fr(value)}"
    return f"{'le' if value.count('-') > 1 else 'en'}{NBSP}{date_fr(value)}"


@cache
def telephone_fr(e164: str) -> str:
    """Write an E.164 number as the French dial it: "01 42 49 49 49"."""
    number = phonenumbers.parse(e164)
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return national.replace(" ", NBSP)


def km_fr(km: float) -> str:
    """Round a distance to the kilometre."""
    if km < 1:
        return f"moins d’1{NBSP}km"
    return f"{round(km):,}{NBSP}km".replace(",", NARROW)


def length_fr(km: float) -> str:
    """Write a short way in metres, a long one in kilometres: "320 m", "1,2 km", "12 km"."""
    if km < 0.001:  # noqa: PLR2004  # a metre
        return f"moins d’1{NBSP}m"
    if km < 0.9995:  # noqa: PLR2004  # rounded, 1 000 m
        return f"{km * 1000:.0f}{NBSP}m"
    return f"{decimal_fr(km)}{NBSP}km" if km < 9.95 else km_fr(km)  # noqa: PLR2004  # 10,0


def towards_fr(degrees: float) -> str:
    """Name the point of the compass nearest to a direction: "vers le nord-est"."""
    return f"vers {_POINTS[round(degrees / 45) % 8]}"


def size_fr(count: int) -> str:
    """Write how much is to be downloaded, in thousands of bytes, rounded up: "640 Ko"."""
    return f"{-(-count // 1000):,}{NBSP}Ko".replace(",", NARROW)


def decimal_fr(number: float) -> str:
    """Write a number with a comma and one decimal."""
    return f"{number:.1f}".replace(".", ",")


def typo(text: str) -> str:
    """Give a text of the YAML its no-break spaces and its apostrophes."""
    text = re.sub(r"[ \u00a0\u202f]?([;!?]+)(?=[\s»)]|$)", NARROW + r"\1", text)
    text = re.sub(r"[ \u00a0\u202f]:(?=\s|$)", NBSP + ":", text)
    text = re.sub(r"«[ \u00a0\u202f]?", "«" + NBSP, text)
    text = re.sub(r"[ \u00a0\u202f]?»", NBSP + "»", text)
    text = re.sub(r"(\d) (?=\d{3}\b|km\b|%)", r"\1" + NBSP, text)
    return text.replace("'", "’")


def joined(words: list[str]) -> str:
    """Join words with commas and a last "et"."""
    return " et ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
