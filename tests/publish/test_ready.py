"""What is told before a site is published, in parts or all at once: the same."""

from pathlib import Path

from click.testing import CliRunner

from site_gen.cli import main
from tests.attachments.files import annotated, annotation, text
from tests.parcels.province import PROVINCE, write

EXCEPTION = "{片段: 张*, 原因: 对外公布的联系人, 核准: 县政协办公室}"


def told(content: Path, out: Path, jobs: int) -> list[str]:
    """What a build says of the content."""
    usual = ["--out", out, "--today", "2026-11-22", "--no-search", "--no-cache", "--jobs", jobs]
    done = CliRunner().invoke(main, ["build", *map(str, [content, *usual])])
    assert done.exit_code == 0, done.stderr
    return [line for line in done.stderr.split("\n") if "……" not in line]


def test_an_exception_elsewhere_lets_pass_what_stands_in_a_document(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(PROVINCE, content)
    folder = content / "regions/xiyi/attachments"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.pdf").write_bytes(annotated(annotation("Text", Contents=text("联系人：张海"))))
    other = content / "regions/donger/sessions/2025/1112-dian.md"
    raw = other.read_text("utf-8").replace("[{片段", f"[{EXCEPTION}, {{片段", 1)
    other.write_text(raw.replace("值班电话 ", "联系人：张海。值班电话 ", 1), "utf-8")
    all_at_once, parts = (told(content, tmp_path / f"site-{jobs}", jobs) for jobs in (1, 2))

    assert "A117" not in "".join(all_at_once)
    assert parts == all_at_once
