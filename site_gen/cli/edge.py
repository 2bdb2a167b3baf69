"""The edge: where exceptions end and exit statuses begin; a traceback never reaches a reader.

The only place that catches everything. Commands raise what lower layers raise, and return a
:class:`Status`.
"""

import errno
import gc
import io
import os
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from tempfile import NamedTemporaryFile
from typing import Any, NoReturn

import click

from site_gen.cli.chinese import ChineseGroup, complaint
from site_gen.cli.status import Status
from site_gen.clock import ClockError
from site_gen.publish import Busy, NothingEarlier, Unsound, UnsuitablePlace
from site_gen.render import HostError
from site_gen.search import EnvironmentProblem

_SHOWN_PROBLEMS = 30

_OF_DISK: Mapping[int, str] = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EIO: "磁盘读写出错",
    errno.EROFS: "文件系统是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "找不到",
    errno.ENOTDIR: "不是文件夹",
    errno.EISDIR: "是文件夹，不是文件",
    errno.EEXIST: "已经有了",
    errno.ENOTEMPTY: "文件夹里还有东西",
    errno.EBUSY: "正被占用，也许是挂载点",
    errno.EXDEV: "不在同一个文件系统上",
    errno.ENAMETOOLONG: "名字太长",
    errno.ELOOP: "链接绕成了圈",
    errno.EMLINK: "文件夹里的东西太多",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EAGAIN: "系统的进程或者线程已经太多",
    errno.ENOMEM: "内存不够",
    errno.ESTALE: "网络文件系统断开了",
    errno.EPIPE: "读输出的程序已经走了",
    errno.EADDRINUSE: "端口已经有别的程序在用，换一个：--port",
}


class Program(ChineseGroup):
    """The group of all commands; running it always ends the process with a :class:`Status`."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = False,  # noqa: ARG002 - never: exit statuses are ours
        **extra: Any,
    ) -> NoReturn:
        """Runs a command line, by default the one the process was started with."""
        _speak_utf8()
        if args is None:
            _occupy_standard_streams()
            # As a process of its own: being told to end is met like Ctrl-C, so that it tidies up.
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            # Nearly all that is made of records lives to the end, and little of it goes in circles:
            # looking for these takes an eighth of the time and frees a fiftieth of the memory.
            gc.disable()
        given = list(sys.argv[1:] if args is None else args)
        sys.exit(self._status(given, prog_name or self.name or "", complete_var, extra))

    def _status(
        self, args: list[str], name: str, complete_var: str | None, extra: dict[str, Any]
    ) -> Status:
        try:
            ended = super().main(args, name, complete_var, standalone_mode=False, **extra)
        except click.exceptions.NoArgsIsHelpError as help_page:
            return _end(Status.USAGE, help_page.message)
        except click.UsageError as error:
            return _usage(error)
        except click.Abort:
            return _end(Status.INTERRUPTED, "中断了，没有发布")
        except UnsuitablePlace as error:
            return _end(Status.USAGE, str(error))
        except (Busy, NothingEarlier, EnvironmentProblem, HostError, ClockError) as error:
            return _end(Status.ENVIRONMENT, str(error))
        except MemoryError:
            return _end(Status.ENVIRONMENT, "内存不够，没有发布")
        except OSError as error:
            return _end(Status.ENVIRONMENT, _of_disk(error))
        except Unsound as error:
            return _unsound(error)
        except Exception:  # noqa: BLE001 - the edge
            return _defect(debug="--debug" in args)
        return Status(ended or 0)


def _occupy_standard_streams() -> None:
    """A stream that was closed leads nowhere: else the next file opened would take its number,
    and be read or written by whoever means the stream."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _speak_utf8() -> None:
    """Chinese comes out in any locale, and what cannot be encoded as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _end(status: Status, message: str) -> Status:
    with suppress(OSError):  # a disk may be full where the message goes to; the status tells too
        click.echo(message, err=True)
    return status


def _usage(error: click.UsageError) -> Status:
    click.echo(complaint(error), err=True)
    if error.ctx is not None:
        click.echo(f"{error.ctx.get_usage()}\n详细说明：{error.ctx.command_path} --help", err=True)
    return Status.USAGE


def _of_disk(error: OSError) -> str:
    reason = _OF_DISK.get(error.errno or 0, error.strerror or str(error))
    place = f"：{error.filename}" if error.filename else ""
    return f"{reason}{place}。没有发布"


def _unsound(error: Unsound) -> Status:
    left = len(error.problems) - _SHOWN_PROBLEMS
    more = f"\n  … 还有 {left} 处" if left > 0 else ""
    listed = "".join(f"\n  {problem}" for problem in error.problems[:_SHOWN_PROBLEMS])
    advice = "\n这是程序的缺陷，不是内容的问题；没有发布，原来的网站没有动。请报告。"
    return _end(Status.DEFECT, f"{error}{listed}{more}{advice}")


def _defect(*, debug: bool) -> Status:
    text = traceback.format_exc()
    message = "程序出了错：这是程序的缺陷，不是内容的问题；没有发布，原来的网站没有动。"
    if debug:
        return _end(Status.DEFECT, f"{text}{message}")
    try:
        with NamedTemporaryFile(
            "w", prefix="site-gen-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(text)
    except OSError as error:
        reason = _OF_DISK.get(error.errno or 0, error.strerror or "")
        advice = f"加上 --debug 再运行一次，附上显示的内容（没有地方写记录：{reason}）"
        return _end(Status.DEFECT, f"{message}\n请报告：{advice}")
    return _end(Status.DEFECT, f"{message}\n请报告，并附上这个文件：{file.name}")
