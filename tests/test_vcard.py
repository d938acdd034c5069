"""How a contact card is written, read back by a strict reader and by the package vobject."""

from __future__ import annotations

import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from generator.vcard import address, card, text, texts
from tests.vcards import parts, read

# Letters of one, two, three and four octets, every sign that means something to a card, and spaces
# and ends of line that mean nothing to it.
SIGNS = 'aZ0é’œ🙂,;:\\"\n\u2028\u2029\u00a0\u202f\u0085=%&<>^ nN'
PLAIN = st.characters(exclude_categories=["Cc", "Cs"])
TEXTS = st.text(st.one_of(st.sampled_from(SIGNS), PLAIN), max_size=300)


@given(TEXTS, TEXTS, TEXTS)
@example("CHU, « Nord »; bâtiment\\n\\", "\n🙂" * 150, "'l’œuvre':" * 30)
def test_any_text_comes_back_as_it_was(first: str, second: str, third: str) -> None:
    written = card([("FN", text(first)), ("NOTE", text(second)), ("ORG", texts(first, third))])
    (found,) = read(written)
    assert list(map(parts, found.values())) == [[first], [second], [first, third]]


@given(TEXTS.filter(bool))
def test_another_reader_finds_the_same_words(words: str) -> None:
    written = card([("FN", text(words)), ("ORG", texts(words, words))]).decode()
    found = vobject.readOne(written)
    assert (found.fn.value, found.org.value) == (words, [words, words])


def test_a_line_is_cut_at_75_octets_and_never_within_a_letter() -> None:
    assert card([("NOTE", "x" * 144)]) == (
        b"BEGIN:VCARD\r\nVERSION:4.0\r\n"
        b"NOTE:" + b"x" * 70 + b"\r\n " + b"x" * 74 + b"\r\nEND:VCARD\r\n"
    )
    lines = card([("NOTE", "x" + "🙂" * 40)]).split(b"\r\n")
    assert [len(line) for line in lines[2:5]] == [74, 73, 21]
    assert "".join(line.decode().removeprefix(" ") for line in lines[2:5]) == f"NOTE:x{'🙂' * 40}"


def test_every_end_of_line_is_one_and_what_no_card_may_hold_is_left_out() -> None:
    assert text("a\r\nb\rc\nd\x00\x1b\x7f\te") == "a\\nb\\nc\\nd\te"


def test_signs_that_part_values_are_escaped() -> None:
    assert texts("a;b", "c,d", "e\\f", "g:h") == "a\\;b;c\\,d;e\\\\f;g:h"


def test_an_address_ends_no_line_and_is_otherwise_as_it_is() -> None:
    assert address("https://a.fr/b,c;d?e=f\r\nNOTE:x \x00") == "https://a.fr/b,c;d?e=fNOTE:x"
