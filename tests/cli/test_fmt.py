"""``site-gen fmt``: which files it writes anew, what it says, and how it ends."""

import re
import shutil
from pathlib import Path

from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
SLIP = "regions/lixi/sessions/2023/0701-shuiqu.md"
ERROR = "regions/lixi/sessions/2023/0512-shigeng.md"


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def slip(content: Path) -> None:
    """Writes one session with half-width marks."""
    session = content / SLIP
    text = session.read_text(encoding="utf-8")
    session.write_text(re.sub("(?<=办理|备案|交办)：", ":", text), encoding="utf-8")


def test_nothing_to_write(run: Run, content: Path) -> None:
    before = bytes_of(content)
    result = run("fmt", content)

    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == f"看了 {len(before) - 1} 个文件：都是规范写法\n"
    assert bytes_of(content) == before


def test_slips_are_written_anew(run: Run, content: Path) -> None:
    before = bytes_of(content)
    slip(content)
    (content / SLIP).chmod(0o640)
    result = run("fmt", content)

    assert result.exit_code == 0
    assert result.stdout == f"改写了 {SLIP}\n"
    assert "改写了 1 个" in result.stderr
    assert bytes_of(content) == before
    assert (content / SLIP).stat().st_mode & 0o777 == 0o640


def test_only_a_look(run: Run, content: Path) -> None:
    slip(content)
    before = bytes_of(content)
    result = run("fmt", "--check", content)

    assert result.exit_code == 1
    assert result.stdout == f"{SLIP}: 不是规范写法，运行 site-gen fmt\n"
    assert "要改写 1 个" in result.stderr
    assert bytes_of(content) == before


def test_a_file_with_errors_is_left_alone_and_the_others_are_not(run: Run, mistaken: Path) -> None:
    slip(mistaken)
    before = (mistaken / ERROR).read_bytes()
    result = run("fmt", mistaken)

    assert result.exit_code == 1
    assert result.stdout == f"改写了 {SLIP}\n"
    assert f"{ERROR}:9:5: V110" in result.stderr
    assert "改写了 1 个，1 个有错没有动" in result.stderr
    assert (mistaken / ERROR).read_bytes() == before
    assert run("fmt", "--check", mistaken).exit_code == 1


def test_the_example_with_slips_in_every_file_comes_back(run: Run, tmp_path: Path) -> None:
    example = ROOT / "examples/wuli"
    content = shutil.copytree(example, tmp_path / "content")
    slipped = [path for path in content.rglob("*") if path.suffix in (".md", ".yaml")]
    for path in slipped:
        text = re.sub(r"(?m)^(- [0-9-]+) (\w+)：", r"\1\2:", path.read_text(encoding="utf-8"))
        text = re.sub(r"(?m)^([\w一-鿿]+): (?=\S)", r"\1：", text)
        path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    result = run("fmt", content)

    assert result.exit_code == 0, result.stderr
    assert len(result.stdout.splitlines()) == len(slipped)
    assert bytes_of(content) == bytes_of(example)
