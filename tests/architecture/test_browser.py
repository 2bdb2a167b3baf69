"""The fixtures for browser tests do what they promise, and notice what they must."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser import Serve, watch


def test_a_served_page_can_be_read(page: Page, static_server: Serve, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<meta charset=utf-8><h1>石桥村</h1>", encoding="utf-8")

    page.goto(static_server(tmp_path))

    assert page.locator("h1").inner_text() == "石桥村"


def test_foreign_requests_and_script_errors_are_noticed(chromium: Browser) -> None:
    context = chromium.new_context()
    tab = context.new_page()
    problems = watch(tab)

    tab.set_content("<script>none.such()</script><img src='http://elsewhere.invalid/a.png'>")
    context.close()

    assert {problem.split(":")[0] for problem in problems} == {"script error", "foreign request"}
