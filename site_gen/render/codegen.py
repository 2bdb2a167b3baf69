"""What templates are compiled to: Jinja's compiler, with short ways where templates go most often.

Entries and texts are looked up where they stand, and components write into the page that calls
them. What is shown stays the same; :mod:`.swift` brings what the compiled templates call.
"""

from collections.abc import Mapping
from itertools import groupby
from typing import Any, TypeGuard, cast

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame, MacroRef, find_undeclared
from jinja2.nodes import (
    BinExpr,
    Call,
    CallBlock,
    Expr,
    Filter,
    FromImport,
    Getattr,
    Import,
    Name,
    Node,
    Output,
    Template,
    Test,
)
from jinja2.nodes import Macro as MacroNode

from site_gen.render.wording import Wording

_SPECIAL = ("caller", "kwargs", "varargs")
"""What the body of a macro may ask for without having it as a parameter."""
_PAGE = "_page"
"""The parameter by which a component gets the list that it writes into."""
_OF_DICTIONARIES = frozenset(dir(dict))
"""What every dictionary has as an attribute, whatever its entries."""


class RememberingEnvironment(Environment):
    """An environment with filters whose results are markup and are kept, by name."""

    remembered: Mapping[str, Mapping[Any, str]]
    is_worded: bool
    """Whether the words of templates are said in another language."""


class WordedCode(CodeGenerator):
    """Compiles templates whose words are said in the language of the page."""

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802
        """With calls in the places of words."""
        super().visit_Template(Wording().worded(node), frame)


class _Expressions(CodeGenerator):
    """Compiles the expressions that stand in templates most often to what Python does fastest.

    What is needed twice has a name meanwhile: ``owner`` if it may be a dictionary, else ``value``.
    """

    environment: RememberingEnvironment

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """``value.name``."""
        name = repr(node.attr)
        self._write(
            frame,
            f"(owner[{name}] if type(owner := ",
            node.node,
            f") is dict and {name} in owner else found"
            f" if (found := getattr(owner, {name}, missing)) is not missing"
            f" else lookup(owner, {name}))",
        )

    def visit_And(self, node: BinExpr, frame: Frame) -> None:  # noqa: N802
        """``value.name is defined and value.name`` as one look."""
        of = _defined(node.left)
        if of is None or of != node.right:
            super().visit_And(node, frame)
            return
        name = repr(of.attr)
        self._write(
            frame,
            f"(owner.get({name}, False) if type(owner := ",
            of.node,
            f") is dict else has(owner, {name}) and lookup(owner, {name}))",
        )

    def visit_Test(self, node: Test, frame: Frame) -> None:  # noqa: N802
        """``value.name is defined``, without making what says that it is not; kinds of values."""
        of = _defined(node)
        if of is not None:
            within = f") is dict else has(owner, {of.attr!r}))"
            self._write(frame, f"({of.attr!r} in owner if type(owner := ", of.node, within)
        elif node.name == "none":
            self._write(frame, "(", node.node, " is None)")
        elif node.name == "string":
            self._write(frame, "isinstance(", node.node, ", str)")
        elif node.name == "mapping":
            general = f") is dict or {self.tests[node.name]}(value))"
            self._write(frame, "(type(value := ", node.node, general)
        else:
            super().visit_Test(node, frame)

    def visit_Filter(self, node: Filter, frame: Frame) -> None:  # noqa: N802
        """``text | filter`` for what is remembered; ``value.name | default(other)``."""
        of, name = node.node, node.name
        if name in self.environment.remembered and of is not None:
            self._write(frame, f"remembered_{name}[", of, "]")
        elif name == "default" and _may_be_entry(of) and _has_one_place(node):
            self._write_default(frame, of, node.args[0])
        else:
            super().visit_Filter(node, frame)

    def visit_Call(  # noqa: N802
        self, node: Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """``component(value, value)``, without the context."""
        if forward_caller or not _has_places_only(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self._write(frame, "", node.node, "(")
        for value in node.args:
            self._write(frame, "", value, ", ")
        self.write(")")

    def _write_default(self, frame: Frame, of: Getattr, other: Expr) -> None:
        general = f"{self.filters['default']}(lookup(owner, {of.attr!r}), "
        self._write(frame, f"(owner.get({of.attr!r}, ", other, ")")
        self._write(frame, " if type(owner := ", of.node, f") is dict else {general}")
        self._write(frame, "", other, "))")

    def _write(self, frame: Frame, before: str, node: Node, after: str) -> None:
        self.write(before)
        self.visit(node, frame)
        self.write(after)


class SwiftCode(_Expressions):
    """Compiles what is shown to pieces of text in one list, which components write into too."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._components: set[str] = set()

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802
        """All components have a name at the top: their own, or the one they are imported by."""
        if self.environment.is_worded:
            node = Wording().worded(node)
        self._components.update(each.name for each in node.find_all(MacroNode))
        for each in node.find_all(FromImport):
            self._components.update(n if isinstance(n, str) else n[1] for n in each.names)
        super().visit_Template(node, frame)

    def write_commons(self) -> None:
        """Names for what the expressions need."""
        super().write_commons()
        for name in ("has", "shown", "escaped", "message"):
            self.writeline(f"{name} = environment.{name}")
        self.writeline("lookup = environment.getattr")
        for name in self.environment.remembered:
            self.writeline(f"remembered_{name} = environment.remembered[{name!r}]")

    def enter_frame(self, frame: Frame) -> None:
        """What a template or a block shows is put together once."""
        if frame.rootlevel or frame.block_frame:
            self.buffer(frame)
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """Gives what :meth:`enter_frame` has begun."""
        super().leave_frame(frame, with_python_scope)
        if frame.rootlevel or frame.block_frame:
            self.writeline(f"yield concat({frame.buffer})")

    def macro_body(self, node: MacroNode | CallBlock, frame: Frame) -> tuple[Frame, MacroRef]:
        """The function of a component takes the list that it writes into."""
        if _is_component(node):
            node.args.insert(0, Name(_PAGE, "param"))
        return super().macro_body(node, frame)

    def buffer(self, frame: Frame) -> None:
        """In a component the list that it was given."""
        if _PAGE in frame.symbols.refs:
            frame.buffer = frame.symbols.refs[_PAGE]
        else:
            super().buffer(frame)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """A component has written, and returns nothing."""
        if _PAGE not in frame.symbols.refs:
            super().return_buffer_contents(frame, force_unescaped)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Macros that write; what stands within a call block is called once, and shows itself."""
        node = macro_ref.node
        if not isinstance(node, MacroNode):
            super().macro_def(macro_ref, frame)
            return
        names = [argument.name for argument in node.args if argument.name != _PAGE]
        if len(names) < len(node.args):
            self.write(f"environment.component(macro, {node.name!r}, {names!r})")
        else:
            special = macro_ref.accesses_kwargs, macro_ref.accesses_varargs
            asks = (*special, macro_ref.accesses_caller)
            self.write(f"environment.macro(macro, {node.name!r}, {names!r}, {asks!r})")

    def visit_Output(self, node: Output, frame: Frame) -> None:  # noqa: N802
        """What is shown, in which components write in their turn."""
        if frame.require_output_check:
            super().visit_Output(node, frame)
            return
        for writes, shown in groupby(node.nodes, self._writes):
            if writes:
                for call in shown:
                    self._visit_writing(cast(Call, call), frame)
            else:
                super().visit_Output(Output(list(shown), lineno=node.lineno), frame)

    def _writes(self, node: Node) -> bool:
        """Whether it is a component called with values in their places."""
        if not isinstance(node, Call) or not isinstance(node.node, Name):
            return False
        return node.node.name in self._components and _has_places_only(node)

    def _visit_writing(self, node: Call, frame: Frame) -> None:
        self.newline(node)
        self._write(frame, "", node.node, f".into({frame.buffer}, ")
        for value in node.args:
            self._write(frame, "", value, ", ")
        self.write(")")

    def _import_common(self, node: Import | FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self._write(frame, "environment.module(", node.template, ")")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        elif not self._is_remembered(node):
            self.write("(escaped[value] if type(value := ")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        elif not self._is_remembered(node):
            self.write(") is str or type(value) is message else shown(value))")

    def _is_remembered(self, node: Expr) -> bool:
        return isinstance(node, Filter) and node.name in self.environment.remembered


def _is_component(node: MacroNode | CallBlock) -> bool:
    return isinstance(node, MacroNode) and not find_undeclared(node.body, _SPECIAL)


def _has_places_only(node: Call | Filter) -> bool:
    """Whether what is called takes each of its values by its place."""
    return not (node.kwargs or node.dyn_args or node.dyn_kwargs)


def _has_one_place(node: Filter) -> bool:
    return len(node.args) == 1 and _has_places_only(node)


def _defined(node: Node | None) -> Getattr | None:
    """What of a possible dictionary is tested in ``value.name is defined``."""
    if isinstance(node, Test) and node.name == "defined" and _may_be_entry(node.node):
        return node.node
    return None


def _may_be_entry(node: Node | None) -> TypeGuard[Getattr]:
    """``value.name``, where the name is none that every dictionary has."""
    return isinstance(node, Getattr) and node.attr not in _OF_DICTIONARIES
