"""Jinja made swift for plain values, by its own extension points; what it shows stays the same.

A province has tens of thousands of pages with hundreds of values each. Most of those are texts in
dictionaries and components called with them, and for these the general ways are long detours: here
they are looked up where they stand, and components write into the page that calls them.

It relies on three things about our templates: all are autoescaped, nothing they call asks for the
context, and what a component shows depends on nothing but what it is called with.
"""

import re
from collections.abc import Callable, Collection, Mapping, MutableMapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from jinja2 import TemplateRuntimeError, pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro, Undefined
from jinja2.utils import missing
from markupsafe import Markup, escape

from site_gen.language import Message
from site_gen.render.codegen import RememberingEnvironment, SwiftCode

_REMEMBERED = 1 << 13
"""How many results are kept of each thing whose results are kept."""
_SHORT = 40
"""Characters of the longest text that is likely to be shown again."""
_needs_escaping = re.compile(r"""[&<>'"]""").search


class Remembered(dict[Any, str]):
    """Value → what is shown for it: looked up like an entry, made where it is not known yet."""

    def __init__(self, make: Callable[[Any], str], longest: int | None = None) -> None:
        """``longest``: characters of the longest text for which the result is kept."""
        super().__init__()
        self._make = make
        self._longest = longest

    def __missing__(self, value: Any) -> str:
        """Keeps no more than there is room for: then everything is forgotten."""
        made = self._make(value)
        if self._longest is None or len(value) <= self._longest:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[value] = made
        return made


class _Writing(Macro):
    """A macro that can also write into a page, in which its markup is one piece."""

    def into(self, page: list[str], *given: Any) -> None:
        """Writes what is shown for what is given."""
        page.append(self(*given))


class _Component(_Writing):
    """A macro whose function writes into a page itself, piece by piece."""

    def __init__(
        self,
        environment: "SwiftEnvironment",
        function: Callable[..., None],
        name: str,
        names: list[str],
    ) -> None:
        super().__init__(environment, self._text, name, names, False, False, False, True)
        function.__defaults__ = (missing,) * len(names)
        self._function = function
        self._same = lru_cache(maxsize=_REMEMBERED, typed=True)(self._text)
        repeated = name in environment.repeated
        self.into = self._into_again if repeated else function  # type: ignore[method-assign]

    def __call__(self, *given: Any, **named: Any) -> Any:
        """The markup for what is given."""
        if named or len(given) > self._argument_count:
            return super().__call__(*given, **named)
        return str.__new__(Markup, self._text(*given))

    def _text(self, *given: Any) -> str:
        page: list[str] = []
        self._function(page, *given)
        return "".join(page)

    def _into_again(self, page: list[str], *given: Any) -> None:
        page.append(self._same(*given))


class _SwiftContext(Context):
    """Calls components directly, those too that take names or a block."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """What the component, or anything else that can be called, gives."""
        if not isinstance(called, Macro):
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class SwiftEnvironment(RememberingEnvironment):
    """An environment for templates that are autoescaped and show no None.

    ``remembered`` are filters whose results are markup and are kept, by name. ``repeated`` names
    components that are mostly called with what they were called with before. ``markup`` shows a
    value in another language than Chinese.
    """

    code_generator_class = SwiftCode
    context_class = _SwiftContext

    def __init__(
        self,
        *,
        remembered: Mapping[str, Remembered] = MappingProxyType({}),
        repeated: Collection[str] = (),
        markup: Callable[[object], str] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.is_worded = markup is not None
        self.remembered = remembered
        self.repeated = frozenset(repeated)
        self.escaped = Remembered(markup or _escaped, _SHORT)
        self.shown = markup or self._shown
        self.message = None if markup else Message
        self._modules: dict[str, TemplateModule] = {}
        self.filters |= {name: _filter(texts) for name, texts in remembered.items()}

    def component(self, function: Callable[..., None], name: str, names: list[str]) -> Macro:
        """What a template defines as a macro."""
        return _Component(self, function, name, names)

    def macro(
        self, function: Callable[..., str], name: str, names: list[str], asks: Sequence[bool]
    ) -> Macro:
        """A macro that asks for more than its parameters: keywords, further values, its caller."""
        kwargs, varargs, caller = asks
        return _Writing(self, function, name, names, kwargs, varargs, caller, True)

    def make_globals(self, names: MutableMapping[str, Any] | None) -> dict[str, Any]:
        """In one dictionary, because each page gets a copy."""
        return {**self.globals, **(names or {})}

    def module(self, name: str) -> TemplateModule:
        """The components of a template, made once."""
        if name not in self._modules:
            self._modules[name] = self.get_template(name).module
        return self._modules[name]

    def text(self, template: str, component: str, *given: Any) -> str:
        """What a component of a template shows for what is given."""
        shown: str = getattr(self.module(template), component)(*given)
        return shown

    def has(self, obj: Any, attribute: str) -> bool:
        """``obj.attribute is defined``."""
        return not isinstance(self.getattr(obj, attribute), Undefined)

    def _shown(self, value: object) -> str:
        """A value that is no plain text as it goes into a page: escaped, unless it is markup."""
        if type(value) is Markup:
            return value
        if isinstance(value, Message):
            return self.escaped[value]
        if type(value) is int:
            return str(value)
        if value is None:
            raise TemplateRuntimeError("a template shows a value that is None")
        return escape(value)


def _filter(texts: Remembered) -> Callable[[Context, str], str]:
    """Takes the context, so that nothing is worked out when a template is compiled: what is
    compiled may serve other environments too."""

    @pass_context
    def shown(_: Context, text: str) -> str:
        return texts[text]

    return shown


def _escaped(text: str) -> str:
    return escape(text) if _needs_escaping(text) else text
