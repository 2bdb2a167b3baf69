"""A plain map is read without the scanner, and is what the scanner makes of it."""

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_gen.findings import Finding
from site_gen.records.text import Text, TextMap
from site_gen.source.lines import LONGEST_TEXT
from site_gen.source.notation import PLAIN_ENTRY, PLAIN_MAP, Value, parse, scanned
from site_gen.source.sheet import Tidied

ANY_ENTRY = st.from_regex(PLAIN_ENTRY, fullmatch=True)
KEYS = st.sampled_from(["议题", "时间", "yes", "null", "a", "a"])
TEXTS = st.text("甲1a -,[]{}&*!|>%@`\"'~=?:#<+/._\\：；，“…·\u3000", max_size=12)
MARKED_ENTRY = st.builds("{}: {}\n".format, KEYS, TEXTS).filter(PLAIN_ENTRY.fullmatch)
FORMS = st.sampled_from(["1:30", "0x1F", "1e3", "null", "yes", "1_000", "2023-05-12 14:30", "a"])
NO_TEXT = st.builds("{}: {}\n".format, KEYS, FORMS)
SHIFTS = st.dictionaries(st.integers(0, 3), st.just([(0, 2), (5, 3)]), max_size=2)


def told(value: Value | None) -> Any:
    """A value with every place in it."""
    if isinstance(value, TextMap):
        inside = [(key, told(one)) for key, one in value.items() if isinstance(one, Text)]
        return len(value), inside, value.where, list(value.keys_at.items())
    return value, value.where if value is not None else None


@settings(max_examples=400, deadline=None)
@given(st.lists(ANY_ENTRY | MARKED_ENTRY | NO_TEXT, min_size=1, max_size=6), SHIFTS)
@example(["议题: 修路\n", "议题: 修桥\n"], {})
@example([f"议题: {'长' * (LONGEST_TEXT + 1)}\n"], {})
@example(["时间: 2023-05-12 14:30\n", "地点: a, [b] {c} & d\n"], {0: [(0, 2)]})
def test_a_plain_map_is_what_the_scanner_makes_of_it(
    entries: list[str], shifts: dict[int, list[tuple[int, int]]]
) -> None:
    text = "".join(entries)
    assert PLAIN_MAP.fullmatch(text)
    tidied = Tidied("a.md", 2, len(entries), text, shifts, frozenset())
    quick: list[Finding] = []
    slow: list[Finding] = []
    assert told(parse(tidied, quick.append)) == told(scanned(tidied, slow.append))
    assert quick == slow
