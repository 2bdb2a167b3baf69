"""One run at a time for each output, also when a run is killed: the system then drops the lock.

Processes that a killed run leaves behind keep the lock until they end, which they do by
themselves: nobody builds beside them.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from site_gen.publish.errors import Busy
from site_gen.publish.output import MARKER, Output
from site_gen.render.write import make_folder

_NOTE = "site-gen 的发布文件夹：每个子文件夹是一次发布，不要在里面改东西。\n"


@contextmanager
def locked(output: Output) -> Iterator[None]:
    """Holds the folder of releases, made if need be. Raises Busy when somebody else does."""
    make_folder(output.releases)
    with (output.releases / MARKER).open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy(f"另一个 site-gen 正在写 {output.link}。等它结束再来") from error
        if file.tell() == 0:
            file.write(_NOTE)
            file.flush()
        yield
