"""How files and folders may be called, so that they work as addresses and everywhere.

It judges names alone; which names belong where is in :mod:`site_gen.load.routes`.
"""

import re
import unicodedata
from urllib.parse import unquote

LONGEST_NAME = 64
LONGEST_FILE_NAME = 255
"""In bytes, as file systems count."""

ATTACHMENTS = ("jpg", "jpeg", "png", "webp", "pdf")
"""What may lie in attachments, by suffix."""

OWN_LANGUAGE = frozenset({"zh", "zh-Hans"})
"""The language of every original, as somebody may write it."""

SYSTEM_FILES = frozenset({".DS_Store", ".gitkeep", "Thumbs.db", "desktop.ini"})
"""What computers leave behind in folders; never read."""

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
_RESERVED = _DEVICES | {"404", "assets", "index", "search"}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d|undated", re.ASCII)
_TRANSLATION = re.compile(r"(?P<name>.+)\.(?P<language>[a-z]{2,3}(?:-[A-Z][a-z]{3})?)", re.ASCII)
_UNWELCOME = re.compile(r"[\s/\\:*?\"<>|()\[\]{}#%&;`$!']")


def is_id(name: str) -> bool:
    """Whether ``name`` can be part of an address."""
    return len(name) <= LONGEST_NAME and _ID.fullmatch(name) is not None


def is_reserved(name: str) -> bool:
    """Whether the site itself, or Windows, has another use for ``name``."""
    return name in _RESERVED


def is_year(name: str) -> bool:
    """Whether ``name`` is a year's folder."""
    return _YEAR.fullmatch(name) is not None


def translation_of(stem: str) -> tuple[str, str] | None:
    """The record and the language of a translated prose file, by its stem."""
    match = _TRANSLATION.fullmatch(stem)
    return (match["name"], match["language"]) if match else None


def is_attachment(name: str) -> bool:
    """Whether a file of this name may be an attachment."""
    return name.lower().endswith(tuple(f".{suffix}" for suffix in ATTACHMENTS))


def objection(name: str) -> str:
    """Why a file cannot have this name, in Chinese; empty if it can."""
    plain = unicodedata.normalize("NFKC", unquote(name))
    checks = (
        (not _is_encodable(name), "不是 UTF-8 编码"),
        (len(name.encode("utf-8", "replace")) > LONGEST_FILE_NAME, "太长"),
        (plain.startswith(("~", "..")), "像是路径"),
        (plain[:1] in ("-", "."), "以减号或点开头"),
        (plain[-1:] in (".", " "), "以点或空格结尾"),
        (plain.partition(".")[0].lower() in _DEVICES, "Windows 不允许"),
        (not name.isprintable() or _hides(name), "有看不见的字符"),
        (_UNWELCOME.search(plain) is not None, "有空格、括号或别的符号"),
    )
    return next((why for wrong, why in checks if wrong), "")


def _is_encodable(name: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _hides(name: str) -> bool:
    return any(unicodedata.category(char) == "Cf" for char in name)


def twin_key(name: str) -> str:
    """Equal for names that some computer, or whoever reads them, takes for the same."""
    if name.isascii():
        return name.casefold()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def shown(name: str) -> str:
    """A name as it can be printed anywhere."""
    return "".join(char if char.isprintable() else "�" for char in name)
