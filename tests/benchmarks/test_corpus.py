"""The invented province is one that the program accepts, with every mechanism, and repeatable."""

import re
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.corpus import make, records_of
from benchmarks.province.fragments import topics
from benchmarks.province.tale import TODAY
from site_gen.pipeline import audit
from site_gen.vocabulary.progress import Action, Cause, Result, Verdict

SESSIONS = 400


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("province")
    make(folder, SESSIONS, 1)
    return folder


@pytest.fixture(scope="module")
def texts(province: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(province.rglob("*.md"))]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_nothing_is_wrong_with_it(province: Path) -> None:
    assert audit(province, TODAY).findings == ()


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make(tmp_path / name, 20, 7)
    make(tmp_path / "other", 20, 8)

    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert files(tmp_path / "one") != files(tmp_path / "other")


def test_sessions_are_as_many_and_as_long_as_real_ones(province: Path) -> None:
    sessions = [path.read_text(encoding="utf-8") for path in records_of(province)]
    suggestions = sum(len(re.findall("^## 建议", text, re.MULTILINE)) for text in sessions)

    assert len(sessions) == SESSIONS
    assert 2.5 < suggestions / SESSIONS < 2.9
    assert 1500 < sum(len(text.encode()) for text in sessions) / SESSIONS < 2500


def test_every_action_result_finding_and_cause_occurs(texts: list[str]) -> None:
    event = re.compile("^- [0-9-]{10} (.*)$", re.MULTILINE)
    lines = [line for text in texts for line in event.findall(text)]
    actions = Counter(re.split("[：；]", line)[0] for line in lines)
    contents = Counter("：".join(re.split("[：；]", line)[:2]) for line in lines)
    closed = [f"{Action.CLOSED.term}：{result.term}" for result in Result]
    found = [f"{Action.LOOKBACK.term}：{verdict.term}" for verdict in Verdict]
    causes = [f"{Action.REHANDLING.term}：{cause.term}" for cause in Cause]

    assert [action for action in Action if action.term not in actions] == []
    assert [content for content in (*closed, *found, *causes) if content not in contents] == []


def test_there_are_thousands_of_different_pairs_of_characters(texts: list[str]) -> None:
    pairs = {pair for text in texts for pair in re.findall("(?=([一-鿿]{2}))", text)}

    assert len(pairs) > 8000


def test_every_theme_has_words_of_its_own() -> None:
    assert len(topics()) > 10
    assert [one.key for one in topics() if len(set(one.things)) < 25 or len(one.asks) < 14] == []
