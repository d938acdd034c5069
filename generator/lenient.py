"""An entry of an older file as a value of today's model, whatever today's rules say of it."""

from __future__ import annotations

import re
from math import nan
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import PydanticUndefined

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from generator.events import Value

M = TypeVar("M", bound=BaseModel)


def lenient(model: type[M], entry: Value | None) -> M:
    """Make a value of a model from what an older file holds; never refuse.

    What satisfies today's rules reads as today, so that a telephone written otherwise is the same.
    A text that does not stays as it stood; else what cannot be read is as if it were absent: a
    required text is then "", a required number `nan`, a required list ().
    """
    try:
        return model.model_validate(entry)
    except ValidationError:
        pass
    written = entry if isinstance(entry, dict) else {}
    return model.model_construct(
        **{key: _field(info, written.get(key)) for key, info in model.model_fields.items()}
    )


def _field(info: FieldInfo, written: Value | None) -> Any:  # noqa: ANN401  # what the key holds
    if written is None:
        return _absent(info)
    kind: Any = Annotated[info.annotation, info]
    try:
        return TypeAdapter(kind).validate_python(written)
    except ValidationError:
        found = _mended(info.annotation, written)
        return _absent(info) if found is None else found


def _mended(kind: object, written: Value) -> object:
    """Make of a value what the kind of a key can show; None where it is of another nature."""
    inner, is_list = _model_in(kind), get_origin(kind) is tuple
    match written:
        case list() if is_list and inner:
            return tuple(lenient(inner, one) for one in written if isinstance(one, dict))
        case list() if is_list:
            return tuple(_squeezed(one) for one in written if isinstance(one, str))
        case dict() if inner and not is_list:
            return lenient(inner, written)
        case str() if not inner and kind is not float:
            return (_squeezed(written),) if is_list else _squeezed(written)
    return None


def _absent(info: FieldInfo) -> object:
    kind = info.annotation
    if info.default is not PydanticUndefined:
        return info.default
    if type(None) in get_args(kind):
        return None
    return nan if kind is float else () if get_origin(kind) is tuple else ""


def _model_in(kind: object) -> type[BaseModel] | None:
    """Find the model that a key holds, alone or in a list."""
    for part in (kind, *get_args(kind)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    return None


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
