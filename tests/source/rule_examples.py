"""The wrong and right examples of rules, put into whole records so that they can be read.

An example is a fragment as a clerk would recognise it: lines of a head, entries of a list, lines
under a suggestion. What stands in （） describes something that cannot be printed.
"""

import re
from dataclasses import dataclass, replace

from site_gen.findings import Finding
from site_gen.records.kinds import Kind
from site_gen.records.session import SUGGESTION
from site_gen.records.table import KINDS
from site_gen.source import read_record

BY_KEY = {kind.key: kind for kind in KINDS}
SESSION = BY_KEY["session"]
WITH_HISTORY = replace(SESSION, history=replace(SUGGESTION, term="提案"))
"""A session that is itself an item, as proposals are."""


@dataclass(frozen=True)
class Whole:
    """A file to read."""

    kind: Kind
    text: str

    def findings(self) -> list[Finding]:
        """What is wrong with it."""
        _, findings = read_record(self.kind, "lixian", "2023/a", "a.md", self.text.encode())
        return list(findings)

    def codes(self) -> set[str]:
        """The codes of what is wrong with it."""
        return {finding.code for finding in self.findings()}


def is_printable(example: str) -> bool:
    """Whether an example is text, and not a description of what cannot be shown."""
    return "（" not in example and "…" not in example


def whole(code: str, example: str) -> Whole:
    """The example of a rule as a file of the kind it belongs to."""
    if code.startswith("F13"):
        return Whole(SESSION, example + "\n")
    if code.startswith("B"):
        kind = WITH_HISTORY if "## 办理" in example else SESSION
        return Whole(kind, "---\n议题: 修路\n---\n\n" + _under_item(example) + "\n")
    if re.match(r"-? ?\{名称|名称: 县交通", example):
        return Whole(BY_KEY["unit"], example + "\n")
    if example.startswith("名称:"):
        return Whole(BY_KEY["site"], example + "\n")
    return Whole(SESSION, _as_head(example))


def _as_head(example: str) -> str:
    if example.startswith("---"):
        return example + "\n"
    title = "" if re.search("议.?题|议提", example) else "议题: 修路\n"
    return f"---\n{title}{example}\n---\n"


def _under_item(example: str) -> str:
    if re.search("^[#＃`]", example) or "##" in example:
        return example
    if "：" in example and not re.match("[-•*]", example):
        result = "正在解决；下一步：施工；承诺：未定；" if "佐证" not in example else "已解决；"
        example = f"- 2023-12-22 办结：{result}{example}"
    return f"## 建议1 修路\n\n{example}"
