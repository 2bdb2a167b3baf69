"""Every input has an outcome: fifty thousand mutated records, and texts made by a grammar.

Times are not judged here: ``make fuzz`` measures them. A true hang is ended by an alarm.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from signal import ITIMER_REAL, SIGALRM, setitimer, signal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.load.files import understood
from site_gen.load.walk import RecordFile
from site_gen.records.table import KINDS
from tests.fuzz.engine import Fuzz, input_of, smallest
from tests.fuzz.judge import codes_of, sound
from tests.fuzz.mutators import LINES, MUTATORS, VALUES, WORDS
from tests.fuzz.seeds import LONGEST, seeds

SHARDS = 20
INPUTS = 50_000
HANGS = 300
"""Seconds after which a shard has not become slow but stands still."""


@pytest.fixture(autouse=True)
def _watchdog() -> Iterator[None]:
    def hangs(*_: object) -> None:
        raise TimeoutError

    before = signal(SIGALRM, hangs)
    setitimer(ITIMER_REAL, HANGS)
    yield
    setitimer(ITIMER_REAL, 0)
    signal(SIGALRM, before)


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_input_has_an_outcome(shard: int, project_root: Path, tmp_path: Path) -> None:
    fuzz = Fuzz(project_root, tmp_path, "tests")
    tally = fuzz.run(range(shard, INPUTS, SHARDS))
    assert [(one.number, one.raw, law) for one, law in tally.failures] == []
    assert tally.inputs == INPUTS // SHARDS
    assert tally.valid > tally.inputs // 10
    assert set(tally.kinds) == {kind.key for kind in KINDS}
    assert len(tally.codes) > 60


def test_the_seeds_are_correct(project_root: Path, tmp_path: Path) -> None:
    for seed in seeds(project_root, tmp_path):
        assert (codes_of(seed.file, seed.raw), seed.path) == ((frozenset(), ()), seed.path)
        assert seed.path or len(seed.raw) <= LONGEST


def test_an_input_depends_on_its_number_alone(project_root: Path, tmp_path: Path) -> None:
    known = seeds(project_root, tmp_path)
    again = [input_of("a", number, known).raw for number in reversed(range(50))]
    assert [input_of("a", number, known).raw for number in range(50)] == again[::-1]
    assert len(set(again)) > 40
    assert input_of("b", 7, known) != input_of("a", 7, known)


def test_every_mutator_changes_something(project_root: Path, tmp_path: Path) -> None:
    known = seeds(project_root, tmp_path)
    for mutator in MUTATORS:
        changed = [
            mutator(Random(n), known[n].raw, known[-1].raw) != known[n].raw for n in range(9)
        ]
        assert any(changed), mutator.__name__


def test_what_is_broken_is_seen(project_root: Path, tmp_path: Path) -> None:
    """The judge itself: a finding behind the end of the file is a failure."""
    seed = next(one for one in seeds(project_root, tmp_path) if one.kind == "unit")
    findings = understood(seed.file, b"- {a: b}\n- {c: d}\n").findings
    assert list(sound(seed.file.path, b"- {a: b}\n- {c: d}\n", findings)) == []
    assert len(list(sound(seed.file.path, b"- {a: b}", findings))) > 0
    assert len(list(sound("b", b"- {a: b}\n- {c: d}\n", findings))) == len(findings)


def test_the_smallest_form_still_fails() -> None:
    raw = b"abcdefgh" * 30 + b"XY" + b"ijkl" * 9
    assert smallest(raw, lambda one: b"X" in one and b"Y" in one) == b"XY"


PIECES = st.sampled_from((*WORDS, *VALUES, *"：:；;，,、{}[]｛｝-# \n"))
DATES = st.one_of(
    st.dates().map(str),
    st.integers(0, 10**9).map(str),
    st.sampled_from(("2023", "2023-02-30", "２０２３")),
)
VALUE = st.one_of(PIECES, DATES, st.text(max_size=20))
SCALAR = st.one_of(VALUE, VALUE.map(lambda one: f'"{one}"'))
NESTED = st.recursive(
    SCALAR,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda one: "[" + ", ".join(one) + "]"),
        st.lists(st.tuples(st.sampled_from(WORDS), inner), max_size=3).map(
            lambda one: "{" + ", ".join(f"{key}: {value}" for key, value in one) + "}"
        ),
    ),
    max_leaves=6,
)
HEAD = st.lists(st.tuples(st.sampled_from(WORDS), NESTED), max_size=8).map(
    lambda rows: "".join(f"{key}: {value}\n" for key, value in rows)
)
PART = st.tuples(st.sampled_from(WORDS), VALUE).map(lambda one: f"；{one[0]}：{one[1]}")
EVENT = st.tuples(DATES, st.sampled_from(WORDS), VALUE, st.lists(PART, max_size=3)).map(
    lambda one: f"- {one[0]} {one[1]}：{one[2]}{''.join(one[3])}\n"
)
BODY = st.lists(st.one_of(EVENT, st.sampled_from(LINES).map("{}\n".format)), max_size=12)
DOCUMENT = st.tuples(HEAD, BODY).map(lambda one: f"---\n{one[0]}---\n{''.join(one[1])}")
FILE = st.one_of(
    DOCUMENT,
    HEAD,
    st.lists(NESTED, max_size=5).map(lambda all_: "".join(f"- {one}\n" for one in all_)),
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(KINDS), FILE)
def test_what_a_grammar_makes(kind: object, text: str) -> None:
    file = RecordFile(kind, "lixi", "2023/a", "a")  # type: ignore[arg-type]
    assert codes_of(file, text.encode("utf-8", "replace"))[1] == ()
