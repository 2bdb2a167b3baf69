"""Where links and pictures of prose lead: asked of whoever knows the records.

Addresses given back are relative to the root of the site; this module looks nothing up.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from site_gen.findings import Rule
from site_gen.findings import prose_rules as rules
from site_gen.records.names import is_web_address

Find = Callable[[str], str | None]
"""The address of what a name means; None where there is no such thing."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
_MAIL = re.compile(r"mailto:[^\s<>\"'`\\]+", re.IGNORECASE)
_PICTURE = re.compile(r".+\.(?:jpe?g|png|webp)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in several sizes; ``width`` and ``height`` are those of the largest, in pixels."""

    sources: tuple[tuple[str, int], ...]
    """Addresses with their widths, smallest first."""
    width: int
    height: int

    @property
    def address(self) -> str:
        """Where the largest is found."""
        return self.sources[-1][0]


def _no_picture(name: str) -> None:
    """For texts whose pictures are not shown."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What names in prose mean: records, attachments of the region, pages of the site."""

    record: Find
    """``sessions/lixian/2023/0512-shiqiao`` → its address."""
    attachment: Find
    """``jungong.jpg`` → its address."""
    page: Find
    """``privacy`` → its address."""
    anchor: Find
    """``s3`` → the same, where the record's own page has such a place."""
    picture: Callable[[str], Shown | None] = _no_picture
    """``jungong.jpg`` → the sizes it comes in."""
    nearest: Callable[[str], str] = "".format
    """``是不是“…”？`` for a target that does not exist; nothing where none comes near."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a written target came to: an address, or the rule that it breaks."""

    href: str = ""
    outward: bool = False
    broken: Rule | None = None
    picture: Shown | None = None


def link_target(written: str, targets: Targets, base: str) -> Found:
    """Where a link leads; ``base`` is the way up to the root, ``''`` or ``'../../'``."""
    if is_web_address(written) or _MAIL.fullmatch(written):
        return Found(written, outward=True)
    if written.startswith("#"):
        missing = targets.anchor(written.removeprefix("#")) is None
        return Found(broken=rules.LINK_DANGLING) if missing else Found(written)
    if written.startswith("record:"):
        return _inward(targets.record(written.removeprefix("record:")), base)
    if _is_foreign(written):
        return Found(broken=rules.LINK_NOT_ALLOWED)
    if written.endswith(".md"):
        return _inward(targets.page(written.removesuffix(".md")), base)
    return _inward(targets.attachment(written), base)


def picture_target(written: str, targets: Targets, base: str) -> Found:
    """Where a picture lies: among the attachments of the region, nowhere else."""
    if _is_foreign(written):
        return Found(broken=rules.PICTURE_REMOTE)
    address = targets.attachment(written) if _PICTURE.fullmatch(written) else None
    if address is None:
        return Found(broken=rules.PICTURE_DANGLING)
    return Found(f"{base}{address}", picture=targets.picture(written))


def _is_foreign(written: str) -> bool:
    """Whether it would lead off the site: a scheme in any spelling, or another host."""
    bare = re.sub(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]", "", written)
    return bool(_SCHEME.match(bare)) or bare.startswith(("//", "\\", "/"))


def _inward(address: str | None, base: str) -> Found:
    return Found(broken=rules.LINK_DANGLING) if address is None else Found(f"{base}{address}")
