"""The small copies beside the files."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]  # ships no types
import pytest

from generator.compress import compress

if TYPE_CHECKING:
    from pathlib import Path

LONG = "Une phrase qui se répète. " * 20


@pytest.mark.parametrize(
    "suffix", ["css", "csv", "geojson", "html", "js", "json", "md", "svg", "txt", "vcf", "xml"]
)
def test_a_text_has_two_small_copies_that_read_the_same(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a.{suffix}").write_text(LONG, "utf-8")
    compress(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"a.{suffix}",
        f"a.{suffix}.br",
        f"a.{suffix}.gz",
    ]
    assert gzip.decompress((tmp_path / f"a.{suffix}.gz").read_bytes()).decode() == LONG
    assert brotli.decompress((tmp_path / f"a.{suffix}.br").read_bytes()).decode() == LONG


@pytest.mark.parametrize(
    ("name", "size", "copies"),
    [("a.txt", 300, 0), ("a.txt", 301, 2), ("a.png", 3000, 0), ("_headers", 3000, 0)],
)
def test_a_small_file_and_a_picture_have_none(
    tmp_path: Path, name: str, size: int, copies: int
) -> None:
    (tmp_path / name).write_bytes(b"a" * size)
    compress(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1 + copies


def test_a_copy_holds_neither_date_nor_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LONG, "utf-8")
    compress(tmp_path)
    head = (tmp_path / "a.txt.gz").read_bytes()[:10]
    assert (head[3], head[4:8]) == (0, b"\0\0\0\0")


@pytest.mark.parametrize(("text", "kept"), [(LONG, True), ("court", False)])
def test_a_copy_made_by_the_engine_gives_way(tmp_path: Path, text: str, *, kept: bool) -> None:
    (tmp_path / "sitemap.xml").write_text(text, "utf-8")
    copy = tmp_path / "sitemap.xml.gz"
    copy.write_bytes(gzip.compress(b"ancien"))
    (tmp_path / "donnees.gz").write_bytes(b"seul")
    compress(tmp_path)
    assert copy.is_file() == kept
    assert not kept or gzip.decompress(copy.read_bytes()).decode() == text
    assert (tmp_path / "donnees.gz").is_file()
