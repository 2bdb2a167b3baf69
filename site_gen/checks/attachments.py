"""Checks of attachments: each is there for something public; what is in it was judged before."""

from collections.abc import Iterator

from site_gen.checks.context import Context
from site_gen.corpus.uses import used_attachments
from site_gen.findings import Finding, Where
from site_gen.findings import attachment_rules as rules


def unused(context: Context) -> Iterator[Finding]:
    """Every attachment is named by a public record; while some cannot be read, nobody knows."""
    if context.unread:
        return
    used = set(used_attachments(context.corpus))
    for key, attachment in context.corpus.attachments.items():
        if key not in used:
            yield rules.UNUSED.at(Where(attachment.path))
