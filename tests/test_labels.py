"""Names beside marks."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.labels import Box, Label, box_of, placed

SIZE = (344.0, 320.0)
NAMED = st.lists(
    st.tuples(
        st.text("abcdefghij", min_size=3, max_size=18),
        st.tuples(st.floats(13, 330), st.floats(13, 300)),
    ),
    max_size=20,
)


def test_a_name_stands_to_the_right_of_its_mark_where_there_is_room() -> None:
    assert placed([("Lille", (100, 100))], SIZE) == [Label(text="Lille", x=11, y=4, anchor="start")]


def test_a_name_goes_to_the_left_at_the_right_edge() -> None:
    assert placed([("Nice", (330, 100))], SIZE) == [Label(text="Nice", x=-11, y=4, anchor="end")]


def test_a_name_is_written_once() -> None:
    first, second = placed([("Lyon", (100, 100)), ("Lyon", (200, 200))], SIZE)
    assert first
    assert second is None


def test_a_name_with_less_choice_chooses_first() -> None:
    wall = Box(left=0, top=130, right=344, bottom=320)
    crowded, free = ("Angers", (120.0, 121.0)), ("Rennes", (80.0, 99.0))
    alone = placed([crowded], SIZE, [wall, box_of((96, 121)), box_of((144, 121))])
    both = placed([free, crowded], SIZE, [wall, box_of((96, 121)), box_of((144, 121))])
    assert both[1] == alone[0] is not None
    assert both[0] is not None


def test_a_name_without_room_is_left_out() -> None:
    whole = Box(left=0, top=0, right=344, bottom=320)
    assert placed([("Lyon", (100, 100))], SIZE, [whole]) == [None]


@given(NAMED)
def test_no_name_covers_another_or_a_mark_or_leaves_the_drawing(
    named: list[tuple[str, tuple[float, float]]],
) -> None:
    labels = placed(named, SIZE)
    boxes = [label.box(point) for label, (_, point) in zip(labels, named, strict=True) if label]
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))
    assert not any(box.meets(box_of(point)) for box in boxes for _, point in named)
    assert all(box.left >= 0 and box.right <= SIZE[0] for box in boxes)
    assert all(box.top >= 0 and box.bottom <= SIZE[1] for box in boxes)
