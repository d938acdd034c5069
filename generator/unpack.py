"""A file that the editor downloaded, opened whatever its packing, and never read beyond a limit."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from generator.errors import PlainError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 4_000_000_000
"""Five times the register's largest file, unpacked: 715 MB in September 2026."""
CHUNK = 1 << 20
DATASET = "https://www.data.gouv.fr/datasets/finess-structures-1"
ADVICE = f"téléchargez « finess-structures-journalier….json.gz » sur {DATASET}"
CUT = f"le fichier est coupé ou abîmé ; {ADVICE} à nouveau, jusqu'au bout"
# Some Pythons lack the other two, each with errors of its own; nobody publishes with them.
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_OTHERS = (
    (b"%PDF", "c'est un PDF"),
    (b"<", "c'est une page web"),
    (b"\xd0\xcf\x11\xe0", "c'est un classeur Excel"),
    (b"PK\x03\x04", "c'est une archive dans une autre"),
    (b"\x1f\x8b", "c'est une archive dans une autre"),
    (b"\xff\xfe", "un tableur l'a réenregistré"),
    (b"\xfe\xff", "un tableur l'a réenregistré"),
)


class UnusableFileError(PlainError):
    """Tell that a file is no extract of the register, or not a whole one."""


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """Open a file, a .gz, or a .zip of one file; UnusableFileError where it cannot be read."""
    try:
        with ExitStack() as stack:
            yield io.BufferedReader(_Bounded(_inner(path, stack)), CHUNK)
    except UnusableFileError as error:
        raise UnusableFileError(f"{path} : {error}.") from None
    except FileNotFoundError:
        raise UnusableFileError(f"{path} : ce fichier est introuvable.") from None
    except (EOFError, gzip.BadGzipFile, zipfile.BadZipFile, zlib.error):
        raise UnusableFileError(f"{path} : {CUT}.") from None
    except (NotImplementedError, RuntimeError):  # what zipfile says of a password or a method
        message = f"{path} : l'archive ne s'ouvre pas ici ; extrayez-en le fichier, puis donnez-le."
        raise UnusableFileError(message) from None
    except (OSError, ValueError):
        raise UnusableFileError(f"{path} : ce fichier est illisible.") from None


def unknown(head: bytes) -> UnusableFileError:
    """Say what a file is that is no extract, by its first bytes."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        return UnusableFileError(f"ce fichier est vide ; {ADVICE}")
    found = (name for mark, name in _OTHERS if start.startswith(mark))
    what = next(found, "ce n'est pas un extrait de FINESS")
    return UnusableFileError(f"{what} ; {ADVICE}")


class _Bounded(io.RawIOBase):
    """Count what is read, so that an archive of zeros does not last for ever."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner
        self._left = MAX_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        room = memoryview(cast("bytearray", buffer))
        data = self._inner.read(len(room))
        room[: len(data)] = data
        self._left -= len(data)
        if self._left < 0:
            raise UnusableFileError(f"ce fichier dépasse {MAX_BYTES / 10**9:g} Go ; {ADVICE}")
        return len(data)


def _inner(path: Path, stack: ExitStack) -> BinaryIO:
    if path.is_dir():
        raise UnusableFileError("c'est un dossier ; donnez le fichier qu'il contient")
    if path.exists() and not path.is_file():
        raise UnusableFileError("ce n'est pas un fichier")
    file = stack.enter_context(path.open("rb"))
    start = file.read(4)
    file.seek(0)
    if start.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", stack.enter_context(gzip.GzipFile(fileobj=file)))
    if start == b"PK\x03\x04":
        archive = stack.enter_context(zipfile.ZipFile(file))
        name = _only(archive)
        if archive.getinfo(name).compress_type not in _METHODS:
            raise NotImplementedError
        return cast("BinaryIO", stack.enter_context(archive.open(name)))
    return file


def _only(archive: zipfile.ZipFile) -> str:
    """Name the one file of an archive."""
    names = [name for name in archive.namelist() if not name.endswith("/")]
    if "[Content_Types].xml" in names:
        raise UnusableFileError(f"c'est un classeur Excel ; {ADVICE}")
    kept = [name for name in names if not name.startswith("__MACOSX/")]
    if len(kept) != 1:
        raise UnusableFileError(
            f"l'archive contient {len(kept)} fichiers ; extrayez-en l'extrait, puis donnez-le"
        )
    return kept[0]
