"""The segments of a JPEG: without those that tell where, when and with what it was taken.

For pictures inside PDFs, which are carried over as they are; every pixel stays.
"""

_START, _SCAN, _END = 0xD8, 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_JFIF, _ICC, _ADOBE = 0xE0, 0xE2, 0xEE
_NOTES = frozenset({*range(0xE0, 0xF0), 0xFE})


def without_notes(raw: bytes) -> bytes:
    """The picture without comments and application segments, but for what its colours need.

    What follows the end of the pixels is left out. Raises ValueError for what cannot be understood
    as a JPEG up to its pixels: nobody could say what is in it.
    """
    kept, at = bytearray(raw[:2]), 2
    if raw[:2] != bytes((0xFF, _START)):
        raise ValueError("no JPEG")
    while at + 4 <= len(raw) and raw[at] == 0xFF:
        marker = raw[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(raw[at + 2 : at + 4])
        if marker == _SCAN:
            last = raw.rfind(bytes((0xFF, _END)))
            return bytes(kept) + raw[at : last + 2 if last > at else None]
        if marker not in _NOTES or _is_needed(marker, raw[at + 4 : end]):
            kept += raw[at:end]
        at = end
    raise ValueError("a JPEG without pixels")


def _is_needed(marker: int, content: bytes) -> bool:
    needed = {_JFIF: b"JFIF\0", _ICC: b"ICC_PROFILE\0", _ADOBE: b"Adobe"}
    return marker in needed and content.startswith(needed[marker])
