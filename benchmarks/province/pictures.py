"""Small pictures made by arithmetic: a few kilobytes each, the same bytes wherever made."""

import struct
import zlib

from benchmarks.province.sessions import PICTURES

WIDTH, HEIGHT = 96, 64


def picture(name: str, region: str) -> bytes:
    """The PNG of one of the shared names, in a shade that each region has for itself."""
    shade = (40 * PICTURES.index(name) + zlib.crc32(region.encode())) % 256
    rows = b"".join(b"\x00" + bytes(_pixels(row, shade)) for row in range(HEIGHT))
    size = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _pixels(row: int, shade: int) -> list[int]:
    return [
        value
        for column in range(WIDTH)
        for value in (shade, (row * 5 + column * column // 9) % 256, (column * 3 + row) % 256)
    ]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
