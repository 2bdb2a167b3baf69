"""However a number is hidden, `site-gen check` finds it in its line, and never shows it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_gen.cli import main
from site_gen.findings.catalogue import RULES
from tests.privacy.hidden import (
    CARD,
    CARD_WAYS,
    MASKED_CARD,
    MASKED_MOBILE,
    MOBILE,
    OTHERWISE,
    WAYS,
)
from tests.sites.folder import SMALL, write
from tests.sites.paths import LIXI, SESSION, UNITS

TODAY = "--today=2024-06-01"


def check(content: Path, *options: str) -> Result:
    """What the command says of a folder."""
    return CliRunner().invoke(main, ["check", str(content), TODAY, *options])


def changed(root: Path, path: str, right: str, wrong: str) -> Path:
    """The small folder with one text in one file replaced."""
    assert right in SMALL[path]
    return write({**SMALL, path: SMALL[path].replace(right, wrong, 1)}, root)


@pytest.mark.parametrize("way", WAYS)
def test_a_hidden_mobile_number_is_refused_in_its_line(way: str, tmp_path: Path) -> None:
    result = check(changed(tmp_path, SESSION, "年内修完", f"年内修完，{WAYS[way](MOBILE)}"))

    assert result.exit_code == 1
    assert f"{SESSION}:19:" in result.stderr
    assert f"G102 这里有手机号：{MASKED_MOBILE}" in result.stderr
    assert MOBILE not in result.output
    assert WAYS[way](MOBILE) not in result.output


@pytest.mark.parametrize("way", CARD_WAYS)
def test_a_hidden_card_number_is_refused_in_its_line(way: str, tmp_path: Path) -> None:
    result = check(changed(tmp_path, SESSION, "年内修完", f"年内修完，{CARD_WAYS[way](CARD)}"))

    assert result.exit_code == 1
    assert f"{SESSION}:19:" in result.stderr
    assert f"G101 这里有身份证号：{MASKED_CARD}" in result.stderr
    assert CARD not in result.output


PLACES = {
    "a head": (SESSION, "政协委员4人", f"王某{MOBILE}", 11),
    "a comment": (SESSION, "题源", f"# {MOBILE}\n题源", 9),
    "an unknown key": (SESSION, "题源: 群众出题", f'"{MOBILE}": 甲', 9),
    "a withheld item": (SESSION, "涉及个人隐私", f"涉及{MOBILE}", 30),
    "prose": (SESSION, "说明。", f"说明{MOBILE}。", 39),
    "a list": (UNITS, "县财政局", f"县财政局{MOBILE}", 2),
    "a telephone": (UNITS, '"12328"', f'"{MOBILE}"', 3),
    "a line break": (SESSION, "说明。", "13800\n138000", 39),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_it_is_refused_wherever_it_stands(place: str, style: str, tmp_path: Path) -> None:
    path, right, wrong, line = PLACES[place]
    result = check(changed(tmp_path, path, right, wrong), f"--format={style}")

    assert result.exit_code == 1
    assert "G102" in result.output
    assert f"{path}:{line}:" in check(tmp_path).output
    assert MOBILE not in result.output


@pytest.mark.parametrize("language", ["bo", "en"])
def test_a_translation_is_looked_at(language: str, tmp_path: Path) -> None:
    path = SESSION.replace(".md", f".{language}.md")
    result = check(write({**SMALL, path: f"说明\n\n{MOBILE}\n"}, tmp_path))

    assert f"{path}:3:1: G102" in result.stderr


@pytest.mark.parametrize("command", ["fmt", "build", "stats"])
def test_no_command_shows_it(command: str, tmp_path: Path) -> None:
    content = changed(tmp_path / "content", SESSION, "方式：走访", f"方式：{MOBILE}")
    more = {"build": ["--out", str(tmp_path / "out"), TODAY], "stats": [TODAY]}.get(command, [])
    result = CliRunner().invoke(main, [command, str(content), *more])

    assert result.exit_code == 1
    assert MASKED_MOBILE in result.output
    assert MOBILE not in result.output


def test_a_file_name_is_looked_at(tmp_path: Path) -> None:
    content = write(SMALL, tmp_path)
    picture = content / LIXI / "attachments" / f"{MOBILE}.png"
    picture.write_bytes((content / LIXI / "attachments" / "jungong.png").read_bytes())
    result = check(content)

    assert f"{LIXI}attachments/{MASKED_MOBILE}.png:1:1: G107" in result.stderr
    assert MOBILE not in result.output


def test_what_cannot_be_read_is_looked_at(tmp_path: Path) -> None:
    content = write({**SMALL, UNITS: "- {名称: [\n"}, tmp_path)
    (content / UNITS).write_bytes(f"- {{名称: 县财政局{MOBILE}\xff".encode("latin-1", "replace"))

    assert "G102" in check(content).stderr


def test_explanations_hold_no_number() -> None:
    for code in (code for code in RULES if code.startswith("G")):
        result = CliRunner().invoke(main, ["explain", code])
        assert result.exit_code == 0
        assert MOBILE not in result.output
        assert CARD not in result.output


def test_what_nobody_reads_as_a_number_passes(tmp_path: Path) -> None:
    assert check(changed(tmp_path, SESSION, "年内修完", OTHERWISE)).exit_code == 0


EXCEPTION = "个人信息例外: [{{片段: {fragment}, 原因: 对外公布的值班手机, 核准: 县政协办公室}}]\n"


def excepting(root: Path, fragment: str, number: str) -> Path:
    """The small folder with a number in a reply, and an exception in the head."""
    text = SMALL[SESSION].replace("题源", EXCEPTION.format(fragment=fragment) + "题源", 1)
    return write({**SMALL, SESSION: text.replace("年内修完", f"打{number}", 1)}, root)


def test_an_exception_lets_pass_what_it_names_and_is_shown(tmp_path: Path) -> None:
    content = excepting(tmp_path, MASKED_MOBILE, MOBILE)
    result, plain = check(content), json.loads(check(content, "--format=json").stdout)

    assert result.exit_code == 0
    assert f"个人信息例外 1 处：{SESSION}:20:" in result.output
    assert [(one["severity"], one["line"]) for one in plain] == [("approved", 20)]
    assert MOBILE not in result.output


def test_an_exception_holds_for_its_own_record_only(tmp_path: Path) -> None:
    content = excepting(tmp_path, MASKED_MOBILE, MOBILE)
    other = content / LIXI / "sessions" / "2023" / "0701-shuiqu.md"
    other.write_text(other.read_text("utf-8").replace("开始测量", f"打{MOBILE}"), "utf-8")

    assert check(content).exit_code == 1


def test_an_exception_for_another_number_is_unused(tmp_path: Path) -> None:
    result = check(excepting(tmp_path, "138****8001", MOBILE))

    assert result.exit_code == 1
    assert "G102" in result.stderr
    assert "G120" in result.stderr


def test_an_exception_for_a_card_is_refused(tmp_path: Path) -> None:
    result = check(excepting(tmp_path, MASKED_CARD, CARD))

    assert result.exit_code == 1
    assert "G101" in result.stderr
    assert "G121" in result.stderr


def test_an_exception_needs_a_reason(tmp_path: Path) -> None:
    content = excepting(tmp_path, MASKED_MOBILE, MOBILE)
    path = content / SESSION
    path.write_text(path.read_text("utf-8").replace("原因: 对外公布的值班手机, ", ""), "utf-8")

    assert check(content).exit_code == 1


def test_the_mailbox_of_an_office_is_public_where_its_contact_is_given(tmp_path: Path) -> None:
    mailbox = "lixixianzhengxie01x@163.com"
    units = SMALL[UNITS].replace('电话: "12328"', f"邮箱: {mailbox}")
    text = SMALL[SESSION].replace("年内修完", f"写信到 {mailbox}", 1)

    assert check(write({**SMALL, SESSION: text}, tmp_path)).exit_code == 1
    assert check(write({**SMALL, SESSION: text, UNITS: units}, tmp_path)).exit_code == 0
