"""What bytes are, by their first ones; names of files have no say in it.

Used to tell a clerk what a file really is. Whether it is sound is found out by decoding it.
"""

import re

JPEG, PNG, WEBP, PDF = "JPEG", "PNG", "WebP", "PDF"
NAMED = {".jpg": JPEG, ".jpeg": JPEG, ".png": PNG, ".webp": WEBP, ".pdf": PDF}
"""What the end of a file name promises, in lower case."""

_SIGNATURES = (
    (rb"\xff\xd8\xff", JPEG),
    (rb"\x89PNG\r\n\x1a\n", PNG),
    (rb"RIFF....WEBP", WEBP),
    (rb"%PDF-", PDF),
    (rb"....ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", " HEIC（苹果手机的格式）"),
    (rb"....ftypavi[fs]", " AVIF 图片"),
    (rb"....ftyp", "视频"),
    (rb"GIF8[79]a", " GIF 图片"),
    (rb"BM....\x00\x00\x00\x00", " BMP 图片"),
    (rb"II\*\x00|MM\x00\*", " TIFF 图片"),
    (rb"PK\x03\x04", "压缩包或者 Word、Excel 文件"),
    (rb"\xd0\xcf\x11\xe0", "旧版的 Word、Excel 文件"),
    (rb"Rar!|7z\xbc\xaf|\x1f\x8b", "压缩包"),
    (rb"MZ|\x7fELF", "程序"),
    (rb"version https://git-lfs", " git LFS 的替身，不是文件本身"),
    (rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<svg\b", " SVG"),
    (rb"(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]", "网页或者 XML"),
)
_LOOKED_AT = 1024


def what_is(raw: bytes) -> str:
    """The kind of file, one of the constants above, or in Chinese what it is instead."""
    head = raw[:_LOOKED_AT]
    for pattern, kind in _SIGNATURES:
        if re.match(pattern, head, re.DOTALL | re.IGNORECASE if b"svg" in pattern else re.DOTALL):
            return kind
    return "文字" if _is_text(head) else "别的东西"


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8", "strict" if len(head) < _LOOKED_AT else "ignore")
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char in "\t\r\n" for char in text)
