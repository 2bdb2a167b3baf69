"""Style sheets, scripts and icons of the theme → files whose names tell their content.

The host's style sheet becomes the lowest layer of our own, in one file, so that any rule of ours
wins without a fight over specificity. Nothing else of the host's assets is published.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from site_gen.pages.model import Artifact
from site_gen.render.phrases import PHRASES, phrases_script

# Tokens and elements come first, a reader's choices and paper last; what lies between is sorted.
_FIRST = ("tokens", "base", "layout", "prose")
_LAST = ("modes", "print")
_HOST_SHEET = re.compile(r"main\.[0-9a-f]+\.min\.css")
_CHARSET = re.compile(r'^\ufeff?@charset "[^"]*";', re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/\s*$")


@dataclass(frozen=True, slots=True)
class Assets:
    """What the theme adds to the site: files, and where templates find them."""

    addresses: Mapping[str, str]
    """Logical name → address: ``'site.css'``, ``'js/modes.js'``, ``'icons/seal.svg'``."""
    artifacts: tuple[Artifact, ...]
    """All of them, and what lies at the root of the site under a name of its own."""


def build_assets(
    theme: Path, host_templates: Iterable[Path], languages: Iterable[str] = ()
) -> Assets:
    """All assets of a theme folder; the host's style sheet is looked for in its folders.

    Scripts get their phrases in ``languages``.
    """
    files = {
        "site.css": _sheet(theme, _host_sheet(host_templates)),
        **_folder(theme, "icons"),
    }
    scripts = _folder(theme, "js")
    phrases = phrases_script(scripts.values(), languages)
    scripts |= {PHRASES: phrases} if phrases else {}
    named = {name: _hashed(name, content) for name, content in files.items()}
    named |= {name: f"assets/{_digest(scripts)}/{name}" for name in scripts}
    files |= scripts
    artifacts = [Artifact(named[name], files[name]) for name in sorted(files)]
    artifacts += [Artifact(name, content) for name, content in sorted(_root(theme).items())]
    return Assets(addresses=named, artifacts=tuple(artifacts))


def _root(theme: Path) -> dict[str, bytes]:
    """Files that are asked for at the root of a site by name, such as ``favicon.ico``."""
    found = _folder(theme, "root")
    return {name.removeprefix("root/"): content for name, content in found.items()}


def _folder(theme: Path, name: str) -> dict[str, bytes]:
    folder = theme / "assets" / name
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {f"{name}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in paths}


def _hashed(name: str, content: bytes) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"assets/{stem}.{sha256(content).hexdigest()[:10]}{dot}{suffix}"


def _digest(files: Mapping[str, bytes]) -> str:
    """One name for all scripts, because they import each other by relative addresses."""
    digest = sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
    return digest.hexdigest()[:10]


def _host_sheet(folders: Iterable[Path]) -> str:
    """The host's main style sheet as one layer, without what only counts at a file's start."""
    for folder in folders:
        found = sorted((folder / "assets" / "stylesheets").glob("main.*.min.css"))
        sheets = [path for path in found if _HOST_SHEET.fullmatch(path.name)]
        if sheets:
            text = _CHARSET.sub("", sheets[0].read_text(encoding="utf-8"))
            return "@layer host {" + _SOURCE_MAP.sub("", text).strip() + "}\n"
    raise FileNotFoundError("the host's theme has no main style sheet")


def _sheet(theme: Path, host: str) -> bytes:
    css = theme / "assets" / "css"
    fixed = {f"{name}.css" for name in (*_FIRST, *_LAST)}
    ours = [
        *(css / f"{name}.css" for name in _FIRST),
        *(path for path in sorted(css.glob("*.css")) if path.name not in fixed),
        *sorted((theme / "components").glob("*/style.css")),
        *(css / f"{name}.css" for name in _LAST),
    ]
    text = "\n".join(_compact(path.read_text(encoding="utf-8")) for path in ours)
    return ('@charset "UTF-8";\n' + host + text).encode()


def _compact(css: str) -> str:
    """A sheet without its comments, blank lines and indentation."""
    lines = (line.strip() for line in _COMMENT.sub("", css).splitlines())
    return "\n".join(line for line in lines if line)
