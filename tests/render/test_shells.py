"""A filled shell is, byte for byte, what the host itself renders for the same page.

At every depth, and with titles that try to break out of the places where they are shown.
"""

from pathlib import Path

import pytest

from site_gen.pages.model import Page, language_of
from site_gen.render.host import HostPage, Order
from site_gen.render.paths import base_of
from site_gen.render.shells import load_host, render_order, theme_of
from site_gen.render.site import Plan, plan_site
from tests.render.sample import HOSTILE_TITLES, FakeCompilation, make_page

ADDRESSES = ("", "a/", "a/b/", "a/b/c/", "a/b/c/2023/", "a/b/c/2023/0512-x/")


def _pages() -> tuple[Page, ...]:
    plain = [make_page(address) for address in ADDRESSES]
    hostile = [
        make_page(f"{address}t{number}/", title, section="ledger")
        for address in ADDRESSES[:-1]
        for number, title in enumerate(HOSTILE_TITLES)
    ]
    return (*plain, *hostile, make_page("404.html", "没有这一页", section=""))


@pytest.fixture(scope="module")
def plan(config_file: Path) -> Plan:
    config = load_host(config_file, config_file.parent / "unused")
    folders = [Path(folder) for folder in config.theme.dirs]
    return plan_site(FakeCompilation(pages=_pages()), theme_of(config), folders)


def test_filled_shell_equals_the_hosts_own_rendering(plan: Plan, config_file: Path) -> None:
    filler = plan.filler(render_order(plan.order(), config_file))
    parts = [filler.parts(page) for page in plan.pages]
    real = [
        HostPage(
            page.address, page.section, language_of(page, plan.frame), head, main, base_of(page, "")
        )
        for page, (head, main) in zip(plan.pages, parts, strict=True)
    ]
    order = Order(plan.frame, plan.assets.addresses, plan.theme, real)
    by_host = render_order(order, config_file)
    for page, document in zip(plan.pages, by_host, strict=True):
        assert filler.document(page) == document.encode(), page.address
