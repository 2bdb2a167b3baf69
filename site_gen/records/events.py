"""What happened, once: one dated line of a record, read and typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from site_gen.findings import Where
from site_gen.records.dates import PartialDate
from site_gen.vocabulary.progress import Action


@dataclass(frozen=True, slots=True)
class Event:
    """One event line.

    ``content`` and ``parts`` hold the values that the action's readers made (see
    :mod:`site_gen.records.actions`); a missing part is not in the mapping.
    ``parts_at`` is where each part stands; ``written`` is the line as it stands.
    """

    when: PartialDate
    action: Action
    content: Any
    parts: Mapping[str, Any]
    where: Where
    parts_at: Mapping[str, Where] = field(default_factory=dict)
    written: str = ""

    def at(self, part: str) -> Where:
        """The place of a part, or of the line where it has none."""
        return self.parts_at.get(part, self.where)
