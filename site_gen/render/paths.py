"""Addresses → files of the output, and the way from a page back to the root of the site.

Knows nothing about records: who lives at which address is decided in :mod:`site_gen.addresses`.
"""

import re
from urllib.parse import quote, urlsplit

from site_gen.pages.model import Page

# Reserved characters keep their meaning (queries, fragments, escapes); the rest is escaped.
_KEPT = "/?#[]@!$&'()*+,;=:%~"
# Most addresses have nothing to escape, and are recognised sooner than encoded.
_is_plain = re.compile(rf"[\w.{re.escape(_KEPT)}-]*", re.ASCII).fullmatch


def file_of(address: str) -> str:
    """The file that is served at an address: ``'lixian/'`` → ``'lixian/index.html'``.

    Raises ValueError for an address that would leave the output folder; addresses are made by
    the program, so such a one is a defect of ours.
    """
    file = f"{address}index.html" if address == "" or address.endswith("/") else address
    parts = file.split("/")
    if any(part in {"", ".", ".."} for part in parts) or "\\" in file or not file.isprintable():
        raise ValueError(f"not an address of the site: {address!r}")
    return file


def is_error_page(address: str) -> bool:
    """Whether the page is shown in place of any missing page, at whatever depth that was asked."""
    return address == "404.html"


def base_of(page: Page, base_url: str) -> str:
    """What a page puts before ``/`` and an address: ``'.'``, ``'..'``, ``'../..'``.

    The error page is served below addresses of any depth, so its links start at the root of the
    host, with the path of the site's public address; a site that does not know its own is taken to
    lie at the root.
    """
    if is_error_page(page.address):
        return path_of(base_url)
    return relative_base(page.address.count("/"))


def path_of(base_url: str) -> str:
    """The path of the site on its host, without a slash at its end: ``''``, ``'/xieshang'``."""
    return urlsplit(base_url).path.rstrip("/")


def relative_base(depth: int) -> str:
    """The way up from a page that lies ``depth`` folders below the root."""
    return "/".join([".."] * depth) or "."


def link(base: str, address: str) -> str:
    """An address of the site as a link from a page with that base, percent-encoded."""
    return f"{base}/{_encoded(address)}"


def absolute(base_url: str, address: str) -> str:
    """An address of the site as the public sees it, percent-encoded."""
    return base_url.rstrip("/") + "/" + _encoded(address)


def _encoded(address: str) -> str:
    return address if _is_plain(address) else quote(address, safe=_KEPT)
