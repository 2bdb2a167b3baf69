"""When what was found parcel by parcel is what is found in all content at once, errors or not.

A parcel sees its own files whole and of others what its records lead to. What it does not see can
change a finding in few ways, each known by the code of a finding that it has; where none of these
is possible, its findings stand.
"""

from collections.abc import Sequence
from dataclasses import replace

from site_gen.findings import attachment_rules as attachment
from site_gen.findings import content_rules as content
from site_gen.findings import privacy_rules as privacy
from site_gen.findings import prose_rules as prose
from site_gen.findings.file_rules import MORE_FINDINGS
from site_gen.verdict.member import Looked

NAMES_A_RECORD = frozenset({content.UNKNOWN_RECORD.code})
"""Says which record's name is most like one that is nowhere: whoever says it has to know all."""
NAMES_ALL = frozenset({content.UNKNOWN_TOPIC.code, prose.LINK_DANGLING.code})
"""The same, of topics and of whatever else a link may lead to, which nobody knows but all."""
NAMES_NOTHING = (
    NAMES_A_RECORD
    | NAMES_ALL
    | frozenset(
        rule.code
        for rule in (
            content.UNKNOWN_NAME,
            content.UNKNOWN_THEME,
            content.UNKNOWN_BRAND,
            content.UNKNOWN_REGION,
            content.UNKNOWN_ATTACHMENT,
            content.CLASS_UNDEFINED,
            prose.PICTURE_DANGLING,
            MORE_FINDINGS,
        )
    )
)
"""Not said where what is named may stand in a file that could not be read."""
IN_DOCUMENTS = frozenset({attachment.PDF_PERSONAL.code, attachment.PDF_MAYBE_PERSONAL.code})
"""Not said of what an exception in any record lets pass."""
UNUSED = frozenset({attachment.UNUSED.code})
"""Not said while anything cannot be read."""
OF_OFFICES = frozenset({privacy.MAILBOX.code})
"""Not said of the mailboxes of offices, wherever they are given."""
DOUBTFUL = NAMES_NOTHING | IN_DOCUMENTS | UNUSED
"""Not certain as long as not everything was looked at."""


def is_certain(parts: Sequence[Looked], unread: frozenset[str]) -> bool:
    """Whether the findings of all parcels stand; ``unread`` are paths that none of them knows of.

    But for those of attachments that nothing uses, which :func:`settled` leaves out.
    """
    everything = unread.union(*(one.unread for one in parts))
    approved = sum(len(one.approved) for one in parts)
    return not any(
        _doubtful(one, bool(everything - one.unread), approved > len(one.approved)) & codes_of(one)
        for one in parts
    )


def _doubtful(one: Looked, unread: bool, approved: bool) -> frozenset[str]:
    """The codes that do not stand where other parcels have what is unread or approved."""
    unknown = NAMES_ALL if one.knowing else NAMES_ALL | NAMES_A_RECORD
    absent = NAMES_NOTHING if unread else unknown
    return absent | IN_DOCUMENTS if approved else absent


def has_to_know(one: Looked) -> bool:
    """Whether its findings could stand if it knew what the records of others are called."""
    return not one.knowing and not NAMES_A_RECORD.isdisjoint(codes_of(one))


def codes_of(one: Looked) -> set[str]:
    """The codes of what was found in a parcel."""
    return {finding.code for finding in one.findings}


def settled(one: Looked) -> Looked:
    """A parcel's findings where something, somewhere, could not be read: it may use anything."""
    return replace(one, findings=tuple(each for each in one.findings if each.code not in UNUSED))
