"""Jinja made swift for plain values, by its own extension points; what it shows stays the same.

A province has tens of thousands of pages with hundreds of values each. Most of those are texts in
dictionaries and components called with them, and for these the general ways are long detours.
"""

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, TemplateRuntimeError
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

_needs_escaping = re.compile(r"""[&<>'"]""").search


class _SwiftContext(Context):
    """Calls components directly: they need nothing of the context but the autoescape, always on."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """What the component, or anything else that can be called, gives."""
        if type(called) is not Macro:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class _SwiftCode(CodeGenerator):
    """Compiles ``{{ value }}`` of an autoescaped template to one call."""

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

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``obj.attribute``: of a dictionary its entry, else as everywhere."""
        if type(obj) is dict:
            value = obj.get(attribute, missing)
            if value is not missing:
                return value
        return super().getattr(obj, attribute)

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
