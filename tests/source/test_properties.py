"""Whatever bytes a file holds: records or findings, never an exception, in bounded time.

The bytes are random, or good records with a few things done to them that hands and programs do.
"""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.findings import Finding, Severity
from site_gen.records.kinds import Kind
from site_gen.records.record import Record
from site_gen.records.table import KINDS
from site_gen.source import read_record, read_translation
from site_gen.source.decoding import LARGEST
from tests.source.examples import EXAMPLES

BY_KEY = {kind.key: kind for kind in KINDS}
MARKS = (
    "：:；;，,、{}[]｛｝［］\"'#&*!|>%@`-—•·~?=\\/. \t\u3000\u00a0\u200b\u202e\x00\r\n年月日０１"
)
WORDS = (
    *("\n", "\n---\n", "\n## 建议1 甲\n", "- ", "  ", "- 2023-05-20 ", "；期限：", "null"),
    *("<<: ", "议题: ", "来源: {", "}", "佐证：![", "](", "😀", "བོད", "𠀀", "<<<<<<< a\n", "```\n"),
)
PIECES = st.sampled_from([*MARKS, *WORDS])
SECONDS = 6
"""Far more than any file takes, and far less than one that is read in quadratic time."""


def read(kind: Kind, raw: bytes) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The file as a record of some region."""
    return read_record(kind, "lixian", "2023/a", "a", raw)


def is_sound(kind: Kind, raw: bytes) -> None:
    """What holds of every file: places within it, and no silence where nothing was read."""
    records, findings = read(kind, raw)
    lines = raw.count(b"\n") + 1
    for finding in findings:
        assert finding.where.path == "a"
        assert 1 <= finding.where.line <= lines
        assert finding.where.column >= 1
        assert str(finding)
    if not records and not kind.is_listed:
        assert any(finding.severity is Severity.ERROR for finding in findings)
    assert (records, findings) == read(kind, raw)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(KINDS), st.binary(max_size=300))
def test_any_bytes(kind: Kind, raw: bytes) -> None:
    is_sound(kind, raw)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KINDS), st.lists(PIECES, max_size=60))
def test_any_text(kind: Kind, pieces: list[str]) -> None:
    is_sound(kind, "".join(pieces).encode())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KINDS), st.lists(PIECES, max_size=30))
def test_any_text_in_a_head(kind: Kind, pieces: list[str]) -> None:
    is_sound(kind, ("---\n" + "".join(pieces) + "\n---\n").encode())


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(EXAMPLES),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 3), PIECES), max_size=6),
)
def test_good_records_with_slips(
    example: tuple[str, str], slips: list[tuple[int, int, str]]
) -> None:
    kind, text = example
    for place, cut, piece in slips:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at + cut :]
    is_sound(BY_KEY[kind], text.encode())


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=100))
def test_any_translation(raw: bytes) -> None:
    prose, findings = read_translation("a", raw)
    assert prose or findings


HEAD = "---\n议题: 修路\n时间: 2023\n"
BODY = HEAD + "---\n\n## 建议1 修路\n\n"
FRAMES = {
    "a value": HEAD + "地点: {}\n---\n",
    "a head": HEAD + "{}\n---\n",
    "an answer": BODY + "- 2023-05-20 答复：{}\n",
    "evidence": BODY + "- 2023-05-20 办结：已解决；佐证：{}\n",
    "an item": BODY + "{}",
    "prose": HEAD + "---\n\n- 2023{}\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    "piece", [" ", "[", "{", "｛", "[a](", "；期限：", "1", "\n", "a\n", "- {}\n", "## 建议1 a\n"]
)
def test_the_time_is_bounded(frame: str, piece: str) -> None:
    before, after = FRAMES[frame].split("{}")
    filler = piece * (LARGEST // len(piece.encode()))
    text = before + filler[: LARGEST // 4] + after
    start = process_time()
    read(BY_KEY["session"], text.encode())
    assert process_time() - start < SECONDS
