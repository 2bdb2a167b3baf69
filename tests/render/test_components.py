"""Every component renders each of its examples, and shows hostile values as inert text.

The examples are the documentation of the components; a component without them fails.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from site_gen.render.templates import templates_for
from tests.render.sample import FRAME, ROOT
from tools.gallery import COMPONENTS, Example, read_examples

EXAMPLES = read_examples()
HOSTILE = "<i data-x='1'>\"{{7*7}}"
PUBLIC = replace(FRAME, base_url="https://host.example/sub/")
ENVIRONMENT = templates_for(ROOT / "theme", [".."], PUBLIC, {}).environments[".."]
# Words of a fixed list and shapes of a drawing: templates look them up or put them into classes.
FIXED = {"tone", "state", "kind", "width", "height", "value_kind", "date"}


class Tags(HTMLParser):
    """Collects start tags, and complains about tags that do not close in order."""

    VOID = frozenset({"img", "input", "br", "rect", "path", "meta", "link"})

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


def render(example: Example, arguments: Mapping[str, object] | None = None) -> str:
    template = ENVIRONMENT.get_template(f"components/{example.component}/macro.html")
    macro = getattr(template.module, example.macro)
    return str(macro(**(arguments or example.arguments)))


def parse(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    return tags


def poison(example: Example) -> dict[str, object]:
    """The arguments of an example, with markup in every text that a reader may have written."""
    return {name: poisoned(each, name) for name, each in example.arguments.items()}


def poisoned(value: object, key: str) -> object:
    """One value of them, with markup in its texts."""
    if isinstance(value, dict):
        return {name: poisoned(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [poisoned(each, key) for each in value]
    if not isinstance(value, str) or not value or key in FIXED:
        return value
    return f"{value[:-1]}{HOSTILE}{value[-1]}"  # how a text ends may matter: 5月


FOLDERS = sorted(path for path in COMPONENTS.iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_component_is_documented_and_has_a_style(folder: Path) -> None:
    macro = (folder / "macro.html").read_text(encoding="utf-8")
    names = re.findall(r"{% macro (\w+)\(", macro)
    assert macro.startswith("{#- ")
    assert f"{names[0]}(" in macro.partition("-#}")[0] or len(names) > 1
    assert (folder / "style.css").stat().st_size > 0
    assert (folder / "examples.yaml").is_file()


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_well_formed_and_has_nothing_that_the_policy_blocks(example: Example) -> None:
    for tag, attributes in parse(render(example)).seen:
        assert tag not in {"script", "style"}
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
        assert not str(attributes.get("href", "")).startswith("javascript:")


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_with_hostile_texts_has_the_same_elements(example: Example) -> None:
    clean = parse(render(example))
    hostile = parse(render(example, poison(example)))
    assert [tag for tag, _ in hostile.seen] == [tag for tag, _ in clean.seen]
    assert not [attributes for _, attributes in hostile.seen if "data-x" in attributes]


def test_an_unknown_tone_is_refused() -> None:
    with pytest.raises(Exception, match="purple"):
        render(Example("tag", "tag", "", {}), {"label": "x", "tone": "purple"})
