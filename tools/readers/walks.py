"""The ways of four readers from the first page to what they came for, as data that is walked.

A walk is at most three steps. Each step names what the reader presses as she would name it: by its
role and its words. What is walked is photographed for the documentation and asserted in a
test, so that what is written down stays true.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from playwright.sync_api import Locator, Page, ViewportSize, expect

from tools.readers.stage import Look

FARTHEST = 3
"""Steps from the first page to anything a reader comes for."""
PATIENCE = 20_000
"""How long anything may take to appear, in milliseconds; a busy machine is slow."""
PHONE = Look("phone", "手机，360 像素宽", 360)
SCRIPTLESS = Look("plain", "手机，360 像素宽，不运行脚本", 360, script=False)
DESK = Look("desk", "电脑，1280 像素宽", 1280)
PAPER = "paper"
"""In place of a role: the browser's own command to print."""
SHEET: ViewportSize = {"width": 672, "height": 986}
"""What the margins leave of an A4 sheet: 178 by 261 mm, at 96 pixels an inch."""
FOLD = "summary"
"""In place of a role: what is folded, and opens when it is pressed."""
MARK = """(element) => { element.style.outline = '3px solid #c0001a';
  element.style.outlineOffset = '3px'; }"""
UNMARK = "(element) => { element.style.outline = ''; element.style.outlineOffset = ''; }"
ON_SCREEN = """(elements) => elements.some((element) => {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= innerHeight;
})"""
IN_VIEW = """(element) => element.scrollIntoView(
  { block: element.getBoundingClientRect().bottom > innerHeight ? 'center' : 'nearest' })"""


class Astray(Exception):
    """A walk is too long, or ends where what was looked for is not on the screen."""


@dataclass(frozen=True)
class Step:
    """One thing that a reader does: press something, or type something and send it."""

    words: str
    """What she does, a sentence."""
    role: str
    """Of what she presses or types into: ``link``, ``searchbox``; or :data:`PAPER`."""
    name: str = ""
    typed: str = ""


@dataclass(frozen=True)
class Walk:
    """One reader with one question, and her way to the answer."""

    key: str
    reader: str
    question: str
    look: Look
    steps: tuple[Step, ...]
    ends: str
    """How the address of the last page ends."""
    sees: tuple[str, ...]
    """What stands on the last page; the first of it on the screen as she arrives."""


@dataclass(frozen=True)
class Scene:
    """What is on the screen at one moment of a walk, with what is pressed next marked."""

    number: int
    words: str
    tab: Page


COUNTY = Step("在方格里点自己的县", "link", "砚篁县")
WALKS = (
    Walk(
        "road",
        "村民",
        "去年开会说要给村里的主路装路灯，后来装了没有？",
        PHONE,
        (
            Step("打几个字，按“搜索”", "searchbox", "查一条建议、一个地方或者一个单位", "村主路"),
            Step("点找到的那一条", "link", "村主路一组至四组安装路灯18盏"),
        ),
        "yanhuang/sessions/2024/0316-taijie/#s1",
        ("村主路一组至四组安装路灯18盏", "解决了", "县住房城乡建设局", "18盏全部列入当年计划"),
    ),
    Walk(
        "road-plain",
        "村民，老手机",
        "同一件事，浏览器不运行脚本。",
        SCRIPTLESS,
        (
            COUNTY,
            Step("展开 2024 年的协商", FOLD, "2024年"),
            Step("点商量这件事的那次", "link", "苔阶村夜间照明与弯道安全"),
        ),
        "yanhuang/sessions/2024/0316-taijie/",
        ("村主路一组至四组安装路灯18盏", "解决了"),
    ),
    Walk(
        "overdue",
        "记者",
        "砚篁县有哪些超过期限没答复的，各是哪个单位？",
        DESK,
        (COUNTY, Step("点“全部逾期的”", "link", "砚篁县全部逾期的、到期的承诺")),
        "overdue/yanhuang/",
        (
            "超过期限还没答复",
            "建议：超过期限还没答复",
            "县自然资源局",
            "县公安局交警大队",
            "县财政局",
        ),
    ),
    Walk(
        "unit",
        "单位的工作人员",
        "我们局手上还有什么，哪些超过了期限？",
        PHONE,
        (
            Step(
                "打单位的名字，按“搜索”",
                "searchbox",
                "查一条建议、一个地方或者一个单位",
                "住房城乡建设局",
            ),
            Step("点这个单位", "link", "县住房城乡建设局"),
        ),
        "search/?unit=县住房城乡建设局",
        ("承办单位：县住房城乡建设局", "超过期限还没答复", "车位分给桐砧以外的四个社区各十个"),
    ),
    Walk(
        "unit-plain",
        "单位的工作人员",
        "同一件事，浏览器不运行脚本。",
        SCRIPTLESS,
        (COUNTY, Step("点单位的名字", "link", "县住房城乡建设局")),
        "yanhuang/units/县住房城乡建设局/",
        ("县住房城乡建设局", "超过期限还没答复", "交给它的，现在怎样"),
    ),
    Walk(
        "paper",
        "政协办的工作人员",
        "把县里这一页打印出来，带到会上。",
        DESK,
        (COUNTY, Step("用浏览器的“打印”", PAPER)),
        "yanhuang/",
        ("砚篁县", "协商活动", "建议现在怎样"),
    ),
)


def scenes(walk: Walk, tab: Page, start: str) -> Iterator[Scene]:
    """Walk from the first page; before each step and at the end, what is seen.

    Raises AssertionError (from Playwright) where something is not there, and :class:`Astray`.
    """
    if len(walk.steps) > FARTHEST:
        raise Astray(f"{walk.key}: {len(walk.steps)} steps")
    tab.set_default_timeout(PATIENCE)
    tab.goto(start)
    for number, step in enumerate(walk.steps):
        yield from _step(number, step, tab)
    _arrive(walk, tab)
    yield Scene(len(walk.steps), "到了", tab)


def _step(number: int, step: Step, tab: Page) -> Iterator[Scene]:
    """The screen before a step, then the step."""
    if step.role == PAPER:
        yield Scene(number, step.words, tab)
        tab.emulate_media(media="print")
        tab.set_viewport_size(SHEET)
        return
    target = _target(step, tab)
    expect(target).to_be_visible(timeout=PATIENCE)
    if step.typed:
        target.fill(step.typed)
    target.evaluate(IN_VIEW)
    target.evaluate(MARK)
    yield Scene(number, step.words, tab)
    target.evaluate(UNMARK)
    target.press("Enter")  # as keys do it; that targets are large enough for thumbs is tested apart


def _target(step: Step, tab: Page) -> Locator:
    """What is pressed: the first in the main part whose name begins so."""
    main = tab.locator("main")
    if step.role == FOLD:
        return main.locator(FOLD).filter(has_text=step.name).first
    role = step.role
    return main.get_by_role(role, name=step.name).first  # type: ignore[arg-type]


def _arrive(walk: Walk, tab: Page) -> None:
    """Be there, and see everything that was looked for, the first of it without scrolling."""
    tab.wait_for_url(lambda address: unquote(address).endswith(walk.ends), timeout=PATIENCE)
    texts = [tab.locator("main").get_by_text(text).locator("visible=true") for text in walk.sees]
    for text in texts:
        expect(text.first).to_be_visible(timeout=PATIENCE)
    if not texts[0].evaluate_all(ON_SCREEN):
        raise Astray(f"{walk.key}: {walk.sees[0]} is not on the screen at {tab.url}")
