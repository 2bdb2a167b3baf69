"""Small sites for the tests of pages: one county, one session, written as a clerk would."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from site_gen.pages.item import ItemCard
from site_gen.pages.model import Page
from site_gen.pages.view import View
from site_gen.pages.view import view_of as pages_view
from site_gen.pipeline import Compilation, audit, compile_site
from site_gen.render.paths import base_of
from site_gen.render.templates import templates_for

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2024, 6, 30)
SESSION = "qingxi/sessions/2023/0512-shiqiao/"
_FILE = "regions/qingxi/sessions/2023/0512-shiqiao.md"

BASE = {
    "site.yaml": "名称: 清溪公示\n主办: 清溪市政协办公室\n提示: 虚构示例\n",
    "regions/qingxi/region.yaml": (
        "名称: 清溪市\n办理时限: {建议: 2个月, 再答复: 15天}\n"
        "办理结果分类: {A: [已解决], B: [正在解决, 列入计划]}\n联系: {电话: '12345'}\n"
    ),
    "regions/qingxi/units.yaml": (
        "- {名称: 市交通运输局, 曾用名: [市交通局], 联系: {电话: '12328'}}\n- {名称: 市水务局}\n"
    ),
}
HEAD = "议题: 石桥村通村公路\n时间: 2023-05-12\n地点: 白云镇石桥村\n"


def session(body: str, head: str = HEAD) -> dict[str, str]:
    """A site with one session."""
    return {**BASE, _FILE: f"---\n{head}---\n\n{body}\n"}


def suggestion(*events: str) -> dict[str, str]:
    """A site with one session of one suggestion, with these events."""
    return session("## 建议1 修复破损路面\n\n" + "\n".join(f"- {event}" for event in events))


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Writes a content folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def compiled(folder: Path, files: Mapping[str, str], today: date = TODAY) -> Compilation:
    """The compiled site of these files; findings that block are a mistake of the test."""
    write(folder, files)
    made = compile_site(folder, today)
    assert made.pages, [str(finding) for finding in made.findings]
    return made


def view_of(folder: Path, files: Mapping[str, str], today: date = TODAY) -> View:
    """What pages are composed from, whatever the checks say of it."""
    write(folder, files)
    return pages_view(audit(folder, today).corpus, today)


def page_at(made: Compilation, address: str) -> Page:
    """The page at an address."""
    return next(page for page in made.pages if page.address == address)


def card(folder: Path, files: Mapping[str, str], number: int = 1) -> ItemCard:
    """The card of a suggestion of the session."""
    values = page_at(compiled(folder, files), SESSION).values["suggestions"]
    assert isinstance(values, tuple)
    found = next(each for each in values if each.number == number)
    assert isinstance(found, ItemCard)
    return found


def texts(made: Compilation) -> dict[str, str]:
    """Every page as it is shown, by address; not those that scripts fill."""
    plain = [page for page in made.pages if page.template not in ("ledger.html", "search.html")]
    return {page.address: html(made, page.address) for page in plain}


def html(made: Compilation, address: str) -> str:
    """The main part of a page as it is shown."""
    page = page_at(made, address)
    base = base_of(page, made.frame.base_url)
    return templates_for(ROOT / "theme", [base], made.frame, {}).body(page, base)
