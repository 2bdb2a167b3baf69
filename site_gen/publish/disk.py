"""What the disk owes the readers: files that a web server may read, and that are really there.

Knows nothing of releases.
"""

import ctypes
import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR

from site_gen.render.write import FILE_MODE, FOLDER_MODE

_PERMISSIONS = 0o777
# Of a file system that does not know the question; what it wrote may be sound all the same.
_CANNOT_BE_ASKED = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}


def let_read(folder: Path, files: Iterable[str] | None = None) -> None:
    """Everybody may read a folder and all in it, whatever the umask of whoever has written it.

    With ``files`` only these, and the folders that they lie in.
    """
    paths = folder.rglob("*") if files is None else _ways(folder, files)
    for path in (folder, *paths):
        mode = path.stat().st_mode
        wanted = FOLDER_MODE if S_ISDIR(mode) else FILE_MODE
        if mode & _PERMISSIONS != wanted:
            path.chmod(mode & ~_PERMISSIONS & 0o7777 | wanted)


def _ways(folder: Path, files: Iterable[str]) -> Iterator[Path]:
    """Files of a folder, and the folders on the way to them."""
    for way in {way for file in files for way in (Path(file), *Path(file).parents)}:
        yield folder / way


def remove_file(folder: Path, file: str) -> None:
    """Removes a file of a folder, and the folders in which nothing is left."""
    (folder / file).unlink(missing_ok=True)
    for way in Path(file).parents[:-1]:
        try:
            (folder / way).rmdir()
        except OSError:
            return


def flush(folder: Path) -> None:
    """Everything written to the file system of a folder is on the disk when this returns.

    Raises OSError when the disk fails to keep something, which ``os.sync`` would not tell; nor
    are other disks waited for. A single call: asking for each file costs a write of the journal.
    """
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    with _opened(folder) as descriptor:
        if syncfs is not None and syncfs(descriptor) == 0:
            return
        number = ctypes.get_errno()
    if syncfs is not None and number not in _CANNOT_BE_ASKED:
        raise OSError(number, os.strerror(number), str(folder))
    os.sync()


def flush_names(folder: Path) -> None:
    """The names in a folder are on the disk: what was renamed there is found after a failure."""
    with _opened(folder) as descriptor:
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _CANNOT_BE_ASKED:
                raise


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
