"""Pages as composed from the example, and their bodies as rendered by the real theme."""

from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from site_gen.pages.model import Page
from site_gen.pipeline import Compilation
from site_gen.render.paths import base_of
from site_gen.render.templates import Templates, templates_for

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = {f"js/{path.name}": f"assets/js/{path.name}" for path in ROOT.glob("theme/assets/js/*")}


class _Elements(HTMLParser):
    """Collects attributes of every element, and the text of all."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: list[dict[str, str]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append({"": tag, **{key: value or "" for key, value in attrs}})

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@dataclass(frozen=True)
class Body:
    """What a page shows."""

    html: str

    @cached_property
    def _elements(self) -> _Elements:
        elements = _Elements()
        elements.feed(self.html)
        return elements

    @property
    def text(self) -> str:
        """Everything that can be read, blanks joined."""
        return " ".join("".join(self._elements.texts).split())

    def all(self, attribute: str) -> list[str]:
        """Every value of an attribute, in order."""
        return [one[attribute] for one in self._elements.attributes if attribute in one]


@dataclass(frozen=True)
class Composed:
    """A compiled content folder and the theme."""

    compiled: Compilation

    @cached_property
    def _templates(self) -> Templates:
        bases = {base_of(page, "") for page in self.compiled.pages}
        return templates_for(ROOT / "theme", bases, self.compiled.frame, SCRIPTS)

    def page(self, address: str) -> Page:
        """The page at an address."""
        (found,) = [page for page in self.compiled.pages if page.address == address]
        return found

    def body(self, address: str) -> Body:
        """What the page at an address shows."""
        page = self.page(address)
        return Body(self._templates.body(page, base_of(page, "")))
