"""Where an item stands → the tone of its tag: which shape and colour goes with the word.

The words are the vocabulary's; how a tone looks is the theme's (``theme/components/tag``).
"""

from collections.abc import Mapping
from typing import Literal

from site_gen.vocabulary.progress import Result, Stage

Tone = Literal["done", "active", "promised", "stalled", "late", "waiting", "moved", "unknown"]

TONES: Mapping[str, Tone] = {
    Stage.RAISED: "waiting",
    Stage.ACCEPTED: "waiting",
    Stage.ASSIGNED: "active",
    Stage.RETURNED: "waiting",
    Stage.HANDLING: "active",
    Stage.REPLIED: "active",
    Stage.CLOSED: "active",
    Stage.REOPENED: "active",
    Stage.DECLINED: "stalled",
    Stage.MERGED: "moved",
    Stage.CONVERTED: "moved",
    Stage.WITHDRAWN: "moved",
    Result.RESOLVED: "done",
    Result.IN_PROGRESS: "active",
    Result.PLANNED: "promised",
    Result.DEFERRED: "stalled",
    Result.INFEASIBLE: "stalled",
    Result.SUPERSEDED: "moved",
    "overdue": "late",
    "promise_due": "late",
    "compiled": "unknown",
}
"""By key of a stage, a result, or what else a tag may say of an item."""
