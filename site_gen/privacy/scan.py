"""A text → the personal information in it, each once, with as much of it as may be shown.

The detectors say what is personal; who may read what was found is not asked here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from site_gen.findings import Severity
from site_gen.privacy.detectors import DETECTORS, Detector
from site_gen.privacy.digits import look_at
from site_gen.privacy.plain import View, view_of, without_tags
from site_gen.privacy.prefilter import may_hold


@dataclass(frozen=True, slots=True)
class Hit:
    """Something personal in a text, from ``start`` to ``end``.

    ``masked`` may be shown to anybody. ``value`` is what was found, in plain characters; it is
    compared, and never shown.
    """

    detector: Detector
    start: int
    end: int
    masked: str
    value: str = field(repr=False)

    @property
    def severity(self) -> Severity:
        """An error where the pattern leaves no doubt."""
        return self.detector.severity


def personal(text: str) -> Sequence[Hit]:
    """Everything personal in a text, in its order; what overlaps is found once."""
    return found_by(DETECTORS, text) if may_hold(text) else ()


def found_by(detectors: Sequence[Detector], text: str) -> Sequence[Hit]:
    """What some of the detectors find; else like :func:`personal`."""
    view = view_of(text)
    views = (view, without_tags(view)) if "<" in text else (view,)
    return _apart(hit for one in views if one for hit in _hits(one, detectors))


def masked(text: str) -> str:
    """The text with all that is personal masked."""
    for hit in reversed(personal(text)):
        text = f"{text[: hit.start]}{hit.masked}{text[hit.end :]}"
    return text


def _hits(view: View, detectors: Sequence[Detector]) -> Iterator[Hit]:
    look = look_at(view)
    for detector in detectors:
        for start, end, value in detector.find(look):
            yield Hit(detector, start, end, detector.mask(value), value)


def _apart(hits: Iterable[Hit]) -> Sequence[Hit]:
    """By place; of those that overlap, what is graver and found by the earlier detector."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, DETECTORS.index(hit.detector))):
        if kept and hit.start < kept[-1].end:
            kept[-1] = min(kept[-1], hit, key=lambda one: DETECTORS.index(one.detector))
        else:
            kept.append(hit)
    return tuple(kept)
