"""Links as written, and the files they mean: at any depth, below any public address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.publish.links import Site, Target

PAGE = "lixian/sessions/2023/0512-shiqiao/index.html"


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../../../../", "index.html"),
        ("../../../../.", "index.html"),
        ("../../../..", "index.html"),
        ("../../../../regions/", "regions/index.html"),
        ("../../../../ledger/?region=lixian&metric=x", "ledger/index.html"),
        ("../../../../404.html", "404.html"),
        ("../0513-x/", "lixian/sessions/2023/0513-x/index.html"),
        ("", PAGE),
        ("?page=2", PAGE),
        ("../../../../attachments/lixian/%E7%AB%A3%E5%B7%A5.jpg", "attachments/lixian/竣工.jpg"),
    ],
)
def test_relative_links_lead_to_files(link: str, file: str) -> None:
    assert Site().target(PAGE, link) == Target(file)


def test_a_place_on_a_page_is_kept() -> None:
    assert Site().target(PAGE, "#s1") == Target(PAGE, "s1")
    assert Site().target(PAGE, "../#%E4%B8%80") == Target("lixian/sessions/2023/index.html", "一")


@pytest.mark.parametrize(
    "link", ["https://example.org/", "http://x/y", "mailto:a@b.cn", "tel:12345"]
)
def test_links_that_leave_the_site_mean_no_file(link: str) -> None:
    assert Site().target(PAGE, link) is None


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//cdn.example/x"]
)
def test_other_schemes_are_refused(link: str) -> None:
    with pytest.raises(ValueError, match="不是站内地址"):
        Site().target(PAGE, link)


def test_a_link_out_of_the_site_is_refused() -> None:
    with pytest.raises(ValueError, match="跑到网站外面"):
        Site().target("index.html", "../x/")


def test_absolute_paths_start_at_the_public_address() -> None:
    site = Site("https://example.org/zhou/")

    assert site.target("404.html", "/zhou/regions/") == Target("regions/index.html")
    assert site.target("404.html", "/zhou/") == Target("index.html")
    assert site.target(PAGE, "https://example.org/zhou/regions/") == Target("regions/index.html")
    for page, link in (("404.html", "/regions/"), (PAGE, "/zhou/regions/")):
        with pytest.raises(ValueError, match="绝对路径"):
            site.target(page, link)


def test_without_a_path_in_the_public_address_the_root_is_the_site() -> None:
    site = Site("https://example.org")

    assert site.target("404.html", "/assets/a.css") == Target("assets/a.css")
    assert site.target(PAGE, "https://example.org") == Target("index.html")
    assert site.target(PAGE, "https://example.org.evil/") is None


def test_without_a_public_address_only_the_error_page_starts_at_the_root() -> None:
    assert Site().target("404.html", "/regions/") == Target("regions/index.html")
    with pytest.raises(ValueError, match="绝对路径"):
        Site().target(PAGE, "/regions/")


PIECES = (
    "a",
    "B-1/",
    "_/",
    "/",
    "#",
    "?",
    "%2F/",
    "%2e/",
    "%E4%B8%80/",
    "%e4",
    "%C0%AF",
    "./",
    "字",
)


@given(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join).filter(lambda way: way[:1] != "/")
)
def test_a_way_over_the_root_means_what_it_means_there(way: str) -> None:
    def meant(page: str, link: str) -> Target | str | None:
        try:
            return Site().target(page, link)
        except ValueError as error:
            return str(error)

    assert meant("x/index.html", f"../{way}") == meant("index.html", f"./{way}")
