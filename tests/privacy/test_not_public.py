"""What was taken down or is not public is in no file of the site, and in nothing that is searched.

Everything that people wrote there carries one word that stands nowhere else.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_gen.cli import main
from site_gen.pipeline import compile_site
from tests.sites.folder import SMALL, write
from tests.sites.paths import ABOUT, CASE, FIGURES, METHOD, OPINION, PLAN, PROPOSAL, REVIEW, SESSION
from tests.sites.test_mistakes import TODAY

WORD = "梧桐树下"
WRITTEN = re.compile(
    "石埂村通村公路破损|修复破损路面|年内修完|关于本站|一条路的三年|雨天走不了|修分水口|入冬前修好"
    "|村里买药难|对两个部门的评议|停水不通知|提前一天通知|窗口服务|年度工作报告|商量, 回头看|说明。"
    "|正文。"
)
TAKEN_DOWN = "撤下: {日期: 2024-01-02, 原因: 本人要求}\n"
WITHHELD = "- 公开：不公开；原因：涉及个人隐私\n"
OTHERS = (ABOUT, CASE, FIGURES, METHOD, OPINION, PLAN, PROPOSAL, REVIEW)


def marked(paths: Iterable[str], head: str = "") -> dict[str, str]:
    """Some files of the small folder with the word in what they say, and a line in their heads."""
    return {path: _marked(SMALL[path], head) for path in paths}


def _marked(text: str, head: str) -> str:
    start = "---\n" if text.startswith("---\n") else ""
    return WRITTEN.sub(WORD, f"{start}{head}{text.removeprefix(start)}")


HIDDEN = {
    "a session is taken down": marked([SESSION], TAKEN_DOWN),
    "everything else is taken down": marked(OTHERS, TAKEN_DOWN),
    "a suggestion is not public": {
        SESSION: SMALL[SESSION].replace(WITHHELD, f"{WITHHELD}- 提出人：{WORD}的人\n", 1)
    },
}


def told(site: Path) -> set[str]:
    """The files of a site that say the word, plainly or as escapes."""
    forms = (WORD.encode(), ascii(WORD)[1:-1].encode())
    files = [path for path in site.resolve().rglob("*") if path.is_file()]
    return {path.name for path in files if any(form in path.read_bytes() for form in forms)}


def published(changed: Mapping[str, str], root: Path) -> Path:
    """The site of the small folder with these files."""
    write({**SMALL, **changed}, root / "content")
    arguments = [str(root / "content"), "--out", str(root / "site"), f"--today={TODAY}"]
    done = CliRunner().invoke(main, ["build", *arguments, "--no-search", "--jobs=1"])
    assert done.exit_code == 0, done.stderr
    return root / "site"


@pytest.mark.parametrize("what", HIDDEN)
def test_no_file_says_it_and_nothing_that_is_searched(what: str, tmp_path: Path) -> None:
    assert all(WORD in text for text in HIDDEN[what].values())
    assert told(published(HIDDEN[what], tmp_path)) == set()
    assert WORD not in repr(compile_site(tmp_path / "content", TODAY).rows)


@pytest.mark.parametrize("path", [SESSION, *OTHERS])
def test_what_is_public_is_said_and_found(path: str, tmp_path: Path) -> None:
    """The eye of these tests: of every kind that is hidden above, the word would be seen."""
    made = compile_site(write({**SMALL, **marked([path])}, tmp_path), TODAY)

    assert WORD in repr([page.values for page in made.pages])
    assert WORD in repr(made.rows) or path not in (SESSION, PROPOSAL, OPINION)
