"""What pydantic finds wrong, said in French at its place in the YAML."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from generator.errors import LONGEST, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic_core import ErrorDetails

    from generator.document import Document
    from generator.errors import Problem
    from generator.events import Path

_KINDS = {
    "dict_type": "un groupe de clés",
    "list_type": "une liste",
    "literal_error": "un texte",
    "model_attributes_type": "un groupe de clés",
    "model_type": "un groupe de clés",
    "string_type": "un texte",
    "tuple_type": "une liste",
}
MANY = 25
"""Words that a message names, at most: a hospital has 22 keys."""
_RENAMED = {"description": "objectif", "mise_a_jour": "verifie_le", "relecture": "relu_par"}
"""Keys that a page of docs/ had, and what they are called now."""


def problems_of(
    error: ValidationError, model: type[BaseModel], document: Document, path: Path, subject: str
) -> Iterator[Problem]:
    """Yield each fault of the value at `path`, which `subject` names ("centre « nice »")."""
    details = error.errors(include_url=False)
    for detail in details:
        loc = detail["loc"]
        # A list all of whose items are wrong is not empty as well.
        if detail["type"] == "too_short" and any(
            other["loc"][:-1][: len(loc)] == loc and other is not detail for other in details
        ):
            continue
        who = _subject(subject, loc)
        sentence = _sentence(detail, _model_at(model, loc), model)
        if isinstance(seen := detail["input"], str) and len(seen) > LONGEST:
            sentence = sentence.replace(seen, shortened(seen))
        place = (*path, *loc)
        if detail["type"] == "missing":
            yield document.problem(place[:-1], f"{who} : {sentence}")
        else:
            yield document.problem(
                place, f"{who} : {sentence}", at_key=detail["type"] == "extra_forbidden"
            )


def suggestion(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest known word was meant, or name them all where they are not many."""
    known = list(known)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.7)
    if close:
        return f"vouliez-vous dire « {close[0]} » ?"
    return f"possibles : {', '.join(known)}." if len(known) <= MANY else "vérifiez ce nom."


def example(model: type[BaseModel], key: str) -> Any:  # noqa: ANN401  # whatever YAML can hold
    """Return the model's own example of a key's value: the last one, which shows its form."""
    return (model.model_fields[key].examples or [""])[-1]


def _subject(subject: str, loc: tuple[int | str, ...]) -> str:
    match loc:
        case ("sources", int(number), *_):
            return f"{subject}, source {number + 1}"
        case (("verifie" | "retire" | "relu_par") as group, _, *_):
            return f"{subject}, {group}"
    return subject


def _model_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> type[BaseModel]:
    """Find the model whose key is the last name of `loc`."""
    for name in loc[:-1]:
        field = model.model_fields.get(str(name))
        inner = next(iter(_models(field.annotation)), None) if field else None
        model = inner or model
    return model


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _sentence(detail: ErrorDetails, model: type[BaseModel], top: type[BaseModel]) -> str:
    context: Mapping[str, Any] = detail.get("ctx", {})
    names = [str(part) for part in detail["loc"] if isinstance(part, str)]
    key, seen = (names or [""])[-1], detail["input"]
    empty = isinstance(seen, str) and not seen.strip()
    if empty and key in model.model_fields and model.model_fields[key].is_required():
        return f"« {key} » est vide, et obligatoire : écrivez-le{_shown(key, example(model, key))}."
    match detail["type"]:
        case "francais":
            text = str(context["message"])
        case "francais_cle":
            text = f"« {key} » {context['message']}"
        case "missing":
            empty = None in (model.model_fields[key].examples or ())
            hint = " : écrivez-la, même vide" if empty else _shown(key, example(model, key))
            text = f"la clé « {key} » manque{hint}."
        case "extra_forbidden" if _RENAMED.get(key) in model.model_fields:
            text = f"« {key} » s'appelle maintenant « {_RENAMED[key]} » : changez ce nom."
        case "extra_forbidden" if key in top.model_fields and model is not top:
            text = f"« {key} » est une clé du centre : alignez-la sur « sources »."
        case "extra_forbidden":
            text = f"clé inconnue « {shortened(key)} » ; {suggestion(key, model.model_fields)}"
        case "literal_error" if isinstance(seen, str):
            known = re.findall("'([^']+)'", context["expected"])
            glued = seen.split()
            apart = len(glued) > 1 and set(glued) <= set(known)
            hint = "séparez les valeurs par une virgule." if apart else suggestion(seen, known)
            text = f"« {seen} » n'est pas une valeur de « {key} » ; {hint}"
        case "too_short":
            text = f"« {key} » est vide{_shown(key, example(model, key))}."
        case kind:
            wanted = example(model, key) if detail["loc"][-1:] == (key,) else ""
            name = f"« {key} »" if key else "l'en-tête"
            item = " (un des éléments)" if key and detail["loc"][-1:] != (key,) else ""
            text = f"{name}{item} doit être {_KINDS.get(kind, 'autre chose')}{_shown(key, wanted)}."
    return text


def _shown(key: str, wanted: object) -> str:
    return f" (exemple : {_yaml(key, wanted)})" if wanted else ""


def _yaml(key: str, value: object) -> str:
    """Write a key and its example on one line, as the editor would."""
    match value:
        case list() if value and isinstance(value[0], dict):
            return f"{key}: une liste, voir CONTRIBUTING.md"
        case list():
            return f"{key}: [{', '.join(value)}]"
        case dict():
            return f"{key}: {{{', '.join(_yaml(name, inner) for name, inner in value.items())}}}"
    quoted = str(value).isdigit() or str(value).startswith("0")
    return f'{key}: "{value}"' if quoted else f"{key}: {value}"
