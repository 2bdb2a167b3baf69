"""Some hundreds of made-up rows, and a small site around them with ledger and search page.

Places and units are invented. Everything follows from a fixed seed, so that a failing query can
be looked at again.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copytree

from site_gen.docket.row import Row
from site_gen.outputs.ledger import ledger_files
from site_gen.pages.model import Page, SiteFrame
from site_gen.render.policy import meta_policy
from site_gen.render.templates import templates_for
from site_gen.search import write_search

ROOT = Path(__file__).resolve().parents[2]

PARENTS: dict[str, str | None] = {
    "sheng": None,
    "qingxi": "sheng",
    "jiahe": "qingxi",
    "yiliu": "qingxi",
    "yunping": "sheng",
    "bingquan": "yunping",
    "dingqiao": "yunping",
}
COUNTIES = ("jiahe", "yiliu", "bingquan", "dingqiao")
LABELS = {
    "kind": {"suggestion": "建议", "session": "协商活动", "assignment": "交办"},
    "region": {
        "sheng": "某省",
        "qingxi": "清溪州",
        "jiahe": "甲禾县",
        "yiliu": "乙柳县",
        "yunping": "云屏州",
        "bingquan": "丙泉县",
        "dingqiao": "丁桥县",
    },
    "result": {"resolved": "解决了", "planned": "答应列入计划，还没做", "deferred": "现在办不了"},
    "stage": {"handling": "正在做", "closed": "有结果了", "raised": "提了，还没有下文"},
    "overdue": {"yes": "超过期限还没答复"},
    "promise_due": {"yes": "承诺到期，待核实"},
    "compiled": {"yes": "从报道整理，没有向当地核实"},
    "theme": {"road": "交通出行", "water": "供水排水", "child": "儿童关爱"},
    "metric": {"raised": "提出的建议", "replied": "已经答复的建议", "nothing": "从来没有的"},
    "unit": {f"{county}/jiaotong": "县交通运输局" for county in COUNTIES},
}
# What queries look for, sown into the titles and texts of some rows.
SOWN = (
    "宅基地确权后登记簿没有更新",
    "未成年人放学后去处少",
    "G318线护栏缺损",
    "覆盖3000+户，投入约18.5万元",
    "2023-05前完成，期限2023年5月12日",
    "藏语标牌 བོད་ཡིག 写错了一个字母",
    "彝文 ꆈꌠꁱꂷ 标识",
    "自治州道路养护",
    "Wi-Fi信号 弱，ＡＢＣ栋",
    "石桥村三组、四组 的路灯 不亮",
    "“有事来协商”平台",
    "面积<50㎡ & C#",
    "𠮷野家旁的巷子",
    "第①条：换管道",
    "Straße的牌子",
)
WORDS = ("道路", "水渠", "路灯", "院坝", "停车", "学校", "医保", "村民", "照明", "排水", "的", "地")


@dataclass(frozen=True)
class MadeUpSite:
    """A served folder: what is in it, and where its pages lie."""

    rows: tuple[Row, ...]
    folder: Path
    """Served as the root; the site lies below a sub-path of it."""


def make_rows(number: int = 300, seed: int = 7) -> tuple[Row, ...]:
    """So many rows, a session now and then, and an assignment that only stands behind a number."""
    chance = random.Random(seed)
    return tuple(_row(place, chance) for place in range(number))


def _row(place: int, chance: random.Random) -> Row:
    county = chance.choice(COUNTIES)
    kind = {0: "session", 1: "assignment"}.get(place % 25, "suggestion")
    year = str(chance.randint(2021, 2023))
    day = chance.choice(("", f"-{chance.randint(1, 12):02}", "-05-12"))
    title = _words(chance, 3) + chance.choice((chance.choice(SOWN), "")) + _words(chance, 2)
    text = "" if kind == "assignment" else f"{title} {_words(chance, 40)}"
    if chance.random() < 0.4:
        text += f"\n{chance.choice(SOWN)}{_words(chance, 10)}"
    return Row(
        id=f"sessions/{county}/{year}/s{place}#s1",
        address=f"{county}/sessions/{year}/s{place}/#s1",
        kind=kind,
        title=title,
        context="" if kind == "session" else f"第{place // 3}次协商",
        date=chance.choice((year + day, year + day, "")),
        facets=_facets(county, year, chance),
        text="" if kind == "assignment" else text,
    )


def _words(chance: random.Random, number: int) -> str:
    return "".join(chance.choices(WORDS, k=number))


def _facets(county: str, year: str, chance: random.Random) -> dict[str, tuple[str, ...]]:
    result = chance.choice(("resolved", "planned", "deferred", ""))
    other = chance.choice([*COUNTIES, "", "", "", "", ""])
    facets = {
        "region": tuple(dict.fromkeys(key for key in (county, other) if key)),
        "result": (result,) if result else (),
        "stage": ("closed" if result else chance.choice(("handling", "raised")),),
        "overdue": ("yes",) if not result and chance.random() < 0.5 else (),
        "promise": ("2024-10",) if result == "planned" else (),
        "year": (year,),
        "theme": tuple(sorted(chance.sample(("road", "water", "child"), chance.randint(0, 2)))),
        "unit": (f"{county}/jiaotong",) if chance.random() < 0.5 else (),
        "place": (f"{county}/v{chance.randint(1, 12)}",),
        "metric": ("raised", "replied") if result else ("raised",),
    }
    if facets["overdue"]:
        facets["due"] = (f"{year}-{9 - len(facets['theme']):02}-15",)
    return {key: values for key, values in facets.items() if values}


def write_site(rows: Iterable[Row], folder: Path, scratch: Path, smallest: int) -> MadeUpSite:
    """Ledger, search and their pages below ``some/path/`` of a folder."""
    rows = tuple(rows)
    site = folder / "some" / "path"
    for address, content in ledger_files(rows, LABELS, PARENTS, smallest=smallest).items():
        file = site / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    write_search(rows, site, parents=PARENTS, scratch=scratch, jobs=2, smallest=smallest)
    copytree(ROOT / "theme" / "assets" / "js", site / "assets" / "js")
    for name in ("ledger", "search"):
        file = site / name / "index.html"
        file.parent.mkdir()
        file.write_text(_page(name), encoding="utf-8")
    return MadeUpSite(rows, folder)


def _page(name: str) -> str:
    """The page's own template in a document with the site's content-security policy."""
    frame = SiteFrame("某省协商公示", "", "fictional", "虚构示例", date(2026, 11, 22))
    assets = {f"js/{name}.js": f"assets/js/{name}.js"}
    values = {"groups": (), "total": 0}
    page = Page(f"{name}/", name, name, "办理台账", "每一条建议", f"{name}.html", values)
    body = templates_for(ROOT / "theme", [".."], frame, assets).body(page, "..")
    return (
        '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>x</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{meta_policy()}">'
        f'<link rel="icon" href="data:,">{body}</html>'
    )
