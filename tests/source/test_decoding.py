"""Bytes that are not plain UTF-8, and characters that have no business in a record."""

import pytest

from site_gen.source.decoding import LARGEST, decode

TEXT = "---\n议题: 石桥村通村公路破损与排水\n时间: 2023-05-12\n---\n"


def found(raw: bytes) -> list[str]:
    """Place and code of everything found."""
    return [f"{one.where.line}:{one.where.column} {one.code}" for one in decode("a", raw)[1]]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", ["1:1 F101"]),
        (b" \n\t\r\n", ["1:1 F101"]),
        (b"\xef\xbb\xbf", ["1:1 F101"]),
        (b"a" * (LARGEST + 1), ["1:1 F102"]),
        ((TEXT + "修" * LARGEST).encode(), ["1:1 F102"]),
        (TEXT.encode("gbk"), ["2:1 F110"]),
        ("---\ntitle: Road\n主办: 县政协\n---\n".encode("gb18030"), ["3:1 F110"]),
        (TEXT.encode("utf-16"), ["1:1 F111"]),
        (TEXT.encode("utf-16-be"), ["2:1 F111"]),
        ("title: road\n".encode("utf-16-le"), ["1:1 F111"]),
        (TEXT.encode()[:9], ["2:2 F112"]),
        (TEXT.encode() + b"\xe8\xae", ["5:1 F112"]),
        ("石橋村道路\n".encode("big5"), ["1:1 F112"]),
        ("石\x00桥".encode(), ["1:2 F113"]),
        (
            "a\n石\x1b[31m\x0b\u2028桥\x7f".encode(),
            ["2:2 F113", "2:7 F113", "2:8 F113", "2:10 F113"],
        ),
        (b"a\rb\n", ["1:2 F113"]),
        ("石\u202e桥\u2066".encode(), ["1:2 F114", "1:4 F114"]),
        ("石\ufffd桥".encode(), ["1:2 F115"]),
        ("石\u200b桥\u200b\u00ad\ufeff".encode(), ["1:2 F116", "1:5 F116", "1:6 F116"]),
        (b"\xef\xbb\xbfabc", ["1:1 F117"]),
        (b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n", ["2:1 F120", "6:1 F120"]),
    ],
)
def test_what_is_refused_or_noticed(raw: bytes, expected: list[str]) -> None:
    assert found(raw) == expected


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        TEXT.rstrip("\n"),
        "བོད་ཡིག ꆈꌠꁱꂷ 𠀀𪚥 👨\u200d👩\u200d👧 买买提·艾力 ‹…› \t㎡",
        "标题\n=======\n\n<<<<<<<<<< 十个\n",
    ],
)
def test_what_is_read(text: str) -> None:
    assert decode("a", text.encode()) == (text.replace("\r\n", "\n"), ())


def test_what_is_only_noticed_is_read_on() -> None:
    assert decode("a", b"\xef\xbb\xbfabc\xe2\x80\x8b")[0] == "abc\u200b"


def test_what_is_refused_is_not_read_on() -> None:
    assert decode("a", b"abc\x00")[0] is None
