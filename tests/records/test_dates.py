"""The order of partial dates: the first day they may mean, then the last, then the time of day."""

from hypothesis import given
from hypothesis import strategies as st

from site_gen.records.dates import PartialDate

_MONTHS = st.one_of(st.none(), st.integers(1, 12))
_TIMES = st.sampled_from(("", "09:00", "14:30"))


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    month = draw(_MONTHS)
    day = draw(st.one_of(st.none(), st.integers(1, 3))) if month else None
    return PartialDate(draw(st.integers(2023, 2025)), month, day, draw(_TIMES) if day else "")


@given(dates(), dates())
def test_the_earlier_is_what_begins_or_else_ends_earlier(
    one: PartialDate, other: PartialDate
) -> None:
    days = (one.first, one.last, one.time), (other.first, other.last, other.time)

    assert (one < other) == (days[0] < days[1])
    assert (one > other) == (days[0] > days[1])


@given(dates())
def test_a_date_is_written_as_far_as_it_is_known(when: PartialDate) -> None:
    written = str(when)

    assert [int(part) for part in written.split(" ")[0].split("-")] == [
        part for part in (when.year, when.month, when.day) if part
    ]
    assert written.endswith(when.time)
