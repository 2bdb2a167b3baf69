"""The quick look before the thorough one: it may say yes too often, and never no in error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.findings import Severity
from site_gen.privacy import personal
from site_gen.privacy.detectors import DETECTORS, Detector
from site_gen.privacy.plain import SPOKEN, view_of, written_as
from site_gen.privacy.prefilter import may_hold, may_hold_grave
from site_gen.privacy.scan import found_by
from tests.privacy.hidden import CARD, CARD_WAYS, MOBILE, WAYS

GRAVE = tuple(one for one in DETECTORS if one.severity is Severity.ERROR)
TAGGED = "\n\n<"
PIECES = (
    *MOBILE,
    *CARD,
    MOBILE[:5],
    MOBILE[5:],
    CARD[:9],
    CARD[9:],
    *SPOKEN,
    *"１３８⓪①③⑧٠١",
    "\u2060",
    "\u200b",
    "\u3164",
    "\u115f",
    "_",
    "＿",
    "－",
    "&#49;",
    "&#x33;",
    "&sup2;",
    "&nbsp;",
    "&amp;",
    "#49;",
    "amp;",
    "&lt;b&gt;",
    "%31",
    "%E4%B8%80",
    "\\u0031",
    "<b>",
    "＜b＞",
    "</b>",
    " ",
    " ",
    "\n",
    "、",
    "-",
    ".",
    "/",
    "𝟏",
    "𝟛",
    "川",
    "Ａ",
    "A1234",
    "5",
    "@",
    "＠",
    "qq.com",
    "zs",
    "(at)",
    "【AT】",
    "［ａｔ）",
    "家住",
    "⼾",
    "户籍地",
    "住在",
    "住址",
    "家庭地址",
    "号",
    "室",
    "单元",
    "元",
    "联系人",
    "⼾主",
    "姓名",
    "：",
    ":",
    "王小明",
    "身份证",
    "证件",
    "QQ",
    "ｑ",
    "Ｑ",
    "微信",
    "银行卡",
    "手机",
    "号码",
    "为",
    "abc_12",
    "513222",
    "2024-08-17",
    "2023年",
    "\t",
    "\u3000",
    "字",
    "x",
    "+86",
)


def is_found(text: str) -> bool:
    return bool(found_by(GRAVE, text) or found_by(GRAVE, text + TAGGED))


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_what_is_found_was_suspected(text: str) -> None:
    assert may_hold_grave(text) or not is_found(text)


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_what_is_told_was_suspected(text: str) -> None:
    assert may_hold(text) or not found_by(DETECTORS, text)


@settings(max_examples=500)
@given(st.sampled_from((MOBILE, CARD, "6222021001122334458", "513222640101123")), st.data())
def test_a_number_is_suspected_however_its_digits_are_written(
    number: str, data: st.DataObject
) -> None:
    written = [data.draw(st.sampled_from(written_as(digit))) for digit in number]
    between = data.draw(st.sampled_from(("", "", " ", "\u200b", "-", "\u3164", "_", "\u20e3")))

    assert may_hold_grave(between.join(written))


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda one: one.key)
def test_every_example_is_suspected(detector: Detector) -> None:
    assert all(map(may_hold, detector.hits))
    assert all(map(may_hold_grave, detector.hits)) or detector not in GRAVE


@settings(max_examples=500)
@given(
    st.sampled_from((MOBILE, CARD, "6222021001122334458", "513222640101123")),
    st.sampled_from(("2024-08-17", "2024-08-17\n- 2023-09-29", "0", "86", "一二三", "二〇", "20")),
    st.sampled_from(("", " ", "\n", "、", "：")),
)
def test_a_number_is_suspected_whatever_digits_stand_before_it(
    number: str, before: str, between: str
) -> None:
    text = f"{before}{between}{number}"

    assert may_hold_grave(text) or not is_found(text)


@pytest.mark.parametrize("way", WAYS)
def test_a_hidden_number_is_suspected(way: str) -> None:
    for text in (WAYS[way](MOBILE), CARD_WAYS.get(way, str)(CARD)):
        assert may_hold_grave(text) or not is_found(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024-10-14 00:00",
        "截至 2024年10月14日（报道）",
        "期限：2024-10-14\n- 2024-11-02 办结：已解决",
        "0837-6822123",
        "家庭医生",
        "户口迁移",
        "2024-10-14 提出：修路",
        "- 提出人：茶农",
        "3单元电梯",
        "信用卡",
        "拿出手机",
        "提案号: 117",
    ],
)
def test_what_records_and_pages_are_full_of_is_not_suspected(text: str) -> None:
    assert not may_hold(text)
    assert personal(text) == ()


@given(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), st.sampled_from("0a 川@<"))
def test_a_character_is_written_as_what_it_looks_like(char: str, plain: str) -> None:
    looks_alike = view_of(char).plain == plain

    assert (char in written_as(plain)) == looks_alike
