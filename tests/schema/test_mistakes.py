"""What people typically write wrongly: the schema refuses it, and so does the program."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from site_gen.findings import Severity
from site_gen.pipeline import audit
from site_gen.records.kinds import Notation
from site_gen.source import read_record
from tests.schema.heads import BY_KEY, complaints
from tests.sites.folder import SMALL, write

TODAY = date(2026, 11, 22)
SESSION = "议题: 修路\n时间: 2023-05-12\n"
FIGURE = "指标: 协商平台, 单位: 个, 截至: 2023"

MISTAKES: Mapping[str, tuple[str, ...]] = {
    "site": (
        "主办: 项目组\n",
        "名称: 公示\n最小样本: 十\n",
        "名称: 公示\n最小样本: 0\n",
        "名称: 公示\n网址: example.org\n",
        "名称: 公示\n提示: 虚构\n",
        "名称: {bo: 公示}\n",
    ),
    "vocabulary": ("领域:\n  - {编号: water}\n", "领域: 交通出行\n", "品牌:\n  - 有事来协商\n"),
    "page": ("题目: 关于本站\n",),
    "region": (
        '代码: "51322"\n',
        "名称: 理县\n方格: [0]\n",
        "名称: 理县\n方格: 3\n",
        "名称: 理县\n下辖: {乡镇: 0}\n",
        "名称: 理县\n办理时限: {建议: 两个月}\n",
        "名称: 理县\n办理时限: {咨询: 2个月}\n",
        "名称: 理县\n办理时限: 2个月\n",
        "名称: 理县\n办理结果分类: {A: [办好了]}\n",
        "名称: 理县\n联系: {手机: 12345}\n",
    ),
    "unit": (
        "名称: 县财政局\n",
        "- {联系: 12345}\n",
        "- {名称: 县财政局, 简称: 财政}\n",
        "- 县财政局\n",
    ),
    "platform": (
        "- {名称: 议事厅, 频次: 经常}\n",
        "- {名称: 议事厅, 频次: 每季度0次}\n",
        "- {名称: 议事厅, 层级: 组}\n",
        "- {名称: 议事厅, 成立: 2021年}\n",
        "- {名称: 议事厅, 村社: 镇/村/组}\n",
    ),
    "method": ("名称: 三步\n步骤: {一: 收集}\n", "步骤: 待补充\n"),
    "session": (
        "时间: 2023-05-12\n",
        "议题:\n时间: 2023-05-12\n",
        "议题: [修路, 修桥]\n时间: 2023-05-12\n",
        "议题: 修路\n时间: 2023-13\n",
        "议题: 修路\n时间: 昨天\n",
        "议题: 修路\n时间: 2023年5月12日\n",
        "议题: 修路\n时间: 2023/5/12\n",
        "议题: 修路\n时间: 2023-05-12 25:00\n",
        "议题: 修路\n时间: 20233\n",
        f"{SESSION}提出人: 村民\n",
        f"{SESSION}题员: 群众出题\n",
        f"{SESSION}题源: 群众\n",
        f"{SESSION}形式: 圆桌会\n",
        f"{SESSION}议题公示: 2023-05-12 19:30\n",
        f"{SESSION}领域: 交通出行,环境卫生\n",
        f"{SESSION}领域: 交通出行、\n",
        f"{SESSION}提案: 2023-0127\n",
        f"{SESSION}计划议题: parking\n",
        f"{SESSION}来源: {{发布: 某报}}\n",
        f"{SESSION}来源: {{标题: 某文, 网址: www.example.org}}\n",
        f"{SESSION}来源: {{标题: 某文, 性质: 转载}}\n",
        f"{SESSION}上报数: {{建议: 三}}\n",
        f"{SESSION}上报数: 3\n",
        f"{SESSION}撤下: {{原因: 有误}}\n",
    ),
    "case": ("标题: 一条路\n协商: 修路\n", "标题: 一条路\n日期: 23-05-12\n"),
    "proposal": ("案由: 饮水\n提案者: 三位委员\n", "案由: 饮水\n重点: 对\n"),
    "opinion": ("标题: [村里, 买药难]\n",),
    "review": (
        "类型: 评议\n标题: 评议\n",
        "标题: 评议\n",
        "类型: 民主评议\n标题: 评议\n对象:\n  - {票数: {满意: 48}}\n",
        "类型: 民主评议\n标题: 评议\n对象:\n  - {单位: 县水务局, 票数: 48}\n",
        "类型: 民主评议\n标题: 评议\n对象:\n  - 单位: 县水务局\n    整改:\n"
        "      - {措施: 改, 期限: 2024-01}\n",
    ),
    "plan": (
        "审定: 州委常委会\n",
        "议题:\n  - {议题: 停车}\n",
        "议题:\n  - {编号: tingche, 议题: 停车, 时间: 2023-10/2023}\n",
    ),
    "statistic": (
        "来源: 报告\n",
        f"数据:\n  - {{{FIGURE}}}\n",
        f"数据:\n  - {{{FIGURE}, 数值: 很多}}\n",
        f"数据:\n  - {{{FIGURE}, 数值: 3千多家}}\n",
        f"数据:\n  - {{{FIGURE}, 数值: 2, 分项: [1, 1]}}\n",
        f"数据:\n  - {{{FIGURE}, 数值: 2, 期间: 去年}}\n",
    ),
}


@pytest.mark.parametrize(
    ("key", "text"),
    [(key, text) for key, texts in MISTAKES.items() for text in texts],
    ids=lambda value: value.replace("\n", "|"),
)
def test_a_mistake_is_refused_by_both(key: str, text: str) -> None:
    kind = BY_KEY[key]
    file = f"---\n{text}---\n" if kind.notation is Notation.DOCUMENT else text
    _, findings = read_record(kind, "lixian", "2023/a", "a.md", file.encode())

    assert complaints(kind, text) != []
    assert findings != ()


def test_every_kind_has_a_mistake() -> None:
    assert set(MISTAKES) == set(BY_KEY)


@pytest.mark.parametrize(
    ("key", "path", "right", "wrong"),
    [
        ("session", "sessions/2023/0512-shigeng.md", "时间: 2023-05-12\n", ""),
        ("session", "sessions/2023/0512-shigeng.md", "时间:", "状态: 已召开\n时间:"),
        ("region", "region.yaml", "名称: 砾溪县\n", ""),
        ("statistic", "statistics/2023.yaml", ", 截至: 2023-12", ""),
        ("plan", "plans/2023.yaml", "编号: tingche", "编号: 停车"),
    ],
)
def test_what_only_a_check_finds_is_in_the_schema_too(
    tmp_path: Path, key: str, path: str, right: str, wrong: str
) -> None:
    """Keys of which one is needed, words that follow from something else, keys for addresses."""
    place = f"regions/lixi/{path}"
    text = SMALL[place].replace(right, wrong)
    folder = write({**SMALL, place: text}, tmp_path)
    errors = [
        finding
        for finding in audit(folder, TODAY).findings
        if finding.severity is Severity.ERROR and finding.where.path == place
    ]
    kind = BY_KEY[key]
    head = text.split("---\n")[1] if kind.notation is Notation.DOCUMENT else text

    assert text != SMALL[place]
    assert errors != []
    assert complaints(kind, head) != []
