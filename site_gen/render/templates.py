"""The only module that knows Jinja: environments for our templates, and the host's adapted.

Everything of ours is autoescaped, and neither an unknown name nor an absent value (None) can slip
silently into a page. Templates are trusted; what they show never is.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateRuntimeError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup, escape

from site_gen.language.message import ORIGINAL
from site_gen.language.speaker import speaker_of
from site_gen.pages.model import Page, SiteFrame
from site_gen.render import formats, paths
from site_gen.render.codegen import WordedCode
from site_gen.render.qr import qr_code
from site_gen.render.spoken import FOR_HOST, Spoken, finalize, when
from site_gen.render.swift import Remembered, SwiftEnvironment
from site_gen.render.wording import phrases_of

HostEnvironment = Environment
"""What the host hands over for adapting."""

_OF_HEAD = "full_title", "metas", "canonical", "image", "alternates"
"""What the template of the head takes besides a page and its data, in this order."""
RESERVED = frozenset({"assets", "base", "frame", "page"})
"""Names that every template finds defined; a page's values may not use them."""


# A line break after a tag is trimmed; then what stands before the next line is all there is.
_BESIDE_A_BREAK = re.compile(r"(?<=[^}]\n)[ \t]+")
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class _Memory(BytecodeCache):
    """Compiled templates, shared by the environments of one build."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._codes.get(bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.bytecode_to_string()


class _Unindented(Extension):
    """Leaves the indentation of our templates, the escaped ones, out of pages: a twentieth."""

    def preprocess(
        self,
        source: str,
        name: str | None,
        filename: str | None = None,  # noqa: ARG002
    ) -> str:
        """The template as it is compiled."""
        escaped = self.environment.autoescape
        ours = escaped(name) if callable(escaped) else escaped
        return _INDENTATION.sub(" ", _BESIDE_A_BREAK.sub("", source)) if ours else source


@dataclass(frozen=True, slots=True)
class Templates:
    """Our templates, ready for every base that a build needs.

    There is one environment for each base, so that a component can link to an address without
    being told from which page.
    """

    environments: Mapping[str, SwiftEnvironment] = field(repr=False)
    """Those for Chinese, by base."""
    others: Mapping[str, Mapping[str, SwiftEnvironment]] = field(default_factory=dict, repr=False)
    """Those for other languages, by language and base."""

    def _environment(self, base: str, language: str) -> SwiftEnvironment:
        return self.others.get(language, self.environments)[base]

    def head(
        self, page: Page, base: str, values: Mapping[str, object], language: str = ORIGINAL
    ) -> str:
        """What goes into the head of a page beyond what all pages have."""
        shown = [values[name] for name in _OF_HEAD]
        data = trusted(str(values["data"]))
        return self._environment(base, language).text("head.html", "head", page, data, *shown)

    def body(self, page: Page, base: str, language: str = ORIGINAL) -> str:
        """Breadcrumbs and main part of a page.

        Raises ValueError when its values use a reserved name.
        """
        taken = RESERVED & page.values.keys()
        if taken:
            raise ValueError(f"{page.address!r}: reserved names in values: {sorted(taken)}")
        template = self._environment(base, language).get_template(f"pages/{page.template}")
        return template.render(page=page, **page.values)


def templates_for(
    theme: Path,
    bases: Iterable[str],
    frame: SiteFrame,
    assets: Mapping[str, str],
    languages: Iterable[str] = (),
) -> Templates:
    """The templates of a theme folder for pages with these bases, in Chinese and ``languages``."""
    ordered = sorted(set(bases))
    names = {"frame": frame, "assets": assets}
    others = {
        language: environments_for(theme, ordered, names, Spoken(speaker_of(language)))
        for language in sorted({*languages} - {ORIGINAL})
    }
    return Templates(environments_for(theme, ordered, names), others)


def environments_for(
    theme: Path, bases: Iterable[str], names: Mapping[str, object], spoken: Spoken | None = None
) -> Mapping[str, SwiftEnvironment]:
    """An environment for each base, in Chinese or what is ``spoken``.

    What is compiled serves all of them.
    """
    memory = _Memory()
    environments = {}
    for base in bases:
        environment = SwiftEnvironment(
            remembered={
                "link": Remembered(partial(_link, base)),
                "when": Remembered(spoken.when if spoken else _when),
            },
            repeated=() if spoken else ("mark", "tag"),
            markup=spoken.markup if spoken else None,
            loader=FileSystemLoader(theme),
            autoescape=True,
            auto_reload=False,
            bytecode_cache=memory,
            extensions=[_Unindented],
        )
        environment.filters |= {"public": _public, "qr": qr_code}
        _make_strict(environment)
        if spoken is not None:
            environment.filters |= spoken.filters
            environment.globals |= spoken.names
        environment.globals |= {**names, "base": base}
        environments[base] = environment
    return environments


def phrases_in(source: str) -> Mapping[str, int]:
    """The phrases of a template of ours, with the line in which each stands first."""
    environment = Environment(autoescape=True, extensions=[_Unindented])
    _make_strict(environment)
    return phrases_of(environment.parse(source))


def adapt_host(environment: Environment, theme: Path) -> Environment:
    """The host's environment, with our own templates as strict and escaped as everywhere.

    Each page is drawn in the language of its ``speaker_``.
    """
    ours = {path.relative_to(theme).as_posix() for path in theme.rglob("*.html")}
    environment.autoescape = lambda name: name in ours
    environment.add_extension(_Unindented)
    environment.code_generator_class = WordedCode
    _make_strict(environment)
    environment.finalize = finalize
    environment.filters |= {"when": when}
    environment.globals |= FOR_HOST
    return environment


def trusted(html: str) -> Markup:
    """Markup that a template of ours has made, or data of which :mod:`.linked` has made sure that
    it holds no markup; never called with a value of content."""
    return Markup(html)  # noqa: S704


def _link(base: str, address: str) -> Markup:
    return escape(paths.link(base, address))


def _when(value: object) -> Markup:
    return escape(formats.when(value))


@pass_context
def _public(context: Context, address: str) -> str:
    return paths.absolute(context["frame"].base_url, address)


def _make_strict(environment: Environment) -> None:
    environment.undefined = StrictUndefined
    environment.finalize = _refuse_none
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.filters |= {
        "clauses": formats.clauses,
        "dates": formats.dates,
        "iso": formats.iso,
        "month": formats.month,
        "when": formats.when,
        "outward": formats.outward,
    }
    environment.globals |= {"share": formats.share, "zip": zip}


def _refuse_none(value: object) -> object:
    if value is None:
        raise TemplateRuntimeError("a template shows a value that is None")
    return value
