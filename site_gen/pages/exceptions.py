"""个人信息例外, told to readers: that something personal is public on purpose, and who said so."""

from dataclasses import dataclass

from site_gen.records.record import Record


@dataclass(frozen=True, slots=True)
class Exempted:
    """One approved piece of personal information, as masked as its record has it."""

    fragment: str
    reason: str
    approved_by: str


def exceptions_of(record: Record) -> tuple[Exempted, ...]:
    """What was approved to be public in a record, in the order in which it is written there."""
    return tuple(
        Exempted(str(one.fragment), str(one.reason), str(one.approved_by))
        for one in record.head.personal_exceptions
    )
