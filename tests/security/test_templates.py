"""Our templates say nothing that a policy would have to forbid, and escape whatever they show."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError, nodes

from site_gen.pages.model import SiteFrame
from site_gen.render.templates import adapt_host, templates_for
from tests.render.sample import FRAME, ROOT

THEME = ROOT / "theme"
TEMPLATES = sorted(THEME.rglob("*.html"))
SCRIPTS = sorted((THEME / "assets" / "js").glob("*.js"))
SAFE_ON_PURPOSE = frozenset[str]()
"""Templates that may show a value as markup; each with its reason. There is none."""
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_UNQUOTED = re.compile(r"=(?![\"'])")
_EVENT_OR_STYLE = re.compile(r"\s(?:on\w+|style|srcdoc|formaction)\s*=", re.IGNORECASE)
_FOREIGN = re.compile(r"<(?:base|iframe|object|embed|frame|applet|style|math)\b", re.IGNORECASE)
_CALLS_OUT = re.compile(
    r"(?:preconnect|dns-prefetch|prefetch|preload|prerender|http-equiv=.?refresh)"
)
_DATA_BLOCK = '<script type="application/ld+json">'
"""Data that no browser executes; what it holds cannot end it (:mod:`site_gen.render.linked`)."""
_SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser"
    r"|srcdoc|setHTMLUnsafe|\beval\(|new Function|set(?:Timeout|Interval)\(\s*['\"`]"
    r"|\bimport\(\s*(?!new URL\('pagefind\.js')"
)


def markup(path: Path) -> str:
    """A template with a letter for each expression, and no statements and comments."""
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    return _CODE.sub(lambda code: "x" if code[0].startswith("{{") else "", text)


def parsed(path: Path) -> nodes.Template:
    return Environment().parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(THEME).as_posix())
def test_a_template_has_nothing_that_a_policy_forbids(path: Path) -> None:
    text = markup(path)
    tags = _TAG.findall(text)
    assert [tag for tag in tags if _UNQUOTED.search(re.sub(r"\"[^\"]*\"|'[^']*'", '""', tag))] == []
    assert [tag for tag in tags if _EVENT_OR_STYLE.search(tag)] == []
    assert _FOREIGN.findall(text) == []
    assert _CALLS_OUT.findall(text) == []
    scripts = [tag for tag in tags if tag.startswith("<script") and tag != _DATA_BLOCK]
    assert [tag for tag in scripts if " src=" not in tag] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(THEME).as_posix())
def test_a_template_escapes_all_it_shows(path: Path) -> None:
    tree = parsed(path)
    filters = {each.name for each in tree.find_all(nodes.Filter)}
    unsafe = filters & {"safe", "tojson", "xmlattr", "urlize", "forceescape"}
    assert not unsafe or path.relative_to(THEME).as_posix() in SAFE_ON_PURPOSE
    assert list(tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier))) == []
    assert [each for each in tree.find_all(nodes.Name) if each.name == "Markup"] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_never_turns_text_into_markup_or_code(path: Path) -> None:
    assert _SINKS.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (_UNQUOTED, "<a href=x>"),
        (_EVENT_OR_STYLE, '<p onclick="x">'),
        (_EVENT_OR_STYLE, "<p\nSTYLE='x'>"),
        (_FOREIGN, "<BASE href='x'>"),
        (_CALLS_OUT, '<link rel="dns-prefetch" href="//x">'),
        (_SINKS, "e.innerHTML = x"),
        (_SINKS, "setTimeout('x')"),
        (_SINKS, "import(address)"),
    ],
)
def test_the_patterns_find_what_they_look_for(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


def environments(folder: Path) -> list[Environment]:
    """Our own environment, and the host's as we adapt it."""
    (folder / "pages").mkdir()
    (folder / "pages" / "x.html").write_text("{{ value }}|{{ missing }}", encoding="utf-8")
    frame: SiteFrame = FRAME
    ours = templates_for(folder, ["."], frame, {}).environments["."]
    host = Environment(loader=ours.loader)
    return [ours, adapt_host(host, folder)]


def test_every_environment_escapes_and_refuses_unknown_names(tmp_path: Path) -> None:
    for environment in environments(tmp_path):
        template = environment.get_template("pages/x.html")
        assert template.render(value="<b>'\"&", missing="") == "&lt;b&gt;&#39;&#34;&amp;|"
        assert issubclass(environment.undefined, StrictUndefined)
        with pytest.raises(UndefinedError):
            template.render(value="x")


def test_there_are_templates_and_scripts_to_look_at() -> None:
    assert len(TEMPLATES) > 60
    assert len(SCRIPTS) > 20
