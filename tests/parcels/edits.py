"""Small changes of content, right and wrong ones, told apart by what they change."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.parcels.province import PROVINCE

Content = Mapping[str, str]

REGIONS = sorted({path.split("/")[1] for path in PROVINCE if path.startswith("regions/")})
RECORDS = sorted(
    "/".join([parts[1], *parts[3:]]).removesuffix(".md")
    for parts in (path.split("/") for path in PROVINCE)
    if len(parts) == 5 and parts[2] in {"sessions", "proposals", "opinions"}
)
LINKS = sorted(
    f"record:{parts[2]}/{parts[1]}/{'/'.join(parts[3:]).partition('.')[0]}"
    for parts in (path.split("/") for path in PROVINCE)
    if len(parts) > 3 and parts[2] not in {"plans", "statistics"}
)
UNITS = ("县水务局", "省水利厅", "河长办", "县教育局", "省水利厅、县水务局")
NAMED = re.compile(r"(?<=[：: 、])(?:[a-z]+/)?20\d\d/[0-9a-z-]+|(?<=上级: )\w+|(?<=跨区域: )\S+")
UNIT = re.compile("|".join(sorted(UNITS, key=len, reverse=True)))
LINES = (
    "- 2025-12-20 并案：{} 建议1",
    "- 2025-12-20 并案：{}",
    "- 2025-12-20 办结：已解决；佐证：记录",
    "- 2025-12-20 交办：{unit}",
    "- 2026-01-09 回头看：反弹；原因：又坏了",
    "- 2026-02-01 答复：修好了；单位：{unit}",
    "- 2026-02-02 撤回：不提了",
    "- 2025-12-21 延期：2027-01-01；原因：汛期",
    "承接: {}",
    "提案: {}",
    "协商: {}",
    "跨区域: {region}",
    "计划议题: 2025 fuwu",
    "计划议题: gu/2025 fuwu",
    "撤下: {{日期: 2026-01-01, 原因: 重复}}",
    "封面: dam.png",
    "见[这里]({link})。",
    "见[这里]({link}#s1)。",
    "![图](dam.png)",
    "打 13800138000 找我。",
    "写信给 zhanghai@example.org。",
)
WHATS = ("add", "refer", "unit", "add", "refer", "drop", "twice", "file", "spoil", "stray")


@dataclass(frozen=True)
class Edit:
    """One change: what is done, in which file, at which place, with what."""

    what: str
    path: str
    at: int
    line: str
    record: str
    region: str
    unit: str
    link: str

    def of(self, content: Content) -> Content:
        """The content after it; the same where there is nothing to change."""
        if self.path not in content:
            return content
        if self.what == "stray":
            return {**content, f"{self.path}x": content[self.path]}
        rest = {path: text for path, text in content.items() if path != self.path}
        return rest if self.what == "file" else rest | {self.path: self._text(content[self.path])}

    def _text(self, text: str) -> str:
        lines = text.splitlines(keepends=True)
        if self.what == "spoil":
            return "---\n: [\n"
        if self.what in {"refer", "unit"} or not lines:
            return self._renamed(text)
        at = self.at % len(lines)
        if self.what == "add":
            return "".join([*lines[: at + 1], self._line() + "\n", *lines[at + 1 :]])
        again = [lines[at]] * 2 if self.what == "twice" else []
        return "".join([*lines[:at], *again, *lines[at + 1 :]])

    def _line(self) -> str:
        return self.line.format(self.record, region=self.region, unit=self.unit, link=self.link)

    def _renamed(self, text: str) -> str:
        found = [*(UNIT if self.what == "unit" else NAMED).finditer(text)]
        if not found:
            return text
        one = found[self.at % len(found)]
        before = text[: one.start()]
        is_region = before.endswith(("上级: ", "跨区域: "))
        named = self.unit if self.what == "unit" else self.region if is_region else self.record
        return before + named + text[one.end() :]


def edits() -> st.SearchStrategy[list[Edit]]:
    """One change or a few."""
    one = st.builds(
        Edit,
        what=st.sampled_from(WHATS),
        path=st.sampled_from(sorted(PROVINCE)),
        at=st.integers(0, 40),
        line=st.sampled_from(LINES),
        record=st.sampled_from(RECORDS),
        region=st.sampled_from([*REGIONS, "西一县", "nowhere"]),
        unit=st.sampled_from(UNITS),
        link=st.sampled_from(LINKS),
    )
    return st.lists(one, min_size=1, max_size=4)


def edited(changes: list[Edit]) -> Content:
    """The province after some changes."""
    content: Content = PROVINCE
    for change in changes:
        content = change.of(content)
    return content
