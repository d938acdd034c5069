"""The square of an address, read back as a telephone's camera does."""

from __future__ import annotations

import re

import zxingcpp
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from generator.qr import QUIET, Square, square

HOSTS = st.sampled_from(["https://exemple.fr/", "https://exemple.fr/car-t/", "https://a.fr:81/"])
PATHS = st.text(st.sampled_from("abcéœ-._~/%?=&#0129"), max_size=120)


def drawn(code: Square, scale: int = 4) -> Image.Image:
    """Draw a square as a browser does, from its path alone."""
    image = Image.new("L", (code.side * scale,) * 2, 255)
    draw = ImageDraw.Draw(image)
    assert re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", code.path)
    for x, y, width, back in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", code.path):
        assert width == back
        corner = (int(x) * scale, int(y) * scale)
        opposite = ((int(x) + int(width)) * scale - 1, (int(y) + 1) * scale - 1)
        draw.rectangle((corner, opposite), fill=0)
    return image


@settings(max_examples=30)
@given(HOSTS, PATHS)
@example("https://exemple.fr/", "centres/lyon-sud/")
def test_an_address_comes_back_as_it_was(host: str, path: str) -> None:
    (found,) = zxingcpp.read_barcodes(drawn(square(host + path)))
    assert found.text == host + path
    # Where a better level takes no more room, it is taken.
    assert found.ec_level in {"M", "Q", "H"}


def test_it_is_still_read_with_a_stain() -> None:
    code = square("https://exemple.fr/car-t/centres/lyon-sud/")
    image = drawn(code)
    side = image.width
    ImageDraw.Draw(image).rectangle(
        (side // 2 - side // 12, side // 2 - side // 12, side // 2 + side // 12, side // 2), fill=0
    )
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == "https://exemple.fr/car-t/centres/lyon-sud/"


def test_four_modules_stay_white_around_it() -> None:
    code = square("https://exemple.fr/")
    box = drawn(code, 1).point(lambda level: 255 - level).getbbox()
    assert box == (QUIET, QUIET, code.side - QUIET, code.side - QUIET)
