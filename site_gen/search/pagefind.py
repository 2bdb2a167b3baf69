"""Runs the Pagefind indexer on texts held in memory, through its service protocol.

Its command line reads a folder in whatever order the file system lists it and numbers pages so:
the same rows gave different bytes on two file systems. Through the service the order is ours, and
no markup has to be parsed. Knows neither rows nor what the texts mean.
"""

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

from site_gen.search.errors import EnvironmentProblem

MISSING = (
    "找不到检索索引程序 Pagefind。请重新安装依赖（make site 会自动安装），或用 --no-search 跳过检索"
)


@dataclass(frozen=True, slots=True)
class Indexer:
    """The indexing program of this machine."""

    program: Path
    version: str


def find_indexer() -> Indexer:
    """The program that comes with the package ``pagefind_bin``.

    Raises EnvironmentProblem when it is missing or does not run.
    """
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]

        program = Path(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise EnvironmentProblem(MISSING) from error
    try:
        return Indexer(program, _version(program))
    except (OSError, subprocess.CalledProcessError) as error:
        raise EnvironmentProblem(f"检索索引程序 {program} 无法运行：{error}") from error


def _version(program: Path) -> str:
    """What the program calls itself; asked once more if a signal has struck it down."""
    ask = partial(subprocess.run, [program, "--version"], capture_output=True, text=True)
    told = ask()
    if told.returncode < 0:
        told = ask()
    told.check_returncode()
    return str(told.stdout.split()[-1])


def build_bundle(
    indexer: Indexer, shadows: Iterable[str], language: str, wanted: Callable[[str], bool]
) -> dict[str, bytes]:
    """Index the texts, addressed ``/0``, ``/1`` …; the wanted files by their path in the bundle.

    ``language`` is a name of ours that no stemmer knows; fragments are named after it. The files
    come through the protocol: those the program would write itself may still be incomplete when
    it says that it is done, and stay so when it is then ended (on a busy machine 8 runs of 120 left
    an empty file). Raises EnvironmentProblem when the program fails.
    """
    command = [str(indexer.program), "--service"]
    try:
        service = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    except OSError as error:
        raise EnvironmentProblem(f"检索索引程序无法启动：{error}") from error
    with service:
        answer = _converse(service, list(_requests(shadows, language)))
    if "files" not in answer:
        raise EnvironmentProblem("检索索引程序没有给出索引")
    files = ((file["path"], file["content"]) for file in answer["files"])
    return {path: b64decode(content) for path, content in files if wanted(path)}


def _requests(shadows: Iterable[str], language: str) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {"force_language": language}}
    record = {"type": "AddRecord", "index_id": 0, "language": language}
    for number, shadow in enumerate(shadows):
        yield record | {"url": f"/{number}", "content": shadow}
    yield {"type": "GetFiles", "index_id": 0}


def _converse(service: subprocess.Popen[bytes], requests: list[dict[str, Any]]) -> dict[str, Any]:
    """Send everything, hear every answer, and give the last; the end of input stops the program.

    The program takes all its input without waiting for its answers to be read.
    """
    if service.stdin is None or service.stdout is None or service.stderr is None:
        raise ValueError("the service must be started with pipes")
    heard: list[dict[str, Any]] = []
    try:
        for number, request in enumerate(requests):
            message = {"message_id": number, "payload": request}
            service.stdin.write(b64encode(json.dumps(message, ensure_ascii=False).encode()) + b",")
        service.stdin.flush()
        heard = [answer for _, answer in zip(requests, _answers(service.stdout), strict=False)]
        service.stdin.close()
    except BrokenPipeError:
        # Closing tries once more to send what the program no longer takes.
        with suppress(BrokenPipeError):
            service.stdin.close()
    if len(heard) < len(requests):
        reason = service.stderr.read().decode(errors="replace").strip()[-500:]
        raise EnvironmentProblem(f"检索索引程序中途停止：{reason or '没有说明原因'}")
    return heard[-1]


def _answers(stream: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Answers as they come: base64 of JSON, each with a comma behind it."""
    waiting: list[bytes] = []
    while received := stream.read1(1 << 16):  # type: ignore[attr-defined]
        *whole, rest = received.split(b",")
        for part in whole:
            payload = _payload(b"".join([*waiting, part]))
            waiting.clear()
            if payload["type"] == "Error":
                raise EnvironmentProblem(f"检索索引程序报告错误：{payload['message']}")
            yield payload
        # An answer may be of many megabytes: joined once, not again with every piece.
        waiting.append(rest)


def _payload(answer: bytes) -> dict[str, Any]:
    try:
        payload: dict[str, Any] = json.loads(b64decode(answer))["payload"]
    except (ValueError, KeyError, TypeError) as error:
        raise EnvironmentProblem("检索索引程序的回答无法理解，可能不是 Pagefind") from error
    return payload
