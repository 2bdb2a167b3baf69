"""A made-up site of what is hard to show: long names without a break, wide tables, long lists."""

UNBROKEN = "https://host.example/" + "very-long-address-without-any-place-to-break/" * 3
LONG = "关于进一步加快推进老旧小区加装电梯适老化改造停车泊位雨污分流排水管网整治的协商" * 2
COLUMNS = 12
MANY = 26
"""Two counties with so many together are more than a page of the whole site lists."""

PROSE = f"""
## 一段很长的说明

{LONG}，见 {UNBROKEN}

| {" | ".join(f"第{n}列" for n in range(COLUMNS))} |
|{"---|" * COLUMNS}
| {" | ".join("很长的一格内容" for _ in range(COLUMNS))} |

- 一层
  - 两层

> {LONG}

1. 第一
2. 第二
"""

LATE = "- 2026-01-{day:02} 交办：县水务局；期限：2026-02-01\n"
REFUSED = "- 2026-01-{day:02} 不采纳：没有钱\n"
ITEM = "## 建议1 {long}\n\n- 2026-01-02 交办：县水务局\n- 2026-02-03 答复：{long}；方式：书信\n\n"
HEAD = "---\n议题: {title}\n时间: 2026-01-01\n地点: {place}\n平台: 村口 议事厅\n---\n\n"
PLATFORMS = f"- {{名称: 村口 议事厅, 类型: 议事厅, 状态: 暂停}}\n- {{名称: {LONG[:40]}}}\n"


def _items(title: str, event: str) -> str:
    return "".join(
        f"## 建议{n} {title}{n}\n\n{event.format(day=1 + n % 28)}\n" for n in range(1, MANY + 1)
    )


def _county(name: str, title: str) -> dict[str, str]:
    folder = f"regions/{name}"
    hard = HEAD.format(title=LONG, place=UNBROKEN) + ITEM.format(long=LONG) + PROSE
    late = HEAD.format(title="修路", place="村里") + _items(title, LATE)
    refused = HEAD.format(title="修渠", place="村里") + _items(title, REFUSED)
    return {
        f"{folder}/region.yaml": f'名称: {title}县\n上级: zhou\n联系: {{电话: "12345"}}\n',
        f"{folder}/units.yaml": "- {名称: 县水务局}\n",
        f"{folder}/platforms.yaml": PLATFORMS,
        f"{folder}/sessions/2026/0101-hard.md": hard,
        f"{folder}/sessions/2026/0101-late.md": late,
        f"{folder}/sessions/2026/0101-refused.md": refused,
    }


FILES = {
    "site.yaml": "名称: 示例\n网址: https://host.example/below/\n",
    "regions/zhou/region.yaml": "名称: 云埠州\n",
    "pages/about.md": f"---\n标题: {LONG}\n---\n{PROSE}",
    **_county("jia", "甲"),
    **_county("yi", "很长很长很长很长的名字"),
}
