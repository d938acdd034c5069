"""JSON read an element at a time is what JSON read at once is."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import elements as module
from generator.elements import BrokenJsonError, elements

VALUES = st.recursive(
    st.none() | st.booleans() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


@given(
    st.dictionaries(st.text(max_size=5), VALUES, max_size=5),
    st.integers(1, 40),
    st.sampled_from([None, 2]),
)
def test_members_come_as_json_has_them_however_the_text_is_cut(
    document: dict[str, object], step: int, indent: int | None
) -> None:
    text = json.dumps(document, indent=indent, ensure_ascii=indent is None)
    expected = [
        (name, element)
        for name, value in document.items()
        for element in (value if isinstance(value, list) else [value])
    ]
    stream = io.StringIO(text)
    assert list(elements(lambda _size: stream.read(step))) == expected


def test_a_number_cut_between_two_readings_is_whole() -> None:
    parts = iter(['{"a": 12', '34, "b": -0.', "5e3}", ""])
    assert list(elements(lambda _size: next(parts))) == [("a", "1234"), ("b", "-0.5e3")]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"a"', '{"a": 1', '{"a": [1', '{"a": [1 2]}', '{"a": 1,}', '{"a": 1} x',
     "{1: 2}", '{"a": [1}', '{"a": "' + "x" * 99, '{"a": ' + "[" * 100_000],
)  # fmt: skip
def test_what_is_no_whole_object_is_told(text: str) -> None:
    with pytest.raises(BrokenJsonError):
        list(elements(io.StringIO(text).read))


def test_an_element_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 100)
    monkeypatch.setattr(module, "MAX_ELEMENT", 1000)
    read = 0

    def more(size: int) -> str:
        nonlocal read
        read += size
        return '{"a": "'.ljust(size, "x") if read == size else "x" * size

    with pytest.raises(BrokenJsonError):
        list(elements(more))
    assert read < 5000
