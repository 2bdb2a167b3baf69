"""Bytes that mean nothing: the mark before UTF-8, line ends, blanks at the end of lines."""

import pytest

from tests.fmt.rewriting import File, rewrite

HEAD = "---\n议题: 修路\n时间: 2023-05-12\n---\n"
WHOLE = f"{HEAD}\n## 建议1 修路\n\n- 2023-05-20 交办：县交通运输局\n"


@pytest.mark.parametrize(
    "raw",
    [
        WHOLE.encode("utf-8-sig"),
        WHOLE.replace("\n", "\r\n").encode(),
        WHOLE.replace("\n", "\r\n").encode("utf-8-sig"),
        WHOLE.removesuffix("\n").encode(),
        WHOLE.replace("\n", "  \n").encode(),
        WHOLE.replace("\n", "\t \n").encode(),
    ],
    ids=["mark", "windows", "mark-and-windows", "no-last-line-end", "spaces", "tabs"],
)
def test_what_nobody_sees_is_tidied(raw: bytes) -> None:
    assert rewrite("session", raw).raw == WHOLE.encode()


def test_lines_of_prose_keep_the_blanks_at_their_ends() -> None:
    prose = "## 经过\n\n第一行  \n第二行　\n   \n第三行  \n"

    assert File("session", f"{HEAD}\n{prose}").rewritten().text == f"{HEAD}\n{prose}"


def test_prose_gets_line_ends_and_nothing_else() -> None:
    assert rewrite("translation", "甲,乙  \r\n\r\n丙".encode()).raw == "甲,乙  \n\n丙\n".encode()


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe-\x00", "议题: 修路".encode("gb18030"), b"\r\r"])
def test_what_cannot_be_read_is_left_alone(raw: bytes) -> None:
    now = rewrite("session", raw)

    assert now.raw == raw
    assert now.errors


def test_very_many_slips_are_all_written() -> None:
    text = WHOLE + "- 2023年6月1日办理:施工;进度:1\n" * 700

    now = File("session", text).rewritten()

    assert now.text == WHOLE + "- 2023-06-01 办理：施工；进度：1\n" * 700
