"""Make ready what the targets of the Makefile need, and nothing twice.

Run by the system's Python, so only the standard library is used here, and it starts
on older versions to be able to say so. Four things can be asked for:

    site      a virtual environment with the versions of requirements.lock, and the program
    dev       the same with the tools of requirements-dev.lock
    browser   Chromium and a Chinese font, for the tests that open pages
    strace    strace, for the tests that strike a publication at each of its system calls
    exiftool  exiftool, for the tests that look for what cameras write beside the pixels
    checkers  axe and the Nu Html Checker, for the tests that judge finished pages

Each is checked first and left alone when it is in order. Packages of the system are installed only
where apt-get exists and may be used; elsewhere the command to run is printed and the set-up stops.
The checkers are files of npm packages: fetched once, each compared with the digest written here.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from http.client import HTTPException
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
LOCKS = {"site": "requirements.lock", "dev": "requirements-dev.lock"}
OLDEST = (3, 11)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PIP_NEWS = ("Collecting", "Installing", "Successfully")
APT_OPTIONS = ("-o", "Dpkg::Use-Pty=0", "--no-install-recommends")
ENVIRONMENT_IS_WRONG = 3
REGISTRY = "https://registry.npmjs.org"
ATTEMPTS = 3
SECONDS = 60


class Checker(NamedTuple):
    """One file of an npm package, of one version."""

    package: str
    version: str
    member: str
    sha256: str

    @property
    def path(self) -> Path:
        """Where the file is kept."""
        folder = ROOT / ".cache" / "checkers" / f"{self.package}-{self.version}"
        return folder / Path(self.member).name

    @property
    def url(self) -> str:
        """Of the package; npm's own variable for another registry is heeded."""
        registry = os.environ.get("NPM_CONFIG_REGISTRY") or REGISTRY
        return f"{registry.rstrip('/')}/{self.package}/-/{self.package}-{self.version}.tgz"


AXE = Checker(
    "axe-core",
    "4.14.1",
    "package/axe.min.js",
    "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c",
)
NU_HTML_CHECKER = Checker(
    "vnu-jar",
    "26.9.27",
    "package/build/dist/vnu.jar",
    "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47",
)


class SetupError(Exception):
    """The machine lacks something we may not or cannot install; the text says what to do."""


def main(wanted: Sequence[str]) -> int:
    """Make everything in `wanted` ready. Returns the exit status."""
    try:
        for name in wanted:
            prepare(name)
    except SetupError as problem:
        print(f"✗ {problem}", file=sys.stderr)
        return ENVIRONMENT_IS_WRONG
    except subprocess.CalledProcessError as problem:
        command = shlex.join(problem.cmd)
        print(f"✗ 没有成功（状态 {problem.returncode}）：{command}", file=sys.stderr)
        return ENVIRONMENT_IS_WRONG
    return 0


def prepare(name: str) -> None:
    """Make one of the things named at the top ready."""
    if name == "browser":
        prepare_browser()
    elif name == "strace":
        prepare_strace()
    elif name == "exiftool":
        prepare_exiftool()
    elif name == "checkers":
        prepare_checkers()
    elif name in LOCKS:
        prepare_environment(name)
    else:
        raise SetupError(f"不认识“{name}”，只有：site、dev、browser、strace、exiftool、checkers")


def prepare_environment(name: str) -> None:
    """Install the locked packages and the program itself, unless exactly that was done before."""
    if not venv_is_sound():
        make_venv()
    stamp, print_now = VENV / f".{name}-ready", fingerprint(LOCKS[name])
    if stamp.is_file() and stamp.read_text() == print_now:
        return
    for stale in VENV.glob(".*-ready"):
        stale.unlink()
    say(f"安装 {LOCKS[name]} 里的软件包（版本固定，逐个核对哈希）")
    pip("--require-hashes", "-r", str(ROOT / LOCKS[name]))
    say("安装本程序")
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp.write_text(print_now)
    if name == "dev":
        (VENV / ".site-ready").write_text(fingerprint(LOCKS["site"]))


def fingerprint(lock: str) -> str:
    """What an environment depends on, as one line: change it and the set-up runs again."""
    digest = hashlib.sha256()
    for path in (ROOT / lock, ROOT / "pyproject.toml", VENV / "pyvenv.cfg"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def venv_is_sound() -> bool:
    """Whether the environment can be used: its Python starts, has pip, and it was made here."""
    config = VENV / "pyvenv.cfg"
    if not VENV_PYTHON.exists() or made_elsewhere(config.read_text(encoding="utf-8"), VENV):
        return False
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return succeeds([str(VENV_PYTHON), "-c", probe])


def made_elsewhere(config: str, venv: Path) -> bool:
    """Whether `pyvenv.cfg` names another folder: scripts of a moved environment do not start."""
    for line in config.splitlines():
        if line.startswith("command ="):
            return not line.endswith(f" {venv}")
    return False


def make_venv() -> None:
    """Make the virtual environment afresh, with the Python that runs this."""
    if sys.version_info < OLDEST:
        version = ".".join(map(str, sys.version_info[:3]))
        raise SetupError(f"需要 Python 3.11 或更新的版本，{sys.executable} 是 {version}")
    if not (find_spec("venv") and find_spec("ensurepip")):
        # Debian packages that apart from the interpreter.
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        install_packages([package], "建立虚拟环境")
    say(f"建立虚拟环境 .venv（{sys.executable}）")
    run([sys.executable, "-m", "venv", "--clear", str(VENV)])


def prepare_browser() -> None:
    """Install what is missing of Chromium, a library of its driver, and a Chinese font."""
    missing = []
    if find_chromium() is None:
        missing.append("chromium")
    if sys.platform == "linux" and not has_library("libatomic.so.1"):
        missing.append("libatomic1")
    if not has_chinese_font():
        missing += ["fontconfig", "fonts-noto-cjk"]
    if missing:
        install_packages(missing, "浏览器测试")
    if find_chromium() is None:
        raise SetupError("装过以后仍然找不到 Chromium；可以指定：CHROMIUM=/路径/chromium make test")


def prepare_strace() -> None:
    """Install strace where it is missing; it is for Linux, as the tests are that need it."""
    if sys.platform == "linux" and not shutil.which("strace"):
        install_packages(["strace"], "中断发布的测试")


def prepare_exiftool() -> None:
    """Install exiftool where it is missing."""
    if not shutil.which("exiftool"):
        install_packages(["libimage-exiftool-perl"], "照片里的附加信息的测试")


def prepare_checkers() -> None:
    """Fetch each checker that is not there as it should be."""
    for checker in (AXE, NU_HTML_CHECKER):
        path = checker.path
        if path.is_file() and is_of(checker, path.read_bytes()):
            continue
        say(f"取 {checker.package} {checker.version}（核对哈希）")
        content = member_of(checker, fetch(checker.url))
        if not is_of(checker, content):
            raise SetupError(f"{checker.url} 里的 {checker.member} 和写定的哈希不符，没有留下")
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = path.with_name(f"{path.name}.{os.getpid()}")
        whole.write_bytes(content)
        whole.replace(path)


def is_of(checker: Checker, content: bytes) -> bool:
    """Whether a content is that of a checker, to the byte."""
    return hashlib.sha256(content).hexdigest() == checker.sha256


def fetch(url: str) -> bytes:
    """What a server has at an address; a failing network is asked again."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with urlopen(url, timeout=SECONDS) as answer:  # noqa: S310 - an address of ours
                return bytes(answer.read())
        except (OSError, HTTPException) as problem:
            if attempt == ATTEMPTS:
                raise SetupError(f"没有取到 {url}：{problem}") from problem
    raise AssertionError("the last attempt returns or raises")


def member_of(checker: Checker, package: bytes) -> bytes:
    """A checker's file in its package; nothing else is unpacked."""
    try:
        with tarfile.open(fileobj=BytesIO(package), mode="r:gz") as archive:
            member = archive.extractfile(checker.member)
            return member.read() if member else b""
    except (tarfile.TarError, KeyError) as problem:
        raise SetupError(f"{checker.url} 打不开：{problem}") from problem


def find_chromium() -> str | None:
    """Path of the browser for the tests: the variable CHROMIUM, else the usual names."""
    names = (os.environ.get("CHROMIUM") or "", *CHROMIUM_NAMES)
    return next((found for name in names if name and (found := shutil.which(name))), None)


def has_library(name: str) -> bool:
    """Whether a shared library can be loaded; Playwright's driver does not start without."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Whether text in Chinese can be drawn; without a font every character is an empty box."""
    if not shutil.which("fc-list"):
        return False
    listing = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True)
    return bool(listing.stdout.strip())


def install_packages(packages: Sequence[str], purpose: str) -> None:
    """Install packages of the system with apt-get, or say which are needed for `purpose`."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise SetupError(f"{purpose}需要（Debian 的包名）：{names}。请用本系统的方式安装后再来")
    if os.geteuid() != 0:
        raise SetupError(f"{purpose}需要：{names}。请运行：sudo apt-get install {names}")
    say(f"{purpose}需要系统软件包：{names}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], quiet)
    run(["apt-get", "install", "-y", "-qq", *APT_OPTIONS, *packages], quiet)


def pip(*arguments: str) -> None:
    """Run the environment's pip and show one line for each package; errors are shown whole."""
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    command = [str(VENV_PYTHON), "-m", "pip", "install", *options, *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            if line.startswith(PIP_NEWS):
                print(f"  {line.strip()[:100]}", flush=True)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def run(command: Sequence[str], environment: dict[str, str] | None = None) -> None:
    """Run a command to its end; raises CalledProcessError when it fails."""
    subprocess.run(command, check=True, cwd=ROOT, env=environment)


def succeeds(command: Sequence[str]) -> bool:
    """Whether a command ends well; what it prints is dropped."""
    return subprocess.run(command, capture_output=True).returncode == 0


def say(text: str) -> None:
    """One line on what comes next."""
    print(f"▸ {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
