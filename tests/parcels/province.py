"""A small province in which every way of naming what lies in another prefecture occurs."""

from collections.abc import Mapping
from pathlib import Path

from tests.sites.folder import PICTURE

_REGIONS = {
    "yun": ("云埠省", ""),
    "dong": ("东洲市", "yun"),
    "xi": ("西洲市", "yun"),
    "nan": ("南洲市", "yun"),
    "dongyi": ("东一县", "dong"),
    "donger": ("东二县", "dong"),
    "xiyi": ("西一县", "xi"),
    "xier": ("西二县", "xi"),
    "nanyi": ("南一县", "nan"),
    "gu": ("孤山县", ""),
}
"""Folder → name, folder above; the last lies in no other and none in it."""

ATTACHED = ("dongyi/dam.png", "xiyi/dam.png", "nanyi/dam.png", "nanyi/unused.png", "yun/dam.png")
"""Pictures, by region."""


def _region(folder: str, number: int) -> str:
    name, above = _REGIONS[folder]
    within = f"上级: {above}\n方格: [{number // 3}, {number % 3}]\n" if above else ""
    terms = "办理时限: {建议: 2个月, 会办: 1个月}\n" if folder in {"yun", "gu"} else ""
    office = "{电话: '12345', 邮箱: zhanghai@example.org}" if folder == "xi" else "{电话: '12345'}"
    return f"名称: {name}\n{within}{terms}联系: {office}\n"


def _session(title: str, day: str, head: str = "", body: str = "") -> str:
    unit = "县水务局"
    return f"""\
---
议题: {title}
时间: {day}
领域: 供水排水
{head}---

## 建议1 {title}，先修一段

- 提出人：村民
- {day} 交办：{unit}

## 建议2 {title}，再修一段

- {day} 交办：省水利厅
- 2026-08-08 答复：年内修完；方式：走访；单位：省水利厅
- 2026-08-09 办结：列入计划；计划：年度养护；承诺：2026-10
{body}"""


_SITE = {
    "site.yaml": "名称: 协商公示\n主办: 项目组\n提示: 虚构示例\n语言: [zh-Hans, en]\n",
    "vocabulary.yaml": "领域:\n  - {编号: water, 名称: 供水排水}\n  - {编号: road, 名称: 交通}\n",
    "pages/about.md": (
        "---\n标题: 关于\n---\n\n例如[东一县的一次](record:sessions/dongyi/2025/0302-ba)"
        "和[它的一条](record:sessions/xiyi/2025/0405-ba#s1)。\n"
    ),
    "pages/about.en.md": "A [meeting](record:sessions/nanyi/2025/0506-ba).\n",
}

_SESSIONS = {
    "dongyi/2025/0302-ba": _session("堤坝渗水", "2025-03-02"),
    "xiyi/2025/0405-ba": _session("堤坝渗水下游", "2025-04-05", "承接: dongyi/2025/0302-ba\n"),
    "nanyi/2025/0506-ba": _session("堤坝渗水出海口", "2025-05-06", "承接: xiyi/2025/0405-ba\n"),
    "gu/2025/0607-ba": _session("山里的堤坝", "2025-06-07", "承接: nanyi/2025/0506-ba\n"),
    "dongyi/2025/0708-lu": _session(
        "跨区的路",
        "2025-07-08",
        "跨区域: xiyi、nanyi\n",
        "\n## 建议3 与别处并在一起\n\n- 2025-07-08 交办：县水务局\n"
        "- 2025-07-20 并案：xier/2025/0809-qu 建议1\n",
    ),
    "xier/2025/0809-qu": _session(
        "水渠",
        "2025-08-09",
        "跨区域: 东二县\n提案: nanyi/2025/0127-qu\n",
        "\n## 经过\n\n[先前](record:sessions/gu/2025/0607-ba)，"
        "见[办法](record:methods/dong/san-bu)。\n",
    ),
    "nanyi/2025/0910-jing": _session(
        "水井",
        "2025-09-10",
        body="\n## 建议3 并到别处\n\n- 2025-09-11 交办：县水务局\n"
        "- 2025-09-12 并案：xiyi/2025/0405-ba 建议1\n"
        "\n## 经过\n\n![坝](dam.png)\n",
    ),
    "donger/2025/1011-zou": _session(
        "撤下的", "2025-10-11", "撤下: {日期: 2025-12-01, 原因: 重复}\n承接: xier/2025/0809-qu\n"
    ),
    "donger/2025/1112-dian": _session(
        "电话",
        "2025-11-12",
        "承接: 2025/1011-zou\n个人信息例外: "
        "[{片段: 138****8000, 原因: 对外公布的值班手机, 核准: 县政协办公室}]\n",
        "\n## 经过\n\n值班电话 13800138000，写信给 zhanghai@example.org。\n",
    ),
    "yun/2025/1213-sheng": _session(
        "全省的", "2025-12-13", "跨区域: donger\n承接: donger/2025/1112-dian\n"
    ),
    "nan/2026/0105-shi": _session("市里的", "2026-01-05"),
}
_TRANSLATIONS = {
    "dongyi/2025/0302-ba.en": "See [there](record:sessions/nan/2026/0105-shi).\n",
}

_RECORDS = {
    "dong/methods/san-bu.md": "---\n名称: 三步工作法\n步骤: [收集, 商量, 回头看]\n---\n\n"
    "用在[这里](record:cases/nanyi/ba)。\n",
    "dongyi/cases/ba.md": "---\n标题: 别处的坝\n日期: 2026-02\n领域: 供水排水\n封面: dam.png\n"
    "协商: xiyi/2025/0405-ba、nanyi/2025/0910-jing\n---\n\n## 困难\n\n渗水。\n",
    "nanyi/cases/ba.md": "---\n标题: 山里的坝\n日期: 2026-03\n领域: 供水排水\n封面: dam.png\n"
    "协商: gu/2025/0607-ba\n---\n\n## 困难\n\n渗水。\n",
    "yun/cases/ba.md": "---\n标题: 全省的坝\n日期: 2026-04\n领域: 供水排水\n封面: dam.png\n"
    "协商: dongyi/2025/0302-ba\n---\n\n## 困难\n\n渗水。\n",
    "nanyi/proposals/2025/0127-qu.md": "---\n案由: 修分水口\n提案号: 127\n时机: 平时\n"
    "提案者: 委员联名\n"
    "领域: 供水排水\n---\n\n## 办理\n\n- 2025-01-20 提出\n- 2025-02-03 立案\n"
    "- 2025-03-01 交办：省水利厅\n",
    "dongyi/proposals/2025/0128-qu.md": "---\n案由: 清水渠\n---\n\n## 办理\n\n- 2025-01-21 提出\n"
    "- 2025-02-03 并案：nanyi/2025/0127-qu\n",
    "xiyi/opinions/2025/0301-yao.md": "---\n标题: 买药难\n反映人: 村医\n领域: 供水排水\n---\n\n"
    "见[提案](record:proposals/dongyi/2025/0128-qu)。\n\n## 办理\n\n- 2025-03-01 提出\n"
    "- 2025-03-08 报送：市州；期号：第3期\n- 2025-03-09 转交：县水务局\n",
    "gu/reviews/2025/1120-ping.yaml": "类型: 民主评议\n标题: 对一个部门的评议\n日期: 2025-11-20\n"
    "计划议题: 2025 fuwu\n对象:\n  - {单位: 县水务局, 票数: {满意: 48, 基本满意: 4}}\n",
    "gu/plans/2025.yaml": "审定: {机构: 县委, 日期: 2025-02-10}\n议题:\n"
    "  - {编号: fuwu, 议题: 窗口服务, 时间: 2025-10/2025-12, 承办: 县政协}\n",
    "yun/plans/2025.yaml": "审定: {机构: 省委, 日期: 2025-02-10}\n议题:\n"
    "  - {编号: ba, 议题: 堤坝, 时间: 2025-02/2025-06, 承办: 省政协}\n",
    "dong/statistics/2025.yaml": "来源: {标题: 年度工作报告}\n数据:\n"
    "  - {指标: 意见建议, 数值: 6, 单位: 条, 期间: 2025-01/2025-12}\n",
}


def _all() -> dict[str, str]:
    found = dict(_SITE)
    for number, folder in enumerate(_REGIONS):
        found[f"regions/{folder}/region.yaml"] = _region(folder, number)
        unit = "省水利厅" if folder == "yun" else "县水务局"
        found[f"regions/{folder}/units.yaml"] = f"- {{名称: {unit}}}\n- {{名称: 河长办}}\n"
    found["regions/gu/units.yaml"] += "- {名称: 省水利厅}\n"
    for name, text in (*_SESSIONS.items(), *_TRANSLATIONS.items()):
        region, _, rest = name.partition("/")
        found[f"regions/{region}/sessions/{rest}.md"] = text
    return found | {f"regions/{path}": text for path, text in _RECORDS.items()}


PROVINCE: Mapping[str, str] = _all()


def write(content: Mapping[str, str], root: Path) -> Path:
    """The folder of ``content`` below ``root``, with its pictures."""
    for path, text in content.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for attached in ATTACHED:
        region, _, name = attached.partition("/")
        folder = root / "regions" / region / "attachments"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(PICTURE)
    return root
