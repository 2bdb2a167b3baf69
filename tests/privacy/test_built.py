"""The finished site is looked at once more: what only its markup makes a number is found there."""

from pathlib import Path

import pytest

from site_gen.publish.personal import Guard
from site_gen.publish.verify import verify
from tests.privacy.hidden import CARD, MASKED_CARD, MASKED_MOBILE, MOBILE

LEAKS = {
    "text": f"<p>{MOBILE}</p>",
    "split by markup": "<p>138<b>0013</b><i class='x'>8000</i></p>",
    "split by a comment": "<p>13800<!-- x -->138000</p>",
    "as entities": "<p>138&#48;&#x30;138000</p>",
    "in an alternative text": f'<img alt="打{MOBILE}" src="data:image/png;base64,AA==">',
    "in an address": f'<a href="tel:{MOBILE}">打电话</a>',
    "in a data island": f'<script type="application/json">["{MOBILE}"]</script>',
    "spaced": "<p>138 0013 8000</p>",
}
HARMLESS = (
    "<table><tr><td>138</td><td>0013</td><td>8000</td></tr></table>",
    f"<p>{MASKED_MOBILE}，0837-6822123</p>",
    '<svg><path d="M13 800 138 000 L138 0013 8000"/></svg>',
    '<img alt="x" src="data:image/png;base64,MTM4MDAxMzgwMDA=">',
    '<a href="data:13800138000aab3f">x</a>'.replace("data:", "#"),
    "<p>2023-05-12</p><p>13:30</p>",
)


def site(folder: Path, page: str, **data: str) -> Path:
    """A site of one page, and of files of data."""
    files = {"index.html": f"{page}</html>"} | {k.replace("_", "."): v for k, v in data.items()}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("leak", LEAKS)
def test_a_number_in_a_page_is_found(leak: str, tmp_path: Path) -> None:
    found = verify(site(tmp_path, LEAKS[leak]), (), "")

    assert f"index.html：有手机号 {MASKED_MOBILE}" in found
    assert MOBILE not in "".join(found)


@pytest.mark.parametrize("page", HARMLESS)
def test_numbers_that_only_stand_near_each_other_pass(page: str, tmp_path: Path) -> None:
    assert [one for one in verify(site(tmp_path, page), (), "") if "手机" in one] == []


@pytest.mark.parametrize("file", ["a_json", "a_js", "a_csv", "a_xml", "a_txt"])
def test_a_number_in_data_is_found(file: str, tmp_path: Path) -> None:
    folder = site(tmp_path, "", **{file: f'["甲", "{CARD}"]\n'})

    assert verify(folder, (), "") == (f"{file.replace('_', '.')}：有身份证号 {MASKED_CARD}",)


def test_numbers_of_a_list_in_data_pass(tmp_path: Path) -> None:
    assert verify(site(tmp_path, "", a_json="[138,1234,5678]", a_csv="138,1234,5678"), (), "") == ()


def test_a_name_of_a_file_is_looked_at_and_masked(tmp_path: Path) -> None:
    found = verify(site(tmp_path, f'<a href="{MOBILE}/">', **{f"{MOBILE}_txt": "x"}), (), "")

    assert f"文件名里有手机号 {MASKED_MOBILE}" in found
    assert MOBILE not in "".join(found)


def test_what_was_approved_passes(tmp_path: Path) -> None:
    guard = Guard(frozenset({MOBILE}))

    assert verify(site(tmp_path, LEAKS["text"]), (), "", guard=guard) == ()
    assert verify(tmp_path, (), "") != ()
    site(tmp_path, f"{LEAKS['text']}<p>{CARD}</p>")
    assert verify(tmp_path, (), "", guard=guard) == (f"index.html：有身份证号 {MASKED_CARD}",)


def test_every_page_that_says_it_is_named(tmp_path: Path) -> None:
    for name in ("index.html", "404.html"):
        (tmp_path / name).write_text(f"{LEAKS['split by markup']}</html>", encoding="utf-8")

    assert len(verify(tmp_path, (), "")) == 2
