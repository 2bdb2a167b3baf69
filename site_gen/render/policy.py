"""What a browser may do with our pages: one policy, as a ``<meta>`` and as headers of a server.

The ``<meta>`` holds wherever the files are put. The headers say the same and what only a header
can say; they lie beside the pages as ``_headers``, which Netlify and Cloudflare Pages read, and
``docs/hosting.md`` has them for other servers.

Sources: Content Security Policy Level 3, Trusted Types, Fetch (``nosniff``), and the headers
that the OWASP Secure Headers Project lists.
"""

from collections.abc import Iterable, Iterator, Mapping

from site_gen.pages.model import Artifact
from site_gen.render import paths

WORKER_POLICY = "search-worker"
"""The one Trusted Types policy; ``theme/assets/js/text-search.js`` makes it."""

POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the search engine is WebAssembly
    "worker-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the host's style sheet draws its icons from data
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": WORKER_POLICY,
}
"""The content-security policy, by directive."""
HEADER_ONLY = frozenset({"frame-ancestors"})
"""Directives that browsers ignore in a ``<meta>``, and complain of."""
REFERRER = "strict-origin-when-cross-origin"
_SWITCHED_OFF = (
    "camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb",
)  # fmt: skip
FOREVER = "public, max-age=31536000, immutable"
HEADERS_FILE = "_headers"


def meta_policy() -> str:
    """The policy as the ``<meta>`` of every page has it."""
    return _written(name for name in POLICY if name not in HEADER_ONLY)


def headers() -> Mapping[str, str]:
    """The headers that a server sends with every file of the site."""
    return {
        "Content-Security-Policy": _written(POLICY),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
        "Referrer-Policy": REFERRER,
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _SWITCHED_OFF),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def cached(assets: Mapping[str, str]) -> tuple[str, ...]:
    """Patterns of the addresses whose names tell their content, so that they may be kept forever.

    ``assets`` are the addresses of the theme's files by logical name; scripts share one folder.
    """
    scripts = {
        address.partition("/js/")[0] + "/*"
        for name, address in assets.items()
        if name.startswith("js/")
    }
    others = {address for name, address in assets.items() if not name.startswith("js/")}
    return tuple(sorted(scripts | others))


def headers_file(assets: Mapping[str, str], base_url: str) -> Artifact:
    """``_headers`` for a site at this public address (``''``: at the root of its host)."""
    root = paths.path_of(base_url)
    return Artifact(HEADERS_FILE, ("\n".join(_lines(assets, root)) + "\n").encode())


def _lines(assets: Mapping[str, str], root: str) -> Iterator[str]:
    yield f"{root}/*"
    yield from (f"  {name}: {value}" for name, value in headers().items())
    for pattern in cached(assets):
        yield from (f"{root}/{pattern}", f"  Cache-Control: {FOREVER}")


def _written(names: Iterable[str]) -> str:
    return "; ".join(f"{name} {POLICY[name]}" for name in names)
