"""What is found since a revision: all that is new, nothing that all content does not have."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from site_gen.findings import Finding, Severity
from site_gen.findings.model import Where
from site_gen.verdict import Verdict
from tests.attachments.files import pdf
from tests.parcels.edits import Edit, edited, edits
from tests.parcels.province import PROVINCE, write
from tests.sites.folder import PICTURE
from tests.verdict.looking import whole
from tests.verdict.repository import Repository, repository

SOME = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DIAN = "regions/donger/sessions/2025/1112-dian.md"
JING = "regions/nanyi/sessions/2025/0910-jing.md"
LU = "regions/dongyi/sessions/2025/0708-lu.md"
QU = "regions/xier/sessions/2025/0809-qu.md"


@pytest.fixture
def place(tmp_path: Path) -> Repository:
    """The small province, committed."""
    return repository(tmp_path, PROVINCE)


def errors(verdict: Verdict) -> set[tuple[Where, str, str]]:
    """Where which errors are; what they may have meant is no part of them."""
    return {(one.where, one.code, one.message) for one in verdict.findings if is_error(one)}


def is_error(one: Finding) -> bool:
    """Whether a finding forbids publication."""
    return one.severity is Severity.ERROR


@SOME
@given(edits(), edits())
def test_what_is_new_is_found_and_nothing_is_made_up(then: list[Edit], now: list[Edit]) -> None:
    with TemporaryDirectory() as folder:
        place = repository(Path(folder), edited(then))
        before = whole(place.content)
        place.hold(edited([*then, *now]))
        after, since = whole(place.content), place.since()

        assert set(since.findings) <= set(after.findings)
        assert errors(after) - errors(before) <= errors(since)


@SOME
@given(edits())
def test_since_a_clean_revision_the_verdict_is_that_on_everything(now: list[Edit]) -> None:
    with TemporaryDirectory() as folder:
        place = repository(Path(folder), PROVINCE)
        place.hold(edited(now))

        assert errors(place.since()) == errors(whole(place.content))


def test_nothing_changed(place: Repository) -> None:
    assert place.since() == Verdict((), (), 0)


def test_an_error_elsewhere_that_was_there_is_not_told(tmp_path: Path) -> None:
    wrong = PROVINCE[JING].replace("县水务局", "县教育局")
    place = repository(tmp_path, {**PROVINCE, JING: wrong})
    place.hold({**PROVINCE, JING: wrong, QU: PROVINCE[QU] + "\n又及。\n"})

    assert errors(whole(place.content))
    assert errors(place.since()) == set()


def removed(place: Repository) -> None:
    """A record that another prefecture names is removed."""
    (place.content / LU).unlink()
    (place.content / "regions/dongyi/sessions/2025/0302-ba.md").unlink()


def renamed(place: Repository) -> None:
    """It is renamed, and git knows."""
    old = "content/regions/dongyi/sessions/2025/0302-ba.md"
    place.git("mv", old, old.replace("-ba", "-bb"))


def unlisted(place: Repository) -> None:
    """A unit that those below need is not listed any more."""
    (place.content / "regions/yun/units.yaml").unlink()


def unlisted_theme(place: Repository) -> None:
    """A theme goes."""
    vocabulary = place.content / "vocabulary.yaml"
    vocabulary.write_text("领域:\n  - {编号: road, 名称: 交通}\n", encoding="utf-8")


def without_picture(place: Repository) -> None:
    """A picture that records show is removed."""
    (place.content / "regions/dongyi/attachments/dam.png").unlink()


def broken_picture(place: Repository) -> None:
    """A picture is damaged, and staged."""
    (place.content / "regions/xiyi/attachments/dam.png").write_bytes(PICTURE[:40])
    place.git("add", "--all")


def ignored(place: Repository) -> None:
    """A file that git leaves aside is where it may not be."""
    (place.folder / ".gitignore").write_text("*.txt\n", encoding="utf-8")
    (place.content / "regions/gu/notes.txt").touch()


def unseen(place: Repository) -> None:
    """A change that git has been told not to look at."""
    place.git("update-index", "--assume-unchanged", f"content/{JING}")
    text = PROVINCE[JING].replace("县水务局", "县教育局")
    (place.content / JING).write_text(text, encoding="utf-8")


CHANGES = (
    removed, renamed, unlisted, unlisted_theme, without_picture, broken_picture, ignored, unseen
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("committed", [False, True])
def test_what_a_change_breaks_is_found(
    place: Repository, change: Callable[[Repository], None], committed: bool
) -> None:
    change(place)
    if committed:
        place.commit()
    since = place.since("HEAD~1" if committed else "HEAD")

    assert errors(since)
    assert errors(since) == errors(whole(place.content))


def test_what_is_kept_makes_no_difference(place: Repository, tmp_path: Path) -> None:
    place.since(cache=tmp_path / "kept")
    for change in (unseen, removed):
        change(place)
        found = [place.since(cache=tmp_path / "kept") for _ in range(2)]

        assert found[0] == found[1]
        assert errors(found[0]) == errors(whole(place.content)) != set()


def test_a_document_with_what_is_no_longer_approved(tmp_path: Path) -> None:
    place = repository(tmp_path, PROVINCE)
    (place.content / "regions/xiyi/attachments/plan.pdf").write_bytes(pdf("Plan 13800138000"))
    place.commit()
    assert not errors(whole(place.content))
    (place.content / DIAN).unlink()

    assert "A116" in {one.code for one in place.since().findings}


def test_no_program_of_the_repository_runs(place: Repository) -> None:
    told = place.folder / "told"
    program = f"touch {told}; cat"
    for key in ("diff.external", "core.fsmonitor", "filter.x.clean", "filter.x.smudge"):
        place.git("config", key, program)
    place.git("config", "diff.x.textconv", program)
    (place.folder / ".gitattributes").write_text("* filter=x diff=x\n", encoding="utf-8")
    text = PROVINCE[JING].replace("县水务局", "县教育局")
    (place.content / JING).write_text(text, encoding="utf-8")

    assert errors(place.since()) == errors(whole(place.content)) != set()
    assert not told.exists()


def test_a_repository_with_longer_names_of_contents(tmp_path: Path) -> None:
    place = Repository(tmp_path)
    try:
        place.git("init", "--quiet", "--object-format=sha256")
    except subprocess.CalledProcessError:
        pytest.skip("this git knows no sha256")
    write(PROVINCE, place.content)
    place.commit()

    assert place.since() == Verdict((), (), 0)
    place.hold({**PROVINCE, JING: PROVINCE[JING].replace("县水务局", "县教育局")})
    assert errors(place.since()) == errors(whole(place.content)) != set()


SHI = "regions/nan/sessions/2026/0105-shi.md"
ALONE_LINES = (
    "- 2025-12-20 办结：已解决；佐证：记录",
    "- 2025-12-20 交办：县教育局",
    "- 2026-02-01 答复：修好了；单位：省水利厅",
    "- 2027-02-02 答复：修好了；单位：省水利厅",
    "打 13800138000 找我，写信给 zhanghai@example.org。",
    "写信给 lisi@example.org。",
    "见[这里](record:sessions/gu/2025/0607-ba#s1)和[那里](record:sessions/gu/2025/0607-ba#s9)。",
    "![图](dam.png)",
    "跨区域: 东一县",
)


@pytest.mark.parametrize("line", ALONE_LINES)
@pytest.mark.parametrize("at", [3, 12, -1])
def test_a_line_that_nobody_else_looks_at(tmp_path: Path, line: str, at: int) -> None:
    place = repository(tmp_path, PROVINCE)
    lines = PROVINCE[SHI].splitlines()
    lines.insert(at, line)
    place.hold({**PROVINCE, SHI: "\n".join(lines)})

    assert errors(place.since()) == errors(whole(place.content))
