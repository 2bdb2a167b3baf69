"""Every colour of text stands out from every ground it is used on, in each palette.

4.5:1 for text and 3:1 for edges that mean something (WCAG 2.2, 1.4.3 and 1.4.11).
"""

import re
from pathlib import Path

import pytest

from tests.render.sample import ROOT

CSS = ROOT / "theme" / "assets" / "css"
GROUNDS = ("paper", "sheet", "wash")
TONES = ("done", "active", "promised", "stalled", "late", "waiting", "moved")
TEXT = 4.5
EDGE = 3.0


def variables(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


def palettes() -> dict[str, dict[str, str]]:
    light, _, dark = (CSS / "tokens.css").read_text(encoding="utf-8").partition("@media (prefers-c")
    contrast = (CSS / "modes.css").read_text(encoding="utf-8").partition("@media")[0]
    base = variables(light)
    return {
        "light": base,
        "dark": base | variables(dark),
        "contrast": base | variables(contrast),
    }


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_text_stands_out_from_its_ground(name: str) -> None:
    palette = palettes()[name]
    pairs = [(ink, ground) for ink in ("ink", "ink-soft", "late-ink") for ground in GROUNDS]
    pairs += [(tone, f"{tone}-ground") for tone in TONES]
    pairs += [("on-seal", "seal"), ("paper", "ink")]
    weak = {p: ratio(palette[p[0]], palette[p[1]]) for p in pairs}
    assert {pair: value for pair, value in weak.items() if value < TEXT} == {}


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_edges_and_drawings_stand_out(name: str) -> None:
    palette = palettes()[name]
    edges = ("rule-firm", "seal", "link-rule", "focus", "bar-fill", "done", "active", "stalled")
    weak = {(e, g): ratio(palette[e], palette[g]) for e in edges for g in GROUNDS}
    weak[("bar-fill", "bar-ground")] = ratio(palette["bar-fill"], palette["bar-ground"])
    assert {pair: value for pair, value in weak.items() if value < EDGE} == {}


def test_a_weak_pair_is_noticed() -> None:
    assert ratio("#ffffff", "#777777") < TEXT


SHEETS = sorted((ROOT / "theme").glob("**/*.css"))
LOOSE = {
    "a colour that is no token": re.compile(r"^(?!\s*--[\w-]+: ).*#[0-9a-fA-F]{3,8}\b"),
    "pixels, which do not grow with the text": re.compile(r"[\d.]px\b"),
    "a size of type that is no token": re.compile(
        r"font-size: (?!var\(|inherit|[\d.]+(?:em|%|pt);)"
    ),
}


def loose(css: str) -> list[tuple[str, str]]:
    """Lines of a sheet, without its comments, that say themselves what tokens should say."""
    lines = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).splitlines()
    return [
        (why, line.strip()) for line in lines for why, rule in LOOSE.items() if rule.search(line)
    ]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_colours_and_sizes_of_type_stand_among_the_tokens_alone(sheet: Path) -> None:
    assert loose(sheet.read_text(encoding="utf-8")) == []


def test_palettes_stand_in_three_places() -> None:
    """Light and dark, what a reader chose, and paper."""
    own = {
        path.name for path in SHEETS if re.search(r"--[\w-]+: #", path.read_text(encoding="utf-8"))
    }
    assert own == {"tokens.css", "modes.css", "print.css"}


@pytest.mark.parametrize("line", ["color: #a5301f;", "margin: 4px", "  font-size: 1.5rem;"])
def test_what_is_loose_is_noticed(line: str) -> None:
    assert len(loose(line)) == 1
