"""The table of record kinds: one line a kind, in the order of the documentation.

Reader, index, pages, schema and ``site-gen new`` go through it; none knows a kind by name.
"""

from site_gen.records import (
    case,
    method,
    opinion,
    plan,
    proposal,
    region,
    review,
    session,
    site,
    statistic,
)
from site_gen.records.kinds import Kind

KINDS: tuple[Kind, ...] = (
    site.SITE,
    site.VOCABULARY,
    site.PAGE,
    region.REGION,
    region.UNIT,
    region.PLATFORM,
    method.KIND,
    session.KIND,
    case.KIND,
    proposal.KIND,
    opinion.KIND,
    review.KIND,
    plan.KIND,
    statistic.KIND,
)
"""Every kind of record, in the order in which the format's documentation has them."""
