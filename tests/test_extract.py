"""Extracts of the register that are whole, cut, or no extract at all."""

from __future__ import annotations

import gzip
import io
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import extract, unpack
from generator.unpack import UnusableFileError
from tests.extracts import LILLE, LYON, etalab, structures, with_, zipped

if TYPE_CHECKING:
    from generator.register import Extract

ADVICE = (
    "téléchargez « finess-structures-journalier….json.gz » sur"
    " https://www.data.gouv.fr/datasets/finess-structures-1"
)
CUT = f"le fichier est coupé ou abîmé ; {ADVICE} à nouveau, jusqu'au bout."
NUMBERS = [LYON.finess, LILLE.finess]
OLD, NEW = etalab([LYON, LILLE]).encode(), structures([LYON, LILLE]).encode()


def _read(data: bytes, name: str = "x") -> Extract:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return extract.read(path, NUMBERS)
        except UnusableFileError as error:
            raise UnusableFileError(str(error).replace(folder + "/", "")) from None


def _refusal(data: bytes, name: str = "x") -> str:
    with pytest.raises(UnusableFileError) as caught:
        _read(data, name)
    return str(caught.value)


def _encrypted() -> bytes:
    data = bytearray(zipped(OLD, "stock.csv"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", f"ce fichier est vide ; {ADVICE}."),
        (b"\n \n", f"ce fichier est vide ; {ADVICE}."),
        (gzip.compress(b""), f"ce fichier est vide ; {ADVICE}."),
        (b"%PDF-1.7\n", f"c'est un PDF ; {ADVICE}."),
        (b"\n<!DOCTYPE html><title>Erreur 503</title>", f"c'est une page web ; {ADVICE}."),
        (b"nofinesset,rs\n750100075,X\n", f"ce n'est pas un extrait de FINESS ; {ADVICE}."),
        (bytes(range(256)) * 9, f"ce n'est pas un extrait de FINESS ; {ADVICE}."),
        (OLD.decode().encode("utf-16"), f"un tableur l'a réenregistré ; {ADVICE}."),
        (b"\xd0\xcf\x11\xe0\xa1", f"c'est un classeur Excel ; {ADVICE}."),
        (zipped(b"", "[Content_Types].xml", "xl/a.xml"), f"c'est un classeur Excel ; {ADVICE}."),
        (
            zipped(OLD, "a.csv", "b.csv"),
            "l'archive contient 2 fichiers ; extrayez-en l'extrait, puis donnez-le.",
        ),
        (
            gzip.compress(zipped(OLD, "a.csv")),
            f"c'est une archive dans une autre ; {ADVICE}.",
        ),
        (
            _encrypted(),
            "l'archive ne s'ouvre pas ici ; extrayez-en le fichier, puis donnez-le.",
        ),
        (
            zipped(OLD, "a.csv", method=zipfile.ZIP_LZMA),
            "l'archive ne s'ouvre pas ici ; extrayez-en le fichier, puis donnez-le.",
        ),
        (zipped(OLD, "a.csv")[:200], CUT),
        (gzip.compress(NEW)[:-9], CUT),
        (gzip.compress(NEW)[:-1] + b"x", CUT),
        (NEW[:-3], CUT),
        (NEW[: len(NEW) // 2], CUT),
        (NEW + b"x", CUT),
        (OLD[:-4], CUT),
        (
            OLD[:-20],
            "une ligne « geolocalisation » a 5 valeurs au lieu de 6 : le fichier est coupé, ou son"
            " format a changé.",
        ),
        (OLD + b"structur", CUT),
        (
            OLD[: OLD.index(b"geoloc")],
            "la partie « geolocalisation » manque : le fichier est coupé, ou c'est l'extrait sans"
            " positions (cs1100502) ; téléchargez « etalab-cs1100507 » en entier.",
        ),
        (
            OLD.replace(b";BP 12;", b";"),
            "une ligne « structureet » a 31 valeurs au lieu de 32 : le fichier est coupé, ou son"
            " format a changé.",
        ),
        (b"finess;etalab;111;2026-13-12\n" + OLD, f"ce n'est pas un extrait de FINESS ; {ADVICE}."),
        (b"[1]", f"ce n'est pas un extrait de FINESS ; {ADVICE}."),
        (b"{}", f"ce fichier JSON n'est pas un extrait de FINESS ; {ADVICE}."),
        (b'{"pmej": [', f"ce fichier JSON n'est pas un extrait de FINESS ; {ADVICE}."),
        (b'{"a": "\xe9"}', f"ce fichier JSON n'est pas un extrait de FINESS ; {ADVICE}."),
        (
            structures([LYON], generatedAt="hier").encode(),
            f"ce fichier JSON n'est pas un extrait de FINESS ; {ADVICE}.",
        ),
        (
            structures([LYON], schemaVersion="v2.0.0").encode(),
            "ce fichier suit la version « v2.0.0 » du schéma de FINESS, et seule la version v1 est"
            " connue ici.",
        ),
        (
            b'{"schemaVersion": "v1.0.0", "generatedAt": "2026-08-01T02:14:23Z", "pmej":'
            b' [{"numFiness": "690781810", "activitesAutorisees": [], "ege": []}]}',
            f"c'est le fichier des activités, qui n'a ni nom ni adresse ; {ADVICE}.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_whole_extract_is_refused_in_one_sentence(data: bytes, message: str) -> None:
    assert _refusal(data) == f"x : {message}"


def test_a_folder_a_missing_file_and_a_device_are_refused(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path, "c'est un dossier ; donnez le fichier qu'il contient."),
        (tmp_path / "absent", "ce fichier est introuvable."),
        (Path("/dev/null"), "ce n'est pas un fichier."),
        (Path("a\0b"), "ce fichier est illisible."),
    ):
        with pytest.raises(UnusableFileError) as caught:
            extract.read(path, NUMBERS)
        assert str(caught.value) == f"{path} : {message}"


def test_an_archive_of_zeros_is_not_read_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MAX_BYTES", 50_000_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.json", b"{" + b" " * 51_000_000)
    assert _refusal(packed.getvalue()) == f"x : ce fichier dépasse 0.05 Go ; {ADVICE}."


def test_every_cut_of_a_json_extract_is_refused() -> None:
    for end in range(0, len(NEW), 7):
        assert _refusal(NEW[:end]).endswith((".", "bout."))


def test_every_cut_of_a_csv_extract_is_refused_or_doubted() -> None:
    whole = _read(OLD)
    for end in range(len(OLD)):
        try:
            found = _read(OLD[:end])
        except UnusableFileError:
            continue
        assert found == whole or found.remarques


@given(st.binary(max_size=300))
def test_bytes_are_read_or_refused_in_one_sentence(data: bytes) -> None:
    for start in (b"", b"finess;etalab;1;2026-05-12\n", b'{"pmej": [', b"\x1f\x8b", b"PK\x03\x04"):
        _read_or_refused(start + data)


@given(st.data())
def test_a_damaged_extract_is_read_or_refused_in_one_sentence(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([OLD, NEW, gzip.compress(NEW), zipped(OLD, "a")]))
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.binary(max_size=20))
    _read_or_refused(whole[:place] + other + whole[place + len(other) :])


def _read_or_refused(data: bytes) -> None:
    said = ""
    try:
        _read(data)
    except UnusableFileError as error:
        said = str(error)
    assert "\n" not in said


JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5) | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@given(st.data())
def test_values_of_any_kind_in_the_place_of_others_are_read(data: st.DataObject) -> None:
    keys = ("adresse", "contact", "ege", "numeroVoie", "telecom", "coordonneeX", "dateFermeture")
    key = data.draw(st.sampled_from(keys))
    text = structures([LYON])
    renamed = text.replace(f'"{key}"', '"autre"')
    value = structures([LYON], autre=data.draw(JSON)).partition('"autre": ')[2].rpartition("\n}")[0]
    _read_or_refused(renamed.replace('"autre":', f'"{key}": {value}, "autre":').encode())


def test_hidden_characters_of_the_register_are_left_out() -> None:
    hidden = with_(LYON, long="HOPITAL\u200b  LYON\u00a0SUD \u0007")
    assert _read(structures([hidden]).encode()).etablissements[LYON.finess].noms == (
        "HOPITAL LYON SUD",
        "HOP LYON SUD",
    )


def test_lines_of_both_encodings_in_one_file_are_read() -> None:
    first = etalab([LYON]).encode("cp1252")
    site, place = first.splitlines(keepends=True)[1:]
    head, *rest = etalab([with_(LILLE, long="HÔPITAL")]).encode().splitlines(keepends=True)
    found = _read(head + site + rest[0] + place + rest[1])
    assert [one.noms[0] for one in found.etablissements.values()] == [LYON.long, "HÔPITAL"]
