"""The words that stand in templates: found where they stand, and said in another language.

Nothing in a template is marked as a word of the interface, because everything is that a reader
sees and that stands there as text: between two tags, in an attribute, in an expression. What is
between two tags is one phrase, whose holes are called what the values in them are called::

    <p>共 {{ total }} 条，新的在前。</p>      →  共 {total} 条，新的在前。
    {{ bars("每条建议在哪一步，截至 " ~ day) }}  →  每条建议在哪一步，截至 {day}

In Chinese a template stays as it is. For any other language it is compiled with the phrases of
that language in their places; a phrase that nobody has translated stays Chinese, and says so.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from jinja2.nodes import (
    Call,
    Compare,
    Concat,
    Const,
    Expr,
    Filter,
    Getattr,
    Keyword,
    Name,
    Node,
    Output,
    Template,
    TemplateData,
)

SAID, SHOWN, PLAINLY = "said_", "shown_", "plainly_"
"""What compiled templates call: a phrase as a value, as markup, and a value where nothing can be
marked."""

_WORDS = re.compile("[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")
_BLANKS = re.compile(r"[ \t\n]+")
_TAG_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_IN_QUOTES = re.compile(r'(?<==")[^"<>]*(?=")')
_PLAIN_ELEMENTS = frozenset({"desc", "option", "script", "style", "textarea", "title"})
"""Elements in which nothing can be marked."""

Note = Callable[[str, int], None]
"""Hears of a phrase, and of the line in which it stands."""


def _silent(_: str, __: int) -> None:
    """Nobody wants to know."""


class _Piece(NamedTuple):
    """Something that is shown: markup, text, or a value (``node``)."""

    kind: str
    text: str = ""
    node: Expr | None = None


@dataclass
class _Place:
    """Where in a document the next piece stands, as far as what was shown before tells."""

    in_tag: bool = False
    element: str = ""
    tail: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether nothing can be marked here: in a tag, or in an element for text alone."""
        return self.in_tag or self.element in _PLAIN_ELEMENTS or self.tail.endswith('="')

    def cut(self, data: str) -> Iterator[_Piece]:
        """Text of a template as markup and text."""
        rest = data
        while rest:
            mark = ">" if self.in_tag else "<"
            before, found, rest = rest.partition(mark)
            if self.in_tag:
                yield from self._markup(before + found)
            else:
                if before:
                    yield _Piece("text", before)
                    self.tail = before
                rest = found + rest
            if found:
                self.in_tag = not self.in_tag

    def _markup(self, text: str) -> Iterator[_Piece]:
        self.tail = text
        opened = _TAG_NAME.match(text)
        if opened:
            self.element = "" if opened[1] else opened[2].lower()
        yield _Piece("markup", text)


@dataclass(frozen=True)
class Wording:
    """Puts calls for phrases in the places of the words of a template.

    ``note`` hears of every phrase.
    """

    note: Note = _silent

    def worded(self, template: Template) -> Template:
        """The template, changed in place."""
        self._walk(template, _Place())
        return template

    def _walk(self, node: Node, place: _Place) -> None:
        """All that is below a node, in the order in which it is written."""
        if isinstance(node, Output):
            node.nodes = list(self._output(node, place))
            return
        for name, value in list(node.iter_fields()):
            if isinstance(value, list):
                for number, child in enumerate(value):
                    if isinstance(child, Expr):
                        value[number] = self._expression(child)
                    elif isinstance(child, Node):
                        self._walk(child, place)
            elif isinstance(value, Expr):
                setattr(node, name, self._expression(value))
            elif isinstance(value, Node):
                self._walk(value, place)

    def _output(self, node: Output, place: _Place) -> Iterator[Expr]:
        pieces = [(one, plain) for child in node.nodes for one, plain in _pieces(child, place)]
        for is_markup, group in groupby(pieces, key=lambda each: each[0].kind == "markup"):
            if is_markup:
                for one, _ in group:
                    yield from self._attributes(one.text, node.lineno)
            else:
                yield from self._phrase(list(group), node.lineno)

    def _attributes(self, tag: str, line: int) -> Iterator[Expr]:
        """The text of a tag, with the phrases in its attributes as calls."""
        end = 0
        for words in _IN_QUOTES.finditer(tag):
            if _WORDS.search(words[0]):
                yield TemplateData(tag[end : words.start()], lineno=line)
                yield self._call(SAID, words[0], (), line, plain=True)
                end = words.end()
        yield TemplateData(tag[end:], lineno=line)

    def _phrase(self, pieces: Sequence[tuple[_Piece, bool]], line: int) -> Iterator[Expr]:
        """What stands between two tags: one phrase where any of it is words."""
        plain = any(is_plain for _, is_plain in pieces)
        if not any(one.kind == "text" and _WORDS.search(one.text) for one, _ in pieces):
            for one, is_plain in pieces:
                yield self._other(one, is_plain, line)
            return
        before, msgid, given, after = self._read(pieces)
        if before:
            yield TemplateData(before, lineno=line)
        yield self._call(SHOWN, msgid, given, line, plain=plain)
        if after:
            yield TemplateData(after, lineno=line)

    def _other(self, piece: _Piece, is_plain: bool, line: int) -> Expr:
        if piece.node is None:
            return TemplateData(piece.text, lineno=line)
        shown = self._expression(piece.node)
        if not is_plain or isinstance(shown, Call):
            return shown
        return Call(Name(PLAINLY, "load"), [shown], [], None, None, lineno=line)

    def _read(self, pieces: Iterable[tuple[_Piece, bool]]) -> tuple[str, str, list[Keyword], str]:
        """What stands before a phrase, the phrase, its holes, and what stands behind it."""
        text, given = "", dict[str, Expr]()
        for one, _ in pieces:
            if one.node is None:
                text += one.text
            else:
                name = _free(_name_of(one.node), given)
                given[name] = self._expression(one.node)
                text += f"{{{name}}}"
        msgid = text.strip().replace("\u3000", " ")
        before, _, after = text.replace("\u3000", " ").partition(msgid)
        holes = [Keyword(name, value) for name, value in given.items()]
        return before, _BLANKS.sub(" ", msgid), holes, after

    def _call(
        self, how: str, msgid: str, given: Iterable[Keyword], line: int, *, plain: bool
    ) -> Call:
        self.note(msgid, line)
        said = Call(Name(how, "load"), [Const(msgid)], list(given), None, None, lineno=line)
        if not plain:
            return said
        said.node = Name(SAID, "load")
        return Call(Name(PLAINLY, "load"), [said], [], None, None, lineno=line)

    def _expression(self, node: Expr) -> Expr:
        """A value, in which texts are phrases, unless something is only compared with them."""
        if isinstance(node, Const):
            is_words = isinstance(node.value, str) and _WORDS.search(node.value)
            return self._said(node.value, (), node.lineno) if is_words else node
        if isinstance(node, Concat) and any(map(_is_words, node.nodes)):
            return self._concatenation(node)
        if not isinstance(node, Compare):
            self._walk(node, _Place())
        return node

    def _concatenation(self, node: Concat) -> Expr:
        pieces = [
            (_Piece("text", str(each.value)) if isinstance(each, Const) else _Piece("", "", each))
            for each in node.nodes
        ]
        before, msgid, given, after = self._read((one, False) for one in pieces)
        return self._said(before + msgid + after, given, node.lineno)

    def _said(self, msgid: str, given: Iterable[Keyword], line: int) -> Call:
        return self._call(SAID, msgid, given, line, plain=False)


def phrases_of(template: Template) -> Mapping[str, int]:
    """The phrases of a parsed template, with the line in which each stands first."""
    found: dict[str, int] = {}

    def note(msgid: str, line: int) -> None:
        found.setdefault(msgid, line)

    Wording(note).worded(template)
    return found


def _pieces(node: Expr, place: _Place) -> Iterator[tuple[_Piece, bool]]:
    if isinstance(node, TemplateData):
        for piece in place.cut(node.data):
            yield piece, place.element in _PLAIN_ELEMENTS
    else:
        yield _Piece("value", "", node), place.is_plain
        place.tail = ""


def _is_words(node: Expr) -> bool:
    return isinstance(node, Const) and bool(_WORDS.search(str(node.value)))


def _name_of(node: Node | None) -> str:
    """What a value is called, for those who translate."""
    if isinstance(node, Getattr):
        return node.attr
    if isinstance(node, Filter):
        return "n" if node.name == "length" else _name_of(node.node)
    if isinstance(node, Name):
        return node.name
    return _name_of(node.node) if isinstance(node, Call) else "value"


def _free(name: str, taken: Mapping[str, object]) -> str:
    """A name that no hole has yet."""
    return next(
        each for each in (name, *(f"{name}{n}" for n in range(2, 100))) if each not in taken
    )
