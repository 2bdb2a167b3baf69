"""What templates call that are drawn in another language: for our environments, and the host's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from jinja2 import TemplateRuntimeError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from site_gen.language import Message, Passage
from site_gen.language.message import ORIGINAL, message
from site_gen.language.speaker import Speaker, speaker_of
from site_gen.render import formats
from site_gen.render.wording import PLAINLY, SAID, SHOWN

SPEAKER = "speaker_"
"""What the host's pages have: who says their words."""


@dataclass(frozen=True)
class Spoken:
    """The functions and filters of templates, in one language."""

    speaker: Speaker

    @cached_property
    def names(self) -> Mapping[str, Callable[..., str]]:
        """The functions, by the names that compiled templates call them by."""
        return {SAID: said, SHOWN: self.shown, PLAINLY: self.plainly}

    @cached_property
    def filters(self) -> Mapping[str, Callable[..., object]]:
        """The filters that are others than in Chinese."""
        return {"clauses": self.clauses, "dates": self.dates, "month": self.month}

    def markup(self, value: object) -> Markup:
        """A value as it goes between two tags."""
        return Markup(self.speaker.markup(_there(value)))  # noqa: S704

    def shown(self, msgid: str, **given: object) -> Markup:
        """A phrase as it goes between two tags."""
        return self.markup(said(msgid, **given))

    def plainly(self, value: object) -> str:
        """A value as it goes into an attribute; markup stays as it is."""
        if isinstance(value, Markup):
            return value
        return escape(self.speaker.text(_there(value)))

    def when(self, value: object) -> Markup:
        """A date in words."""
        return self.markup(formats.when(value))

    def dates(self, text: object) -> Sequence[tuple[str, str]]:
        """As :func:`formats.dates`."""
        return [
            (Markup(before), Markup(day))  # noqa: S704
            for before, day in formats.dates(self.markup(text))
        ]

    def month(self, label: str) -> tuple[str, str]:
        """As :func:`formats.month`; what has no 月 is left whole."""
        return formats.month(self.speaker.text(label))

    @staticmethod
    def clauses(text: str) -> list[str]:
        """As :func:`formats.clauses`; what may be translated is left whole."""
        return [text] if isinstance(text, Message | Passage) else formats.clauses(text)


def said(msgid: str, **given: object) -> Message:
    """A phrase as a value; unlike those of :func:`say` its holes may have markup in them."""
    return message(msgid, msgid, given)


@pass_context
def _finalize(context: Context, value: object) -> object:
    return _of(context).markup(value) if isinstance(value, str) else _there(value)


@pass_context
def _shown(context: Context, msgid: str, **given: object) -> str:
    return _of(context).shown(msgid, **given)


@pass_context
def _plainly(context: Context, value: object) -> str:
    return _of(context).plainly(value)


@pass_context
def _when(context: Context, value: object) -> str:
    return _of(context).when(value)


def _of(context: Context) -> Spoken:
    return Spoken(context.get(SPEAKER) or speaker_of(ORIGINAL))


FOR_HOST: Mapping[str, Callable[..., str]] = {SAID: said, SHOWN: _shown, PLAINLY: _plainly}
"""The functions for templates that the host draws, each page in its own language."""
finalize = _finalize
when = _when


def _there(value: object) -> object:
    if value is None:
        raise TemplateRuntimeError("a template shows a value that is None")
    return value
