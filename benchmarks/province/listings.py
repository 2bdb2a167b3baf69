"""The lists of a region and of the site: who handles, where people meet, what was planned."""

from collections.abc import Iterator
from random import Random

from benchmarks.province.fragments import topics
from benchmarks.province.places import Region

PHONE = '联系: {电话: "12345"}'

PAGES = {
    "about": ("关于本站", "这里的一切都是编出来的，用来量程序有多快。地方、单位、事情都不存在。"),
    "privacy": ("隐私与更正", "群众只写身份，不写姓名。写错了的，告诉我们，改了会说明。"),
}


def site_files(top: Region) -> Iterator[tuple[str, str]]:
    """The settings, the vocabulary and the prose of the site, as (path, text)."""
    yield (
        "site.yaml",
        f"名称: {top.name}协商公示（虚构示例）\n主办: {top.name}政协办公室（虚构）\n{PHONE}\n"
        "提示: 虚构示例\n最小样本: 10\n语言: [zh-Hans]\n",
    )
    themes = "".join(f"  - {{编号: {one.key}, 名称: {one.name}}}\n" for one in topics())
    yield "vocabulary.yaml", f"领域:\n{themes}品牌:\n  - {{名称: 坐下来商量}}\n"
    for name, (title, text) in PAGES.items():
        yield f"pages/{name}.md", f"---\n标题: {title}\n---\n\n{text}\n"


def region_files(region: Region) -> Iterator[tuple[str, str]]:
    """The settings and lists of one region, as (path below its folder, text)."""
    yield "region.yaml", "\n".join(_settings(region)) + "\n"
    yield "units.yaml", "".join(f"- {{名称: {name}, {PHONE}}}\n" for name in _units(region))
    yield "platforms.yaml", "".join(_platforms(region))


def _settings(region: Region) -> Iterator[str]:
    yield f"名称: {region.name}"
    if region.parent:
        yield f"上级: {region.parent}"
    if region.tile:
        yield f"方格: [{region.tile[0]}, {region.tile[1]}]"
    if not region.parent:
        yield "办理时限: {提案: 3个月, 建议: 2个月, 会办: 1个月, 再答复: 15天}"
    yield f'联系: {{单位: {region.name}政协办公室, 电话: "12345"}}'


def _units(region: Region) -> tuple[str, ...]:
    return (*region.offices, *region.governments)


def _platforms(region: Region) -> Iterator[str]:
    common = "品牌: 坐下来商量, 成立: 2021-06, 频次: 每季度1次, 状态: 运行"
    yield f"- {{名称: {region.name}政协协商室, 层级: 县, 类型: 议事厅, {common}}}\n"
    for town in region.towns[:2]:
        hall = f"名称: {town.name}议事厅, 层级: 乡镇, 类型: 议事厅, 村社: {town.name}"
        yield f"- {{{hall}, {common}}}\n"


def plan(rng: Random, region: Region, year: int) -> str:
    """The plan of a year: a topic for each quarter."""
    lines = [f"审定: {{机构: {region.name}委常委会, 日期: {year}-01-20}}", "议题:"]
    for quarter, topic in enumerate(rng.sample(topics(), 4)):
        what = f"{topic.things[quarter]}怎么管"
        when = f"{year}-{quarter * 3 + 1:02}/{year}-{quarter * 3 + 3:02}"
        lines.append(
            f"  - {{编号: {topic.key}, 议题: {what}, 题源: 政协选题, 形式: 专题协商会, "
            f"时间: {when}, 承办: {region.name}政协提案委}}"
        )
    lines.append(f"来源: {{标题: {region.name}{year}年度协商计划, 性质: 本单位}}")
    return "\n".join(lines) + "\n"


def statistic(rng: Random, region: Region, year: int) -> str:
    """Totals that were reported for a year."""
    figures = (
        ("协商活动", "场次", 12, 60),
        ("意见建议", "条", 40, 200),
        ("解决问题", "个", 20, 90),
    )
    rows = (
        f"  - {{指标: {name}, 数值: {rng.randint(least, most)}, 单位: {unit}, 期间: {year}}}\n"
        for name, unit, least, most in figures
    )
    source = f"来源: {{标题: {region.name}政协{year}年工作总结, 性质: 本单位}}"
    return f"{source}\n数据:\n{''.join(rows)}"
