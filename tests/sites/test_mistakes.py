"""One check over a folder full of mistakes finds each at its line, and nothing else.

Every mistake is a replacement in the small correct folder, with the line and the
code that must be reported. Mended one by one, each report falls silent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from site_gen.findings import Severity
from site_gen.findings.catalogue import RULES
from site_gen.pipeline import audit
from tests.sites.folder import SMALL, write

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Mistake:
    """``right`` in the file at ``path`` becomes ``wrong``; ``code`` is found in the line of
    ``at`` (of ``wrong`` where that is not given)."""

    path: str
    right: str
    wrong: str
    code: str
    at: str = ""

    def place(self, text: str) -> tuple[str, int, str]:
        """Path, line and code of the finding, in the text that has all mistakes."""
        sought = self.at or self.wrong
        line = 1 if sought == "FIRST" else text[: text.index(sought)].count("\n") + 1
        return self.path, line, self.code


SESSION = "regions/lixi/sessions/2023/0512-shigeng.md"
CANAL = "regions/lixi/sessions/2023/0701-shuiqu.md"
FIGURES = "regions/lixi/statistics/2023.yaml"
UNITS = "regions/lixi/units.yaml"
PLATFORMS = "regions/lixi/platforms.yaml"
REGION = "regions/lixi/region.yaml"
CASE = "regions/lixi/cases/daolu.md"
METHOD = "regions/lixi/methods/san-bu.md"

PROPOSAL = "regions/lixi/proposals/2023/0127-yinshui.md"
MERGED = "regions/lixi/proposals/2023/0128-shuiqu.md"
OPINION = "regions/lixi/opinions/2023/0301-yaodian.md"
REVIEW = "regions/lixi/reviews/2023/1120-pingyi.yaml"
PLAN = "regions/lixi/plans/2023.yaml"

MISTAKES = (
    Mistake(PROPOSAL, "提案者: 委员联名", "提案者: 三位委员", "V110"),
    Mistake(PROPOSAL, "- 2023-02-03 立案\n", "- 2023-02-03 退回：不属本局\n", "L101"),
    Mistake(PROPOSAL, "会办：县财政局", "期限：2023-02-01", "L112"),
    Mistake(MERGED, "并案：2023/0127-yinshui", "并案：2023/0127-yinshu", "R105"),
    Mistake(OPINION, "报送：市州", "报送：州里", "V110"),
    Mistake(OPINION, "标题: 村里买药难", "标题: [村里, 买药难]", "V121"),
    Mistake(REVIEW, "类型: 民主评议", "类型: 评议", "V110"),
    Mistake(REVIEW, "计划议题: 2023 fuwu", "计划议题: 2023 fuwuu", "R116"),
    Mistake(REVIEW, "单位: 县水务局", "单位: 县水利局", "R101"),
    Mistake(REVIEW, "期限: 2024-01-31", "期限: 2024-01", "V104"),
    Mistake(PLAN, "编号: tingche", "编号: 停车", "R118"),
    Mistake(PLAN, "时间: 2023-10/2023-12", "时间: 2023-10/2023", "V134"),
    Mistake("site.yaml", "名称: 协商公示\n", "", "K110", "FIRST"),
    Mistake("site.yaml", "提示: 虚构示例", "提示: 虚构", "V110"),
    Mistake("site.yaml", "最小样本: 10", "最小样本: 十", "V130"),
    Mistake("vocabulary.yaml", "{编号: water, 名称: 供水排水}", "{编号: water}", "K110"),
    Mistake("pages/about.md", "标题: 关于本站", "题目: 关于本站", "K101"),
    Mistake("regions/yunzhou/region.yaml", "会办: 1个月", "会办: 一个月", "V133"),
    Mistake("regions/moping/region.yaml", "方格: [0, 1]", "方格: [0]", "V137"),
    Mistake("regions/moping/region.yaml", "上级: yunzhou", "上级: yunzhuo", "R104"),
    Mistake(REGION, '联系: {电话: "12345"}', "联系: {电话: 12:30}", "Y120"),
    Mistake(UNITS, "- {名称: 县财政局}", "- {名称: 县财政局, 简称: 财政}", "K101"),
    Mistake(UNITS, '联系: {电话: "12328"}', '联系: {电话: "12328"', "Y126"),
    Mistake(PLATFORMS, "层级: 村,", "层级: 组,", "V110"),
    Mistake(PLATFORMS, "频次: 每季度1次", "频次: 经常", "V135"),
    Mistake(METHOD, "步骤: [收集, 商量, 回头看]", "步骤:", "V120"),
    Mistake(CASE, "日期: 2023-12", "日期: 12月", "V101"),
    Mistake(CASE, "协商: 2023/0512-shigeng", "协商: 2023/0512-shigen", "R105"),
    Mistake(FIGURES, "数值: 2,", "数值: 两,", "V130"),
    Mistake(FIGURES, "数值: 6, 单位: 条", "数值: 6, 单位: 个", "N402"),
    Mistake(FIGURES, "数值: 24,", "数值: 25,", "N401"),
    Mistake(SESSION, "时间: 2023-05-12\n", "时间: 2023-05-12\n时间: 2023-05-12\n", "K102",
            "时间: 2023-05-12\n地点"),
    Mistake(SESSION, "平台: 石埂村议事厅", "平台: 石埂议事厅", "R101"),
    Mistake(SESSION, "工作法: 三步工作法", "工作法: 四步工作法", "R101"),
    Mistake(SESSION, "品牌: 有事来协商", "品牌: 有事来协调", "R103"),
    Mistake(SESSION, "题源: 群众出题", "题源: 群众", "V110"),
    Mistake(SESSION, "领域: 交通出行", "领域: 交通", "R102"),
    Mistake(SESSION, "村民代表23人", "村民代表0人", "C304"),
    Mistake(SESSION, "跨区域: moping", "跨区域: mopin", "R104"),
    Mistake(SESSION, "村社: 砾溪镇/石埂村", "村社: 砾溪镇/石埂村/一组", "V162"),
    Mistake(SESSION, "期限：2023-08-20", "期限：2023-02-30", "V102"),
    Mistake(SESSION, "- 2023-06-18 答复：年内修完", "- 2023-06-18 回复：年内修完", "B101"),
    Mistake(SESSION, "类别：A；", "类别：B；", "C202"),
    Mistake(SESSION, "满意21、基本满意2；", "满意21、满意2；", "V140"),
    Mistake(SESSION, "- 2023-05-13 立案：镇协商委", "- 5月13日 立案：镇协商委", "V101"),
    Mistake(SESSION, "并案：建议1\n", "并案：建议9\n", "R106"),
    Mistake(SESSION, "## 建议3\n", "## 建议2\n", "B120"),
    Mistake(SESSION, "- 建议：1、2", "- 建议：1、7", "R106"),
    Mistake(SESSION, "## 经过\n\n说明。", "## 经过\n\n- 2023-06-01 答复：好", "B111",
            "- 2023-06-01 答复：好"),
    Mistake(CANAL, "时间: 2023-07-01", "时间: 2023-13-01", "V102"),
    Mistake(CANAL, "承接: 2023/0512-shigeng", "承接: 第一次", "V150"),
    Mistake(CANAL, "https://www.example.org/a.html", "javascript:alert(1)", "V161"),
    Mistake(CANAL, "- 2023-07-02 办理：村民出工", "- 2023-07-02 交办：县水务局", "L132"),
    Mistake(CANAL, "；承诺：2023-12", "", "B140", "- 2023-07-09 办结：列入计划"),
    Mistake(CANAL, "现已解决；佐证：![清好的渠](jungong.png)", "现已解决", "B143",
            "- 2024-01-09 回头看"),
    Mistake(CANAL, "；原因：汛期", "；佐证：汛期", "B106", "- 2023-07-20 延期"),
    Mistake(CANAL, "作废：2023-07-02 据报道", "作废：2023-07-09 据报道", "L120"),
    Mistake(CANAL, "- 2023-07-03 交办：县水务局\n", "- 2203-07-03 交办：县水务局\n", "V102"),
)  # fmt: skip


def _spoilt(mistakes: Iterable[Mistake]) -> dict[str, str]:
    content = dict(SMALL)
    for mistake in mistakes:
        assert mistake.right in content[mistake.path], mistake
        content[mistake.path] = content[mistake.path].replace(mistake.right, mistake.wrong, 1)
    return content


def _found(content: dict[str, str], root: Path) -> set[tuple[str, int, str]]:
    findings = audit(write(content, root), TODAY).findings
    return {(one.where.path, one.where.line, one.code) for one in findings}


def test_the_small_folder_is_correct(tmp_path: Path) -> None:
    assert _found(dict(SMALL), tmp_path) == set()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: f"{one.code}-{one.wrong[:12]}")
def test_a_mistake_alone_is_found_at_its_line(mistake: Mistake, tmp_path: Path) -> None:
    content = _spoilt([mistake])
    assert mistake.place(content[mistake.path]) in _found(content, tmp_path)
    errors = [one for one in audit(tmp_path, TODAY).findings if one.severity is Severity.ERROR]
    assert errors or RULES[mistake.code].severity is not Severity.ERROR


def test_all_mistakes_are_reported_together(tmp_path: Path) -> None:
    assert len(MISTAKES) >= 40
    content = _spoilt(MISTAKES)
    expected = {mistake.place(content[mistake.path]) for mistake in MISTAKES}
    assert expected - _found(content, tmp_path) == set()


def test_mended_one_by_one_it_falls_silent(tmp_path: Path) -> None:
    """Each mend takes its own report away; the last leaves nothing."""
    for count in range(len(MISTAKES), -1, -1):
        content = _spoilt(MISTAKES[:count])
        found = _found(content, tmp_path / str(count))
        expected = {mistake.place(content[mistake.path]) for mistake in MISTAKES[:count]}
        assert expected <= found, count
    assert found == set()
