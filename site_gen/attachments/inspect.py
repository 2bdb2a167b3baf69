"""The bytes of an attachment → what it is, or what is wrong with it.

A pure function of name and bytes, so that what it says can be kept by the digest of the bytes;
whatever the bytes are, it ends soon and raises nothing.
"""

import os
import stat
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from site_gen.attachments import signatures
from site_gen.attachments.documents import inspect_document
from site_gen.attachments.model import LARGEST_FILE, Attachment, Document, Picture
from site_gen.attachments.pictures import inspect_picture
from site_gen.findings import Finding, Where, file_rules
from site_gen.findings import attachment_rules as rules

Inspected = tuple[Picture | Document | None, tuple[Finding, ...]]
"""What an attachment is, None for one that cannot be published, and what there is to say of it."""
Names = Mapping[tuple[str, str], str]
"""Region and file name → path below the content folder."""


def inspect(path: str, raw: bytes, public: frozenset[str] = frozenset()) -> Inspected:
    """What the bytes are that lie at ``path``; more than the limit may be cut off behind it.

    ``public`` are the values that look personal and may be public all the same.
    """
    where = Where(path)
    objection = _objection(where, raw)
    if objection is not None:
        return None, (objection,)
    kind = signatures.what_is(raw)
    if kind == signatures.PDF:
        return inspect_document(where, raw, public)
    return inspect_picture(where, raw, kind)


def _objection(where: Where, raw: bytes) -> Finding | None:
    """Why it need not be looked into."""
    if not raw:
        return rules.EMPTY.at(where)
    if len(raw) > LARGEST_FILE:
        return rules.TOO_LARGE.at(where, limit=LARGEST_FILE // 1_000_000)
    named = signatures.NAMED.get(PurePosixPath(where.path).suffix.lower(), "附件")
    found = signatures.what_is(raw)
    if found != named:
        spaced = f" {found}" if found.isascii() else found
        return rules.NOT_WHAT_IT_SAYS.at(where, named=named, found=spaced)
    return None


def inspect_all(
    content: Path, names: Names, public: frozenset[str] = frozenset()
) -> tuple[dict[tuple[str, str], Attachment], list[Finding]]:
    """The sound attachments among those named, and everything that is wrong with any.

    ``public`` as in :func:`inspect`.
    """
    sound: dict[tuple[str, str], Attachment] = {}
    findings: list[Finding] = []
    for key, path in names.items():
        found, said = _inspected(content, path, public)
        findings += said
        if found is not None:
            sound[key] = Attachment(path, found)
    return sound, findings


def _inspected(content: Path, path: str, public: frozenset[str]) -> Inspected:
    try:
        raw = bytes_of(content / path)
    except OSError as error:
        reason = error.strerror or str(error)
        return None, (file_rules.FILE_UNREADABLE.at(Where(path), reason=reason),)
    return inspect(path, raw, public)


def bytes_of(path: Path) -> bytes:
    """The content of a regular file, or as much as shows that it is too large; else OSError."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "不是普通文件")
        return stream.read(LARGEST_FILE + 1)
