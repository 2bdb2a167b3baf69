"""A page of the preview in a real browser: it follows what is written without being touched."""

import pytest
from playwright.sync_api import Page, expect

from tests.preview.folder import Previewed

SESSION = "regions/lixi/sessions/2023/0512-shigeng.md"
PAGE = "lixi/sessions/2023/0512-shigeng/"


@pytest.mark.slow
def test_an_edit_shows_itself(page: Page, small: Previewed, port: int) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://127.0.0.1:{port}/{PAGE}")
    expect(page.locator("h1")).to_contain_text("石埂村通村公路破损")
    small.edit(SESSION, "石埂村通村公路破损", "通村公路拓宽")
    expect(page.locator("h1")).to_contain_text("通村公路拓宽")
    small.edit(SESSION, "题源: 群众出题", "题源: 群众")
    bar = page.locator(".preview-bar a")
    expect(bar).to_have_text("有 1 处要改，现在看到的是上一次好的样子")
    bar.click()
    expect(page.locator("h1")).to_have_text("要改的地方")
    small.edit(SESSION, "题源: 群众", "题源: 群众出题")
    expect(page.locator("body")).to_contain_text("没有发现问题。")

    assert said == []


@pytest.mark.slow
def test_what_is_not_previewed_says_so(page: Page, port: int) -> None:
    page.goto(f"http://127.0.0.1:{port}/nowhere/")

    expect(page.locator("h1")).to_contain_text("没有这一页")
