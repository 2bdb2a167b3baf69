"""The schema of a kind of value and its reader say the same of every text.

What a reader takes without a notice, the schema takes; what the schema takes, the reader does not
refuse, but for what only a reader can know: the calendar, the code table, which name came before.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from site_gen.findings import Finding, Where, value_rules
from site_gen.records.model import Part, reads_of
from site_gen.records.reading import Reads, Refused
from site_gen.records.table import KINDS
from site_gen.records.text import Text
from site_gen.source.shapes import shape_of

FORMS = (
    "2023 2023-05 2023-05-12 2023-05-12_19:30 2023年5月 2023/5/12 2023-02-30 1949 2101 不详 未定 "
    "2023-01/2023-06 2019/2020 2023-01-01/2023-02-01 2023-06/2023-01 2023-06/2023 3个月 15天 0天 "
    "512 0 007 1.9万 3000余 近2万 100+ 约3000 300左右 已隐去 12人 每季度1次 每年0次 每月12次 "
    "甲 甲、乙 甲,乙 甲、 甲、甲 白云镇/石桥村 白云镇 镇/村/组 https://example.org/a?b=c "
    "http: example.org 建议3 2023/0512-shiqiao lixian/2023/0512-shiqiao_建议3 undated/a "
    "2023_parking lixian/2023_parking 协商_2023/a 2023/a、建议2 513222 999999 群众出题 public "
    "待补充 是 yes a-b-3"
)
SEEDS = tuple(form.replace("_", " ") for form in FORMS.split())
LETTERS = "0123456789-/年月日个天余约近万+、,，.: 甲aZ"
UNKNOWABLE = {
    value_rules.DATE_IMPOSSIBLE.code,
    value_rules.CODE_UNKNOWN.code,
    value_rules.NAME_TWICE.code,
    value_rules.PERIOD_UNREADABLE.code,
}
"""The last for a period that ends before it begins."""
STRICTER = {"PlanTopic.key", "Session.state"}
"""Values that a check refuses after the reader has taken them; the schema refuses them at once."""


def _models() -> Iterator[type[Part]]:
    pending: list[type[Part]] = [kind.model for kind in KINDS]
    while pending:
        model = pending.pop()
        yield model
        pending += [entry.part for entry in shape_of(model).by_form.values() if entry.part]


def _values() -> dict[str, Reads]:
    """Every way in which a value of a head or list is read, by one field that is read so."""
    found: dict[tuple[Any, str], tuple[str, Reads]] = {}
    for model in _models():
        for key in shape_of(model).labels:
            if shape_of(model).by_form[key].part is None:
                reads = reads_of(model.model_fields[key])
                found.setdefault(
                    (reads.reader, str(reads.schema)), (f"{model.__name__}.{key}", reads)
                )
    return dict(found.values())


VALUES = _values()


@st.composite
def near_forms(draw: st.DrawFn) -> str:
    """A form that somebody writes, with up to two characters changed."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(text)))
        put = draw(st.sampled_from(("", *LETTERS)))
        text = text[:at] + put + text[at + draw(st.integers(0, 1)) :]
    return text.strip() or "甲"


def read(reads: Reads, written: str) -> tuple[Finding | None, list[Finding]]:
    """Why the reader refuses a text, if it does, and its notices."""
    notices: list[Finding] = []
    try:
        reads.reader(Text(written, Where("a.md", 1, 1)), notices.append)
    except Refused as refused:
        return refused.finding, notices
    return None, notices


def agree(reads: Reads, written: str, *, stricter: bool = False) -> bool:
    """Whether schema and reader say the same of a text, or the schema is ``stricter``."""
    refusal, notices = read(reads, written)
    fits = Draft202012Validator(dict(reads.schema)).is_valid(written)
    if fits:
        return refusal is None or refusal.code in UNKNOWABLE
    return stricter or refusal is not None or notices != []


@pytest.mark.parametrize("name", VALUES)
def test_schema_and_reader_agree_on_what_people_write(name: str) -> None:
    stricter = name in STRICTER

    assert [one for one in SEEDS if not agree(VALUES[name], one, stricter=stricter)] == []


@pytest.mark.parametrize("name", VALUES)
@given(near_forms())
@settings(max_examples=60, deadline=None)
def test_schema_and_reader_agree_on_anything_like_it(name: str, written: str) -> None:
    assert agree(VALUES[name], written, stricter=name in STRICTER)


def test_a_schema_that_differs_is_noticed() -> None:
    day = next(reads for name, reads in VALUES.items() if name.endswith(".date"))

    assert agree(day, "2023-05")
    assert not agree(Reads(day.reader, {"pattern": "^[0-9]{4}$"}), "2023-05")
    assert not agree(Reads(day.reader, {}), "昨天")
