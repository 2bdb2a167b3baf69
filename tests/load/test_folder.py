"""A content folder on disk: what is found, under which identity, and what is refused."""

import os
from pathlib import Path

import pytest

from site_gen.load import Loaded, load
from site_gen.records.record import RecordId
from site_gen.records.table import KINDS
from tests.source.examples import PLATFORMS, SMALLEST, STATISTICS, TYPICAL, UNITS

SITE = "名称: 理县协商公示\n"
REGION = '代码: "513222"\n'
SESSION = "regions/lixian/sessions/2023/0512-shiqiao.md"
UNDATED = "---\n议题: 修路\n来源: 一篇报道\n---\n"


def written(root: Path, files: dict[str, str | bytes]) -> Path:
    """A content folder with ``site.yaml``, one region and these files."""
    for name, text in {"site.yaml": SITE, "regions/lixian/region.yaml": REGION, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def found(loaded: Loaded) -> list[str]:
    """Path and code of everything found."""
    return [f"{one.where.path} {one.code}" for one in loaded.findings]


def refused(root: Path, name: str, text: str | bytes = UNDATED) -> list[str]:
    """What is found when this file is there too."""
    return found(load(written(root, {name: text})))


def test_every_file_becomes_a_record_with_its_path_as_identity(tmp_path: Path) -> None:
    region = "regions/lixian"
    loaded = load(
        written(
            tmp_path,
            {
                "vocabulary.yaml": "领域:\n  - {名称: 交通出行}\n",
                "pages/about.md": "---\n标题: 关于\n---\n",
                f"{region}/units.yaml": UNITS,
                f"{region}/platforms.yaml": PLATFORMS,
                f"{region}/methods/a-b.md": "---\n名称: 工作法\n---\n",
                SESSION: TYPICAL,
                f"{region}/sessions/undated/a.md": UNDATED,
                f"{region}/sessions/2021/a.md": SMALLEST,
                f"{region}/cases/a.md": "---\n标题: 一件事\n---\n",
                f"{region}/statistics/2023-h1.yaml": STATISTICS,
                f"{region}/attachments/竣工后的路·段.jpg": b"",
                f"{region}/attachments/a_1.PDF": b"",
            },
        )
    )

    assert found(loaded) == []
    assert [str(record.id) for record in loaded.records] == [
        "case/lixian/a",
        "method/lixian/a-b",
        "page/about",
        "platform/lixian/石桥村协商议事厅",
        "region/lixian",
        "session/lixian/2021/a",
        "session/lixian/2023/0512-shiqiao",
        "session/lixian/undated/a",
        "site",
        "statistic/lixian/2023-h1",
        "unit/lixian/县交通运输局",
        "vocabulary",
    ]
    assert loaded.attachments == {
        ("lixian", "a_1.PDF"): f"{region}/attachments/a_1.PDF",
        ("lixian", "竣工后的路·段.jpg"): f"{region}/attachments/竣工后的路·段.jpg",
    }


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("regions/lixian/sessions/2023/石桥.md", "F201"),
        ("regions/lixian/sessions/2023/Shiqiao.md", "F201"),
        ("regions/lixian/sessions/2023/a_b.md", "F201"),
        ("regions/lixian/sessions/2023/-a.md", "F201"),
        ("regions/lixian/sessions/2023/a--b.md", "F201"),
        ("regions/lixian/sessions/2023/a b.md", "F201"),
        (f"regions/lixian/sessions/2023/{'a' * 65}.md", "F201"),
        ("regions/lixian/sessions/2023/.md", "F201"),
        ("regions/lixian/sessions/2023/a\u200bb.md", "F201"),
        ("regions/lixian/sessions/2023/index.md", "F202"),
        ("regions/lixian/cases/404.md", "F202"),
        ("regions/lixian/cases/con.md", "F202"),
        ("pages/search.md", "F202"),
        ("regions/lixian/sessions/2023/a.markdown", "F207"),
        ("regions/lixian/sessions/2023/a.md.txt", "F207"),
        ("regions/lixian/sessions/2023/a.yaml", "F207"),
        ("regions/lixian/sessions/2023/.htaccess", "F207"),
        ("regions/lixian/statistics/a.md", "F207"),
        ("regions/lixian/notes.txt", "F205"),
        ("regions/lixian/unit.yaml", "F205"),
        ("regions/lixian/a.md", "F205"),
        ("regions/a.md", "F205"),
        ("CNAME", "F205"),
        ("_headers", "F205"),
        ("a.html", "F205"),
        ("regions/lixian/attachments/a.svg", "F212"),
        ("regions/lixian/attachments/a.html", "F212"),
        ("regions/lixian/attachments/a.pdf.js", "F212"),
        ("regions/lixian/attachments/jpg", "F212"),
        ("regions/lixian/attachments/-a.jpg", "F211"),
        ("regions/lixian/attachments/.a.jpg", "F211"),
        ("regions/lixian/attachments/a.jpg.", "F211"),
        ("regions/lixian/attachments/a.jpg ", "F211"),
        ("regions/lixian/attachments/a b.jpg", "F211"),
        ("regions/lixian/attachments/a(1).jpg", "F211"),
        ("regions/lixian/attachments/NUL.jpg", "F211"),
        ("regions/lixian/attachments/~a.jpg", "F211"),
        ("regions/lixian/attachments/%2e%2e%2fa.jpg", "F211"),
        ("regions/lixian/attachments/．．／a.jpg", "F211"),
        ("regions/lixian/attachments/a\u202egpj.jpg", "F211"),
        ("regions/lixian/attachments/a\nb.jpg", "F211"),
        ("regions/lixian/.DS_Store", "F216"),
        ("regions/lixian/attachments/Thumbs.db", "F216"),
        ("regions/lixian/sessions/2023/e\u0301.md", "F209"),
        ("regions/lixian/attachments/e\u0301.jpg", "F209"),
    ],
)
def test_a_file_that_may_not_be_there_or_be_called_so(tmp_path: Path, name: str, code: str) -> None:
    findings = refused(tmp_path, name)

    assert [one.rpartition(" ")[2] for one in findings] == [code]
    assert findings[0].isprintable()


@pytest.mark.parametrize(
    ("name", "at", "code"),
    [
        ("regions/lixian/session/2023/a.md", "regions/lixian/session", "F206"),
        ("regions/lixian/attachments/more/a.jpg", "regions/lixian/attachments/more", "F206"),
        ("assets/a.css", "assets", "F206"),
        (".git/config", ".git", "F206"),
        ("pages/more/a.md", "pages/more", "F206"),
        ("regions/lixian/sessions/23/a.md", "regions/lixian/sessions/23", "F203"),
        ("regions/lixian/sessions/1023/a.md", "regions/lixian/sessions/1023", "F203"),
        ("regions/lixian/sessions/unknown/a.md", "regions/lixian/sessions/unknown", "F203"),
        ("regions/Lixian/units.yaml", "regions/Lixian", "F201"),
        ("regions/理县/region.yaml", "regions/理县", "F201"),
        ("regions/search/region.yaml", "regions/search", "F202"),
        ("regions/wenchuan/units.yaml", "regions/wenchuan/region.yaml", "F213"),
    ],
)
def test_a_folder_that_may_not_be_there(tmp_path: Path, name: str, at: str, code: str) -> None:
    findings = refused(tmp_path, name, UNITS)

    assert f"{at} {code}" in findings
    assert {one.rpartition(" ")[2] for one in findings} <= {code, "F210"}


def test_names_that_differ_only_in_case(tmp_path: Path) -> None:
    folder = "regions/lixian/attachments"
    files = {f"{folder}/路.JPG": b"", f"{folder}/路.jpg": b"", f"{folder}/路2.jpg": b""}

    assert found(load(written(tmp_path, {**files}))) == [f"{folder}/路.jpg F210"]


@pytest.mark.parametrize(
    ("folder", "text", "right"),
    [
        ("2023", TYPICAL, True),
        ("2022", TYPICAL, False),
        ("undated", TYPICAL, False),
        ("undated", UNDATED, True),
        ("2023", UNDATED, False),
        ("2024", UNDATED.replace("一篇报道", "{标题: 报道, 日期: 2024-01}"), True),
        ("undated", UNDATED.replace("一篇报道", "{标题: 报道, 日期: 2024-01}"), False),
        ("2023", TYPICAL.replace("地点: ", "来源: {标题: 报道, 日期: 2024}\n地点: "), True),
    ],
)
def test_the_year_folder_is_that_of_the_session_or_its_source(
    tmp_path: Path, folder: str, text: str, right: bool
) -> None:
    findings = refused(tmp_path, f"regions/lixian/sessions/{folder}/a.md", text)

    assert findings == ([] if right else [f"regions/lixian/sessions/{folder}/a.md F204"])


def test_what_is_no_plain_file(tmp_path: Path) -> None:
    root = written(tmp_path / "content", {SESSION: TYPICAL})
    (tmp_path / "elsewhere").mkdir()
    region = root / "regions/lixian"
    (region / "units.yaml").symlink_to(tmp_path / "secret")
    (region / "methods").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(region / "platforms.yaml")

    assert found(load(root)) == [
        "regions/lixian/methods F208",
        "regions/lixian/platforms.yaml F208",
        "regions/lixian/units.yaml F208",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_what_cannot_be_read_is_never_skipped(tmp_path: Path) -> None:
    region = "regions/lixian"
    root = written(tmp_path, {SESSION: TYPICAL, f"{region}/attachments/a.jpg": b""})
    (root / SESSION).chmod(0)
    (root / region / "attachments/a.jpg").chmod(0)
    (root / region / "cases").mkdir(mode=0)

    assert found(load(root)) == [
        f"{region}/attachments/a.jpg F103",
        f"{region}/cases F103",
        f"{SESSION} F103",
    ]


def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    root = written(tmp_path, {})
    (root / os.fsdecode(b"regions/lixian/\xc0\xed.md")).write_bytes(b"")
    (root / "regions/lixian/attachments").mkdir()
    (root / os.fsdecode(b"regions/lixian/attachments/\xc0\xed.jpg")).write_bytes(b"")

    findings = found(load(root))

    assert [one.rpartition(" ")[2] for one in findings] == ["F211", "F205"]
    assert "\n".join(findings).encode()


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    assert refused(tmp_path, SESSION, b"a" * 10_000_000) == [f"{SESSION} F102"]


def test_what_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "regions/lixian").mkdir(parents=True)

    assert found(load(tmp_path)) == ["regions/lixian/region.yaml F213", "site.yaml F214"]
    assert [one.code for one in load(tmp_path / "none").findings] == ["F217"]


def test_translated_prose_joins_its_record(tmp_path: Path) -> None:
    files = {
        SESSION: TYPICAL,
        SESSION.replace(".md", ".bo.md"): "## བོད\n\nཡིག\n",
        "regions/lixian/cases/b.en.md": "Text\n",
        "regions/lixian/statistics/a.bo.yaml": STATISTICS,
        "regions/lixian/cases/c.english.md": "Text\n",
    }

    loaded = load(written(tmp_path, {**files}))

    sessions = [record for record in loaded.records if record.kind.key == "session"]
    assert sessions[0].translations == {"bo": ("## བོད\n\nཡིག",)}
    assert found(loaded) == [
        "regions/lixian/cases/b.en.md F215",
        "regions/lixian/cases/c.english.md F201",
        "regions/lixian/statistics/a.bo.yaml F201",
    ]


def test_a_translation_of_a_record_that_cannot_be_read_is_no_orphan(tmp_path: Path) -> None:
    files = {SESSION: "", SESSION.replace(".md", ".bo.md"): "ཡིག\n"}

    assert found(load(written(tmp_path, {**files}))) == [f"{SESSION} F101"]


def test_the_same_folder_gives_the_same_value(tmp_path: Path) -> None:
    names = [f"regions/lixian/sessions/2023/{letter}.md" for letter in "dacb"]
    first = load(written(tmp_path / "1", dict.fromkeys(names, TYPICAL)))
    second = load(written(tmp_path / "2", dict.fromkeys(reversed(names), TYPICAL)))

    assert (first.records, first.findings) == (second.records, second.findings)


def test_only_the_kinds_asked_for_have_a_place(tmp_path: Path) -> None:
    kinds = [kind for kind in KINDS if kind.key in ("site", "region")]

    loaded = load(written(tmp_path, {SESSION: TYPICAL}), kinds)

    assert [record.id for record in loaded.records] == [
        RecordId("region", "lixian", ""),
        RecordId("site", "", ""),
    ]
    assert found(loaded) == ["regions/lixian/sessions F206"]


@pytest.mark.parametrize("folder", ["content", "examples/wuli"])
def test_the_content_of_this_project_reads_without_errors(project_root: Path, folder: str) -> None:
    loaded = load(project_root / folder)

    assert [str(one) for one in loaded.findings] == []
    assert len(loaded.records) > 100
