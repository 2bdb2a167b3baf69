"""Every rate of every channel: of nothing, of too few, of reports, at once, opened again."""

from pathlib import Path

import pytest

from site_gen.docket.metrics import RATES, Rate
from site_gen.statistics.numbers import RateValue, Scope
from tests.statistics.conftest import Counted, made, session

UNITS = {"regions/jia/units.yaml": "- {名称: 县水务局}\n"}
PRESS = "来源: {标题: 一篇报道}\n"
CHANNELS = {"": "sessions", "proposal_": "proposals", "opinion_": "opinions"}
KEYS = ("reply", "resolution", "on_time", "adoption", "satisfaction", "lookback")
OF_CHANNELS = [f"{prefix}{key}_rate" for prefix in CHANNELS for key in KEYS]
ASSIGNED = "- 2024-03-02 交办：县水务局；期限：2024-04-01"
REPLIED = f"{ASSIGNED}\n- 2024-03-20 答复：会修"
GOOD = (
    f"{REPLIED}\n- 2024-05-01 办结：已解决；佐证：验收单\n"
    "- 2024-05-02 评价：满意\n- 2024-06-02 回头看：属实巩固"
)
"""In the numerator and the denominator of each of the six."""
RELAPSED = GOOD.replace("属实巩固", "反弹")
REVIEW = "类型: 民主监督\n标题: 看\n日期: 2024-03-01\n{head}对象:\n  - 单位: 县水务局\n    整改:\n"
MENDED = "      - {措施: 改, 期限: 2024-04-01, 完成: 2024-03-31}\n"


def files(*items: str, head: str = "") -> dict[str, str]:
    """The same items as suggestions, as proposals, as opinions; as many mended and held."""
    found = {f"regions/jia/sessions/2024/0301-{n}.md": one_session(n, item, head)
             for n, item in enumerate(items)}  # fmt: skip
    for kind, title in (("proposals", "案由"), ("opinions", "标题")):
        for number, item in enumerate(items):
            lines = f"- 2024-03-01 提出\n{item}\n"
            text = f"---\n{title}: 一件事\n{head}---\n\n## 办理\n\n{lines}"
            found[f"regions/jia/{kind}/2024/p-{number}.md"] = text
    if items:
        topics = "".join(f"  - {{编号: t{number}, 议题: 修路}}\n" for number in range(len(items)))
        found["regions/jia/plans/2024.yaml"] = f"{head}议题:\n{topics}"
        found["regions/jia/reviews/2024/r.yaml"] = REVIEW.format(head=head) + MENDED * len(items)
    return UNITS | found


def one_session(number: int, item: str, head: str) -> str:
    """A session of one suggestion, which deals with a topic of the plan."""
    text = session("2024-03-01", item, 计划议题=f"2024 t{number}")
    return text.replace("---\n\n", f"{head}---\n\n", 1)


def value(counted: Counted, key: str) -> RateValue:
    """A rate of the county."""
    return counted.numbers.rate(next(rate for rate in RATES if rate.key == key), Scope("jia"))


@pytest.fixture(scope="session")
def by_n(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Counted]:
    """No item, and up to four of them; the minimum is three."""
    return {n: made(tmp_path_factory.mktemp(f"n{n}"), files(*[GOOD] * n)) for n in range(5)}


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.key)
def test_a_percentage_needs_the_minimum(by_n: dict[int, Counted], rate: Rate) -> None:
    values = {n: value(counted, rate.key) for n, counted in by_n.items()}
    unit = rate.denominator.unit

    assert [one.percent for one in values.values()] == [None, None, None, "100.0%", "100.0%"]
    assert [one.words for one in values.values()] == [
        "没有可算的",
        *(f"{n} {unit}中 {n} {unit}" for n in (1, 2, 3, 4)),
    ]


def test_reports_are_in_no_rate(tmp_path: Path) -> None:
    counted = made(tmp_path, files(*[GOOD] * 4, head=PRESS))

    assert [
        one.rate.key for one in counted.numbers.rates(Scope("jia")) if one.denominator.value
    ] == []


def test_of_records_and_reports_only_the_records_are_divided(tmp_path: Path) -> None:
    press = files(*[GOOD] * 4, head=PRESS)
    further = {path.replace("2024/", "2024/x"): text for path, text in press.items()
               if "/plans/" not in path}  # fmt: skip
    counted = made(tmp_path, files(GOOD, GOOD) | further)

    for rate in RATES:
        assert value(counted, rate.key).denominator.value == 2, rate.key


@pytest.mark.parametrize("prefix", CHANNELS)
def test_what_is_answered_at_once_was_never_late(tmp_path: Path, prefix: str) -> None:
    counted = made(tmp_path, files("- 2024-03-01 答复：当场答应", "- 2024-03-02 答复：会修"))
    reply, on_time = (value(counted, f"{prefix}{key}_rate") for key in ("reply", "on_time"))

    assert (reply.numerator.value, reply.denominator.value) == (2, 2)
    assert [(one.metric.key, one.value) for one in reply.beside] == [(f"{prefix}on_the_spot", 1)]
    assert on_time.denominator.value == 0


@pytest.mark.parametrize("prefix", CHANNELS)
def test_what_was_opened_again_owes_an_answer_and_has_no_result(
    tmp_path: Path, prefix: str
) -> None:
    again = f"{RELAPSED}\n- 2024-06-10 答复：再修"
    counted = made(tmp_path, files(GOOD, RELAPSED, again))
    found = {key: value(counted, f"{prefix}{key}_rate") for key in KEYS}

    assert {key: (one.numerator.value, one.denominator.value) for key, one in found.items()} == {
        "reply": (2, 3),
        "resolution": (1, 3),
        "on_time": (3, 3),
        "adoption": (3, 3),
        "satisfaction": (3, 3),
        "lookback": (1, 3),
    }
    assert [one.value for one in found["lookback"].beside] == [2]


@pytest.mark.parametrize("end", ["并案：建议9", "不采纳：没有钱"])
def test_what_ended_leaves_the_on_time_rate_too(tmp_path: Path, end: str) -> None:
    late = f"{ASSIGNED}\n- 2024-04-20 {end}"
    counted = made(tmp_path, UNITS | {
        "regions/jia/sessions/2024/0301-a.md": session("2024-03-01", late, REPLIED),
    })  # fmt: skip

    assert value(counted, "on_time_rate").words == "1 次中 1 次"


def test_all_leads_must_have_answered_in_time(tmp_path: Path) -> None:
    both = "- 2024-03-02 交办：县水务局、县林草局；期限：2024-04-01"
    first = f"{both}\n- 2024-03-20 答复：会修；单位：县水务局"
    units = {"regions/jia/units.yaml": "- {名称: 县水务局}\n- {名称: 县林草局}\n"}
    last = f"{first}\n- 2024-04-02 答复：会修；单位：县林草局"
    counted = made(tmp_path, units | {
        "regions/jia/sessions/2024/0301-a.md": session(
            "2024-03-01", last, last.replace("04-02", "04-01"), first
        ),
    })  # fmt: skip

    assert value(counted, "on_time_rate").words == "3 次中 1 次"
    assert value(counted, "reply_rate").words == "3 条中 2 条"


def test_what_a_village_does_itself_is_never_overdue(tmp_path: Path) -> None:
    item = "- 类型：自办\n- 2024-03-02 答复：自己修\n- 2024-04-01 评价：不满意"
    limits = "名称: 砾溪县\n上级: zhou\n办理时限: {再答复: 15天}\n"
    counted = made(tmp_path, {
        "regions/jia/region.yaml": limits,
        "regions/jia/sessions/2024/0301-a.md": session("2024-03-01", item),
    })  # fmt: skip

    assert [one.value for one in value(counted, "on_time_rate").beside] == [0]


def test_a_problem_is_solved_by_its_suggestions_whatever_its_own_result(tmp_path: Path) -> None:
    problem = "\n## 问题1 路不好走\n\n- 建议：1\n- 2024-03-09 办结：暂难解决；原因：没有钱\n"
    text = session("2024-03-01", GOOD, ASSIGNED) + problem
    counted = made(tmp_path, UNITS | {"regions/jia/sessions/2024/0301-a.md": text})
    solved = next(entry for entry in counted.entries if entry.kind == "problem")

    assert solved.result is not None
    assert solved.result.term == "已解决"
