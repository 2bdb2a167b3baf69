"""Jinja made swift for plain values, by its own extension points; what it shows stays the same.

A province has tens of thousands of pages with hundreds of values each. Most of those are texts in
dictionaries and components called with them, and for these the general ways are long detours.

It relies on three things about our templates: all are autoescaped, nothing they call asks for the
context, and what a component shows depends on nothing but what it is called with.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateRuntimeError
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.nodes import Call, Expr, FromImport, Getattr, Import, Test
from jinja2.nodes import Macro as MacroNode
from jinja2.runtime import Context, Macro, Undefined
from jinja2.utils import missing
from markupsafe import Markup, escape

_REMEMBERED = 1 << 10
"""How many results of one component are kept."""
_TEXT = frozenset({str})
_OF_DICTIONARIES = frozenset(dir(dict))
"""What every dictionary has as an attribute, whatever its entries."""
_needs_escaping = re.compile(r"""[&<>'"]""").search


class _Component(Macro):
    """A component is mostly called with values in their places, and often with the same words."""

    def __init__(
        self, environment: Environment, function: Callable[..., str], name: str, names: list[str]
    ) -> None:
        super().__init__(environment, function, name, names, False, False, False, True)
        self._absent = (missing,) * len(names)
        self._same = lru_cache(maxsize=_REMEMBERED)(self._made)

    def __call__(self, *given: Any, **named: Any) -> Any:
        """The markup for what is given."""
        if named or len(given) > self._argument_count:
            return super().__call__(*given, **named)
        if _TEXT.issuperset(map(type, given)):
            return self._same(*given)
        return self._made(*given)

    def _made(self, *given: Any) -> Markup:
        return str.__new__(Markup, self._func(*given, *self._absent[len(given) :]))


class _SwiftContext(Context):
    """Calls components directly, those too that take names or a block."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """What the component, or anything else that can be called, gives."""
        if not isinstance(called, Macro):
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class _SwiftCode(CodeGenerator):
    """Compiles what stands in templates most often to one short call each."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """``value.name``."""
        self.write("environment.getattr(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Test(self, node: Test, frame: Frame) -> None:  # noqa: N802
        """``value.name is defined``, without making what says that it is not."""
        if node.name != "defined" or not isinstance(node.node, Getattr):
            super().visit_Test(node, frame)
            return
        self.write("environment.has(")
        self.visit(node.node.node, frame)
        self.write(f", {node.node.attr!r})")

    def visit_Call(  # noqa: N802
        self, node: Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """``component(value, value)``, without the context."""
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A component; what stands within a call block is called once, and stays a macro."""
        node = macro_ref.node
        special = macro_ref.accesses_kwargs or macro_ref.accesses_varargs
        if special or macro_ref.accesses_caller or not isinstance(node, MacroNode):
            super().macro_def(macro_ref, frame)
        else:
            names = tuple(argument.name for argument in node.args)
            self.write(f"environment.component(macro, {node.name!r}, {names!r})")

    def _import_common(self, node: Import | FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.module(")
        self.visit(node.template, frame)
        self.write(")")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")


class SwiftEnvironment(Environment):
    """An environment for templates that are autoescaped and show no None."""

    code_generator_class = _SwiftCode
    context_class = _SwiftContext

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._modules: dict[str, TemplateModule] = {}

    def component(self, function: Callable[..., str], name: str, names: Sequence[str]) -> Macro:
        """What a template defines as a macro."""
        return _Component(self, function, name, list(names))

    def module(self, name: str) -> TemplateModule:
        """The components of a template, made once."""
        if name not in self._modules:
            self._modules[name] = self.get_template(name).module
        return self._modules[name]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``obj.attribute``: of a dictionary its entry, else as everywhere."""
        if type(obj) is dict:
            value = obj.get(attribute, missing)
            if value is not missing:
                return value
        return super().getattr(obj, attribute)

    def has(self, obj: Any, attribute: str) -> bool:
        """``obj.attribute is defined``."""
        if type(obj) is dict and attribute not in _OF_DICTIONARIES:
            return attribute in obj
        return not isinstance(super().getattr(obj, attribute), Undefined)

    @staticmethod
    def shown(value: object) -> str:
        """A value as it goes into a page: escaped, unless it is markup of ours."""
        if type(value) is str and not _needs_escaping(value):
            return value
        if type(value) is Markup:
            return value
        if value is None:
            raise TemplateRuntimeError("a template shows a value that is None")
        return escape(value)
