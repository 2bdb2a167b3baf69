"""A content folder drawn by lot: histories as the table allows them, longer than anybody writes.

The same number gives the same folder. What the example never comes to (an item merged after its
day, a unit that answers under its former name, a promise without a year's end) is here.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.statistics.again.course import TABLE, follow
from tests.statistics.again.files import Item, Record, written
from tests.statistics.again.totals import NAMES as TOTALS

END = date(2026, 11, 20)
REGIONS = {
    "zhou": "名称: 云埠州\n办理时限: {建议: 2个月, 会办: 1个月, 再答复: 15天}\n",
    "jia": "名称: 砾溪县\n上级: zhou\n办理时限: {建议: 1个月, 社情民意: 20天}\n",
    "yi": "名称: 墨坪县\n上级: zhou\n",
    "bing": "名称: 汀口县\n",
}
UNITS = ("甲局", "乙局", "丙局")
FORMER = {"甲处": "甲局", "乙处": "乙局"}
LIST = "- {名称: 甲局, 曾用名: [甲处]}\n- {名称: 乙局, 曾用名: [乙处]}\n- {名称: 丙局}\n"
NAMES = (*UNITS, *FORMER)
PRESS = "来源: {标题: 一篇报道}\n"
OFTEN = ("交办", "答复", "办结", "评价", "回头看", "二次办理") * 4
RESULTS = (
    "已解决；佐证：验收单", "正在解决；下一步：接着做；承诺：{promise}",
    "列入计划；计划：明年；承诺：{promise}", "暂难解决；原因：没有钱", "不可行；原因：太陡",
    "情况变化；原因：已经搬走",
)  # fmt: skip
FIXED: Mapping[str, tuple[str, ...]] = {
    "立案": ("", "：提案委"), "采纳": ("：甲局；范围：部分",), "不立案": ("：重复",),
    "不采纳": ("：没有钱",), "转为": ("：来信",), "采用": ("：内部刊物；期号：第3期",),
    "报送": ("：县；期号：第1期", "：市州；期号：第2期", "：省", "：全国"),
    "退回": ("：不归我们管",), "办理": ("：开工；进度：1/3",), "督办": ("：县长",),
    "阶段答复": ("：在办",), "质疑": ("：没有修；提出人：村民",), "撤回": ("：不提了",),
    "评价": ("：满意", "：不满意", "：未反馈", "：基本满意", "：满意2、不满意2", "：满意3、不满意1",
             "：未反馈5、满意1"),
    "二次办理": ("：评价", "：回头看", "：督办", "：承诺到期"), "公示": ("",), "备案": ("：县委",),
    "回头看": ("：属实巩固", "：部分落实", "：承诺未兑现", "：反弹", "：现已解决；佐证：照片两张"),
}  # fmt: skip


def draw(root: Path, seed: int) -> None:
    """Write a folder."""
    lot = Random(seed)
    put(root, "site.yaml", "名称: 示例\n最小样本: 3\n")
    put(root, "vocabulary.yaml", "领域:\n  - {编号: lu, 名称: 修路}\n")
    for region, head in REGIONS.items():
        put(root, f"regions/{region}/region.yaml", head)
        put(root, f"regions/{region}/units.yaml", LIST)
        for number in range(12):
            year, text = session(lot, region)
            put(root, f"regions/{region}/sessions/{year}/s-{number}.md", text)
            for kind, title in (("proposals", "案由"), ("opinions", "标题")):
                year, text = paper(lot, kind, title)
                put(root, f"regions/{region}/{kind}/{year}/p-{number}.md", text)
        put(root, f"regions/{region}/statistics/all.yaml", totals(lot))
        for year in (2025, 2026):
            put(root, f"regions/{region}/plans/{year}.yaml", plan(lot))
            put(root, f"regions/{region}/reviews/{year}/r.yaml", review(lot, year))


def put(root: Path, path: str, text: str) -> None:
    """Write a file."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def chance(lot: Random, text: str, often: float) -> str:
    """The text, or nothing."""
    return text if lot.random() < often else ""


def session(lot: Random, region: str) -> tuple[int, str]:
    """A session with suggestions and a problem; sometimes ahead, or not held."""
    held = date(2024, 1, 1) + timedelta(days=lot.randrange(1100))
    when = held.isoformat()[: lot.choice((10, 10, 10, 7))]
    others = "、".join(lot.sample([one for one in REGIONS if one != region], 2))
    head = f"议题: 修路\n时间: {when}\n领域: 修路\n"
    head += chance(lot, f"跨区域: {others}\n", 0.3) + chance(lot, PRESS, 0.2)
    head += chance(lot, f"状态: {lot.choice(('延期', '取消'))}\n原因: 大雨\n", 0.1)
    head += chance(lot, f"计划议题: {held.year} {lot.choice('abc')}\n", 0.5)
    head += chance(lot, f"上报数: {{建议: {lot.randrange(2, 5)}, 解决: {lot.randrange(3)}}}\n", 0.3)
    head += chance(lot, "撤下: {日期: 2026-11-01, 原因: 有误}\n", 0.05)
    record = Record("sessions", region, "", {"时间": when})
    parts = [f"---\n{head}---\n"]
    for number in range(1, 4):
        kind = chance(lot, f"- 类型：{lot.choice(('自办', '诉求'))}\n", 0.5)
        without = ("交办", "退回", "延期", "提出") if "自办" in kind else ("提出",)
        lines = history(lot, Item("建议", str(number), record), held, without)
        parts.append(f"## 建议{number} 一件事\n\n{kind}{lines}")
    own = history(lot, Item("问题", "1", record), held, ("提出",)) if lot.random() < 0.3 else ""
    parts.append(f"## 问题1 路不好走\n\n- 建议：{lot.choice(('1', '1、2', '3'))}\n{own}")
    return held.year, "\n".join(parts)


def paper(lot: Random, kind: str, title: str) -> tuple[int, str]:
    """A proposal or an opinion."""
    raised = date(2024, 1, 1) + timedelta(days=lot.randrange(900))
    head = f"{title}: 一件事\n" + chance(lot, PRESS, 0.15)
    if kind == "proposals":
        head += chance(lot, "重点: 是\n", 0.2)
    record = Record(kind, "", "", {})
    lines = f"- {raised} 提出\n" + history(lot, Item(kind, "", record), raised, ("提出",))
    return raised.year, f"---\n{head}---\n\n正文。\n\n## 办理\n\n{lines}"


def plan(lot: Random) -> str:
    """A plan of three topics; some plans are known from a report."""
    spans = ("", ", 时间: 2026-02/2026-03", ", 时间: 2026-12", ", 时间: 2025")
    topics = (f"  - {{编号: {key}, 议题: 修路{lot.choice(spans)}}}\n" for key in "abc")
    return chance(lot, PRESS, 0.4) + "议题:\n" + "".join(topics)


def review(lot: Random, year: int) -> str:
    """A supervision or an evaluation, with something to mend."""
    days = ("", ", 期限: 2026-03-31", ", 期限: 2026-11-22", ", 期限: 2027-01-31")
    done = ("", "", ", 完成: 2026-03-20")
    measures = "".join(
        f"      - {{措施: 改{number}{lot.choice(days)}{lot.choice(done)}}}\n" for number in range(4)
    )
    kind = lot.choice(("民主监督", "民主评议"))
    head = f"类型: {kind}\n标题: 看一看\n日期: {year}-05-06\n" + chance(lot, PRESS, 0.3)
    return f"{head}对象:\n  - 单位: 甲局\n    整改:\n{measures}  - 单位: 乙处\n"


def totals(lot: Random) -> str:
    """A total of each kind that is reconciled, some of them far off or vague."""
    spans = (
        "期间: 2025",
        "期间: 2025-01/2025-06",
        "期间: 2024/2026",
        "截至: 2025-09",
        "期间: 不详",
    )
    figures = ("0", "1", "3", "9", "20", "200", "3余", "近9", "约3", "不详", "已隐去")
    lines = "".join(
        f"  - {{指标: {name}, 数值: {lot.choice(figures)}, "
        f"单位: {unit}, {lot.choice(spans)}{chance(lot, ', 口径: 另算', 0.1)}}}\n"
        for name, (unit, _) in TOTALS.items()
        for _ in range(4)
    )
    return f"来源: 总结\n数据:\n{lines}"


def history(lot: Random, item: Item, start: date, without: tuple[str, ...]) -> str:
    """Event lines that the table allows, one after the other."""
    when = start
    lines: list[str] = []
    actions = [one for one in (*TABLE, *OFTEN) if one not in (*without, "据报道")]
    for _ in range(lot.randrange(40)):
        when += timedelta(days=lot.choice((0, 0, 1, 10, 15, 40)))
        if when > END:
            break
        action = lot.choice(actions)
        line = event(lot, item, action, when)
        if line and is_allowed(item, line):
            lines.append(f"- {line}\n")
    return "".join(lines)


def is_allowed(item: Item, line: str) -> bool:
    """Whether the history goes on with it; if not, it is left out."""
    before = list(item.events)
    written(item, line)
    if not follow(item, lambda name: FORMER.get(name, name)).refused:
        return True
    item.events = before
    return False


def event(lot: Random, item: Item, action: str, when: date) -> str:
    """One line; empty where there is nothing to say."""
    day = when.isoformat()[: lot.choice((10, 10, 10, 10, 10, 10, 10, 7))]
    if action in FIXED:
        return f"{day} {action}{lot.choice(FIXED[action])}"
    later = when + timedelta(days=lot.choice((3, 20, 60)))
    promise = lot.choice((later.isoformat(), later.isoformat()[:7], str(later.year), "未定"))
    said = {
        "交办": f"：{names(lot)}{chance(lot, f'；会办：{names(lot)}', 0.5)}"
        f"{chance(lot, f'；期限：{later}', 0.5)}",
        "转交": f"：{lot.choice(UNITS)}",
        "延期": f"：{later}；原因：下雨",
        "答复": f"：会修{chance(lot, f'；单位：{names(lot)}', 0.7)}",
        "办结": "：" + lot.choice(RESULTS).format(promise=promise),
        "并案": "：建议9" if item.kind == "建议" else "：2024/p-99",
        "更正": correction(lot, item),
    }.get(action, "")
    return f"{day} {action}{said}" if said else ""


def names(lot: Random) -> str:
    """One or two units, under present or former names, each once."""
    found = {FORMER.get(name, name): name for name in lot.sample(NAMES, lot.choice((1, 1, 2)))}
    return "、".join(found.values())


def correction(lot: Random, item: Item) -> str:
    """A correction that voids an event, if there is one it can name."""
    said = [f"{one.when} {one.action}" for one in item.events if one.action != "更正"]
    once = [one for one in said if said.count(one) == 1]
    voided = {one.parts.get("作废") for one in item.events}
    left = [one for one in once if one not in voided]
    return f"：记错了；作废：{lot.choice(left)}" if left and lot.random() < 0.3 else ""
