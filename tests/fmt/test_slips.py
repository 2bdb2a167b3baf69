"""Slips made out of canonical records, and random changes: what is written anew means the same.

The records are those of the project: the invented example and what was compiled from reports.
"""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.vocabulary import progress
from site_gen.vocabulary.fields import FIELDS
from site_gen.vocabulary.settings import Disclosure, Origin, PlatformLevel, SourceNature
from tests.fmt.rewriting import ROOT, File, files_of, meaning

FILES = [*files_of(ROOT / "examples/wuli"), *files_of(ROOT / "content")]
WORDS = {
    word.term: word.value
    for words in (progress.Action, progress.Result, progress.Verdict, progress.Rating,
                  progress.Cause, Disclosure, Origin, PlatformLevel, SourceNature)
    for word in words
}  # fmt: skip
KEYS = {row.label: row.key for row in FIELDS}
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
Slip = tuple[str, Callable[[re.Match[str]], str]]

_DAY = r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?![\d-])"
_EVENT = r"^- \d{4}(?:-\d\d){0,2}"
_LABEL = r"(?<=；)([^：；\n]{2,3})(?=：)"
SLIPS: list[Slip] = [
    (_DAY, lambda m: f"{m[1]}年{int(m[2])}月{int(m[3])}日"),
    (_DAY, lambda m: f"{m[1]}/{int(m[2])}/{m[3]}"),
    (_DAY, lambda m: f"{m[1]}.{m[2]}.{int(m[3])}"),
    (_DAY, lambda m: m[0].translate(WIDE)),
    (r"^- (?=\d)", lambda _: "-"),
    (r"^- (?=\d)", lambda _: "• "),
    (r"^- (?=.+：)", lambda _: "*　"),
    (rf"({_EVENT}) ", lambda m: m[1]),
    (rf"({_EVENT}) ", lambda m: f"{m[1]}，"),
    (rf"({_EVENT} \w+)：", lambda m: f"{m[1]}:"),
    (r"^(- \w{2,3})：", lambda m: f"{m[1]}: "),
    (r"；(?=\w{2,3}：)", lambda _: ";"),
    (r"；(?=\w{2,3}：)", lambda _: " ; "),
    (r"(?<=；)(\w{2,3})：", lambda m: f"{m[1]}:"),
    (_LABEL, lambda m: KEYS.get(m[1], m[1])),
    (rf"({_EVENT} )(\w+)", lambda m: m[1] + WORDS.get(m[2], m[2])),
    (r"(?<=[：、 ])(\w+?)(?=[；、,}\d]|$)", lambda m: WORDS.get(m[1], m[1])),
    (r"^(\w+): ", lambda m: KEYS.get(m[1], m[1]) + ": "),
    (r"^(\w+): ", lambda m: f"{m[1]}： "),
    (r"^(\w+): ", lambda m: f"{m[1]}:"),
    (r"^(\w)(\w+): ", lambda m: f"{m[1]}　{m[2]}: "),
    (r"^(\w+): ", lambda m: f"- {m[0]}"),
    (r"(?<=[{ ])(\w+): ", lambda m: KEYS.get(m[1], m[1]) + ": "),
    (r"(?<=[{ ])(\w+): ", lambda m: f"{m[1]}："),
    (r"\{|\}", lambda m: "｛" if m[0] == "{" else "｝"),
    (r"、", lambda _: ","),
    (r"、", lambda _: "， "),
    (r"^---$", lambda _: "——"),
    (r"^## (建议|问题)(\d+) ", lambda m: f"##{m[1]}{m[2].translate(WIDE)}．"),
    (r"^## (建议|问题)", lambda m: f" ＃＃　{m[1]} "),
    (r"(?<=: )\d+(?=[,}])", lambda m: m[0].translate(WIDE)),
    (r"^(- \d.*|\w+: .*)\n", lambda m: f"{m[1]} \t\n"),
    (r"\n", lambda _: "\r\n"),
    (r"\A", lambda _: "\ufeff"),
]
PIECES = [
    *"：:；;，,、{}[]｛｝［］\"'#-—•* \t\u3000\n年月日０１２",
    "\n  ",
    "- ",
    "，期限: ",
    "title: ",
]


def slipped(text: str, slip: Slip, choice: int) -> str:
    """The text with the slip made in one of the places where it can be."""
    found = list(re.finditer(slip[0], text, re.MULTILINE))
    if not found:
        return text
    match = found[choice % len(found)]
    return text[: match.start()] + slip[1](match) + text[match.end() :]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_records_of_the_project_are_canonical(file: File) -> None:
    assert file.rewritten().text == file.text
    assert file.notices() == []


CHOICES = st.lists(st.tuples(st.sampled_from(SLIPS), st.integers(0, 400)), min_size=1, max_size=8)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(FILES), CHOICES)
def test_slips_go_back_to_what_was_meant(file: File, choices: list[tuple[Slip, int]]) -> None:
    """Unless they changed the meaning: what is a slip in a list of names, is text elsewhere."""
    text = file.text
    for slip, choice in choices:
        text = slipped(text, slip, choice)
    wrong = File(file.kind, text)
    if not wrong.has_errors and meaning(wrong.records()) == meaning(file.records()):
        assert wrong.rewritten().text == file.text


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(FILES),
    st.lists(
        st.tuples(st.integers(0, 3000), st.integers(0, 2), st.sampled_from(PIECES)), max_size=5
    ),
)
def test_whatever_is_written_anew_means_the_same(
    file: File, changes: list[tuple[int, int, str]]
) -> None:
    text = file.text
    for place, cut, piece in changes:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at + cut :]
    changed = File(file.kind, text)
    now = changed.rewritten()

    assert now.rewritten() == now
    if changed.has_errors:
        assert now.text == changed.text
    else:
        assert meaning(now.records()) == meaning(changed.records())


def test_every_slip_can_be_made() -> None:
    everything = "\n".join(file.text for file in FILES)
    never = [slip[0] for slip in SLIPS if not re.search(slip[0], everything, re.MULTILINE)]

    assert never == []
