"""What was taken down or is not public is in no file of the site, and in nothing that is searched.

Everything that people wrote there carries one word that stands nowhere else.
"""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_gen.cli import main
from site_gen.pipeline import compile_site
from tests.sites.folder import SMALL, write
from tests.sites.paths import SESSION
from tests.sites.test_mistakes import TODAY

WORD = "梧桐树下"
TAKEN_DOWN = "撤下: {日期: 2024-01-02, 原因: 本人要求}\n"
WITHHELD = "- 公开：不公开；原因：涉及个人隐私\n"
_TEXTS = re.compile(r"石埂村通村公路破损|修复|年内修完|说明。")
MARKED = _TEXTS.sub(WORD, SMALL[SESSION])
SESSIONS = {
    "taken down": MARKED.replace("题源", TAKEN_DOWN + "题源", 1),
    "withheld": SMALL[SESSION].replace(WITHHELD, f"{WITHHELD}- 提出人：{WORD}的人\n", 1),
}


def told(site: Path) -> set[str]:
    """The files of a site that say the word, plainly or as escapes."""
    forms = (WORD.encode(), ascii(WORD)[1:-1].encode())
    files = [path for path in site.resolve().rglob("*") if path.is_file()]
    return {path.name for path in files if any(form in path.read_bytes() for form in forms)}


def published(session: str, root: Path) -> Path:
    """The site of the small folder with another session."""
    write({**SMALL, SESSION: session}, root / "content")
    arguments = [str(root / "content"), "--out", str(root / "site"), f"--today={TODAY}"]
    done = CliRunner().invoke(main, ["build", *arguments, "--no-search", "--jobs=1"])
    assert done.exit_code == 0, done.stderr
    return root / "site"


@pytest.mark.parametrize("name", SESSIONS)
def test_no_file_says_it_and_nothing_that_is_searched(name: str, tmp_path: Path) -> None:
    assert WORD in SESSIONS[name]
    assert told(published(SESSIONS[name], tmp_path)) == set()
    assert WORD not in repr(compile_site(tmp_path / "content", TODAY).rows)


def test_what_is_public_is_found_so(tmp_path: Path) -> None:
    """The eye of these tests: pages, lists and the rows of the search say the word."""
    assert len(told(published(MARKED, tmp_path))) >= 1
    assert WORD in repr(compile_site(tmp_path / "content", TODAY).rows)
